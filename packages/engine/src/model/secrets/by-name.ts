import { nameSays } from './names.ts';
import type { SecretText, TextForm } from './secret-texts.ts';
import { judged } from './values.ts';

/** What a line must have before its names are looked at. */
const WORTH_A_LOOK = /pass|pwd|secret|token|key|auth|credential|dsn|connection_?string|hmac|salt|_pat\b/gi;
const NAME = /[A-Za-z_$][\w$-]*(?:[.:][A-Za-z_$][\w$-]*)*/g;
/** Lines of programs are shorter; of longer ones a part around the word is looked at. */
const LONGEST_LINE = 1_200;
const AROUND = 400;
const LONGEST_NAME = 80;

/** What stands under the name of a secret: `NAME = "value"` and its relatives. */
export function* named(text: string, form: TextForm): Generator<SecretText> {
  WORTH_A_LOOK.lastIndex = 0;
  let done = 0;
  const look = new RegExp(WORTH_A_LOOK);
  for (let hit = look.exec(text); hit !== null; hit = look.exec(text)) {
    // Looked for near by only: a line may be the whole file.
    const back = text.slice(Math.max(0, hit.index - LONGEST_LINE), hit.index).lastIndexOf('\n');
    const ahead = text.slice(hit.index, hit.index + LONGEST_LINE).indexOf('\n');
    const isLong =
      (back < 0 && hit.index > LONGEST_LINE) || (ahead < 0 && hit.index + LONGEST_LINE < text.length);
    let from = isLong ? hit.index - AROUND : Math.max(0, hit.index - LONGEST_LINE) + back + 1;
    const to = isLong
      ? Math.min(text.length, hit.index + AROUND)
      : ahead < 0
        ? text.length
        : hit.index + ahead;
    if (back < 0 && !isLong) from = 0;
    from = Math.max(from, done);
    if (from < to) yield* onLine(text, from, to, form);
    done = to;
    look.lastIndex = Math.max(to, hit.index + hit[0].length);
  }
}

/** `NAME = "value"` and its relatives on one line; in a list of settings the value may stand on the next. */
function* onLine(text: string, from: number, to: number, form: TextForm): Generator<SecretText> {
  const line = text.slice(from, to);
  const comment = form === 'code' && /^\s*(?:\/\/|\*|\/\*)/.test(line);
  for (const match of line.matchAll(NAME)) {
    const name = match[0];
    if (name.length > LONGEST_NAME) continue;
    const says = nameSays(name);
    if (says === undefined) continue;
    const end = match.index + name.length;
    const before = line.slice(Math.max(0, match.index - 40), match.index);
    // Documents show what programs answer: only settings in them are somebody's.
    if (
      comment ||
      (form === 'prose' &&
        !/^[A-Z][A-Z0-9_]+$|_authToken$|^[-\w]*-?(?:password|token|api-key|secret)$/.test(name))
    )
      continue;
    const value = valueAfter(text, from + end, to, { before, form, line, name });
    if (value === undefined) continue;
    if (form === 'prose' && !before.endsWith('--') && !/^[A-Z_0-9]+$|_authToken$/.test(name)) continue;
    const { text: written, from: at, isFallback, isQuoted } = value;
    const stands = judged(written, says, { form, isFallback, isQuoted, name });
    if (stands === undefined) continue;
    yield {
      kind: says === 'password' ? 'password' : 'key or token',
      from: at,
      to: at + written.length,
      name,
      isPlaceholder: stands === 'placeholder',
      isOfKnownForm: false,
      isFallback,
    };
  }
}

interface Written {
  readonly text: string;
  readonly from: number;
  readonly isFallback: boolean;
  readonly isQuoted: boolean;
}

/** What comes between a name and its value. */
const BETWEEN: readonly {
  readonly pattern: RegExp;
  readonly fallback?: true;
  readonly bare?: true;
  readonly quotedName?: true;
}[] = [
  // process.env.KEY ?? 'x', os.getenv("KEY") or "x", ENV['KEY'] || 'x'
  { pattern: /["'`]?[\])]{0,2}!?\s{0,3}(?:\?\?|\|\||\bor\b)=?\s{0,3}(?=["'`])/y, fallback: true },
  // getenv("KEY", "x"), env.get('KEY', default="x")
  { pattern: /["'`]\s{0,3},\s{0,3}(?:default(?:_value)?\s{0,2}=\s{0,2})?(?=[rb]?["'`])/y, quotedName: true },
  // <add key="Name" value="x">, {"name": "KEY", "value": "x"}, - name: KEY \n value: x
  { pattern: /["']?[ \t]{0,3},?\s{0,40}["']?[vV]alue["']?\s{0,3}[:=]\s{0,3}/y, bare: true },
  // <password>x</password>
  { pattern: />(?=[^<\s]{1,200}<\/)/y, bare: true },
  // name: str = "x", name: string = 'x'
  {
    pattern:
      /\??\s{0,3}:\s{0,3}(?:&'?\w*\s?)?[A-Za-z_][\w.]{0,30}(?:\[\w{1,20}\])?\s{0,3}=\s{0,3}(?=[rb]?["'`])/y,
  },
  // name = x, name: x, "name": x, ['name'] = x, name := x, name => x
  { pattern: /["'`]?\]?["'`]?[ \t]{0,20}(?::=|=>|\?=|=(?![=>~])|:(?!:))[ \t]{0,20}/y, bare: true },
];

const OPTION = /[ =]["']?/y;
const ENVIRONMENT =
  /(?:getenv|environ\.get|environ\.setdefault|env\.get|ENV\.fetch|\benv|config|get_env|Env)\(\s*["'`]?$/;
const LITERAL =
  /(?:[rbRB]|String\.raw|Buffer\.from\(|new TextEncoder\(\)\.encode\(|SecretStr\(|SecretValue\.unsafePlainText\()?(["'`])/y;

function valueAfter(
  text: string,
  at: number,
  lineEnd: number,
  { before, form, line, name }: { before: string; form: TextForm; line: string; name: string },
): Written | undefined {
  const isOption = before.endsWith('--');
  if (isOption) {
    OPTION.lastIndex = at;
    const option = OPTION.exec(text);
    if (option !== null) return bareAt(text, at + option[0].length, lineEnd, 'shell', false);
  }
  // `NAME=value` of a shell stands alone; `${NAME:-value}` is what holds without it.
  if (before.endsWith('${') && text.startsWith(':-', at)) {
    const inside = /[^}\s]{0,200}/y;
    inside.lastIndex = at + 2;
    const value = inside.exec(text)![0];
    const plain = value.replace(/^["']|["']$/g, '');
    return { text: plain, from: at + 2 + value.indexOf(plain), isFallback: true, isQuoted: false };
  }
  for (const { pattern, fallback, bare, quotedName } of BETWEEN) {
    pattern.lastIndex = at;
    const between = pattern.exec(text);
    if (between === null) continue;
    // The first argument of a call; in a list the next word is no value of it.
    if (quotedName === true && !/\(\s*["'`]$/.test(before)) continue;
    if (fallback === true && /["'`]$/.test(before) && !/[\])]/.test(between[0])) continue;
    if (between[0].includes('>') && pattern.source.startsWith('>') && !before.endsWith('<')) continue;
    const start = at + between[0].length;
    const isFallback = fallback === true || (quotedName === true && ENVIRONMENT.test(before));
    LITERAL.lastIndex = start;
    const open = LITERAL.exec(text);
    if (open !== null) return quotedAt(text, start + open[0].length, open[1]!, isFallback);
    if (bare !== true) continue;
    if (/\n/.test(between[0]) && form === 'settings')
      return bareAt(text, start, endOfLine(text, start), form, isFallback);
    if (between[0].startsWith('>')) {
      const end = text.indexOf('<', start);
      return { text: text.slice(start, end), from: start, isFallback: false, isQuoted: true };
    }
    return bareIn(text, start, lineEnd, { form, line, name, before, between: between[0] });
  }
  return undefined;
}

const LONGEST_VALUE = 1_000;

function quotedAt(text: string, from: number, quote: string, isFallback: boolean): Written | undefined {
  let end = from;
  const limit = Math.min(text.length, from + LONGEST_VALUE);
  while (end < limit && text[end] !== quote && text[end] !== '\n') end += text[end] === '\\' ? 2 : 1;
  if (text[end] !== quote) return undefined;
  return { text: text.slice(from, end), from, isFallback, isQuoted: true };
}

/** A value without quotes, where the form of the file has such. */
function bareIn(
  text: string,
  start: number,
  lineEnd: number,
  context: { form: TextForm; line: string; name: string; before: string; between: string },
): Written | undefined {
  const { form, line, name, before, between } = context;
  const op = between.trim();
  // Server=…;Password=…; stands inside of a text, in any file.
  if (op === '=' && /(?:^|[;"'`])\s*$/.test(before) && isConnection(line)) {
    const value = /[^;"'`\s<]{1,300}/y;
    value.lastIndex = start;
    const found = value.exec(text)?.[0];
    if (found !== undefined && /[;"'`]/.test(line))
      return { text: found, from: start, isFallback: false, isQuoted: true };
  }
  if (form === 'settings') return bareAt(text, start, lineEnd, form, false);
  if (form === 'shell') {
    const stands = op === '=' && between === '=' && !before.endsWith('$') && !/[-.\w]$/.test(before);
    return stands ? bareAt(text, start, lineEnd, form, false) : undefined;
  }
  if (form === 'prose' && between === '=' && /^[A-Z][A-Z0-9_]+$|_authToken$/.test(name))
    return bareAt(text, start, lineEnd, 'shell', false);
  return undefined;
}

/** Asked of the same line for each name on it. */
let asked: { readonly line: string; readonly is: boolean } = { line: '', is: false };

function isConnection(line: string): boolean {
  if (asked.line !== line)
    asked = { line, is: /(?:server|data source|host|endpoint|accountname|user id|uid|user)=/i.test(line) };
  return asked.is;
}

function bareAt(
  text: string,
  from: number,
  to: number,
  form: TextForm,
  isFallback: boolean,
): Written | undefined {
  const rest = text.slice(from, Math.min(to, from + LONGEST_VALUE));
  const value = (form === 'shell' ? /^[^\s"'`;|&)<>]+/ : /^\S+(?: \S+){0,3}/).exec(rest)?.[0];
  if (value === undefined) return undefined;
  const plain = form === 'shell' ? value : value.replace(/\s+#.*$/, '').replace(/[,;]$/, '');
  return { text: plain, from, isFallback, isQuoted: false };
}

function endOfLine(text: string, from: number): number {
  const end = text.slice(from, from + LONGEST_LINE).indexOf('\n');
  return end < 0 ? Math.min(text.length, from + LONGEST_LINE) : from + end;
}
