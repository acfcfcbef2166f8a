import { describe, expect, it } from 'vitest';
import { at, factsOf, githubStep, type Plain } from './support/pipeline-facts.ts';

/*
 * Whether what comes before a deployment keeps it from running when it fails.
 */

type Files = Readonly<Record<string, string>>;

/** Of the tests before the deployment: `runs`, or why they may be left out or do not keep it from running. */
async function gates(files: Files): Promise<readonly string[]> {
  const facts = await factsOf(files);
  const found = facts.find(({ type }) => type === 'Repository::Deployment');
  return (at(found!, 'before') as readonly Plain[]).flatMap((one) => {
    if (typeof one === 'string') return [one];
    const { kind, leftOut, cannotFail } = one as Readonly<Record<string, string>>;
    return kind === 'test' ? [leftOut ?? cannotFail ?? 'runs'] : [];
  });
}

describe('a condition on an input of a called workflow', () => {
  const calling = (type: string, given: string, condition: string): Files => ({
    '.github/workflows/c.yml': `on:\n  workflow_call:\n    inputs:\n      tests: { type: ${type} }\njobs:\n  ship:\n    steps:\n      - run: pytest\n        if: ${JSON.stringify(condition)}\n      - run: npx cdk deploy\n`,
    '.github/workflows/w.yml': `on: push\njobs:\n  call:\n    uses: ./.github/workflows/c.yml\n    with: { tests: ${given} }\n`,
  });
  it.each([
    ['boolean', 'true', 'inputs.tests', ['runs']],
    ['boolean', 'true', 'inputs.tests == true', ['runs']],
    ['boolean', 'true', "inputs.tests != 'false'", ['runs']],
    ['boolean', 'false', 'inputs.tests != true', ['runs']],
    ['string', '"true"', "inputs.tests == 'TRUE'", ['runs']],
    // A text that says no number is the same as nothing of another kind.
    ['boolean', 'true', "inputs.tests == 'true'", []],
    ['boolean', 'false', "inputs.tests == 'false'", []],
    ['string', '"true"', 'inputs.tests == true', []],
    ['string', '"1"', 'inputs.tests == true', ['runs']],
    ['string', '""', 'inputs.tests == false', ['runs']],
    // What was given by hand is none of a call.
    ['boolean', 'true', "github.event.inputs.tests == 'true'", []],
  ])('compares a %s, %s, as GitHub does: %s', async (type, given, condition, expected) => {
    expect(await gates(calling(type, given, condition))).toEqual(expected);
  });

  it('sees a value of a matrix as it is written', async () => {
    const inRuns = (condition: string): Files => ({
      '.github/workflows/w.yml': `on: push\njobs:\n  test:\n    strategy: { matrix: { include: [{ api: true }] } }\n    steps:\n      - run: pytest\n        if: ${JSON.stringify(condition)}\n  ship:\n    needs: test\n    steps: [{ run: npx cdk deploy }]\n`,
    });
    expect(await gates(inRuns('matrix.api == true'))).toEqual(['runs']);
    expect(await gates(inRuns("matrix.api == 'true'"))).toEqual([]);
  });
});

const allTheSame = (how: string) => [`what comes after it runs all the same (${how})`];

describe('a test and a deployment in one command', () => {
  const scripts = (ship: string): Files => ({
    ...githubStep('npm run ship'),
    'package.json': JSON.stringify({
      scripts: { ship, test: 'pytest', 'test:all': 'pytest && pytest', deploy: 'cdk deploy' },
    }),
  });
  const makefile = `ship: test deploy
test:
	pytest
deploy:
	npx cdk deploy
careful: test
	npx cdk deploy
`;

  it.each([
    ['pytest || npx cdk deploy', allTheSame('||')],
    ['pytest || pytest --lf || npx cdk deploy', [...allTheSame('||'), ...allTheSame('||')]],
    ['pytest && npx eslint . || npx cdk deploy', allTheSame('||')],
    ['pytest || { echo failed; npx cdk deploy; }', allTheSame('||')],
    ['pytest && npx cdk deploy', ['runs']],
    ['pytest || exit 1\nnpx cdk deploy', ['runs']],
    ['pytest || pytest --lf && npx cdk deploy', ['runs', 'runs']],
    ['npx eslint . || exit 1; pytest && npx cdk deploy', ['runs']],
  ])('joined by signs: %s', async (text, expected) => {
    expect(await gates(githubStep(text))).toEqual(expected);
  });

  it.each([
    ['make -k ship', allTheSame('make -k')],
    ['make --keep-going test deploy', allTheSame('make --keep-going')],
    ['make -sk ship', allTheSame('make -sk')],
    ['make -j ship', allTheSame('make -j')],
    ['make -j 4 ship', allTheSame('make -j4')],
    ['make -j"$(nproc)" ship', allTheSame('make -j…')],
    ['MAKEFLAGS=-k make ship', allTheSame('make -k')],
    // What a target needs it does not run without, and lines after it wait for all.
    ['make -k careful', ['runs']],
    ['make -j4 careful', ['runs']],
    ['make -k test\nmake deploy', ['runs']],
    ['make -j1 ship', ['runs']],
    ['make ship', ['runs']],
  ])('of make: %s', async (text, expected) => {
    expect(await gates({ ...githubStep(text), Makefile: makefile })).toEqual(expected);
  });

  it('of a makefile that lets nothing run beside each other, or all of it', async () => {
    const alone = { ...githubStep('make -j4 ship'), Makefile: `${makefile}.NOTPARALLEL:\n` };
    expect(await gates(alone)).toEqual(['runs']);
    const keeps = { ...githubStep('make ship'), Makefile: `MAKEFLAGS += -k\n${makefile}` };
    expect(await gates(keeps)).toEqual(allTheSame('make -k'));
  });

  it.each([
    ['concurrently "npm:test" "npm:deploy"', allTheSame('concurrently')],
    ['concurrently -n a,b -c red,blue "npm:test" "npm:deploy"', allTheSame('concurrently')],
    ['concurrently "pytest; cdk deploy" "eslint ."', ['the script goes on after it (no set -e)']],
    ['concurrently "npm:test" "eslint ." && cdk deploy', ['runs']],
    [
      'concurrently --success first "npm:test" "eslint ." && cdk deploy',
      ['? which of what it runs concurrently ends with (--success first)'],
    ],
    ['run-p test deploy', allTheSame('run-p')],
    ['run-p test && npm run deploy', ['runs']],
    ['npm-run-all --parallel test deploy', allTheSame('npm-run-all')],
    ['npm-run-all test --parallel deploy', ['runs']],
    ['npm-run-all --continue-on-error test deploy', allTheSame('npm-run-all --continue-on-error')],
    ['npm-run-all -l test deploy', ['runs']],
    ['run-s -n test deploy', ['runs']],
    ['run-s -c test deploy', allTheSame('run-s -c')],
    ['run-s "test -- -x" deploy', ['runs']],
    ['run-p --race test && npm run deploy', ['? which of what run-p runs ends first (--race)']],
  ])('of scripts of a package: %s', async (text, expected) => {
    expect(await gates(scripts(text))).toEqual(expected);
  });
});

describe('a test in a shell with a trap', () => {
  const WELL = 'the script ends well whatever fails in it (trap … EXIT)';
  const job = (steps: readonly string[], script = ''): Files => ({
    '.github/workflows/w.yml': `on: push\njobs:\n  ship:\n    steps:\n${steps.map((step) => `      - run: ${JSON.stringify(step)}\n`).join('')}`,
    'scripts/test.sh': script,
  });

  it.each([
    [["trap 'exit 0' EXIT\npytest", 'npx cdk deploy'], '', [WELL]],
    [["trap 'rm -f log; exit 0' EXIT ERR\npytest", 'npx cdk deploy'], '', [WELL.replace('EXIT', 'EXIT ERR')]],
    [['finish() {\n  rm -f log\n  exit 0\n}\ntrap finish EXIT\npytest', 'npx cdk deploy'], '', [WELL]],
    [['bash -e scripts/test.sh\nnpx cdk deploy'], "trap 'exit 0' EXIT\npytest\n", [WELL]],
    // In the same shell nothing runs after the failure.
    [["trap 'exit 0' EXIT\npytest\nnpx cdk deploy"], '', ['runs']],
    [["trap 'exit 0' EXIT\nbash -e scripts/test.sh\nnpx cdk deploy"], 'pytest\n', ['runs']],
    // The end of the script stays what it was.
    [["trap 'rm -f log' EXIT\npytest", 'npx cdk deploy'], '', ['runs']],
    [["trap 'exit 1' EXIT\npytest", 'npx cdk deploy'], '', ['runs']],
    [["trap 'exit 0' INT\npytest", 'npx cdk deploy'], '', ['runs']],
    [["trap 'exit 0' EXIT\ntrap - EXIT\npytest", 'npx cdk deploy'], '', ['runs']],
    [["pytest\ntrap 'exit 0' EXIT", 'npx cdk deploy'], '', ['runs']],
  ])('%j', async (steps, script, expected) => {
    expect(await gates(job(steps, script))).toEqual(expected);
  });
});

describe('a job of a stage of Azure Pipelines', () => {
  const stages = (stage: string, job: string, more = '', ship = 'not(failed()), '): Files => ({
    'azure-pipelines.yml': `trigger: [main]\npr: [main]\nstages:\n- stage: Test\n${stage}  jobs:\n  - job: units\n${job}    steps: [{ script: pytest }]\n${more}- stage: Ship\n  condition: and(${ship}ne(variables['Build.Reason'], 'PullRequest'))\n  jobs: [{ job: ship, steps: [{ script: npx cdk deploy }] }]\n`,
  });
  const ofStage = (condition: string) => `  condition: ${condition}\n`;
  const ofJob = (condition: string) => `    condition: ${condition}\n`;
  const REQUESTS = "and(succeeded(), eq(variables['Build.Reason'], 'PullRequest'))";
  const PUSHES = "and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'))";
  const LEFT_OUT = /^Test \/ units runs it where /;

  it.each([
    [ofStage(REQUESTS), '', LEFT_OUT],
    ['', ofJob(REQUESTS), LEFT_OUT],
    [ofStage('succeeded()'), ofJob(REQUESTS), LEFT_OUT],
    [ofStage(REQUESTS), ofJob('succeeded()'), LEFT_OUT],
    [ofStage(PUSHES), ofJob('succeeded()'), /^runs$/],
    [ofStage('succeeded()'), ofJob(PUSHES), /^runs$/],
    [ofStage("eq(variables['Build.Reason'], variables.x)"), ofJob(PUSHES), /^\? whether Test \/ units runs/],
  ])('runs where both conditions hold: %j, %j', async (stage, job, expected) => {
    expect(await gates(stages(stage, job))).toEqual([expect.stringMatching(expected)]);
  });

  it('is waited for by those after its stage, unless another of the stage runs without it', async () => {
    const lint = '  - job: lint\n    steps: [{ script: npx eslint . }]\n';
    const after = 'succeeded(), ';
    expect(await gates(stages('', '', lint, after))).toEqual(['runs']);
    expect(await gates(stages('', ofJob(REQUESTS), '', after))).toEqual(['runs']);
    expect(await gates(stages('', ofJob(REQUESTS), lint, after))).toEqual([expect.stringMatching(LEFT_OUT)]);
    expect(await gates(stages('', ofJob(PUSHES), lint, after))).toEqual(['runs']);
  });
});

describe('a command of CodeBuild', () => {
  const GOES_ON = 'the script goes on after it (no set -e)';
  const build = (...commands: readonly string[]): Files => ({
    'buildspec.yml': `version: 0.2\nphases:\n  build:\n    commands:\n${commands.map((one) => `      - ${one}\n`).join('')}`,
  });
  const block = (...lines: readonly string[]) => `|\n${lines.map((line) => `        ${line}`).join('\n')}`;

  it.each([
    [['pytest', 'npx cdk deploy'], ['runs']],
    [['pytest && npx cdk deploy'], ['runs']],
    [['npm ci && pytest', 'npx cdk deploy'], ['runs']],
    [[block('npm ci', 'pytest'), 'npx cdk deploy'], ['runs']],
    [[block('set -e', 'pytest', 'npx cdk deploy')], ['runs']],
    [[block('if [ -n "$X" ]; then', '  npm ci', 'fi', 'pytest'), block('npx cdk deploy')], ['runs']],
    // Its last line alone tells how it ends.
    [['pytest; npx cdk deploy'], [GOES_ON]],
    [[block('pytest', 'npx cdk deploy')], [GOES_ON]],
    [[block('pytest', 'echo tested'), 'npx cdk deploy'], [GOES_ON]],
    [
      ['pytest', block('pytest', 'npx cdk deploy')],
      ['runs', GOES_ON],
    ],
  ])('ends as its last line does: %j', async (commands, expected) => {
    expect(await gates(build(...commands))).toEqual(expected);
  });
});

describe('a test behind a condition of a script', () => {
  const on = (event: string, text: string, before: string | undefined = undefined): Files => ({
    '.github/workflows/w.yml': `on: ${event}\njobs:\n  ship:\n    steps:\n${[before, text]
      .filter((one) => one !== undefined)
      .map((one) => `      - run: ${JSON.stringify(one)}\n`)
      .join('')}`,
  });
  const PUSHED = '[ "$GITHUB_EVENT_NAME" = "push" ]';
  const REQUESTED = '[ "$GITHUB_EVENT_NAME" = "pull_request" ]';
  const SHIP = 'npx cdk deploy';
  const RUNS = /^runs$/;
  const OPEN = /^\? whether ship runs it too, which it does where /;
  const NOT = /^ship runs it where /;

  it.each([
    ['push', `if ${PUSHED}; then pytest; fi\n${SHIP}`, RUNS],
    ['push', `if ${REQUESTED}; then pytest; fi\n${SHIP}`, NOT],
    ['push', `${REQUESTED} && pytest\n${SHIP}`, NOT],
    ['push', `${REQUESTED} || pytest\n${SHIP}`, RUNS],
    ['push', `if ${REQUESTED}; then echo no; else pytest; fi\n${SHIP}`, RUNS],
    ['[push, pull_request]', `if ${PUSHED}; then pytest; fi\n${SHIP}`, NOT],
    ['[push, pull_request]', `if ${REQUESTED}; then pytest; fi\nif ${PUSHED}; then ${SHIP}; fi`, NOT],
    ['[push, pull_request]', `if ${PUSHED}; then pytest; fi\nif ${PUSHED}; then ${SHIP}; fi`, RUNS],
    ['[push, pull_request]', `if ${PUSHED}; then pytest; ${SHIP}; fi`, RUNS],
    ['[push, pull_request]', `if ${PUSHED}; then pytest; if [ "$A" ]; then ${SHIP}; fi; fi`, RUNS],
    ['push', `if [ "\${{ github.event_name }}" = "pull_request" ]; then pytest; fi\n${SHIP}`, NOT],
    ['push', `if [ "\${{ github.ref }}" = "refs/heads/main" ]; then pytest; fi\n${SHIP}`, NOT],
    [
      '{ push: { branches: [main] } }',
      `if [ "$GITHUB_REF" = refs/heads/main ]; then pytest; fi\n${SHIP}`,
      RUNS,
    ],
    ['push', `if [ -n "$CI" ]; then pytest; fi\n${SHIP}`, RUNS],
    // What only the script knows.
    ['push', `if [ "$TESTS" = "yes" ]; then pytest; fi\n${SHIP}`, OPEN],
    ['push', `[ -n "$TESTS" ] && pytest\n${SHIP}`, OPEN],
    ['push', `case "$STAGE" in dev) pytest ;; esac\n${SHIP}`, OPEN],
    ['push', `if [ "$TESTS" = "yes" ]; then pytest; ${SHIP}; fi`, RUNS],
    ['push', `if [ "$TESTS" = "yes" ]; then pytest; else ${SHIP}; fi`, NOT],
    // All that is asked counts.
    ['push', `${PUSHED} && [ "$A" ] && pytest\n${SHIP}`, OPEN],
    ['push', `[ "$A" ] && ${PUSHED} && pytest\n${SHIP}`, OPEN],
    ['push', `[ "$A" ] && ${REQUESTED} && pytest\n${SHIP}`, NOT],
    ['push', `${PUSHED} || ${REQUESTED} && pytest\n${SHIP}`, OPEN],
    ['push', `! ${PUSHED} && pytest\n${SHIP}`, OPEN],
    ['push', `if ! ${PUSHED}; then pytest; fi\n${SHIP}`, OPEN],
    ['push', `if ${PUSHED} && [ "$A" ]; then pytest; fi\n${SHIP}`, OPEN],
    ['push', `if [ "$A" ]; then echo a; elif ${PUSHED}; then pytest; fi\n${SHIP}`, OPEN],
    ['push', `if ${REQUESTED}; then echo a; elif [ "$A" ]; then echo b; else pytest; fi\n${SHIP}`, OPEN],
    ['push', `case "$A" in x) pytest ;; esac\ncase "$B" in x) ${SHIP} ;; esac`, OPEN],
    ['push', `case "$A" in x) pytest ;; esac\ncase "$A" in x) ${SHIP} ;; esac`, RUNS],
    ['push', `one() { [ -n "$1" ] && pytest; }\ntwo() { [ -n "$1" ] && ${SHIP}; }\none "$A"\ntwo "$B"`, OPEN],
    // One of them is run in any case.
    ['push', `if [ "$FAST" ]; then pytest -x; else pytest; fi\n${SHIP}`, RUNS],
    ['push', `if [ "$FAST" ]; then pytest -x; else exit 1; fi\n${SHIP}`, RUNS],
    ['push', `case "$STAGE" in dev) pytest -x ;; *) pytest ;; esac\n${SHIP}`, RUNS],
    ['push', `if [ "$FAST" ]; then echo fast; else pytest; fi\n${SHIP}`, OPEN],
  ])('on %s: %s', async (event, text, expected) => {
    const found = await gates(on(event, text));
    expect(found.length).toBeGreaterThan(0);
    for (const one of found) expect(one).toMatch(expected);
  });

  it('may stand in another step, or in a script', async () => {
    const script = (text: string) => ({ 'scripts/test.sh': text });
    expect(await gates(on('push', SHIP, `if ${REQUESTED}; then pytest; fi`))).toEqual([
      expect.stringMatching(NOT),
    ]);
    expect(await gates(on('push', SHIP, `if [ "$A" ]; then pytest; fi`))).toEqual([
      expect.stringMatching(OPEN),
    ]);
    const called = on('push', SHIP, 'bash -e scripts/test.sh');
    expect(await gates({ ...called, ...script(`if ${PUSHED}; then pytest; fi\n`) })).toEqual(['runs']);
    expect(await gates({ ...called, ...script('if [ "$A" ]; then pytest; fi\n') })).toEqual([
      expect.stringMatching(OPEN),
    ]);
    const asked = on('push', SHIP, `if ${REQUESTED}; then bash -e scripts/test.sh; fi`);
    expect(await gates({ ...asked, ...script('pytest\n') })).toEqual([expect.stringMatching(NOT)]);
  });

  it('is asked for as GitLab says it', async () => {
    const job = (asks: string): Files => ({
      '.gitlab-ci.yml': `ship:\n  rules: [{ if: '$CI_COMMIT_BRANCH == "main"' }]\n  script:\n    - if ${asks}; then pytest; fi\n    - ${SHIP}\n`,
    });
    expect(await gates(job('[ "$CI_COMMIT_BRANCH" = "main" ]'))).toEqual(['runs']);
    expect(await gates(job('[ "$CI_PIPELINE_SOURCE" = "merge_request_event" ]'))).toEqual([
      expect.stringMatching(NOT),
    ]);
    expect(await gates(job('[ "$DEPTH" = "all" ]'))).toEqual([expect.stringMatching(OPEN)]);
  });
});

describe('a step that may fail, and is asked how it ended', () => {
  const MAY = 'the step may fail (continue-on-error)';
  const after = (condition: string) => [`what comes after it runs all the same (${condition})`];
  const job = (ship: string, between = '', may = 'true'): Files => ({
    '.github/workflows/w.yml': `on: push\njobs:\n  ship:\n    steps:\n      - { id: units, run: pytest, continue-on-error: ${may} }\n${between}      - run: npx cdk deploy\n        if: ${JSON.stringify(ship)}\n`,
  });
  const failing = (condition: string, run = 'exit 1', more = '') =>
    `      - { if: "${condition}", run: ${JSON.stringify(run)}${more} }\n`;

  it.each([
    ["steps.units.outcome == 'success'", 'true', ['runs']],
    ["steps.units.outcome != 'failure'", 'true', ['runs']],
    ["always() && steps.units.outcome == 'success'", 'true', ['runs']],
    ["github.event_name == 'push' && steps['units'].outcome == 'success'", 'true', ['runs']],
    ["always() && steps.units.conclusion == 'success'", 'false', ['runs']],
    ["steps.units.outcome == 'success'", '"${{ vars.LENIENT }}"', ['runs']],
    // What `continue-on-error` makes of it is a success.
    ["steps.units.conclusion == 'success'", 'true', [MAY]],
    ["steps.units.outcome == 'success' || github.event_name == 'push'", 'true', [MAY]],
    ["steps.others.outcome == 'success'", 'true', [MAY]],
    ["steps.units.outputs.outcome == 'success'", 'true', [MAY]],
    ["steps.units.outcome == 'failure'", 'true', [MAY]],
    ['success()', 'true', [MAY]],
    ['always()', 'false', after('always()')],
  ])('keeps a deployment from running where that asks for it: %s, %s', async (ship, may, expected) => {
    expect(await gates(job(ship, '', may))).toEqual(expected);
  });

  it.each([
    [failing("steps.units.outcome == 'failure'"), ['runs']],
    [failing("always() && steps.units.outcome != 'success'", 'echo failed; exit 2'), ['runs']],
    [failing("steps.units.conclusion == 'failure'"), [MAY]],
    [failing("steps.units.outcome == 'failure' && github.event_name == 'release'"), [MAY]],
    [failing("steps.units.outcome == 'failure'", 'exit 0'), [MAY]],
    [failing("steps.units.outcome == 'failure'", 'if [ "$A" ]; then exit 1; fi'), [MAY]],
    [failing("steps.units.outcome == 'failure'", 'exit 1', ', continue-on-error: true'), [MAY]],
    [failing("failure() && steps.units.outcome == 'failure'"), [MAY]],
  ])('may be failed for by a later one: %s', async (between, expected) => {
    expect(await gates(job('success()', between))).toEqual(expected);
  });

  it('is failed for too late after the deployment', async () => {
    const late = `${Object.values(job('success()'))[0]}${failing("steps.units.outcome == 'failure'")}`;
    expect(await gates({ '.github/workflows/w.yml': late })).toEqual([MAY]);
  });

  it('is another one in a composite action', async () => {
    const action = `runs:\n  using: composite\n  steps:\n    - { id: units, run: 'true', shell: bash }\n    - { if: "steps.units.outcome == 'success'", run: npx cdk deploy, shell: bash }\n`;
    const files = {
      '.github/workflows/w.yml': `on: push\njobs:\n  ship:\n    steps:\n      - { id: units, run: pytest, continue-on-error: true }\n      - uses: ./.github/actions/ship\n`,
      '.github/actions/ship/action.yml': action,
    };
    expect(await gates(files)).toEqual([MAY]);
  });
});
