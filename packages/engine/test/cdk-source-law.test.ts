import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { assessRepository } from '../src/index.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * The law of sources that nobody synthesized: no pass and no gap that synthesis refutes, and a pass only from a literal
 * at the construct itself.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const examples = join(import.meta.dirname, '../../../examples');
const fixtures = join(import.meta.dirname, 'fixtures/cdk/source');

function filesOf(folder: string): Files {
  const paths = globSync('**/*.{ts,py,json,js}', { cwd: folder }).filter(
    (p) => !/(?:^|\/)(?:assemblies|web|src)\//.test(p),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path), 'utf8')]),
  );
}

async function assessed(
  files: Files,
  env: string | undefined,
  language: 'cdk' | 'cloudformation' = 'cdk',
): Promise<Assessment> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    ...(env === undefined ? {} : { env }),
    languages: [language],
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

/** What each check says of each construct. */
function said(
  assessment: Assessment,
  pathOf: (address: string) => string | undefined = (a) => a,
): ReadonlyMap<string, string> {
  const rows = assessment.outcomes.flatMap((o): [string, string][] => {
    const path = o.resource === null ? undefined : pathOf(o.resource.address);
    return path === undefined ? [] : [[`${o.check}: ${path}`, o.outcome]];
  });
  return new Map(rows);
}

describe.each([
  ['jobs-api', 'prod'],
  ['jobs-api', 'dev'],
  ['documents-pipeline', 'prod'],
  ['documents-pipeline', 'dev'],
])('the example %s for %s', (name, env) => {
  it('is judged from its source as from its templates, or not at all', async () => {
    const folder = join(examples, name, 'assemblies', env);
    const templates = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
    const paths = new Map<string, string>();
    const files: Record<string, string> = {};
    for (const file of templates) {
      const text = readFileSync(join(folder, file), 'utf8');
      files[file] = text;
      const { Resources } = JSON.parse(text) as {
        Resources: Record<string, { Metadata?: Record<string, string> }>;
      };
      for (const [id, { Metadata }] of Object.entries(Resources)) {
        const path = Metadata?.['aws:cdk:path'];
        if (path !== undefined) paths.set(id, path);
      }
    }
    const synthesized = said(await assessed(files, env, 'cloudformation'), (id) => paths.get(id));
    const source = said(await assessed(filesOf(join(examples, name)), env));
    const decided = [...source].filter(
      ([row, outcome]) => outcome !== 'unknown' && synthesized.get(row) !== 'unknown',
    );
    const refuted = decided.filter(([row, outcome]) => synthesized.get(row) !== outcome);
    expect(
      refuted.map(
        ([row, outcome]) => `${row} is said to be ${outcome}, and is ${synthesized.get(row) ?? 'not there'}`,
      ),
    ).toEqual([]);
    expect(decided.length).toBeGreaterThan(3);
  });
});

const APP = { 'cdk.json': '{"app": "node app.ts"}' };

const BUCKET = `
import { App, Stack } from 'aws-cdk-lib';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
const app = new App();
const stack = new Stack(app, 'S');
`;

const kept = (more: string) => ({ ...APP, 'app.ts': BUCKET + more });
const RETENTION = 'log-group-retention: S/Logs/Resource';

describe('a pass', () => {
  const passes = async (more: string) => said(await assessed(kept(more), undefined)).get(RETENTION);

  it('comes from a literal at the construct itself', async () => {
    expect(await passes(`new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK });`)).toBe('pass');
  });

  it.each([
    ['a variable', `const days = RetentionDays.ONE_WEEK; new LogGroup(stack, 'Logs', { retention: days });`],
    [
      'an object in a variable',
      `const p = { retention: RetentionDays.ONE_WEEK }; new LogGroup(stack, 'Logs', p);`,
    ],
    ['a spread', `const p = { retention: RetentionDays.ONE_WEEK }; new LogGroup(stack, 'Logs', { ...p });`],
    [
      'a function',
      `const days = () => RetentionDays.ONE_WEEK; new LogGroup(stack, 'Logs', { retention: days() });`,
    ],
    [
      'a parameter',
      `function make(retention: any) { new LogGroup(stack, 'Logs', { retention }); } make(RetentionDays.ONE_WEEK);`,
    ],
    [
      'a default',
      `function make(retention = RetentionDays.ONE_WEEK) { new LogGroup(stack, 'Logs', { retention }); } make();`,
    ],
    [
      'a condition',
      `new LogGroup(stack, 'Logs', { retention: 1 === 1 ? RetentionDays.ONE_WEEK : undefined });`,
    ],
    [
      'the environment',
      `new LogGroup(stack, 'Logs', { retention: process.env.D ? RetentionDays.ONE_WEEK : RetentionDays.INFINITE });`,
    ],
    ['a call that is not read', `import { f } from 'f'; new LogGroup(stack, 'Logs', { retention: f() });`],
    [
      'a spread that may write over it',
      `import { p } from 'f'; new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK, ...p });`,
    ],
  ])('does not come through %s', async (_way, more) => {
    expect(await passes(more)).toBe('unknown');
  });

  const LOGS = `new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK });`;
  const SUBNETS = `import { Vpc } from 'aws-cdk-lib/aws-ec2'; const vpc = new Vpc(stack, 'V'); vpc.publicSubnets.forEach((s) => { (s.node.defaultChild as any).mapPublicIpOnLaunch = false; });`;

  it.each([
    [
      'what is written into data that was read',
      `import { load } from 'js-yaml'; const c: any = load('a'); c.a.b = 1; ${LOGS}`,
    ],
    ['what is written into data that was parsed', `const c = JSON.parse('{}'); c['a'] = 1; ${LOGS}`],
    ['the description of its stack', `stack.templateOptions.description = 'S'; ${LOGS}`],
    ['what the subnets of a network are told', `${SUBNETS} ${LOGS}`],
    [
      'what the resource of another construct is told',
      `const b = new Bucket(stack, 'B'); (b.node.defaultChild as CfnBucket).bucketName = 'b'; ${LOGS}`,
    ],
  ])('survives %s', async (_what, more) => {
    expect(await passes(more)).toBe('pass');
  });

  it.each([
    [
      'what is written into something unknown',
      `import { f } from 'f'; const c: any = f(); c.a.b = 1; ${LOGS}`,
    ],
    [
      'what is reached from the resource of another construct',
      `const b = new Bucket(stack, 'B'); (b.node.defaultChild as any).stack.logs = 1; ${LOGS}`,
    ],
    ['a transform of its stack', `stack.templateOptions.transforms = ['T']; ${LOGS}`],
    [
      'what each of a list of constructs is told',
      `import { Vpc } from 'aws-cdk-lib/aws-ec2'; const vpc = new Vpc(stack, 'V'); vpc.stack.dependencies.forEach((s) => { (s.node.defaultChild as any).retentionInDays = 1; }); ${LOGS}`,
    ],
  ])('does not survive %s', async (_what, more) => {
    expect(await passes(more)).toBe('unknown');
  });

  it('is not of a network whose subnets are told something', async () => {
    const { readSource } = await import('./support/cdk-source.ts');
    const { resources } = await readSource('/repo', undefined, memoryFileSystem(kept(SUBNETS)));
    expect(
      resources.map((r) => [r.address, [...r.properties.members.keys()], r.properties.open?.kind]),
    ).toEqual([['S/V/Resource', [], 'unknown']]);
  });

  it.each([
    [
      'an override',
      `const l = new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK }); (l.node.defaultChild as any).retentionInDays = undefined;`,
    ],
    [
      'an aspect',
      `import { Aspects } from 'aws-cdk-lib'; new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK }); Aspects.of(app).add(new (class { visit(n: any) { n.retentionInDays = undefined; } })());`,
    ],
    [
      'code that is not read',
      `import { f } from 'f'; new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK }); f(stack);`,
    ],
    [
      'a walk over the tree',
      `new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK }); for (const c of stack.node.findAll()) (c as any).retentionInDays = undefined;`,
    ],
    [
      'a helper of the application',
      `function h(x: any) { x.node.defaultChild.addPropertyDeletionOverride('RetentionInDays'); } h(new LogGroup(stack, 'Logs', { retention: RetentionDays.ONE_WEEK }));`,
    ],
  ])('does not survive %s', async (_what, more) => {
    expect(await passes(more)).toBe('unknown');
  });
});

describe('a name of the library', () => {
  const runtimeOf = async (name: string) => {
    const { readSource } = await import('./support/cdk-source.ts');
    const source = `import * as lambda from 'aws-cdk-lib/aws-lambda';\nnew lambda.Function(stack, 'F', { runtime: lambda.Runtime.${name}, handler: 'a.b', code: lambda.Code.fromAsset('a') });`;
    const { resources } = await readSource('/repo', undefined, memoryFileSystem(kept(source)));
    return resources[0]?.properties.members.get('Runtime');
  };

  it('is what it stands for in every version', async () => {
    expect(await runtimeOf('PYTHON_3_12')).toMatchObject({ kind: 'known', value: 'python3.12' });
  });

  it.each([
    ['that each version decides for itself', 'NODEJS_LATEST'],
    ['that stands for not writing it', 'FROM_IMAGE'],
    ['that is not known yet', 'NODEJS_99_X'],
  ])('%s says nothing', async (_which, name) => {
    expect(await runtimeOf(name)).toMatchObject({ kind: 'unknown' });
  });
});

describe('a gap', () => {
  const ROW = 'log-group-retention: S/Logs/Resource';
  const FOREVER = `new LogGroup(stack, 'Logs', { retention: RetentionDays.INFINITE });`;
  const outcome = async (more: string) => said(await assessed(kept(more), undefined)).get(ROW);

  it('is found where it is written', async () => {
    expect(await outcome(FOREVER)).toBe('fail');
  });

  it('is found through configuration', async () => {
    expect(
      await outcome(
        `const c = { days: RetentionDays.INFINITE }; new LogGroup(stack, 'Logs', { retention: c.days });`,
      ),
    ).toBe('fail');
  });

  it.each([
    ['a condition', `if (process.env.X) { ${FOREVER} }`, ['unknown']],
    ['a loop that is not known', `import { l } from 'f'; for (const x of l) { ${FOREVER} }`, ['unknown']],
    ['a call back', `import { l } from 'f'; l.forEach(() => { ${FOREVER} });`, ['unknown']],
    ['an early end', `function f() { if (process.env.X) return; ${FOREVER} } f();`, ['unknown']],
    ['a function that nobody calls', `function f() { ${FOREVER} }`, [undefined]],
    [
      'a branch that is never taken',
      `if (1 === 2) { ${FOREVER} }`.replace('2', '(2 as number)'),
      [undefined],
    ],
    ['what catches a failure', `try { stack.node; } catch { ${FOREVER} }`, ['unknown']],
    [
      'what fails before it, where that is caught',
      `try { if (process.env.X) throw new Error(); ${FOREVER} } catch {}`,
      ['unknown'],
    ],
    [
      'what fails before it in a function, where that is caught',
      `function f() { if (process.env.X) throw new Error(); ${FOREVER} } try { f(); } catch {}`,
      ['unknown'],
    ],
    [
      'what fails before it, where a promise may be caught',
      `async function f() { if (process.env.X) throw new Error(); ${FOREVER} } f().catch(() => {});`,
      ['unknown'],
    ],
    ['what comes after a failure', `function f() { throw new Error(); ${FOREVER} } f();`, [undefined]],
  ])('is not certain in %s', async (_where, more, expected) => {
    expect(expected).toContain(await outcome(more));
  });

  it.each([
    ['an input that is not there', `if (!process.env.X) throw new Error('X');`],
    ['an input of another kind', `if (process.env.X) { console.log('no'); } else { throw new Error('X'); }`],
    ['two of them', `if (!process.env.X) throw new Error('X'); if (!process.env.Y) throw new Error('Y');`],
  ])('is certain where the app would have refused %s', async (_what, before) => {
    expect(await outcome(`${before} ${FOREVER}`)).toBe('fail');
  });

  const ABOUT_TERRAFORM = ['terraform-state-remote', 'no-state-in-repository'];

  it('is never an absence', async () => {
    const { outcomes } = await assessed(
      kept(`new LogGroup(stack, 'Logs'); new Queue(stack, 'Q'); new Bucket(stack, 'B');`),
      undefined,
    );
    // Whatever the source leaves open, it has no state of Terraform.
    const open = outcomes.filter((o) => !ABOUT_TERRAFORM.includes(o.check));
    expect(open.filter((o) => o.outcome === 'fail' || o.outcome === 'not-applicable')).toEqual([]);
    expect(outcomes.every((o) => o.notSynthesized === true)).toBe(true);
  });
});

describe('hiding a literal', () => {
  let before: ReadonlyMap<string, ReadonlySet<string>>;
  const could = (a: Assessment) =>
    new Map(a.outcomes.map((o) => [`${o.check} ${o.resource?.address ?? ''}`, new Set<string>(o.could)]));
  const files = filesOf(join(fixtures, 'environments'));
  const SERVICE = 'lib/service-stack.ts';
  const text = String(files[SERVICE]);
  const literals = [
    ...text.matchAll(/(?<=: |\()(?:true|false|\d+|[A-Z]\w+\.[A-Z_]+(?:_[A-Z0-9]+)?|'[^']*')(?=[,) }])/g),
  ];

  beforeAll(async () => {
    before = could(await assessed(files, 'prod'));
  });

  it('has something to hide', () => {
    expect(literals.length).toBeGreaterThan(15);
  });

  it.each([
    ['a call that is not read', (literal: string) => `hidden(${literal})`],
    ['a variable', (literal: string) => `((x) => x)(${literal})`],
    ['a condition', (literal: string) => `(process.env.X ? ${literal} : hidden())`],
  ])('behind %s only adds possibilities', async (_how, hide) => {
    for (const match of literals) {
      const changed = `import { hidden } from 'hidden';\n${text.slice(0, match.index)}${hide(match[0])}${text.slice(match.index + match[0].length)}`;
      const after = could(await assessed({ ...files, [SERVICE]: changed }, 'prod'));
      for (const [row, was] of before) {
        const is = after.get(row);
        // A name that is hidden takes its rows with it.
        if (is !== undefined)
          expect([...is], `${row} with ${match[0]} hidden`).toEqual(expect.arrayContaining([...was]));
      }
    }
  });
});

describe('source that nobody should write', () => {
  it.each([
    [
      'a construct that makes itself',
      `class A extends Stack { constructor(s: any, i: string) { super(s, i); new A(this, i); } } new A(app, 'A');`,
    ],
    ['a function that calls itself', `function f(n: number): number { return f(n + 1) + f(n + 2); } f(1);`],
    [
      'loops in loops',
      `const a = [${'1,'.repeat(150)}]; for (const x of a) for (const y of a) for (const z of a) new Bucket(stack, 'B' + x + y + z);`,
    ],
    [
      'deep nesting',
      `const d = ${'['.repeat(3000)}${']'.repeat(3000)}; new Bucket(stack, 'B', { versioned: true });`,
    ],
    ['deep calls', `const d = ${'f('.repeat(3000)}1${')'.repeat(3000)};`],
    [
      'an object that holds itself',
      `const o: any = {}; o.o = o; new Bucket(stack, 'B', o); new Bucket(stack, 'C', { ...o, cors: o }); new CfnBucket(stack, 'D', o);`,
    ],
    ['broken syntax', `new Bucket(stack, 'B', { versioned: true, ; } class {`],
    ['a very long file', `// ${'x'.repeat(700_000)}`],
    [
      'strange names',
      `const o: any = {}; o.__proto__ = 1; o.constructor(); new Bucket(stack, '__proto__', { constructor: 1 } as any);`,
    ],
  ])('is bounded: %s', async (_what, more) => {
    const start = performance.now();
    const assessment = await assessed(kept(more), undefined);
    expect(
      assessment.outcomes.filter(
        (o) => o.resource !== null && o.outcome === 'pass' && o.check === 's3-versioning',
      ),
    ).toEqual([]);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('is bounded: files that import each other', async () => {
    const files = {
      'cdk.json': '{"app": "node a.ts"}',
      'a.ts': `import { b } from './b'; export const a = b; export * from './b'; import { App } from 'aws-cdk-lib'; new App();`,
      'b.ts': `import { a } from './a'; export const b = a; export * from './a';`,
    };
    const { outcomes } = await assessed(files, undefined);
    expect(outcomes.filter((o) => o.outcome === 'pass')).toEqual([]);
  });
});

describe('an application of 500 files', () => {
  it('is read within a few seconds', async () => {
    const files: Record<string, string> = { 'cdk.json': '{"app": "node app.ts"}' };
    for (let i = 0; i < 500; i++) {
      files[`lib/stack${i}.ts`] = `
import { Stack, Duration } from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
export class Stack${i} extends Stack {
  constructor(scope: any, id: string, props: { memory: number }) {
    super(scope, id);
${`    new lambda.Function(this, 'F' + this.x, { runtime: lambda.Runtime.NODEJS_22_X, handler: 'x', code: lambda.Code.fromAsset('x'), timeout: Duration.seconds(10), memorySize: props.memory });\n`.repeat(6)}
    new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_WEEK });
  }
}`;
    }
    const numbers = Array.from({ length: 500 }, (_, i) => i);
    files['app.ts'] = `import { App } from 'aws-cdk-lib';
${numbers.map((i) => `import { Stack${i} } from './lib/stack${i}';`).join('\n')}
const app = new App();
${numbers.map((i) => `new Stack${i}(app, 'S${i}', { memory: 128 });`).join('\n')}`;
    const { readSource } = await import('./support/cdk-source.ts');
    await readSource('/repo', undefined, memoryFileSystem({ ...files, 'app.ts': '' }));
    const start = performance.now();
    const root = await readSource('/repo', undefined, memoryFileSystem(files));
    const took = performance.now() - start;
    expect(root.resources).toHaveLength(3500);
    expect(took).toBeLessThan(6000);
  });
});
