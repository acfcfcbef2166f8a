import type { Location } from '../../../../model/origin.ts';
import type { Expression, FunctionExpression, Statement } from '../syntax/tree.ts';
import { bind } from './assignment.ts';
import { handOut } from './calls.ts';
import { type Execution, MAX_CALLS } from './execution.ts';
import { evaluate } from './expressions.ts';
import { keywordsIn } from './keywords.ts';
import { type ListCell, type ObjectCell, type Run, seenAt } from './run.ts';
import { Scope } from './scope.ts';
import { hoist, runStatements } from './statements.ts';

/** Follows a function of the program; where it may end in two ways, so is what it gives. */
export function runFunction(
  callee: Extract<Run, { kind: 'function' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): Run {
  const { node } = callee;
  if (node.decorated === true || by.calls >= MAX_CALLS) {
    for (const arg of args) handOut(arg, at, 0, by);
    by.library.missed(
      at,
      node.decorated === true ? 'a decorated function is not followed' : 'calls are nested too deeply',
    );
    return by.unknown('what a function gives', at);
  }
  by.calls++;
  // A promise may be given to what catches its failure.
  if (node.deferred === true) by.tries++;
  try {
    const scope = new Scope(callee.scope, callee.scope.frame);
    bindParameters(node, args, scope, at, by);
    if (!Array.isArray(node.body)) return seenAt(evaluate(node.body as Expression, scope, by), at);
    const body = node.body as readonly Statement[];
    hoist(body, scope, by);
    const ending = runStatements(body, scope, by);
    const nothing: Run = { kind: 'undefined', at, seen: [] };
    if (ending.left.op === 'never') return nothing;
    if (ending.left.op === 'always') return seenAt(ending.value ?? nothing, at);
    return {
      kind: 'choice',
      condition: ending.left,
      yes: seenAt(ending.value ?? nothing, at),
      no: nothing,
      at,
      seen: [],
    };
  } finally {
    by.calls--;
    if (node.deferred === true) by.tries--;
  }
}

/** Binds parameters to arguments: by place, by keyword, or their own fallback. */
function bindParameters(
  node: FunctionExpression,
  args: readonly Run[],
  scope: Scope,
  at: Location,
  by: Execution,
): void {
  const keywords = keywordsIn(args);
  const positional = keywords === undefined ? args : args.slice(0, -1);
  const used = new Set<string>();
  for (const [index, parameter] of node.params.entries()) {
    if (parameter.rest === 'list') {
      const cell: ListCell = { items: positional.slice(index), open: false };
      bind(parameter.target, { kind: 'list', cell, at, seen: [] }, scope, at, by);
    } else if (parameter.rest === 'object') {
      const members = [...(keywords?.cell.members ?? [])].filter(([name]) => !used.has(name));
      const cell: ObjectCell = { members: new Map(members), open: keywords?.cell.open ?? false };
      bind(parameter.target, { kind: 'object', cell, at, seen: [] }, scope, at, by);
    } else {
      const name = parameter.target.kind === 'name' ? parameter.target.name : '';
      used.add(name);
      const open: Run =
        keywords?.cell.open === true ? by.unknown(name, at) : { kind: 'undefined', at, seen: [] };
      const given = keywords?.cell.members.get(name) ?? positional[index] ?? open;
      bind(parameter.target, seenAt(given, at), scope, node.at, by);
    }
    if (parameter.field !== undefined && scope.frame.self?.kind === 'instance') {
      const value = scope.names.get(parameter.field)?.value;
      if (value !== undefined) scope.frame.self.cell.fields.set(parameter.field, value);
    }
  }
}

/** A function as a value. */
export function functionOf(node: FunctionExpression, scope: Scope): Run {
  return { kind: 'function', node, scope, at: node.at, seen: [] };
}
