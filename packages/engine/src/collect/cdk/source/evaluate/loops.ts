import type { Location } from '../../../../model/origin.ts';
import type { Statement } from '../syntax/tree.ts';
import { bind } from './assignment.ts';
import { call } from './calls.ts';
import { type Ending, GOES_ON, partly } from './ending.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { type Run, scalar, seenThrough } from './run.ts';
import { innerScope, type Scope } from './scope.ts';
import { runStatements } from './statements.ts';

/** Follows a loop over something: a turn for each member that is known, one more where there may be others. */
export function runEach(
  statement: Extract<Statement, { kind: 'each' }>,
  scope: Scope,
  by: Execution,
): Ending {
  const over = evaluate(statement.over, scope, by);
  const items = statement.keys ? keysOf(over, statement.at) : itemsOf(over, statement.at, scope.frame.python);
  const body = (item: Run): Ending => {
    const own = scope.frame.python ? scope : innerScope(scope);
    bind(statement.target, item, own, statement.at, by);
    return runStatements(statement.body, own, by);
  };
  const leaves = hasLeave(statement.body);
  for (const item of (items?.cell.items ?? []).slice(0, MAX_TURNS)) {
    // A turn that may leave the loop makes what follows uncertain.
    const ending = leaves ? by.maybe(statement.at, 'how far a loop goes', () => body(item)) : body(item);
    if (ending.left.op !== 'never') return partly(ending, statement.at, by);
  }
  if (items === undefined || items.cell.open || items.cell.items.length > MAX_TURNS) {
    const member = by.unknown('a member of a list that is not known', statement.at);
    return by.maybe(statement.at, 'what a loop goes over', () => partly(body(member), statement.at, by));
  }
  return GOES_ON;
}

/** Calls a function for each item of a list, as `map` and `forEach` do. */
export function forEachItem(
  list: Extract<Run, { kind: 'list' }>,
  callback: Run,
  at: Location,
  by: Execution,
): Run[] {
  const results = list.cell.items
    .slice(0, MAX_TURNS)
    .map((item, index) => call(callback, [seenThrough(item, list.seen), scalar(index, at)], at, by));
  if (list.cell.open || list.cell.items.length > MAX_TURNS)
    by.maybe(at, 'what a list holds', () => call(callback, [by.unknown('a member of a list', at)], at, by));
  return results;
}

/** What a loop goes over; `undefined` where that is not known. */
function itemsOf(run: Run, at: Location, python: boolean): Extract<Run, { kind: 'list' }> | undefined {
  if (run.kind === 'list') {
    if (run.seen.length === 0) return run;
    return {
      ...run,
      cell: { items: run.cell.items.map((i) => seenThrough(i, run.seen)), open: run.cell.open },
    };
  }
  return python && run.kind === 'object' ? keysOf(run, at) : undefined;
}

function keysOf(run: Run, at: Location): Extract<Run, { kind: 'list' }> | undefined {
  if (run.kind !== 'object') return undefined;
  const items = [...run.cell.members.keys()].map((key) => scalar(key, at));
  return { kind: 'list', cell: { items, open: run.cell.open }, at, seen: run.seen };
}

function hasLeave(body: readonly Statement[], depth = 0): boolean {
  return (
    depth < 20 &&
    body.some((s) => {
      if (s.kind === 'leave' || s.kind === 'return') return true;
      if (s.kind === 'if') return hasLeave(s.yes, depth + 1) || hasLeave(s.no, depth + 1);
      return s.kind === 'block' || s.kind === 'try' ? hasLeave(s.body, depth + 1) : false;
    })
  );
}

/** A list longer than this is followed so far, and then once more for any member of the rest. */
const MAX_TURNS = 200;
