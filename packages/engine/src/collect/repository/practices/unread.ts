import type { Program } from '../code/names/program.ts';

/** A file of code that was not read, or not as a whole: callers and users of things may be in it. */
export function unreadIn(program: Program): string | undefined {
  const before = known.get(program);
  if (before !== undefined) return before.file;
  const broken = [...program.modules.values()].find(({ problems }) => problems.length > 0);
  const file = program.unread[0]?.file ?? broken?.file;
  known.set(program, { file });
  return file;
}

const known = new WeakMap<Program, { readonly file: string | undefined }>();
