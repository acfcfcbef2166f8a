import { openRepository } from '../../src/collect/files/open.ts';
import type { RepositoryFact } from '../../src/collect/repository/fact.ts';
import { pipelines } from '../../src/collect/repository/pipelines/reader.ts';
import { collectRepositoryRoot } from '../../src/collect/repository/repository-root.ts';
import type { Value } from '../../src/model/value.ts';
import { type MemoryFile, memoryFileSystem } from './memory-file-system.ts';

/** A value as plain data; what is open tells what would decide it. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/** A value as plain data. */
export function plain(value: Value): Plain {
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      return [...value.items.map(plain), ...(value.open === undefined ? [] : [`… ${value.open.decidedBy}`])];
    case 'object':
      return Object.fromEntries([...value.members].map(([name, member]) => [name, plain(member)]));
    case 'unknown':
      return `? ${value.decidedBy}`;
    default:
      return null;
  }
}

/** What the reader of pipelines makes of some files. */
export async function factsOf(
  files: Readonly<Record<string, MemoryFile>>,
): Promise<readonly RepositoryFact[]> {
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const environment = { name: undefined, because: '', known: [] };
  const { resources } = await collectRepositoryRoot(repository, environment, undefined, [pipelines]);
  return resources as readonly RepositoryFact[];
}

/** A property of a fact as plain data. */
export const at = (fact: RepositoryFact, name: string): Plain => {
  const value = fact.properties.members.get(name);
  return value === undefined ? null : plain(value);
};

/** `kind text` of each command of each step that does more than prepare, with why it cannot fail. */
export async function ranBy(files: Readonly<Record<string, MemoryFile>>): Promise<readonly string[]> {
  const steps = (await factsOf(files)).filter(({ type }) => type === 'Repository::Step');
  return steps.flatMap((step) => {
    const never = at(step, 'neverRuns');
    return (at(step, 'commands') as readonly Plain[]).flatMap((command) => {
      if (typeof command === 'string') return [command];
      const { kind, text, cannotFail } = command as Record<string, string>;
      if (kind === 'other') return [];
      const marks = [cannotFail, never === null ? undefined : `never: ${never}`].filter(
        (mark) => mark !== undefined,
      );
      return [`${kind} ${text}${marks.length > 0 ? ` (${marks.join('; ')})` : ''}`];
    });
  });
}

/** A workflow with one step that runs some lines. */
export const githubStep = (run: string, more = ''): Readonly<Record<string, string>> => ({
  '.github/workflows/w.yml': `on: push\njobs:\n  j:\n    steps:\n      - ${more}run: |\n${run.replace(/^/gm, '          ')}\n`,
});
