import { writtenWords } from './shell-loops.ts';
import type {
  Assignment,
  Chain,
  List,
  Pipe,
  ShellCommand,
  ShellText,
  ShellWord,
  SimpleCommand,
} from './shell-tree.ts';
import { ShellWords } from './shell-words.ts';

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

class ShellReader extends ShellWords {
  /** Chains up to one of some words, which is left to the caller. */
  list(ends: readonly string[]): List {
    const chains: Chain[] = [];
    if (++this.depth > DEEPEST) this.fail();
    while (this.broken === undefined) {
      this.blank(true);
      while (this.peek() === ';' && this.text[this.at + 1] !== ';') {
        this.step();
        this.blank(true);
      }
      const next = this.peek();
      if (next === '') break;
      if (next === ')' || this.text.startsWith(';;', this.at)) break;
      const word = this.bareWord();
      if (ends.includes(word)) break;
      if (RESERVED_ENDS.has(word)) {
        this.fail();
        break;
      }
      const before = this.at;
      chains.push(this.chain());
      if (this.at === before) this.fail();
    }
    this.depth--;
    return chains;
  }

  protected chain(): Chain {
    const pipes: { after?: '&&' | '||'; pipe: Pipe }[] = [{ pipe: this.pipe() }];
    for (;;) {
      this.blank(false);
      const op = this.text.slice(this.at, this.at + 2);
      if (op !== '&&' && op !== '||') break;
      this.step(2);
      this.blank(true);
      const before = this.at;
      pipes.push({ after: op, pipe: this.pipe() });
      if (this.at === before) {
        this.fail();
        break;
      }
    }
    const background = this.peek() === '&';
    if (background) this.step();
    return { pipes, background };
  }

  protected pipe(): Pipe {
    let negated = false;
    if (this.bareWord() === '!') {
      negated = true;
      this.step();
      this.blank(false);
    }
    const commands = [this.command()];
    for (;;) {
      this.blank(false);
      if (this.peek() !== '|' || this.text[this.at + 1] === '|') break;
      this.step(this.text[this.at + 1] === '&' ? 2 : 1);
      this.blank(true);
      commands.push(this.command());
      if (this.broken !== undefined) break;
    }
    return { commands, negated };
  }

  protected command(): ShellCommand {
    const word = this.bareWord();
    if (this.text.startsWith('((', this.at)) {
      // Arithmetic
      this.skipParentheses();
      return { kind: 'group', body: [] };
    }
    if (this.peek() === '(') {
      this.step();
      const body = this.list([]);
      this.expect(')');
      this.redirections();
      return { kind: 'group', body };
    }
    switch (word) {
      case '{': {
        this.step();
        const body = this.list(['}']);
        this.word('}');
        this.redirections();
        return { kind: 'group', body };
      }
      case 'if':
        return this.if();
      case 'while':
      case 'until': {
        this.word(word);
        const when = this.list(['do']);
        return { kind: 'loop', when, body: this.body() };
      }
      case 'for':
      case 'select': {
        this.word(word);
        const from = this.at;
        this.skipTo('do');
        const over = word === 'for' ? writtenWords(this.text.slice(from, this.at)) : undefined;
        return { kind: 'loop', ...(over === undefined ? {} : { over }), body: this.body() };
      }
      case 'case':
        return this.case();
      case 'function':
        this.word(word);
        this.blank(false);
        break;
    }
    const named = /^([A-Za-z_][\w:.-]*)\s*\(\s*\)/.exec(this.text.slice(this.at, this.at + 100));
    const plain = word === 'function' ? /^([\w:.-]+)\s*(?:\(\s*\))?/.exec(this.text.slice(this.at)) : named;
    if (plain !== null) {
      this.step(plain[0].length);
      this.blank(true);
      const body = this.command();
      return { kind: 'function', name: plain[1]!, body: [chainOf(body)] };
    }
    return this.simple();
  }

  protected if(): ShellCommand {
    const branches: { when: List; body: List; written: string }[] = [];
    let word = 'if';
    while (word === 'if' || word === 'elif') {
      this.word(word);
      const from = this.at;
      const when = this.list(['then']);
      const written = this.text
        .slice(from, this.at)
        .replace(/[;\s]+$/, '')
        .trim();
      this.word('then');
      const body = this.list(['elif', 'else', 'fi']);
      branches.push({ when, body, written });
      word = this.bareWord();
      if (this.broken !== undefined) break;
    }
    let otherwise: List | undefined;
    if (word === 'else') {
      this.word('else');
      otherwise = this.list(['fi']);
    }
    this.word('fi');
    this.redirections();
    return otherwise === undefined ? { kind: 'if', branches } : { kind: 'if', branches, otherwise };
  }

  protected body(): List {
    this.word('do');
    const body = this.list(['done']);
    this.word('done');
    this.redirections();
    return body;
  }

  protected case(): ShellCommand {
    this.word('case');
    this.blank(false);
    const of = this.readWord() ?? { pieces: [], quoted: false };
    this.blank(true);
    this.word('in');
    const arms: { patterns: string[]; body: List }[] = [];
    for (;;) {
      this.blank(true);
      if (this.bareWord() === 'esac' || this.peek() === '' || this.broken !== undefined) break;
      if (this.peek() === '(') this.step();
      const close = this.text.indexOf(')', this.at);
      if (close < 0) {
        this.fail();
        break;
      }
      const patterns = this.text
        .slice(this.at, close)
        .split('|')
        .map((pattern) => pattern.trim().replace(/^(["'])(.*)\1$/, '$2'));
      this.step(close + 1 - this.at);
      const body = this.list(['esac']);
      arms.push({ patterns, body });
      if (this.text.startsWith(';;', this.at)) this.step(this.text[this.at + 2] === '&' ? 3 : 2);
    }
    this.word('esac');
    this.redirections();
    return { kind: 'case', of, arms };
  }

  protected simple(): SimpleCommand {
    const from = this.at;
    const line = this.line;
    const assignments: Assignment[] = [];
    const words: ShellWord[] = [];
    let output: string | undefined;
    let redirects = false;
    for (;;) {
      this.blank(false);
      const redirected = this.redirection();
      if (redirected !== undefined) {
        redirects = true;
        output = redirected === '' ? output : redirected;
        continue;
      }
      const assigned =
        words.length === 0 ? /^([A-Za-z_]\w*)(\+?)=/.exec(this.text.slice(this.at, this.at + 80)) : null;
      if (assigned !== null) {
        this.step(assigned[0].length);
        const common = { name: assigned[1]!, ...(assigned[2] === '+' ? { appends: true as const } : {}) };
        if (this.peek() === '(')
          assignments.push({ ...common, value: openWord(assigned[0]), words: this.listed() });
        else assignments.push({ ...common, value: this.readWord() ?? { pieces: [], quoted: false } });
        continue;
      }
      if (words.length === 0 && /^\[\[\s/.test(this.text.slice(this.at, this.at + 3))) {
        const from = this.at;
        const length = this.text.slice(from).search(/\s\]\]/);
        this.step(length < 0 ? this.text.length : length + 3);
        words.push(...insideBrackets(this.text.slice(from, this.at)));
        continue;
      }
      const word = this.readWord();
      if (word === undefined) break;
      words.push(word);
      if (this.broken !== undefined) break;
    }
    if (words.length === 0 && assignments.length === 0 && !redirects) this.fail();
    const written = this.text
      .slice(from, this.at)
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

  /** The words of `(a b)`. */
  protected listed(): readonly ShellWord[] {
    const words: ShellWord[] = [];
    this.step();
    for (;;) {
      this.blank(true);
      const word = this.readWord();
      if (word === undefined || this.broken !== undefined) break;
      words.push(word);
    }
    this.expect(')');
    return words;
  }

  protected inner(text: string): List {
    return readShell(text, this.line).body;
  }
}

function chainOf(command: ShellCommand): Chain {
  return { pipes: [{ pipe: { commands: [command], negated: false } }], background: false };
}

/** `[[ … ]]` has operators of its own: one comparison keeps its words, anything longer is open. */
function insideBrackets(written: string): readonly ShellWord[] {
  const inner = written.replace(/^\[\[\s|\s\]\]$/g, '').replace(/\s*\n\s*/g, ' ');
  const first: ShellWord = { pieces: [{ kind: 'text', text: '[[' }], quoted: false };
  if (/&&|\|\||=~|[()]/.test(inner)) return [first, openWord(written)];
  const simple = readShell(`test ${inner}`).body[0]?.pipes[0]?.pipe.commands[0];
  return simple?.kind === 'simple' ? [first, ...simple.words.slice(1)] : [first, openWord(written)];
}

function openWord(written: string): ShellWord {
  return { pieces: [{ kind: 'open', written }], quoted: false };
}

export type { List, ShellCommand, SimpleCommand } from './shell-tree.ts';
