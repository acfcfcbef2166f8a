import { expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { programOf } from '../src/collect/repository/code/names/program.ts';
import { callsHandedStatements } from '../src/collect/repository/joins/handed-statements.ts';
import { sourceOf } from '../src/collect/repository/repository-root.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/** The lines of a file whose calls may be handed a statement. */
async function linesHanded(text: string): Promise<readonly number[]> {
  const repository = await openRepository(memoryFileSystem({ 'find.ts': text }), '/repo');
  const program = await programOf(
    await sourceOf(repository, { name: undefined, because: '', known: [] }, []),
  );
  const [module] = program.modules.values();
  return callsHandedStatements(program, module!).map(({ call }) => call.at.line);
}

/** A text of which every value is made of any that it had before: the ways that lead back grow with each step. */
const filled = (beginning: string) =>
  [
    "import { load, sql } from 'letters';",
    'export async function find(values) {',
    `  let text = ${beginning};`,
    ...Array.from({ length: 7 }, (_, n) => `  text = text.replace('{${n}}', values[${n}]);`),
    '  return client.query(text);',
    '}',
  ].join('\n');

it('comes to an end where a text is made of itself again and again', async () => {
  expect(await linesHanded(filled("load('letter.txt')"))).toEqual([]);
});

it('finds the statement that such a text may be', async () => {
  expect(await linesHanded(filled("sql('SELECT name FROM friends WHERE town = {0}')"))).toContain(11);
});
