import { DeleteObjectsCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import type { FastifyInstance } from 'fastify';
import type { ResultSetHeader, RowDataPacket } from 'mysql2';
import { hashOf, matches } from '../account/passwords.ts';
import type { Credentials } from '../account/validate.ts';
import { audit } from '../audit.ts';
import { configuration } from '../configuration.ts';
import { pool } from '../database.ts';
import { storage } from '../exports/store.ts';
import { send } from '../mail.ts';
import { signedIn } from '../sessions.ts';

export async function accountRoutes(app: FastifyInstance) {
  app.post('/sign-up', async (request, reply) => {
    const { mail, password } = request.body as Credentials;
    const [{ insertId }] = await pool.execute<ResultSetHeader>(
      'INSERT INTO users (mail, password_hash) VALUES (?, ?)',
      [mail, await hashOf(password)],
    );
    await send(mail, 'Welcome', 'Your account is ready.');
    request.session.user = insertId;
    return reply.status(201).send({ user: insertId });
  });

  app.post('/sign-in', async (request, reply) => {
    request.log.info({ body: request.body }, 'sign-in');
    const { mail, password } = request.body as Credentials;
    const [[user]] = await pool.execute<RowDataPacket[]>('SELECT id, password_hash FROM users WHERE mail = ?', [mail]);
    if (user === undefined || !(await matches(password, user.password_hash))) {
      return reply.status(401).send({ message: 'wrong mail or password' });
    }
    request.session.user = user.id;
    await audit(user.id, 'sign-in');
    return { user: user.id };
  });

  app.post('/sign-out', { preHandler: signedIn }, async (request, reply) => {
    await request.session.destroy();
    return reply.status(204).send();
  });

  app.delete('/account', { preHandler: signedIn }, async (request, reply) => {
    const { Contents } = await storage.send(
      new ListObjectsV2Command({ Bucket: configuration.exportsBucket, Prefix: `${request.user}-` }),
    );
    const Objects = (Contents ?? []).map(({ Key }) => ({ Key }));
    if (Objects.length > 0) {
      await storage.send(new DeleteObjectsCommand({ Bucket: configuration.exportsBucket, Delete: { Objects } }));
    }
    await pool.execute('DELETE FROM entries WHERE user_id = ?', [request.user]);
    await pool.execute('DELETE FROM users WHERE id = ?', [request.user]);
    await audit(request.user, 'delete-account');
    await request.session.destroy();
    return reply.status(204).send();
  });
}
