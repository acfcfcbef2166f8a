import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Whether what comes before a deployment runs wherever that does, and at which events a step may run.
 */

const WORKFLOW = '.github/workflows/w.yml';
type Files = Readonly<Record<string, string>>;

/** Of the tests before the deployment: `runs`, or how they may be left out or count for nothing. */
async function tests(files: Files): Promise<string> {
  const facts = await factsOf(files);
  const found = facts.find(({ type }) => type === 'Repository::Deployment');
  const before = at(found!, 'before') as readonly Readonly<Record<string, string>>[];
  return before
    .filter(({ kind }) => kind === 'test')
    .map(({ leftOut, cannotFail }) => [leftOut, cannotFail].filter((one) => one !== undefined).join('; '))
    .map((said) => (said === '' ? 'runs' : said))
    .join(', ');
}

const within = (on: string, test: string, ship: string, more = ''): Files => ({
  [WORKFLOW]: `on: ${on}\njobs:\n  ship:\n    steps:\n      - run: pytest\n        if: ${JSON.stringify(test)}\n      - run: npx cdk deploy\n        if: ${JSON.stringify(ship)}\n${more}`,
});

const OPEN = /^\? whether ship runs it too/;

describe('a step of GitHub Actions behind a condition', () => {
  it.each([
    ["github.event_name == 'pull_request'", "github.event_name == 'push'"],
    ["github.ref != 'refs/heads/main'", "github.event_name == 'push' && github.ref == 'refs/heads/main'"],
    ["github.head_ref != ''", "github.event_name == 'push'"],
    ['github.event.pull_request.merged', "github.event_name == 'push'"],
    ["github.ref_type == 'branch'", "startsWith(github.ref, 'refs/tags/')"],
    ["github.ref_type == 'branch'", "github.ref == 'refs/tags/main'"],
    ["github.ref_type == 'branch'", "github.ref_type == 'tag' && startsWith(github.ref_name, 'v')"],
    ["startsWith(github.ref, 'refs/heads/')", "startsWith(github.ref, 'refs/tags/v')"],
  ])('is left out where another runs: %s, %s', async (test, ship) => {
    expect(await tests(within('[push, pull_request]', test, ship))).toMatch(/^ship runs it where /);
  });

  it.each([
    ["steps.changes.outputs.api == 'true'", "github.event_name == 'push'"],
    ["vars.TESTS == 'on'", "github.event_name == 'push'"],
    ["github.ref == 'refs/heads/main'", "startsWith(github.ref, 'refs/heads/')"],
    ["github.ref == 'refs/heads/main'", "startsWith(github.ref, 'refs/heads/release')"],
    ['needs.changes.outputs.api', "github.ref == format('refs/heads/{0}', 'main')"],
  ])('may be left out: %s, %s', async (test, ship) => {
    expect(await tests(within('[push, pull_request]', test, ship))).toMatch(
      /^(?:\? whether ship runs it too|ship runs it where github.ref == 'refs\/heads\/main'$)/,
    );
  });

  it.each([
    ["github.event_name != 'pull_request'", "github.ref == 'refs/heads/main'", 'push'],
    ["github.event_name == 'push'", "github.ref == 'refs/heads/main' && github.event_name == 'push'"],
    ["steps.x.outputs.y == '1'", "steps.x.outputs.y == '1' && github.event_name == 'push'"],
    ['always()', "github.event_name == 'push'"],
    ['success() || failure()', "github.event_name == 'push'"],
    ["github.ref_name == 'main'", 'true', '{ push: { branches: [main] } }'],
    ["!startsWith(github.ref, 'refs/tags/')", 'true', '{ push: { branches: ["release/*"] } }'],
    ["github.event_name == 'push'", 'true', '[push, workflow_dispatch]'],
    ["github.ref != 'refs/heads/docs'", 'true', '{ push: { branches-ignore: [docs] } }'],
    ["startsWith(github.ref, 'refs/heads/')", "github.ref_name == 'main'", '[push]'],
    ["github.ref == 'refs/heads/stable'", "github.ref_name == 'stable'", '[push]'],
    ["github.ref_type == 'branch'", "github.ref_name == 'master'", '[push]'],
  ])('runs wherever another does: %s, %s', async (test, ship, on = '[push, pull_request]') => {
    expect(await tests(within(on, test, ship))).toBe('runs');
  });

  it('stands in a composite action, or calls one', async () => {
    const action = (steps: string) => ({
      '.github/actions/a/action.yml': `inputs: { tests: { default: 'on' } }\nruns:\n  using: composite\n  steps:\n${steps}`,
    });
    const calling = (test: string, more = '') => ({
      [WORKFLOW]: `on: [push, pull_request]\njobs:\n  ship:\n    steps:\n      - uses: ./.github/actions/a\n${more}${test}      - run: npx cdk deploy\n        if: github.event_name == 'push'\n`,
    });
    const plain = action('    - run: pytest\n      shell: bash\n');
    expect(await tests({ ...calling(''), ...plain })).toBe('runs');
    expect(
      await tests({ ...calling("        if: github.event_name == 'pull_request'\n"), ...plain }),
    ).toMatch(/^ship runs it where /);
    const asked = action("    - run: pytest\n      shell: bash\n      if: inputs.tests == 'on'\n");
    expect(await tests({ ...calling(''), ...asked })).toBe('runs');
    expect(await tests({ ...calling('        with: { tests: "${{ vars.TESTS }}" }\n'), ...asked })).toMatch(
      OPEN,
    );
  });

  it.each([
    ['{ type: boolean, default: false }', 'inputs.on', '', 'never'],
    ['{ type: boolean }', 'inputs.on', '', 'never'],
    ['{ type: boolean, default: true }', 'inputs.on', '    with: { on: false }\n', 'never'],
    ['{ type: boolean, default: true }', '!inputs.on', '', 'never'],
    ['{ type: boolean, default: true }', 'inputs.on', '', 'runs'],
    ['{ type: boolean, default: false }', '!inputs.on', '', 'runs'],
    ['{ type: boolean, default: false }', 'inputs.on', '    with: { on: true }\n', 'runs'],
    ['{ type: boolean }', '!inputs.on', '    with: { on: "${{ vars.ON }}" }\n', 'open'],
    ['{ type: boolean, required: true }', 'inputs.on', '', 'open'],
    ['{ type: number, default: 0 }', 'inputs.on', '', 'open'],
    ["{ type: string, default: 'false' }", 'inputs.on', '', 'runs'],
  ])('stands in a called workflow with an input %s: %s%s', async (input, condition, given, expected) => {
    const found = await tests({
      [WORKFLOW]: `on: push\njobs:\n  test:\n    uses: ./.github/workflows/tests.yml\n${given}  ship:\n    needs: test\n    steps:\n      - run: npx cdk deploy\n`,
      '.github/workflows/tests.yml': `on: { workflow_call: { inputs: { on: ${input} } } }\njobs:\n  unit:\n    steps:\n      - run: pytest\n        if: \${{ ${condition} }}\n`,
    });
    const said = found === '' ? 'never' : found.startsWith('?') ? 'open' : found;
    expect(said).toBe(expected);
  });

  it('calls an action that deploys whatever failed before it', async () => {
    const ship = (condition: string) => ({
      [WORKFLOW]: `on: push\njobs:\n  ship:\n    steps:\n      - run: pytest\n      - uses: ./.github/actions/a\n${condition}`,
      '.github/actions/a/action.yml':
        'runs:\n  using: composite\n  steps:\n    - run: npx cdk deploy\n      shell: bash\n',
    });
    expect(await tests(ship(''))).toBe('runs');
    expect(await tests(ship('        if: always()\n'))).toBe(
      'what comes after it runs all the same (always())',
    );
  });
});

describe('a name that a branch or a tag may have', () => {
  it.each(['stable', 'v2.0'])('leaves open whether a tag runs what branches do: %s', async (name) => {
    expect(
      await tests(within('[push]', "github.ref_type == 'branch'", `github.ref_name == '${name}'`)),
    ).toMatch(OPEN);
  });

  it('is one of many where only its beginning is told', async () => {
    const [test, ship] = ["startsWith(github.ref, 'refs/heads/rel')", "startsWith(github.ref_name, 'rel')"];
    expect(await tests(within('[push]', test, ship))).toMatch(OPEN);
  });
});

describe('a job of GitHub Actions', () => {
  const jobs = (test: string, ship: string, step = '') => ({
    [WORKFLOW]: `on: [push, pull_request]\njobs:\n  test:\n${test}    steps:\n      - run: pytest\n${step}  ship:\n    needs: test\n    if: ${JSON.stringify(ship)}\n    steps:\n      - run: npx cdk deploy\n`,
  });
  const PULL = "    if: github.event_name == 'pull_request'\n";

  it('that is skipped skips what needs it, unless that says otherwise', async () => {
    expect(await tests(jobs(PULL, "github.event_name == 'push'"))).toBe('runs');
    expect(await tests(jobs(PULL, "!failure() && github.event_name == 'push'"))).toMatch(
      /^test runs it where/,
    );
    expect(await tests(jobs(PULL, "!cancelled() && needs.test.result == 'success'"))).toBe('runs');
    expect(await tests(jobs('    if: vars.TESTS\n', '!failure() && !cancelled()'))).toMatch(
      /^\? whether test/,
    );
    expect(await tests(jobs('', "!failure() && github.event_name == 'push'"))).toBe('runs');
  });

  it('runs although a step of it is left out', async () => {
    expect(await tests(jobs('', "github.event_name == 'push'", `    ${PULL}`))).toMatch(
      /^test runs it where/,
    );
    const matrix = '    strategy: { matrix: { python: [3.12, 3.13] } }\n';
    expect(await tests(jobs(matrix, 'true', "        if: matrix.python == '3.13'\n"))).toBe('runs');
    expect(await tests(jobs(matrix, 'true', "        if: matrix.python == '3.11'\n"))).toBe('');
    const computed = '    strategy: { matrix: { python: "${{ fromJSON(needs.plan.outputs.versions) }}" } }\n';
    expect(await tests(jobs(computed, 'true', "        if: matrix.python == '3.13'\n"))).toMatch(
      /^\? whether/,
    );
  });

  it('may fail in some runs of it, or where something is said', async () => {
    const may = (text: string, matrix = '') =>
      jobs(`    continue-on-error: \${{ ${text} }}\n${matrix}`, "github.event_name == 'push'");
    const runs = (rows: string) => `    strategy: { matrix: { include: [${rows}] } }\n`;
    expect(await tests(may('matrix.next', runs('{ p: 1, next: true }')))).toMatch(/may fail/);
    expect(await tests(may('matrix.next', runs('{ p: 1, next: true }, { p: 2 }')))).toBe('runs');
    expect(await tests(may('matrix.p == 3', '    strategy: { matrix: { p: [2, 3] } }\n'))).toBe('runs');
    expect(await tests(may("github.event_name == 'pull_request'"))).toBe('runs');
    expect(await tests(may("github.event_name == 'push'"))).toMatch(/^its failure does not count/);
    expect(await tests(may('vars.LENIENT'))).toMatch(/^\? whether a failure of test counts/);
  });
});

describe('a job of GitLab', () => {
  const jobs = (test: string, ship: string, more = '') => ({
    '.gitlab-ci.yml': `stages: [test, ship]\n${more}test:\n  stage: test\n${test}  script: [pytest]\nship:\n  stage: ship\n${ship}  script: [npx cdk deploy]\n`,
  });
  const MAIN = '  rules: [{ if: $CI_COMMIT_BRANCH == "main" }]\n';
  const REQUEST = '  rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event" }]\n';
  const rules = (...lines: readonly string[]) =>
    `  rules:\n${lines.map((line) => `    - ${line}\n`).join('')}`;

  it.each([
    [REQUEST, MAIN],
    ['  only: [merge_requests]\n', '  only: [main]\n'],
    ['  except: [main]\n', '  only: [main]\n'],
    ['  only: [branches]\n', '  only: [tags]\n'],
    [rules('{ if: $CI_COMMIT_BRANCH == "main", when: never }', 'when: on_success'), MAIN],
    [REQUEST, `${MAIN}  needs: [{ job: test, optional: true }]\n`],
    ['  only: [/^feature-/]\n', '  only: [main]\n'],
    ['  only: [branches]\n', '  only: [main, tags]\n'],
    ['  except: [tags]\n', rules('if: $CI_COMMIT_TAG == "main"')],
    ['  except: [tags]\n', ''],
    [rules('if: $CI_MERGE_REQUEST_IID'), MAIN],
  ])('is left out of runs that deploy: %s %s', async (test, ship) => {
    expect(await tests(jobs(test, ship))).toMatch(/^test runs it where/);
  });

  it.each([
    [rules('changes: [src/**]'), ''],
    [rules('changes: [src/**]'), rules('changes: [docs/**]')],
    ['  rules: [!reference [.rules, test]]\n', ''],
    ['  only: { refs: [main], changes: [src/**] }\n', '  only: [main]\n'],
    ['  only: [/^v/]\n', '  only: [tags]\n'],
    ['  except: [tags]\n', '  only: [v2.0]\n'],
    // A request to merge a branch of that name runs the second alone.
    [rules('if: $CI_COMMIT_BRANCH'), rules('if: $CI_COMMIT_REF_NAME == "main"')],
    [rules('if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'), MAIN],
  ])('may be left out: %s %s', async (test, ship) => {
    expect(await tests(jobs(test, ship))).toMatch(/^\? whether test runs it too/);
  });

  it.each([
    ['', MAIN],
    ['', '  only: [main]\n'],
    [REQUEST, `${MAIN}  needs: [test]\n`],
    [
      rules('if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
      rules('if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    ],
    [
      rules(
        'if: $CI_PIPELINE_SOURCE == "merge_request_event"',
        'if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH',
      ),
      rules('if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH'),
    ],
    [rules('changes: [src/**]'), rules('changes: [src/**]')],
    ['  except: [schedules]\n', '  only: [main]\n'],
    ['  except: [tags]\n', '  only: [main]\n'],
    ['  only: [branches]\n', '  only: [main]\n'],
    [rules('if: $CI_COMMIT_BRANCH'), '  only: [main]\n'],
    ['  only: [branches]\n', '  only: { refs: [master] }\n'],
    [rules('{ if: $CI_COMMIT_TAG, when: never }', 'when: always'), '  only: [main]\n'],
    ['  only: [/^(main|develop)$/]\n', '  only: [main]\n'],
    [rules('if: $CI_COMMIT_BRANCH =~ /^main|develop$/'), MAIN],
  ])('runs wherever another does: %s %s', async (test, ship) => {
    expect(await tests(jobs(test, ship))).toBe('runs');
  });

  it('is part of requests without rules of its own only where all runs have some', async () => {
    const all = 'workflow: { rules: [{ when: always }] }\n';
    expect(await tests(jobs('', REQUEST, all))).toBe('runs');
    expect(await tests(jobs('', REQUEST))).toMatch(/^test runs it where/);
  });

  it('may fail by a rule, or where nothing waits for somebody to start it', async () => {
    const lenient =
      '  rules: [{ if: $CI_COMMIT_BRANCH == "main", allow_failure: true }, { when: on_success }]\n';
    expect(await tests(jobs(lenient, MAIN))).toMatch(/^its failure does not count/);
    expect(await tests(jobs(lenient.replace('main', 'docs'), MAIN))).toBe('runs');
    expect(await tests(jobs('  when: manual\n', ''))).toMatch(/nothing waits for it/);
    expect(await tests(jobs('  when: manual\n  allow_failure: false\n', ''))).toBe('runs');
  });
});

describe('other hosts', () => {
  it('Azure Pipelines: steps of some runs', async () => {
    const steps = (test: string) => ({
      'azure-pipelines.yml': `trigger: [main]\npr: [main]\nsteps:\n  - script: pytest\n    condition: ${test}\n  - script: npx cdk deploy\n    condition: and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'))\n`,
    });
    expect(await tests(steps("and(succeeded(), eq(variables['Build.Reason'], 'PullRequest'))"))).toMatch(
      /^job runs it where/,
    );
    expect(await tests(steps("and(succeeded(), ne(variables['Build.Reason'], 'PullRequest'))"))).toBe('runs');
    expect(await tests(steps("and(succeeded(), eq(variables['tests'], 'on'))"))).toMatch(/^\? whether job/);
  });

  it('Bitbucket: steps for changes of some files, and those whose failure is passed over', async () => {
    const steps = (more: string) => ({
      'bitbucket-pipelines.yml': `pipelines:\n  branches:\n    main:\n      - step:\n          name: Test\n${more}          script: [pytest]\n      - step:\n          name: Ship\n          script: [npx cdk deploy]\n`,
    });
    const changes = '          condition: { changesets: { includePaths: [src/**] } }\n';
    expect(await tests(steps(''))).toBe('runs');
    expect(await tests(steps(changes))).toMatch(/^\? whether branches main \/ Test runs it too/);
    expect(await tests(steps('          on-fail: { strategy: ignore }\n'))).toBe('on-fail: ignore');
  });
});

describe('events', () => {
  const events = async (files: Files) => {
    const facts = await factsOf(files);
    const found = facts.find(
      (fact) =>
        fact.type === 'Repository::Step' &&
        (at(fact, 'commands') as readonly Readonly<Record<string, Plain>>[]).some(
          ({ kind }) => kind === 'plan',
        ),
    );
    return at(found!, 'events');
  };
  const PLAN = 'terraform plan';

  it('are those at which a step may run, by its conditions and those of its job', async () => {
    const github = (job: string, step: string) => ({
      [WORKFLOW]: `on: [push, pull_request]\njobs:\n  j:\n${job}    steps:\n      - run: ${PLAN}\n${step}`,
    });
    const push = "if: github.event_name == 'push'\n";
    expect(await events(github('', ''))).toEqual(['push', 'pull_request']);
    expect(await events(github(`    ${push}`, ''))).toEqual(['push']);
    expect(await events(github('', `        ${push}`))).toEqual(['push']);
    expect(await events(github('', "        if: github.ref == 'refs/heads/main'\n"))).toEqual(['push']);
    expect(await events(github('', '        if: vars.PLAN\n'))).toEqual(['push', 'pull_request']);
  });

  it('of a deployment are its own, and who starts it by hand waits for nobody else', async () => {
    const deployment = async (on: string, condition: string) => {
      const facts = await factsOf({
        [WORKFLOW]: `on: ${on}\njobs:\n  ship:\n    if: ${condition}\n    steps: [{ run: npx cdk deploy }]\n`,
      });
      const found = facts.find(({ type }) => type === 'Repository::Deployment')!;
      return [at(found, 'events'), at(found, 'waits')];
    };
    const byHand = 'somebody starts it (workflow_dispatch)';
    const both = '[push, workflow_dispatch]';
    expect(await deployment(both, "github.event_name == 'workflow_dispatch'")).toEqual([
      ['workflow_dispatch'],
      byHand,
    ]);
    expect(await deployment(both, "github.event_name != 'push'")).toEqual([['workflow_dispatch'], byHand]);
    expect(await deployment(both, "github.event_name == 'push'")).toEqual([['push'], null]);
    const events = ['push', 'workflow_dispatch'];
    expect(await deployment(both, 'vars.SHIP')).toEqual([events, null]);
    expect(await deployment(both, "github.ref == 'refs/heads/main'")).toEqual([events, null]);
    const pushedToo = "github.event_name == 'push' || github.event_name == 'workflow_dispatch'";
    const called = ['workflow_call', 'workflow_dispatch'];
    expect(await deployment('[workflow_call, workflow_dispatch]', pushedToo)).toEqual([called, null]);
    expect(await deployment('[push]', "github.event_name == 'release'")).toEqual([['push'], null]);
  });

  it('are told by other hosts in their own words', async () => {
    const travis = (condition: string) => ({
      '.travis.yml': `language: generic\njobs:\n  include:\n    - script: ${PLAN}\n      if: ${condition}\n`,
    });
    expect(await events(travis('type = push'))).toEqual(['push']);
    expect(await events(travis('NOT type = pull_request'))).toEqual([
      'push',
      '… the cron jobs in the settings of the project',
    ]);
    expect(await events(travis('type IN (pull_request, push)'))).toEqual(['push', 'pull_request']);
    const gitlab = (more: string, whole = '') => ({
      '.gitlab-ci.yml': `${whole}plan:\n${more}  script: [${PLAN}]\n`,
    });
    expect(await events(gitlab(''))).toEqual(['push']);
    expect(await events(gitlab('', 'workflow: { rules: [{ when: always }] }\n'))).toEqual([
      'push',
      'merge_request',
    ]);
    expect(await events(gitlab('  only: [merge_requests]\n'))).toEqual(['merge_request']);
    expect(
      await events(
        gitlab(
          '  rules: [{ if: $CI_PIPELINE_SOURCE == "merge_request_event", when: never }, { when: always }]\n',
        ),
      ),
    ).toEqual(['push']);
    expect(
      await events({
        'azure-pipelines.yml': `trigger: [main]\npr: [main]\nsteps:\n  - script: ${PLAN}\n    condition: ne(variables['Build.Reason'], 'PullRequest')\n`,
      }),
    ).toEqual(['push']);
    expect(
      await events({
        'bitbucket-pipelines.yml': `pipelines:\n  pull-requests:\n    '**':\n      - step: { script: [pytest] }\n  branches:\n    main:\n      - step: { script: [${PLAN}] }\n`,
      }),
    ).toEqual(['push']);
  });
});

describe('CircleCI', () => {
  const config = (steps: string, requires: string) => ({
    '.circleci/config.yml': `version: 2.1\njobs:\n  test:\n    docker: [{ image: cimg/base:2026.01 }]\n    steps:\n${steps}  ship:\n    docker: [{ image: cimg/base:2026.01 }]\n    steps: [{ run: npx cdk deploy }]\nworkflows:\n  w:\n    jobs:\n      - test\n      - ship: { requires: [${requires}] }\n`,
  });
  const PLAIN = '      - run: pytest\n';

  it('waits for jobs to end as it says', async () => {
    expect(await tests(config(PLAIN, 'test'))).toBe('runs');
    expect(await tests(config(PLAIN, '{ test: success }'))).toBe('runs');
    expect(await tests(config(PLAIN, '{ test: [success] }'))).toBe('runs');
    expect(await tests(config(PLAIN, '{ test: [success, failed] }'))).toMatch(
      /runs all the same \(requires\)/,
    );
    expect(await tests(config(PLAIN, '{ test: terminal }'))).toMatch(/runs all the same \(requires\)/);
  });

  it('runs steps only when something holds', async () => {
    const when = (condition: string) =>
      config(`      - when: { condition: ${condition}, steps: [{ run: pytest }] }\n`, 'test');
    expect(await tests(when('{ equal: [main, << pipeline.git.branch >>] }'))).toMatch(
      /^\? whether w \/ test/,
    );
    expect(await tests(when('<< pipeline.parameters.tests >>'))).toMatch(/^\? whether w \/ test/);
    expect(await tests(when('true'))).toBe('runs');
  });
});

describe('Jenkins', () => {
  const SHIP = "stage('Ship') { steps { sh 'npx cdk deploy' } }";
  const stages = (inside: string) => ({
    Jenkinsfile: `pipeline {\n  agent any\n  stages {\n${inside}\n  }\n}\n`,
  });
  const tested = (steps: string, more = '') =>
    tests(stages(`stage('Test') { ${more} steps { ${steps} } }\n${SHIP}`));

  it('runs stages one after another, or beside each other', async () => {
    expect(await tested("sh 'pytest'")).toBe('runs');
    const unit = "stage('Unit') { steps { sh 'pytest' } }";
    expect(await tests(stages(`stage('All') { parallel {\n${unit}\n${SHIP}\n} }`))).toBe('');
    expect(await tests(stages(`stage('All') { parallel {\n${unit}\n} }\n${SHIP}`))).toBe('runs');
    expect(
      await tests(stages(`stage('All') { parallel {\nstage('One') { stages {\n${unit}\n${SHIP}\n} }\n} }`)),
    ).toBe('runs');
  });

  it('leaves out stages by what stands in them and around them', async () => {
    expect(await tested("sh 'pytest'", 'when { changeRequest() }')).toMatch(/^\? whether Test runs it too/);
    const inner = "stage('Unit') { steps { sh 'pytest' } }";
    expect(
      await tests(stages(`stage('All') { when { branch 'docs' }\n stages {\n${inner}\n} }\n${SHIP}`)),
    ).toMatch(/^\? whether Unit runs it too/);
    expect(
      await tests(stages(`stage('All') { when { branch 'main' }\n stages {\n${inner}\n${SHIP}\n} }`)),
    ).toBe('runs');
    expect(await tested("script { if (params.TESTS) { sh 'pytest' } }")).toMatch(
      /^\? whether Test runs it too/,
    );
  });

  it('passes over what is caught', async () => {
    expect(await tested("catchError { sh 'pytest' }")).toMatch(/runs all the same \(catchError\)/);
    expect(await tested("catchError(buildResult: 'SUCCESS') { sh 'pytest' }")).toMatch(
      /caught \(catchError\)/,
    );
    expect(await tested("warnError('red') { sh 'pytest' }")).toMatch(/\(warnError\)/);
    expect(await tested("script { try { sh 'pytest' } catch (e) { echo 'red' } }")).toMatch(/caught \(try\)/);
    expect(await tested("script { try { sh 'pytest' } catch (e) { echo 'red'\n throw e } }")).toBe('runs');
    expect(await tested("script { try { sh 'pytest' } finally { junit 'a.xml' } }")).toBe('runs');
    expect(
      await tested("script { try { sh 'pytest' } catch (e) { currentBuild.result = 'FAILURE' } }"),
    ).toMatch(/^\? whether a failure of Test counts/);
  });

  it('deploys in what comes after a stage however that ended', async () => {
    const after = (how: string) =>
      tests(stages(`stage('Test') { steps { sh 'pytest' }\n post { ${how} { sh 'npx cdk deploy' } } }`));
    expect(await after('always')).toMatch(/runs all the same \(post always\)/);
    expect(await after('success')).toBe('runs');
  });
});

describe('commands that end well whatever the tests say', () => {
  const after = (run: string, files: Files = {}, more = '') =>
    tests({
      [WORKFLOW]: `on: push\njobs:\n  ship:\n    steps:\n      - run: ${JSON.stringify(run)}\n${more}      - run: npx cdk deploy\n`,
      ...files,
    });
  const make = (more: string) => ({ Makefile: `${more}test:\n\tpytest\nlint:\n\truff check\n` });

  it.each([
    ['make test', '', 'runs'],
    ['make -k test', '', 'runs'],
    ['make -i test', '', 'make does not care how it ends (-i in Makefile)'],
    ['make -ki test', '', 'make does not care how it ends (-ki in Makefile)'],
    ['make --ignore-errors test', '', 'make does not care how it ends (--ignore-errors in Makefile)'],
    ['make --include-dir=mk test', '', 'runs'],
    ['make test', '.IGNORE:\n', 'make does not care how it ends (.IGNORE in Makefile)'],
    ['make test', '.IGNORE: test\n', 'make does not care how it ends (.IGNORE in Makefile)'],
    ['make test', '.IGNORE: lint\n', 'runs'],
    ['make test', 'MAKEFLAGS += -i\n', 'make does not care how it ends (-i in Makefile)'],
    ['make test', 'MAKEFLAGS += --no-print-directory -j4\n', 'runs'],
  ])('%s, %s', async (run, more, expected) => {
    expect(await after(run, make(more))).toBe(expected);
  });

  it('a shell that is told nothing goes on', async () => {
    const lines = '        shell: sh {0}\n';
    expect(await after('pytest\necho done', {}, lines)).not.toBe('runs');
    expect(await after('pytest\necho done', {}, '        shell: sh -e {0}\n')).toBe('runs');
    expect(await after('pytest\necho done')).toBe('runs');
  });

  it('what runs nothing is no test', async () => {
    const one = { 'a/package.json': '{ "scripts": { "test": "vitest run" } }' };
    expect(await after('npx turbo run test', one)).toBe('runs');
    expect(await after('npx turbo run test --dry-run', one)).toBe('');
    expect(await after('npx turbo run test --dry=json', one)).toBe('');
    expect(await after('npx vitest bench')).toBe('');
  });
});
