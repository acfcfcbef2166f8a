import type { Location } from '../../../../model/origin.ts';
import type { Argument, Expression } from '../syntax/tree.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { type ListCell, type ObjectCell, type Run, seenThrough, shown, textOf } from './run.ts';
import type { Scope } from './scope.ts';

/** An object as it is written. */
export function objectOf(
  expression: Extract<Expression, { kind: 'object' }>,
  scope: Scope,
  by: Execution,
): Run {
  const cell: ObjectCell = { members: new Map(), open: false };
  for (const entry of expression.entries) {
    if ('spread' in entry) spreadInto(evaluate(entry.spread, scope, by), cell, expression.at, by);
    else {
      const key = typeof entry.key === 'string' ? entry.key : textOf(evaluate(entry.key, scope, by));
      const value = evaluate(entry.value, scope, by);
      if (key === undefined) blur(cell, expression.at, by);
      else cell.members.set(key, value);
    }
  }
  return { kind: 'object', cell, at: expression.at, seen: [] };
}

/** A list as it is written. */
export function listOf(items: readonly Argument[], scope: Scope, by: Execution): ListCell {
  const cell: ListCell = { items: [], open: false };
  for (const item of items) {
    const value = evaluate(item.value, scope, by);
    if (item.spread === undefined) cell.items.push(value);
    else if (value.kind === 'list') {
      cell.items.push(...value.cell.items.map((v) => seenThrough(v, value.seen)));
      cell.open ||= value.cell.open;
    } else if (value.kind !== 'undefined') cell.open = true;
  }
  return cell;
}

/** Writes all members of a value into an object. */
export function spreadInto(value: Run, cell: ObjectCell, at: Location, by: Execution): void {
  if (value.kind === 'undefined' || (value.kind === 'scalar' && typeof value.value !== 'string')) return;
  if (value.kind === 'choice') {
    const [yes, no] = [value.yes, value.no].map((arm) => {
      const own: ObjectCell = { members: new Map(cell.members), open: cell.open };
      spreadInto(arm, own, at, by);
      return own;
    });
    if (yes === undefined || no === undefined) return;
    cell.open = yes.open || no.open;
    for (const key of new Set([...yes.members.keys(), ...no.members.keys()])) {
      const missing: Run = { kind: 'undefined', at, seen: [] };
      const [a, b] = [yes.members.get(key) ?? missing, no.members.get(key) ?? missing];
      cell.members.set(
        key,
        a === b ? a : { kind: 'choice', condition: value.condition, yes: a, no: b, at, seen: [] },
      );
    }
    return;
  }
  if (value.kind !== 'object') {
    blur(cell, at, by);
    return;
  }
  if (value.cell.open) blur(cell, at, by);
  for (const [key, member] of value.cell.members) cell.members.set(key, seenThrough(member, value.seen));
}

/** Something unknown is written into an object: whatever it held may be another thing now. */
function blur(cell: ObjectCell, at: Location, by: Execution): void {
  cell.open = true;
  for (const key of cell.members.keys())
    cell.members.set(key, by.unknown(`${key}, which a spread may write over`, at));
}

/** A text put together from parts; one that is chosen by a condition makes the text a choice. */
export function textFrom(parts: readonly Run[], at: Location, by: Execution): Run {
  if (parts.every((p) => p.kind === 'scalar')) {
    const seen = parts.find((p) => p.seen.length > 0)?.seen ?? [];
    return {
      kind: 'scalar',
      value: parts.map((p) => (p.kind === 'scalar' ? shown(p.value) : '')).join(''),
      at,
      seen: seen.length === 0 ? [] : [...seen.slice(-3), at],
    };
  }
  const open = parts.find((p) => p.kind === 'choice');
  if (open?.kind === 'choice' && parts.length < 12) {
    const arm = (value: Run): Run =>
      textFrom(
        parts.map((p) => (p === open ? value : p)),
        at,
        by,
      );
    return {
      kind: 'choice',
      condition: open.condition,
      yes: arm(open.yes),
      no: arm(open.no),
      at,
      seen: [],
    };
  }
  return { kind: 'text', parts, at, seen: [] };
}
