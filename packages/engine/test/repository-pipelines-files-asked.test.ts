import { describe, expect, it } from 'vitest';
import { at, factsOf, githubStep, ranBy } from './support/pipeline-facts.ts';

/*
 * Conditions that ask for a file of the repository.
 */

const GUARDED = 'if [ -f scripts/ship.sh ]; then ./scripts/ship.sh; else npx vitest run; fi';
const SHIP = { 'scripts/ship.sh': 'cdk deploy --all\n' };
const OTHER = { 'scripts/other.sh': 'echo other\n' };

describe('what runs where a file is there', () => {
  it.each([
    ['it is in the repository', GUARDED, SHIP, ['deploy cdk deploy --all']],
    ['it is not', GUARDED, OTHER, ['test npx vitest run']],
    ['it is asked behind a name', `FILE=./scripts/ship.sh\n[ -e "$FILE" ] && exec $FILE`, OTHER, []],
    ['it shall not be', '[ ! -e scripts/ship.sh ] && npx vitest run', OTHER, ['test npx vitest run']],
    ['it shall not be and is', '[ ! -e scripts/ship.sh ] && npx vitest run', SHIP, []],
    ['test asks for it', 'test -x scripts/ship.sh && ./scripts/ship.sh', OTHER, []],
    ['it is asked from a folder', 'cd api && if [ -f Makefile ]; then make; fi', { 'api/app.ts': '' }, []],
    [
      'rules of git are on others',
      GUARDED,
      { ...OTHER, '.gitignore': '**/.cache/*\n*.log\n!*.sh\n' },
      ['test npx vitest run'],
    ],
    ['it is at the top', 'if [[ -f Makefile ]]; then make deploy; fi', {}, []],
  ])('is known: %s', async (_, text, files, expected) => {
    expect(await ranBy({ ...githubStep(text), ...files })).toEqual(expected);
  });

  const both = ['test npx vitest run', '… what scripts/ship.sh does, which is not in the repository'];
  it.each([
    ['a step makes it', `cp ship.tpl scripts/ship.sh\n${GUARDED}`, OTHER],
    ['a script makes it', GUARDED, { 'scripts/other.sh': 'echo "cdk deploy" > scripts/ship.sh\n' }],
    ['git leaves it out', GUARDED, { ...OTHER, '.gitignore': 'ship*\n' }],
    ['git leaves its folder out', GUARDED, { ...OTHER, 'web/.gitignore': '/scripts/\n' }],
    ['rules of git cannot be read', GUARDED, { ...OTHER, '.gitignore': { error: 'EACCES' } as const }],
    ['a script cannot be read', GUARDED, { ...OTHER, 'scripts/more.sh': { error: 'EACCES' } as const }],
    ['its folder is none of the repository', GUARDED, {}],
    ['files come to the top', `tar xf all.tar\n${GUARDED.replaceAll('scripts/', '')}`, OTHER],
  ])('is not where %s', async (_, text, files) => {
    const ran = await ranBy({ ...githubStep(text), ...files });
    expect(ran.map((one) => one.replace('scripts/', ''))).toEqual(
      both.map((one) => one.replace('scripts/', '')),
    );
  });

  it.each([
    'uses: actions/checkout@v6\n        with: { repository: acme/tools }',
    'uses: actions/download-artifact@v6',
  ])('is not where files of others lie among them: %s', async (step) => {
    const workflow = githubStep(GUARDED, `${step}\n      - `);
    expect((await ranBy({ ...workflow, ...OTHER })).slice(1)).toEqual(both);
  });

  it.each([
    '[ -f scripts/ship.sh ] || exit 1',
    '[ -f scripts/ship.sh ] || { echo none; exit 1; }',
    '[ -f scripts/ship.sh ] && echo one || exit 1',
    'if [ ! -f scripts/ship.sh ]; then exit 1; fi',
    'if [ -f scripts/ship.sh ]; then echo one; else exit 1; fi',
  ])('is not where the script counts on it: %s', async (text) => {
    expect(await ranBy({ ...githubStep(`${text}\nnpx vitest run`), ...OTHER })).toEqual([
      'test npx vitest run',
    ]);
  });

  it('ends where it may well be none', async () => {
    const text = '[ -f scripts/ship.sh ] || exit 0\nnpx vitest run';
    expect(await ranBy({ ...githubStep(text), ...OTHER })).toEqual([]);
  });

  it.each([
    ['made by tools', 'if [ -f coverage.xml ]; then npx vitest run; fi', {}],
    ['of one machine', 'if [ -f scripts/local.sh ]; then npx vitest run; fi', OTHER],
    ['open', 'if [ -f "$FILE" ]; then npx vitest run; fi', {}],
    ['elsewhere', 'if [ -f /opt/setup.sh ]; then npx vitest run; fi', {}],
    ['in a folder that is not known', 'cd "$DIR"\nif [ -f Makefile ]; then npx vitest run; fi', {}],
    ['taken away', 'rm -f scripts/ship.sh\nif [ ! -f scripts/ship.sh ]; then npx vitest run; fi', SHIP],
    ['asked whether it has something in it', 'if [ ! -s scripts/ship.sh ]; then npx vitest run; fi', SHIP],
    [
      'in a container',
      `docker run acme/parts sh -c 'if [ ! -f scripts/ship.sh ]; then npx vitest run; fi'`,
      SHIP,
    ],
  ])('is not where it is %s', async (_, text, files) => {
    const ran = await ranBy({ ...githubStep(text), ...files });
    expect(ran.at(-1)).toMatch(/^test npx vitest run/);
  });

  it('is not where people run it themselves', async () => {
    const Makefile = 'test:\n\t[ ! -f scripts/ship.sh ] || ./scripts/ship.sh\n\tnpx vitest run\n';
    const facts = await factsOf({ ...OTHER, Makefile: Makefile.replace('./scripts/ship.sh', 'npx jest') });
    const [target] = facts.filter(({ type }) => type === 'Repository::TestTarget');
    expect(at(target!, 'tests')).toHaveLength(2);
  });
});
