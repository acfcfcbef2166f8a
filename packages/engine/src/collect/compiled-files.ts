import type { Repository } from './files/repository.ts';

type Files = Pick<Repository, 'has' | 'text'>;

/**
 * The file of TypeScript beside a file of JavaScript that its compiler made of it, where the made one says so itself and is made
 * of what the other says now. One that is older runs as it is, and is code of its own.
 */
export async function compiledFrom(path: string, files: Files): Promise<string | undefined> {
  const source = sourcesOf(path).find((one) => files.has(one));
  if (source === undefined) return undefined;
  const [made, written] = await Promise.all([files.text(path), files.text(source)]);
  if (made.kind !== 'text' || written.kind !== 'text') return undefined;
  return isMadeOf({ path, text: made.text }, { path: source, text: written.text }) ? source : undefined;
}

/** Sources: TypeScript 4.7 release notes, `.mts` and `.cts`; compiler option `jsx`. */
function sourcesOf(path: string): readonly string[] {
  const [, stem, ending] = /^(.+)\.([mc]?jsx?)$/.exec(path) ?? [];
  switch (ending) {
    case 'js':
      return [`${stem}.ts`, `${stem}.tsx`];
    case 'jsx':
      return [`${stem}.tsx`];
    case 'mjs':
    case 'cjs':
      return [`${stem}.${ending[0]}ts`];
  }
  return [];
}

interface File {
  readonly path: string;
  readonly text: string;
}

function isMadeOf(made: File, source: File): boolean {
  const map = /^\/\/# sourceMappingURL=(\S+)\s*$/m.exec(
    made.text.slice(made.text.lastIndexOf('\n//#') + 1),
  )?.[1];
  if (map === undefined) return PROLOGUE.test(made.text) && saysTheSame(made.text, source.text);
  const inside = /^data:application\/json;(?:[\w=-]+;)*base64,(.+)$/.exec(map)?.[1];
  if (inside === undefined) return map === `${nameOf(made.path)}.map` && saysTheSame(made.text, source.text);
  const { sources, contents } = mapOf(inside);
  if (sources.length !== 1 || nameOf(sources[0]!) !== nameOf(source.path)) return false;
  return contents[0] === undefined
    ? saysTheSame(made.text, source.text)
    : withPlainEnds(contents[0]) === withPlainEnds(source.text);
}

/** How the compiler begins a module of CommonJS, helpers between the two. */
const PROLOGUE =
  /^(?:#![^\n]*\n)?(?:\/\*[\s\S]*?\*\/\s*)?"use strict";[\s\S]*?^Object\.defineProperty\(exports, "__esModule", \{ value: true \}\);/m;

function mapOf(encoded: string): {
  readonly sources: readonly string[];
  readonly contents: readonly (string | undefined)[];
} {
  try {
    const { sources, sourcesContent } = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8'));
    return { sources: texts(sources).map((one) => one ?? ''), contents: texts(sourcesContent) };
  } catch {
    return { sources: [], contents: [] };
  }
}

function texts(list: unknown): readonly (string | undefined)[] {
  return Array.isArray(list) ? list.map((one) => (typeof one === 'string' ? one : undefined)) : [];
}

/**
 * Where the made file does not hold what it was made of: both call the same, throw and ask as often, and the made one has no text
 * that the other has not. What only one of them does is of another day.
 */
function saysTheSame(made: string, source: string): boolean {
  const [then, now] = [spoken(made.replace(HELPERS, '')), spoken(source)];
  const byDefault = new Set([...source.matchAll(IMPORTED_BY_DEFAULT)].map(([, name]) => name!));
  return (
    [...now.calls].every((name) => then.calls.has(name) || byDefault.has(name)) &&
    [...then.calls].every((name) => now.calls.has(name) || OF_COMPILER.test(name)) &&
    then.throws === now.throws &&
    then.asks >= now.asks &&
    then.texts.every((text) => now.all.includes(text) || OF_COMPILER.test(text))
  );
}

/** `var __awaiter = (this && this.__awaiter) || function …`, each to the line on which it ends. */
const HELPERS = /^var __\w+ = \(this && this\.__\w+\) \|\| [\s\S]*?^\}[()]*;$/gm;

/** Called `default` in what is made of it, behind a name of the compiler's own. */
const IMPORTED_BY_DEFAULT = /^\s*import\s+([A-Za-z_$][\w$]*)\s*(?:,|from\b)/gm;

/** Names and texts that the compiler puts in by itself. */
const OF_COMPILER =
  /^(?:__\w+|_\w|defineProperty|hasOwnProperty|call|apply|bind|concat|assign|require|function|use strict|default|design:\w+|next|label|sent|trys|push|get|set)$/;

/** What a text calls, says, throws and asks; comments are none of it. */
function spoken(text: string) {
  const strings: string[] = [];
  const code = text.replace(STRINGS_AND_COMMENTS, (found) => {
    if (found.startsWith('/')) return ' ';
    strings.push(found);
    return found.startsWith('`') ? found : "''";
  });
  const calls = [...code.matchAll(/([A-Za-z_$][\w$]*)\)?\s*(?:<[^()<>;]*>)?\(/g)]
    .map(([, name]) => name!)
    .filter((name) => !KEYWORDS.test(name));
  const plain = strings.filter((one) => !one.startsWith('`')).map((one) => bare(one.slice(1, -1)));
  return {
    calls: new Set(calls),
    texts: plain,
    all: bare(text),
    throws: code.match(/\bthrow\b/g)?.length ?? 0,
    asks: code.match(/\bif\s*\(/g)?.length ?? 0,
  };
}

const STRINGS_AND_COMMENTS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/g;
const KEYWORDS =
  /^(?:if|for|while|switch|catch|function|return|typeof|await|super|constructor|async|of|in|new|void|delete|yield|case|throw|import|instanceof|else|do)$/;

function bare(text: string): string {
  return text.replaceAll('\\', '');
}

function withPlainEnds(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
