/** GET /search?text=…&sort=…: contacts by a part of their name. */
exports.contacts = async ({ event, tenant, database }) => {
  const { text = '', sort = 'id' } = event.queryStringParameters ?? {};
  const { rows } = await database.query(
    `SELECT * FROM contacts WHERE tenant = $1 AND data->>'name' ILIKE $2 ORDER BY ${sort}`,
    [tenant, `%${text}%`],
  );
  return rows;
};
