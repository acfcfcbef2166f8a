/** A piece of a word: as it is written, a variable, or something that only running it tells. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly otherwise?: readonly Piece[] }
  | { readonly kind: 'substitution'; readonly body: List; readonly written: string }
  | { readonly kind: 'open'; readonly written: string };

export interface ShellWord {
  readonly pieces: readonly Piece[];
  readonly quoted: boolean;
}

export interface SimpleCommand {
  readonly kind: 'simple';
  readonly assignments: readonly { readonly name: string; readonly value: ShellWord }[];
  readonly words: readonly ShellWord[];
  /** Where its output goes, when it goes to a file: `/dev/null`. */
  readonly output?: string;
  readonly line: number;
  readonly written: string;
}

/** What a shell runs as one. */
export type ShellCommand =
  | SimpleCommand
  | { readonly kind: 'group'; readonly body: List }
  | {
      readonly kind: 'if';
      readonly branches: readonly { readonly when: List; readonly body: List; readonly written: string }[];
      readonly otherwise?: List;
    }
  | { readonly kind: 'loop'; readonly when?: List; readonly body: List }
  | {
      readonly kind: 'case';
      readonly of: ShellWord;
      readonly arms: readonly { readonly patterns: readonly string[]; readonly body: List }[];
    }
  | { readonly kind: 'function'; readonly name: string; readonly body: List };

/** Commands joined by `|`. */
export interface Pipe {
  readonly commands: readonly ShellCommand[];
  readonly negated: boolean;
}

/** Pipes joined by `&&` and `||`; `background` where `&` ends them. */
export interface Chain {
  readonly pipes: readonly { readonly after?: '&&' | '||'; readonly pipe: Pipe }[];
  readonly background: boolean;
}

export type List = readonly Chain[];

export interface ShellText {
  readonly body: List;
  /** The line at which it could not be read any further. */
  readonly brokenAt?: number;
}

const DEEPEST = 40;
const LONGEST = 200_000;

/** Reads shell text (POSIX, with what bash adds that scripts use). Never throws: what cannot be read ends the list. */
export function readShell(text: string, firstLine = 1): ShellText {
  const reader = new ShellReader(text.slice(0, LONGEST), firstLine);
  const body = reader.list([]);
  const broken = reader.broken ?? (text.length > LONGEST ? reader.line : undefined);
  return broken === undefined ? { body } : { body, brokenAt: broken };
}

const RESERVED_ENDS = new Set(['then', 'elif', 'else', 'fi', 'do', 'done', 'esac', '}', ';;']);

class ShellReader {
  readonly #text: string;
  #at = 0;
  #depth = 0;
  line: number;
  broken: number | undefined;
  readonly #heredocs: { readonly end: string; readonly indented: boolean }[] = [];

  constructor(text: string, firstLine: number) {
    this.#text = text;
    this.line = firstLine;
  }

  /** Chains up to one of some words, which is left to the caller. */
  list(ends: readonly string[]): List {
    const chains: Chain[] = [];
    if (++this.#depth > DEEPEST) this.#fail();
    while (this.broken === undefined) {
      this.#blank(true);
      while (this.#peek() === ';' && this.#text[this.#at + 1] !== ';') {
        this.#step();
        this.#blank(true);
      }
      const next = this.#peek();
      if (next === '') break;
      if (next === ')' || this.#text.startsWith(';;', this.#at)) break;
      const word = this.#bareWord();
      if (ends.includes(word)) break;
      if (RESERVED_ENDS.has(word)) {
        this.#fail();
        break;
      }
      const before = this.#at;
      chains.push(this.#chain());
      if (this.#at === before) this.#fail();
    }
    this.#depth--;
    return chains;
  }

  #chain(): Chain {
    const pipes: { after?: '&&' | '||'; pipe: Pipe }[] = [{ pipe: this.#pipe() }];
    for (;;) {
      this.#blank(false);
      const op = this.#text.slice(this.#at, this.#at + 2);
      if (op !== '&&' && op !== '||') break;
      this.#step(2);
      this.#blank(true);
      const before = this.#at;
      pipes.push({ after: op, pipe: this.#pipe() });
      if (this.#at === before) {
        this.#fail();
        break;
      }
    }
    const background = this.#peek() === '&';
    if (background) this.#step();
    return { pipes, background };
  }

  #pipe(): Pipe {
    let negated = false;
    if (this.#bareWord() === '!') {
      negated = true;
      this.#step();
      this.#blank(false);
    }
    const commands = [this.#command()];
    for (;;) {
      this.#blank(false);
      if (this.#peek() !== '|' || this.#text[this.#at + 1] === '|') break;
      this.#step(this.#text[this.#at + 1] === '&' ? 2 : 1);
      this.#blank(true);
      commands.push(this.#command());
      if (this.broken !== undefined) break;
    }
    return { commands, negated };
  }

  #command(): ShellCommand {
    const word = this.#bareWord();
    if (this.#peek() === '(') {
      this.#step();
      const body = this.list([]);
      this.#expect(')');
      this.#redirections();
      return { kind: 'group', body };
    }
    switch (word) {
      case '{': {
        this.#step();
        const body = this.list(['}']);
        this.#word('}');
        this.#redirections();
        return { kind: 'group', body };
      }
      case 'if':
        return this.#if();
      case 'while':
      case 'until': {
        this.#word(word);
        const when = this.list(['do']);
        return { kind: 'loop', when, body: this.#body() };
      }
      case 'for':
      case 'select': {
        this.#word(word);
        this.#skipTo('do');
        return { kind: 'loop', body: this.#body() };
      }
      case 'case':
        return this.#case();
      case 'function':
        this.#word(word);
        this.#blank(false);
        break;
    }
    const named = /^([A-Za-z_][\w:.-]*)\s*\(\s*\)/.exec(this.#text.slice(this.#at, this.#at + 100));
    const plain = word === 'function' ? /^([\w:.-]+)\s*(?:\(\s*\))?/.exec(this.#text.slice(this.#at)) : named;
    if (plain !== null) {
      this.#step(plain[0].length);
      this.#blank(true);
      const body = this.#command();
      return { kind: 'function', name: plain[1]!, body: [chainOf(body)] };
    }
    return this.#simple();
  }

  #if(): ShellCommand {
    const branches: { when: List; body: List; written: string }[] = [];
    let word = 'if';
    while (word === 'if' || word === 'elif') {
      this.#word(word);
      const from = this.#at;
      const when = this.list(['then']);
      const written = this.#text
        .slice(from, this.#at)
        .replace(/[;\s]+$/, '')
        .trim();
      this.#word('then');
      const body = this.list(['elif', 'else', 'fi']);
      branches.push({ when, body, written });
      word = this.#bareWord();
      if (this.broken !== undefined) break;
    }
    let otherwise: List | undefined;
    if (word === 'else') {
      this.#word('else');
      otherwise = this.list(['fi']);
    }
    this.#word('fi');
    this.#redirections();
    return otherwise === undefined ? { kind: 'if', branches } : { kind: 'if', branches, otherwise };
  }

  #body(): List {
    this.#word('do');
    const body = this.list(['done']);
    this.#word('done');
    this.#redirections();
    return body;
  }

  #case(): ShellCommand {
    this.#word('case');
    this.#blank(false);
    const of = this.#readWord() ?? { pieces: [], quoted: false };
    this.#blank(true);
    this.#word('in');
    const arms: { patterns: string[]; body: List }[] = [];
    for (;;) {
      this.#blank(true);
      if (this.#bareWord() === 'esac' || this.#peek() === '' || this.broken !== undefined) break;
      if (this.#peek() === '(') this.#step();
      const close = this.#text.indexOf(')', this.#at);
      if (close < 0) {
        this.#fail();
        break;
      }
      const patterns = this.#text
        .slice(this.#at, close)
        .split('|')
        .map((pattern) => pattern.trim().replace(/^(["'])(.*)\1$/, '$2'));
      this.#step(close + 1 - this.#at);
      const body = this.list(['esac']);
      arms.push({ patterns, body });
      if (this.#text.startsWith(';;', this.#at)) this.#step(this.#text[this.#at + 2] === '&' ? 3 : 2);
    }
    this.#word('esac');
    this.#redirections();
    return { kind: 'case', of, arms };
  }

  #simple(): SimpleCommand {
    const from = this.#at;
    const line = this.line;
    const assignments: { name: string; value: ShellWord }[] = [];
    const words: ShellWord[] = [];
    let output: string | undefined;
    for (;;) {
      this.#blank(false);
      const redirected = this.#redirection();
      if (redirected !== undefined) {
        output = redirected === '' ? output : redirected;
        continue;
      }
      const assigned =
        words.length === 0 ? /^([A-Za-z_]\w*)\+?=/.exec(this.#text.slice(this.#at, this.#at + 80)) : null;
      if (assigned !== null) {
        this.#step(assigned[0].length);
        if (this.#peek() === '(') {
          this.#skipParentheses();
          assignments.push({ name: assigned[1]!, value: openWord(assigned[0]) });
          continue;
        }
        assignments.push({ name: assigned[1]!, value: this.#readWord() ?? { pieces: [], quoted: false } });
        continue;
      }
      if (words.length === 0 && this.#text.startsWith('[[ ', this.#at)) {
        const from = this.#at;
        const close = this.#text.indexOf(' ]]', from);
        this.#step(close < 0 ? this.#text.length : close + 3 - from);
        words.push(...insideBrackets(this.#text.slice(from, this.#at)));
        continue;
      }
      const word = this.#readWord();
      if (word === undefined) break;
      words.push(word);
      if (this.broken !== undefined) break;
    }
    if (words.length === 0 && assignments.length === 0 && output === undefined) this.#fail();
    const written = this.#text
      .slice(from, this.#at)
      .replace(/\\\r?\n\s*/g, ' ')
      .trim();
    return {
      kind: 'simple',
      assignments,
      words,
      line,
      written,
      ...(output === undefined ? {} : { output }),
    };
  }

  #redirections(): void {
    do this.#blank(false);
    while (this.#redirection() !== undefined);
  }

  /** A redirection, with the file that output goes to (`''` for any other). */
  #redirection(): string | undefined {
    const match = /^(?:\d*|&)(<<<|<<-?|>>|>&|<&|<>|>\||&>>?|>|<)/.exec(
      this.#text.slice(this.#at, this.#at + 8),
    );
    if (match === null || (match[1] === '<' && this.#text[this.#at + match[0].length] === '('))
      return undefined;
    if (match[1] === '>' && this.#text[this.#at + match[0].length] === '(') return undefined;
    this.#step(match[0].length);
    this.#blank(false);
    const from = this.#at;
    this.#readWord();
    const target = this.#text.slice(from, this.#at);
    if (match[1] === '<<' || match[1] === '<<-')
      this.#heredocs.push({ end: target.replace(/["'\\]/g, ''), indented: match[1] === '<<-' });
    const toFile = /^(?:1|&)?>>?$|^&>>?$/.test(match[0]);
    return toFile ? target.replace(/^["']|["']$/g, '') : '';
  }

  #readWord(): ShellWord | undefined {
    const pieces: Piece[] = [];
    let quoted = false;
    let text = '';
    const flush = () => {
      if (text !== '') pieces.push({ kind: 'text', text });
      text = '';
    };
    let read = false;
    for (;;) {
      const c = this.#peek();
      if (c === '' || /[\s;|&)]/.test(c) || (c === '(' && !/[@?*+!$]$/.test(text))) break;
      if ((c === '<' || c === '>') && this.#text[this.#at + 1] !== '(') break;
      read = true;
      if (c === '\\') {
        if (this.#text[this.#at + 1] === '\n') this.#step(2);
        else {
          text += this.#text[this.#at + 1] ?? '';
          this.#step(2);
        }
      } else if (c === "'") {
        quoted = true;
        const close = this.#text.indexOf("'", this.#at + 1);
        if (close < 0) {
          this.#fail();
          break;
        }
        text += this.#text.slice(this.#at + 1, close);
        this.#step(close + 1 - this.#at);
      } else if (c === '"') {
        quoted = true;
        const opened = this.line;
        this.#step();
        while (this.#peek() !== '"') {
          const inside = this.#peek();
          if (inside === '') {
            this.broken ??= opened;
            this.#fail();
            break;
          }
          if (inside === '\\' && /["\\$`\n]/.test(this.#text[this.#at + 1] ?? '')) {
            if (this.#text[this.#at + 1] !== '\n') text += this.#text[this.#at + 1]!;
            this.#step(2);
          } else if (inside === '$' || inside === '`') {
            const piece = this.#expansion();
            if (piece.kind === 'text') text += piece.text;
            else {
              flush();
              pieces.push(piece);
            }
          } else {
            text += inside;
            this.#step();
          }
        }
        this.#step();
      } else if (c === '$' || c === '`') {
        const piece = this.#expansion();
        if (piece.kind === 'text') text += piece.text;
        else {
          flush();
          pieces.push(piece);
        }
      } else if ((c === '<' || c === '>') && this.#text[this.#at + 1] === '(') {
        const from = this.#at;
        this.#step();
        this.#skipParentheses();
        flush();
        pieces.push({ kind: 'open', written: this.#text.slice(from, this.#at) });
      } else {
        text += c;
        this.#step();
      }
      if (this.broken !== undefined) break;
    }
    if (!read) return undefined;
    flush();
    return { pieces, quoted };
  }

  #expansion(): Piece {
    const from = this.#at;
    if (this.#peek() === '`') {
      const close = this.#text.indexOf('`', this.#at + 1);
      if (close < 0) this.#fail();
      const inner = this.#text.slice(this.#at + 1, close < 0 ? undefined : close);
      this.#step(close < 0 ? inner.length + 1 : close + 1 - this.#at);
      return {
        kind: 'substitution',
        body: readShell(inner, this.line).body,
        written: this.#text.slice(from, this.#at),
      };
    }
    if (this.#text.startsWith('$((', this.#at)) {
      this.#step();
      this.#skipParentheses();
      return { kind: 'open', written: this.#text.slice(from, this.#at) };
    }
    if (this.#text.startsWith('$(', this.#at)) {
      this.#step(2);
      const body = this.list([]);
      this.#expect(')');
      return { kind: 'substitution', body, written: this.#text.slice(from, this.#at) };
    }
    if (this.#text.startsWith('${', this.#at)) {
      const close = this.#closing('{', '}', this.#at + 1);
      const inner = this.#text.slice(this.#at + 2, close);
      this.#step(close + 1 - this.#at);
      return braced(inner, this.#text.slice(from, this.#at));
    }
    const name = /^\$([A-Za-z_]\w*|[0-9@*#?$!-])/.exec(this.#text.slice(this.#at, this.#at + 100));
    if (name === null) {
      this.#step();
      return { kind: 'text', text: '$' };
    }
    this.#step(name[0].length);
    return { kind: 'variable', name: name[1]! };
  }

  #skipParentheses(): void {
    const close = this.#closing('(', ')', this.#at);
    this.#step(close + 1 - this.#at);
  }

  /** The place of the bracket that closes the one at a place. */
  #closing(open: string, close: string, from: number): number {
    let depth = 0;
    for (let at = from; at < this.#text.length; at++) {
      if (this.#text[at] === open) depth++;
      else if (this.#text[at] === close && --depth === 0) return at;
    }
    this.#fail();
    return this.#text.length - 1;
  }

  /** Spaces, continued lines and comments; line ends too where nothing has begun. */
  #blank(lines: boolean): void {
    for (;;) {
      const c = this.#peek();
      if (c === ' ' || c === '\t' || c === '\r') this.#step();
      else if (c === '\\' && /^\\\r?\n/.test(this.#text.slice(this.#at, this.#at + 3))) {
        this.#step(this.#text[this.#at + 1] === '\r' ? 3 : 2);
      } else if (c === '#' && (this.#at === 0 || /[\s;&|()]/.test(this.#text[this.#at - 1]!))) {
        const end = this.#text.indexOf('\n', this.#at);
        this.#step((end < 0 ? this.#text.length : end) - this.#at);
      } else if (c === '\n' && lines) {
        this.#step();
      } else break;
    }
    if (!lines && this.#peek() === '\n') return;
  }

  #bareWord(): string {
    if (this.#text.startsWith(';;', this.#at)) return ';;';
    return /^(?:[a-z]+|[{}!])(?=[\s;|&()]|$)/.exec(this.#text.slice(this.#at, this.#at + 12))?.[0] ?? '';
  }

  #word(word: string): void {
    this.#blank(true);
    if (this.#bareWord() === word) this.#step(word.length);
    else this.#fail();
  }

  #skipTo(word: string): void {
    for (;;) {
      if (this.#peek() === '' || this.broken !== undefined) {
        this.#fail();
        return;
      }
      this.#blank(true);
      if (this.#peek() === ';') this.#step();
      else if (this.#bareWord() === word) return;
      else if (this.#peek() === '(') this.#skipParentheses();
      else if (this.#readWord() === undefined) this.#step();
    }
  }

  #expect(c: string): void {
    this.#blank(true);
    if (this.#peek() === c) this.#step();
    else this.#fail();
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #step(count = 1): void {
    for (let i = 0; i < count && this.#at < this.#text.length; i++) {
      const c = this.#text[this.#at++];
      if (c !== '\n') continue;
      this.line++;
      if (this.#heredocs.length > 0) this.#skipHeredocs();
    }
  }

  #skipHeredocs(): void {
    for (const { end, indented } of this.#heredocs.splice(0)) {
      for (;;) {
        if (this.#at >= this.#text.length) break;
        const next = this.#text.indexOf('\n', this.#at);
        const stop = next < 0 ? this.#text.length : next;
        const line = this.#text.slice(this.#at, stop).replace(/\r$/, '');
        this.#at = Math.min(stop + 1, this.#text.length);
        this.line++;
        if ((indented ? line.replace(/^\t+/, '') : line) === end) break;
      }
    }
  }

  #fail(): void {
    this.broken ??= this.line;
    this.#at = this.#text.length;
  }
}

function chainOf(command: ShellCommand): Chain {
  return { pipes: [{ pipe: { commands: [command], negated: false } }], background: false };
}

/** `[[ … ]]` has operators of its own: one comparison keeps its words, anything longer is open. */
function insideBrackets(written: string): readonly ShellWord[] {
  const inner = written.replace(/^\[\[ | \]\]$/g, '');
  const first: ShellWord = { pieces: [{ kind: 'text', text: '[[' }], quoted: false };
  if (/&&|\|\||=~|[()]/.test(inner)) return [first, openWord(written)];
  const simple = readShell(`test ${inner}`).body[0]?.pipes[0]?.pipe.commands[0];
  return simple?.kind === 'simple' ? [first, ...simple.words.slice(1)] : [first, openWord(written)];
}

function openWord(written: string): ShellWord {
  return { pieces: [{ kind: 'open', written }], quoted: false };
}

/** `${name}`, `${name:-other}`, `${1:?message}`; what cuts or replaces is open. */
function braced(inner: string, written: string): Piece {
  const match = /^([A-Za-z_]\w*|[0-9@*#?])(?:(:?[-?=+])([\s\S]*))?$/.exec(inner);
  if (match === null) return { kind: 'open', written };
  const [, name, operator, rest] = match;
  if (operator === undefined || operator.endsWith('?')) return { kind: 'variable', name: name! };
  if (operator.endsWith('+')) return { kind: 'open', written };
  const simple = /^["']?([^"'$`]*)["']?$/.exec(rest ?? '');
  return {
    kind: 'variable',
    name: name!,
    otherwise: simple === null ? [{ kind: 'open', written }] : [{ kind: 'text', text: simple[1]! }],
  };
}
