import { describe, expect, it } from 'vitest';
import type { MemoryFile } from './support/memory-file-system.ts';
import { factsOf, githubStep, ranBy } from './support/pipeline-facts.ts';

/*
 * How commands end, and what becomes of it; what workspaces run.
 */

describe('an exit code', () => {
  it.each([
    // handed on at the end of the script
    ['set +e\nnpx jest 2>&1 | tee log\nstatus=${PIPESTATUS[0]}\ncat log\nexit "$status"', []],
    ['set +e\nnpx jest\ncode=$?\necho "$code"\nexit $code', []],
    ['set +e\nnpx jest | tee log\nexit ${PIPESTATUS[0]}', []],
    // kept, and another one is handed on
    ['set +e\nnpx jest\ncode=$?\ncode=0\nexit $code', ['? what the script does when it fails']],
    ['set +e\nnpx jest | tee log\ncode=$?\nexit $code', ['its exit status is lost in the pipe to tee']],
    ['set +e\nnpx jest\ncode=$?\nexit 0', ['? what the script does when it fails']],
    ...[
      'if [ "$FORCE" = 1 ]; then code=0; fi',
      '[ $code -eq 5 ] && code=0',
      'export code=0',
      'for one in a b; do code=$(true); done',
    ].map((forgets): [string, string[]] => [
      `set +e\nnpx jest\ncode=$?\n${forgets}\nexit $code`,
      ['? what the script does when it fails'],
    ]),
    ['set +e\nnpx jest\ncode=$?\nif grep -q FAIL log; then code=1; fi\nexit $code', []],
    ['set +e\nset -- npm test -e\nnpx jest\necho done', ['the script goes on after it (no set -e)']],
    [
      'set +e\nnpx jest\ncode=$?\nif [ "$FORCE" = 1 ]; then exit 0; fi\nexit $code',
      ['? what the script does when it fails'],
    ],
  ])('%s', async (text, expected) => {
    const [first] = await ranBy(githubStep(text));
    expect(first).toMatch(/^test npx jest/);
    const why = /^[^(]*\((.*)\)$/.exec(first!)?.[1];
    expect(why === undefined ? [] : [why]).toEqual(expected);
  });

  it.each([
    ['tflint --chdir=infra --force', 'it reports, and stops nothing (--force)'],
    ['ruff check --exit-zero .', 'it reports, and stops nothing (--exit-zero)'],
    ['ruff check -e .', 'it reports, and stops nothing (-e)'],
    ['checkov -d infra --soft-fail', 'it reports, and stops nothing (--soft-fail)'],
  ])('of %s tells nothing of what it found', async (text, why) => {
    expect(await ranBy(githubStep(text))).toEqual([expect.stringContaining(`(${why})`)]);
  });

  it.each([
    ['|| npx cdk deploy', '? how npx cdk deploy ends, which is run where it fails'],
    ['|| scripts/tell.sh', '? how scripts/tell.sh ends, which is run where it fails'],
    ['|| { echo failed; scripts/tell.sh; }', '? how scripts/tell.sh ends, which is run where it fails'],
    ['|| true', '|| true makes good of it'],
    ['|| exit 1', undefined],
    ['|| { echo failed; exit 1; }', undefined],
    ['|| (scripts/tell.sh; false)', undefined],
    ['|| die "no"', undefined],
    ['|| stop', undefined],
    ['|| npx jest --onlyFailures', undefined],
  ])('that something else follows, %s, is that of both', async (answer, why) => {
    const [first] = await ranBy(githubStep(`stop() { echo no; exit 1; }\nnpx jest ${answer}`));
    expect(first).toBe(`test npx jest${why === undefined ? '' : ` (${why})`}`);
  });

  it('of what only sets a linter up is that of no linter', async () => {
    expect(await ranBy(githubStep('tflint --init'))).toEqual([]);
    expect(
      await ranBy({
        '.github/workflows/w.yml':
          'on: push\njobs:\n  j:\n    steps:\n      - uses: terraform-linters/setup-tflint@v6\n',
      }),
    ).toEqual([]);
  });
});

describe('a script of workspaces', () => {
  const member = '{ "name": "api", "devDependencies": { "typescript": "5.9.0" } }';
  const top = '{ "workspaces": ["api"], "scripts": { "tsc": "yarn workspaces run tsc --noEmit" } }';

  it('is not that of the package above them', async () => {
    expect(
      await ranBy({ ...githubStep('yarn tsc'), 'package.json': top, 'api/package.json': member }),
    ).toEqual(['lint tsc --noEmit']);
  });

  it('that none of them has is a program, and open where nobody knows it', async () => {
    const files = { 'package.json': top.replaceAll('tsc', 'ship'), 'api/package.json': member };
    expect(await ranBy({ ...githubStep('yarn ship'), ...files })).toEqual(['… what ship --noEmit does']);
  });

  const tests = (name: string) => `{ "name": "${name}", "scripts": { "test": "node --test" } }`;
  const both = {
    'package.json': '{ "workspaces": ["api", "infra"] }',
    'api/package.json': tests('api'),
    'infra/package.json': tests('infra'),
  };

  it.each(['npm test --workspaces', 'npx lerna run test', 'pnpm -r test'])(
    'tests what has tests, and misses none where there are none: %s',
    async (run) => {
      expect(await ranBy({ ...githubStep(run), ...both, 'api/cards.test.js': '' })).toEqual([
        'test node --test',
      ]);
      const none = 'test node --test (it finds no tests, and ends well)';
      expect(await ranBy({ ...githubStep(run), ...both })).toEqual([none, none]);
    },
  );
});

describe('a script of a package', () => {
  const mayDeploy = async (run: string, files: Readonly<Record<string, MemoryFile>>) =>
    (await factsOf({ ...githubStep(run), ...files })).some(({ type }) => type === 'Repository::Deployment');
  const closed = { error: 'EACCES' } as const;

  it.each(['npm run build', 'npm test', 'npm run ship'])(
    'may deploy where nobody can read it: %s',
    async (run) => {
      expect(await mayDeploy(run, { 'package.json': closed })).toBe(true);
    },
  );

  it.each([
    ['pnpm --filter infra run deploy:dev', true],
    ['yarn workspace infra deploy:test', true],
    ['pnpm --filter infra run test', false],
    ['npm run build', false],
  ])('that is nowhere may deploy where it is called so: %s', async (run, expected) => {
    expect(await mayDeploy(run, { 'api/package.json': '{ "name": "api" }' })).toBe(expected);
  });
});

describe('a container', () => {
  const mayDeploy = async (run: string) =>
    (await factsOf(githubStep(run))).some(({ type }) => type === 'Repository::Deployment');

  it.each([
    'docker run --rm -i acme/query .version package.json',
    'docker run --rm -v "$PWD:/work" -w /work acme/parts "$TARGET" -o json',
    'docker run --rm -v "$(pwd)/out:/out:ro" acme/parts:$PARTS_VERSION "$TARGET"',
    'sudo podman run --volume=$PWD:/work acme/parts "$TARGET"',
    'docker run --rm -v "$PWD:$FOLDER" acme/parts "$TARGET"',
    'docker run --rm -v "$PWD:/work" acme/parts part:/work/list.json',
    'docker run --rm -v "$PWD:/work" acme/parts sh -c "parts --all \\$(ls)"',
  ])('that is given nothing but the folder deploys nothing: %s', async (run) => {
    expect(await mayDeploy(run)).toBe(false);
  });

  it.each([
    'docker run --rm -e AWS_SECRET_ACCESS_KEY acme/parts "$TARGET"',
    'docker run --rm -v ~/.aws:/root/.aws acme/parts "$TARGET"',
    'docker run --rm -v "$PWD:/work" -v /var/run/docker.sock:/var/run/docker.sock acme/parts "$TARGET"',
    'docker run --rm --network host acme/parts "$TARGET"',
    'docker run --rm $OPTIONS acme/parts "$TARGET"',
    'docker run --rm "$IMAGE" "$TARGET"',
    'docker run --rm -v "$PWD:/work" acme/deploy "$TARGET"',
    'env > .env\ndocker run --rm -v "$PWD:/work" acme/parts "$TARGET"',
    'docker run --rm -v "$HOME:$FOLDER" acme/parts "$TARGET"',
    'docker run --rm -e TOKEN acme/parts sh -c "$TARGET"',
  ])('may deploy by what it is given besides: %s', async (run) => {
    expect(await mayDeploy(run)).toBe(true);
  });

  const PULLED = `pulled() {
  local version=latest
  docker pull "\${name}:$version" > /dev/null
  echo "\${name}:$version"
}
`;
  const inScript = (text: string) => ({ 'scripts/parts.sh': text, ...githubStep('./scripts/parts.sh') });

  it('is known by its image where a function of the script gives that', async () => {
    const run = (pulled: string, image: string) =>
      ranBy(inScript(`${pulled}image=$(name=${image} pulled)\ndocker run -v "$PWD":/work "$image" detect\n`));
    expect(await run(PULLED, 'acme/gitleaks')).toEqual([expect.stringMatching(/^scan docker run/)]);
    expect(await run(PULLED, 'acme/parts')).toEqual(['… what detect does']);
    // It may say more, another name, or nothing.
    for (const other of ['echo "pulling"\n', 'name="$OTHER"\n', '[ -n "$CI" ] || return 0\n'])
      expect(await run(PULLED.replace('  local', `  ${other}  local`), 'acme/gitleaks')).toEqual([
        '… what detect does',
      ]);
  });

  it.each([
    [PULLED, 'acme/parts', '', false],
    [PULLED, 'acme/deploy', '', true],
    [PULLED, 'acme/parts', 'env > .env\n', true],
    [PULLED, 'acme/parts', 'aws configure set region eu-west-1\n', true],
    ['', 'acme/parts', '', true],
  ])(
    'in a script deploys nothing where nothing gives it rights (%#)',
    async (pulled, image, before, expected) => {
      const text = `${pulled}image=$(name=${image} pulled)\n${before}docker run -v "$PWD":/work "$image" "$TARGET"\n`;
      const deploys = (await factsOf(inScript(text))).some(({ type }) => type === 'Repository::Deployment');
      expect(deploys).toBe(expected);
    },
  );

  it('whose image is one program runs that', async () => {
    expect(
      await ranBy(githubStep('docker run --rm acme/syft packages dir:/scan\ndocker run acme/jq . a.json')),
    ).toEqual([]);
    const sonar = 'docker run -v "$PWD:/usr/src" sonarsource/sonar-scanner-cli:5';
    expect(await ranBy(githubStep(`${sonar} -Dsonar.token=x`))).toEqual([
      expect.stringMatching(/^scan docker run/),
    ]);
    expect(await ranBy(githubStep(`${sonar} unheard-of --all`))).toEqual(['… what unheard-of --all does']);
    expect(await ranBy(githubStep('docker run -v "$PWD:/work" acme/checker ec --exclude .git'))).toEqual([
      'lint docker run -v "$PWD:/work" acme/checker ec --exclude .git',
    ]);
  });
});
