import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What a function of Lambda answers behind a path for everything: the routes of its code, what it leaves over for certain paths, and
 * whether that is all.
 */
async function answersOf(code: string, file = 'ferries.js', more: Readonly<Record<string, string>> = {}) {
  const runtime = file.endsWith('.py') ? 'python3.13' : 'nodejs22.x';
  const template = `Transform: AWS::Serverless-2016-10-31\nResources:\n  Ferries:\n    Type: AWS::Serverless::Function\n    Properties: { Runtime: ${runtime}, CodeUri: ., Handler: ferries.handler }\n`;
  const { roots } = await collectRepository({
    path: '/repo',
    fileSystem: memoryFileSystem({ 'template.yaml': template, [file]: code, ...more }),
    now: new Date('2026-11-22T12:00:00Z'),
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
  });
  const ferries = roots
    .flatMap(({ resources }) => resources)
    .find(({ type }) => type === 'AWS::Lambda::Function');
  const told = ferries?.meta?.members.get('Code') as Extract<Value, { kind: 'object' }>;
  const routes = told.members.get('routes') as Extract<Value, { kind: 'list' }>;
  const text = (value: Value | undefined) => (value?.kind === 'known' ? String(value.value) : '?');
  const named = routes.items.map((one) => {
    const { members } = one as Extract<Value, { kind: 'object' }>;
    return `${text(members.get('method'))} ${text(members.get('path'))}`;
  });
  const isAll = routes.open === undefined && told.members.get('tellsApart')?.kind === 'known';
  return [...named, ...(isAll ? [] : ['perhaps more'])];
}

const PARTS = `const answer = (statusCode, body) => ({ statusCode, body: JSON.stringify(body) });
const list = async () => answer(200, []);
const sail = async () => answer(201, {});
`;
const TABLE = `${PARTS}const ROUTES = { 'GET /ferries': list, 'POST /ferries': sail };\n`;
const KEY = '`${event.httpMethod} ${event.path}`';
const ROUTES = ['GET /ferries', 'POST /ferries'];

describe('routes in a table', () => {
  it.each([
    [
      'refuse what is not in it',
      `const route = ROUTES[${KEY}];\n  if (!route) return answer(404, {});\n  return route(event);`,
    ],
    [
      'the same the other way round',
      `const route = ROUTES[event.routeKey];\n  if (route) return answer(200, await route(event));\n  return { statusCode: 404 };`,
    ],
    ['fail where there is none', 'return ROUTES[event.routeKey](event);'],
    [
      'have another that refuses',
      'const missing = () => answer(404, {});\n  return (ROUTES[event.routeKey] ?? missing)(event);',
    ],
    [
      'answer errors with errors',
      `try {
    const made = await ROUTES[event.routeKey](event);
    return answer(made.status, made.body);
  } catch (error) {
    return answer(500, { failed: true });
  }`,
    ],
    [
      'tell browsers what they may',
      `if (event.httpMethod === 'OPTIONS') return answer(204, {});
  return ROUTES[event.routeKey](event);`,
    ],
  ])('%s', async (_, body) => {
    expect(await answersOf(`${TABLE}exports.handler = async (event) => {\n  ${body}\n};\n`)).toEqual(ROUTES);
  });

  it('stand in a Map, are frozen, or are looked up by a function', async () => {
    const map = `${PARTS}const ROUTES = new Map([['GET /ferries', list], ['POST /ferries', sail]]);\nexports.handler = async (event) => {\n  const route = ROUTES.get(event.routeKey);\n  return route ? route(event) : answer(404, {});\n};\n`;
    const frozen = `${PARTS}const ROUTES = Object.freeze({ 'GET /ferries': list, 'POST /ferries': sail });\nconst served = (event) => {\n  if (!Object.hasOwn(ROUTES, event.routeKey)) return answer(405, {});\n  return ROUTES[event.routeKey](event);\n};\nexports.handler = async (event) => served(event);\n`;
    const python = `def sail(event):\n    return {"statusCode": 201}\n\n\nROUTES = {"POST /ferries": sail}\n\n\ndef handler(event, context):\n    route = ROUTES.get(event["routeKey"])\n    if route is None:\n        return {"statusCode": 404, "body": "{}"}\n    return route(event)\n`;
    expect(await answersOf(map)).toEqual(ROUTES);
    expect(await answersOf(frozen)).toEqual(ROUTES);
    expect(await answersOf(python, 'ferries.py')).toEqual(['POST /ferries']);
  });

  it.each([
    [
      'answers the rest',
      `${TABLE}exports.handler = async (event) => {\n  const route = ROUTES[event.routeKey];\n  return route ? route(event) : answer(200, event.path);\n};\n`,
    ],
    [
      'has another that answers',
      `${TABLE}exports.handler = async (event) => (ROUTES[event.routeKey] ?? list)(event);\n`,
    ],
    [
      'answers before it looks',
      `${TABLE}exports.handler = async (event) => {\n  if (event.path.startsWith('/piers')) return list(event);\n  return ROUTES[event.routeKey](event);\n};\n`,
    ],
    [
      'puts another route in',
      `${TABLE}ROUTES['GET /piers'] = list;\nexports.handler = async (event) => ROUTES[event.routeKey](event);\n`,
    ],
    [
      'puts others in',
      `${TABLE}Object.assign(ROUTES, require('./piers'));\nexports.handler = async (event) => ROUTES[event.routeKey](event);\n`,
    ],
    [
      'is made of another',
      `${PARTS}const ROUTES = { ...require('./piers'), 'GET /ferries': list, 'POST /ferries': sail };\nexports.handler = async (event) => ROUTES[event.routeKey](event);\n`,
    ],
    [
      'has a key that is computed',
      `${PARTS}const ROUTES = { [process.env.PIERS]: list, 'GET /ferries': list, 'POST /ferries': sail };\nexports.handler = async (event) => ROUTES[event.routeKey](event);\n`,
    ],
    [
      'answers what failed',
      `${TABLE}exports.handler = async (event) => {\n  try {\n    return await ROUTES[event.routeKey](event);\n  } catch {\n    return answer(200, event.path);\n  }\n};\n`,
    ],
    ['is handed on', `${TABLE}exports.handler = async (event) => require('routing').pick(ROUTES, event);\n`],
    [
      'is looked up by who knows what',
      `${TABLE}const { around } = require('harbour');\nexports.handler = around(async (event) => ROUTES[event.routeKey](event));\n`,
    ],
    [
      'is answered by a callback',
      `${TABLE}exports.handler = (event, context, callback) => {\n  callback(null, answer(200, event.path));\n  return ROUTES[event.routeKey](event);\n};\n`,
    ],
  ])('that %s may be more', async (_, code) => {
    expect((await answersOf(code)).at(-1)).toBe('perhaps more');
  });
});

describe('routes in a table that is asked for one key after the other', () => {
  const asked = (table: string, body: string) =>
    `${PARTS}const ROUTES = ${table};\nexports.handler = async (event) => {\n  ${body}\n};\n`;
  const refused = 'if (!route) return answer(404, {});\n  return route(event);';
  const byPath = "{ '/ferries': { GET: list, POST: sail } }";
  const byMethod = "{ GET: { '/ferries': list }, POST: { '/ferries': sail } }";

  it.each([
    ['by its method', byMethod, 'const route = ROUTES[event.httpMethod]?.[event.path];'],
    [
      'by its path, the method in a name',
      byPath,
      'const { httpMethod, path } = event;\n  const route = ROUTES[path]?.[httpMethod];',
    ],
    [
      'by its path, what is found there in a name',
      byPath,
      'const answers = ROUTES[event.path];\n  const route = answers && answers[event.httpMethod];',
    ],
    [
      'by its path, or none',
      byPath,
      'const answers = ROUTES[event.path] ?? {};\n  const route = answers[event.httpMethod];',
    ],
  ])('are all where it is asked %s', async (_, table, found) => {
    expect(await answersOf(asked(table, `${found}\n  ${refused}`))).toEqual(ROUTES);
  });

  it('are for every method where there is none in it', async () => {
    const code = asked(
      "{ '/ferries': list, '/piers': sail }",
      `const route = ROUTES[event.rawPath];\n  ${refused}`,
    );
    expect(await answersOf(code)).toEqual(['ANY /ferries', 'ANY /piers']);
  });

  it.each([
    [
      'is changed',
      byMethod,
      `ROUTES.GET['/piers'] = list;\n  const route = ROUTES[event.httpMethod]?.[event.path];\n  ${refused}`,
    ],
    [
      'is handed on in part',
      byMethod,
      `add(ROUTES.GET);\n  const route = ROUTES[event.httpMethod]?.[event.path];\n  ${refused}`,
    ],
    [
      'has another that answers',
      byPath,
      `const route = ROUTES[event.path]?.[event.httpMethod] ?? list;\n  return route(event);`,
    ],
    [
      'is asked for something else',
      "{ '/ferries': list }",
      `const route = ROUTES[event.headers.topic];\n  ${refused}`,
    ],
    [
      'holds no functions',
      "{ '/ferries': 'Ferries', '/piers': 'Piers' }",
      'return answer(200, ROUTES[event.path]);',
    ],
    ['is nested and answers in part', byPath, 'return answer(200, Object.keys(ROUTES[event.path]));'],
  ])('are perhaps not all where it %s', async (_, table, body) => {
    expect((await answersOf(asked(table, body))).at(-1)).toBe('perhaps more');
  });
});

describe('what is left over', () => {
  const handler = (body: string) => `${TABLE}exports.handler = async (event) => {
  const [, kind, id] = event.path.split('/');
  const database = await require('./database').connect();
  const route = ROUTES[${KEY}];
  if (route !== undefined) return answer(200, await route(event));
  ${body}
};
`;
  const read =
    'const { rows } = await database.query(`SELECT * FROM ${kind} WHERE id = $1`, [id]);\n  return answer(200, rows);';
  const database = {
    'database.js': `const { Client } = require('pg');\nexports.connect = async () => { const client = new Client(); await client.connect(); return client; };\n`,
  };

  it('is for paths that begin with certain parts, and for GET where it only reads', async () => {
    const refuses = `if (!['piers', 'tides'].includes(kind)) return answer(404, {});`;
    expect(await answersOf(handler(`${refuses}\n  ${read}`), 'ferries.js', database)).toEqual([
      ...ROUTES,
      'GET /piers/{rest+}',
      'GET /tides/{rest+}',
    ]);
    const posts = `if (event.httpMethod === 'POST') {\n    await database.query('INSERT INTO piers DEFAULT VALUES');\n    return answer(201, {});\n  }`;
    expect(
      await answersOf(
        handler(`if (kind !== 'piers') return answer(404, {});\n  ${posts}\n  ${read}`),
        'ferries.js',
        database,
      ),
    ).toEqual([...ROUTES, 'POST /piers/{rest+}', 'GET /piers/{rest+}']);
  });

  it.each([
    ['it stores something', `await database.query('DELETE FROM piers WHERE id = $1', [id]);\n  ${read}`],
    ['it calls what is not known', `await require('harbour').change(event);\n  ${read}`],
    [
      'what is asked for is called a method as well',
      `if (JSON.parse(event.body).paymentMethod !== 'card') return answer(400, {});\n  await database.query('DELETE FROM piers WHERE id = $1', [id]);\n  ${read}`,
    ],
    ['it is told what is asked for', `await OTHERS[event.httpMethod](event);\n  ${read}`],
    ['something of a package is let go', `await require('harbour').pier(id).release();\n  ${read}`],
    ['something of its own may be let go', `await event.piers.find(id).release();\n  ${read}`],
    ['something of its own is let go', `await new Pier(database).release(id);\n  ${read}`],
    ['something of its own may be logged', `await event.journal.log(id);\n  ${read}`],
  ])('is for whatever method where %s', async (_, body) => {
    const refuses = `if (kind !== 'piers') return answer(404, {});\n  `;
    const own = `class Pier {\n  constructor(database) { this.database = database; }\n  release(id) { return this.database.query('DELETE FROM piers WHERE id = $1', [id]); }\n}\nconst journal = { log: async (id) => other.write(id) };\n`;
    expect(await answersOf(own + handler(refuses + body), 'ferries.js', database)).toEqual([
      ...ROUTES,
      '? /piers/{rest+}',
    ]);
  });

  it('is for GET where what it read with is let go', async () => {
    const refuses = `if (kind !== 'piers') return answer(404, {});\n  `;
    const lets = `const { rows } = await database.query('SELECT * FROM piers');\n  console.log(rows.length);\n  await database.end();\n  return answer(200, rows.map(({ name }) => name.split(' ')));`;
    expect(await answersOf(handler(refuses + lets), 'ferries.js', database)).toEqual([
      ...ROUTES,
      'GET /piers/{rest+}',
    ]);
  });

  it.each([
    ['no part is asked for', read],
    [
      'it is asked for in one branch only',
      `if (id) {\n    if (kind !== 'piers') return answer(404, {});\n  }\n  ${read}`,
    ],
    ['who asks for another is let through', `if (kind !== 'piers') console.log(kind);\n  ${read}`],
    ['another part is asked for', `if (id !== 'piers') return answer(404, {});\n  ${read}`],
    ['one of two answers is for all', `if (kind === 'piers') return answer(200, id);\n  ${read}`],
  ])('is for whatever path where %s', async (_, body) => {
    expect(await answersOf(handler(body), 'ferries.js', database)).toEqual([...ROUTES, 'perhaps more']);
  });
});

describe('routes that branches tell apart', () => {
  const branches = (rest: string) =>
    `${PARTS}const page = async (event, most) => answer(200, [event.path, most]);\nexports.handler = async (event) => {\n  switch (event.routeKey) {\n    case 'GET /ferries':\n      return list(event);\n    case 'POST /ferries':\n      return sail(event);\n    default:\n      ${rest}\n  }\n};\n`;

  it.each(['return answer(404, {});', "throw new Error('no such route');", 'return { statusCode: 405 };'])(
    'are all where the rest is refused: %s',
    async (rest) => {
      expect(await answersOf(branches(rest))).toEqual(ROUTES);
    },
  );

  it.each([
    "return answer(200, 'ferries');",
    'return require("harbour").served(event);',
    'return page(event, 500);',
    "if (event.rawPath.startsWith('/piers')) return list(event);\n      return answer(404, {});",
  ])('are perhaps not all where the rest is not: %s', async (rest) => {
    expect(await answersOf(branches(rest))).toEqual([...ROUTES, 'perhaps more']);
  });
});

describe('routes in a table of Python, answered once at the end', () => {
  const python = (caught: string, after = '') => `import json

REFUSALS = {NotAboard: (401, "not aboard")}


def sail(event):
    return {"sailed": True}


ROUTES = {"POST /ferries": sail}


def failed(event, status, text):
    return status, {"text": text}


def handler(event, context):
    try:
        status, body = 200, ROUTES[event["routeKey"]](event)
    except tuple(REFUSALS) as problem:
        ${caught}
${after}    return {"statusCode": status, "body": json.dumps(body)}
`;

  it('refuse what is not in it where what is raised is refused', async () => {
    const refused = 'status, body = failed(event, *REFUSALS[type(problem)])';
    expect(await answersOf(python(refused), 'ferries.py')).toEqual(['POST /ferries']);
  });

  it.each([
    ['what is raised is answered well', python('status, body = 200, {"sailed": False}')],
    [
      'what is called so says itself what it answers',
      python('status, body = retry_failed(event)').replace(
        'def handler',
        'def retry_failed(event):\n    return 200, {"sailed": True}\n\n\ndef handler',
      ),
    ],
    [
      'nothing that is raised comes to what is called so',
      python('raise', '    status, body = failed(event, *later(body))\n'),
    ],
  ])('are perhaps not all where %s', async (_, code) => {
    expect(await answersOf(code, 'ferries.py')).toContain('perhaps more');
  });
});

describe('routes of a function that answers once at its end', () => {
  const once = (
    told: string,
    caught = 'statusCode = 400;\n    body = error.message;',
    after = '',
  ) => `${PARTS}exports.handler = async (event) => {
  let body;
  let statusCode = 200;
  try {
    ${told}
  } catch (error) {
    ${caught}
  } finally {
    body = JSON.stringify(body);
  }
  ${after}
  return { statusCode, body };
};
`;
  const cases = (otherwise: string) => `switch (event.routeKey) {
      case 'GET /ferries':
        body = await list(event);
        break;
      case 'POST /ferries':
        statusCode = 201;
        body = await sail(event);
        break;
      ${otherwise}
    }`;
  const throws = cases('default:\n        throw new Error(`no such route: ${event.routeKey}`);');
  const branches = (rest: string) => `if (event.httpMethod === 'GET' && event.path === '/ferries') {
      body = await list(event);
    } else if (event.httpMethod === 'POST' && event.path === '/ferries') {
      body = await sail(event);
    } ${rest}`;

  it.each([
    ['is thrown and caught', once(throws)],
    ['is caught with one of two failures', once(throws, 'statusCode = error.known ? 404 : 500;')],
    [
      'is given a status',
      once(cases("default:\n        statusCode = 404;\n        body = 'no such route';")),
    ],
    ['is given a status behind else', once(branches('else {\n      statusCode = 404;\n    }'))],
    ['has a status before', once(`statusCode = 404;\n    ${cases('')}`)],
    ['is thrown on', once(throws, 'throw error;')],
  ])('are all where the rest %s', async (_, code) => {
    expect(await answersOf(code)).toEqual(ROUTES);
  });

  it.each([
    ['is answered', once(cases('default:\n        body = await other(event);'))],
    ['is none of the cases', once(cases(''))],
    ['is caught and answered well', once(throws, 'console.error(error);')],
    ['is caught and refused at times', once(throws, 'if (error.known) statusCode = 404;')],
    ['is caught with a status that is handed on', once(throws, 'statusCode = error.statusCode;')],
    ['is refused and let in again', once(throws, undefined, 'if (event.warm) statusCode = 200;')],
    ['is refused behind another word', once(cases('default:\n        event.path && (statusCode = 404);'))],
    ['is refused or not', once(cases('default:\n        event.path ? null : (statusCode = 404);'))],
    [
      'is refused in a loop',
      once(cases('default:\n        for (const one of event.parts) statusCode = one ? 404 : 405;')),
    ],
    ['is caught and refused in a loop', once(throws, 'while (error.next()) statusCode = 404;')],
    ['is refused at times', once(cases('default:\n        if (event.path) statusCode = 404;'))],
    [
      'is answered by another case',
      once(
        cases("case 'warm':\n        body = [];\n        break;\n      default:\n        statusCode = 404;"),
      ),
    ],
    [
      'falls into another case',
      once(cases("default:\n        statusCode = 404;\n      case 'GET /piers':\n        statusCode = 200;")),
    ],
    [
      'is answered where it is asked by another method',
      once(
        "switch (event.httpMethod) {\n      case 'GET':\n        if (event.path === '/ferries') body = await list(event);\n        break;\n      default:\n        statusCode = 405;\n    }",
      ),
    ],
    [
      'is answered behind else',
      once(
        branches('else if (event.warm) {\n      body = [];\n    } else {\n      statusCode = 404;\n    }'),
      ),
    ],
    [
      'fails before it is told',
      once(
        `await around(event);\n    ${cases('default:\n        statusCode = 404;')}`,
        'console.error(error);',
      ),
    ],
  ])('are perhaps not all where the rest %s', async (_, code) => {
    expect(await answersOf(code)).toContain('perhaps more');
  });
});

describe('routes of a framework', () => {
  const app = `const express = require('express');\nconst app = express();\napp.get('/ferries', (request, response) => response.json([]));\n`;

  it('are all where the handler is what an adapter makes of it', async () => {
    expect(await answersOf(`${app}exports.handler = require('serverless-http')(app);\n`)).toEqual([
      'GET /ferries',
    ]);
    expect(
      await answersOf(
        `${app}const serve = require('serverless-http')(app);\nexports.handler = async (event, context) => {\n  return serve(event, context);\n};\n`,
      ),
    ).toEqual(['GET /ferries']);
  });

  it('are perhaps not where the handler answers by itself', async () => {
    expect(
      await answersOf(
        `${app}const serve = require('serverless-http')(app);\nexports.handler = async (event, context) => {\n  if (event.warm) return { statusCode: 200 };\n  return serve(event, context);\n};\n`,
      ),
    ).toEqual(['GET /ferries', 'perhaps more']);
    expect(
      await answersOf(`${app}exports.handler = async (event) => ({ statusCode: 200, body: event.path });\n`),
    ).toEqual(['GET /ferries', 'perhaps more']);
  });
});
