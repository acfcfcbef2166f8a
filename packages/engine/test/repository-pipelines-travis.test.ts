import { describe, expect, it } from 'vitest';
import { at, factsOf, type Plain, ranBy } from './support/pipeline-facts.ts';

const travis = (text: string, more: Readonly<Record<string, string>> = {}) => ({
  '.travis.yml': text,
  ...more,
});

/** What came before the deployment whose address holds some words: `test (why its failure stops nothing)`. */
async function before(text: string, holds = '', more: Readonly<Record<string, string>> = {}) {
  const facts = await factsOf(travis(text, more));
  const found = facts.find((one) => one.type === 'Repository::Deployment' && one.address.includes(holds));
  return found === undefined
    ? undefined
    : (at(found, 'before') as readonly Plain[]).map((one) =>
        typeof one === 'string' ? one : toldOf(one as Record<string, string>),
      );
}

const toldOf = ({ kind, text, cannotFail, leftOut }: Record<string, string>) =>
  [`${kind} ${text}`, cannotFail, leftOut].filter((said) => said !== undefined).join(': ');

const jobs = async (text: string) =>
  (await factsOf(travis(text)))
    .filter(({ type }) => type === 'Repository::Job')
    .map((job) => [at(job, 'id'), at(job, 'mayFail') ?? at(job, 'neverRuns') ?? at(job, 'condition')]);

describe('the phases of a job', () => {
  it('run what is written in them, and what becomes of its failure', async () => {
    expect(
      await ranBy(
        travis(
          'language: generic\ninstall: pip install -r requirements.txt\nbefore_script: npm audit\nscript:\n  - pytest tests/unit || true\n  - pytest tests/api\nbefore_cache: black --check .\nafter_success: npx cdk deploy\nafter_failure: pytest tests/again\nafter_script:\n  - flake8\n',
        ),
      ),
    ).toEqual([
      'scan npm audit',
      expect.stringMatching(/^test pytest tests\/unit \(.+\)$/),
      'test pytest tests/api',
      'lint black --check . (Travis CI does not care how before_cache ends)',
      'deploy npx cdk deploy (Travis CI does not care how after_success ends)',
      'lint flake8 (Travis CI does not care how after_script ends)',
    ]);
  });

  it('keep their shell: a folder and a variable of one line hold in the next', async () => {
    expect(
      await ranBy(
        travis('language: generic\nscript:\n  - cd api\n  - npm test\n', {
          'api/package.json': '{ "scripts": { "test": "vitest run" } }',
        }),
      ),
    ).toEqual(['test vitest run']);
  });

  it('go on within a script after a failure, so that a test stops no deployment behind it', async () => {
    expect(await before('language: generic\nscript:\n  - pytest\n  - sls deploy\n')).toEqual([
      'test pytest: what comes after it runs all the same (Travis CI runs all of script, whatever fails in it)',
    ]);
    expect(await before('language: generic\nscript:\n  - pytest && sls deploy\n')).toEqual(['test pytest']);
    expect(
      await before(
        'language: generic\nscript:\n  - set -ev\n  - travis_retry pytest\n  - travis_wait 30 sls deploy\n',
      ),
    ).toEqual(['test travis_retry pytest']);
    expect(
      await before('language: generic\nscript:\n  - echo\n  - sls deploy\nbefore_script: pytest\n'),
    ).toEqual(['test pytest']);
  });

  it('stop at a failure from where the shell is told so to where it is told otherwise', async () => {
    const goesOn =
      'test pytest: what comes after it runs all the same (Travis CI runs all of script, whatever fails in it)';
    const script = (lines: string, more = '') =>
      before(`language: generic\n${more}script:\n${lines.replace(/^/gm, '  - ')}\n`);
    expect(await script('pytest\nsls deploy', 'before_install: [set -e, echo tools, set +e]\n')).toEqual([
      goesOn,
    ]);
    expect(await script('pytest\nset -e\nsls deploy')).toEqual([goesOn]);
    expect(await script('(set -e; echo tools)\npytest\nsls deploy')).toEqual([goesOn]);
    expect(await script('set -o errexit\necho\nset +o errexit\npytest\nsls deploy')).toEqual([goesOn]);
    expect(await script('echo\nset -o errexit\npytest\nset +e\nsls deploy')).toEqual(['test pytest']);
    expect(await script('echo\npytest\nsls deploy', 'before_install: set -ev\n')).toEqual(['test pytest']);
  });

  it('end before success and deployment where the script fails', async () => {
    expect(
      await before('language: generic\nscript: pytest\nafter_success:\n  - echo\n  - sls deploy\n'),
    ).toEqual(['test pytest']);
    expect(
      await before('language: generic\nscript: pytest\ndeploy:\n  provider: script\n  script: sls deploy\n'),
    ).toEqual(['test pytest']);
    expect(await before('language: generic\nscript: pytest\nafter_script: sls deploy\n')).toEqual([
      'test pytest: what comes after it runs all the same (after_script)',
    ]);
  });

  it('are what the language brings where nothing is written', async () => {
    const own = { 'package.json': '{ "scripts": { "test": "vitest run" } }' };
    expect(await ranBy(travis('language: node_js\n', own))).toEqual(['test vitest run']);
    expect(await ranBy(travis('node_js: 20\n', { ...own, 'yarn.lock': '' }))).toEqual(['test vitest run']);
    expect(await ranBy(travis('language: node_js\nscript: skip\n', own))).toEqual([]);
    expect(await ranBy(travis('language: ruby\n'))).toEqual(['… what Travis CI runs for ruby']);
  });
});

describe('a deployment', () => {
  it('is what its provider does, or the script that it is given', async () => {
    const deploys = (deploy: string) => ranBy(travis(`language: generic\nscript: skip\ndeploy:\n${deploy}`));
    expect(await deploys('  provider: s3\n  bucket: shop\n  on: { branch: main }\n')).toEqual([
      'deploy travis-deploy/s3',
    ]);
    expect(await deploys('  - provider: script\n    script: sls deploy\n  - provider: npm\n')).toEqual([
      'deploy sls deploy',
      'publish travis-deploy/npm',
    ]);
    expect(await deploys('  provider: lambda\n  function_name: shop\n  allow_failure: true\n')).toEqual([
      'deploy travis-deploy/lambda (allow_failure: true)',
    ]);
  });

  it('is none where nothing is to be deployed, or something is published, and open of a provider unknown', async () => {
    const deploys = (deploy: string) => ranBy(travis(`language: generic\nscript: skip\ndeploy: ${deploy}\n`));
    expect(await deploys('false')).toEqual([]);
    expect(await deploys('skip')).toEqual([]);
    expect(await deploys('[ignore]')).toEqual([]);
    for (const provider of [
      'nuget',
      'transifex',
      'testfairy',
      'launchpad',
      'chef_supermarket',
      'puppetforge',
    ])
      expect(await deploys(`{ provider: ${provider} }`)).toEqual([`publish travis-deploy/${provider}`]);
    for (const provider of ['heroku', 'elasticbeanstalk', 'azure_web_apps', 'cloud66'])
      expect(await deploys(`{ provider: ${provider} }`)).toEqual([`deploy travis-deploy/${provider}`]);
    for (const provider of ['acme', 'notify-docs'])
      expect(await deploys(`{ provider: ${provider} }`)).toEqual([
        `… what the provider ${provider} of Travis CI does`,
      ]);
  });

  it('is of the branch that it is for', async () => {
    const deploy = (on: string) =>
      ranBy(
        travis(
          `language: generic\nscript: skip\ndeploy:\n  provider: script\n  script: sh ship.sh\n  on: ${on}\n`,
          {
            'ship.sh': 'if [ "$TRAVIS_BRANCH" = main ]; then sls deploy --stage prod; else sls deploy; fi\n',
          },
        ),
      );
    expect(await deploy('{ branch: main }')).toEqual(['deploy sls deploy --stage prod']);
    expect(await deploy('{ branch: next }')).toEqual(['deploy sls deploy']);
    expect(await deploy('{ tags: true, branch: main }')).toHaveLength(2);
    expect(await deploy('{ branch: main }\nbefore_deploy: cd app')).not.toContain(
      'deploy sls deploy --stage prod',
    );
    const twice =
      'language: generic\nscript: skip\ndeploy:\n  - { provider: script, script: sh ship.sh, on: { branch: main } }\n  - { provider: script, script: sh ship.sh, on: { branch: next } }\n';
    expect(
      await ranBy(
        travis(twice, {
          'ship.sh': 'if [ $TRAVIS_BRANCH = main ]; then sls deploy --stage prod; else sls deploy; fi\n',
        }),
      ),
    ).toEqual(['deploy sls deploy --stage prod', 'deploy sls deploy']);
    expect(await deploy('{ branch: [main, next] }')).toHaveLength(2);
  });

  it('shows the key that it is given, and the keys among variables', async () => {
    const [workflow] = await factsOf(
      travis(
        'language: generic\nscript: skip\nenv:\n  global:\n    - AWS_SECRET_ACCESS_KEY=$OTHER\n    - secure: abc\ndeploy:\n  provider: s3\n  secret_access_key: $KEY\n',
      ),
    );
    expect((at(workflow!, 'credentials') as readonly Plain[]).slice(0, 2)).toMatchObject([
      { kind: 'key', name: 'AWS_SECRET_ACCESS_KEY' },
      { kind: 'key', name: 'secret_access_key' },
    ]);
  });
});

describe('jobs', () => {
  it('of a later stage wait for all of an earlier one', async () => {
    const text =
      'language: generic\njobs:\n  include:\n    - script: pytest\n    - name: style\n      script: flake8\n    - stage: Deploy\n      if: branch = main\n      script: sls deploy\n';
    expect(await jobs(text)).toEqual([
      ['test / 1', null],
      ['test / style', null],
      ['deploy / 3', 'branch = main'],
    ]);
    expect((await before(text))!.toSorted()).toEqual(['lint flake8', 'test pytest']);
  });

  it('of an earlier stage may not run where the condition of a later one holds without theirs', async () => {
    const text = (test: string, ship: string, more = '') =>
      `language: generic\n${more}jobs:\n  include:\n    - script: pytest\n${test}    - stage: ship\n${ship}      script: sls deploy\n`;
    const when = (condition: string) => `      if: ${condition}\n`;
    const leftOut = (condition: string) => [`test pytest: test / 1 runs it where ${condition}`];
    const open = (condition: string) => [
      `test pytest: ? whether test / 1 runs it too, which it does where ${condition}`,
    ];
    expect(await before(text(when('branch = develop'), when('type = push AND branch = main')))).toEqual(
      leftOut('branch = develop'),
    );
    expect(await before(text(when('branch = develop'), when('branch = main')))).toEqual(
      leftOut('branch = develop'),
    );
    expect(await before(text(when('type = push'), ''))).toEqual(leftOut('type = push'));
    expect(await before(text(when('type = push'), when('branch = main')))).toEqual(open('type = push'));
    expect(await before(text(when('branch =~ /^release/'), when('type = push')))).toEqual(
      open('branch =~ /^release/'),
    );
    expect(
      await before(
        text('', when('type = push'), 'stages: [{ name: test, if: type = pull_request }, ship]\n'),
      ),
    ).toEqual(leftOut('type = pull_request'));
    expect(
      await before(text(when('NOT type = pull_request'), when('tag IS present AND type IN (push)'))),
    ).toEqual(['test pytest']);
    const seen = ['test pytest'];
    expect(await before(text(when('type = push'), when('type = push')))).toEqual(seen);
    expect(await before(text(when('type = push'), when('branch = main  AND type  = push')))).toEqual(seen);
    expect(await before(text('', when('branch = main'), 'if: type = push OR branch = main\n'))).toEqual(seen);
    expect(await before(text('', when('branch = main')))).toEqual(seen);
  });

  it('stand in the order in which stages are listed', async () => {
    expect(
      await before(
        'language: generic\nstages:\n  - test\n  - name: ship\n    if: type = push\njobs:\n  include:\n    - stage: ship\n      script: sls deploy\n    - stage: test\n      script: pytest\n',
      ),
    ).toEqual(['test pytest']);
  });

  it('that are listed are all, unless the matrix makes more than one', async () => {
    const text = (versions: string) =>
      `language: node_js\nnode_js: ${versions}\nscript: npx vitest run\njobs:\n  include:\n    - stage: ship\n      script: npx sls deploy\n`;
    expect((await jobs(text('[20]'))).map(([id]) => id)).toEqual(['ship / 1']);
    expect(await before(text('[20]'))).toEqual([]);
    expect((await jobs(text('[20, 22]'))).map(([id]) => id)).toEqual(['build', 'ship / 1']);
    expect(await before(text('[20, 22]'))).toEqual(['test npx vitest run']);
  });

  it('may fail where a row says so of all that the matrix makes', async () => {
    const text = (rows: string) =>
      `language: node_js\nnode_js: [20, 22]\nscript: npx vitest run\njobs:\n  allow_failures: [${rows}]\n`;
    expect(await jobs(text('{ node_js: 20 }'))).toEqual([['build', null]]);
    expect(await jobs(text('{ node_js: 20 }, { node_js: 22 }'))).toEqual([['build', 'allow_failures']]);
    expect(
      await jobs(
        'language: generic\njobs:\n  include:\n    - { name: api, script: pytest }\n    - { name: site, script: pytest }\n  allow_failures:\n    - name: site\n',
      ),
    ).toEqual([
      ['test / api', null],
      ['test / site', 'allow_failures'],
    ]);
  });

  it('may fail on the system that they run on where none is written', async () => {
    const only = (more: string, os: string) =>
      jobs(`${more}script: pytest\njobs:\n  allow_failures: [{ os: ${os} }]\n`);
    expect(await only('language: generic\n', 'linux')).toEqual([['build', 'allow_failures']]);
    expect(await only('language: generic\n', 'osx')).toEqual([['build', null]]);
    expect(await only('language: generic\nos: osx\n', 'linux')).toEqual([['build', null]]);
    expect(await only('language: swift\n', 'linux')).toEqual([['build', null]]);
  });

  it('have the variables of all jobs and their own; what differs between those of a matrix is open', async () => {
    const deployed = async (env: string, more = '') => {
      const facts = await factsOf(
        travis(`language: generic\nenv:\n${env}script: sls deploy --stage $STAGE\n${more}`),
      );
      const found = facts.filter(({ type }) => type === 'Repository::Deployment');
      return found.map((one) => /"stage":"(\w+)"/.exec(JSON.stringify(at(one, 'deploys')))?.[1]);
    };
    expect(await deployed('  - STAGE=prod REGION="eu-west-1"\n')).toEqual(['production']);
    expect(await deployed('  STAGE: prod\n')).toEqual(['production']);
    expect(await deployed('  global:\n    - STAGE=prod\n')).toEqual(['production']);
    expect(await deployed('  - STAGE=dev\n  - STAGE=prod\n')).toEqual([undefined]);
    expect(await deployed('  - STAGE=prod\n  - OTHER=1\n')).toEqual([undefined]);
    expect(
      await deployed(
        '  global:\n    - STAGE=prod\n  jobs:\n    - A=1\n',
        'jobs:\n  include:\n    - env: A=2\n    - env: STAGE=dev\n',
      ),
    ).toEqual(['production', 'development']);
    expect(
      await deployed('  - &all [A=1]\n', 'jobs:\n  include:\n    - env: [*all, B=2, STAGE=prod]\n'),
    ).toEqual(['production']);
  });
});

it('what a file imports is not seen, and a condition that is false never holds', async () => {
  expect(await ranBy(travis('import: acme/ci:base.yml\nlanguage: generic\nscript: pytest\n'))).toEqual([
    'test pytest',
    '… what .travis.yml imports',
  ]);
  expect(await jobs('language: generic\nif: false\nscript: pytest\n')).toEqual([
    ['build', 'its condition is false'],
  ]);
});

it.each([
  ['', ['push', 'pull_request']],
  ['if: type = push\n', ['push']],
  ['if: type != pull_request\n', ['push']],
  ['if: type IN (push, pull_request)\n', ['push', 'pull_request']],
  ['if: branch = main\n', ['push', 'pull_request']],
])('a build begins where its condition lets it: %j', async (condition, expected) => {
  const [workflow] = await factsOf(travis(`language: generic\nscript: pytest\n${condition}`));
  const [...triggers] = at(workflow!, 'triggers') as readonly Plain[];
  expect(triggers.pop()).toBe('… the cron jobs in the settings of the project');
  expect(triggers.map((one) => (one as { event: string }).event)).toEqual(expected);
});

it.each([
  '',
  '[]',
  'deploy: [1, null, {}]\n',
  'jobs: { include: [null, {}, x] }\n',
  'env: { global: { secure: x } }\n',
])('nothing is made of %j, and nothing breaks', async (text) => {
  const facts = await factsOf(travis(text));
  expect(facts.filter(({ type }) => type === 'Repository::Workflow').length).toBeLessThanOrEqual(1);
});
