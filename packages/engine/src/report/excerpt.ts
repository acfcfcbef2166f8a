import type { Location } from '../model/origin.ts';
import { hidden, namesSecret, redactLine, withoutGivenSecrets } from '../model/redaction.ts';

/** Source text as a report may ask for it. Nothing for files that are not there or not text. */
export interface Sources {
  excerpt(file: string, line: number, endLine: number): readonly SourceLine[];
}

export interface SourceLine {
  readonly line: number;
  readonly text: string;
}

/** A line ready to be shown: without secrets, with the part that decided. */
export interface ExcerptLine extends SourceLine {
  /** Characters `[from, to)` of the text that decided. */
  readonly mark?: { readonly from: number; readonly to: number };
}

/** Lines before an excerpt that are read, not shown, to know whose value a line is: `variable "password" {`. */
const LOOK_BACK = 15;
const LONGEST_LINE = 200;
/** Lines that are longer are written by programs: their beginning tells nobody anything. */
const LONGEST_READ = 5000;
/** The body of a private key of 16,384 bits has some 12,500 characters. */
const LONGEST_KEY = 20_000;

/** The lines of a place with `context` lines around it, at most `longest`, without secrets, the deciding part marked. */
export function excerptOf(
  sources: Sources,
  at: Location,
  { context, longest }: { readonly context: number; readonly longest: number },
): readonly ExcerptLine[] {
  if (at.line < 1) return [];
  const from = Math.max(1, at.line - context);
  const to = Math.min(Math.max(at.endLine, at.line) + context, from + longest - 1);
  const read = sources.excerpt(at.file, Math.max(1, from - LOOK_BACK), to);
  const safe = withoutSecrets(read);
  return safe.flatMap((shown, index): ExcerptLine[] => {
    if (shown.line < from || shown.line > to) return [];
    const original = read[index]!.text;
    const text = shown.text.length > LONGEST_LINE ? `${shown.text.slice(0, LONGEST_LINE - 1)}…` : shown.text;
    const mark = shown.line === at.line ? markOf(text, at, original === shown.text) : undefined;
    return [mark === undefined ? { line: shown.line, text } : { line: shown.line, text, mark }];
  });
}

function markOf(text: string, at: Location, unchanged: boolean): { from: number; to: number } | undefined {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const exact = unchanged && at.endLine === at.line && at.column >= 1 && at.endColumn >= at.column;
  if (exact && at.endColumn === at.column) return markAt(text, at);
  const from = exact ? Math.max(start, at.column - 1) : start;
  const to = exact ? Math.min(end, at.endColumn) : end;
  if (to > from) return { from, to };
  return end > start ? { from: start, to: end } : undefined;
}

/** A point stands for the word there; the beginning of a file for all of it, of which no word decided. */
function markAt(text: string, { line, column }: Location): { from: number; to: number } | undefined {
  if ((line === 1 && column === 1) || column > text.length) return undefined;
  const from = column - 1;
  const word = /^[\w$]+/.exec(text.slice(from))?.[0] ?? text[from]!;
  return { from, to: from + word.length };
}

/**
 * Lines of any of HCL, YAML, JSON and code without secrets. Beyond single lines: the literal of a `default` or `value`
 * that belongs to a secret's name further up, the body of a private key, and what a command is given on lines of its own.
 */
export function withoutSecrets(lines: readonly SourceLine[]): readonly SourceLine[] {
  let owner: number | undefined;
  let inKey = false;
  return withoutSecretsOfCommands(lines).map(({ line, text }) => {
    if (text.length > LONGEST_READ) {
      owner = undefined;
      const end = text.slice(-LONGEST_KEY);
      inKey = end.lastIndexOf('-----BEGIN') > end.lastIndexOf('-----END');
      return { line, text: `(a line of ${text.length.toLocaleString('en')} characters)` };
    }
    if (inKey || /^\s*["']?[A-Za-z0-9+/]{40,}={0,2}["',\\n]*\s*$/.test(text)) {
      if (/-----END [A-Z ]*KEY-----/.test(text)) inKey = false;
      return { line, text: text.replace(/\S.*$/, (secret) => hidden(secret)) };
    }
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text) && !/-----END/.test(text)) inKey = true;
    const indent = text.length - text.trimStart().length;
    const blank = text.trim() === '';
    if (owner !== undefined && !blank && indent < owner) owner = undefined;
    const named = namesASecret(text);
    if (named) owner = indent;
    else if (owner !== undefined && !blank && indent === owner && /^[\s]*[A-Za-z"'].*[{:]\s*$/.test(text))
      owner = undefined;
    return { line, text: redactLine(owner === undefined ? text : withoutValue(text)) };
  });
}

/** A command whose lines go on (`\\` at their end) is one text: its secret may stand on another line than its name. */
function withoutSecretsOfCommands(lines: readonly SourceLine[]): readonly SourceLine[] {
  const safe: SourceLine[] = [];
  let command: SourceLine[] = [];
  for (const one of lines) {
    command.push(one);
    if (GOES_ON.test(one.text) && one.text.length <= LONGEST_READ) continue;
    safe.push(...withoutSecretsOfCommand(command));
    command = [];
  }
  return [...safe, ...withoutSecretsOfCommand(command)];
}

const GOES_ON = /\\\s*$/;
/** A gap like any other to what looks for secrets, and the only one of its kind in a command. */
const BETWEEN_LINES = '\v';

function withoutSecretsOfCommand(lines: readonly SourceLine[]): readonly SourceLine[] {
  if (lines.length < 2) return lines;
  const command = lines.map(({ text }) => text.replaceAll(BETWEEN_LINES, ' ')).join(BETWEEN_LINES);
  const texts = withoutGivenSecrets(command).split(BETWEEN_LINES);
  // A secret of several lines is hidden with all that the command is written on.
  const isWhole = texts.length === lines.length;
  return lines.map((one, index) => ({
    ...one,
    text: isWhole ? texts[index]! : one.text.replace(/\S.*$/, (secret) => hidden(secret)),
  }));
}

/** Whether a line names a secret whose value may follow: as a block's label, a key, or the text of a `name`. */
function namesASecret(text: string): boolean {
  for (const [, quoted, key] of text.matchAll(/["']([A-Za-z_][\w.\-/]*)["']|([A-Za-z_][\w.-]*)\s*[:={]/g)) {
    const name = quoted ?? key;
    if (name !== undefined && namesSecret(name)) return true;
  }
  return /(?:name|key)["']?\s*[:=]\s*([A-Za-z_][\w.\-/]*)\s*,?\s*$/i.test(text)
    ? namesSecret(/([A-Za-z_][\w.\-/]*)\s*,?\s*$/.exec(text)?.[1] ?? '')
    : false;
}

/** `default = "…"`, `Value: …` and the like, with the literal hidden. */
function withoutValue(text: string): string {
  return text.replace(
    /(["']?)\b((?:parameter)?value|default|plaintext|secret_?string)\1(\s*[:=]\s*)(?:"((?:\\.|[^"\\])*)"|'([^']*)'|([^\s"'{[,!][^,}]*))/gi,
    (
      all: string,
      quote: string,
      name: string,
      middle: string,
      double?: string,
      single?: string,
      bare?: string,
    ) => {
      const literal = double ?? single ?? bare?.trimEnd() ?? '';
      if (
        literal === '' ||
        /^\$\{[^}]*\}$|^(var|local|data|module|each|aws_\w+)\.|^(true|false|null)$/.test(literal)
      )
        return all;
      const mark = double !== undefined ? '"' : single !== undefined ? "'" : '';
      return `${quote}${name}${quote}${middle}${mark}${hidden(literal)}${mark}`;
    },
  );
}
