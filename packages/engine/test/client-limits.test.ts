import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const CODE = { js: ['nodejs22.x', 'app.js'], py: ['python3.13', 'app.py'] } as const;

/** How many seconds each client of a function may take, `Infinity` where nothing ends its calls, `?` where that is open. */
async function secondsOf(
  language: keyof typeof CODE,
  code: string,
  files: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const [runtime, file] = CODE[language];
  const { roots } = await collectRepository({
    path: '/repo',
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-22T12:00:00Z'),
    fileSystem: memoryFileSystem({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: code, Runtime: ${runtime}, Handler: app.handle }
`,
      [`code/${file}`]: code,
      ...files,
    }),
  });
  const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
  const found = fn.meta!.members.get('Code');
  const clients = found?.kind === 'object' ? found.members.get('clients') : undefined;
  if (clients?.kind !== 'list') return [];
  const told = clients.items.map((client) => {
    if (client.kind !== 'object') return '?';
    const [of, seconds, endless] = ['of', 'seconds', 'endless'].map((name) => {
      const value = client.members.get(name);
      return value?.kind === 'known' ? value.value : '?';
    });
    return `${of} ${endless === true ? 'Infinity' : seconds}`;
  });
  return clients.open === undefined ? told : [...told, '…'];
}

const js = (code: string, files?: Readonly<Record<string, string>>) => secondsOf('js', code, files);
const py = (code: string) => secondsOf('py', code);

describe('requestTimeout of the SDK for JavaScript 3', () => {
  const client = (settings: string, options = '') => `import { SQSClient } from '@aws-sdk/client-sqs';
import { NodeHttpHandler } from '@smithy/node-http-handler';
const queue = new SQSClient({ maxAttempts: 2, requestHandler: new NodeHttpHandler({ ${settings} })${options} });
export const handle = () => queue.send();`;
  const lock = (...versions: string[]) => ({
    'code/package-lock.json': JSON.stringify({
      packages: Object.fromEntries(
        versions.map((version, at) => [
          `node_modules/${at === 0 ? '' : 'tool/node_modules/'}@smithy/node-http-handler`,
          { version },
        ]),
      ),
    }),
  });
  const manifest = (name: string, range: string) => ({
    'code/package.json': JSON.stringify({ dependencies: { [name]: range } }),
  });
  const timed = client('connectionTimeout: 1000, requestTimeout: 3000');

  it('ends a request up to 4.3 and only warns from 4.4.0 on, by what lock files fix', async () => {
    expect(await js(timed, lock('4.3.0'))).toEqual(['sqs 8']);
    expect(await js(timed, lock('4.4.0'))).toEqual(['sqs Infinity']);
    expect(await js(timed, lock('3.3.3', '4.4.1'))).toEqual(['sqs ?']);
  });

  it('reads the lock files of other package managers', async () => {
    const old = {
      'code/yarn.lock': '"@smithy/node-http-handler@^4.3.0":\n  version "4.3.0"\n',
      'code/pnpm-lock.yaml': "packages:\n  '@smithy/node-http-handler@4.3.0':\n    resolution: {}\n",
      'code/bun.lock':
        '{ "packages": { "@smithy/node-http-handler": ["@smithy/node-http-handler@4.3.0", ""] } }\n',
    };
    for (const [file, text] of Object.entries(old))
      expect(await js(timed, { [file]: text })).toEqual(['sqs 8']);
  });

  it('is told by a manifest only where no range reaches both', async () => {
    expect(await js(timed, manifest('@smithy/node-http-handler', '^4.4.0'))).toEqual(['sqs Infinity']);
    expect(await js(timed, manifest('@smithy/node-http-handler', '~4.3.0'))).toEqual(['sqs 8']);
    expect(await js(timed, manifest('@smithy/node-http-handler', '^4.1.0'))).toEqual(['sqs ?']);
    expect(await js(timed, manifest('@aws-sdk/client-sqs', '^3.910.0'))).toEqual(['sqs Infinity']);
    expect(await js(timed, manifest('@aws-sdk/client-sqs', '3.800.0'))).toEqual(['sqs ?']);
    expect(await js(timed, manifest('@aws-sdk/client-sqs', 'latest'))).toEqual(['sqs ?']);
    expect(await js(timed)).toEqual(['sqs ?']);
  });

  it('ends it in every version where it is told to throw, and where sockets are ended', async () => {
    const thrown = client('requestTimeout: 3000, throwOnRequestTimeout: true');
    expect(await js(thrown)).toEqual(['sqs 6']);
    expect(await js(thrown, lock('4.4.0'))).toEqual(['sqs 6']);
    expect(await js(client('requestTimeout: 3000, socketTimeout: 2000'), lock('4.4.0'))).toEqual(['sqs 4']);
    expect(await js(client('requestTimeout: 3000, socketTimeout: 2000'), lock('4.3.0'))).toEqual(['sqs 6']);
    expect(await js(client('requestTimeout: 3000, throwOnRequestTimeout: LATE'), lock('4.4.0'))).toEqual([
      'sqs ?',
    ]);
  });

  it('has kept to ending requests over HTTP/2', async () => {
    const second = timed.replaceAll('NodeHttpHandler', 'NodeHttp2Handler');
    expect(await js(second, lock('4.4.0'))).toEqual(['sqs 8']);
  });
});

describe('clients of HTTP', () => {
  it('in axios: what a call says stands over its instance, and this over the defaults', async () => {
    const axios = "import axios from 'axios';\n";
    expect(
      await js(`${axios}export const handle = () => axios.get('/a', { signal: AbortSignal.timeout(3000) });`),
    ).toEqual(['axios 3']);
    expect(
      await js(`${axios}axios.defaults.timeout = 5000;\nexport const handle = () => axios.get('/a');`),
    ).toEqual(['axios 5']);
    const instance = `${axios}const http = axios.create({ timeout: 4000 });\n`;
    expect(await js(`${instance}export const handle = () => http.get('/a');`)).toEqual([
      'axios 4',
      'axios 4',
    ]);
    expect(await js(`${instance}export const handle = () => http.get('/a', { timeout: 9000 });`)).toEqual([
      'axios 4',
      'axios 9',
    ]);
    const bare = `${axios}const http = axios.create({ baseURL: 'https://example.com' });\n`;
    expect(await js(`${bare}export const handle = () => http.get('/a');`)).toEqual([
      'axios Infinity',
      'axios Infinity',
    ]);
    expect(await js(`${bare}export const handle = () => http.get('/a', { timeout: 2000 });`)).toEqual([
      'axios ?',
      'axios 2',
    ]);
    expect(
      await js(`${bare}http.defaults.timeout = 3000;\nexport const handle = () => http.get('/a');`),
    ).toEqual(['axios ?', 'axios ?']);
    expect(
      await js(`${bare}http.interceptors.request.use(add);\nexport const handle = () => http.get('/a');`),
    ).toEqual(['axios ?', 'axios ?']);
    expect(await js(`${axios}export const handle = () => axios.get('/a', { timeout: 0 });`)).toEqual([
      'axios Infinity',
    ]);
  });

  it('in fetch: a signal that counts the time', async () => {
    expect(
      await js("export const handle = () => fetch('/a', { signal: AbortSignal.timeout(3000) });"),
    ).toEqual(['fetch 3']);
    expect(await js("export const handle = () => fetch('/a', { signal: other });")).toEqual(['fetch ?']);
  });

  it('in Requests: an adapter of a session may set a time, and may try again', async () => {
    const session = 'import requests\nsession = requests.Session()\n';
    const call = 'def handle(event, context):\n    return session.get("https://example.com"';
    expect(await py(`${session}${call})`)).toEqual(['requests Infinity']);
    expect(await py(`${session}${call}, timeout=3)`)).toEqual(['requests 3']);
    expect(await py(`${session}app.mount("/static", files)\n${call}, timeout=3)`)).toEqual(['requests 3']);
    expect(await py(`${session}session.mount("https://", Patient())\n${call})`)).toEqual(['requests ?']);
    expect(await py(`${session}session.mount("https://", Patient())\n${call}, timeout=3)`)).toEqual([
      'requests ?',
    ]);
  });

  it('take longer where another package calls them again', async () => {
    const again = "import axios from 'axios';\nimport axiosRetry from 'axios-retry';\n";
    const made = 'const http = axios.create({ timeout: 4000 });\naxiosRetry(http, { retries: 3 });\n';
    const call = "export const handle = () => http.get('/a');";
    expect(await js(again + made + call)).toEqual(['axios ?', 'axios ?']);
    expect(await js(again + made.replace('4000', '0') + call)).toEqual(['axios Infinity', 'axios Infinity']);
  });

  it('in HTTPX: five seconds for each step where nothing is said', async () => {
    const call = (code: string) => py(`import httpx\ndef handle(event, context):\n    return ${code}\n`);
    expect(await call('httpx.get("https://example.com")')).toEqual(['httpx 20']);
    expect(await call('httpx.get("https://example.com", timeout=2)')).toEqual(['httpx 8']);
    expect(await call('httpx.Client(timeout=None)')).toEqual(['httpx Infinity']);
    expect(await call('httpx.Client(timeout=httpx.Timeout(2, connect=10))')).toEqual(['httpx 16']);
    expect(await call('httpx.Client(timeout=httpx.Timeout(2, read=None))')).toEqual(['httpx ?']);
    expect(await call('httpx.Client(transport=Again())')).toEqual(['httpx ?']);
    expect(
      await py(
        'import httpx\nclass Patient(httpx.Client):\n    pass\ndef handle(event, context):\n    return httpx.get("/a")\n',
      ),
    ).toEqual(['httpx 20', '…']);
  });

  it('in aiohttp: five minutes for all where nothing is said', async () => {
    const session = (given: string) =>
      py(
        `import aiohttp\nasync def handle(event, context):\n    session = aiohttp.ClientSession(${given})\n    return await session.get("https://example.com")\n`,
      );
    expect(await session('')).toEqual(['aiohttp 300']);
    expect(await session('timeout=aiohttp.ClientTimeout(total=4)')).toEqual(['aiohttp 4']);
    expect(await session('timeout=aiohttp.ClientTimeout(connect=4)')).toEqual(['aiohttp ?']);
  });
});

describe('drivers of PostgreSQL', () => {
  it('for Node.js: settings, options, addresses and sessions', async () => {
    const pool = (given: string, more = '') =>
      js(
        `import pg from 'pg';\nconst pool = new pg.Pool(${given});\n${more}export const handle = () => pool.query('SELECT 1');`,
      );
    expect(await pool("{ host: 'db' }")).toEqual(['pg Infinity']);
    expect(await pool("{ host: 'db', options: '-c statement_timeout=5000' }")).toEqual(['pg 5']);
    expect(await pool("{ host: 'db', options: '-c statement_timeout=5s' }")).toEqual(['pg 5']);
    expect(await pool("{ host: 'db', options: '-c statement_timeout=0' }")).toEqual(['pg Infinity']);
    expect(await pool("{ host: 'db', options: '-c search_path=cards' }")).toEqual(['pg Infinity']);
    expect(await pool('{ connectionString: process.env.DATABASE_URL }')).toEqual(['pg ?']);
    expect(await pool("{ connectionString: 'postgres://db/cards?statement_timeout=4000' }")).toEqual([
      'pg 4',
    ]);
    const set = "pool.on('connect', (one) => one.query('SET statement_timeout = 5000'));\n";
    expect(await pool("{ host: 'db' }", set)).toEqual(['pg ?']);
  });

  it('for Python: options and what an address hands on; connecting in time ends no statement', async () => {
    const connect = (given: string) =>
      py(`import psycopg2\ndef handle(event, context):\n    return psycopg2.connect(${given})\n`);
    expect(await connect('host="db"')).toEqual(['psycopg Infinity']);
    expect(await connect('host="db", connect_timeout=3')).toEqual(['psycopg Infinity']);
    expect(await connect('host="db", options="-c statement_timeout=5000"')).toEqual(['psycopg 5']);
    expect(await connect(`"host=db options='-c statement_timeout=5000'"`)).toEqual(['psycopg 5']);
    expect(await connect('"host=db connect_timeout=3"')).toEqual(['psycopg Infinity']);
    expect(await connect('os.environ["DATABASE_URL"]')).toEqual(['psycopg ?']);
    expect(await connect('**settings')).toEqual(['psycopg ?']);
  });
});
