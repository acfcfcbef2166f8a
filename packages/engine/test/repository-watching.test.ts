import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { documents } from '../src/collect/repository/documents/reader.ts';
import type { Reader } from '../src/collect/repository/reader.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { watching } from '../src/collect/repository/watching/reader.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const HERE = { name: undefined, because: '', known: [] };

async function factsOf(files: Readonly<Record<string, string>>, type: string, reader: Reader = watching) {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const root = await collectRepositoryRoot(repository, HERE, undefined, [reader]);
  return root.resources
    .filter((one) => one.type === type)
    .map(({ address, properties }) => ({
      address,
      ...(told(properties) as Readonly<Record<string, unknown>>),
    }));
}

/** A value as plain data; what is not known, and the end of a list that may go on, as `?`. */
function told(value: Value): unknown {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, told(v)]));
  if (value.kind === 'list') return [...value.items.map(told), ...(value.open === undefined ? [] : ['?'])];
  return value.kind === 'unknown' ? '?' : value.kind;
}

interface Line {
  readonly writer: string;
  readonly structured: unknown;
  readonly correlated: unknown;
}

async function linesOf(files: Readonly<Record<string, string>>): Promise<readonly unknown[][]> {
  const facts = await factsOf(files, 'Repository::LogLines');
  return facts.flatMap((fact) =>
    (fact as unknown as { lines: readonly Line[] }).lines.map((line) => [
      line.writer,
      line.structured,
      line.correlated,
    ]),
  );
}

describe('a file that is broken somewhere', () => {
  const heldBy = async (file: string, text: string) => {
    const repository = await openRepository(memoryFileSystem({ [file]: text }), '/repo');
    const { notSeen } = await collectRepositoryRoot(repository, HERE, undefined, [watching]);
    return notSeen.flatMap(({ holds, decidedBy }) => [...(holds ?? []), decidedBy]);
  };

  it('holds no lines of the log where it shows elements of a page', async () => {
    const page = await heldBy('web/menu.tsx', 'export const Menu = () => <nav>menu</nav>;\nconst = ;\n');
    expect(page).toContain('Repository::PageErrorTracker');
    expect(page).not.toContain('Repository::LogLines');
    expect(page).toContain('mending line 2, or looking at the file by hand where the line is right');
    const server = await heldBy('src/server.js', 'document.title;\nconst = ;\n');
    expect(server).toContain('Repository::LogLines');
  });
});

describe('lines of the log', () => {
  const cases: readonly (readonly [what: string, file: string, text: string, lines: readonly unknown[][]])[] =
    [
      [
        'a sentence',
        'src/a.js',
        'exports.run = (id) => { f(); console.log(`asked for ${id}`); };\nfunction f() { console.log("f"); }',
        [['console.log', false, false]],
      ],
      [
        'JSON of its own',
        'src/a.js',
        'exports.log = (requestId) => console.log(JSON.stringify({ requestId }));',
        [['console.log', true, true]],
      ],
      [
        'JSON behind a sentence',
        'src/a.js',
        'exports.ask = (event) => console.log("event", JSON.stringify(event.path));',
        [['console.log', false, false]],
      ],
      [
        'a template around JSON',
        'src/a.js',
        'exports.ask = (line) => process.stdout.write(`${JSON.stringify({ line })}\\n`);',
        [['process.stdout.write', true, false]],
      ],
      [
        'pino without an id',
        'src/a.js',
        "const log = require('pino')();\nexports.ask = () => log.info('asked');",
        [['pino', true, false]],
      ],
      [
        'a child of pino with an id',
        'src/a.js',
        "const log = require('pino')();\nexports.ask = (requestId) => log.child({ requestId }).info('asked');",
        [['pino', true, true]],
      ],
      [
        'bunyan',
        'src/a.js',
        "import bunyan from 'bunyan';\nconst log = bunyan.createLogger({ name: 'a' });\nexport const ask = () => log.warn('asked');",
        [['bunyan', true, false]],
      ],
      [
        'winston as it is',
        'src/a.js',
        "const winston = require('winston');\nconst log = winston.createLogger({});\nexports.ask = () => log.info('asked');",
        [['winston', true, false]],
      ],
      [
        'winston in sentences',
        'src/a.js',
        "const winston = require('winston');\nconst log = winston.createLogger({ format: winston.format.simple() });\nexports.ask = () => log.info('asked');",
        [['winston', false, false]],
      ],
      [
        'Powertools with its context',
        'src/a.py',
        'from aws_lambda_powertools import Logger\nlogger = Logger()\n\n@logger.inject_lambda_context\ndef handler(event, context):\n    logger.info("asked")\n',
        [['Powertools', true, true]],
      ],
      [
        'logging as it is',
        'src/a.py',
        'import logging\nlog = logging.getLogger(__name__)\n\ndef handler(event, context):\n    log.info("asked")\n',
        [['logging', false, false]],
      ],
      [
        'logging with a formatter',
        'src/a.py',
        'import logging\nfrom pythonjsonlogger import jsonlogger\nlog = logging.getLogger()\nlog.handlers[0].setFormatter(jsonlogger.JsonFormatter())\n\ndef handler(event, context):\n    log.info("asked", extra={"request_id": context.aws_request_id})\n',
        [['logging', true, true]],
      ],
      [
        'structlog to the console',
        'src/a.py',
        'import structlog\nlog = structlog.get_logger()\n\ndef handler(event, context):\n    log.info("asked")\n',
        [['structlog', false, false]],
      ],
      [
        'loguru that serializes',
        'src/a.py',
        'import sys\nfrom loguru import logger\nlogger.add(sys.stdout, serialize=True)\n\ndef handler(event, context):\n    logger.info("asked")\n',
        [['loguru', true, false]],
      ],
      [
        'a logger of an unknown package',
        'src/a.py',
        'from company.logs import get_log\nlog = get_log()\n\ndef handler(event, context):\n    log.info("asked")\n',
        [['log.info', '?', '?']],
      ],
      [
        'what is written at the start',
        'src/server.js',
        "console.log('starting');\nrequire('http').createServer().listen(80, () => console.log('listening'));",
        [],
      ],
      ['a metric', 'src/a.js', 'exports.count = () => console.log(JSON.stringify({ _aws: {} }));', []],
      ['a tool', 'scripts/a.js', "exports.run = () => console.log('moved');", []],
      ['a program for people', 'src/a.py', 'import argparse\n\ndef tell():\n    print("moved")\n', []],
      ['a page', 'src/a.js', "document.title = 'a';\nexport const ask = () => console.log('asked');", []],
    ];

  it.each(cases)('are read: %s', async (what, file, text, lines) => {
    const found = await linesOf({ [file]: text });
    expect(what === 'a sentence' ? found.slice(0, 1) : found).toEqual(lines);
  });

  it('are written by the console under a name that is computed too', async () => {
    const log = "const log = (bad, line) => console[bad ? 'error' : 'log'](JSON.stringify(line));\n";
    const handler = "export const handler = async () => { log(false, { message: 'moored' }); };\n";
    expect(await linesOf({ 'src/app.js': log + handler })).toHaveLength(1);
    expect(await linesOf({ 'src/app.js': log.replace('console', 'colours') + handler })).toEqual([]);
  });

  it('of a logger that is handed in are those of the logger that the program sets up', async () => {
    const app = "import Fastify from 'fastify';\nexport const app = Fastify({ logger: true });\n";
    const route = "export const routes = (app) => app.get('/', (request) => request.log.info('asked'));\n";
    expect(await linesOf({ 'src/app.ts': app, 'src/routes.ts': route })).toEqual([
      ['request.log.info', true, true],
    ]);
    expect(await linesOf({ 'src/routes.ts': route })).toEqual([]);
  });
});

describe('metrics', () => {
  it('are told by what callers hand over, with the files that lead to them', async () => {
    const metrics =
      'exports.count = (name) => console.log(JSON.stringify({ _aws: { CloudWatchMetrics: [{ Metrics: [{ Name: name }] }] } }));';
    const app = "const { count } = require('./metrics');\nexports.handler = async () => count('Orders');";
    expect(
      await factsOf({ 'src/metrics.js': metrics, 'src/app.js': app }, 'Repository::Metric'),
    ).toMatchObject([{ address: 'src/metrics.js count', names: ['Orders'], usedIn: ['src/app.js'] }]);
    expect(await factsOf({ 'src/metrics.js': metrics }, 'Repository::Metric')).toMatchObject([
      { usedIn: [] },
    ]);
  });

  it('say what CloudWatch keeps where namespace and dimensions are written out', async () => {
    const line = (dimensions: string) =>
      `exports.count = (name) => console.log(JSON.stringify({ _aws: { CloudWatchMetrics: [{ Namespace: 'Shop', Dimensions: ${dimensions}, Metrics: [{ Name: name }] }] } }));`;
    const app = (called: string) =>
      `const { count } = require('./metrics');\nexports.handler = async (event) => ${called};`;
    const stored = async (dimensions: string, called: string) =>
      (
        await factsOf({ 'src/metrics.js': line(dimensions), 'src/app.js': app(called) }, 'Repository::Metric')
      ).map((one) => (one as { stored?: unknown }).stored);
    const ordered = { namespace: 'Shop', name: 'Orders' };
    expect(await stored("[[], ['Service']]", "count('Orders')")).toEqual([
      [
        { ...ordered, dimensions: [] },
        { ...ordered, dimensions: ['Service'] },
      ],
    ]);
    expect(await stored('[Object.keys(more)]', "count('Orders')")).toMatchObject([[ordered]]);
    // The same word elsewhere is another function.
    expect(await stored('[[]]', "event.count('Orders')")).not.toMatchObject([[ordered]]);
  });

  it.each([
    [
      'Powertools',
      'src/a.py',
      'from aws_lambda_powertools import Metrics\nmetrics = Metrics()\n\ndef handler(event, context):\n    metrics.add_metric(name="Orders", unit="Count", value=1)\n',
    ],
    [
      'CloudWatch',
      'src/a.js',
      "const { CloudWatchClient, PutMetricDataCommand } = require('@aws-sdk/client-cloudwatch');\nexports.handler = () => new CloudWatchClient({}).send(new PutMetricDataCommand({ MetricData: [{ MetricName: 'Orders' }] }));",
    ],
    [
      'StatsD',
      'src/a.js',
      "const StatsD = require('hot-shots');\nconst client = new StatsD();\nexports.handler = () => client.increment('Orders');",
    ],
    [
      'Prometheus',
      'src/a.js',
      "const { Counter } = require('prom-client');\nconst orders = new Counter({ name: 'Orders', help: 'orders' });\nexports.handler = () => orders.inc();",
    ],
    [
      'OpenTelemetry',
      'src/a.js',
      "const { metrics } = require('@opentelemetry/api');\nconst orders = metrics.getMeter('a').createCounter('Orders');\nexports.handler = () => orders.add(1);",
    ],
  ])('of %s are read', async (library, file, text) => {
    expect(await factsOf({ [file]: text }, 'Repository::Metric')).toMatchObject([
      { library, names: ['Orders'] },
    ]);
  });
});

describe('tracers and trackers of errors', () => {
  it.each([
    [
      'X-Ray',
      'src/a.js',
      "const xray = require('aws-xray-sdk');\nxray.captureHTTPsGlobal(require('https'));",
    ],
    ['X-Ray', 'src/a.py', 'from aws_xray_sdk.core import patch_all\npatch_all()\n'],
    [
      'OpenTelemetry',
      'src/a.ts',
      "import { registerOTel } from '@vercel/otel';\nexport function register() { registerOTel('app'); }",
    ],
    ['Datadog', 'src/a.ts', "import 'dd-trace/init';"],
    ['Datadog', 'Dockerfile', 'FROM python:3.13\nCMD ["ddtrace-run", "gunicorn"]\n'],
    [
      'OpenTelemetry',
      'package.json',
      '{ "scripts": { "start": "node --import @opentelemetry/auto-instrumentations-node/register app.js" } }',
    ],
  ])('%s traces in %s', async (library, file, text) => {
    expect(await factsOf({ [file]: text }, 'Repository::Tracer')).toMatchObject([{ library }]);
  });

  it('trace nothing where a manifest names them or a comment does', async () => {
    const files = {
      'package.json': '{ "dependencies": { "dd-trace": "5.0.0" } }',
      Dockerfile: 'FROM python:3.13\n# CMD ["ddtrace-run", "gunicorn"]\n',
      'src/a.js': "const xray = require('aws-xray-sdk');",
    };
    expect(await factsOf(files, 'Repository::Tracer')).toEqual([]);
  });

  it('gather errors of the back end where they are started, and not where they are switched off', async () => {
    const on = "import * as Sentry from '@sentry/node';\nSentry.init({ dsn: process.env.DSN });";
    expect(await factsOf({ 'src/a.ts': on }, 'Repository::ErrorTracker')).toMatchObject([
      { library: 'Sentry' },
    ]);
    const off = "import * as Sentry from '@sentry/node';\nSentry.init({ enabled: false });";
    expect(await factsOf({ 'src/a.ts': off }, 'Repository::ErrorTracker')).toEqual([]);
  });
});

describe('errors of pages', () => {
  const trackersOf = async (file: string, text: string) => [
    ...(await factsOf({ [file]: text }, 'Repository::PageErrorTracker')).map(({ address }) => address),
    ...(await factsOf({ [file]: text }, 'Repository::ErrorTracker')).map(({ address }) => `not ${address}`),
  ];
  const astro = (given: string) =>
    `import sentry from '@sentry/astro';\nexport default defineConfig({ integrations: [sentry(${given})] });`;

  it.each([
    ['web/astro.config.mjs', astro(`{ dsn: process.env.SENTRY_DSN }`), ['web/astro.config.mjs Sentry']],
    ['web/astro.config.mjs', astro(`{ dsn: 'x', enabled: { client: false } }`), []],
    ['web/astro.config.mjs', astro(`{ sourceMapsUploadOptions: {} }`), []],
    ['src/setup.mjs', astro(`{ dsn: 'x' }`), []],
    [
      'web/nuxt.config.ts',
      `export default { modules: [['@nuxtjs/sentry', {}]] };`,
      ['web/nuxt.config.ts Sentry'],
    ],
    ['web/nuxt.config.ts', `export default { modules: ['@nuxtjs/i18n'] };`, []],
    [
      'web/src/main.ts',
      `app.config.errorHandler = (error) => { fetch('/reports', { method: 'POST', body: String(error) }); };`,
      ['web/src/main.ts its own report'],
    ],
    ['web/src/main.ts', `app.config.errorHandler = (error) => { console.error(error); };`, []],
    [
      'src/hooks.client.ts',
      `import * as Sentry from '@sentry/sveltekit';\nSentry.init({ dsn });`,
      ['src/hooks.client.ts Sentry'],
    ],
    [
      'src/hooks.server.ts',
      `import * as Sentry from '@sentry/sveltekit';\nSentry.init({ dsn });`,
      ['not src/hooks.server.ts Sentry'],
    ],
    [
      'app/entry.client.tsx',
      `import * as Sentry from '@sentry/react-router';\nSentry.init({ dsn });`,
      ['app/entry.client.tsx Sentry'],
    ],
    [
      'a.ts',
      `import { AwsRum } from 'aws-rum-web';\nnew AwsRum(id, '1', region, settings);`,
      ['a.ts CloudWatch RUM'],
    ],
    [
      'a.ts',
      `import { AwsRum } from 'aws-rum-web';\nnew AwsRum(id, '1', region, { telemetries: ['performance', ['http', {}]] });`,
      [],
    ],
    [
      'a.ts',
      `import { datadogLogs } from '@datadog/browser-logs';\ndatadogLogs.init({ clientToken, forwardErrorsToLogs: false });`,
      [],
    ],
    [
      'a.ts',
      `import BugsnagPerformance from '@bugsnag/browser-performance';\nBugsnagPerformance.start(key);`,
      [],
    ],
    [
      'a.tsx',
      `import { Provider } from '@rollbar/react';\nexport const App = () => <Provider config={config}><Page /></Provider>;`,
      ['a.tsx Rollbar'],
    ],
    [
      'a.tsx',
      `import { Provider } from 'react-redux';\nexport const App = () => <Provider store={store} />;`,
      [],
    ],
    [
      'pages/_document.tsx',
      `import newrelic from 'newrelic';\nexport const D = () => <Head script={newrelic.getBrowserTimingHeader()} />;`,
      [
        'pages/_document.tsx New Relic (pageerrortracker)',
        'not pages/_document.tsx New Relic (errortracker)',
      ],
    ],
    ['a.js', `window.onerror = (what) => fetch('/errors', { body: what });`, ['a.js its own report']],
    ['a.js', `const socket = new WebSocket(url);\nsocket.onerror = (what) => fetch('/again');`, []],
  ])('are gathered by what is started for pages: %s %s', async (file, text, expected) => {
    expect(await trackersOf(file, text)).toEqual(expected);
  });
});

describe('the files through which it comes to run', () => {
  it('are the page itself for what it offers by default', async () => {
    const text = `import newrelic from 'newrelic';
class Frame extends Document {
  static async getInitialProps() { return { script: newrelic.getBrowserTimingHeader() }; }
  render() { return <Html />; }
}
export default Frame;`;
    const usedIn = async (file: string) => {
      const facts = await factsOf({ [file]: text }, 'Repository::PageErrorTracker');
      return facts.map((one) => (one as unknown as { usedIn: unknown }).usedIn);
    };
    expect(await usedIn('pages/_document.tsx')).toEqual([['pages/_document.tsx']]);
    expect(await usedIn('src/frame.tsx')).toEqual([[]]);
  });
});

describe('targets of documents', () => {
  it.each([
    ['Availability: 99.9 % of each month.', [{ signal: 'availability', value: 99.9, leaves: 43.2 }]],
    ['Availability is 99 % over 7 days.', [{ signal: 'availability', value: 99, leaves: 100.8 }]],
    ['99 % of requests under 500 ms.', [{ signal: 'latency', value: 500 }]],
    [
      'p95 of answers below 1.5 s, errors below 0.1 %',
      [
        { signal: 'latency', value: 1_500 },
        { signal: 'errors', value: 0.1 },
      ],
    ],
    ['After an outage, service is back within 4 hours.', [{ signal: 'restore', value: 240 }]],
    ['MTTR below 30 minutes.', [{ signal: 'restore', value: 30 }]],
    ['A page loads within 2 s.', []],
    ['S3 has an SLA of 99.9 % availability.', []],
    ['- [x] Availability 99.9 %', []],
    ['Availability: to be agreed, perhaps 99.9 %', []],
  ])('say %s', async (text, objectives) => {
    const [document] = await factsOf(
      { 'docs/objectives.md': `# Objectives\n\n${text}\n` },
      'Repository::Document',
      documents,
    );
    expect((document as unknown as { objectives: unknown }).objectives).toEqual(objectives);
  });

  it('are none of a runbook', async () => {
    const [document] = await factsOf(
      { 'docs/runbooks/latency.md': '# Latency\n\nAvailability: 99.9 %\n' },
      'Repository::Document',
      documents,
    );
    expect((document as unknown as { objectives: unknown }).objectives).toEqual([]);
  });
});

describe('sensitive operations', () => {
  const app = (inside: string) =>
    `const express = require('express');\nconst { audit } = require('./audit');\nconst app = express();\napp.delete('/users/:id', async (request, response) => { ${inside} response.end(); });\napp.listen(80);\n`;
  const audit =
    "const { Pool } = require('pg');\nconst pool = new Pool();\nexports.audit = (user) => pool.query('INSERT INTO audit_log (user_id) VALUES ($1)', [user]);\n";

  it('are audited where what answers writes a record, itself or through what it calls', async () => {
    const of = async (inside: string) =>
      (
        await factsOf({ 'src/app.js': app(inside), 'src/audit.js': audit }, 'Repository::SensitiveOperation')
      ).map((one) => (one as unknown as { audited: unknown }).audited);
    expect(await of('await audit(request.user);')).toEqual([true]);
    expect(await of('')).toEqual([false]);
    expect(await of('await list_audit();')).toEqual([false]);
  });

  it('are those whose paths say so', async () => {
    const routes = ['/orders', '/admin/orders', '/me', '/exports', '/items/:id', '/admin/health'];
    const text = `const app = require('express')();\n${routes.map((path) => `app.delete('${path}', (request, response) => response.end());`).join('\n')}\napp.listen(80);`;
    const found = await factsOf({ 'src/app.js': text }, 'Repository::SensitiveOperation');
    expect(found.map(({ address }) => address)).toEqual([
      'audit of DELETE /admin/orders',
      'audit of DELETE /me',
    ]);
  });
});
