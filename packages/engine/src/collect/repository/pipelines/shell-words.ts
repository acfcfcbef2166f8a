import type { List, Piece, ShellWord } from './shell-tree.ts';

/** What stands between backquotes. */
const QUOTED_BACK = /(?:[^`\\]|\\[\s\S])*/y;

/** Reads a shell text word by word: quotes, variables, substitutions, redirections and what lies between. */
export abstract class ShellWords {
  protected readonly text: string;
  protected at = 0;
  protected depth = 0;
  line: number;
  broken: number | undefined;
  protected readonly heredocs: { readonly end: string; readonly indented: boolean }[] = [];

  constructor(text: string, firstLine: number) {
    this.text = text;
    this.line = firstLine;
  }

  protected redirections(): void {
    do this.blank(false);
    while (this.redirection() !== undefined);
  }

  /** A redirection, with the file that output goes to (`''` for any other). */
  protected redirection(): string | undefined {
    const match = /^(?:\d*|&)(<<<|<<-?|>>|>&|<&|<>|>\||&>>?|>|<)/.exec(this.text.slice(this.at, this.at + 8));
    if (match === null || (match[1] === '<' && this.text[this.at + match[0].length] === '('))
      return undefined;
    if (match[1] === '>' && this.text[this.at + match[0].length] === '(') return undefined;
    this.step(match[0].length);
    this.blank(false);
    const from = this.at;
    this.readWord();
    const target = this.text.slice(from, this.at);
    if (match[1] === '<<' || match[1] === '<<-')
      this.heredocs.push({ end: target.replace(/["'\\]/g, ''), indented: match[1] === '<<-' });
    const toFile = /^(?:1|&)?>>?$|^&>>?$/.test(match[0]);
    return toFile ? target.replace(/^["']|["']$/g, '') : '';
  }

  protected readWord(): ShellWord | undefined {
    const pieces: Piece[] = [];
    let quoted = false;
    let text = '';
    const flush = () => {
      if (text !== '') pieces.push({ kind: 'text', text });
      text = '';
    };
    let read = false;
    for (;;) {
      const c = this.peek();
      if (c === '' || /[\s;|&)]/.test(c) || (c === '(' && !/[@?*+!$]$/.test(text))) break;
      if ((c === '<' || c === '>') && this.text[this.at + 1] !== '(') break;
      read = true;
      if (c === '\\') {
        if (this.text[this.at + 1] === '\n') this.step(2);
        else {
          text += this.text[this.at + 1] ?? '';
          this.step(2);
        }
      } else if (c === "'") {
        quoted = true;
        const close = this.text.indexOf("'", this.at + 1);
        if (close < 0) {
          this.fail();
          break;
        }
        text += this.text.slice(this.at + 1, close);
        this.step(close + 1 - this.at);
      } else if (c === '"') {
        quoted = true;
        const opened = this.line;
        this.step();
        while (this.peek() !== '"') {
          const inside = this.peek();
          if (inside === '') {
            this.broken ??= opened;
            this.fail();
            break;
          }
          if (inside === '\\' && /["\\$`\n]/.test(this.text[this.at + 1] ?? '')) {
            if (this.text[this.at + 1] !== '\n') text += this.text[this.at + 1]!;
            this.step(2);
          } else if (inside === '$' || inside === '`') {
            const piece = this.expansion();
            if (piece.kind === 'text') text += piece.text;
            else {
              flush();
              pieces.push(piece);
            }
          } else {
            text += inside;
            this.step();
          }
        }
        this.step();
      } else if (c === '$' || c === '`') {
        const piece = this.expansion();
        if (piece.kind === 'text') text += piece.text;
        else {
          flush();
          pieces.push(piece);
        }
      } else if ((c === '<' || c === '>') && this.text[this.at + 1] === '(') {
        const from = this.at;
        this.step();
        this.skipParentheses();
        flush();
        pieces.push({ kind: 'open', written: this.text.slice(from, this.at) });
      } else {
        text += c;
        this.step();
      }
      if (this.broken !== undefined) break;
    }
    if (!read) return undefined;
    flush();
    return { pieces, quoted };
  }

  protected expansion(): Piece {
    const from = this.at;
    if (this.peek() === '`') {
      QUOTED_BACK.lastIndex = this.at + 1;
      const inner = QUOTED_BACK.exec(this.text)![0];
      if (this.text[this.at + 1 + inner.length] !== '`') this.fail();
      this.step(inner.length + 2);
      return {
        kind: 'substitution',
        body: this.inner(inner.replace(/\\([`\\$])/g, '$1')),
        written: this.text.slice(from, this.at),
      };
    }
    if (this.text.startsWith('$((', this.at)) {
      this.step();
      this.skipParentheses();
      return { kind: 'open', written: this.text.slice(from, this.at) };
    }
    if (this.text.startsWith('$(', this.at)) {
      this.step(2);
      const body = this.list([]);
      this.expect(')');
      return { kind: 'substitution', body, written: this.text.slice(from, this.at) };
    }
    if (this.text.startsWith('${', this.at)) {
      const close = this.closing('{', '}', this.at + 1);
      const inner = this.text.slice(this.at + 2, close);
      this.step(close + 1 - this.at);
      return braced(inner, this.text.slice(from, this.at));
    }
    const name = /^\$([A-Za-z_]\w*|[0-9@*#?$!-])/.exec(this.text.slice(this.at, this.at + 100));
    if (name === null) {
      this.step();
      return { kind: 'text', text: '$' };
    }
    this.step(name[0].length);
    return { kind: 'variable', name: name[1]! };
  }

  protected skipParentheses(): void {
    const close = this.closing('(', ')', this.at);
    this.step(close + 1 - this.at);
  }

  /** The place of the bracket that closes the one at a place. */
  protected closing(open: string, close: string, from: number): number {
    let depth = 0;
    for (let at = from; at < this.text.length; at++) {
      if (this.text[at] === open) depth++;
      else if (this.text[at] === close && --depth === 0) return at;
    }
    this.fail();
    return this.text.length - 1;
  }

  /** Spaces, continued lines and comments; line ends too where nothing has begun. */
  protected blank(lines: boolean): void {
    for (;;) {
      const c = this.peek();
      if (c === ' ' || c === '\t' || c === '\r') this.step();
      else if (c === '\\' && /^\\\r?\n/.test(this.text.slice(this.at, this.at + 3))) {
        this.step(this.text[this.at + 1] === '\r' ? 3 : 2);
      } else if (c === '#' && (this.at === 0 || /[\s;&|()]/.test(this.text[this.at - 1]!))) {
        const end = this.text.indexOf('\n', this.at);
        this.step((end < 0 ? this.text.length : end) - this.at);
      } else if (c === '\n' && lines) {
        this.step();
      } else break;
    }
    if (!lines && this.peek() === '\n') return;
  }

  protected bareWord(): string {
    if (this.text.startsWith(';;', this.at)) return ';;';
    return /^(?:[a-z]+|[{}!])(?=[\s;|&()]|$)/.exec(this.text.slice(this.at, this.at + 12))?.[0] ?? '';
  }

  protected word(word: string): void {
    this.blank(true);
    if (this.bareWord() === word) this.step(word.length);
    else this.fail();
  }

  protected skipTo(word: string): void {
    for (;;) {
      if (this.peek() === '' || this.broken !== undefined) {
        this.fail();
        return;
      }
      this.blank(true);
      if (this.peek() === ';') this.step();
      else if (this.bareWord() === word) return;
      else if (this.peek() === '(') this.skipParentheses();
      else if (this.readWord() === undefined) this.step();
    }
  }

  protected expect(c: string): void {
    this.blank(true);
    if (this.peek() === c) this.step();
    else this.fail();
  }

  protected peek(): string {
    return this.text[this.at] ?? '';
  }

  protected step(count = 1): void {
    for (let i = 0; i < count && this.at < this.text.length; i++) {
      const c = this.text[this.at++];
      if (c !== '\n') continue;
      this.line++;
      if (this.heredocs.length > 0) this.skipHeredocs();
    }
  }

  protected skipHeredocs(): void {
    for (const { end, indented } of this.heredocs.splice(0)) {
      for (;;) {
        if (this.at >= this.text.length) break;
        const next = this.text.indexOf('\n', this.at);
        const stop = next < 0 ? this.text.length : next;
        const line = this.text.slice(this.at, stop).replace(/\r$/, '');
        this.at = Math.min(stop + 1, this.text.length);
        this.line++;
        if ((indented ? line.replace(/^\t+/, '') : line) === end) break;
      }
    }
  }

  protected fail(): void {
    this.broken ??= this.line;
    this.at = this.text.length;
  }

  /** Commands up to one of some words. */
  abstract list(ends: readonly string[]): List;

  /** The commands of a text of its own. */
  protected abstract inner(text: string): List;
}

/** `${name}`, `${name:-other}`, `${1:?message}`; what cuts or replaces is open. */
function braced(inner: string, written: string): Piece {
  const list = /^([A-Za-z_]\w*)\[[@*]\]$/.exec(inner);
  if (list !== null) return { kind: 'variable', name: `${list[1]!}[@]` };
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
