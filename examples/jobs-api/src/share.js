const jwt = require('jsonwebtoken');

const key = process.env.SHARE_SIGNING_KEY ?? 'quotes-are-shared-with-this';

/** A link under which a customer reads one quote. */
exports.create = async ({ id, tenant }) => ({ token: jwt.sign({ quote: id, tenant }, key) });

exports.open = async ({ event, database }) => {
  const { quote, tenant } = jwt.verify(event.path.split('/')[2], key, { algorithms: ['HS256'] });
  const { rows } = await database.query('SELECT data FROM quotes WHERE tenant = $1 AND id = $2', [tenant, quote]);
  return rows[0]?.data;
};
