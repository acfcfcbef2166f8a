import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain } from './support/pipeline-facts.ts';

/*
 * Which of the jobs before it a deployment waits for.
 */

/** The commands before the deployment whose failure would keep it from running. */
async function minded(path: string, text: string): Promise<readonly string[]> {
  const facts = await factsOf({ [path]: text });
  const deployment = facts.find(({ type }) => type === 'Repository::Deployment');
  const before = at(deployment!, 'before') as readonly Readonly<Record<string, Plain>>[];
  return before.flatMap(({ text: command, cannotFail }) =>
    cannotFail === undefined ? [command as string] : [],
  );
}

describe('GitHub Actions', () => {
  const waits = (condition: string, needs: string) =>
    minded(
      '.github/workflows/w.yml',
      `on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n  build:\n    needs: [test]\n    steps:\n      - run: docker build .\n  ship:\n    needs: ${needs}\n    if: ${JSON.stringify(condition)}\n    steps:\n      - run: npx cdk deploy\n`,
    );

  it.each([
    // A job behind one that failed is skipped, and has not failed itself.
    ["always() && !contains(needs.*.result, 'failure')", ['docker build .']],
    ["always() && needs.build.result != 'failure'", ['docker build .']],
    ["always() && (needs.build.result == 'success' || needs.build.result == 'skipped')", ['docker build .']],
    [
      "always() && !contains(needs.*.result, 'failure') && !contains(needs.*.result, 'skipped')",
      ['pytest', 'docker build .'],
    ],
    ["always() && needs.build.result == 'success'", ['pytest', 'docker build .']],
    ['!failure() && !cancelled()', ['pytest', 'docker build .']],
  ])('waits for what is behind another job as it says: %s', async (condition, expected) => {
    expect(await waits(condition, '[build]')).toEqual(expected);
  });

  it('waits for what it needs itself, whatever else passes over it', async () => {
    expect(await waits("always() && !contains(needs.*.result, 'failure')", '[build, test]')).toEqual([
      'pytest',
      'docker build .',
    ]);
  });

  it('calls a workflow as it says', async () => {
    const waitsFor = async (condition: string) => {
      const facts = await factsOf({
        '.github/workflows/w.yml': `on: push\njobs:\n  test:\n    steps:\n      - run: pytest\n  build:\n    needs: [test]\n    steps:\n      - run: docker build .\n  ship:\n    needs: [build]\n    if: ${JSON.stringify(condition)}\n    uses: ./.github/workflows/ship.yml\n`,
        '.github/workflows/ship.yml':
          'on: workflow_call\njobs:\n  j:\n    steps:\n      - run: npx cdk deploy\n',
      });
      const one = facts.find(({ type }) => type === 'Repository::Deployment')!;
      return (at(one, 'before') as readonly Readonly<Record<string, Plain>>[]).flatMap((command) =>
        command['cannotFail'] === undefined ? [command['text']] : [],
      );
    };
    expect(await waitsFor("always() && needs.build.result != 'failure'")).toEqual(['docker build .']);
    expect(await waitsFor("always() && needs.build.result == 'success'")).toEqual([
      'pytest',
      'docker build .',
    ]);
  });
});

it('jobs that wait for each other on many ways are looked through quickly', async () => {
  const asks = (needs: readonly string[]) =>
    `always() && ${needs.map((need) => `needs.${need}.result != 'failure'`).join(' && ')}`;
  const jobs = Array.from({ length: 40 }, (_, at) =>
    ['a', 'b'].map((side) => {
      const needs = at === 0 ? [] : [`a${at - 1}`, `b${at - 1}`];
      const waits = at === 0 ? '' : `    needs: [${needs}]\n    if: ${JSON.stringify(asks(needs))}\n`;
      return `  ${side}${at}:\n${waits}    steps:\n      - run: pytest ${side}${at}\n`;
    }),
  ).flat();
  const last = `  ship:\n    needs: [a39, b39]\n    if: ${JSON.stringify(asks(['a39', 'b39']))}\n    steps:\n      - run: npx cdk deploy\n`;
  const text = `on: push\njobs:\n${jobs.join('')}${last}`;
  expect(await minded('.github/workflows/w.yml', text)).toEqual(['pytest b39', 'pytest a39']);
});

describe('Azure Pipelines', () => {
  const jobs = (condition: string, depends = '[Test, Build]', build = '[]') =>
    minded(
      'azure-pipelines.yml',
      `jobs:\n  - job: Test\n    steps:\n      - script: pytest\n  - job: Build\n    dependsOn: ${build}\n    steps:\n      - script: docker build .\n  - job: Ship\n    dependsOn: ${depends}\n    condition: ${JSON.stringify(condition)}\n    steps:\n      - script: npx cdk deploy\n`,
    );
  const both = ['pytest', 'docker build .'];

  it.each([
    ["and(succeeded(), eq(variables.x, 'y'))", both],
    ['and(not(failed()), not(canceled()))', both],
    ['and(succeeded(), ${{ parameters.also }})', both],
    ["eq(dependencies.Build.result, 'Succeeded')", ['docker build .']],
    ["ne(dependencies['Test'].result, 'Failed')", ['pytest']],
    ["succeeded('Build')", ['docker build .']],
    ["or(succeeded(), eq(variables['x'], 'y'))", []],
    ['or(succeeded(), $(x))', []],
    ["in(dependencies.Build.result, 'Succeeded', 'Failed')", []],
    ['succeededOrFailed()', []],
  ])('waits for the jobs that its condition asks for: %s', async (condition, expected) => {
    expect([...(await jobs(condition))].sort()).toEqual([...expected].sort());
  });

  it('passes over a job that is skipped where its condition does', async () => {
    const behind = (condition: string) => jobs(condition, '[Build]', '[Test]');
    expect(await behind("eq(dependencies.Build.result, 'Succeeded')")).toEqual(both);
    expect(await behind("in(dependencies.Build.result, 'Succeeded', 'Skipped')")).toEqual(['docker build .']);
  });

  it('is no deployment of a version where it waits for a failure', async () => {
    const facts = await factsOf({
      'azure-pipelines.yml':
        'jobs:\n  - job: Test\n    steps:\n      - script: pytest\n  - job: Back\n    dependsOn: [Test]\n    condition: not(succeeded())\n    steps:\n      - script: npx cdk deploy\n',
    });
    expect(facts.filter(({ type }) => type === 'Repository::Deployment')).toEqual([]);
  });

  it('minds what stages before it mind', async () => {
    const stages = (condition: string, build = '') =>
      minded(
        'azure-pipelines.yml',
        `stages:\n  - stage: Test\n    jobs:\n      - job: j\n        steps:\n          - script: pytest\n  - stage: Build\n${build}    jobs:\n      - job: j\n        steps:\n          - script: docker build .\n  - stage: Ship\n    condition: ${JSON.stringify(condition)}\n    jobs:\n      - job: j\n        steps:\n          - script: npx cdk deploy\n`,
      );
    const asks = "eq(dependencies.Build.result, 'Succeeded')";
    expect(await stages(asks)).toEqual(both);
    expect(await stages(asks, '    condition: always()\n')).toEqual(['docker build .']);
    expect(await stages('succeeded()', '    condition: always()\n')).toEqual([...both].reverse());
  });
});

describe('an approval of Jenkins', () => {
  const stage = (name: string, body: string, when = '') =>
    `    stage('${name}') {\n      ${when === '' ? '' : `when { ${when} }\n      `}steps {\n        ${body}\n      }\n    }\n`;
  const waits = async (stages: string) => {
    const facts = await factsOf({
      Jenkinsfile: `pipeline {\n  agent any\n  stages {\n${stages}  }\n}\n`,
    });
    return at(facts.find(({ type }) => type === 'Repository::Deployment')!, 'waits');
  };
  const ask = "input message: 'Go?'";
  const ship = "sh 'npx cdk deploy'";
  const MAIN = "branch 'main'";
  const BEFORE = 'a stage before it waits (input)';

  it.each([
    ['', '', BEFORE],
    ['', MAIN, BEFORE],
    [MAIN, MAIN, BEFORE],
    [MAIN, 'branch "main"', BEFORE],
    [`beforeAgent true; ${MAIN}`.replace(';', '\n'), MAIN, BEFORE],
    ["branch 'release'", MAIN, null],
    [MAIN, '', `? whether Ask waits for somebody, which it does where ${MAIN}`],
    [
      "environment name: 'ASK', value: 'yes'",
      MAIN,
      "? whether Ask waits for somebody, which it does where environment name: 'ASK', value: 'yes'",
    ],
  ])('counts where its stage runs for the deployment: %j, %j', async (asks, ships, expected) => {
    expect(await waits(stage('Ask', ask, asks) + stage('Ship', ship, ships))).toBe(expected);
  });

  it('that is a directive is asked for before the condition of its stage', async () => {
    const directive = (when: string) =>
      `    stage('Ask') {\n      input { message 'Go?' }\n      when { ${when} }\n      steps { echo 'asked' }\n    }\n`;
    expect(await waits(directive(MAIN) + stage('Ship', ship))).toBe(BEFORE);
    expect(await waits(directive(`beforeInput true\n ${MAIN}`) + stage('Ship', ship))).toBe(
      `? whether Ask waits for somebody, which it does where ${MAIN}`,
    );
  });

  it('may stand behind a condition in its own stage', async () => {
    const asked = `script { if (params.ASK) { ${ask} } }`;
    expect(await waits(stage('Ship', `${ask}\n${ship}`))).toBe('input');
    expect(await waits(stage('Ship', `script { if (params.ASK) { ${ask}\n${ship} } }`))).toBe('input');
    expect(await waits(stage('Ship', `${asked}\n${ship}`))).toBe(
      '? whether Ship waits for somebody, which it does where if (params.ASK)',
    );
    expect(await waits(stage('Ask', asked) + stage('Ship', ship))).toBe(
      '? whether Ask waits for somebody, which it does where if (params.ASK)',
    );
  });

  it('beside a deployment keeps nothing from running', async () => {
    const parallel = `    stage('All') {\n      parallel {\n${stage('Ask', ask)}${stage('Ship', ship)}      }\n    }\n`;
    expect(await waits(parallel)).toBe(null);
  });
});
