import { rowOf } from '../../../../knowledge/row-of.ts';
import { fail } from '../failure.ts';

/** Longer inputs are not matched: an expression from somebody's code may take for ever on them. */
export const MAX_MATCHED = 100_000;

const CLASSES: Record<string, string> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

/** Go's `\s` and `\w` know ASCII only; JavaScript's `\s` knows more. */
const SPACE = '\\t\\n\\f\\r ';

export interface GoRegex {
  readonly regex: RegExp;
  /** Names of the groups, `undefined` where a group has none. */
  readonly names: readonly (string | undefined)[];
}

/** Translates a regular expression of Go (RE2 syntax) into one of JavaScript. Throws where RE2 has no such syntax. */
export function goRegex(source: string, flags = 'g'): GoRegex {
  const names: (string | undefined)[] = [];
  let out = '';
  let at = 0;
  const modes = { i: false, m: false, s: false, U: false };
  const lead = /^\(\?([imsU]+)\)/.exec(source);
  if (lead !== null) {
    for (const flag of lead[1]!) modes[flag as 'i' | 'm' | 's' | 'U'] = true;
    at = lead[0].length;
  }
  while (at < source.length) {
    const rest = source.slice(at);
    const group = /^\(\?P?<([A-Za-z_]\w*)>/.exec(rest);
    const special = /^\(\?([^:P<)]*)([:)])?/.exec(rest);
    if (source[at] === '\\') {
      const [text, length] = escaped(rest, false);
      out += text;
      at += length;
    } else if (source[at] === '[') {
      const [text, length] = characterClass(rest);
      out += text;
      at += length;
    } else if (group !== null) {
      names.push(group[1]);
      out += '(';
      at += group[0].length;
    } else if (rest.startsWith('(?')) {
      if (special === null || special[2] === undefined || !/^[imsU-]*$/.test(special[1]!))
        return fail('the regular expression uses what RE2 does not have');
      if (special[1] === '') out += '(?:';
      else if (special[2] === ':') out += `(?${special[1]}:`;
      // A flag in the middle holds to the end of its group.
      else {
        const [inner, length] = toGroupEnd(rest.slice(special[0].length));
        const translated = goRegex(inner, flags);
        names.push(...translated.names);
        out += `(?${special[1]}:${translated.regex.source})`;
        at += length;
      }
      at += special[0].length;
    } else {
      const repetition = modes.U ? /^(?:[*+?]|\{\d+(?:,\d*)?\})(\??)/.exec(rest) : null;
      if (repetition !== null) {
        out += repetition[1] === '' ? `${repetition[0]}?` : repetition[0].slice(0, -1);
        at += repetition[0].length;
        continue;
      }
      if (source[at] === '(') names.push(undefined);
      if (/^[*+?}][+]/.test(rest) || /^[*+?][*]/.test(rest))
        return fail('invalid nested repetition operator');
      const char = String.fromCodePoint(source.codePointAt(at)!);
      // Unlike in JavaScript, a brace that counts nothing and a closing bracket stand for themselves.
      if ((char === '{' && !/^\{\d+(?:,\d*)?\}/.test(rest)) || char === ']') out += `\\${char}`;
      else if (char === '}' && !/\{\d+(?:,\d*)?$/.test(out)) out += '\\}';
      else if (char === '$' && !modes.m) out += '(?![\\s\\S])';
      else if (char === '^' && !modes.m) out += '(?<![\\s\\S])';
      else out += char;
      at += char.length;
    }
  }
  const on = `${flags}u${modes.i ? 'i' : ''}${modes.m ? 'm' : ''}${modes.s ? 's' : ''}`;
  try {
    return { regex: new RegExp(out, on), names };
  } catch {
    return fail('the regular expression is not valid');
  }
}

function toGroupEnd(text: string): [string, number] {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && depth-- === 0) return [text.slice(0, at), at];
  }
  return [text, text.length];
}

function escaped(rest: string, inClass: boolean): [string, number] {
  const char = rest[1];
  if (char === undefined) return fail('the regular expression ends with a backslash');
  if (char === 'Q' && !inClass) {
    const end = rest.indexOf('\\E');
    const literal = end === -1 ? rest.slice(2) : rest.slice(2, end);
    return [literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), end === -1 ? rest.length : end + 2];
  }
  if (char === 'A') return ['(?<![\\s\\S])', 2];
  if (char === 'z') return ['(?![\\s\\S])', 2];
  if (char === 'a') return ['\\x07', 2];
  if (char === 's') return [inClass ? SPACE : `[${SPACE}]`, 2];
  if (char === 'S' && !inClass) return [`[^${SPACE}]`, 2];
  if (char === 'x') {
    const long = /^\\x\{([0-9A-Fa-f]+)\}/.exec(rest);
    if (long !== null) return [`\\u{${long[1]}}`, long[0].length];
    return /^\\x[0-9A-Fa-f]{2}/.test(rest) ? [rest.slice(0, 4), 4] : fail('invalid escape sequence');
  }
  if (char === 'p' || char === 'P') {
    const property = /^\\[pP](?:\{(\^?)(\w+)\}|(\w))/.exec(rest);
    if (property === null) return fail('invalid character class');
    const name = property[2] ?? property[3]!;
    const letter = property[1] === '^' ? (char === 'p' ? 'P' : 'p') : char;
    return [`\\${letter}{${name.length > 2 ? `Script=${name}` : name}}`, property[0].length];
  }
  if (/[0-7]/.test(char)) {
    const octal = /^\\([0-7]{1,3})/.exec(rest)!;
    if (char !== '0' && octal[1]!.length < 2) return fail('RE2 has no backreferences');
    return [`\\u{${Number.parseInt(octal[1]!, 8).toString(16)}}`, octal[0].length];
  }
  if (/[dDwWSbBfnrtv]/.test(char)) return [`\\${char}`, 2];
  if (/[A-Za-z0-9]/.test(char)) return fail(`invalid escape sequence \\${char}`);
  const literal = String.fromCodePoint(rest.codePointAt(1)!);
  const needed = /[\\^$.*+?()[\]{}|/-]/.test(literal) && (inClass || literal !== '-');
  return [needed ? `\\${literal}` : literal, 1 + literal.length];
}

function characterClass(rest: string): [string, number] {
  let out = '[';
  let at = 1;
  if (rest[at] === '^') {
    out += '^';
    at++;
  }
  for (let first = true; at < rest.length; first = false) {
    if (rest[at] === ']' && !first) return [`${out}]`, at + 1];
    const named = /^\[:(\^?)(\w+):\]/.exec(rest.slice(at));
    if (named !== null) {
      const set = rowOf(CLASSES, named[2]!);
      if (set === undefined || named[1] === '^') return fail('invalid character class');
      out += set;
      at += named[0].length;
    } else if (rest[at] === '\\') {
      const [text, length] = escaped(rest.slice(at), true);
      out += text;
      at += length;
    } else {
      const char = String.fromCodePoint(rest.codePointAt(at)!);
      out += /[[\]]/.test(char) ? `\\${char}` : char;
      at += char.length;
    }
  }
  return fail('missing closing ]');
}
