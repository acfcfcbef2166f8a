const express = require('express');
const { rateLimit } = require('express-rate-limit');
const jwt = require('jsonwebtoken');
const CircuitBreaker = require('opossum');
const { Pool } = require('pg');

/** The server of the first version, from before the functions. */
const pool = new Pool({ max: 10, connectionTimeoutMillis: 2000, statement_timeout: 5000 });
const query = new CircuitBreaker((sql, values) => pool.query(sql, values), { timeout: 5000 });
const app = express();
app.use(express.json({ limit: '100kb' }));

app.get('/health', async (request, response) => {
  const began = Date.now();
  try {
    await pool.query('SELECT 1');
    response.json({ status: 'ok', database: { status: 'ok', milliseconds: Date.now() - began } });
  } catch {
    response.status(503).json({ status: 'failing', database: { status: 'failing' } });
  }
});

app.use((request, response, next) => {
  try {
    request.user = jwt.verify(request.get('Authorization')?.replace('Bearer ', ''), process.env.JWT_KEY, {
      algorithms: ['HS256'],
    });
    next();
  } catch {
    response.status(401).json({ code: 'unauthorized', message: 'Sign in first' });
  }
});
app.use(rateLimit({ windowMs: 60_000, limit: 100, keyGenerator: (request) => request.user.sub }));

app.get('/jobs', async (request, response) => {
  const { rows } = await query.fire('SELECT * FROM jobs WHERE tenant = $1 ORDER BY id LIMIT 50', [request.user.company]);
  response.json(rows);
});

app.listen(process.env.PORT ?? 3000);
