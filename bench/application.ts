import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Corpus, random } from './corpus.ts';

/** Files of code that a feature has, tests included. */
const FILES_PER_FEATURE = 10;

/**
 * Writes an application of about `count` source files below `folder`: features of ten files each (an Express router, its
 * service, store, schemas and test, a page, a FastAPI router, its service, store and test), with documents, a workflow,
 * manifests, a Dockerfile, migrations and one Terraform root. Answers with the paths of its code and their size in bytes.
 */
export function writeApplication(folder: string, count: number): Corpus {
  const features = Array.from({ length: Math.ceil(count / FILES_PER_FEATURE) }, (_, i) => nameOf(i));
  const code: [string, string][] = [...frame(features), ...features.flatMap((name, i) => feature(name, i))];
  let bytes = 0;
  for (const [path, text] of [...code, ...around(features)]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const [, text] of code) bytes += Buffer.byteLength(text);
  return { paths: code.map(([path]) => path), bytes };
}

const NOUNS = [
  'orders',
  'invoices',
  'members',
  'parcels',
  'tickets',
  'boards',
  'notes',
  'plans',
  'rooms',
  'trips',
];

function nameOf(i: number): string {
  const round = Math.floor(i / NOUNS.length);
  return `${NOUNS[i % NOUNS.length]}${round === 0 ? '' : round}`;
}

const capital = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`;

/** What holds the features together. */
function frame(features: readonly string[]): [string, string][] {
  const imports = features.map((f) => `import { ${f}Router } from './features/${f}/routes.js';`).join('\n');
  const mounts = features.map((f) => `app.use('/api/${f}', requireUser, ${f}Router);`).join('\n');
  return [
    [
      'src/app.ts',
      `import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { requireUser } from './auth.js';
import { onError } from './errors.js';
import { logger } from './logger.js';
${imports}

export const app = express();
app.use(helmet());
app.use(cors({ origin: ['https://app.example.com'] }));
app.use(express.json({ limit: '100kb' }));
app.get('/health', (_req, res) => res.json({ ok: true }));
${mounts}
app.use(onError);
app.listen(Number(process.env.PORT ?? 3000), () => logger.info('listening'));
`,
    ],
    [
      'src/auth.ts',
      `import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';

export function requireUser(req: Request, res: Response, next: NextFunction): void {
  const token = req.headers.authorization?.replace(/^Bearer /, '');
  if (token === undefined) {
    res.status(401).json({ error: 'sign in first' });
    return;
  }
  try {
    const claims = jwt.verify(token, process.env.JWT_KEY!, { algorithms: ['RS256'], audience: 'app' });
    res.locals.user = claims;
    next();
  } catch {
    res.status(401).json({ error: 'sign in again' });
  }
}
`,
    ],
    [
      'src/errors.ts',
      `import type { NextFunction, Request, Response } from 'express';
import { logger } from './logger.js';

export class NotFound extends Error {}

export function onError(error: Error, req: Request, res: Response, _next: NextFunction): void {
  if (error instanceof NotFound) {
    res.status(404).json({ error: 'not found' });
    return;
  }
  logger.error({ error, path: req.path }, 'failed');
  res.status(500).json({ error: 'something went wrong' });
}
`,
    ],
    [
      'src/logger.ts',
      `import pino from 'pino';

export const logger = pino({ level: process.env.LOG_LEVEL ?? 'info', redact: ['req.headers.authorization'] });
`,
    ],
    [
      'src/database.ts',
      `import { Pool } from 'pg';

export const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10, statement_timeout: 5000 });
`,
    ],
    [
      'worker/main.py',
      `import logging
import os

from fastapi import FastAPI

${features.map((f) => `from worker.${f}.router import router as ${f}_router`).join('\n')}

logging.basicConfig(level=os.environ.get("LOG_LEVEL", "INFO"))
app = FastAPI()
${features.map((f) => `app.include_router(${f}_router, prefix="/${f}")`).join('\n')}


@app.get("/health")
def health():
    return {"ok": True}
`,
    ],
    [
      'worker/auth.py',
      `import os

import jwt
from fastapi import Depends, HTTPException
from fastapi.security import HTTPBearer

bearer = HTTPBearer()


def current_user(credentials=Depends(bearer)):
    try:
        return jwt.decode(credentials.credentials, os.environ["JWT_KEY"], algorithms=["RS256"], audience="app")
    except jwt.InvalidTokenError:
        raise HTTPException(status_code=401)
`,
    ],
    [
      'worker/database.py',
      `import os

from sqlalchemy import create_engine

engine = create_engine(os.environ["DATABASE_URL"], pool_size=10, pool_pre_ping=True)
`,
    ],
  ];
}

function feature(name: string, i: number): [string, string][] {
  const pick = random(i + 1);
  const at = `src/features/${name}`;
  return [
    [`${at}/routes.ts`, routes(name, pick)],
    [`${at}/service.ts`, service(name, pick)],
    [`${at}/store.ts`, store(name, pick)],
    [`${at}/schemas.ts`, schemas(name, pick)],
    [`${at}/routes.test.ts`, routesTest(name)],
    [`web/pages/${capital(name)}.tsx`, page(name)],
    [`worker/${name}/router.py`, pythonRouter(name, pick)],
    [`worker/${name}/service.py`, pythonService(name, pick)],
    [`worker/${name}/store.py`, pythonStore(name)],
    [`tests/test_${name}.py`, pythonTest(name)],
  ];
}

function routes(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  const actions = ['archive', 'publish', 'share', 'assign', 'renew'].slice(0, 1 + pick(5));
  return `import { Router } from 'express';
import rateLimit from 'express-rate-limit';
import { NotFound } from '../../errors.js';
import { logger } from '../../logger.js';
import { ${N}Service } from './service.js';
import { create${N}, list${N}, update${N} } from './schemas.js';

export const ${name}Router = Router();
const service = new ${N}Service();
const limited = rateLimit({ windowMs: 60_000, limit: ${20 + pick(80)} });

${name}Router.get('/', limited, async (req, res, next) => {
  try {
    const { page, size } = list${N}.parse(req.query);
    const found = await service.list(res.locals.user.sub, page, size);
    res.json({ items: found, page, size });
  } catch (error) {
    next(error);
  }
});

${name}Router.get('/:id', async (req, res, next) => {
  try {
    const one = await service.find(res.locals.user.sub, req.params.id);
    if (one === undefined) throw new NotFound(\`no ${name} \${req.params.id}\`);
    res.json(one);
  } catch (error) {
    next(error);
  }
});

${name}Router.post('/', limited, async (req, res, next) => {
  const read = create${N}.safeParse(req.body);
  if (!read.success) return res.status(400).json({ error: 'not valid', issues: read.error.issues });
  try {
    const made = await service.create(res.locals.user.sub, read.data);
    logger.info({ id: made.id, user: res.locals.user.sub }, '${name} created');
    return res.status(201).json(made);
  } catch (error) {
    return next(error);
  }
});

${name}Router.put('/:id', limited, async (req, res, next) => {
  try {
    const changes = update${N}.parse(req.body);
    res.json(await service.update(res.locals.user.sub, req.params.id, changes));
  } catch (error) {
    next(error);
  }
});

${name}Router.delete('/:id', async (req, res, next) => {
  try {
    await service.remove(res.locals.user.sub, req.params.id);
    res.status(204).end();
  } catch (error) {
    next(error);
  }
});
${actions
  .map(
    (action) => `
${name}Router.post('/:id/${action}', limited, async (req, res, next) => {
  try {
    const { reason } = update${N}.pick({ reason: true }).parse(req.body);
    const done = await service.${action}(res.locals.user.sub, req.params.id, reason ?? 'none');
    res.json({ ...done, action: '${action}' });
  } catch (error) {
    next(error);
  }
});
`,
  )
  .join('')}`;
}

function service(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  return `import { randomUUID } from 'node:crypto';
import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
import { NotFound } from '../../errors.js';
import { logger } from '../../logger.js';
import { ${N}Store, type ${N} } from './store.js';
import type { Create${N}, Update${N} } from './schemas.js';

const queue = new SQSClient({ maxAttempts: ${2 + pick(3)}, requestHandler: { requestTimeout: 2_000 } });
const LIMIT = ${50 + pick(100)};

/** What users do with ${name}. */
export class ${N}Service {
  readonly #store: ${N}Store;

  constructor(store = new ${N}Store()) {
    this.#store = store;
  }

  async list(owner: string, page: number, size: number): Promise<${N}[]> {
    const all = await this.#store.of(owner, Math.min(size, LIMIT), page * size);
    return all.filter((one) => one.archivedAt === null).sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  }

  async find(owner: string, id: string): Promise<${N} | undefined> {
    const one = await this.#store.byId(id);
    return one?.owner === owner ? one : undefined;
  }

  async create(owner: string, wanted: Create${N}): Promise<${N}> {
    const made: ${N} = {
      id: randomUUID(),
      owner,
      title: wanted.title.trim(),
      amount: wanted.amount ?? 0,
      state: 'open',
      createdAt: new Date().toISOString(),
      archivedAt: null,
    };
    await this.#store.put(made);
    await this.#announce('created', made);
    return made;
  }

  async update(owner: string, id: string, changes: Update${N}): Promise<${N}> {
    const before = await this.find(owner, id);
    if (before === undefined) throw new NotFound(id);
    const after = { ...before, title: changes.title ?? before.title, amount: changes.amount ?? before.amount };
    if (after.amount > ${1_000 * (1 + pick(9))}) logger.warn({ id, amount: after.amount }, 'a large amount');
    await this.#store.put(after);
    return after;
  }

  async remove(owner: string, id: string): Promise<void> {
    const one = await this.find(owner, id);
    if (one === undefined) throw new NotFound(id);
    await this.#store.remove(id);
    await this.#announce('removed', one);
  }
${['archive', 'publish', 'share', 'assign', 'renew']
  .map(
    (action) => `
  async ${action}(owner: string, id: string, reason: string): Promise<${N}> {
    const one = await this.find(owner, id);
    if (one === undefined) throw new NotFound(id);
    switch (one.state) {
      case 'open':
        await this.#store.put({ ...one, state: '${action}' });
        break;
      default:
        logger.info({ id, reason, state: one.state }, 'nothing to ${action}');
    }
    return one;
  }
`,
  )
  .join('')}
  async #announce(event: string, one: ${N}): Promise<void> {
    const body = JSON.stringify({ event: \`${name}.\${event}\`, id: one.id, at: Date.now() });
    await queue.send(new SendMessageCommand({ QueueUrl: process.env.EVENTS_QUEUE_URL, MessageBody: body }));
  }
}
`;
}

function store(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  return `import { pool } from '../../database.js';

export interface ${N} {
  id: string;
  owner: string;
  title: string;
  amount: number;
  state: string;
  createdAt: string;
  archivedAt: string | null;
}

const COLUMNS = 'id, owner, title, amount, state, created_at, archived_at';

export class ${N}Store {
  async of(owner: string, limit: number, offset: number): Promise<${N}[]> {
    const found = await pool.query(
      \`SELECT \${COLUMNS} FROM ${name} WHERE owner = $1 ORDER BY created_at DESC LIMIT $2 OFFSET $3\`,
      [owner, limit, offset],
    );
    return found.rows.map(fromRow);
  }

  async byId(id: string): Promise<${N} | undefined> {
    const found = await pool.query('SELECT * FROM ${name} WHERE id = $1', [id]);
    return found.rows.length === 0 ? undefined : fromRow(found.rows[0]);
  }

  async put(one: ${N}): Promise<void> {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query(
        'INSERT INTO ${name} (id, owner, title, amount, state) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET title = $3, amount = $4, state = $5',
        [one.id, one.owner, one.title, one.amount, one.state],
      );
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  }

  async remove(id: string): Promise<void> {
    await pool.query('DELETE FROM ${name} WHERE id = $1', [id]);
  }

  async purge(days = ${30 + pick(300)}): Promise<number> {
    const gone = await pool.query('DELETE FROM ${name} WHERE archived_at < now() - $1::interval', [\`\${days} days\`]);
    return gone.rowCount ?? 0;
  }
}

function fromRow(row: Record<string, unknown>): ${N} {
  return {
    id: String(row.id),
    owner: String(row.owner),
    title: String(row.title),
    amount: Number(row.amount),
    state: String(row.state),
    createdAt: String(row.created_at),
    archivedAt: row.archived_at === null ? null : String(row.archived_at),
  };
}
`;
}

function schemas(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  const more = Array.from(
    { length: 4 + pick(12) },
    (_, i) => `  field${i}: z.string().max(${20 + pick(200)}).optional(),`,
  ).join('\n');
  return `import { z } from 'zod';

export const create${N} = z.object({
  title: z.string().min(1).max(200),
  amount: z.number().int().nonnegative().optional(),
${more}
});

export const update${N} = create${N}.partial().extend({ reason: z.string().max(500).optional() });

export const list${N} = z.object({
  page: z.coerce.number().int().min(0).default(0),
  size: z.coerce.number().int().min(1).max(100).default(20),
});

export type Create${N} = z.infer<typeof create${N}>;
export type Update${N} = z.infer<typeof update${N}>;
`;
}

function routesTest(name: string): string {
  return `import request from 'supertest';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { app } from '../../app.js';
import { token } from '../../../test/token.js';

describe('${name}', () => {
  beforeEach(() => vi.useFakeTimers());

  it('lists those of the caller', async () => {
    const answer = await request(app).get('/api/${name}').set('Authorization', token('a'));
    expect(answer.status).toBe(200);
    expect(answer.body.items).toEqual([]);
  });

  it('refuses callers without a token', async () => {
    const answer = await request(app).get('/api/${name}');
    expect(answer.status).toBe(401);
  });

  it('refuses what has no title', async () => {
    const answer = await request(app).post('/api/${name}').set('Authorization', token('a')).send({ amount: 1 });
    expect(answer.status).toBe(400);
    expect(answer.body.issues).toHaveLength(1);
  });

  it('does not show one of another user', async () => {
    const made = await request(app).post('/api/${name}').set('Authorization', token('a')).send({ title: 'x' });
    const answer = await request(app).get(\`/api/${name}/\${made.body.id}\`).set('Authorization', token('b'));
    expect(answer.status).toBe(404);
  });
});
`;
}

function page(name: string): string {
  const N = capital(name);
  return `import { useEffect, useState } from 'react';
import { api } from '../api';

interface Item {
  id: string;
  title: string;
  amount: number;
}

export default function ${N}Page({ owner }: { owner: string }) {
  const [items, setItems] = useState<Item[]>([]);
  const [title, setTitle] = useState('');
  const [failed, setFailed] = useState<string>();

  useEffect(() => {
    const ended = new AbortController();
    api
      .get('/api/${name}', { signal: ended.signal })
      .then((answer) => setItems(answer.items))
      .catch((error) => setFailed(error.message));
    return () => ended.abort();
  }, [owner]);

  async function add(event: React.FormEvent) {
    event.preventDefault();
    const made = await api.post('/api/${name}', { title });
    setItems((before) => [...before, made]);
    setTitle('');
  }

  return (
    <main>
      <h1>${N}</h1>
      {failed !== undefined && <p role="alert">{failed}</p>}
      <form onSubmit={add}>
        <label htmlFor="title">Title</label>
        <input id="title" value={title} onChange={(event) => setTitle(event.target.value)} />
        <button type="submit" disabled={title === ''}>
          Add
        </button>
      </form>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            {item.title} <small>{item.amount}</small>
          </li>
        ))}
      </ul>
    </main>
  );
}
`;
}

function pythonRouter(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  return `from fastapi import APIRouter, Depends, HTTPException
from pydantic import BaseModel, Field

from worker.auth import current_user
from worker.${name}.service import ${N}Service

router = APIRouter(dependencies=[Depends(current_user)])


class ${N}In(BaseModel):
    title: str = Field(min_length=1, max_length=${50 + pick(200)})
    amount: int = Field(default=0, ge=0)


class ${N}Out(${N}In):
    id: str


@router.get("/")
def list_${name}(limit: int = ${10 + pick(50)}, user=Depends(current_user)):
    return ${N}Service().list(user["sub"], min(limit, 100))


@router.get("/{one_id}", response_model=${N}Out)
def get_${name}(one_id: str, user=Depends(current_user)):
    found = ${N}Service().find(user["sub"], one_id)
    if found is None:
        raise HTTPException(status_code=404, detail="not found")
    return found


@router.post("/", status_code=201)
def create_${name}(wanted: ${N}In, user=Depends(current_user)):
    return ${N}Service().create(user["sub"], wanted.title, wanted.amount)


@router.delete("/{one_id}", status_code=204)
def delete_${name}(one_id: str, user=Depends(current_user)):
    if not ${N}Service().remove(user["sub"], one_id):
        raise HTTPException(status_code=404, detail="not found")
`;
}

function pythonService(name: string, pick: (below: number) => number): string {
  const N = capital(name);
  return `import json
import logging
import os
from datetime import datetime, timedelta, timezone

import boto3
import httpx

from worker.${name}.store import ${N}Store

log = logging.getLogger(__name__)
sqs = boto3.client("sqs")
RETRIES = ${2 + pick(4)}


class ${N}Service:
    """What the worker does with ${name}."""

    def __init__(self, store=None):
        self.store = store or ${N}Store()

    def list(self, owner, limit):
        rows = self.store.of(owner, limit)
        return [row for row in rows if not row["archived"]]

    def find(self, owner, one_id):
        row = self.store.by_id(one_id)
        return row if row is not None and row["owner"] == owner else None

    def create(self, owner, title, amount):
        row = {"owner": owner, "title": title.strip(), "amount": amount, "archived": False}
        row["id"] = self.store.put(row)
        self._announce("created", row)
        return row

    def remove(self, owner, one_id):
        row = self.find(owner, one_id)
        if row is None:
            return False
        self.store.remove(one_id)
        self._announce("removed", row)
        return True

    def rates(self, currency):
        for attempt in range(RETRIES):
            try:
                answer = httpx.get(f"https://rates.example.com/{currency}", timeout=5)
                answer.raise_for_status()
                return answer.json()["rate"]
            except httpx.HTTPError as error:
                log.warning("no rate for %s (%s)", currency, error)
        return None

    def expire(self, days=${30 + pick(100)}):
        before = datetime.now(timezone.utc) - timedelta(days=days)
        count = 0
        for row in self.store.older(before):
            if row["archived"]:
                continue
            self.store.remove(row["id"])
            count += 1
        log.info("expired %d of ${name}", count)
        return count

    def _announce(self, event, row):
        body = json.dumps({"event": f"${name}.{event}", "id": row["id"]})
        sqs.send_message(QueueUrl=os.environ["EVENTS_QUEUE_URL"], MessageBody=body)
`;
}

function pythonStore(name: string): string {
  const N = capital(name);
  return `from sqlalchemy import text

from worker.database import engine


class ${N}Store:
    def of(self, owner, limit):
        with engine.connect() as connection:
            found = connection.execute(
                text("SELECT * FROM ${name} WHERE owner = :owner ORDER BY created_at LIMIT :limit"),
                {"owner": owner, "limit": limit},
            )
            return [dict(row) for row in found.mappings()]

    def by_id(self, one_id):
        with engine.connect() as connection:
            found = connection.execute(text("SELECT * FROM ${name} WHERE id = :id"), {"id": one_id})
            row = found.mappings().first()
            return None if row is None else dict(row)

    def put(self, row):
        with engine.begin() as connection:
            made = connection.execute(
                text("INSERT INTO ${name} (owner, title, amount) VALUES (:owner, :title, :amount) RETURNING id"),
                row,
            )
            return made.scalar_one()

    def older(self, before):
        with engine.connect() as connection:
            found = connection.execute(text("SELECT * FROM ${name} WHERE created_at < :before"), {"before": before})
            return [dict(row) for row in found.mappings()]

    def remove(self, one_id):
        with engine.begin() as connection:
            connection.execute(text("DELETE FROM ${name} WHERE id = :id"), {"id": one_id})
`;
}

function pythonTest(name: string): string {
  const N = capital(name);
  return `import pytest

from worker.${name}.service import ${N}Service


class FakeStore:
    def __init__(self, rows=()):
        self.rows = {row["id"]: row for row in rows}

    def by_id(self, one_id):
        return self.rows.get(one_id)

    def remove(self, one_id):
        del self.rows[one_id]


def test_finds_one_of_the_owner():
    service = ${N}Service(FakeStore([{"id": "1", "owner": "a", "archived": False}]))
    assert service.find("a", "1")["id"] == "1"


def test_hides_one_of_another_owner():
    service = ${N}Service(FakeStore([{"id": "1", "owner": "a", "archived": False}]))
    assert service.find("b", "1") is None


@pytest.mark.parametrize("owner", ["a", "b"])
def test_removes_nothing_that_is_not_there(owner):
    assert not ${N}Service(FakeStore()).remove(owner, "2")
`;
}

/** What lies around the code. */
function around(features: readonly string[]): [string, string][] {
  const documents = features.map((name): [string, string] => [
    `docs/features/${name}.md`,
    `# ${capital(name)}\n\nOwners: the team of ${name}.\n\n## What it does\n\nUsers make, share and archive ${name}. Each belongs to one owner.\n\n## When it fails\n\n1. Look at the dashboard of ${name}.\n2. \`kubectl rollout undo deployment/api\`\n`,
  ]);
  const migrations = features.map((name, i): [string, string] => [
    `migrations/${String(i + 1).padStart(4, '0')}_${name}.sql`,
    `CREATE TABLE ${name} (\n  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),\n  owner text NOT NULL,\n  title text NOT NULL,\n  amount integer NOT NULL DEFAULT 0,\n  state text NOT NULL DEFAULT 'open',\n  created_at timestamptz NOT NULL DEFAULT now(),\n  archived_at timestamptz\n);\nCREATE INDEX ${name}_owner ON ${name} (owner);\n`,
  ]);
  return [
    ...documents,
    ...migrations,
    [
      'README.md',
      '# Application\n\n## Run it\n\n```\nnpm ci && npm run dev\n```\n\nSee [docs](docs/runbook.md).\n',
    ],
    [
      'docs/runbook.md',
      '# Runbook\n\n## Restore the database\n\n1. Find the last snapshot.\n2. Restore it.\n',
    ],
    [
      'package.json',
      JSON.stringify(
        {
          name: 'application',
          private: true,
          type: 'module',
          scripts: { dev: 'tsx src/app.ts', build: 'tsc -p .', test: 'vitest run', lint: 'eslint .' },
          dependencies: {
            '@aws-sdk/client-sqs': '3.700.0',
            cors: '2.8.5',
            express: '5.0.1',
            'express-rate-limit': '7.4.1',
            helmet: '8.0.0',
            jsonwebtoken: '9.0.2',
            pg: '8.13.1',
            pino: '9.5.0',
            zod: '3.23.8',
          },
          devDependencies: { eslint: '9.15.0', supertest: '7.0.0', typescript: '5.7.2', vitest: '2.1.5' },
        },
        null,
        2,
      ),
    ],
    ['package-lock.json', JSON.stringify({ name: 'application', lockfileVersion: 3, packages: {} }, null, 2)],
    [
      'requirements.txt',
      'boto3==1.35.60\nfastapi==0.115.5\nhttpx==0.27.2\nPyJWT==2.10.0\nsqlalchemy==2.0.36\n',
    ],
    [
      'Dockerfile',
      'FROM node:22-alpine\nWORKDIR /app\nCOPY . .\nRUN npm ci && npm run build\nUSER node\nCMD ["node", "dist/app.js"]\n',
    ],
    [
      '.github/workflows/deploy.yml',
      `name: deploy
on:
  push:
    branches: [main]
  pull_request:
permissions: { contents: read, id-token: write }
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
      - run: npm ci
      - run: npm run lint
      - run: npm test -- --coverage
      - run: pip install -r requirements.txt && pytest tests
  deploy:
    needs: test
    if: github.ref == 'refs/heads/main'
    environment: production
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm run build
      - run: terraform -chdir=infra init && terraform -chdir=infra apply -auto-approve
`,
    ],
    [
      'infra/main.tf',
      `terraform {
  required_version = ">= 1.5"
  backend "s3" {}
}

provider "aws" {
  region = "eu-west-1"
}

resource "aws_sqs_queue" "events" {
  name                    = "events"
  sqs_managed_sse_enabled = true
}

resource "aws_db_instance" "main" {
  identifier              = "main"
  engine                  = "postgres"
  instance_class          = "db.t4g.small"
  storage_encrypted       = true
  backup_retention_period = 30
  deletion_protection     = true
  multi_az                = true
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}
`,
    ],
  ];
}
