import { beforeAll, describe, expect, it } from 'vitest';
import type { CollectedRepository } from '../src/collect/collected.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { MOST_CODE } from '../src/collect/repository/code/most-code.ts';
import { LONGEST_MODULE } from '../src/collect/repository/code/syntax/parse-code.ts';
import { collectRepositoryRoot } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/*
 * What a repository says in code is kept until all of it is judged: one of any size must leave the process alive, and what
 * was not read must be unknown.
 */
const route = (path: string) =>
  `import express from 'express';\nconst app = express();\napp.get('${path}', (req, res) => res.json({}));\n`;
const test = `import { expect, it } from 'vitest';\nit('adds', () => { expect(1 + 1).toBe(2); });\n`;
/** Long for its reader, and short for its parser. */
const filled = (size: number) => `// ${'-'.repeat(96)}\n`.repeat(size / 100);

async function collected(files: Readonly<Record<string, string>>): Promise<CollectedRepository> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  return collectRepositoryRoot(repository, { name: undefined, because: '', known: [] });
}

const routesIn = ({ resources }: CollectedRepository) =>
  resources.filter(({ type }) => type === 'Repository::Route').map(({ address }) => address);

describe('more code than is read in one repository', () => {
  const SIZE = 500_000;
  const parts = Object.fromEntries(
    Array.from({ length: Math.floor(MOST_CODE / SIZE) }, (_, n) => [
      `src/parts/${String(n).padStart(3, '0')}.ts`,
      filled(SIZE),
    ]),
  );
  let repository: CollectedRepository;

  beforeAll(async () => {
    repository = await collected({
      'src/a.ts': route('/read'),
      ...parts,
      'src/z1.ts': route('/late'),
      'src/z2.ts': route('/later'),
      'src/z3.ts': route('/latest'),
      'src/a.test.ts': test,
    });
  });

  it('is read in the order of paths, as far as there is room', () => {
    expect(routesIn(repository)).toEqual([expect.stringContaining('/read')]);
  });

  it('is told file by file, tests after what they test', () => {
    const behind = 'behind the 16,000,000 characters of code that are read in one repository';
    const late = ['src/a.test.ts', 'src/parts/031.ts', 'src/z1.ts', 'src/z2.ts', 'src/z3.ts'];
    const skipped = repository.files.skipped.toSorted((a, b) => (a.file < b.file ? -1 : 1));
    expect(skipped).toEqual(late.map((file) => ({ file, why: behind })));
  });

  it('keeps open what it could hold, and says in one line what would decide it', () => {
    const places = repository.notSeen.filter(({ holds }) => holds?.includes('Repository::Route'));
    expect(places).toEqual([
      expect.objectContaining({
        what: 'src/parts/031.ts and 3 more',
        decidedBy: 'assessing the folders of the repository one by one',
      }),
    ]);
  });
});

it('reads no single file that is longer than people write, and says so', async () => {
  const long = `${filled(LONGEST_MODULE)}${route('/hidden')}`;
  const repository = await collected({ 'src/app.ts': route('/read'), 'src/long.ts': long });
  expect(routesIn(repository)).toEqual([expect.stringContaining('/read')]);
  expect(repository.files.skipped).toEqual([
    { file: 'src/long.ts', why: 'larger than the limit of 600000 characters for code' },
  ]);
  expect(repository.notSeen.map(({ decidedBy }) => decidedBy)).toContain('making src/long.ts readable');
});
