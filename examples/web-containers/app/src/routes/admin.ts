import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RowDataPacket } from 'mysql2';
import { pool } from '../database.ts';

async function administrator(request: FastifyRequest, reply: FastifyReply) {
  if (request.headers['x-role'] !== 'admin') return reply.status(403).send({ message: 'for administrators' });
}

export async function adminRoutes(app: FastifyInstance) {
  app.get('/users', { preHandler: administrator }, async () => {
    const [users] = await pool.execute<RowDataPacket[]>('SELECT id, mail, created_at FROM users ORDER BY id');
    return users;
  });
}
