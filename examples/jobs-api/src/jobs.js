const { connect } = require('./database');
const { logger } = require('./log');
const { count } = require('./metrics');
const invitations = require('./invitations');
const invoices = require('./invoices');
const search = require('./search');
const share = require('./share');
const uploads = require('./uploads');

/** What is more than reading and adding. */
const ROUTES = {
  'GET /search': search.contacts,
  'POST /uploads': uploads.create,
  'POST /invitations': invitations.create,
  'POST /quotes/{id}/share': share.create,
  'GET /shared/{token}': share.open,
  'PUT /invoices/{id}': invoices.update,
  'POST /invoices/{id}/send': invoices.send,
  'POST /invoices/{id}/void': invoices.void,
};

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'Access-Control-Allow-Origin': '*' },
  body: JSON.stringify(body),
});

/** Everything behind the proxy route: contacts, quotes, invoices and jobs of one company. */
exports.handler = async (event) => {
  const tenant = event.headers['X-Tenant-ID'] || 'demo';
  const log = logger(event);
  const database = await connect();
  try {
    const [, kind, id, action] = event.path.split('/');
    log.info('request', { method: event.httpMethod, path: event.path, tenant, body: event.body });
    const route = ROUTES[`${event.httpMethod} ${pattern(kind, id, action)}`];
    if (route !== undefined) return answer(200, await route({ event, id, tenant, database, log }));
    if (!['contacts', 'quotes', 'invoices', 'jobs'].includes(kind)) return answer(404, { error: 'not found' });
    if (event.httpMethod === 'POST') {
      const data = JSON.parse(event.body);
      await database.query(`INSERT INTO ${kind} (tenant, data) VALUES ($1, $2)`, [tenant, data]);
      count('Created', { kind });
      return answer(201, { ok: true });
    }
    const { rows } = id
      ? await database.query(`SELECT * FROM ${kind} WHERE tenant = $1 AND id = $2`, [tenant, id])
      : await database.query(`SELECT * FROM ${kind} WHERE tenant = $1`, [tenant]);
    return answer(200, rows);
  } catch (error) {
    log.error('failed', { message: error.message });
    return answer(500, { error: error.stack });
  } finally {
    await database.end();
  }
};

function pattern(kind, id, action) {
  if (kind === 'shared') return '/shared/{token}';
  return [`/${kind}`, id && '{id}', action].filter(Boolean).join('/');
}
