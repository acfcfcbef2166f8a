import { describe, expect, it } from 'vitest';
import { at, factsOf } from './support/pipeline-facts.ts';

/*
 * What ran before a workflow that the end of another one starts.
 */

const TESTS =
  'name: Tests\non: { push: { branches: [main] } }\njobs:\n  unit:\n    steps:\n      - run: pytest\n';
const STARTED = 'workflow_run: { workflows: [Tests], types: [completed], branches: [main] }';
const SUCCESS = "github.event.workflow_run.conclusion == 'success'";

/** The tests before the deployment, with why their failure would not keep it from running. */
async function testsBefore(
  on: string,
  condition: string | undefined,
  tests = TESTS,
  more = '',
): Promise<readonly string[]> {
  const asks = condition === undefined ? '' : `    if: ${JSON.stringify(condition)}\n`;
  const facts = await factsOf({
    '.github/workflows/tests.yml': tests,
    '.github/workflows/ship.yml': `name: Ship\non: { ${on} }\njobs:\n  ship:\n${asks}    steps:\n${more}      - run: npx cdk deploy\n`,
  });
  const ship = facts.find(
    ({ type, origin }) => type === 'Repository::Deployment' && origin.at.file.endsWith('ship.yml'),
  );
  return (at(ship!, 'before') as readonly (string | Record<string, string>)[]).flatMap((one) =>
    typeof one === 'string' ? [one] : one['kind'] !== 'test' ? [] : [one['cannotFail'] ?? one['text']!],
  );
}

const FAILED_NOT = ['failure', 'timed_out', 'cancelled', 'startup_failure']
  .map((end) => `github.event.workflow_run.conclusion != '${end}'`)
  .join(' && ');

const WHATEVER = 'what comes after it runs all the same (workflow_run, however Tests ended)';

describe('a deployment that the end of the tests starts', () => {
  it.each([
    ['where they ended well', STARTED, SUCCESS, ['pytest']],
    [
      'in braces',
      STARTED,
      `\${{ ${SUCCESS} && github.event.workflow_run.head_branch == 'main' }}`,
      ['pytest'],
    ],
    [
      'by hand too',
      `${STARTED}, workflow_dispatch: {}`,
      `github.event_name != 'workflow_run' || ${SUCCESS}`,
      ['pytest'],
    ],
    ['however they ended', STARTED, undefined, [WHATEVER]],
    ['however they ended, in one place', STARTED, "github.repository == 'acme/shop'", [WHATEVER]],
    ['where they were broken off', STARTED, "github.event.workflow_run.conclusion != 'failure'", [WHATEVER]],
    [
      'by a way of asking that is not read',
      STARTED,
      'contains(fromJSON(\'["success"]\'), github.event.workflow_run.conclusion)',
      ['? whether it runs after Tests has failed'],
    ],
    ['and a push starts too', `${STARTED}, push: {}`, undefined, []],
    ['and a push starts too, for nothing', `${STARTED}, push: {}`, SUCCESS, ['pytest']],
    ['when they begin or ended well', 'workflow_run: { workflows: [Tests] }', FAILED_NOT, [WHATEVER]],
    ['when they ended well, by what they did not', STARTED, FAILED_NOT, ['pytest']],
    ['when they begin', 'workflow_run: { workflows: [Tests], types: [requested] }', undefined, []],
    [
      'and that of what is not here',
      'workflow_run: { workflows: [CodeQL], types: [completed] }',
      SUCCESS,
      ['… what the workflow CodeQL runs, which is not here'],
    ],
  ])('%s', async (_, on, condition, expected) => {
    expect(await testsBefore(on, condition)).toEqual(expected);
  });

  it('is not one that each of several starts, of which one tests nothing', async () => {
    const on = 'workflow_run: { workflows: [Tests, .github/workflows/lint.yml], types: [completed] }';
    expect(await testsBefore(on, SUCCESS)).toEqual([
      '… what the workflow .github/workflows/lint.yml runs, which is not here',
    ]);
    expect(await testsBefore(on.replace('.github/workflows/lint.yml', 'Ship'), SUCCESS)).toEqual([]);
  });

  it('waits for a job that asks how they ended as it says itself', async () => {
    const gated = async (condition: string) => {
      const facts = await factsOf({
        '.github/workflows/tests.yml': TESTS,
        '.github/workflows/ship.yml': `name: Ship\non: { ${STARTED} }\njobs:\n  gate:\n    if: ${JSON.stringify(SUCCESS)}\n    steps:\n      - run: echo go\n  ship:\n    needs: [gate]\n    if: ${JSON.stringify(condition)}\n    steps:\n      - run: npx cdk deploy\n`,
      });
      const ship = facts.find(({ type }) => type === 'Repository::Deployment')!;
      return (at(ship, 'before') as readonly Record<string, string>[]).flatMap((one) =>
        one['kind'] === 'test' ? [one['cannotFail'] ?? one['text']!] : [],
      );
    };
    expect(await gated("needs.gate.result == 'success'")).toEqual(['pytest']);
    // It is skipped where they failed.
    expect(await gated("always() && needs.gate.result != 'failure'")).toEqual([
      '? whether it runs after Tests has failed',
    ]);
  });

  it('looks how they ended in a step of its own', async () => {
    const step = `      - if: ${SUCCESS.replace('==', '!=')}\n        run: exit 1\n`;
    expect(await testsBefore(STARTED, undefined, TESTS, step)).toEqual([
      '? whether it runs after Tests has failed',
    ]);
  });

  it('takes what was tested: the commit of a pull request, or what was pushed', async () => {
    const anywhere = STARTED.replace(', branches: [main]', '');
    const requests = TESTS.replace('push: { branches: [main] }', 'pull_request: {}');
    const both = TESTS.replace('push:', 'pull_request: {}, push:');
    const takes =
      '      - uses: actions/checkout@v4\n        with: { ref: "${{ github.event.workflow_run.head_sha }}" }\n';
    expect(await testsBefore(anywhere, SUCCESS, requests)).toEqual([]);
    expect(await testsBefore(anywhere, SUCCESS, requests, takes)).toEqual(['pytest']);
    expect(await testsBefore(anywhere, SUCCESS, both, takes)).toEqual(['pytest']);
    expect(await testsBefore(anywhere, SUCCESS, both)).toEqual([
      '? whether it runs after Tests has tested a pull request, which is other code',
    ]);
    expect(
      await testsBefore(anywhere, `github.event.workflow_run.event == 'push' && ${SUCCESS}`, both),
    ).toEqual(['pytest']);
    const skipped = TESTS.replace(
      '  unit:\n',
      "  unit:\n    if: github.event_name == 'pull_request'\n",
    ).replace('push:', 'pull_request: {}, push:');
    expect(await testsBefore(STARTED, SUCCESS, skipped)).toEqual([]);
  });

  it('comes after what came before them', async () => {
    const facts = await factsOf({
      '.github/workflows/tests.yml': TESTS,
      '.github/workflows/build.yml': `name: Build\non: { ${STARTED} }\njobs:\n  pack:\n    if: ${SUCCESS}\n    steps:\n      - run: docker build .\n`,
      '.github/workflows/ship.yml': `on: { ${STARTED.replace('[Tests]', '[Build]')} }\njobs:\n  ship:\n    if: ${SUCCESS}\n    steps:\n      - run: npx cdk deploy\n`,
    });
    const ship = facts.find(({ type }) => type === 'Repository::Deployment')!;
    expect(at(ship, 'before')).toMatchObject([{ kind: 'test' }, { kind: 'build' }]);
  });

  it('asks where a job calls the workflow that deploys', async () => {
    const facts = await factsOf({
      'tests/test_cards.py': 'def test_cards(): assert True\n',
      '.github/workflows/tests.yml': TESTS,
      '.github/workflows/how.yml':
        'on: workflow_call\njobs:\n  up:\n    steps:\n      - run: npx cdk deploy\n',
      '.github/workflows/ship.yml': `on: { ${STARTED} }\njobs:\n  ship:\n    if: ${SUCCESS}\n    uses: ./.github/workflows/how.yml\n`,
    });
    const ship = facts.find(({ type }) => type === 'Repository::Deployment')!;
    expect(JSON.stringify(at(ship, 'before'))).toBe('[{"kind":"test","text":"pytest"}]');
  });
});
