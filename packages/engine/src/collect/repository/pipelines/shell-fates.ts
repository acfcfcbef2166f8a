import { isQuestion } from './shell-conditions.ts';
import { OPEN, plainly } from './shell-text.ts';
import type { Chain, List, ShellCommand, ShellWord, SimpleCommand } from './shell-tree.ts';

/** Why a failure does not count, or what would tell whether it does. */
export type Fate =
  | {
      readonly swallowed: string;
      /** The shell that ends at the failure all the same, and ends well. */
      readonly within?: object;
    }
  | { readonly open: string };

export const ASKED: Fate = { open: 'what the script does when it fails' };

export const LOST: Fate = { swallowed: 'its exit status is lost where its output is put in' };

/** Whether what comes next looks at how the command ended (`$?`). */
export function asksForStatus({ pipes }: Chain): boolean {
  return pipes.some(({ pipe }) =>
    pipe.commands.some((command) =>
      command.kind === 'simple'
        ? /\$\?|PIPESTATUS/.test(command.written)
        : command.kind === 'if' && command.branches.some(({ written }) => /\$\?|PIPESTATUS/.test(written)),
    ),
  );
}

/** The command of a pipe whose end the script ends with: the first, or the last. */
export type HandedOn = 'first' | 'last';

/**
 * Whether a script ends with how the command at a place of it ended: `exit $?` after it, or `status=${PIPESTATUS[0]}` and,
 * whatever comes between, `exit "$status"`.
 */
export function handedOn(list: List, place: number): HandedOn | undefined {
  const now = aloneIn(list[place + 1]);
  if (now === undefined) return undefined;
  const exits = EXITS_WITH.exec(now.written.trim());
  if (exits !== null) return exits[1] === '?' ? 'last' : 'first';
  const keeps = KEEPS.exec(now.written.trim());
  if (keeps === null || now.words.length > 0) return undefined;
  const [, name, status] = keeps;
  for (const chain of list.slice(place + 2)) {
    const one = aloneIn(chain);
    const [, kept] = /^(?:exit|return)\s+"?\$\{?(\w+)\}?"?$/.exec(one?.written.trim() ?? '') ?? [];
    if (kept === name) return status === '?' ? 'last' : 'first';
    if (losesIt([chain], name!)) return undefined;
  }
  return undefined;
}

/** Whether a list may end the script, however well, or forget how it shall end: `if …; then status=0; fi`. */
function losesIt(list: List, name: string): boolean {
  const loses = (command: ShellCommand): boolean => {
    switch (command.kind) {
      case 'simple':
        return (
          /^(?:exit|return|exec)\b/.test(command.written) ||
          command.assignments.some((one) => one.name === name && !isFailure(one.value)) ||
          (SETS.test(command.written) && new RegExp(`(?<![\\w$])${name}\\b`).test(command.written))
        );
      case 'if':
        return (
          command.branches.some(({ when, body }) => losesIt(when, name) || losesIt(body, name)) ||
          losesIt(command.otherwise ?? [], name)
        );
      case 'case':
        return command.arms.some(({ body }) => losesIt(body, name));
      case 'loop':
      case 'group':
        return losesIt(command.body, name);
      case 'function':
        return false;
    }
  };
  return list.some(({ pipes }) => pipes.some(({ pipe }) => pipe.commands.some(loses)));
}

/** What may set a variable without an assignment of its own. */
const SETS = /^(?:(?:export|declare|typeset|local|readonly|read|let|unset|printf\s+-v)\b|\(\()/;

function isFailure({ pieces: [only, more] }: ShellWord): boolean {
  return only?.kind === 'text' && more === undefined && /^[1-9]\d*$/.test(only.text);
}

const EXITS_WITH = /^(?:exit|return)\s+"?\$(?:(\?)|\{PIPESTATUS\[0\]\})"?$/;
const KEEPS = /^(\w+)="?\$(?:(\?)|\{PIPESTATUS\[0\]\})"?$/;

/** What a trap makes of a shell that fails: `trap 'exit 0' EXIT` lets it end well. Nothing where it leaves that as it is. */
export function fateByTrap(
  [, handler = '', ...signals]: readonly string[],
  functions: ReadonlyMap<string, { readonly body: List }>,
): Fate | undefined {
  if (!signals.some((signal) => /^(?:EXIT|0|ERR)$/.test(signal))) return undefined;
  const called = lastAlone(functions.get(handler)?.body)?.written ?? handler;
  return /(?:^|[;\n])\s*exit\s+0\s*;?\s*$/.test(called)
    ? { swallowed: `the script ends well whatever fails in it (trap … ${signals.join(' ')})`, within: {} }
    : undefined;
}

/** The last command of a list, where it is a plain one that nothing is joined to. */
function lastAlone(list: List = []): SimpleCommand | undefined {
  const [only, more] = list.at(-1)?.pipes ?? [];
  const [command] = only?.pipe.commands ?? [];
  return command?.kind === 'group' && more === undefined ? lastAlone(command.body) : aloneIn(list.at(-1));
}

/** The only command of a chain, where it is a plain one. */
function aloneIn(chain: Chain | undefined, mayBeNegated = false) {
  if (chain === undefined || chain.background || chain.pipes.length !== 1) return undefined;
  const { commands, negated } = chain.pipes[0]!.pipe;
  const [command] = commands;
  const isPlain = commands.length === 1 && (mayBeNegated || !negated);
  return isPlain && command?.kind === 'simple' ? command : undefined;
}

/**
 * Whether a list ends the script badly by itself somewhere behind a place, so that what went wrong before may be what it looks
 * at. An exit behind `||` minds its own command alone.
 */
export function exitsItself(list: List, behind = -1): boolean {
  // Asked at each command of a script that may be long.
  let last = LAST_EXIT.get(list);
  if (last === undefined) {
    last = list.findLastIndex(({ pipes }) =>
      pipes.some(({ after, pipe }) => after !== '||' && pipe.commands.some(mayExit)),
    );
    LAST_EXIT.set(list, last);
  }
  return last > behind;
}

/** Where a list ends the script badly by itself the last time. */
const LAST_EXIT = new WeakMap<List, number>();

/**
 * Whether a script asks for a file and ends badly on one of the ways: it counts on the file, and who wrote it knows where that
 * comes from.
 */
export function endsForWant([asks, more]: List, ...ways: readonly (List | undefined)[]): boolean {
  const command = more === undefined ? aloneIn(asks, true) : undefined;
  return (
    command !== undefined &&
    /^(?:\[\[?|test)\s+(?:!\s+)?-[efrsx]\s/.test(command.written) &&
    ways.some((way) => way !== undefined && exitsItself(way))
  );
}

function mayExit(command: ShellCommand): boolean {
  switch (command.kind) {
    case 'simple': {
      const [first, second] = command.words.map(({ pieces: [piece] }) =>
        piece?.kind === 'text' ? piece.text : undefined,
      );
      return /^(exit|return|false)$/.test(first ?? '') && second !== '0' && command.words.length > 0;
    }
    case 'if':
      return command.branches.some(({ body }) => exitsItself(body)) || exitsItself(command.otherwise ?? []);
    case 'case':
      return command.arms.some(({ body }) => exitsItself(body));
    case 'loop':
    case 'group':
      return exitsItself(command.body);
    case 'function':
      return false;
  }
}

export function withFate(fate: Fate | undefined): { readonly fate?: Fate } {
  return fate === undefined ? {} : { fate };
}

/** What is swallowed further in or out stays swallowed. */
export function worse(outer: Fate | undefined, inner: Fate | undefined): Fate | undefined {
  if (inner !== undefined && 'swallowed' in inner) return inner;
  if (outer !== undefined && 'swallowed' in outer) return outer;
  return inner ?? outer;
}

/** What becomes of a failure of `saved` that `||` answers with something else (`by`). */
export function rescued(
  saved: ShellCommand,
  by: ShellCommand,
  functions: ReadonlyMap<string, { readonly body: List }>,
): Fate | undefined {
  const last = by.kind === 'group' ? by.body.at(-1)?.pipes.at(-1)?.pipe.commands.at(-1) : by;
  if (last?.kind === 'group') return rescued(saved, last, functions);
  // What is noted is asked for later on.
  if (last?.kind !== 'simple' || last.words.length === 0) return undefined;
  const words = saidBy(last);
  const [program = ''] = words;
  const succeeds =
    /^(true|:|echo|printf|logger)$/.test(program) ||
    (/^(exit|return)$/.test(program) && (words[1] ?? '0') === '0');
  if (succeeds) return { swallowed: `|| ${last.written} makes good of it` };
  const ends = exitsItself([{ pipes: [{ pipe: { commands: [last], negated: false } }], background: false }]);
  const own = functions.get(program)?.body;
  if (ends || SAYS_WHY.test(program) || (own !== undefined && exitsItself(own))) return undefined;
  // The same once more: it fails where that does.
  const isAgain =
    saved.kind === 'simple' &&
    saidBy(saved)
      .slice(0, 2)
      .every((word, at) => word === words[at]);
  return isAgain || asksOnly(saved)
    ? undefined
    : { open: `how ${plainly(last.written)} ends, which is run where it fails` };
}

function asksOnly(command: ShellCommand): boolean {
  return isQuestion({ commands: [command], negated: false });
}

/** What is called so ends a script badly. */
const SAYS_WHY = /^(?:die|fail|abort|bail|panic|err|error)(?:[_-]?\w+)?$/i;

function saidBy({ words }: SimpleCommand): readonly string[] {
  return words.map(({ pieces }) => (pieces[0]?.kind === 'text' ? pieces[0].text : OPEN));
}

export function nameOf(command: ShellCommand): string {
  return command.kind === 'simple' ? (command.written.split(/\s/, 1)[0] ?? 'the next') : 'the next';
}
