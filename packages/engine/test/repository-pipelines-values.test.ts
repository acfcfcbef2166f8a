import { describe, expect, it } from 'vitest';
import type { MemoryFile } from './support/memory-file-system.ts';
import { at, factsOf, githubStep, type Plain, ranBy } from './support/pipeline-facts.ts';

/*
 * What variables, folders and arguments hold on the way to what is finally run.
 */

/** The environments that a script deploys by what it says itself, and `?` where it takes them from whoever calls it. */
async function deployedBy(text: string, file = 'deploy.sh'): Promise<readonly Plain[]> {
  const scripts = (await factsOf({ [file]: text })).filter(({ type }) => type === 'Repository::DeployScript');
  return scripts
    .flatMap((script) => at(script, 'deploys') as readonly Record<string, Plain>[])
    .flatMap(({ environments, takesEnvironment }) => [
      ...(environments as readonly (Plain & { name?: string })[]).flatMap((one) =>
        typeof one === 'string' ? [] : [one.name!],
      ),
      ...(takesEnvironment === true ? ['?'] : takesEnvironment === undefined ? [] : [takesEnvironment]),
    ]);
}

describe('an environment', () => {
  it.each([
    // settled by the script
    ['terraform apply -var-file=dev.tfvars', ['dev.tfvars']],
    ['STAGE=dev\nsls deploy --stage "$STAGE"', ['dev']],
    ['STAGE=dev\n[ -z "$STAGE" ] && STAGE=prod\nsls deploy --stage $STAGE', ['dev']],
    // a default is taken where nobody says otherwise, and anybody may
    ['sls deploy --stage "${STAGE:-dev}"', ['dev', '?']],
    ['STAGE="${STAGE:-dev}"\nsls deploy --stage "$STAGE"', ['dev', '?']],
    ['STAGE=${1:-dev}\nsls deploy --stage "$STAGE"', ['?']],
    ['[ -z "${STAGE:-}" ] && STAGE="dev"\nsls deploy --stage $STAGE', ['dev', '?']],
    ['[ -n "$STAGE" ] || STAGE=dev\nsls deploy --stage $STAGE', ['dev', '?']],
    ['if [ -z "$STAGE" ]; then STAGE=dev; fi\nsls deploy --stage $STAGE', ['dev', '?']],
    ['if [ "$STAGE" = "" ]; then\n  STAGE=dev\nfi\nsls deploy --stage $STAGE', ['dev', '?']],
    // one of several
    ['if [ "$1" = live ]; then STAGE=prod; else STAGE=dev; fi\nsls deploy --stage $STAGE', ['?']],
    ['[ "$BRANCH" = main ] && STAGE=prod || STAGE=dev\nsls deploy --stage $STAGE', ['?']],
    ['case $1 in\n  p) STAGE=prod;;\n  *) STAGE=dev;;\nesac\nsls deploy --stage $STAGE', ['?']],
    ['case $1 in\n  d) STAGE=dev;;\n  *) exit 1;;\nesac\nsls deploy --stage $STAGE', ['dev']],
    ['if [ "$CI" ]; then STAGE=dev; else STAGE=dev; fi\nsls deploy --stage $STAGE', ['dev']],
    // nobody says that it is empty: the script goes on
    ['if [ -z "${STAGE:-}" ]; then\n  echo which\n  exit 1\nfi\nsls deploy --stage $STAGE', ['?']],
    ['STAGE=${STAGE:-dev}\nif [ $STAGE = prod ]; then\n  sls deploy --stage prod\nfi', ['prod']],
    ['RUN=${RUN:-ship}\nship() { sls deploy --stage qa; }\n"$RUN"', ['qa', '?']],
    // folders
    ['terragrunt run-all apply --terragrunt-working-dir ${DEPLOY_ENV}', ['?']],
    ['terraform -chdir=environments/$1 apply', ['?']],
    ['cd "environments/$1" && terraform apply', ['?']],
    ['cd "live/$1"\nterraform apply', ['?']],
    ['cd "$1"\nterraform apply', ['? whether the folder that it is given says an environment']],
    ['cd "$(mktemp -d)"\nterraform apply', []],
    ['cd services/$1\nsls deploy --stage dev', ['dev']],
  ])('%s', async (text, expected) => {
    expect(await deployedBy(text)).toEqual(expected);
  });

  it.each([
    // whatever is handed on to it
    ['tf apply', 'terraform "$@"', ['deploy terraform "$@"']],
    ['tf plan', 'terraform $*', ['plan terraform $*']],
    ['tf x apply', 'shift\nterraform "$@"', ['deploy terraform "$@"']],
    ['tf apply', 'go() { terraform "$@"; }\ngo "$1" -auto-approve', ['deploy terraform "$@"']],
    ['tf apply', 'set -- plan "$@"\nterraform "$1"', ['plan terraform "$1"']],
    ['tf', 'CI=1 terraform "$@"', []],
    ['tf "$ACTION"', 'terraform "$@"', ['… what terraform "$@" runs']],
    ['tf', 'terraform $ACTION', ['… what terraform $ACTION runs']],
    ['tf', 'aws --profile $P s3 ls', []],
    ['tf', 'terraform init -backend-config $F', []],
  ])('of what %s is given: %s', async (call, text, expected) => {
    const files = { ...githubStep(call.replace(/^tf/, './tf.sh')), 'tf.sh': text };
    expect(await ranBy(files)).toEqual(expected);
  });

  it('of a makefile is settled by what is assigned, and taken where it is weak', async () => {
    const recipe = 'deploy:\n\tsls deploy --stage $(STAGE)\n';
    expect(await deployedBy(`STAGE = dev\n${recipe}`, 'Makefile')).toEqual(['dev']);
    expect(await deployedBy(`STAGE ?= dev\n${recipe}`, 'Makefile')).toEqual(['dev', '?']);
    expect(await deployedBy(recipe, 'Makefile')).toEqual(['?']);
  });
});

describe('variables that name several environments', () => {
  it('leave open which one is deployed, whatever is around them', async () => {
    const deployed = async (more: string) =>
      (
        await factsOf({
          '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    environment: prod\n    steps:\n      - env: { TARGET_ENV: prod, ${more} }\n        run: terraform apply\n`,
        })
      ).flatMap((one) => (one.type === 'Repository::Deployment' ? [at(one, 'deploys')] : []));
    expect(await deployed('APP_ENV: dev')).toMatchObject([
      [{ environments: ['… which of TARGET_ENV and APP_ENV names the environment'], named: [] }],
    ]);
    expect(await deployed('APP_ENV: production')).toMatchObject([
      [{ environments: [{ name: 'prod' }, { name: 'production' }], named: [{ name: 'prod' }] }],
    ]);
  });
});

describe('a condition', () => {
  it('that only looks away says no environment', async () => {
    const text = 'if command -v terraform > /dev/null 2>&1; then\n  terraform apply\nfi\n';
    const [deployment] = (await factsOf(githubStep(text))).filter(
      ({ type }) => type === 'Repository::Deployment',
    );
    expect(at(deployment!, 'deploys')).toMatchObject([{ environments: [], named: [] }]);
  });
});

describe('a variable', () => {
  it.each([
    ['ARGS=(--project unit)\nARGS+=(--bail 1)\nvitest run "${ARGS[@]}"', ['test vitest run "${ARGS[@]}"']],
    ['RUN=(npx jest)\n"${RUN[@]}" --ci', ['test "${RUN[@]}" --ci']],
    ['RUN=()\n"${RUN[@]}" pytest', ['test "${RUN[@]}" pytest']],
    ['RUN=py\nRUN+=test\n$RUN', ['test $RUN']],
    [
      'AWS=aws\nif [ "$P" ]; then AWS="aws --profile $P"; fi\n$AWS cloudformation deploy',
      ['deploy $AWS cloudformation deploy'],
    ],
    ['if [ "$P" ]; then RUN=pytest; else RUN=jest; fi\n$RUN', ['… what $RUN runs']],
    ['X=1\n[ "$X" = 2 ] && pytest\ntrue', []],
    ['flag=true\ncase $1 in\n  x) flag=false;;\nesac\nif $flag; then pytest; fi', ['test pytest']],
    ["names=(`aws x --query 'a[?t==\\`b\\`].c'`)\npytest", ['test pytest']],
    ['if [ "$A" ]; then exit 0; else exit 1; fi\npytest', []],
    ['if [ "$A" ]; then exit 1; fi\npytest', ['test pytest']],
  ])('%s', async (text, expected) => {
    expect(await ranBy(githubStep(text))).toEqual(expected);
  });
});

describe('recipes of just', () => {
  const justfile = `set shell := ["bash", "-euc"]
export STAGE := env('STAGE', 'qa')
bucket := 'shop-' + STAGE

# what is run without words
[group('ci')]
default: lint (check 'unit')

@lint:
    ruff check .
check kind="all" *more:
    # of all kinds
    pytest -m {{ kind }} \\
      {{ more }}
ship stage: lint && tell
    #!/usr/bin/env bash
    set -euo pipefail
    cd infra
    sls deploy --stage "{{ stage }}"
pages:
    aws s3 sync site s3://{{ bucket }}
    -npx jest --stage $STAGE
tell:
    echo done
py:
    #!/usr/bin/env python3
    import subprocess; subprocess.run(["pytest"])
plain:
    #!/usr/bin/env python3
    print("{{{{")
alias t := check
`;
  it.each([
    ['just', ['lint ruff check .', 'test pytest -m unit']],
    ['just lint t slow --ci', ['lint ruff check .', 'test pytest -m slow --ci']],
    ['just ship prod', ['lint ruff check .', 'deploy sls deploy --stage "prod"']],
    ['cd web && just lint', ['lint ruff check .']],
    ['just --justfile ci.just once', ['test npx vitest']],
    ['just --justfile=ci.just twice', ['test npx vitest', 'test npx vitest']],
    [
      'ARGS=(--justfile ci.just)\njust "${ARGS[@]}" once 2>&1 | cat -',
      ['test npx vitest (its exit status is lost in the pipe to cat)'],
    ],
    [
      'just pages',
      [
        'deploy aws s3 sync site s3://shop-qa',
        'test npx jest --stage $STAGE (make does not care how it ends (a dash before it in justfile))',
      ],
    ],
    ['just plain', []],
    ['just py', ['… what the recipe py of justfile runs: it speaks of pytest']],
    ['just absent', ['… where the recipe absent is, which justfile does not have']],
    ['just "$RECIPE"', ['… which recipe of justfile is run']],
    ['just -f other.just x', ['… where the justfile of just -f other.just x is']],
    [
      'just --version\njust --list\njust -l\njust -f ci.just --summary\nmake --version\nmake -n test\nnpm -v\ntask --list',
      [],
    ],
    ['npm run t -- --list', ['test vitest --list']],
  ])('%s', async (text, expected) => {
    const files = {
      ...githubStep(text),
      justfile,
      'ci.just': 'once:\n  npx vitest\ntwice: once\n\tnpx vitest\n',
      'package.json': '{ "scripts": { "t": "vitest" } }',
      'web/index.html': '',
    };
    expect(await ranBy(files)).toEqual(expected);
  });

  it('deploy what they are told, where they have a parameter for it', async () => {
    expect(await deployedBy("ship stage='dev':\n\tsls deploy --stage {{stage}}\n", 'justfile')).toEqual([
      'dev',
      '?',
    ]);
    expect(await deployedBy('ship stage:\n\tsls deploy --stage {{stage}}\n', 'justfile')).toEqual(['?']);
    expect(await deployedBy('ship:\n\tsls deploy --stage qa\n', '.justfile')).toEqual(['qa']);
  });
});

describe('a file that is sourced', () => {
  it.each([
    ['test -f ./local.sh && source ./local.sh\npytest', ['test pytest']],
    ['[ -f ./local.sh ] && . ./local.sh\npytest', ['test pytest']],
    ['if [ -f ./local.sh ]; then\n  . ./local.sh\nfi\npytest', ['test pytest']],
    ['set -a; source .env.deploy.local; set +a\npytest', ['test pytest']],
    ['. ./local.sh\npytest', ['… what local.sh does, which is not in the repository']],
    ['[ -f ./other.txt ] && . ./local.sh\npytest', ['… what local.sh does, which is not in the repository']],
    ['[ -f ./local.sh ] && ./local.sh\npytest', ['… what local.sh does, which is not in the repository']],
    ['[ -f ./here.sh ] && . ./here.sh', ['test npx jest']],
    ['[ -f "$X/own.sh" ] && . "$X/own.sh"\n[ -f /etc/here.sh ] && . /etc/here.sh\npytest', ['test pytest']],
    ['cd "$PART"\n[ -f ./here.sh ] && . ./here.sh', ['… where ./here.sh is']],
    ['[ -f "$1" ] && . "$1"', ['… which script is run']],
  ])('%s', async (text, expected) => {
    const ran = await ranBy({ ...githubStep(text), 'here.sh': 'npx jest\n' });
    expect(ran.filter((one) => one !== 'test pytest' || expected.includes(one))).toEqual(expected);
  });
});

describe('a folder that is not known', () => {
  const perhaps = async (files: Readonly<Record<string, MemoryFile>>) =>
    (await factsOf(files))
      .filter(({ type }) => type === 'Repository::Deployment')
      .map((one) => at(one, 'deploys'));
  const files = { 'api/bin/cover': 'pytest\n', 'web/bin/cover': '#!/bin/sh\nnpx jest\n' };

  it('leaves open what is run there, and not whether that deploys where none of it does', async () => {
    const step = githubStep('cd "$PART"\n./bin/cover');
    const left = '… where ./bin/cover is';
    expect(await ranBy({ ...step, ...files })).toEqual([left]);
    expect(await perhaps({ ...step, ...files })).toEqual([]);
    const ships = { ...step, ...files, 'jobs/bin/cover': '#!/bin/sh\nsls deploy\n' };
    expect(await ranBy(ships)).toEqual([left]);
    expect(await perhaps(ships)).toEqual([[left]]);
    expect(await perhaps(step)).toEqual([[left]]);
    expect(await perhaps({ ...step, 'api/bin/cover': '#!/bin/sh\n"$RUN" x\n' })).toEqual([[left]]);
    for (const unseen of [
      'sls deploy\n',
      'pytest\nsls deploy\n',
      '#!/usr/bin/env python3\nrun("cdk deploy")\n',
    ])
      expect(await perhaps({ ...step, ...files, 'jobs/bin/cover': unseen })).toEqual([[left]]);
    expect(await perhaps({ ...step, ...files, 'jobs/bin/cover': { error: 'EACCES' } })).toEqual([[left]]);
  });

  it('leaves open what recipes of one of them do that no shell reads', async () => {
    const cover = (recipe: string) =>
      perhaps({
        ...githubStep('cd "$PART"\njust cover'),
        'api/justfile': recipe,
        'web/justfile': 'cover:\n\tnpx jest\n',
      });
    const left = '… where the justfile of just cover is';
    expect(await cover('cover:\n\tpytest\n')).toEqual([]);
    expect(await cover('cover:\n\t#!/usr/bin/env python3\n\trun("cdk deploy")\n')).toEqual([[left]]);
    expect(await cover("import 'more.just'\n")).toEqual([[left]]);
  });

  it('is the one in which a file of that name lies, where a path begins with it', async () => {
    const step = githubStep('"$TOP_FOLDER/ops/cover.sh"\njust -f "$ROOT/ops.just" x');
    const one = { 'a/ops/cover.sh': 'pytest\n', 'a/ops.just': 'x:\n  npx jest\n' };
    expect(await ranBy({ ...step, ...one })).toEqual(['test pytest', 'test npx jest']);
    const two = { ...one, 'b/ops/cover.sh': 'pytest\n' };
    expect((await ranBy({ ...step, ...two }))[0]).toBe('test npx jest');
  });
});

describe('a matrix', () => {
  const files = {
    'api/check': '#!/bin/sh\npytest\n',
    'web/check': '#!/bin/sh\nnpx jest\n',
    'web/ship.sh': 'sls deploy\n',
  };
  const steps = (matrix: string, run: string) =>
    `on: push\njobs:\n  j:\n    strategy: { matrix: ${matrix} }\n    steps:\n      - run: ${run}\n`;
  it.each([
    ['{ part: [api, web] }', 'cd ${{ matrix.part }} && ./check', ['test pytest', 'test npx jest']],
    [
      '{ include: [{ part: api }, { part: web }] }',
      '${{ matrix.part }}/check',
      ['test pytest', 'test npx jest'],
    ],
    [
      '{ cfg: [{ dir: api, v: "3.9" }, { dir: web }] }',
      'cd ${{ matrix.cfg.dir }}; ./check',
      ['test pytest', 'test npx jest'],
    ],
    [
      '{ a: [api], b: [check, ship.sh], c: [web] }',
      '"${{ matrix.c }}/${{ matrix.b }}"',
      ['test npx jest', 'deploy sls deploy'],
    ],
    ['{ v: ["18", "20"] }', 'npx jest --name ${{ matrix.v }}', ['test npx jest --name …']],
    [
      '{ part: [api, web], exclude: [{ part: web }] }',
      'cd ${{ matrix.part }} && ./check',
      ['… where ./check is'],
    ],
    ['{ part: "${{ fromJSON(inputs.x) }}" }', 'cd ${{ matrix.part }} && ./check', ['… where ./check is']],
  ])('%s in %s', async (matrix, run, expected) => {
    const named = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path.replace(/check$/, 'check.sh'), text]),
    );
    const workflow = steps(matrix, run.replaceAll('check', 'check.sh')).replaceAll('[check,', '[check.sh,');
    const ran = await ranBy({ '.github/workflows/w.yml': workflow, ...named });
    expect(ran.map((one) => one.replaceAll('check.sh', 'check'))).toEqual(expected);
  });

  it('calls a workflow in each of its runs, whose jobs are one where nothing but what they run differs', async () => {
    const files = (more: string) => ({
      '.github/workflows/w.yml':
        'on: push\njobs:\n  parts:\n    strategy: { matrix: { cfg: [{ part: api }, { part: web }] } }\n    uses: ./.github/workflows/part.yml\n    with: { folder: "${{ matrix.cfg.part }}" }\n  after: { needs: parts, steps: [{ run: sls deploy }] }\n',
      '.github/workflows/part.yml': `on: { workflow_call: { inputs: { folder: { type: string } } } }\njobs:\n  check:\n${more}    steps:\n      - run: |\n          cd \${{ inputs.folder }}\n          ./check.sh\n`,
      'api/check.sh': 'pytest\n',
      'web/check.sh': 'npx jest\n',
    });
    const jobsOf = async (more: string) =>
      (await factsOf(files(more)))
        .filter(({ type, address }) => type === 'Repository::Job' && address.includes('w.yml'))
        .map((job) => [
          at(job, 'id'),
          at(job, 'needs'),
          (at(job, 'checks') as readonly Record<string, Plain>[]).map(({ text }) => text),
        ]);
    expect(await jobsOf('')).toEqual([
      ['parts / check', [], ['pytest', 'npx jest']],
      ['after', ['parts / check'], []],
    ]);
    expect(await jobsOf('    environment: ${{ inputs.folder }}\n')).toEqual([
      ['parts (api) / check', [], ['pytest']],
      ['parts (web) / check', [], ['npx jest']],
      ['after', ['parts (api) / check', 'parts (web) / check'], []],
    ]);
  });
});

describe('an input', () => {
  const environmentOn = async (on: string) => {
    const facts = await factsOf({
      '.github/workflows/w.yml': `on: ${on}\njobs:\n  j:\n    environment: \${{ inputs.stage }}\n    steps:\n      - run: npx cdk deploy\n`,
    });
    return facts.flatMap((one) => (one.type === 'Repository::Deployment' ? [at(one, 'environment')] : []));
  };

  it('is empty where nothing that starts the workflow gives any', async () => {
    expect(await environmentOn('push')).toEqual([null]);
    expect(await environmentOn('[push, workflow_dispatch]')).toEqual([expect.stringMatching(/^\?/)]);
  });
});
