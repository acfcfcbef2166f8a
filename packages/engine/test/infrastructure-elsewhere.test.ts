import { describe, expect, it } from 'vitest';
import { assessRepository } from '../src/index.ts';
import { onlyLost } from './support/honesty.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * A repository with the code of an application and nothing of its infrastructure: what the code shows is said, and what
 * infrastructure must have is unknown, never a gap and never a pass.
 */
type Files = Readonly<Record<string, MemoryFile>>;

const CODE: Files = {
  'src/app.js': `import express from 'express';
export const app = express();
app.get('/cards', async (request, response) => {
  response.json(await app.database.query("SELECT * FROM cards WHERE owner = " + request.query.owner));
});
`,
  'package.json': '{"name": "cards", "dependencies": {"express": "5.1.0"}}',
};
const INFRASTRUCTURE: Files = { 'main.tf': 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n' };

const assessed = async (files: Files, options = {}) => {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(files),
    now: new Date('2026-11-21T12:00:00Z'),
    ...options,
  });
  return run.assessment;
};

describe('an application whose infrastructure is elsewhere', async () => {
  const assessment = await assessed(CODE);

  it('is judged by its code', () => {
    const of = (check: string) => assessment.outcomes.find((o) => o.check === check);
    expect(of('unit-tests-exist')).toMatchObject({ outcome: 'fail' });
    // Nothing is deployed from here: all code is what would be launched.
    expect(of('sql-parameterised')).toMatchObject({ outcome: 'fail' });
    expect(of('credentials-not-committed')).toMatchObject({ outcome: 'pass' });
    // A gateway that nobody saw could guard it.
    expect(of('code-routes-guarded')).toMatchObject({
      outcome: 'unknown',
      resource: { address: 'GET /cards' },
    });
  });

  it('has one root, of which nothing was seen', () => {
    expect(assessment.subject.roots).toMatchObject([{ path: '.', kind: 'elsewhere', verdict: 'NO-GO' }]);
    expect(assessment.coverage.notSeen.filter(({ root }) => root === '.')).toMatchObject([
      { what: 'the infrastructure', decidedBy: 'assessing a folder that holds the infrastructure too' },
    ]);
    expect(assessment.notices.join()).toMatch(/no Terraform, CloudFormation or CDK/);
  });

  it('is not ready, and nobody claims to know its infrastructure', () => {
    expect(assessment.verdict.decision).toBe('NO-GO');
    const decided = assessment.outcomes.filter((o) => o.root === '.' && o.outcome !== 'unknown');
    // No Terraform and no stack is here that could be asked.
    expect(decided.map((o) => [o.check, o.outcome])).toEqual([
      ['no-state-in-repository', 'not-applicable'],
      ['stacks-protected-from-deletion', 'not-applicable'],
      ['terraform-state-remote', 'not-applicable'],
    ]);
  });

  it('hides no more than infrastructure that cannot be read', async () => {
    onlyLost(
      await assessed({ ...CODE, ...INFRASTRUCTURE }),
      await assessed({ ...CODE, 'main.tf': { error: 'EACCES' } }),
      'main.tf cannot be read',
    );
  });

  it('is elsewhere too where what is here is only tried out', async () => {
    const { subject, verdict } = await assessed({ ...CODE, 'tests/main.tf': INFRASTRUCTURE['main.tf']! });
    expect(verdict.decision).toBe('NO-GO');
    expect(subject.roots).toMatchObject([
      {
        path: '.',
        kind: 'elsewhere',
        because: 'no root is assessed by itself (tests: in a folder named tests)',
      },
      { path: 'tests', kind: 'terraform', assessed: false },
    ]);
  });

  it('is taken for none where a root is asked for', async () => {
    await expect(assessed(CODE, { roots: ['infra'] })).rejects.toThrow(/nothing to assess/);
  });
});

describe('what a tool deploys that is not read', () => {
  const SERVERLESS = { 'serverless.yml': 'service: cards\nfunctions: {}\n' };
  const unseen = async (files: Files) =>
    (await assessed(files)).coverage.notSeen.filter(({ what }) => what.includes('serverless'));

  it('is not seen, and its routes are not', async () => {
    const decidedBy = 'serverless package, and assessing the template that it writes to .serverless';
    expect(await unseen({ ...CODE, ...SERVERLESS })).toMatchObject([
      { root: '.', what: 'serverless.yml', decidedBy },
      { root: '', what: 'routes in serverless.yml', decidedBy },
    ]);
  });

  it('may be what a root lacks', async () => {
    onlyLost(
      await assessed({ ...CODE, ...INFRASTRUCTURE }),
      await assessed({ ...CODE, ...INFRASTRUCTURE, ...SERVERLESS }),
      'functions of another tool',
    );
    expect((await unseen({ ...CODE, ...INFRASTRUCTURE, ...SERVERLESS })).length).toBe(2);
  });

  it('is seen where its template lies there, and in an example it deploys nothing', async () => {
    expect(
      await unseen({
        ...CODE,
        ...SERVERLESS,
        '.serverless/cloudformation-template-update-stack.json': '{"Resources":{}}',
      }),
    ).toEqual([]);
    expect(await unseen({ ...CODE, 'examples/serverless.yml': 'service: x\n' })).toEqual([]);
  });
});

it('a folder that cannot be read says so, and not what stands in it', async () => {
  const closed = memoryFileSystem({ 'main.tf': '' });
  const readDirectory = async () => {
    throw Object.assign(new Error('closed'), { code: 'EACCES' });
  };
  const run = assessRepository({ path: '/repo', fileSystem: { ...closed, readDirectory }, now: new Date(0) });
  await expect(run).rejects.toThrow('cannot read the folder /repo: permission denied');
});

it('a folder with neither code nor infrastructure is not assessed', async () => {
  await expect(assessed({ 'README.md': '# Nothing yet\n' })).rejects.toThrow(
    /nothing to assess in \/repo: no code of an application, and no Terraform, CloudFormation or CDK/,
  );
});
