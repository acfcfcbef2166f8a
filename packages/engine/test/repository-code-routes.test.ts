import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { code } from '../src/collect/repository/code/reader.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

function plain(value: Value | undefined): unknown {
  if (value?.kind === 'list')
    return [
      ...value.items.map(plain),
      ...(value.open === undefined ? [] : [`open: ${value.open.decidedBy}`]),
    ];
  if (value?.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, plain(v)]));
  return value?.kind === 'known' ? value.value : value?.kind;
}

async function read(files: Readonly<Record<string, string>>) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const none = { name: undefined, because: '', known: [] };
  return collectRepositoryRoot(repository, none, undefined, [code]);
}

/** Each route with its guards: `GET /cards: signedIn authenticates`. */
async function routes(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { resources } = await read(files);
  return resources
    .filter(({ type }) => type === 'Repository::Route')
    .map(({ address, properties }) => {
      const guards = plain(properties.members.get('guards')) as readonly (Record<string, string> | string)[];
      const said = guards.map((one) => (typeof one === 'string' ? one : `${one['name']} ${one['kind']}`));
      const open = properties.members.get('public') === undefined ? [] : ['public'];
      return `${address}: ${[...said, ...open].join(', ')}`;
    });
}

const SIGNED = `import jwt from 'jsonwebtoken';
export function signedIn(req, res, next) {
  try { req.user = jwt.verify(req.headers.authorization, process.env.KEY); next(); }
  catch { res.status(401).end(); }
}`;

describe('routes of Express', () => {
  it('have the prefixes of their routers and what stands before them', async () => {
    expect(
      await routes({
        'src/guard.js': SIGNED,
        'src/cards.js': `const { Router } = require('express');\nconst router = Router();\nrouter.route('/').get(list).post(add);\nrouter.delete('/:id', (req, res) => {});\nfunction list() {}\nfunction add() {}\nmodule.exports = router;`,
        'src/app.js': `const express = require('express');\nconst helmet = require('helmet');\nconst { signedIn } = require('./guard');\nconst app = express();\napp.use(helmet());\napp.get('/health', (req, res) => res.send('ok'));\napp.use('/cards', signedIn, require('./cards'));\napp.use(signedIn);\napp.get('/me', (req, res) => {});`,
      }),
    ).toEqual([
      'GET /health: ',
      'GET /cards: signedIn authenticates',
      'POST /cards: signedIn authenticates',
      'DELETE /cards/:id: signedIn authenticates',
      'GET /me: signedIn authenticates',
    ]);
  });

  it('are not guarded by what only reads a header, comes after them, or is there in one environment', async () => {
    expect(
      await routes({
        'guard.js': SIGNED,
        'app.js': `import express from 'express';\nimport { signedIn } from './guard.js';\nconst app = express();\nfunction admin(req, res, next) { if (req.headers['x-role'] !== 'admin') return res.status(403).end(); next(); }\nfunction key(req, res, next) { if (req.get('x-api-key') !== process.env.API_KEY) return res.sendStatus(401); next(); }\napp.get('/a', admin, show);\napp.get('/k', key, show);\nif (process.env.AUTH) app.use(signedIn);\napp.get('/b', show);\nfunction show(req, res) { res.json({}); }`,
      }),
    ).toEqual(['GET /a: admin believes-the-caller', 'GET /k: key shares-a-key', 'GET /b: signedIn unknown']);
  });

  it('are found behind functions that are given the application, and lists that are mounted', async () => {
    expect(
      await routes({
        'cards.ts': `import type { Express } from 'express';\nexport function cardRoutes(app: Express) { app.get('/cards', (req, res) => {}); }`,
        'users.ts': `import { Router } from 'express';\nexport const users = Router();\nusers.get('/', (req, res) => {});`,
        'app.ts': `import express from 'express';\nimport { cardRoutes } from './cards';\nimport { users } from './users';\nconst app = express();\ncardRoutes(app);\nconst all = [{ path: '/users', router: users }];\nall.forEach((one) => app.use(one.path, one.router));`,
      }),
    ).toEqual(['GET /cards: ', 'GET /users: ']);
  });

  it('stay open where a router is mounted by somebody who is not seen', async () => {
    expect(
      await routes({
        'r.js': `import { Router } from 'express';\nexport const r = Router();\nr.get('/x', (req, res) => {});`,
      }),
    ).toEqual(['GET /x: open: finding where r.js is mounted']);
    const { notSeen } = await read({
      'app.js': `import express from 'express';\nimport { made } from './not-here.js';\nconst app = express();\napp.use('/x', made);\napp.get('/y', (req, res) => {});`,
    });
    expect(notSeen.map(({ what }) => what)).toEqual(['what made mounts']);
  });
});

describe('routers that nothing mounts', () => {
  const app = `import express from 'express';\nimport { cards } from './cards.js';\nconst app = express();\napp.use('/cards', cards);`;
  const files = {
    'cards.js': `import { Router } from 'express';\nexport const cards = Router();\ncards.get('/', (req, res) => {});`,
    'old.js': `import { Router } from 'express';\nexport const old = Router();\nold.get('/old', (req, res) => {});`,
  };

  it('serve no routes, and it is said so', async () => {
    expect(await routes({ ...files, 'app.js': app })).toEqual(['GET /cards: ']);
    const { files: ledger } = await read({ ...files, 'app.js': app });
    expect(JSON.stringify(ledger)).toContain('no application mounts old.js');
  });

  it('are mounted by whatever asks for their file: parts of it, an object of several', async () => {
    const required = `const express = require('express');\nconst { cards } = require('./cards.js');\nconst app = express();\napp.use('/cards', cards);\nmodule.exports = { app, more: require('./old.js') };`;
    expect(await routes({ ...files, 'app.js': required })).toContain(
      'GET /old: open: finding where old.js is mounted',
    );
  });

  it('may serve them where modules are loaded whose names are not written', async () => {
    const loaded = `${app}\nfor (const name of fs.readdirSync('.')) app.use(require(name));`;
    expect(await routes({ ...files, 'app.js': `import fs from 'node:fs';\n${loaded}` })).toContain(
      'GET /old: open: finding where old.js is mounted',
    );
  });
});

describe('handlers', () => {
  it('are found in objects that get their members later', async () => {
    expect(
      await routes({
        'users.js': `const users = {};\nusers.add = function (req, res) { if (!req.session.user) return res.status(401).end(); res.json(req.body); };\nmodule.exports = users;`,
        'all.js': `const users = require('./users');\nmodule.exports = { users };`,
        'app.js': `const express = require('express');\nconst { users } = require('./all');\nconst app = express();\napp.post('/users', users.add);`,
      }),
    ).toEqual(['POST /users: req.session.user authenticates']);
  });
});

describe('routes of other frameworks in scripts', () => {
  it('NestJS: versions in paths', async () => {
    expect(
      await routes({
        'main.ts': `import { NestFactory } from '@nestjs/core';\nimport { VersioningType } from '@nestjs/common';\nconst app = await NestFactory.create(AppModule);\napp.setGlobalPrefix('api');\napp.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });`,
        'cards.ts': `import { Controller, Get, Version, VERSION_NEUTRAL } from '@nestjs/common';\n@Controller({ path: 'cards', version: ['2', '3'] })\nexport class Cards {\n  @Get() all() {}\n  @Version(VERSION_NEUTRAL) @Get('any') any() {}\n}\n@Controller('decks')\nexport class Decks {\n  @Get() all() {}\n}`,
      }),
    ).toEqual(['GET /api/v2/cards: ', 'GET /api/v3/cards: ', 'GET /api/cards/any: ', 'GET /api/v1/decks: ']);
  });

  it('Fastify: plugins, prefixes, hooks', async () => {
    expect(
      await routes({
        'guard.ts': `export async function signedIn(request, reply) { if (request.session.user === undefined) return reply.status(401).send(); }`,
        'cards.ts': `import { signedIn } from './guard.ts';\nexport async function cards(app) { app.get('/', async () => []); app.addHook('preHandler', signedIn); }`,
        'app.ts': `import Fastify from 'fastify';\nimport { cards } from './cards.ts';\nimport { signedIn } from './guard.ts';\nconst app = Fastify();\napp.register(cards, { prefix: '/cards' });\napp.route({ method: 'PUT', url: '/me', preHandler: [signedIn], handler: async () => ({}) });\napp.get('/open', async () => ({}));`,
      }),
    ).toEqual(['GET /cards: signedIn authenticates', 'PUT /me: signedIn authenticates', 'GET /open: ']);
  });

  it('Hono: chains, parts and middleware by path', async () => {
    expect(
      await routes({
        'app.ts': `import { Hono } from 'hono';\nimport { jwt } from 'hono/jwt';\nconst cards = new Hono().get('/', (c) => c.json([])).post('/', (c) => c.json({}));\nconst app = new Hono();\napp.use('/api/*', jwt({ secret: 'x' }));\napp.route('/api/cards', cards);\napp.get('/health', (c) => c.text('ok'));\nexport default app;`,
      }),
    ).toEqual([
      'GET /api/cards: jwt() authenticates',
      'POST /api/cards: jwt() authenticates',
      'GET /health: ',
    ]);
  });

  it('Koa: routers with prefixes', async () => {
    expect(
      await routes({
        'app.js': `import Koa from 'koa';\nimport Router from '@koa/router';\nimport jwt from 'koa-jwt';\nconst app = new Koa();\nconst router = new Router({ prefix: '/api' });\nrouter.get('/cards', (ctx) => {});\napp.use(jwt({ secret: 'x' }));\napp.use(router.routes());`,
      }),
    ).toEqual(['GET /api/cards: jwt() authenticates']);
  });

  it('NestJS: controllers, guards for all and what is public', async () => {
    expect(
      await routes({
        'jwt.guard.ts': `import { AuthGuard } from '@nestjs/passport';\nexport class JwtGuard extends AuthGuard('jwt') {}`,
        'app.module.ts': `import { Module } from '@nestjs/common';\nimport { APP_GUARD } from '@nestjs/core';\nimport { JwtGuard } from './jwt.guard';\n@Module({ providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })\nexport class AppModule {}`,
        'main.ts': `import { NestFactory } from '@nestjs/core';\nconst app = await NestFactory.create(AppModule);\napp.setGlobalPrefix('api');`,
        'cards.controller.ts': `import { Controller, Get, Post } from '@nestjs/common';\nimport { Public } from './public';\n@Controller('cards')\nexport class Cards {\n  @Get(':id') one() {}\n  @Public() @Post() add() {}\n}`,
      }),
    ).toEqual([
      'GET /api/cards/:id: JwtGuard authenticates',
      'POST /api/cards: JwtGuard authenticates, public',
    ]);
  });

  it('Next.js: files of both kinds', async () => {
    expect(
      await routes({
        'app/api/cards/[id]/route.ts': `import { NextResponse } from 'next/server';\nimport { getServerSession } from 'next-auth';\nexport async function GET() { const session = await getServerSession(); if (!session) return NextResponse.json({}, { status: 401 }); return NextResponse.json({}); }\nexport const POST = async () => NextResponse.json({});`,
        'pages/api/hello.ts': `export default function handler(req, res) { if (req.method === 'POST') res.end(); }`,
      }),
    ).toEqual([
      'GET /api/cards/:id: next-auth.getServerSession authenticates',
      'POST /api/cards/:id: ',
      'POST /api/hello: ',
    ]);
  });
});

describe('routes of Python', () => {
  it('FastAPI: routers, dependencies and aliases of them', async () => {
    expect(
      await routes({
        'app/deps.py': `from typing import Annotated\nimport jwt\nfrom fastapi import Depends, HTTPException\ndef current_user(token: str):\n    try:\n        return jwt.decode(token, KEY, algorithms=["HS256"])\n    except Exception:\n        raise HTTPException(status_code=401)\nCurrentUser = Annotated[dict, Depends(current_user)]\n`,
        'app/cards.py': `from fastapi import APIRouter\nfrom app.deps import CurrentUser\nrouter = APIRouter(prefix="/cards")\n@router.get("/{id}")\ndef one(id: int, user: CurrentUser):\n    return {}\n@router.post("/")\ndef add():\n    return {}\n`,
        'app/main.py': `from fastapi import FastAPI\nfrom app import cards\napp = FastAPI()\napp.include_router(cards.router, prefix="/api")\n`,
      }),
    ).toEqual(['GET /api/cards/{id}: current_user authenticates', 'POST /api/cards: ']);
  });

  it('Flask: blueprints and decorators; a signature that is not looked at guards nothing', async () => {
    expect(
      await routes({
        'cards.py': `from flask import Blueprint\nfrom flask_login import login_required\nbp = Blueprint("cards", __name__, url_prefix="/cards")\n@bp.route("/", methods=["GET", "POST"])\n@login_required\ndef cards():\n    return []\n`,
        'app.py': `import jwt\nfrom flask import Flask, request, abort\nfrom cards import bp\napp = Flask(__name__)\napp.register_blueprint(bp)\n@app.get("/me")\ndef me():\n    user = jwt.decode(request.headers["Authorization"], options={"verify_signature": False})\n    return user\n`,
      }),
    ).toEqual([
      'GET /cards: login_required authenticates',
      'POST /cards: login_required authenticates',
      'GET /me: ',
    ]);
  });

  it('Powertools: resolvers and their routers', async () => {
    expect(
      await routes({
        'app.py': `from aws_lambda_powertools.event_handler import APIGatewayRestResolver\napp = APIGatewayRestResolver()\n@app.get("/cards/<id>")\ndef one(id):\n    return {}\ndef handler(event, context):\n    return app.resolve(event, context)\n`,
      }),
    ).toEqual(['GET /cards/<id>: ']);
  });
});

describe('handlers of Lambda', () => {
  it('tell their routes apart by tables and branches', async () => {
    expect(
      await routes({
        'a.py': `from auth import user_of\nPUBLIC = {"POST /login"}\ndef handler(event, context):\n    route = event["routeKey"]\n    if route not in PUBLIC:\n        user_of(event)\n    return {"statusCode": 200, "body": ROUTES[route](event)}\ndef login(event):\n    return 1\nROUTES = {"POST /login": login, "GET /cards": lambda e: 2}\n`,
        'auth.py': `import jwt\ndef user_of(event):\n    return jwt.decode(event["headers"]["authorization"], "k", algorithms=["HS256"])["sub"]\n`,
        'b.ts': `export const handler = async (event) => {\n  if (event.httpMethod === 'GET' && event.path === '/health') return { statusCode: 200 };\n  switch (event.routeKey) { case 'DELETE /cards': return { statusCode: 204 }; }\n};`,
      }),
    ).toEqual([
      'POST /login: public',
      'GET /cards: jwt.decode authenticates',
      'GET /health: ',
      'DELETE /cards: ',
    ]);
  });
});

describe('what is not read', () => {
  it('could hold routes: other languages, other frameworks, broken files', async () => {
    const { notSeen } = await read({
      'main.go': 'package main\nimport "github.com/gin-gonic/gin"\n',
      'urls.py': 'from django.urls import path\n',
      'app.js': 'const = 1;\n',
    });
    expect(notSeen.map(({ what, holds }) => [what, holds?.includes('Repository::Route')])).toEqual([
      ['main.go', true],
      ['app.js', true],
      ['routes of Django', true],
    ]);
  });
});

describe('what only looks like a router', () => {
  it('could hold routes, and is told', async () => {
    const { notSeen, resources } = await read({
      'a.js': `import { api } from 'somewhere';\nconst app = api.make();\napp.get('/cards', (request, response) => response.json([]));`,
      'b.js': `module.exports = (app) => { app.get('/cards', (request, response) => response.json([])); };`,
      'c.py': `from somewhere import api\napp = api.app\n@app.get("/cards")\ndef cards():\n    return []\n`,
      'd.js': `import axios from 'axios';\naxios.get('/cards', { params: {} });\nconst seen = new Map();\nseen.get('/cards');`,
    });
    expect(resources).toEqual([]);
    expect(notSeen.map(({ what }) => what).sort()).toEqual([
      'routes on a parameter in b.js',
      'routes on app in a.js',
      'routes on app in c.py',
    ]);
  });
});

describe('bodies', () => {
  it('are compared with schemas, or not', async () => {
    const { resources } = await read({
      'app.ts': `import express from 'express';\nimport { z } from 'zod';\nconst Card = z.object({ name: z.string() });\nconst app = express();\napp.post('/a', (req, res) => { const card = Card.parse(req.body); res.json(card); });\napp.post('/b', (req, res) => { save(req.body); });\napp.post('/c', (req, res) => { res.end(); });`,
    });
    expect(
      resources.map(({ address, properties }) => [
        address,
        plain(properties.members.get('readsBody')),
        plain(properties.members.get('validations')),
      ]),
    ).toEqual([
      ['POST /a', true, [{ name: 'Card.parse', library: 'zod' }]],
      ['POST /b', true, []],
      ['POST /c', undefined, []],
    ]);
  });
});

describe('names', () => {
  it('that are given to each other without end lead nowhere, soon', async () => {
    const steps = Array.from(
      { length: 40 },
      (_, i) => `  text = text.replace('a', other.trim(${i}));\n  other = text.concat(other);`,
    );
    const began = performance.now();
    await read({
      'a.ts': `export function f(text, other) {\n${steps.join('\n')}\n  return text.get('/x', other);\n}`,
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('of routers that are made of each other lead nowhere', async () => {
    const text = `import { Hono } from 'hono';\nlet app = other.use(Hono);\nlet other = app.use(Hono);\napp = app.use(other);\napp.get('/x', () => {});\n`;
    expect(await routes({ 'a.ts': text })).toEqual([]);
  });
});
