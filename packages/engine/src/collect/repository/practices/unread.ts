import type { Program } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';

/**
 * A file of code that was not read, or not as a whole: callers and users of things may be in it. Markup that was not read
 * calls nothing but scripts: it is such a file where one of these is asked about.
 */
export function unreadIn(program: Program, of?: Pick<SourceModule, 'language'>): string | undefined {
  const before = known.get(program) ?? found(program);
  known.set(program, before);
  return before.code ?? (of?.language === 'script' ? before.markup : undefined);
}

interface UnreadFiles {
  readonly code: string | undefined;
  readonly markup: string | undefined;
}

function found(program: Program): UnreadFiles {
  const broken = [...program.modules.values()].filter(({ problems }) => problems.length > 0);
  const inCode = broken.find(({ problems }) => problems.some(({ inMarkup }) => !inMarkup));
  return { code: program.unread[0]?.file ?? inCode?.file, markup: broken[0]?.file };
}

const known = new WeakMap<Program, UnreadFiles>();
