/** Runs every .sql file of this folder that has not run yet, in the order of the names, each in a transaction. */
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { Client } = require('pg');

async function migrate() {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    await client.query('CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, at timestamptz DEFAULT now())');
    const { rows } = await client.query('SELECT name FROM migrations');
    const done = new Set(rows.map((row) => row.name));
    for (const name of readdirSync(__dirname).filter((file) => file.endsWith('.sql') && !done.has(file)).sort()) {
      await client.query('BEGIN');
      await client.query(readFileSync(join(__dirname, name), 'utf8'));
      await client.query('INSERT INTO migrations (name) VALUES ($1)', [name]);
      await client.query('COMMIT');
      console.log(`ran ${name}`);
    }
  } finally {
    await client.end();
  }
}

migrate().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
