import { describe, expect, it } from 'vitest';
import { at, factsOf } from './support/pipeline-facts.ts';

/*
 * What a workflow of another repository may do, by what its caller gives it and when it calls it.
 */

/** Whether a job that calls a workflow elsewhere may deploy. */
async function mayDeploy(job: string, head = '', calls = 'acme/flows/.github/workflows/settings.yml@v1') {
  const facts = await factsOf({
    '.github/workflows/w.yml': `on: push\n${head}jobs:\n  build:\n    steps:\n      - run: make\n  ask:\n    uses: ${calls}\n${job}`,
  });
  return facts.some(
    (one) => one.type === 'Repository::Deployment' && JSON.stringify(at(one, 'job')).includes('ask'),
  );
}

const READS = '    permissions: { contents: read, pull-requests: write }\n';

describe('a workflow of another repository', () => {
  it.each([
    ['nothing but words', READS],
    ['a secret of a tool', `${READS}    secrets:\n      SONAR_TOKEN: \${{ secrets.SONAR_TOKEN }}\n`],
    ['a value', `${READS}    with: { python: "3.13" }\n`],
  ])('deploys nothing where it is given %s', async (_, job) => {
    expect(await mayDeploy(job)).toBe(false);
  });

  it.each([
    ['no word of its rights', ''],
    ['an identity', '    permissions: { contents: read, id-token: write }\n'],
    ['the code to change', '    permissions: { contents: write }\n'],
    ['all rights', '    permissions: write-all\n'],
    ['all secrets', `${READS}    secrets: inherit\n`],
    ['a key', `${READS}    secrets:\n      AWS_KEY: \${{ secrets.AWS_KEY }}\n`],
    ['a key under another name', `${READS}    secrets:\n      SONAR_TOKEN: \${{ secrets.AWS_KEY }}\n`],
    ['a machine', `${READS}    with: { runner: own }\n`],
    ['a task that is a deployment', `${READS}    with: { task: deploy }\n`],
  ])('may deploy where it is given %s', async (_, job) => {
    expect(await mayDeploy(job)).toBe(true);
  });

  it('has the rights of the whole file where the job says none, and may deploy where it is called so', async () => {
    expect(await mayDeploy('', 'permissions: {}\n')).toBe(false);
    expect(await mayDeploy('', 'permissions: { id-token: write }\n')).toBe(true);
    expect(await mayDeploy(READS, '', 'acme/flows/.github/workflows/deploy.yml@v1')).toBe(true);
  });

  it.each([
    ["always() && needs.build.result == 'failure'", false],
    ["${{ always() && (needs.build.result == 'failure' || contains(needs.*.result, 'failure')) }}", false],
    ["always() && needs.build.result == 'skipped'", true],
    ["needs.build.result == 'failure' || github.event_name == 'push'", true],
  ])('called where %s', async (condition, expected) => {
    expect(await mayDeploy(`    needs: build\n    if: "${condition}"\n`)).toBe(expected);
  });

  it('waits for a failure like a step where one of this repository does', async () => {
    const deploys = async (condition: string) =>
      (
        await factsOf({
          '.github/workflows/w.yml': `on: push\njobs:\n  build:\n    steps:\n      - run: make\n  back:\n    needs: build\n    if: ${condition}\n    uses: ./.github/workflows/back.yml\n`,
          '.github/workflows/back.yml':
            'on: workflow_call\njobs:\n  j:\n    steps:\n      - run: sls deploy\n',
        })
      ).some(({ type, address }) => type === 'Repository::Deployment' && address.includes('w.yml back'));
    expect(await deploys("needs.build.result == 'failure'")).toBe(false);
    expect(await deploys("needs.build.result == 'success'")).toBe(true);
  });
});

describe('an action of the repository that is an image', () => {
  const runs = async (entryPoint: string) => {
    const facts = await factsOf({
      '.github/workflows/w.yml': 'on: push\njobs:\n  j:\n    steps:\n      - uses: ./act\n',
      'act/action.yml': 'runs: { using: docker, image: Dockerfile }\n',
      'act/Dockerfile': `FROM acme/tools\nCOPY own.py /app/own.py\nENTRYPOINT ${entryPoint}\n`,
      'act/own.py': 'print(1)\n',
    });
    return facts.some(({ type }) => type === 'Repository::Deployment');
  };

  it.each([
    ['["/app/run.sh"]', true],
    ['["python", "-u", "/app/run.py"]', true],
    ['["sh", "-c", "echo go && /app/run.sh"]', true],
    ['["python", "-u", "/app/own.py"]', false],
    ['["echo", "go"]', false],
  ])('may deploy where what %s starts is not here', async (entryPoint, expected) => {
    expect(await runs(entryPoint)).toBe(expected);
  });
});
