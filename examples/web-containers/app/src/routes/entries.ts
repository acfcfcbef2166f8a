import type { FastifyInstance } from 'fastify';
import { audit } from '../audit.ts';
import { Entries, type EntryDraft } from '../entries/entries.ts';
import { entriesTable } from '../entries/entries-table.ts';
import { signedIn } from '../sessions.ts';

const entry = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    title: { type: 'string' },
    text: { type: 'string' },
    version: { type: 'integer' },
    created_at: { type: 'string' },
  },
} as const;

const draft = {
  type: 'object',
  required: ['title', 'text'],
  additionalProperties: false,
  properties: {
    title: { type: 'string', minLength: 1, maxLength: 200 },
    text: { type: 'string', maxLength: 20_000 },
  },
} as const;

const page = {
  type: 'object',
  properties: {
    limit: { type: 'integer', minimum: 1, maximum: 100, default: 50 },
    before: { type: 'integer', minimum: 1, default: 4_294_967_295 },
  },
} as const;

export async function entryRoutes(app: FastifyInstance) {
  const entries = new Entries(entriesTable);
  app.addHook('preHandler', signedIn);

  app.get<{ Querystring: { limit: number; before: number } }>(
    '/',
    { schema: { querystring: page, response: { 200: { type: 'array', items: entry } } } },
    async ({ user, query }) => entries.page(user, query.before, query.limit),
  );

  app.post<{ Body: EntryDraft }>(
    '/',
    { schema: { body: draft, response: { 201: entry } } },
    async ({ user, body }, reply) => reply.status(201).send(await entries.add(user, body)),
  );

  app.get<{ Querystring: { q: string; sort?: string } }>('/search', async ({ user, query }) =>
    entries.search(user, query.q, query.sort ?? 'created_at'),
  );

  app.put<{ Params: { id: string } }>('/:id', async ({ user, params, body }, reply) => {
    const changed = body as EntryDraft & { version: number };
    const done = await entries.change(user, Number(params.id), changed.version, changed);
    return done ? reply.status(204).send() : reply.status(409).send({ message: 'somebody changed it before' });
  });

  app.delete<{ Params: { id: string } }>('/:id', async ({ user, params }, reply) => {
    await entries.remove(user, Number(params.id));
    await audit(user, 'delete-entry', params.id);
    return reply.status(204).send();
  });
}
