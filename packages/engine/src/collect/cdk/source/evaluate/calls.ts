import { not } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Argument, Expression } from '../syntax/tree.ts';
import { makeInstance, superCall } from './classes.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { runFunction } from './functions.ts';
import { callGlobal, givesData, isHarmless } from './globals.ts';
import { required } from './imports.ts';
import { markedKeywords } from './keywords.ts';
import { spreadInto } from './literals.ts';
import { pathGiven } from './repository-paths.ts';
import type { ObjectCell, Run } from './run.ts';
import type { Scope } from './scope.ts';

/** A call as it is written: `super(…)`, `require(…)` or any other. */
export function callOf(expression: Extract<Expression, { kind: 'call' }>, scope: Scope, by: Execution): Run {
  const { at } = expression;
  if (expression.callee.kind === 'super') {
    by.followed.add(at);
    superCall(argumentsOf(expression.args, scope, at, by), scope, at, by);
    return { kind: 'undefined', at, seen: [] };
  }
  const callee = evaluate(expression.callee, scope, by);
  by.followed.add(at);
  if (isGuess(callee))
    by.guessed.push({ name: expression.callee.kind === 'member' ? expression.callee.name : undefined, at });
  const args = argumentsOf(expression.args, scope, at, by);
  if (callee.kind === 'global' && callee.name === 'super') {
    superCall(args, scope, at, by);
    return { kind: 'undefined', at, seen: [] };
  }
  if (callee.kind === 'global' && /^(require|import)$/.test(callee.name))
    return required(args, scope, at, by);
  return call(callee, args, at, by);
}

/** Whether it may be any function or class of the program. */
function isGuess(callee: Run): boolean {
  if (callee.kind === 'choice') return isGuess(callee.yes) || isGuess(callee.no);
  return !/^(?:function|class|library|attribute|made|node|global|foreign)$/.test(callee.kind);
}

/** The arguments of a call, in order; Python's keywords are one object behind them, marked as such. */
function argumentsOf(args: readonly Argument[], scope: Scope, at: Location, by: Execution): Run[] {
  const values: Run[] = [];
  const keywords: ObjectCell = { members: new Map(), open: false };
  let named = false;
  for (const arg of args) {
    const value = evaluate(arg.value, scope, by);
    if (arg.name !== undefined) {
      named = true;
      keywords.members.set(arg.name, value);
    } else if (arg.spread === 'object') {
      named = true;
      spreadInto(value, keywords, arg.value.at, by);
    } else if (arg.spread === 'list') {
      if (value.kind === 'list' && !value.cell.open) values.push(...value.cell.items);
      else values.push(by.unknown('arguments that are spread', arg.value.at));
    } else values.push(value);
  }
  if (named)
    values.push({
      kind: 'object',
      cell: markedKeywords(keywords),
      at: args[0]?.value.at ?? at,
      seen: [],
    });
  return values;
}

/** Calls or makes whatever it is. */
export function call(callee: Run, args: readonly Run[], at: Location, by: Execution): Run {
  switch (callee.kind) {
    case 'function':
      return runFunction(callee, args, at, by);
    case 'class':
      return makeInstance(callee.cell, args, at, by);
    case 'library':
    case 'attribute':
    case 'made':
    case 'node':
      return by.library.call(callee, args, at, by);
    case 'global':
      return callGlobal(callee, args, at, by);
    case 'choice': {
      const yes = by.under(callee.condition, () => call(callee.yes, args, at, by));
      const no = by.under(not(callee.condition), () => call(callee.no, args, at, by));
      return { kind: 'choice', condition: callee.condition, yes, no, at, seen: [] };
    }
    case 'undefined':
      return callee;
    default:
      return callOutside(callee, args, at, by);
  }
}

/** A call of what is not read: it may call back, and change whatever it is given. */
export function callOutside(callee: Run, args: readonly Run[], at: Location, by: Execution): Run {
  if (callee.kind === 'foreign' && isHarmless(callee.module)) {
    if (/^cdk[-_]nag$/.test(callee.module)) return callee;
    const path = pathGiven(callee, args, at);
    if (path !== undefined) return path;
    const what = `what ${callee.module} gives`;
    return givesData(callee.module) ? by.data(what, at) : by.unknown(what, at);
  }
  by.maybe(at, 'a call that is not followed', () => {
    for (const arg of args) if (arg.kind === 'function') runFunction(arg, [], at, by);
  });
  // A construct of a package is made in its scope; it is what it is given beside that it may change.
  const made = callee.kind === 'foreign' && /^[A-Z]/.test(callee.names.at(-1) ?? '') && args.length >= 2;
  for (const arg of made ? args.slice(1) : args) handOut(arg, at, 0, by);
  by.library.outside(callee, args, at);
  const isData =
    callee.kind === 'unknown' && callee.data === true && args.every((a) => a.kind !== 'function');
  return isData
    ? by.data(`what ${callee.text} gives`, at)
    : by.unknown('what a call that is not followed gives', at);
}

/** Code that is not read may change every construct that it is handed, at any depth that it may reach. */
export function handOut(run: Run, at: Location, depth: number, by: Execution): void {
  if (depth > 4) return;
  switch (run.kind) {
    case 'construct':
      by.library.change(run.construct, at, 'it is handed to code that is not read');
      return;
    case 'instance':
      if (run.cell.construct !== undefined)
        by.library.change(run.cell.construct, at, 'it is handed to code that is not read');
      return;
    case 'object':
      for (const member of run.cell.members.values()) handOut(member, at, depth + 1, by);
      return;
    case 'list':
      for (const item of run.cell.items) handOut(item, at, depth + 1, by);
      return;
    case 'choice':
      handOut(run.yes, at, depth + 1, by);
      handOut(run.no, at, depth + 1, by);
      return;
    default:
  }
}
