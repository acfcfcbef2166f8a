import { type Beside, besideInChain, together } from './beside.ts';
import { JoinedTexts } from './joined-texts.ts';
import { type Asked, askedInChain, type Fork, PASSED, wayAfter, wayOfCase } from './shell-asks.ts';
import {
  type AskedFile,
  compared,
  emptinessAsked,
  fileAsked,
  globFits,
  isQuestion,
} from './shell-conditions.ts';
import {
  ASKED,
  asksForStatus,
  endsForWant,
  exitsItself,
  type Fate,
  fateByTrap,
  handedOn,
  LOST,
  nameOf,
  rescued,
  withFate,
  worse,
} from './shell-fates.ts';
import { Folder } from './shell-folder.ts';
import { commandsIn, functionsIn, type ShellFunction } from './shell-functions.ts';
import { toldOnce } from './shell-loops.ts';
import { withOptions } from './shell-options.ts';
import { outputOf } from './shell-outputs.ts';
import type { Ran, Shell, Start } from './shell-ran.ts';
import { isOpen, OPEN } from './shell-text.ts';
import type {
  Chain,
  List,
  Pipe,
  ShellCommand,
  ShellWord,
  SimpleCommand,
  WrittenWords,
} from './shell-tree.ts';
import { asArguments, type Defaulted, isUnset, Variables } from './shell-variables.ts';

/** What a shell text runs, in order, as far as its text tells. Nothing is run. */
export function runShell(
  body: List,
  start: Start,
): {
  readonly ran: readonly Ran[];
  readonly end: { readonly folder: string | undefined; readonly variables: ReadonlyMap<string, string> };
} {
  const run = new Run(start);
  for (const list of apartAt(body, start.shell.begins ?? [])) run.list(list, {});
  return { ran: run.ran, end: run.end };
}

/** The commands of a text that are run one after the other, each to its end: by the lines at which they begin. */
function apartAt(body: List, begins: readonly number[]): readonly List[] {
  if (begins.length === 0) return [body];
  let place = 0;
  const places = new Map<Chain, number>();
  for (const chain of body) {
    const line = commandsIn([chain])[0]?.line;
    if (line !== undefined) place = begins.findLastIndex((begin) => begin <= line);
    places.set(chain, place);
  }
  return [...Map.groupBy(body, (chain) => places.get(chain)!).values()];
}

function listOf(pipe: Pipe): List {
  return [{ pipes: [{ pipe }], background: false }];
}

interface Around {
  readonly fate?: Fate;
  /** The command whose output it is given. */
  readonly input?: readonly string[];
  /** What stands behind it ends the script badly by itself where something went wrong. */
  readonly isMinded?: true;
  readonly onlyIf?: string;
  readonly beside?: readonly Beside[];
  readonly asked?: readonly Asked[];
  readonly ifThere?: string;
}

const MOST = 2_000;
const MOST_STEPS = 20_000;

class Run {
  readonly ran: Ran[] = [];
  readonly #variables: Variables;
  readonly #functions = new Map<string, ShellFunction>();
  readonly #sourced: Start['sourced'];
  readonly #fileThere: Start['fileThere'];
  readonly #calling = new Set<string>();
  readonly #joined = new JoinedTexts();
  #shell: Shell;
  /** The file that what is run now was taken from, where that is another one. */
  #file: string | undefined;
  #folder: Folder;
  #ended = false;
  /** What a trap makes of all that fails from there on. */
  #trapped: Fate | undefined;
  /** More is not followed. */
  #isSpent = false;
  /** Functions that call each other can go on for ever without running anything. */
  #steps = 0;

  constructor(start: Start) {
    const { shell, variables, folder, openFolder, script, defaultsAreOpen } = start;
    this.#sourced = start.sourced;
    this.#fileThere = start.fileThere;
    this.#shell = shell;
    this.#variables = new Variables(variables, script, defaultsAreOpen === true, (body) =>
      outputOf(body, this.#functions, (word) => this.#text(word)),
    );
    this.#folder = new Folder(folder, openFolder);
  }

  get end() {
    return { folder: this.#folder.path, variables: this.#variables.held() };
  }

  list(chains: List, around: Around): void {
    for (const place of chains.keys()) {
      if (this.#ended || this.#isSpent) return;
      this.#chain(chains, place, around);
    }
  }

  #chain(chains: List, place: number, around: Around): void {
    const chain = chains[place]!;
    const { pipes, background } = chain;
    const next = chains[place + 1];
    const last = next === undefined;
    const isMinded = !this.#shell.errexit && (around.isMinded === true || exitsItself(chains, place));
    const handed = background || pipes.length > 1 ? undefined : handedOn(chains, place);
    let runs: boolean | undefined = true;
    let succeeded: boolean | undefined;
    for (const [index, { after, pipe }] of pipes.entries()) {
      if (this.#ended || this.#isSpent) return;
      if (after !== undefined) runs = succeeded === undefined ? undefined : succeeded === (after === '&&');
      const asked = pipes.slice(0, index);
      if (asked.some((one) => endsForWant(listOf(one.pipe), listOf(pipe)))) runs = undefined;
      if (runs === false) continue;
      succeeded = runs === true ? this.#succeeds(pipe) : undefined;
      const later = pipes.slice(index + 1);
      const saved = later.find((more) => more.after === '||');
      let fate: Fate | undefined;
      if (saved !== undefined)
        fate = rescued(pipe.commands.at(-1)!, saved.pipe.commands.at(-1)!, this.#functions);
      else if (background) fate = { swallowed: 'it runs in the background, and nobody waits for it' };
      else if (handed !== undefined) fate = undefined;
      else if (next !== undefined && !this.#shell.errexit && asksForStatus(next)) fate = ASKED;
      else if (!last && isMinded) fate = ASKED;
      else if (!last && !this.#shell.errexit) fate = { swallowed: 'the script goes on after it (no set -e)' };
      else if (!last && later.length > 0)
        fate = { swallowed: 'a failure before && does not end the script, which goes on with the next line' };
      const own = worse(around.fate, fate);
      const before = pipes[index - 1]?.pipe;
      const behind = after === '||' ? 'what comes before it fails' : around.onlyIf;
      const there = (after === '&&' ? this.#fileAsked(before!) : undefined) ?? around.ifThere;
      const isDoubtful = runs === undefined && (after === '||' || isQuestion(before!));
      const said = {
        beside: besideInChain(chain, index),
        asked: runs === undefined ? askedInChain(chain, index) : [],
      };
      const held = runs === true ? undefined : this.#variables.held();
      for (const [at, command] of pipe.commands.entries()) {
        const isLast = at === pipe.commands.length - 1;
        const lost =
          (handed === 'first' ? at > 0 : !isLast) && (handed === 'first' || !this.#shell.pipefail)
            ? { swallowed: `its exit status is lost in the pipe to ${nameOf(pipe.commands.at(-1)!)}` }
            : undefined;
        this.#command(command, {
          ...withFate(worse(own, lost)),
          ...(behind === undefined ? {} : { onlyIf: behind }),
          ...(isMinded ? { isMinded } : {}),
          ...(there === undefined ? {} : { ifThere: there }),
          ...together(around, said),
          ...this.#input(pipe, at),
        });
      }
      if (held === undefined) continue;
      // `test -z "$(…)" || exit 1`: what comes before it tells whether it ends anything.
      if (this.#ended) this.#variables.hold(held);
      else if (isDoubtful) {
        const asked = emptinessAsked(before!);
        const isDefault =
          asked !== undefined && asked.empty === (after === '&&') && isUnset(held.get(asked.name));
        const now = this.#variables.held();
        this.#variables.meet([held, now], isDefault ? { name: asked.name, values: now } : undefined);
      }
      this.#ended = false;
    }
  }

  /** What the second command of a pipe is given, where it takes that from nowhere else. */
  #input({ commands }: Pipe, place: number): { readonly input?: readonly string[] } {
    const [first, second] = commands;
    if (place !== 1 || first?.kind !== 'simple' || second?.kind !== 'simple') return {};
    return second.written.includes('<') ? {} : { input: this.#split(first.words) };
  }

  /** How a pipe ends, where its words tell. */
  #succeeds(pipe: Pipe): boolean | undefined {
    const [command, ...others] = pipe.commands;
    if (others.length > 0 || command?.kind !== 'simple') return undefined;
    const words = command.words.map((word) => this.#text(word));
    if (words.length === 1 && /^(true|:|false)$/.test(words[0]!))
      return (words[0] !== 'false') !== pipe.negated;
    return this.#tested(listOf(pipe));
  }

  /** The file that a pipe asks for: `test -f .env`. */
  #fileAsked({ commands: [command, more], negated }: Pipe): string | undefined {
    if (command?.kind !== 'simple' || more !== undefined || negated) return undefined;
    const words = command.words.map((word) => this.#text(word)).filter((word) => !/^\]\]?$/.test(word));
    return /^(\[\[?|test)$/.test(words[0] ?? '') && /^-[efrs]$/.test(words[1] ?? '') ? words[2] : undefined;
  }

  #command(command: ShellCommand, around: Around): void {
    if (this.ran.length >= MOST || ++this.#steps > MOST_STEPS) {
      this.#isSpent = true;
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
        this.#functions.set(command.name, { body: command.body });
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
      if (this.#ended || this.#isSpent) break;
      this.#variables.set(name, word);
      this.list(body, around);
    }
    this.ran.push(...toldOnce(name, this.ran.splice(from)));
  }

  #if(command: Extract<ShellCommand, { kind: 'if' }>, around: Around): void {
    const ways: ReadonlyMap<string, string>[] = [];
    const before = this.#variables.held();
    let defaulted: Defaulted | undefined;
    let isDecided = false;
    let isUnsure = false;
    const fork: Fork = { going: new Set() };
    for (const [place, { when, body, written }] of command.branches.entries()) {
      const answer = endsForWant(when, body, command.otherwise) ? undefined : this.#tested(when);
      if (answer === false) continue;
      isDecided = answer === true;
      if (answer === undefined) this.list(when, { ...around, fate: ASKED });
      const [only, more] = when.length === 1 ? when[0]!.pipes : [];
      const alone = more === undefined ? only?.pipe : undefined;
      const there = alone === undefined ? undefined : this.#fileAsked(alone);
      const way = this.#way(body, {
        ...around,
        ...(isDecided ? {} : { onlyIf: written }),
        ...together(
          around,
          isDecided && !isUnsure
            ? {}
            : {
                asked: [
                  wayAfter(
                    fork,
                    command.branches.slice(0, place).map((one) => one.written),
                    written,
                  ),
                ],
              },
        ),
        ...(there === undefined ? {} : { ifThere: there }),
      });
      if (way !== undefined) {
        ways.push(way);
        fork.going.add(place);
      }
      const asked = alone === undefined ? undefined : emptinessAsked(alone);
      if (asked?.empty === true && way !== undefined && isUnset(before.get(asked.name)))
        defaulted ??= { name: asked.name, values: way };
      if (isDecided) break;
      isUnsure = true;
      this.#variables.hold(before);
    }
    if (!isDecided && command.otherwise === undefined) {
      ways.push(before);
      fork.going.add(PASSED);
    }
    if (!isDecided && command.otherwise !== undefined) {
      const first = command.branches[0]!.written;
      const isSure = command.branches.every(
        ({ when, body }) => !endsForWant(when, body, command.otherwise) && this.#tested(when) === false,
      );
      const place = command.branches.length;
      const asked = {
        asked: [
          wayAfter(
            fork,
            command.branches.map(({ written }) => written),
          ),
        ],
      };
      const way = this.#way(
        command.otherwise,
        isSure ? around : { ...around, onlyIf: `not ${first}`, ...together(around, asked) },
      );
      if (way !== undefined) {
        ways.push(way);
        fork.going.add(place);
      }
    }
    this.#meet(ways, defaulted);
  }

  #case(command: Extract<ShellCommand, { kind: 'case' }>, around: Around): void {
    const of = this.#variables.asked(command.of, this.#folder.path);
    // The first arm of which that is not a plain no.
    const first = isOpen(of)
      ? undefined
      : command.arms.find(({ patterns }) => patterns.some((pattern) => globFits(pattern, of) !== false));
    if (!isOpen(of) && first?.patterns.some((pattern) => globFits(pattern, of)) !== false) {
      if (first !== undefined) this.list(first.body, around);
      return;
    }
    const before = this.#variables.held();
    const fork: Fork = { going: new Set() };
    const ways = command.arms.flatMap(({ patterns, body }, place) => {
      this.#variables.hold(before);
      const written = patterns.join(' | ');
      const asked = { asked: [wayOfCase(fork, place, command.of, patterns)] };
      const way = this.#way(body, { ...around, onlyIf: written, ...together(around, asked) });
      if (way !== undefined) fork.going.add(place);
      return way ?? [];
    });
    if (!command.arms.some(({ patterns }) => patterns.includes('*'))) {
      ways.push(before);
      fork.going.add(PASSED);
    }
    this.#meet(ways);
  }

  /** Runs what may run or not, and says what variables hold after it; nothing where it ends the script. */
  #way(body: List, around: Around): ReadonlyMap<string, string> | undefined {
    this.list(body, around);
    if (!this.#ended) return this.#variables.held();
    this.#ended = false;
    return undefined;
  }

  /** Where all ways end the script, so does what holds them. */
  #meet(ways: readonly ReadonlyMap<string, string>[], defaulted?: Defaulted): void {
    if (ways.length === 0) this.#ended = true;
    else this.#variables.meet(ways, defaulted);
  }

  #simple(command: SimpleCommand, { input, ...around }: Around): void {
    const only = command.words.length === 0;
    this.#joined.heed(command, (word) => this.#text(word));
    for (const { value } of command.assignments)
      this.#substitutions(value, only ? around : { ...around, fate: LOST });
    const assigned = command.assignments.map(
      (assignment) => [assignment, this.#text(assignment.value)] as const,
    );
    if (only) {
      for (const [{ name, words, appends }, value] of assigned) {
        if (words !== undefined) this.#variables.setList(name, this.#split(words), appends === true);
        else
          this.#variables.set(name, appends === true ? `${this.#variables.get(name) ?? ''}${value}` : value);
      }
      return;
    }
    for (const word of command.words) this.#substitutions(word, { ...around, fate: LOST });
    const words = this.#split(command.words);
    const [name = ''] = words;
    if (this.#builtin(name, words, command, around)) return;
    if (name === 'source' || name === '.') this.#take(words[1] ?? OPEN);
    const own = this.#functions.get(name);
    if (own !== undefined && !this.#calling.has(name)) {
      this.#calling.add(name);
      const [before, file] = [this.#variables.arguments(asArguments(words.slice(1))), this.#file];
      this.#file = own.file ?? file;
      this.list(own.body, around);
      this.#file = file;
      this.#variables.arguments(before);
      this.#calling.delete(name);
      return;
    }
    const started = this.#started(words, command);
    const set = assigned.map(([assignment, value]) => [assignment.name, value] as const);
    this.ran.push({
      ...started,
      ...(set.length === 0 ? {} : { variables: new Map([...started.variables, ...set]) }),
      ...(this.#folder.open === undefined ? {} : { openFolder: this.#folder.open }),
      ...(command.output === undefined ? {} : { output: command.output }),
      ...(name === 'eval' && this.#joined.areIn(command.words) ? { argumentsOpen: true } : {}),
      ...(input === undefined ? {} : { input }),
      ...around,
      ...withFate(worse(this.#trapped, around.fate)),
    });
  }

  /** A file that is sourced brings its functions along. */
  #take(path: string): void {
    const { file, body } = this.#sourced?.(path, this.#folder.path) ?? { file: '', body: [] };
    for (const [name, own] of functionsIn(body)) this.#functions.set(name, { body: own, file });
  }

  /** A command with what surrounds it. */
  #started(words: readonly string[], { line, written }: SimpleCommand): Ran {
    const at = { line, ...(this.#file === undefined ? {} : { file: this.#file }) };
    return { words, variables: this.#variables.held(), folder: this.#folder.path, written, ...at };
  }

  /** What changes the shell itself. */
  #builtin(name: string, words: readonly string[], command: SimpleCommand, around: Around): boolean {
    switch (name) {
      case 'cd':
      case 'pushd':
        this.#folder = this.#folder.at(
          words.find((word, i) => i > 0 && !word.startsWith('-')) ?? OPEN,
          command.written,
        );
        return true;
      case 'popd':
        this.#folder = new Folder(undefined);
        return true;
      case 'set':
        this.#shell = withOptions(this.#shell, words);
        if (words[1] === '--') this.#variables.arguments(asArguments(words.slice(2)));
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
        this.ran.push({ ...this.#started(words, command), ...together(around) });
        this.#ended = true;
        return true;
      case 'shift':
        this.#variables.shift(Number(words[1] ?? 1));
        return true;
      case 'return':
      case 'unset':
        return true;
      case 'trap':
        this.#trapped = fateByTrap(words, this.#functions);
        return true;
    }
    return false;
  }

  /** Whether a condition holds, where it compares texts that are known. */
  #tested(when: List): boolean | undefined {
    const [chain, more] = when;
    if (chain === undefined || more !== undefined || chain.pipes.length !== 1) return undefined;
    const { commands, negated } = chain.pipes[0]!.pipe;
    const [command] = commands;
    if (commands.length !== 1 || command?.kind !== 'simple') return undefined;
    const words = command.words.map((word) => this.#variables.asked(word, this.#folder.path));
    if (!/^(\[\[?|test)$/.test(words[0] ?? '')) return undefined;
    const asked = words.slice(1).filter((word) => !/^\]\]?$/.test(word));
    const file = fileAsked(asked);
    const answer = file === undefined ? compared(asked) : this.#isThere(file);
    return answer === undefined ? undefined : answer !== negated;
  }

  #isThere({ path, is, more }: AskedFile): boolean | undefined {
    const there = this.#fileThere?.(path, this.#folder.path);
    return there === undefined || (there && more) ? undefined : there === is;
  }

  #substitutions({ pieces }: ShellWord, around: Around): void {
    for (const piece of pieces) {
      if (
        piece.kind !== 'substitution' ||
        this.#variables.folderOfScript(piece.written, this.#folder.path) !== undefined
      )
        continue;
      const { onlyIf: _, ...kept } = around;
      const folder = this.#folder;
      this.list(piece.body, around.onlyIf === undefined ? kept : around);
      this.#folder = folder;
      this.#ended = false;
    }
  }

  #split(words: readonly ShellWord[]): readonly string[] {
    return words.flatMap((word) => this.#variables.split(word, this.#folder.path));
  }

  #text(word: ShellWord): string {
    return this.#variables.text(word, this.#folder.path);
  }
}
