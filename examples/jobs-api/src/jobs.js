const { connect } = require('./database');

const answer = (statusCode, body) => ({
  statusCode,
  headers: { 'Access-Control-Allow-Origin': '*' },
  body: JSON.stringify(body),
});

/** Everything behind the proxy route: contacts, quotes, invoices and jobs of one company. */
exports.handler = async (event) => {
  const tenant = event.headers['X-Tenant-ID'] || 'demo';
  const database = await connect();
  try {
    const [, kind, id] = event.path.split('/');
    if (!['contacts', 'quotes', 'invoices', 'jobs'].includes(kind)) return answer(404, { error: 'not found' });
    if (event.httpMethod === 'POST') {
      const data = JSON.parse(event.body);
      await database.query(`INSERT INTO ${kind} (tenant, data) VALUES ($1, $2)`, [tenant, data]);
      return answer(201, { ok: true });
    }
    const { rows } = id
      ? await database.query(`SELECT * FROM ${kind} WHERE tenant = $1 AND id = $2`, [tenant, id])
      : await database.query(`SELECT * FROM ${kind} WHERE tenant = $1`, [tenant]);
    return answer(200, rows);
  } catch (error) {
    return answer(500, { error: error.stack });
  } finally {
    await database.end();
  }
};
