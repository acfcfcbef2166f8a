import { expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * A name that is given seven values, each made of those before, has thousands of ways that lead to it, and functions that call
 * each other have no end of them. Reading such code ends, whatever it is asked for.
 */

async function routesIn(files: Readonly<Record<string, string>>): Promise<number> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { resources } = await collectRepositoryRoot(repository, environment);
  return resources.filter(({ type }) => type === 'Repository::Route').length;
}

const SEVEN = Array.from({ length: 7 });

const SINKS = [
  'client.query(x)',
  'res.json(x)',
  'logger.info(x)',
  'await fetch(x)',
  'await table.send(new GetCommand(x))',
  'jwt.sign(x, x)',
  'res.redirect(x)',
  'throw new Error(x)',
  'if (x !== req.user.id) return res.sendStatus(403)',
];

const script = (made: string) => `
import express from 'express';
import { Client } from 'pg';
import jwt from 'jsonwebtoken';
const client = new Client();
const app = express();
function first(x) { let y = second(x); y = second(y); y = first(y); return y; }
function second(x, y) { let z = first(x); z = first(z); z = second(z, y); return z; }
${SINKS.map(
  (sink, n) => `app.post('/notes/${n}', async (req, res) => {
  let x = req.body.text;
  ${SEVEN.map(() => `${made};`).join('\n  ')}
  ${sink};
  res.json({});
});`,
).join('\n')}
`;

it.each([
  'x = x.replace("a", b)',
  'x = first(x)',
  'x = [x, x]',
  'x = { ...x, a: x }',
  'x = `${x}${x}`',
  'x = x || x.y',
  'x = test ? x : second(x)',
  'x = x[x]',
])('ends in a script with %s', async (made) => {
  expect(await routesIn({ 'server.ts': script(made) })).toBe(SINKS.length);
});

const CALLS = [
  'cursor.execute(x)',
  'logger.info(x)',
  'requests.get(x)',
  'table.get_item(Key=x)',
  'table.put_item(Item=x)',
  'jwt.encode(x, x)',
];

const python = (made: string) => `
from flask import Flask, request
import boto3, jwt, logging, requests
app = Flask(__name__)
table = boto3.resource('dynamodb').Table('notes')
logger = logging.getLogger()
def first(x):
    y = second(x)
    y = second(y)
    return first(y)
def second(x, y=None):
    z = first(x)
    z = first(z)
    return second(z, y)
${CALLS.map(
  (call, n) => `@app.route('/notes/${n}', methods=['POST'])
def note${n}():
    x = request.json['text']
    ${SEVEN.map(() => made).join('\n    ')}
    ${call}
    return {}`,
).join('\n')}
`;

it.each([
  'x = first(x)',
  'x = [x, x]',
  'x = f"{x}{x}"',
  'x = x or x.y',
  'x = x if test else second(x)',
  'x = x[x]',
  'x = third(x) and x',
])('ends in Python with %s', async (made) => {
  expect(await routesIn({ 'server.py': python(made) })).toBe(CALLS.length);
});
