import { build } from './app.ts';
import { configuration } from './configuration.ts';
import { pool } from './database.ts';

const app = build();
await app.listen({ host: '0.0.0.0', port: configuration.port });

process.on('SIGTERM', async () => {
  await app.close();
  await pool.end();
});
