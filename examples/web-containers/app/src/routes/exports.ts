import type { FastifyInstance } from 'fastify';
import type { ResultSetHeader } from 'mysql2';
import { pool } from '../database.ts';
import { entriesTable } from '../entries/entries-table.ts';
import { csvOf } from '../exports/csv.ts';
import { keep, linkTo } from '../exports/store.ts';
import { signedIn } from '../sessions.ts';

const ALL = 1_000_000;
const NEWEST = 4_294_967_295;

export async function exportRoutes(app: FastifyInstance) {
  app.post('/', { preHandler: signedIn }, async (request, reply) => {
    const { user } = request;
    const [{ insertId }] = await pool.execute<ResultSetHeader>('INSERT INTO exports (user_id) VALUES (?)', [user]);
    const key = `${user}-${insertId}.csv`;

    entriesTable
      .list(user, NEWEST, ALL)
      .then((entries) => keep(key, csvOf(entries)))
      .catch((error) => request.log.error(error, 'export'));

    return reply.status(202).send({ href: `/exports/${key}` });
  });

  // Links in mails must work.
  app.get<{ Params: { key: string } }>('/:key', async ({ params }, reply) => reply.redirect(await linkTo(params.key)));
}
