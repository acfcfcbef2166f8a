import { type Condition, not } from '../../model/condition.ts';
import type { Location, Origin } from '../../model/origin.ts';
import { absent, known, listOf, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { originOf, type Run, seenThrough } from '../cdk/source/evaluate/run.ts';

/** What would show the rest of what an application makes. */
export const ACCOUNT = 'assessing the account that it deploys to';

/** Objects may hold themselves; deeper than this nothing is read. */
const MOST_NESTED = 14;

/** A value as the source says it; what it computes, or only a deployment knows, is unknown. */
export function valueIn(run: Run, depth = 0): Value {
  const origin = originOf(run);
  const inner = (one: Run) => valueIn(seenThrough(one, run.seen), depth + 1);
  if (depth > MOST_NESTED) return later('what is nested here', origin);
  switch (run.kind) {
    case 'scalar':
      return known(run.value, origin);
    case 'undefined':
      return absent(origin);
    case 'choice':
      return chosen(run, (one) => valueIn(one, depth + 1));
    case 'text':
      return { kind: 'composed', parts: run.parts.map(inner), origin };
    case 'list':
      return listOf(
        run.cell.items.map(inner),
        origin,
        run.cell.open ? later('more of it', origin) : undefined,
      );
    case 'object':
      return objectOf(
        new Map([...run.cell.members].map(([name, one]) => [name, inner(one)])),
        origin,
        run.cell.open ? later('more of it', origin) : undefined,
      );
    case 'unknown':
      return unknown('unresolved-expression', ACCOUNT, saying(run.text, origin), run.text);
    default:
      return later('what is made here', origin);
  }
}

/** Asks on both sides of an open choice. */
export function chosen(run: Extract<Run, { kind: 'choice' }>, ask: (run: Run) => Value): Value {
  return {
    kind: 'choice',
    condition: run.condition,
    whenTrue: ask(run.yes),
    whenFalse: ask(run.no),
    origin: originOf(run),
  };
}

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600, day: 86_400 };

/** `10 seconds`, as a number of them. Source: SST documentation, "Function", `timeout`. */
export function secondsOf(run: Run): Value {
  return measured(run, (text) => {
    const [, amount, unit] = /^(\d+(?:\.\d+)?) (second|minute|hour|day)s?$/.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * SECONDS[unit!]!;
  });
}

/** `1 GB`, as a number of megabytes. Source: SST documentation, "Function", `memory`. */
export function megabytesOf(run: Run): Value {
  return measured(run, (text) => {
    const [, amount, unit] = /^(\d+(?:\.\d+)?) (MB|GB)$/.exec(text) ?? [];
    return amount === undefined ? undefined : Number(amount) * (unit === 'GB' ? 1024 : 1);
  });
}

/** In version 2 of SST a number stands for itself. */
function measured(run: Run, measure: (text: string) => number | undefined): Value {
  if (run.kind === 'choice') return chosen(run, (one) => measured(one, measure));
  if (run.kind !== 'scalar') return valueIn(run);
  const value = typeof run.value === 'number' ? run.value : measure(String(run.value));
  return value === undefined ? later('what is written here', originOf(run)) : known(value, originOf(run));
}

/** What is unknown of a value until it is deployed. */
export function later(what: string, origin: Origin): Unknown {
  return unknown('unsupported-construct', `${what}: ${ACCOUNT}`, origin);
}

function saying(what: string, origin: Origin): Origin {
  return { ...origin, at: { ...origin.at, what } };
}

/** A member of what something is given; nothing where it has none. */
export function given(args: Run | undefined, name: string): Run | undefined {
  if (args === undefined || args.kind === 'undefined') return undefined;
  if (args.kind === 'choice') {
    const nothing: Run = { kind: 'undefined', at: args.at, seen: [] };
    const [yes, no] = [given(args.yes, name), given(args.no, name)];
    if (yes === undefined && no === undefined) return undefined;
    return { ...args, yes: yes ?? nothing, no: no ?? nothing };
  }
  if (args.kind !== 'object') return args.kind === 'scalar' ? undefined : hidden(name, args.at);
  const found = args.cell.members.get(name);
  if (found !== undefined) return found.kind === 'undefined' ? undefined : seenThrough(found, args.seen);
  return args.cell.open ? hidden(name, args.at) : undefined;
}

/** Something of which nothing is known but where it may stand. */
export function hidden(text: string, at: Location): Run {
  return { kind: 'unknown', id: -1, text, at, seen: [] };
}

/** A text that is known. */
export function textIn(run: Run | undefined): string | undefined {
  return run?.kind === 'scalar' && typeof run.value === 'string' ? run.value : undefined;
}

/** The parts of a value that hangs on conditions, each with its own. */
export function* armsOf(
  run: Run,
  conditions: readonly Condition[] = [],
): Generator<{ readonly run: Run; readonly conditions: readonly Condition[] }> {
  if (run.kind !== 'choice') {
    yield { run, conditions };
    return;
  }
  yield* armsOf(run.yes, [...conditions, run.condition]);
  yield* armsOf(run.no, [...conditions, not(run.condition)]);
}
