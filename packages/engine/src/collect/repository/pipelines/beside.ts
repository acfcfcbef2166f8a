import type { Command } from './command.ts';
import type { Asked } from './shell-asks.ts';
import type { Fate } from './shell-fates.ts';
import type { Chain } from './shell-tree.ts';

/** One of several that are run whether or not the others end well: by `make -k`, by `concurrently`, on both sides of `||`. */
export interface Beside {
  /** What all of them have in common, and nothing else. */
  readonly group: object;
  readonly place: string | number;
  /** Of the others, those that it is not run without. */
  readonly waitsFor?: ReadonlySet<string | number>;
  /** What runs them so: `make -k`. */
  readonly how: string;
}

/** Commands as a later one of the same script sees them: those that it is run beside do not keep it from running. */
export function seenBy(later: Command | undefined, commands: readonly Command[]): readonly Command[] {
  return commands.map((one) => {
    const how = later === undefined ? undefined : howBeside(one, later);
    const fate: Fate | undefined =
      how === undefined
        ? fateWithin(one, later)
        : { swallowed: `what comes after it runs all the same (${how})` };
    const { fate: _, ...rest } = one;
    return fate === undefined ? rest : { ...rest, fate };
  });
}

/** A shell that ends well at a failure ends: what comes after that in the same shell does not run. */
function fateWithin({ fate }: Command, later: Command | undefined): Fate | undefined {
  const shell = fate !== undefined && 'within' in fate ? fate.within : undefined;
  const isInIt = later?.fate !== undefined && 'within' in later.fate && later.fate.within === shell;
  return shell !== undefined && isInIt ? undefined : fate;
}

function howBeside(one: Command, later: Command): string | undefined {
  for (const { group, place, waitsFor, how } of later.beside ?? []) {
    const other = one.beside?.find((own) => own.group === group);
    if (other !== undefined && other.place !== place && waitsFor?.has(other.place) !== true) return how;
  }
  return undefined;
}

/** What a script says around a command, and around what leads to it. */
interface Around {
  readonly beside?: readonly Beside[];
  readonly asked?: readonly Asked[];
}

/** All that several say together, from the outermost to the innermost. */
export function together(...all: readonly Around[]): Around {
  const beside = all.flatMap((one) => one.beside ?? []);
  const asked = all.flatMap((one) => one.asked ?? []);
  return { ...(beside.length === 0 ? {} : { beside }), ...(asked.length === 0 ? {} : { asked }) };
}

/** What stands behind `||` is run where one before it fails, and all else where those before it have ended well. */
export function besideInChain({ pipes }: Chain, place: number): readonly Beside[] {
  if (!pipes.some(({ after }) => after === '||')) return [];
  const waitsFor = new Set(pipes[place]!.after === '||' ? [] : pipes.keys());
  return [{ group: pipes, place, waitsFor, how: '||' }];
}
