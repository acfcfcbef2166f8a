const { send } = require('./mail');
const { totals } = require('./money');
const { invoiceProblems } = require('./validation');

exports.update = async ({ event, id, tenant, database }) => {
  const data = JSON.parse(event.body);
  const wrong = invoiceProblems(data);
  if (wrong.length > 0) throw new Error(`missing or wrong: ${wrong.join(', ')}`);
  const sums = totals(data.lines, 19);
  await database.query('UPDATE invoices SET data = $1 WHERE tenant = $2 AND id = $3', [{ ...data, ...sums }, tenant, id]);
  return { ok: true };
};

exports.send = async ({ id, tenant, database, log }) => {
  const { rows } = await database.query('SELECT data FROM invoices WHERE tenant = $1 AND id = $2', [tenant, id]);
  try {
    await send(rows[0].data.email, 'Your invoice', JSON.stringify(rows[0].data.lines));
  } catch (error) {
    log.error('mail failed', { id, message: error.message });
  }
  return { sent: true };
};

exports.void = async ({ id, tenant, database }) => {
  await database.query("UPDATE invoices SET data = data || '{\"void\": true}' WHERE tenant = $1 AND id = $2", [tenant, id]);
  return { ok: true };
};
