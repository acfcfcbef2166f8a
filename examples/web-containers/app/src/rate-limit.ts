import type { FastifyReply, FastifyRequest } from 'fastify';

const LIMIT = 500;
const WINDOW_MS = 5 * 60_000;

const counted = new Map<number, { since: number; requests: number }>();

/** At most 500 requests of a user in five minutes. */
export async function limitByUser(request: FastifyRequest, reply: FastifyReply) {
  const now = Date.now();
  const seen = counted.get(request.user);
  if (seen === undefined || now - seen.since > WINDOW_MS) {
    counted.set(request.user, { since: now, requests: 1 });
    return;
  }
  seen.requests += 1;
  if (seen.requests > LIMIT) return reply.status(429).send({ message: 'too many requests' });
}
