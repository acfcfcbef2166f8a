import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/catalog/index.generated.ts';
import type { CollectedRepository } from '../src/collect/collected.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { uniquelyNamed } from '../src/collect/repository/addresses.ts';
import { fact, linkTo, type Plain, placeIn } from '../src/collect/repository/fact.ts';
import { manifests } from '../src/collect/repository/manifests/reader.ts';
import type { Reader } from '../src/collect/repository/reader.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { factDefault, factProperty, REPOSITORY_TYPES } from '../src/collect/repository/types.ts';
import { collectRepository } from '../src/index.ts';
import { ALWAYS } from '../src/model/condition.ts';
import type { Value } from '../src/model/value.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';
import { repositoryFixtures } from './support/repository-fixtures.ts';

/*
 * What holds of every fact of the repository, whichever reader made it: it is of a documented type with documented
 * properties, has an address of its own, and stands in a file. Held against all fixtures and examples.
 */
const catalog = fileURLToPath(new URL('../src/catalog', import.meta.url));
const examples = fileURLToPath(new URL('../../../examples', import.meta.url));

const folders = [
  ...CHECKS.filter((c) => c.about === 'repository').flatMap((c) =>
    repositoryFixtures(join(catalog, dirname(globSync(`*/${c.id}/check.ts`, { cwd: catalog })[0]!))).map(
      ({ folder }) => folder,
    ),
  ),
  ...globSync('*/facts.yaml', { cwd: examples }).map((file) => join(examples, dirname(file))),
];

async function collected(path: string): Promise<CollectedRepository> {
  const { repositoryRoot } = await collectRepository({
    path,
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
    languages: ['repository'],
  });
  return repositoryRoot!;
}

async function collectedFrom(files: Readonly<Record<string, MemoryFile>>): Promise<CollectedRepository> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  return collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
}

/** Every property path of a value, `[]` for list members; a list of words is told by its own name. */
function pathsIn(value: Value, path = ''): readonly string[] {
  if (value.kind === 'list') return value.items.flatMap((item) => pathsIn(item, `${path}[]`));
  if (value.kind !== 'object') return [path.replace(/\[\]$/, '')];
  return [...value.members].flatMap(([name, member]) =>
    pathsIn(member, path === '' ? name : `${path}.${name}`),
  );
}

describe('facts of the repository', () => {
  it.each(folders)('are documented, each with an address and a place of its own: %s', async (folder) => {
    const { resources, notSeen } = await collected(folder);
    const undocumented = resources.flatMap(({ type, properties }) =>
      pathsIn(properties).flatMap((path) =>
        factProperty(type, path) === undefined ? [`${type} ${path}`] : [],
      ),
    );
    expect([...new Set(undocumented)]).toEqual([]);
    expect(resources.filter(({ type }) => !Object.hasOwn(REPOSITORY_TYPES, type))).toEqual([]);
    expect(new Set(resources.map(({ address }) => address)).size).toBe(resources.length);
    expect(resources.filter(({ origin }) => origin.at.file === '' || origin.at.line < 1)).toEqual([]);
    expect(resources.filter(({ exists }) => exists !== ALWAYS)).toEqual([]);
    // A place that was not seen says what it could hold: nothing else may become unknown by it.
    expect(notSeen.filter(({ holds }) => holds === undefined || holds.length === 0)).toEqual([]);
  });

  it('are of types that checks can name, and checks name no others', () => {
    const named = CHECKS.filter((c) => c.about === 'repository').flatMap((c) => [c.appliesTo].flat());
    expect(named.filter((type) => type !== 'root' && !Object.hasOwn(REPOSITORY_TYPES, type))).toEqual([]);
    const others = CHECKS.filter((c) => c.about === undefined).flatMap((c) => [c.appliesTo].flat());
    expect(others.filter((type) => type.startsWith('Repository::'))).toEqual([]);
  });

  it('say what holds where a property is left out, and nothing of properties that nobody documented', () => {
    expect(factDefault('Repository::Manifest', 'private')?.value).toBe(false);
    expect(factDefault('Repository::Manifest', 'dependencies[].range')?.value).toBe(null);
    expect(factDefault('Repository::Manifest', 'invented')).toBeUndefined();
    expect(factDefault('AWS::S3::Bucket', 'private')).toBeUndefined();
  });
});

describe('addresses', () => {
  const made = (
    type: 'Repository::Manifest' | 'Repository::Lockfile',
    address: string,
    file: string,
    more = {},
  ) =>
    fact({
      type,
      address,
      at: placeIn(file, 3),
      properties: { path: file, ...more } as { [name: string]: Plain },
    });

  it('that two facts share are told apart by type, file, line and number, and links follow', () => {
    const named = uniquelyNamed([
      made('Repository::Manifest', 'GET /cards', 'a.ts'),
      made('Repository::Manifest', 'GET /cards', 'b.ts'),
      made('Repository::Manifest', 'GET /cards', 'b.ts'),
      made('Repository::Manifest', 'GET /cards', 'b.ts'),
      made('Repository::Lockfile', 'GET /cards', 'c.ts'),
      made('Repository::Manifest', 'last', 'd.ts', {
        lockfile: linkTo('Repository::Lockfile', 'GET /cards', placeIn('d.ts')),
      }),
    ]);
    expect(named.map((f) => f.address)).toEqual([
      'GET /cards',
      'GET /cards (b.ts)',
      'GET /cards (b.ts:3)',
      'GET /cards (b.ts:3, 2)',
      'GET /cards (lockfile)',
      'last',
    ]);
    expect(named.at(-1)!.properties.members.get('lockfile')).toMatchObject({
      value: 'GET /cards',
      via: { address: 'GET /cards (lockfile)' },
    });
  });

  it('of a hundred thousand facts that share one are found in a moment', () => {
    const one = made('Repository::Manifest', 'x', 'x');
    const started = performance.now();
    const named = uniquelyNamed(Array.from({ length: 100_000 }, () => one));
    expect(new Set(named.map((f) => f.address)).size).toBe(100_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('what was not read', () => {
  it('leaves open the types that it could hold', async () => {
    const { notSeen, files } = await collectedFrom({
      'package.json': '{ "name": ',
      'site/package.json': { error: 'EACCES' },
      shared: { link: '../elsewhere' },
      'logo.png': { link: '../logo.png' },
      'api/package-lock.json': { link: '../../../lock.json' },
    });
    const holds = Object.fromEntries(
      [...Map.groupBy(notSeen, ({ what }) => what)].map(([what, places]) => [
        what,
        places.flatMap((place) => place.holds ?? []),
      ]),
    );
    expect(holds['package.json']).toContain('Repository::Manifest');
    expect(holds['package.json']).not.toContain('Repository::Secret');
    expect(holds['site/package.json']).toContain('Repository::Manifest');
    expect(holds['logo.png']).toBeUndefined();
    expect(files.partly.map(({ file, line }) => [file, line])).toEqual([['package.json', 1]]);
    expect(files.skipped).toEqual([{ file: 'site/package.json', why: 'permission denied' }]);
  });

  it('is behind a link that leads out what a file of its name could hold, and anything behind one to a folder', async () => {
    const repository = await openRepository(
      memoryFileSystem({
        '../elsewhere/LICENSE': 'A licence.',
        '../elsewhere/Makefile': 'deploy:\n',
        '../elsewhere/site/index.js': '',
        '../elsewhere/notes.d/a.md': '',
        LICENSE: { link: '../elsewhere/LICENSE' },
        Makefile: { link: '../elsewhere/Makefile' },
        'shop.site': { link: '../elsewhere/site' },
        'package.json': '{}',
      }),
      '/repo',
    );
    const { notSeen } = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
    const holds = new Map(notSeen.map((place) => [place.what, place.holds ?? []]));
    expect(holds.get('LICENSE') ?? []).not.toContain('Repository::Route');
    expect(holds.get('LICENSE') ?? []).not.toContain('Repository::Step');
    expect(holds.get('Makefile') ?? []).not.toContain('Repository::Route');
    expect(holds.get('shop.site')).toHaveLength(Object.keys(REPOSITORY_TYPES).length);
    expect(notSeen.find(({ what }) => what === 'shop.site')?.decidedBy).toBe(
      'putting what the link shop.site leads to in its place, or removing the link',
    );
  });

  it('is what a reader came to no end with, and the rest is read', async () => {
    const endless: Reader = {
      name: 'endless',
      types: ['Repository::Page'],
      wants: () => true,
      read: async () => {
        throw new RangeError('Maximum call stack size exceeded');
      },
    };
    const repository = await openRepository(memoryFileSystem({ 'package.json': '{}' }), '/repo');
    const none = { name: undefined, because: '', known: [] };
    const { notSeen, resources } = await collectRepositoryRoot(repository, none, undefined, [
      endless,
      manifests,
    ]);
    expect(notSeen).toMatchObject([{ what: 'endless of the repository', holds: ['Repository::Page'] }]);
    expect(resources.map(({ address }) => address)).toEqual(['package.json']);
  });

  it('may be anything where a whole folder is', async () => {
    const fs = memoryFileSystem({ 'package.json': '{}', 'services/a/package.json': '{}' });
    const closed = {
      ...fs,
      readDirectory: async (path: string) => {
        if (path.endsWith('/services')) throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
        return fs.readDirectory(path);
      },
    };
    const repository = await openRepository(closed, '/repo');
    const { notSeen } = await collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
    expect(notSeen.map(({ what, holds }) => [what, holds?.length])).toEqual([
      ['services', Object.keys(REPOSITORY_TYPES).length],
    ]);
  });
});

describe('templates of pages', () => {
  it.each([
    [
      'a.vue',
      '<script setup>\nconst { note } = defineProps({ note: Object });\n</script>\n<p v-html="note.text" />',
      [true],
    ],
    ['a.vue', '<script>\nexport default { props: ["note"] };\n</script>\n<p v-html="note" />', [true]],
    ['a.vue', '<p v-html="DOMPurify.sanitize(note.text)" /><!-- <p v-html="note" /> -->', [false]],
    ['a.vue', '<p v-html="escapeHtml(note.title) + note.text" />', ['unknown']],
    ['a.vue', '<p v-html="unescape(note)" /><p v-html="\'&nbsp;\'" />', ['unknown', false]],
    ['a.svelte', '<script>\nexport let note;\n</script>\n{@html note.text}', [true]],
    ['a.svelte', '{@html $found.text}', ['unknown']],
    ['a.astro', '---\nconst { text } = Astro.props;\n---\n<p set:html={text} />', [true]],
    ['a.astro', '<p>{text}</p>', []],
  ])('make markup of what they are handed: %s %s', async (file, text, raw) => {
    const { resources } = await collectedFrom({ [`site/${file}`]: text });
    const page = resources.find(({ type }) => type === 'Repository::Page');
    const markup = page?.properties.members.get('markup');
    const told =
      markup?.kind !== 'list'
        ? undefined
        : markup.items.map((item) => {
            const own = item.kind === 'object' ? item.members.get('raw') : undefined;
            return own?.kind === 'known' ? own.value : own?.kind;
          });
    expect(told).toEqual(raw);
  });
});
