/** How a language writes what is no code: texts that go over lines stand first. */
interface Marks {
  /** Whether names may be written between backquotes, with blanks and apostrophes in them. */
  readonly quotesNames?: true;
  /** What begins a text, with what ends it and whether a backslash there stands before a sign, or what ends it is written twice. */
  readonly texts: readonly (readonly [begins: string, ends: string, escapes: boolean | 'doubled'])[];
}

const GO: Marks = {
  texts: [
    ['`', '`', false],
    ['"', '"', true],
    ["'", "'", true],
  ],
};
const JVM: Marks = {
  texts: [
    ['"""', '"""', true],
    ['"', '"', true],
    ["'", "'", true],
  ],
};

const DOTNET: Marks = {
  texts: [
    ['"""', '"""', false],
    ['@"', '"', 'doubled'],
    ['@$"', '"', 'doubled'],
    ['"', '"', true],
    ["'", "'", true],
  ],
};

const KOTLIN: Marks = { ...JVM, quotesNames: true };

const MARKS: Readonly<Record<string, Marks>> = { go: GO, java: JVM, kt: KOTLIN, cs: DOTNET };

/**
 * The same text, of the same length and lines, with blanks for comments and for what stands in texts: what is left is code.
 * `undefined` for other languages, and where a comment or text does not end.
 */
export function bareCode(text: string, ending: string): string | undefined {
  const marks = Object.hasOwn(MARKS, ending) ? MARKS[ending] : undefined;
  if (marks === undefined) return undefined;
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const name = marks.quotesNames === true ? quotedName(text, at) : undefined;
    if (name !== undefined) {
      parts.push(name.replace(/[(){}[\]@"']/g, '_'));
      at += name.length;
      continue;
    }
    const end = endOfOther(text, at, marks);
    if (end === undefined) return undefined;
    parts.push(end === at ? text[at]! : text.slice(at, end).replace(/[^\n]/g, ' '));
    at = Math.max(end, at + 1);
  }
  return parts.join('');
}

function quotedName(text: string, at: number): string | undefined {
  return text[at] === '`' ? /^`[^`\n]+`/.exec(text.slice(at, at + 300))?.[0] : undefined;
}

/** Where the comment or text that begins here ends, `at` itself for code, and nothing where it does not end. */
function endOfOther(text: string, at: number, { texts }: Marks): number | undefined {
  if (text.startsWith('//', at)) return lineEnd(text, at);
  if (text.startsWith('/*', at)) return after(text.indexOf('*/', at + 2), 2);
  const found = texts.find(([begins]) => text.startsWith(begins, at));
  if (found === undefined) return at;
  const [begins, ends, escapes] = found;
  const spansLines = begins.length > 1 || begins === '`';
  for (let end = at + begins.length; end < text.length; end++) {
    if (escapes === true && text[end] === '\\') end++;
    else if (escapes === 'doubled' && text.startsWith(ends + ends, end)) end++;
    else if (text.startsWith(ends, end)) return end + ends.length;
    else if (text[end] === '\n' && !spansLines) return undefined;
  }
  return undefined;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function after(index: number, length: number): number | undefined {
  return index === -1 ? undefined : index + length;
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };

/** Behind the bracket that closes the one at `at`, in bare code; nothing where none does. */
export function behindBracket(bare: string, at: number): number | undefined {
  const opens = bare[at] ?? '';
  const closes = CLOSES[opens];
  let depth = 0;
  for (let end = at; end < bare.length; end++) {
    if (bare[end] === opens) depth++;
    else if (bare[end] === closes && --depth === 0) return end + 1;
  }
  return undefined;
}
