import { createHash } from 'node:crypto';
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { configuration } from './configuration.ts';
import { userOfToken } from './tokens.ts';

declare module 'fastify' {
  interface Session {
    user?: number;
  }
  interface FastifyRequest {
    user: number;
  }
}

const DAY_MS = 86_400_000;

/** A cookie for people; its content stays in this process. */
export function sessions(app: FastifyInstance) {
  app.decorateRequest('user', 0);
  app.register(cookie);
  app.register(session, {
    secret: createHash('sha256').update(configuration.sessionSecret).digest('hex'),
    cookieName: 'web',
    cookie: { secure: false, httpOnly: true, sameSite: 'lax', maxAge: 30 * DAY_MS },
    saveUninitialized: false,
  });
}

/** Lets in a session or the token of a program, and says whose it is. */
export async function signedIn(request: FastifyRequest, reply: FastifyReply) {
  const user = request.session.user ?? userOfToken(request.headers.authorization);
  if (user === undefined) return reply.status(401).send({ message: 'sign in first' });
  request.user = user;
}
