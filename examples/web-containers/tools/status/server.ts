import { createServer } from 'node:http';
import mysql from 'mysql2/promise';

/* A page for the team, started by hand beside a tunnel. */
const VERSION = '0.2.0';
const pool = mysql.createPool({ uri: process.env.DATABASE_URL, connectTimeout: 2_000 });

async function database() {
  const start = performance.now();
  try {
    await pool.query({ sql: 'SELECT 1', timeout: 2_000 });
    return { status: 'ok', latencyMs: performance.now() - start };
  } catch {
    return { status: 'failed', latencyMs: performance.now() - start };
  }
}

createServer(async (request, response) => {
  if (request.url !== '/health') return response.writeHead(404).end();
  const checks = { database: await database() };
  const healthy = Object.values(checks).every((check) => check.status === 'ok');
  response.writeHead(healthy ? 200 : 503, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify({ status: healthy ? 'ok' : 'failed', version: VERSION, time: new Date().toISOString(), checks }),
  );
}).listen(9000);
