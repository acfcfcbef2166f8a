import { join } from '../../files/paths.ts';
import { compared, globFits } from './shell-conditions.ts';
import {
  ASKED,
  asksForStatus,
  exitsItself,
  type Fate,
  LOST,
  nameOf,
  rescued,
  withFate,
  worse,
} from './shell-fates.ts';
import { toldOnce } from './shell-loops.ts';
import { isOpen, OPEN, TOP } from './shell-text.ts';
import type {
  Chain,
  List,
  Piece,
  Pipe,
  ShellCommand,
  ShellWord,
  SimpleCommand,
  WrittenWords,
} from './shell-tree.ts';

/** How the shell takes a failure, and where it starts. */
export interface Shell {
  /** `set -e`: a failing command ends the script. */
  readonly errexit: boolean;
  readonly pipefail: boolean;
}

/** A command as it is run: its words with variables put in, and what becomes of its failure. */
export interface Ran {
  readonly words: readonly string[];
  readonly variables: ReadonlyMap<string, string>;
  /** The folder, relative to the repository; nothing where it is not known. */
  readonly folder: string | undefined;
  readonly line: number;
  /** As it is written. */
  readonly written: string;
  readonly output?: string;
  readonly fate?: Fate;
  /** The condition behind which it runs, as it is written. */
  readonly onlyIf?: string;
}

export interface Start {
  readonly shell: Shell;
  readonly variables: ReadonlyMap<string, string>;
  readonly folder: string | undefined;
  /** The file that is run, where it is one: what `dirname "$0"` names the folder of. */
  readonly script?: string;
}

/** What a shell text runs, in order, as far as its text tells. Nothing is run. */
export function runShell(
  body: List,
  start: Start,
): {
  readonly ran: readonly Ran[];
  readonly end: { readonly folder: string | undefined; readonly variables: ReadonlyMap<string, string> };
} {
  const run = new Run(start);
  run.list(body, {});
  return { ran: run.ran, end: run.end };
}

interface Around {
  readonly fate?: Fate;
  /** What stands behind it ends the script badly by itself where something went wrong. */
  readonly isMinded?: true;
  readonly onlyIf?: string;
}

const MOST = 2_000;
const MOST_STEPS = 20_000;

class Run {
  readonly ran: Ran[] = [];
  readonly #variables: Map<string, string>;
  readonly #functions = new Map<string, List>();
  readonly #calling = new Set<string>();
  readonly #script: string | undefined;
  #shell: Shell;
  #folder: string | undefined;
  #ended = false;
  /** Functions that call each other can go on for ever without running anything. */
  #steps = 0;

  constructor({ shell, variables, folder, script }: Start) {
    this.#shell = shell;
    this.#variables = new Map(variables);
    this.#folder = folder;
    this.#script = script;
  }

  get end() {
    return { folder: this.#folder, variables: this.#variables };
  }

  list(chains: List, around: Around): void {
    for (const [index, chain] of chains.entries()) {
      if (this.#ended) return;
      this.#chain(chain, chains.slice(index + 1), around);
    }
  }

  #chain({ pipes, background }: Chain, rest: List, around: Around): void {
    const [next] = rest;
    const last = next === undefined;
    const isMinded = !this.#shell.errexit && (around.isMinded === true || exitsItself(rest));
    for (const [index, { after, pipe }] of pipes.entries()) {
      if (this.#ended) return;
      const later = pipes.slice(index + 1);
      const saved = later.find((more) => more.after === '||');
      let fate: Fate | undefined;
      if (saved !== undefined) fate = rescued(saved.pipe.commands.at(-1)!);
      else if (background) fate = { swallowed: 'it runs in the background, and nobody waits for it' };
      else if (next !== undefined && !this.#shell.errexit && asksForStatus(next)) fate = ASKED;
      else if (!last && isMinded) fate = ASKED;
      else if (!last && !this.#shell.errexit) fate = { swallowed: 'the script goes on after it (no set -e)' };
      else if (!last && later.length > 0)
        fate = { swallowed: 'a failure before && does not end the script, which goes on with the next line' };
      const own = worse(around.fate, fate);
      const behind = after === '||' ? 'what comes before it fails' : around.onlyIf;
      for (const [place, command] of pipe.commands.entries()) {
        const lost =
          place < pipe.commands.length - 1 && !this.#shell.pipefail
            ? { swallowed: `its exit status is lost in the pipe to ${nameOf(pipe.commands.at(-1)!)}` }
            : undefined;
        this.#command(command, {
          ...withFate(worse(own, lost)),
          ...(behind === undefined ? {} : { onlyIf: behind }),
          ...(isMinded ? { isMinded } : {}),
        });
      }
      // `test -z "$(…)" || exit 1`: what comes before it tells whether it ends anything.
      if (after !== undefined && !this.#isReached(pipes.slice(0, index + 1))) this.#ended = false;
    }
  }

  /** Whether what stands last among some that are joined is certain to run. */
  #isReached(joined: Chain['pipes']): boolean {
    let runs: boolean | undefined = true;
    let succeeded: boolean | undefined;
    for (const { after, pipe } of joined) {
      if (after !== undefined) runs = succeeded === undefined ? undefined : succeeded === (after === '&&');
      if (runs !== false) succeeded = runs === true ? this.#succeeds(pipe) : undefined;
    }
    return runs === true;
  }

  /** How a pipe ends, where its words tell. */
  #succeeds(pipe: Pipe): boolean | undefined {
    const [command, ...others] = pipe.commands;
    if (others.length > 0 || command?.kind !== 'simple') return undefined;
    const words = command.words.map((word) => this.#text(word));
    if (words.length === 1 && /^(true|:|false)$/.test(words[0]!))
      return (words[0] !== 'false') !== pipe.negated;
    return this.#tested([{ pipes: [{ pipe }], background: false }]);
  }

  #command(command: ShellCommand, around: Around): void {
    if (this.ran.length >= MOST || ++this.#steps > MOST_STEPS) {
      this.#ended = true;
      return;
    }
    switch (command.kind) {
      case 'simple':
        this.#simple(command, around);
        return;
      case 'group': {
        const folder = this.#folder;
        this.list(command.body, around);
        this.#folder = folder;
        return;
      }
      case 'function':
        this.#functions.set(command.name, command.body);
        return;
      case 'loop':
        if (command.when !== undefined) this.list(command.when, { ...around, fate: ASKED });
        if (command.over === undefined) this.list(command.body, around);
        else this.#forEach(command.over, command.body, around);
        return;
      case 'if':
        this.#if(command, around);
        return;
      case 'case':
        this.#case(command, around);
        return;
    }
  }

  /** A loop over words that are written is run once for each; what is the same each time is told once. */
  #forEach({ name, words }: WrittenWords, body: List, around: Around): void {
    const from = this.ran.length;
    for (const word of words) {
      if (this.#ended) break;
      this.#variables.set(name, word);
      this.list(body, around);
    }
    this.ran.push(...toldOnce(name, this.ran.splice(from)));
  }

  #if(command: Extract<ShellCommand, { kind: 'if' }>, around: Around): void {
    for (const { when, body, written } of command.branches) {
      const answer = this.#tested(when);
      if (answer === false) continue;
      if (answer === undefined) this.list(when, { ...around, fate: ASKED });
      this.#perhaps(body, answer === true ? around : { ...around, onlyIf: written });
      if (answer === true) return;
    }
    if (command.otherwise === undefined) return;
    const first = command.branches[0]!.written;
    this.#perhaps(
      command.otherwise,
      command.branches.every(({ when }) => this.#tested(when) === false)
        ? around
        : { ...around, onlyIf: `not ${first}` },
    );
  }

  #case(command: Extract<ShellCommand, { kind: 'case' }>, around: Around): void {
    const of = this.#text(command.of);
    if (!isOpen(of)) {
      const arm = command.arms.find(({ patterns }) => patterns.some((pattern) => globFits(pattern, of)));
      if (arm !== undefined) this.list(arm.body, around);
      return;
    }
    for (const { patterns, body } of command.arms)
      this.#perhaps(body, { ...around, onlyIf: patterns.join(' | ') });
  }

  /** What may run or not: an `exit` in it does not end what follows. */
  #perhaps(body: List, around: Around): void {
    this.list(body, around);
    if (around.onlyIf !== undefined) this.#ended = false;
  }

  #simple(command: SimpleCommand, around: Around): void {
    const only = command.words.length === 0;
    for (const { value } of command.assignments)
      this.#substitutions(value, only ? around : { ...around, fate: LOST });
    const assigned = command.assignments.map(({ name, value }) => [name, this.#text(value)] as const);
    if (only) {
      for (const [name, value] of assigned) this.#variables.set(name, value);
      return;
    }
    for (const word of command.words) this.#substitutions(word, { ...around, fate: LOST });
    const words = command.words.flatMap((word) => this.#split(word));
    const [name = ''] = words;
    if (this.#builtin(name, words, command)) return;
    const own = this.#functions.get(name);
    if (own !== undefined && !this.#calling.has(name)) {
      this.#calling.add(name);
      const before = this.#arguments(words.slice(1));
      this.list(own, around);
      this.#arguments(before);
      this.#calling.delete(name);
      return;
    }
    this.ran.push({
      words,
      variables: new Map([...this.#variables, ...assigned]),
      folder: this.#folder,
      line: command.line,
      written: command.written,
      ...(command.output === undefined ? {} : { output: command.output }),
      ...around,
    });
  }

  /** What changes the shell itself. */
  #builtin(name: string, words: readonly string[], command: SimpleCommand): boolean {
    switch (name) {
      case 'cd':
      case 'pushd':
        this.#folder = this.#at(words.find((word, i) => i > 0 && !word.startsWith('-')) ?? OPEN);
        return true;
      case 'popd':
        this.#folder = undefined;
        return true;
      case 'set':
        this.#set(words.slice(1));
        return true;
      case 'export':
      case 'declare':
      case 'local':
      case 'readonly':
        for (const word of words.slice(1)) {
          const match = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word);
          if (match !== null) this.#variables.set(match[1]!, match[2]!);
        }
        return true;
      case 'exit':
        this.ran.push({
          words,
          variables: this.#variables,
          folder: this.#folder,
          line: command.line,
          written: command.written,
        });
        this.#ended = true;
        return true;
      case 'return':
      case 'shift':
      case 'unset':
      case 'trap':
        return true;
    }
    return false;
  }

  #set(options: readonly string[]): void {
    for (const [index, option] of options.entries()) {
      const on = option.startsWith('-');
      if (!on && !option.startsWith('+')) continue;
      if (/^[-+]\w*e/.test(option) && !/^[-+]o$/.test(option)) this.#shell = { ...this.#shell, errexit: on };
      if (/^[-+]\w*o$/.test(option)) {
        const named = options[index + 1];
        if (named === 'pipefail') this.#shell = { ...this.#shell, pipefail: on };
        if (named === 'errexit') this.#shell = { ...this.#shell, errexit: on };
      }
    }
  }

  /** Gives `$1` and those after it other values, and says what they were. */
  #arguments(values: readonly string[]): readonly string[] {
    const before: string[] = [];
    for (let i = 1; i < 10; i++) {
      const old = this.#variables.get(String(i));
      if (old !== undefined) before.push(old);
      const value = values[i - 1];
      if (value === undefined) this.#variables.delete(String(i));
      else this.#variables.set(String(i), value);
    }
    return before;
  }

  #at(path: string): string | undefined {
    if (path.startsWith(TOP)) return join('.', path.slice(TOP.length));
    if (isOpen(path) || path.startsWith('/') || path.startsWith('~') || this.#folder === undefined)
      return undefined;
    return join(this.#folder, path);
  }

  /** Whether a condition holds, where it compares texts that are known. */
  #tested(when: List): boolean | undefined {
    const [chain, more] = when;
    if (chain === undefined || more !== undefined || chain.pipes.length !== 1) return undefined;
    const { commands, negated } = chain.pipes[0]!.pipe;
    const [command] = commands;
    if (commands.length !== 1 || command?.kind !== 'simple') return undefined;
    const words = command.words.map((word) => this.#text(word));
    if (!/^(\[\[?|test)$/.test(words[0] ?? '')) return undefined;
    const asked = words.slice(1).filter((word) => !/^\]\]?$/.test(word));
    const answer = compared(asked);
    return answer === undefined ? undefined : answer !== negated;
  }

  #substitutions({ pieces }: ShellWord, around: Around): void {
    for (const piece of pieces) {
      if (piece.kind !== 'substitution' || this.#folderOfScript(piece.written) !== undefined) continue;
      const { onlyIf: _, ...kept } = around;
      const folder = this.#folder;
      this.list(piece.body, around.onlyIf === undefined ? kept : around);
      this.#folder = folder;
      this.#ended = false;
    }
  }

  /** One word, or several where a variable that is not quoted holds some. */
  #split(word: ShellWord): readonly string[] {
    const text = this.#text(word);
    const spread = !word.quoted && word.pieces.some((piece) => piece.kind === 'variable');
    return spread && /\s/.test(text) ? text.split(/\s+/).filter((part) => part !== '') : [text];
  }

  #text({ pieces }: { readonly pieces: readonly Piece[] }): string {
    return pieces.map((piece) => this.#pieceText(piece)).join('');
  }

  #pieceText(piece: Piece): string {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'open':
        return OPEN;
      case 'substitution':
        return this.#folderOfScript(piece.written) ?? OPEN;
      case 'variable': {
        const value = this.#variables.get(piece.name);
        if (value !== undefined && !(value === '' && piece.otherwise !== undefined)) return value;
        if (
          /^(GITHUB_WORKSPACE|CI_PROJECT_DIR|CODEBUILD_SRC_DIR|BITBUCKET_CLONE_DIR|WORKSPACE)$/.test(
            piece.name,
          )
        )
          return TOP;
        if (piece.name === 'PWD' && this.#folder !== undefined) return `${TOP}${this.#folder}`;
        if (piece.name === '0' && this.#script !== undefined) return `${TOP}${this.#script}`;
        return piece.otherwise === undefined ? OPEN : this.#text({ pieces: piece.otherwise });
      }
    }
  }

  /** The folder of the script itself, which scripts find in a few ways. */
  #folderOfScript(written: string): string | undefined {
    if (/^\$\(\s*pwd\s*\)$|^`pwd`$|^\$\(git rev-parse --show-toplevel\)$/.test(written))
      return written.includes('git') ? TOP : this.#folder === undefined ? OPEN : `${TOP}${this.#folder}`;
    if (this.#script === undefined) return undefined;
    const here =
      /^\$\(\s*(?:cd\s+(?:--\s+)?"?\$\(\s*)?dirname\s+(?:--\s+)?"?(?:\$0|\$\{?BASH_SOURCE(?:\[0\]\})?(?::-\$0\})?)"?\s*\)?"?((?:\/\.\.)*)"?(?:\s*(?:>\s*\/dev\/null\s*)?(?:2>&1\s*)?&&\s*pwd(?:\s+-P)?\s*\))?\)?$/.exec(
        written,
      );
    if (here === null) return undefined;
    const folder = this.#script.includes('/') ? this.#script.slice(0, this.#script.lastIndexOf('/')) : '.';
    return `${TOP}${folder}${here[1] ?? ''}`;
  }
}
