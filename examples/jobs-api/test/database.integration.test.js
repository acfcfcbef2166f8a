const assert = require('node:assert/strict');
const { it } = require('node:test');

it('keeps a contact', async () => {
  if (!process.env.DATABASE_URL) return;
  const { Client } = require('pg');
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("INSERT INTO contacts (tenant, data) VALUES ('test', '{\"name\": \"Kept\"}')");
  const { rows } = await client.query("SELECT data->>'name' AS name FROM contacts WHERE tenant = 'test'");
  assert.equal(rows.at(-1).name, 'Kept');
  await client.end();
});
