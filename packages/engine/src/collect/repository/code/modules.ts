import { onceFor } from '../../../once-for.ts';
import type { SourceOfFiles } from '../reader.ts';
import { lieApart } from './apart.ts';
import { codeLeftOver, type UnreadFile, whyUnread } from './most-code.ts';
import { isReadableCode, parseModule } from './syntax/parse.ts';
import { LONGEST_MODULE } from './syntax/parse-code.ts';
import type { SourceModule } from './syntax/source-module.ts';

/** The application's own code, as far as its languages are read. */
export interface SourceModules {
  /** By path, sorted. */
  readonly modules: ReadonlyMap<string, SourceModule>;
  /** Files in these languages that were not read. */
  readonly unread: readonly UnreadFile[];
  /** Those that are too long to be read, and to which nothing leads: no code of the application. */
  readonly apart: readonly UnreadFile[];
}

/** All modules of a repository, parsed once, whichever readers ask. Tests, examples, generated and vendored code are not among them. */
export const modulesOf = onceFor(parseAll);

/**
 * A file of code, parsed once, whichever readers ask for it: tests are looked at for what they compare and for what they run at
 * once. `undefined` where it is no code, or too large, or one too many: {@link whyUnread}.
 */
export async function moduleOf(
  source: SourceOfFiles,
  file: string,
  text: string,
): Promise<SourceModule | undefined> {
  if ((await codeLeftOver(source)).has(file)) return undefined;
  const known = parsedIn(source);
  const parse = () => parseModule(file, text, source.parser);
  const parsed = known.get(file) ?? source.parsedFiles?.later('code', file, text, parse) ?? parse();
  known.set(file, parsed);
  return parsed;
}

const parsedIn = onceFor((_: SourceOfFiles) => new Map<string, Promise<SourceModule | undefined>>());

/** Whether a file is one of {@link modulesOf}: what readers of code want. */
export function isModule(path: string, kind: ReturnType<SourceOfFiles['kind']>): boolean {
  return kind === 'source' && isReadableCode(path);
}

async function parseAll(source: SourceOfFiles): Promise<SourceModules> {
  await parseAhead(source);
  const modules = new Map<string, SourceModule>();
  const unread: UnreadFile[] = [];
  const long: UnreadFile[] = [];
  for (const file of source.paths) {
    if (!isModule(file, source.kind(file))) continue;
    const text = await source.text(file);
    if (text.kind === 'skipped') {
      unread.push({ file, why: text.why });
      continue;
    }
    const module = await moduleOf(source, file, text.text);
    if (module !== undefined) modules.set(file, module);
    else (text.text.length > LONGEST_MODULE ? long : unread).push(await whyUnread(source, file));
  }
  const named = long.map(({ file }) => file);
  if (long.length === 0 || !(await lieApart(named, source)))
    return { modules, unread: [...unread, ...long], apart: [] };
  const why = 'too long to be read as code, and nothing runs, imports or packages it';
  return { modules, unread, apart: long.map(({ file }) => ({ file, why })) };
}

/** Another thread parses what readers of code and of tests will ask for, while this one reads what is parsed already. */
async function parseAhead(source: SourceOfFiles): Promise<void> {
  if (source.parser === undefined) return;
  for (const file of source.paths) {
    if (!isReadableCode(file) || !/^(source|test)$/.test(source.kind(file))) continue;
    const text = await source.text(file);
    // Whoever asks for the file is told what went wrong with it.
    if (text.kind === 'text') void moduleOf(source, file, text.text).catch(() => undefined);
  }
}
