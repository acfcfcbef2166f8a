import { describe, expect, it } from 'vitest';
import { at, factsOf, githubStep, type Plain, plain, ranBy } from './support/pipeline-facts.ts';

/*
 * What pipelines finally run, in each system: what shells, make and npm make of it is what their documentation says.
 */

describe('a shell', () => {
  it.each([
    ['pytest || true', ['test pytest (|| true makes good of it)']],
    ['pytest || exit 1', ['test pytest']],
    ['test -z "$(git status --porcelain)" || exit 1\npytest', ['test pytest']],
    ['test -f .skip && exit 0\npytest', ['test pytest']],
    ['test -z "$(git diff)" || { echo dirty; exit 1; }\npytest', ['test pytest']],
    ['[ "$A" ] || [ "$B" ] || exit 1\npytest', ['test pytest']],
    ['true && exit 0\npytest', []],
    ['false || exit 0\npytest', []],
    ['STAGE=prod\n[ "$STAGE" = prod ] && exit 0\npytest', []],
    ['STAGE=prod\n[ "$STAGE" = prod ] || exit 1\npytest', ['test pytest']],
    ['pytest || (cat log; exit 1)', ['test pytest']],
    ['pytest; exit 0', ['test pytest']],
    [
      'set +e\npytest || failed=1\npytest more\nif [ "$failed" ]; then exit 1; fi',
      ['test pytest', 'test pytest more (? what the script does when it fails)'],
    ],
    ['set +e\npytest\nnpm ci || exit 1', ['test pytest (the script goes on after it (no set -e))']],
    [
      'set +e\nwhile read -r path; do\n  pytest "$path"\n  echo done\ndone < paths\nif [ "$failed" ]; then exit 1; fi',
      ['test pytest "$path" (? what the script does when it fails)'],
    ],
    ['aws ecs update-service --service api --desired-count 1', []],
    ['terraform -chdir=infra apply -refresh-only -auto-approve', []],
    ['ansible-playbook site.yml', ['deploy ansible-playbook site.yml']],
    ['ansible-playbook site.yml --check --diff', ['plan ansible-playbook site.yml --check --diff']],
    ['ansible-playbook plays/delete-stage.yml', []],
    ['ansible-playbook -v -i hosts.yml plays/delete-stage.yml', []],
    ['ansible-playbook "$1" remove.yml', ['deploy ansible-playbook "$1" remove.yml']],
    ['ansible-playbook -i "$HOSTS" remove.yml', []],
    ['kubectl apply -f x.yml --dry-run=False', ['deploy kubectl apply -f x.yml --dry-run=False']],
    ['ansible-playbook remove.yml site.yml', ['deploy ansible-playbook remove.yml site.yml']],
    ['ansible-playbook site.yml -e @remove-old.yml', ['deploy ansible-playbook site.yml -e @remove-old.yml']],
    ['set +e\npytest\necho done', ['test pytest (the script goes on after it (no set -e))']],
    [
      'set +e\npytest\nif [ $? -ne 0 ]; then exit 1; fi',
      ['test pytest (? what the script does when it fails)'],
    ],
    ['pytest | tee log', ['test pytest (its exit status is lost in the pipe to tee)']],
    ['set -o pipefail\npytest | tee log', ['test pytest']],
    ['pytest &\nwait', ['test pytest (it runs in the background, and nobody waits for it)']],
    [
      'pytest && echo ok\necho done',
      ['test pytest (a failure before && does not end the script, which goes on with the next line)'],
    ],
    ['cd api && pytest', ['test pytest']],
    ['if pytest; then echo ok; fi', ['test pytest (? what the script does when it fails)']],
    ['for d in a b; do (cd $d && pytest); done', ['test pytest', 'test pytest']],
    ['for d in a b; do pytest; done', ['test pytest']],
    ['cat <<EOF\npytest\nEOF\necho "pytest"', []],
    ['# pytest\necho pytest', []],
    ['ENV=prod\nif [ "$ENV" = dev ]; then pytest; fi', []],
    ['case prod in dev) pytest ;; prod) npx jest ;; esac', ['test npx jest']],
    ['case b in [!a-c]) npx jest ;; [a-c]) pytest ;; esac', ['test pytest']],
    ['case 7 in [[:digit:]]) pytest ;; *) npx jest ;; esac', ['test pytest', 'test npx jest']],
    ['check() { pytest "$1"; }\ncheck unit', ['test pytest "$1"']],
    ['out=$(pytest)', ['test pytest']],
    ['bash -c "pytest"', ['test pytest']],
    [
      'docker run --rm -v "$PWD:/x" grafana/k6 run x.js',
      ['load docker run --rm -v "$PWD:/x" grafana/k6 run x.js'],
    ],
    ['uv run --frozen python -m pytest', ['test uv run --frozen python -m pytest']],
    ['"$RUNNER" test', ['… what "$RUNNER" test runs']],
    ['echo "unclosed', ['… what the rest of the script at .github/workflows/w.yml:6 runs']],
    ['[[ $A == x || $B == y ]] && pytest', ['test pytest']],
    ['if [[\n  -n $A &&\n  -n $B\n]]; then pytest; fi', ['test pytest']],
    ['x=$(<file)\nif (( x > 3 )); then pytest; fi', ['test pytest']],
  ])('%s', async (text, expected) => {
    expect(await ranBy(githubStep(text))).toEqual(expected);
  });
});

describe('scripts', () => {
  const call = (run: string, files: Readonly<Record<string, string>>) =>
    ranBy({ ...githubStep(run), ...files });

  it('of npm are followed with what runs before and after, in the folder of their package', async () => {
    const files = {
      'package.json':
        '{ "scripts": { "pretest": "eslint .", "test": "npm run unit --prefix api -- --run" } }',
      'api/package.json': '{ "scripts": { "unit": "vitest" } }',
    };
    expect(await call('npm test', files)).toEqual(['lint eslint .', 'test vitest --run']);
    expect(await call('cd api && yarn unit', files)).toEqual(['test vitest']);
    expect(await call('npm run other', files)).toEqual([
      '… where the script other is, which package.json does not have',
    ]);
    expect(await call('npm run other --if-present', files)).toEqual([]);
    expect(await call('npx turbo run unit', files)).toEqual(['test vitest']);
  });

  it('of make take their variables from the call, and a dash forgives', async () => {
    const files = {
      Makefile:
        'ENV ?= dev\nall: deploy\n\nbuild:\n\tdocker build .\n\ndeploy: build\n\tterraform apply -var-file=$(ENV).tfvars\n\ntest:\n\t-pytest\n',
    };
    expect(await call('make ENV=prod', files)).toEqual(
      ['build docker build .', 'deploy terraform apply -var-file=$(ENV).tfvars'].map((t) =>
        t.replace('$(ENV)', 'prod'),
      ),
    );
    expect(await call('make test', files)).toEqual([
      'test pytest (make does not care how it ends (a dash before it in Makefile))',
    ]);
    expect(await call('make nothing', files)).toEqual([
      '… where the target nothing is, which Makefile does not have',
    ]);
  });

  it('of make may have their signs from a variable', async () => {
    const files = { Makefile: 'RUN := @PYTHONPATH=src\n\ntest:\n\t$(RUN) pytest\n' };
    expect(await call('make test', files)).toEqual(['test PYTHONPATH=src pytest']);
  });

  it('of Nx are the targets of its projects, from the top of the workspace', async () => {
    const files = {
      ...githubStep(
        'npx nx affected -t test:unit\nnpx nx affected:lint\nnpx nx run api:lint\nnpx nx e2e api',
      ),
      'package.json': '{"name":"all","scripts":{"test:unit":"nx run-many --target=test:unit"}}',
      'services/api/project.json': JSON.stringify({
        name: 'api',
        targets: {
          'test:unit': {
            executor: 'nx:run-commands',
            options: { command: 'vitest run services/api --project unit' },
          },
          lint: { executor: '@nx/eslint:lint' },
          e2e: { executor: '@acme/browsers:run' },
        },
      }),
    };
    expect(await ranBy(files)).toEqual([
      'test vitest run services/api --project unit',
      'lint eslint .',
      'lint eslint .',
      '… what executor @acme/browsers:run does',
    ]);
  });

  it('in a service of Compose run in the folder that it is built from', async () => {
    const files = {
      'compose.yaml':
        'services:\n  api: { build: ./api }\n  web: { build: { context: web, target: dev } }\n  db: { image: postgres }\n',
      'api/package.json': '{ "scripts": { "unit": "vitest" } }',
      'web/package.json': '{ "scripts": { "unit": "jest" } }',
      'package.json': '{ "scripts": {} }',
    };
    expect(await call('docker compose run --rm -e CI=1 api npm run unit', files)).toEqual(['test vitest']);
    expect(await call('docker-compose -f compose.yaml exec -T web yarn run unit', files)).toEqual([
      'test jest',
    ]);
    expect(await call('docker compose run db npm run unit', files)).toEqual([
      '… where the script unit is, which package.json does not have',
    ]);
  });

  it('in stages of a Dockerfile run where the image is made from them', async () => {
    const dockerfile = (last: string) => ({
      Dockerfile: `ARG BASE=node:24\nFROM \${BASE} AS build\nCOPY . .\nRUN npm ci && npm run build\nFROM build AS test\nRUN --mount=type=cache,target=/x npm test\nFROM ${last}\n`,
      'package.json': '{ "scripts": { "build": "tsc", "test": "vitest" } }',
    });
    const left = '… whether the build makes stage test of Dockerfile, which the image is not made from';
    expect(await call('docker build -t api .', dockerfile('test AS run'))).toEqual([
      'build docker build -t api .',
      'test vitest',
    ]);
    expect(
      await call('docker buildx build --push . -t api', dockerfile('node:24\nCOPY --from=test /a /a')),
    ).toContain('test vitest');
    expect(await call('docker build -t api .', dockerfile('build'))).toEqual([
      'build docker build -t api .',
      left,
    ]);
    expect(await call('docker build --target=test .', dockerfile('build'))).toContain('test vitest');
    expect(await call('docker build --target build .', dockerfile('test'))).toContain(left);
    const asAction = await ranBy({
      '.github/workflows/w.yml':
        'on: push\njobs:\n  j:\n    steps:\n      - uses: docker/build-push-action@v6\n        with: { context: ., target: test }\n',
      ...dockerfile('build'),
    });
    expect(asAction).toContain('test vitest');
  });

  it('that call each other in a circle end', async () => {
    expect(await call('a.sh', { 'a.sh': './b.sh\n', 'b.sh': './a.sh\npytest\n' })).toEqual(['test pytest']);
  });

  it('that are not there, or cannot be read, are open', async () => {
    expect(await call('./a.sh', {})).toEqual(['… what a.sh does, which is not in the repository']);
    const denied = await ranBy({ ...githubStep('./a.sh'), 'a.sh': { error: 'EACCES' } });
    expect(denied).toEqual(['… making a.sh readable']);
  });
});

describe('GitHub Actions', () => {
  it('puts in workflows that others call, with their inputs, and knows which events reach them', async () => {
    const files = {
      '.github/workflows/deploy.yml':
        'on: push\njobs:\n  live:\n    uses: ./.github/workflows/one.yml\n    with: { stage: prod }\n',
      '.github/workflows/one.yml':
        "on:\n  workflow_call:\n    inputs:\n      stage: { type: string }\njobs:\n  go:\n    environment: ${{ inputs.stage }}\n    steps:\n      - run: sam deploy --config-env ${{ inputs.stage }}\n      - if: github.event_name == 'pull_request'\n        run: pytest\n",
    };
    const facts = await factsOf(files);
    const deployment = facts.find(({ type }) => type === 'Repository::Deployment')!;
    expect(deployment.address).toBe('.github/workflows/deploy.yml live / go: sam deploy --config-env prod');
    expect(at(deployment, 'deploys')).toMatchObject([
      { environments: [{ name: 'prod', stage: 'production' }], named: [{ stage: 'production' }] },
    ]);
    expect(await ranBy(files)).toContain(
      "test pytest (never: its condition github.event_name == 'pull_request' never holds: the workflow runs on push)",
    );
  });

  it.each([
    ['false', true],
    ['${{ false }}', true],
    ["github.ref == 'refs/heads/main'", false],
    ["github.ref == 'refs/heads/other'", true],
    ["github.event_name != 'push' && always()", true],
    ["startsWith(github.ref, 'refs/tags/')", true],
    ["vars.ON == 'true'", false],
    ["failure() || github.actor == 'x'", false],
  ])('asks of the condition %s whether it can hold', async (condition, never) => {
    const [job] = (
      await factsOf({
        '.github/workflows/w.yml': `on: { push: { branches: [main] } }\njobs:\n  j:\n    if: "${condition}"\n    steps:\n      - run: pytest\n`,
      })
    ).filter(({ type }) => type === 'Repository::Job');
    expect(at(job!, 'neverRuns') !== null).toBe(never);
  });

  it.each([
    ['branches: [main]', "startsWith(github.ref, 'refs/tags/v')", true],
    ["branches: [main], tags: ['v*']", "startsWith(github.ref, 'refs/tags/v')", false],
    ["branches: [main], tags: ['v*']", "github.ref_type == 'tag' && github.ref_name != 'main'", false],
    ['branches: [main], tags-ignore: [nightly]', "startsWith(github.ref, 'refs/tags/v')", false],
    ["tags: ['v*']", "startsWith(github.ref, 'refs/tags/v')", false],
    ["branches: [main], tags: ['v*']", "github.event_name == 'pull_request'", true],
  ])('asks of a push by %s whether %s can hold', async (push, condition, never) => {
    const [job] = (
      await factsOf({
        '.github/workflows/w.yml': `on: { push: { ${push} } }\njobs:\n  j:\n    if: "${condition}"\n    steps:\n      - run: pytest\n`,
      })
    ).filter(({ type }) => type === 'Repository::Job');
    expect(at(job!, 'neverRuns') !== null).toBe(never);
  });

  it('reads a step once for each folder that a written matrix names', async () => {
    const workflow = (matrix: string) =>
      `on: push\njobs:\n  j:\n    strategy:\n      matrix:\n        part: ${matrix}\n    steps:\n      - working-directory: \${{ matrix.part }}\n        run: make test\n`;
    const files = { 'api/Makefile': 'test:\n\tpytest\n', 'web/Makefile': 'test:\n\tnpx jest\n' };
    expect(await ranBy({ '.github/workflows/w.yml': workflow('[api, web]'), ...files })).toEqual([
      'test pytest',
      'test npx jest',
    ]);
    expect(
      await ranBy({ '.github/workflows/w.yml': workflow('${{ fromJSON(inputs.parts) }}'), ...files }),
    ).toEqual(['… where the makefile of make test is']);
  });

  it('runs a loop over written words once for each of them', async () => {
    const files = {
      Makefile: 'all:\n\tfor d in api web/{a,b}; do $(MAKE) -C $$d test; done\n',
      'api/Makefile': 'test:\n\tpytest\n',
      'web/a/Makefile': 'test:\n\tnpx jest\n',
      'web/b/Makefile': 'test:\n\tnpx vitest run\n',
    };
    expect(await ranBy({ ...githubStep('make all'), ...files })).toEqual([
      'test pytest',
      'test npx jest',
      'test npx vitest run',
    ]);
    expect(
      await ranBy(githubStep('for d in $(ls); do\n            terraform -chdir=$d plan\n          done')),
    ).toHaveLength(1);
  });

  it('takes a program that is called by its package for one of others', async () => {
    const mayDeploy = async (text: string) =>
      (await factsOf(githubStep(text))).some(({ type }) => type === 'Repository::Deployment');
    expect(await mayDeploy('npx --yes @acme/pages build')).toBe(false);
    expect(await mayDeploy('npx @acme/pages@2 deploy')).toBe(true);
    expect(await mayDeploy('tools/@acme/pages build')).toBe(true);
  });

  it('takes what stands in a list by a name for no command', async () => {
    const text = 'declare -A PARTS=(\n  ["api"]="shop-$STAGE"\n  [web]="$PAGES"\n)\npytest';
    expect(await ranBy(githubStep(text))).toEqual(['test pytest']);
  });

  it('leaves open which environment was deployed before, where it is given', async () => {
    const [, last] = (
      await factsOf({
        '.github/workflows/w.yml':
          'on: push\njobs:\n  j:\n    steps:\n      - run: sls deploy --stage "$STAGE"\n      - run: sls deploy --stage prod\n',
      })
    ).filter(({ type }) => type === 'Repository::Deployment');
    expect(at(last!, 'before')).toMatchObject([
      { kind: 'deploy', stages: ['… the value that --stage is given'] },
    ]);
  });

  it('takes a script of a package of others for one of others', async () => {
    const mayDeploy = async (text: string) =>
      (await factsOf({ ...githubStep(text), 'package.json': '{ "scripts": {} }' })).some(
        ({ type }) => type === 'Repository::Deployment',
      );
    expect(await mayDeploy('cd node_modules/@acme/editor && npm install && npm run all')).toBe(false);
    expect(await mayDeploy('npm --prefix node_modules/@acme/editor run deploy')).toBe(true);
    expect(await mayDeploy('npm run all')).toBe(true);
  });

  it('finds the repository in the folder that a job checks it out to', async () => {
    const run = (more: string) =>
      ranBy({
        '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - uses: actions/checkout@v6\n        with: { path: ./its-code/${more} }\n      - { working-directory: ./its-code/api, run: make test }\n`,
        'api/Makefile': 'test:\n\tpytest\n',
      });
    expect(await run('')).toContain('test pytest');
    expect(await run(', repository: other/tools')).not.toContain('test pytest');
  });

  it('asks nobody what a program does that only tells its version', async () => {
    expect(await ranBy(githubStep('nvcc --version\njust --version\nnvcc x.cu'))).toEqual([
      '… what nvcc x.cu does',
    ]);
  });

  it('asks nobody what a step runs that only ends or awaits another', async () => {
    const steps = (last: string) => ({
      '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - { id: api, background: true, run: pytest }\n      - ${last}\n`,
    });
    expect(await ranBy(steps('{ name: End, cancel: api }'))).toEqual(['test pytest']);
    expect(await ranBy(steps('{ wait: [api] }'))).toEqual(['test pytest']);
    expect(await ranBy(steps('{ name: Odd }'))).toEqual([
      'test pytest',
      '… what the step at .github/workflows/w.yml:6 runs',
    ]);
  });

  it('knows actions that prepare, tell or look by what their documentation says, and no others', async () => {
    const uses = (...names: readonly string[]) =>
      ranBy({
        '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n${names.map((name) => `      - uses: ${name}@v1\n`).join('')}`,
      });
    expect(await uses('autofix-ci/action', 'autero1/action-terragrunt', 'hmarr/debug-action')).toEqual([]);
    expect(await uses('ansible/ansible-lint', 'jtalk/url-health-check-action')).toEqual([
      'lint ansible/ansible-lint@v1',
      'smoke jtalk/url-health-check-action@v1',
    ]);
    expect(await uses('acme/autofix-action')).toEqual(['… what the action acme/autofix-action does']);
  });

  it.each([
    ['mvn -B package -DskipTests', 'build'],
    ['mvn package -DskipTests=false', 'test'],
    ['./gradlew build -x test', 'build'],
    ['./gradlew build -x lint', 'test'],
    ['./gradlew build integrationTest -x test', 'test'],
    ['npx jest --listTests', 'other'],
    ['pytest tests --collect-only', 'other'],
    ['npx playwright test --list', 'other'],
    ['npx cypress install', 'other'],
    ['npx cypress run', 'test'],
    ['npx nyc report', 'other'],
    ['npx nyc mocha', 'test'],
    ['tox -e lint,docs', 'other'],
    ['tox -e lint,py313', 'test'],
    ['nox -s mypy', 'other'],
    ['cargo test --no-run', 'other'],
  ])('asks of %s what it does besides testing', async (command, kind) => {
    const files = { ...githubStep(command), 'src/test/java/CardsTest.java': 'class CardsTest {}' };
    expect(await ranBy(files)).toEqual(kind === 'other' ? [] : [`${kind} ${command}`]);
  });

  it.each([
    ['mvn -B package', 'build mvn -B package'],
    ['./gradlew build', 'build ./gradlew build'],
    ['mvn -B test', 'test mvn -B test (it finds no tests, and ends well)'],
    ['go test ./...', 'test go test ./... (it finds no tests, and ends well)'],
    ['npx jest --passWithNoTests', 'test npx jest --passWithNoTests (it finds no tests, and ends well)'],
    [
      'npx jest --config ../jest.json --passWithNoTests',
      'test npx jest --config ../jest.json --passWithNoTests',
    ],
    ['npx jest', 'test npx jest'],
  ])('asks whether %s finds any tests', async (command, expected) => {
    expect(await ranBy({ ...githubStep(command), 'src/cards.ts': '' })).toEqual([expected]);
  });

  it('tells what runs after a failure from what runs unless there was one', async () => {
    expect(await ranBy(githubStep('terraform plan', 'if: failure()\n        '))).toEqual([]);
    for (const condition of ['${{ !failure() }}', 'success() || failure()', 'failure() || always()'])
      expect(await ranBy(githubStep('terraform plan', `if: ${condition}\n        `))).toEqual([
        'plan terraform plan',
      ]);
    expect(await ranBy(githubStep('terraform plan', 'if: always() && failure()\n        '))).toEqual([]);
    const either = "if: failure() || github.event_name == 'workflow_dispatch'\n        ";
    expect(await ranBy(githubStep('terraform plan', either))).toEqual(['plan terraform plan']);
    const both = "if: failure() && (steps.a.outcome == 'failure' || inputs.force)\n        ";
    expect(await ranBy(githubStep('terraform plan', both))).toEqual([]);
    const azure = (condition: string) =>
      ranBy({ 'azure-pipelines.yml': `steps:\n  - { script: terraform plan, condition: "${condition}" }\n` });
    expect(await azure("and(failed(), eq(variables.x, 'y'))")).toEqual([]);
    for (const condition of [
      'not(failed())',
      "or(eq(variables.x, 'y'), failed())",
      'or(failed(), succeeded())',
    ])
      expect(await azure(condition)).toEqual(['plan terraform plan']);
  });

  it.each([
    ['nuxt/actions-yarn', 'args: test', 'test vitest run'],
    ['culturehq/actions-yarn', 'args: run test', 'test vitest run'],
    ['Borales/actions-yarn', 'cmd: check, dir: api', 'lint tsc --noEmit'],
    ['Borales/actions-yarn', 'cmd: test, dir: ""', 'test vitest run'],
    ['actions/npm', 'args: test', 'test vitest run'],
    ['actions/npm', 'args: ci', undefined],
    ['actions/npm', 'args: run other', '… where the script other is, which package.json does not have'],
    ['nuxt/actions-yarn', 'args: "${{ vars.WHAT }}"', '… which script yarn … runs'],
    ['bahmutov/npm-install', 'useLockFile: false', undefined],
    [
      'bahmutov/npm-install',
      'install-command: npm run unseen',
      '… where the script unseen is, which package.json does not have',
    ],
    ['acme/actions-yarn', 'args: test', '… what the action acme/actions-yarn does'],
  ])('runs the tool that the action %s is for with what it is given: %s', async (name, given, expected) => {
    const ran = await ranBy({
      '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - uses: ${name}@v1\n        with: { ${given} }\n`,
      'package.json': '{ "scripts": { "test": "vitest run" } }',
      'api/package.json': '{ "scripts": { "check": "tsc --noEmit" } }',
    });
    expect(ran).toEqual(expected === undefined ? [] : [expected]);
  });

  it.each([
    ['deploy-to-ecs', 1],
    ['ecs/redeploy', 1],
    ['github-deploy-keys', 0],
    ['get-deploy-token', 0],
    ['deployment-record', 0],
  ])('takes the action acme/%s for what may deploy where it is called so', async (name, count) => {
    const facts = await factsOf({
      '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - uses: acme/${name}@v1\n`,
    });
    expect(facts.filter(({ type }) => type === 'Repository::Deployment')).toHaveLength(count);
  });

  it('leaves workflows of others open, but for those that look after pull requests', async () => {
    const calls = (path: string) =>
      ranBy({ '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    uses: acme/${path}\n` });
    expect(await calls('.github/.github/workflows/require-label.yml@v1')).toEqual([]);
    expect(await calls(`ci/.github/workflows/test-labels.yml@${'4cb5024'.repeat(6).slice(0, 40)}`)).toEqual([
      '… what acme/ci/.github/workflows/test-labels.yml@4cb5024 runs, which is in another repository',
    ]);
  });

  it('reads workflows with anchors and circles, and survives what is no workflow', async () => {
    const files = {
      '.github/workflows/a.yml':
        'on: push\njobs: &a\n  j: { uses: ./.github/workflows/a.yml, needs: j }\n  k: *a\n',
      '.github/workflows/b.yml': '- 1\n- [2]\n',
      '.github/workflows/c.yml': 'on: push\njobs: { j: 3, k: { steps: [1, { run: [x] }, { uses: {} }] } }\n',
    };
    expect((await factsOf(files)).length).toBeGreaterThan(0);
  });
});

describe('other systems', () => {
  it('GitLab: what a job extends and includes, the shell of before_script, jobs that wait', async () => {
    const files = {
      '.gitlab-ci.yml':
        'include: ci/base.yml\nstages: [test, deploy]\nunit:\n  extends: .py\n  script: [pytest]\nlive:\n  stage: deploy\n  when: manual\n  environment: production\n  script:\n    - scripts/deploy.sh prod\n.old:\n  script: [pytest old]\n',
      'ci/base.yml': '.py:\n  before_script:\n    - cd service\n    - set +e\n',
      'scripts/deploy.sh': '#!/bin/sh\nset -e\nsam deploy --config-env "$1"\n',
    };
    expect(await ranBy(files)).toEqual([
      'test pytest',
      'deploy sam deploy --config-env "$1" (nothing waits for it to be started (when: manual))',
      'test pytest old (never: its name begins with a dot: GitLab runs it only where another job extends it)',
    ]);
    const live = (await factsOf(files)).find(({ type }) => type === 'Repository::Deployment')!;
    expect([at(live, 'waits'), at(live, 'environment')]).toEqual(['when: manual', 'production']);
    expect(at(live, 'before')).toMatchObject([{ kind: 'test', text: 'pytest' }]);
  });

  it('CodeBuild and Amplify', async () => {
    expect(
      await ranBy({
        'buildspec.yml':
          'version: 0.2\nphases:\n  build:\n    commands:\n      - npm audit\n      - pytest\n  post_build:\n    commands:\n      - aws lambda update-function-code --function-name api\n',
        'amplify.yml':
          'version: 1\nfrontend:\n  phases: { build: { commands: [npx vite build] } }\n  artifacts: { files: ["**/*"] }\n',
      }),
    ).toEqual([
      'build npx vite build',
      'deploy aws-amplify/hosting@host',
      'scan npm audit',
      'test pytest',
      'deploy aws lambda update-function-code --function-name api',
    ]);
  });

  it('CircleCI: workflows, approvals, commands of its own, jobs that no workflow names', async () => {
    const files = {
      '.circleci/config.yml':
        'version: 2.1\norbs: { node: circleci/node@5.1.0 }\ncommands:\n  check: { steps: [{ run: pytest | tee log }] }\njobs:\n  test: { docker: [{ image: cimg/python:3.12 }], steps: [checkout, check] }\n  ship: { docker: [{ image: cimg/python:3.12 }], steps: [{ run: { name: Ship, command: npx cdk deploy -c env=prod } }] }\n  role: { steps: [{ run: aws sts assume-role --role-arn x }] }\n  old: { steps: [{ run: pytest old }] }\nworkflows:\n  main:\n    jobs:\n      - test\n      - hold: { type: approval, requires: [test] }\n      - role: { requires: [hold] }\n      - ship: { requires: [role] }\n',
    };
    expect(await ranBy(files)).toEqual([
      'checkout actions/checkout',
      'test pytest',
      'login aws sts assume-role --role-arn x',
      'deploy npx cdk deploy -c env=prod',
      'test pytest old (never: no workflow names it)',
    ]);
    const ship = (await factsOf(files)).find(({ type }) => type === 'Repository::Deployment')!;
    expect([at(ship, 'waits'), at(ship, 'before')]).toMatchObject([
      'it needs an approval',
      [{ kind: 'test' }],
    ]);
  });

  it('CircleCI: its older word for a step that runs something', async () => {
    const config = (steps: string, commands = '') => ({
      '.circleci/config.yml': `version: 2.1\n${commands}jobs:\n  ship: { docker: [{ image: cimg/base:2024.01 }], steps: [${steps}] }\nworkflows: { main: { jobs: [ship] } }\n`,
      'ship.sh': 'sls deploy --stage prod\n',
    });
    const expected = ['deploy sls deploy --stage prod'];
    expect(await ranBy(config('{ deploy: { name: Ship, command: ./ship.sh } }'))).toEqual(expected);
    expect(await ranBy(config('{ deploy: ./ship.sh }'))).toEqual(expected);
    expect(await ranBy(config('deploy', 'commands: { deploy: { steps: [{ run: ./ship.sh }] } }\n'))).toEqual(
      expected,
    );
  });

  it('CircleCI: what commands and jobs are given', async () => {
    const config = (job: string) => ({
      '.circleci/config.yml': `version: 2.1\ncommands:\n  up:\n    parameters: { stage: { type: string }, tool: { type: string, default: sls } }\n    steps: [{ run: "<< parameters.tool >> deploy --stage << parameters.stage >> && npx jest" }]\njobs:\n  ship:\n    parameters: { to: { type: string, default: qa } }\n    steps: [{ up: { stage: << parameters.to >> } }]\nworkflows: { main: { jobs: [${job}] } }\n`,
    });
    expect(await ranBy(config('{ ship: { to: prod } }'))).toEqual([
      'deploy sls deploy --stage prod',
      'test npx jest',
    ]);
    expect(await ranBy(config('ship'))).toEqual(['deploy sls deploy --stage qa', 'test npx jest']);
    expect(await ranBy(config('{ ship: { to: << pipeline.parameters.to >> } }'))).toEqual([
      'deploy sls deploy --stage …',
      'test npx jest',
    ]);
    expect(await ranBy(config('{ ship: { matrix: { parameters: { to: [qa, prod] } } } }'))).toEqual([
      'deploy sls deploy --stage …',
      'test npx jest',
    ]);
  });

  it('CircleCI: steps that what is given leaves out', async () => {
    const config = (step: string) => ({
      '.circleci/config.yml': `version: 2.1\njobs:\n  ship:\n    parameters: { tests: { type: boolean, default: false } }\n    steps: [{ ${step} }]\nworkflows: { main: { jobs: [ship] } }\n`,
    });
    const tests = 'steps: [{ run: npx jest }]';
    expect(await ranBy(config(`when: { condition: << parameters.tests >>, ${tests} }`))).toEqual([
      'test npx jest (never: its condition when << parameters.tests >> never holds)',
    ]);
    expect(await ranBy(config(`unless: { condition: << parameters.tests >>, ${tests} }`))).toEqual([
      'test npx jest',
    ]);
    expect(await ranBy(config(`when: { condition: << pipeline.parameters.tests >>, ${tests} }`))).toEqual([
      'test npx jest',
    ]);
  });

  it('Bitbucket: steps one after another, pipes, deployments', async () => {
    const files = {
      'bitbucket-pipelines.yml':
        'image: node:22\npipelines:\n  branches:\n    main:\n      - step: { name: Test, script: [npm audit || true, npx jest] }\n      - step:\n          name: Ship\n          deployment: production\n          trigger: manual\n          script:\n            - pipe: atlassian/aws-s3-deploy:1.1.0\n              variables: { S3_BUCKET: shop-prod }\n',
    };
    expect(await ranBy(files)).toEqual([
      'scan npm audit (|| true makes good of it)',
      'test npx jest',
      'deploy atlassian/aws-s3-deploy',
    ]);
    const ship = (await factsOf(files)).find(({ type }) => type === 'Repository::Deployment')!;
    expect([at(ship, 'environment'), at(ship, 'waits')]).toEqual(['production', 'trigger: manual']);
  });

  it('Azure Pipelines: a script fails by its last command alone', async () => {
    const files = {
      'azure-pipelines.yml':
        'trigger: [main]\nstages:\n  - stage: Test\n    jobs:\n      - job: unit\n        steps:\n          - script: |\n              pytest\n              echo done\n  - stage: Prod\n    jobs:\n      - deployment: ship\n        environment: production\n        strategy: { runOnce: { deploy: { steps: [{ script: sam deploy --config-env prod }] } } }\n',
    };
    expect(await ranBy(files)).toEqual([
      'test pytest (the script goes on after it (no set -e))',
      'deploy sam deploy --config-env prod',
    ]);
  });

  it('Jenkins: stages of a declarative pipeline, input, catchError; a scripted one is open', async () => {
    const files = {
      Jenkinsfile:
        "pipeline {\n  agent any\n  stages {\n    stage('Test') {\n      steps {\n        // sh 'ruff check'\n        sh 'pytest'\n        catchError(buildResult: 'SUCCESS') { sh 'npm audit' }\n      }\n    }\n    stage('Prod') {\n      input { message 'Ship?' }\n      steps { sh '''\n        sam deploy --config-env prod\n      ''' }\n    }\n  }\n}\n",
      'old/Jenkinsfile': "node { sh 'pytest' }\n",
      'src/jenkinsfile.ts': "export const how = 'node { sh \\'pytest\\' }';\n",
    };
    expect(await ranBy(files)).toEqual([
      'test pytest',
      'scan npm audit (what it fails with is caught (catchError))',
      'deploy sam deploy --config-env prod',
      '… what the scripted pipeline of old/Jenkinsfile runs',
    ]);
  });
});

describe('Azure Pipelines', () => {
  it('leave open what templates run, wherever their files lie', async () => {
    const pipeline = 'trigger: [main]\nextends:\n  template: build.yml@shared\n';
    const open = '… what the template build.yml@shared runs, which is in another repository';
    expect(await ranBy({ 'azure/azure-build-pipeline.yml': pipeline })).toEqual([open]);
    expect(await ranBy({ 'ops/azure/release.yml': pipeline })).toEqual([open]);
    expect(await ranBy({ 'azure-pipelines.yml': 'extends: { template: ci/own.yml }\n' })).toEqual([
      '… what the template ci/own.yml runs',
    ]);
    expect(await ranBy({ 'azure/values.yml': 'replicas: 2\nimage: api\n' })).toEqual([]);
    expect(
      await factsOf({ 'charts/azure/values.yml': 'a: {{ .Values.x }}\nb:\n  - {{- x }}\n c: 1\n' }),
    ).toEqual([]);
    expect(await ranBy({ 'ops/azure/release.yml': 'steps:\n  - script: pytest\n {{ more }}\n' })).not.toEqual(
      [],
    );
    expect(
      await ranBy({ 'azure/steps.yml': 'parameters: [{ name: x }]\nsteps:\n  - script: pytest\n' }),
    ).toEqual([]);
  });
});

describe('what something is called', () => {
  it('says nothing of one line that prints beside others that work', async () => {
    const files = {
      'bitbucket-pipelines.yml': `pipelines:
  default:
    - step:
        name: Unit tests
        script:
          - npx jest
          - echo "all tests done"
    - step:
        name: Integration tests
        script:
          - echo "to come"
`,
    };
    expect(await ranBy(files)).toEqual(['test npx jest', 'test echo "to come" (it runs nothing but words)']);
  });

  it.each([
    ['test: ;\n', 'test make test (it runs nothing at all)'],
    ['test:\n', 'test make test (it runs nothing at all)'],
    ['test:\n\t@true\n', 'test true (it runs nothing at all)'],
    ['test:\n\t@echo "to come"\n\t@true\n', 'test true (it runs nothing but words)'],
  ])('says of a target what it does in place of tests: %j', async (makefile, said) => {
    expect(await ranBy({ ...githubStep('make test'), Makefile: makefile })).toEqual([said]);
  });

  it('says nothing of a script whose work stands in functions', async () => {
    const files = {
      ...githubStep('. ./migrate.sh'),
      'migrate.sh': 'echo "ready to migrate"\nfunction migrate {\n  alembic upgrade head\n}\n',
    };
    expect(await ranBy(files)).toEqual([]);
  });
});

describe('a target that is called a test', () => {
  /** Whether each test of the target is one, with its text and why it cannot fail; then what is open. */
  const testsIn = async (files: Readonly<Record<string, string>>) => {
    const targets = (await factsOf(files)).filter(({ type }) => type === 'Repository::TestTarget');
    return targets.map((target) => at(target, 'tests'));
  };
  const nothing = (text: string, cannotFail: string) => ({ text, cannotFail, nothing: true });
  const words = 'it runs nothing but words';
  const none = 'it runs nothing at all';

  it.each<[string, string, readonly unknown[]]>([
    ['runs what it needs', 'test: unit\n\nunit:\n\tpytest\n', [[{ text: 'pytest' }]]],
    [
      'runs what it needs, and then says so',
      'TESTS = unit\ntest: $(TESTS)\n\t@echo done\n\nunit:\n\tpytest\n',
      [[{ text: 'pytest' }]],
    ],
    ['needs what does nothing', 'test: ready\n\nready:\n\t@echo ready\n', [[nothing('make test', words)]]],
    ['is empty', 'test: ;\n', [[nothing('make test', none)]]],
    ['has no recipe', 'test:\n\nbuild:\n\tgo build\n', [[nothing('make test', none)]]],
    ['needs what is computed', 'test: $(shell ls)\n', [['… which targets make test needs']]],
    ['needs what nobody knows', 'test: all\n\nall:\n\t$(TOOL) all\n', [['… what … all runs']]],
    [
      'is made by a pattern',
      'test-api:\n\ntest-%:\n\tpytest $*\n',
      [['… the rule by which make test-api is made']],
    ],
    ['builds what it needs', 'test: all\n\nall:\n\tgo build\n', []],
  ])('%s', async (_, makefile, expected) => {
    expect(await testsIn({ Makefile: makefile, 'test_a.py': '' })).toEqual(expected);
  });

  it('runs the recipes of just before and after it', async () => {
    expect(await testsIn({ 'api/justfile': 'test: unit\n\nunit:\n  pytest\n', 'api/test_a.py': '' })).toEqual(
      [[{ text: 'pytest' }]],
    );
    expect(await testsIn({ justfile: 'test:\n  echo done\n' })).toEqual([[nothing('echo done', words)]]);
  });
});

describe('a script that deploys', () => {
  it('is called by whoever calls it, not by who calls another that ends the same', async () => {
    const facts = await factsOf({
      ...githubStep('npm run deploy:dev'),
      'package.json': JSON.stringify({
        scripts: {
          deploy: 'cdk deploy --all',
          'deploy:dev': 'npm run deploy -- -c env=dev',
          'deploy:prd': 'npm run deploy -- -c env=prd',
        },
      }),
    });
    const calls = facts
      .filter(({ type }) => type === 'Repository::DeployScript')
      .map((script) => [at(script, 'name'), (at(script, 'calledBy') as readonly Plain[]).length]);
    expect(Object.fromEntries(calls)).toMatchObject({ 'npm run deploy:dev': 1, 'npm run deploy:prd': 0 });
  });
});

describe('keys', () => {
  it.each([
    ['${{ secrets.AWS_ACCESS_KEY_ID }}', 1],
    [['AKIA', 'QWERTYUIOPASDFGH'].join(''), 1],
    ['foo', 0],
    ['local-only', 0],
  ])('are taken from somewhere else, or look like one: %s', async (value, keys) => {
    const workflow = `on: push\njobs:\n  j:\n    steps:\n      - run: npx jest\n        env:\n          AWS_ACCESS_KEY_ID: ${value}\n`;
    const [first] = (await factsOf({ '.github/workflows/w.yml': workflow })).filter(
      ({ type }) => type === 'Repository::Workflow',
    );
    expect(at(first!, 'credentials') ?? []).toHaveLength(keys);
  });
});

describe('what looks like a secret in a command', () => {
  it('is in no fact', async () => {
    const facts = await factsOf(
      githubStep(
        'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMIK7MDENGbPxRfiCYzzzzzzzzzzzz pytest --token=abcdef123456 https://u:hunter22@example.com AKIAABCDEFGHIJKLMNOP',
      ),
    );
    const all = JSON.stringify(facts.map(({ address, properties }) => [address, plain(properties)]));
    expect(all).toContain('pytest');
    expect(all).not.toMatch(/wJalr|abcdef123456|hunter22|AKIAABCDEFGHIJKLMNOP/);
  });
});

describe('what grows with each call', () => {
  it('ends: functions, scripts and workflows that call each other many times', async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `f${i + 1}() { f${i}; f${i}; }`).join('\n');
    const files: Record<string, string> = githubStep(`f0() { x=1; }\n${levels}\nf30`);
    const made: Record<string, string> = { ...files };
    for (let i = 0; i < 9; i++)
      made[`s${i}.sh`] = `./s${i + 1}.sh a\n`.repeat(20).replace(
        / a/g,
        (() => {
          let n = 0;
          return () => ` ${i}${n++}`;
        })(),
      );
    for (let i = 0; i < 9; i++) {
      const jobs = Array.from(
        { length: 8 },
        (_, k) => `  j${k}: { uses: ./.github/workflows/c${i + 1}.yml }`,
      );
      made[`.github/workflows/c${i}.yml`] = `on: [push, workflow_call]\njobs:\n${jobs.join('\n')}\n`;
    }
    made['.github/workflows/s.yml'] = 'on: push\njobs: { j: { steps: [{ run: ./s0.sh }] } }\n';
    const started = performance.now();
    expect((await factsOf(made)).length).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
