import type { FastifyInstance } from 'fastify';
import { signedIn } from '../sessions.ts';
import { newToken } from '../tokens.ts';

export async function tokenRoutes(app: FastifyInstance) {
  app.post('/tokens', { preHandler: signedIn }, async (request, reply) =>
    reply.status(201).send({ token: newToken(request.user) }),
  );
}
