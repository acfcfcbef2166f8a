import { type Dependency, dependenciesIn, isExactForPip, requirementIn } from './dependency.ts';
import type { ReadManifest } from './reader.ts';

/** Files of requirements that say by their name that they are not for running. */
const DEVELOPMENT = /(^|[-_./])(dev|development|test|tests|testing|lint|docs?|ci|build)([-_.]|$)/i;

/** A file of requirements as pip reads it. Options, includes and constraints are no packages. */
export function requirements(file: string, text: string): ReadManifest {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const kind = DEVELOPMENT.test(name) ? 'development' : 'runtime';
  const dependencies = statements(text).flatMap(({ line, said }): Dependency[] => {
    if (said.startsWith('-') || said.startsWith('.') || said.startsWith('/')) return [];
    const bare = said.replace(/\s--\w.*$/, '');
    const found = requirementIn(bare);
    if (found === undefined) return [];
    return [{ ...found, kind, exact: isExactForPip(found.range), line }];
  });
  return {
    ecosystem: 'python',
    workspaces: [],
    properties: { tool: 'pip', dependencies: dependenciesIn(file, dependencies) },
  };
}

/** Lines without comments, those that a backslash continues put together. */
function statements(text: string): readonly { readonly line: number; readonly said: string }[] {
  const found: { line: number; said: string }[] = [];
  let open: { line: number; said: string } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const bare = raw.replace(/(^|\s)#.*$/, '');
    const continues = bare.endsWith('\\');
    const part = continues ? bare.slice(0, -1) : bare;
    open = open === undefined ? { line: index + 1, said: part } : { ...open, said: `${open.said}${part}` };
    if (continues) continue;
    if (open.said.trim() !== '') found.push({ line: open.line, said: open.said.trim() });
    open = undefined;
  }
  if (open !== undefined && open.said.trim() !== '') found.push({ line: open.line, said: open.said.trim() });
  return found;
}
