import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import type { Value } from '../src/model/value.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** What the code of the one function of a small repository does. */
async function codeOf(files: Readonly<Record<string, string>>, runtime = 'nodejs22.x') {
  const { roots } = await collectRepository({
    path: '/repo',
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
    fileSystem: memoryFileSystem({
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Api:
    Type: AWS::Serverless::Function
    Properties: { CodeUri: code, Runtime: ${runtime}, Handler: app.handle }
`,
      ...files,
    }),
  });
  const fn = roots[0]!.resources.find(({ type }) => type === 'AWS::Lambda::Function')!;
  const code = told(fn.meta!.members.get('Code')!) as {
    readonly files: readonly unknown[];
    readonly reads: readonly Readonly<Record<string, unknown>>[];
    readonly calls: readonly Readonly<Record<string, unknown>>[];
  };
  return code;
}

/** A value as plain data; what is not known, and the end of a list that may go on, as `?` with what decides it. */
function told(value: Value): unknown {
  if (value.kind === 'known') return value.value;
  if (value.kind === 'object') return Object.fromEntries([...value.members].map(([k, v]) => [k, told(v)]));
  if (value.kind === 'list')
    return [
      ...value.items.map(told),
      ...(value.open?.kind === 'unknown' ? [{ name: `? ${value.open.decidedBy}` }] : []),
    ];
  return value.kind === 'unknown' ? `? ${value.decidedBy}` : value.kind;
}

const actionsOf = (code: Awaited<ReturnType<typeof codeOf>>) => code.calls.flatMap(({ actions }) => actions);

describe('names that the code of a function reads', () => {
  it('are not needed where a branch asks for them first', async () => {
    const { reads } = await codeOf(
      {
        'code/app.py': `import os

def handle(event, context):
    if os.getenv("MAIL_KEY") and os.getenv("MAIL_HOST"):
        return os.getenv("MAIL_KEY") + os.getenv("MAIL_HOST")
    return os.environ["TABLE"]
`,
      },
      'python3.13',
    );
    expect(new Set(reads.filter(({ needed }) => needed).map(({ name }) => name))).toEqual(new Set(['TABLE']));
  });

  it('are needed where only another of the same name is asked for', async () => {
    const { reads } = await codeOf({
      'code/app.js': `const table = process.env.TABLE;
const queue = process.env.QUEUE;
function seat(table) {
  if (table) return 'at ' + table;
  return 'standing';
}
exports.handle = async (event) => {
  if (queue) console.log(queue);
  return [table.length, seat(event.table)];
};
`,
    });
    expect(reads.map(({ name, needed }) => [name, needed])).toEqual([
      ['TABLE', true],
      ['QUEUE', false],
    ]);
  });

  it('are the own ones of the application, however they begin, and not what Lambda sets', async () => {
    const { reads } = await codeOf({
      'code/app.js': `const { AWS_TABLE_NAME, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, LAMBDA_TASK_ROOT } = process.env;
exports.handle = async () => [
  AWS_TABLE_NAME, AWS_REGION, AWS_LAMBDA_FUNCTION_NAME, LAMBDA_TASK_ROOT,
  process.env.LAMBDA_TARGET, process.env.AWS_LAMBDA_TARGET, process.env.AWS_ACCESS_KEY_ID, process.env._X_AMZN_TRACE_ID,
  process.env.AWS_XRAY_CONTEXT_MISSING, process.env.AWS_ENDPOINT_URL_S3, process.env.AWS_ACCOUNT_ID,
];
`,
    });
    expect(reads.map(({ name, needed }) => [name, needed])).toEqual([
      ['AWS_TABLE_NAME', true],
      ['LAMBDA_TARGET', true],
      ['AWS_LAMBDA_TARGET', true],
      ['AWS_ACCOUNT_ID', true],
    ]);
  });

  it('are found through files, destructuring and wrappers, each with whether it is needed', async () => {
    const { reads } = await codeOf({
      'code/app.js': `const { TABLE, STAGE = 'dev' } = process.env;
const { need } = require('./need');
const queue = need('QUEUE');
exports.handle = async () => {
  if (process.env.VERBOSE) console.log(TABLE, STAGE, queue);
  return process.env.REGION ?? 'eu-west-1';
};`,
      'code/need.js': `exports.need = (name) => {
  const value = process.env[name];
  if (!value) throw new Error(name);
  return value;
};`,
    });
    expect(reads.map(({ name, needed }) => [name, needed])).toEqual([
      ['TABLE', true],
      ['STAGE', false],
      ['VERBOSE', false],
      ['REGION', false],
      ['QUEUE', true],
    ]);
  });

  it('are left open where a name is computed, or the environment is read as a whole', async () => {
    const computed = await codeOf(
      {
        'code/app.py': 'import os\n\ndef handle(event, context):\n    return os.environ[event["name"]]\n',
      },
      'python3.13',
    );
    expect(computed.reads).toEqual([{ name: '? code/app.py:4: the name of a variable is computed' }]);
    const whole = await codeOf({
      'code/app.js': 'exports.handle = async () => schema.parse(process.env);',
    });
    expect(whole.reads).toEqual([{ name: '? code/app.js:1: the environment is read as a whole' }]);
  });

  /** Names that are read, each with the variables that others have to be for it: `USE=true`, `USE!=`, and `?` where it may be unset. */
  const conditionsOf = ({ reads }: Awaited<ReturnType<typeof codeOf>>) =>
    Object.fromEntries(
      reads
        .filter(({ name }) => /^[A-Z]+_URL$/.test(String(name)))
        .map(({ name, onlyIf }) => [name, (onlyIf as Condition[]).map(inShort)]),
    );
  interface Condition {
    readonly name: string;
    readonly texts: readonly string[];
    readonly isOneOf: boolean;
    readonly anyCase: boolean;
    readonly whenUnset: boolean;
  }
  const inShort = ({ name, texts, isOneOf, anyCase, whenUnset }: Condition) =>
    `${name}${isOneOf ? '=' : '!='}${texts.join('|')}${anyCase ? ' in any case' : ''}${whenUnset ? '?' : ''}`;

  it('are read only where another variable of the environment says so, as far as a test asks that alone', async () => {
    const code = await codeOf({
      'code/app.js': `const { flags } = require('./flags');
const late = process.env.LATE === 'on';
let changed = process.env.CHANGED === 'on';
exports.handle = async (event) => {
  if (process.env.A === 'true') send(process.env.A_URL);
  else send(process.env.B_URL);
  process.env.C && event.body && send(process.env.C_URL);
  send(process.env.D !== 'off' ? process.env.D_URL : process.env.E_URL);
  if (late && !flags.quiet) send(process.env.F_URL);
  if (['x', 'y'].includes(process.env.G ?? 'x')) send(process.env.G_URL);
  if (process.env.H === 'on' || event.all) send(process.env.H_URL);
  if (changed) send(process.env.I_URL);
  if (Number(process.env.J) > 2) send(process.env.J_URL);
  if (process.env.SET === 'on') send(process.env.K_URL);
  if (process.env.AWS_LAMBDA_FUNCTION_NAME) send(process.env.L_URL);
  if (process.env.M !== undefined) send(process.env.M_URL);
  switch (process.env.N) {
    case 'one': send(process.env.N_URL);
  }
};
exports.change = () => {
  changed = true;
  process.env.SET = 'on';
};
`,
      'code/flags.js': `exports.flags = { quiet: Boolean(process.env.QUIET) };\n`,
    });
    expect(conditionsOf(code)).toEqual({
      A_URL: ['A=true'],
      B_URL: ['A!=true?'],
      C_URL: ['C!='],
      D_URL: ['D!=off?'],
      E_URL: ['D=off'],
      F_URL: ['LATE=on', 'QUIET=?'],
      G_URL: ['G=x|y|?'],
      H_URL: [],
      I_URL: [],
      J_URL: [],
      K_URL: [],
      L_URL: [],
      M_URL: ['M!='],
      N_URL: ['N=one'],
    });
  });

  it('are read only where another one says so in Python, where asking for one that is not set fails', async () => {
    const code = await codeOf(
      {
        'code/app.py': `import os

LATE = os.getenv("LATE", "no").lower() in ("yes", "true")

def handle(event, context):
    if os.environ.get("A") == "true":
        send(os.environ["A_URL"])
    if os.environ["B"] == "true":
        send(os.environ["B_URL"])
    if LATE:
        send(os.environ["C_URL"])
    if "D" in os.environ:
        send(os.environ["D_URL"])
    return os.environ["E_URL"] if not os.getenv("E") else ""
`,
      },
      'python3.13',
    );
    expect(conditionsOf(code)).toEqual({
      A_URL: ['A=true'],
      B_URL: ['B=true?'],
      C_URL: ['LATE=yes|true in any case'],
      D_URL: ['D!='],
      E_URL: ['E=?'],
    });
  });

  it('of code that nothing reaches are not known to be read', async () => {
    const { reads } = await codeOf(
      {
        'code/app.py': 'from keys import one\n\ndef handle(event, context):\n    return one()\n',
        'code/keys.py':
          'import os\n\ndef one():\n    return os.environ["ONE"]\n\ndef two():\n    return os.environ["TWO"]\n',
      },
      'python3.13',
    );
    expect(reads.map(({ name, runs }) => [name, runs])).toEqual([
      ['ONE', true],
      ['TWO', '? whether anything calls it'],
    ]);
  });
});

describe('files that run', () => {
  it('are those that are loaded by a name that begins in a written way, and all of them may be', async () => {
    const script = await codeOf({
      'code/app.js': "exports.handle = async (event) => require('./tasks/' + event.task).run();",
      'code/tasks/one.js': 'exports.run = () => process.env.ONE;',
      'code/tasks/two.js': 'exports.run = () => process.env.TWO;',
      'code/other.js': 'exports.run = () => process.env.OTHER;',
    });
    expect(script.files).toEqual(['code/app.js', 'code/tasks/one.js', 'code/tasks/two.js']);
    const lazy = await codeOf({
      'code/app.js': 'export const handle = async ({ task }) => (await import(`./tasks/${task}.js`)).run();',
      'code/tasks/one.js': 'export const run = () => process.env.ONE;',
    });
    expect(lazy.files).toEqual(['code/app.js', 'code/tasks/one.js']);
    const python = await codeOf(
      {
        'code/app.py':
          'import importlib\n\ndef handle(event, context):\n    return importlib.import_module(f"tasks.{event[\'task\']}").run()\n',
        'code/tasks/one.py': 'def run():\n    return 1\n',
      },
      'python3.13',
    );
    expect(python.files).toEqual(['code/app.py', 'code/tasks/one.py']);
  });

  it('are what Next.js serves where it is started', async () => {
    const { files } = await codeOf({
      'code/app.js':
        "const next = require('next')({ dev: false });\nexports.handle = next.getRequestHandler();",
      'code/pages/api/cards.js':
        "import { all } from '../../lib/cards';\nexport default (request, response) => response.json(all());",
      'code/lib/cards.js': 'export const all = () => [process.env.TABLE];',
      'code/lib/unused.js': 'export const none = () => [];',
    });
    expect(files).toEqual(['code/app.js', 'code/pages/api/cards.js', 'code/lib/cards.js']);
  });

  it('are those that are only asked for, and those that are handed on', async () => {
    const { files } = await codeOf({
      'code/app.js': "require('./tracing');\nmodule.exports = require('./handlers');\n",
      'code/tracing.js': 'console.log(1);\n',
      'code/handlers.js': 'exports.handle = async () => 1;\n',
    });
    expect(files).toEqual(['code/app.js', 'code/tracing.js', 'code/handlers.js']);
  });

  it('may be others where the name of what is loaded is computed', async () => {
    const { files } = await codeOf({
      'code/app.js': 'exports.handle = async (event) => require(event.module).run();',
    });
    expect(files).toEqual([
      'code/app.js',
      { name: '? code/app.js:1: which module it loads by a computed name' },
    ]);
  });

  it('are those of the project where Django is started', async () => {
    const { files } = await codeOf(
      {
        'code/app.py':
          "import os\nfrom django.core.wsgi import get_wsgi_application\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site.settings')\nhandle = get_wsgi_application()\n",
        'code/cards/views.py': 'def cards(request):\n    return None\n',
        'tools/count.py': 'def count():\n    return 1\n',
      },
      'python3.13',
    );
    expect(files).toEqual(['code/app.py', 'code/cards/views.py']);
  });
});

describe('calls of AWS', () => {
  it.each([
    [
      'commands',
      "const { S3Client, HeadObjectCommand } = require('@aws-sdk/client-s3');\nconst s3 = new S3Client({});\nexports.handle = () => s3.send(new HeadObjectCommand({}));",
      ['s3:GetObject'],
    ],
    [
      'clients with methods',
      "import { SQS } from '@aws-sdk/client-sqs';\nconst sqs = new SQS({});\nexport const handle = () => sqs.sendMessageBatch({});",
      ['sqs:SendMessage'],
    ],
    [
      'document clients',
      "import { DynamoDBDocument } from '@aws-sdk/lib-dynamodb';\nconst db = DynamoDBDocument.from({});\nexport const handle = () => db.put({});",
      ['dynamodb:PutItem'],
    ],
    [
      'version 2',
      "const AWS = require('aws-sdk');\nconst db = new AWS.DynamoDB.DocumentClient();\nexports.handle = () => db.scan({}).promise();",
      ['dynamodb:Scan'],
    ],
    [
      'PartiQL',
      "const { ExecuteStatementCommand } = require('@aws-sdk/client-dynamodb');\nexports.handle = () => new ExecuteStatementCommand({ Statement: 'UPDATE users SET a = ?' });",
      ['dynamodb:PartiQLUpdate'],
    ],
    [
      'transactions',
      "const { TransactWriteCommand } = require('@aws-sdk/lib-dynamodb');\nexports.handle = () => new TransactWriteCommand({ TransactItems: [{ Put: {} }, { Delete: {} }] });",
      ['dynamodb:PutItem', 'dynamodb:DeleteItem'],
    ],
    [
      'what needs no permission',
      "const { InitiateAuthCommand } = require('@aws-sdk/client-cognito-identity-provider');\nexports.handle = () => new InitiateAuthCommand({});",
      [],
    ],
  ])('are found as %s', async (_, text, actions) => {
    const code = await codeOf({ 'code/app.js': text });
    expect(actionsOf(code)).toEqual(actions);
  });

  it('are found on clients, resources and paginators of boto3, through other files', async () => {
    const code = await codeOf(
      {
        'code/app.py': `from store import bucket, table, pages

def handle(event, context):
    table.put_item(Item={})
    bucket.upload_file("a", "b")
    return pages()
`,
        'code/store.py': `import boto3

table = boto3.resource("dynamodb").Table("orders")
bucket = boto3.resource("s3").Bucket("files")
s3 = boto3.client("s3")

def pages():
    return s3.get_paginator("list_objects_v2").paginate(Bucket="files")
`,
      },
      'python3.13',
    );
    expect(actionsOf(code).toSorted()).toEqual(['dynamodb:PutItem', 's3:ListBucket', 's3:PutObject']);
  });

  it('are left open by a package that may call AWS itself, and by a client that nobody is seen asking', async () => {
    const wrapped = await codeOf({
      'code/app.js': "const m = require('dynamoose');\nexports.handle = () => m.get();",
    });
    expect(wrapped.calls).toEqual([{ name: '? code/app.js:1: what dynamoose calls is not read' }]);
    const handed = await codeOf(
      {
        'code/app.py':
          'import boto3\n\nBY_NAME = {"s3": boto3.client("s3")}\n\ndef handle(event, context):\n    return BY_NAME[event["name"]]\n',
      },
      'python3.13',
    );
    expect(handed.calls).toEqual([{ name: '? code/app.py:3: what is asked of s3 is not seen' }]);
  });
});
