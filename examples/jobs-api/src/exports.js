const cell = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`;

/** All contacts of a company as CSV. */
exports.contactsAsCsv = async ({ tenant, database }) => {
  const { rows } = await database.query('SELECT data, created FROM contacts WHERE tenant = $1', [tenant]);
  const lines = rows.map(({ data, created }) => [data.name, data.email, created].map(cell).join(','));
  return ['name,email,created', ...lines].join('\n');
};
