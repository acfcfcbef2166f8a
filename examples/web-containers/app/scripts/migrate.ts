import { readdir, readFile } from 'node:fs/promises';
import mysql from 'mysql2/promise';
import { configuration } from '../src/configuration.ts';

/** Runs each migration that has not run yet, in the order of their names. */
const folder = new URL('../migrations/', import.meta.url);
const connection = await mysql.createConnection({ ...configuration.database, multipleStatements: true });

await connection.query('CREATE TABLE IF NOT EXISTS migrations (name VARCHAR(200) PRIMARY KEY)');
const [done] = await connection.query<mysql.RowDataPacket[]>('SELECT name FROM migrations');
const names = new Set(done.map((row) => row.name));

for (const name of (await readdir(folder)).sort()) {
  if (names.has(name)) continue;
  await connection.query(await readFile(new URL(name, folder), 'utf8'));
  await connection.query('INSERT INTO migrations (name) VALUES (?)', [name]);
  console.log(name);
}
await connection.end();
