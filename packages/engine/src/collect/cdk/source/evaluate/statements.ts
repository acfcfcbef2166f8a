import { ALWAYS, type Condition, NEVER, not, or } from '../../../../model/condition.ts';
import type { Statement } from '../syntax/tree.ts';
import { assign, bind } from './assignment.ts';
import { runIf, runSwitch } from './branches.ts';
import { classOf } from './classes.ts';
import { conditionOf, either } from './conditions.ts';
import { type Ending, GOES_ON, merged, partly, softened } from './ending.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { functionOf } from './functions.ts';
import { runExportFrom, runImport } from './imports.ts';
import { runEach } from './loops.ts';
import type { Run } from './run.ts';
import { innerScope, type Scope } from './scope.ts';

/** Follows statements one after another, those behind a way out only where it was not taken. */
export function runStatements(body: readonly Statement[], scope: Scope, by: Execution): Ending {
  let left: Condition = NEVER;
  let value: Run | undefined;
  let pushed = 0;
  try {
    for (const statement of body) {
      const ending = runStatement(statement, scope, by);
      if (ending.left.op === 'never') continue;
      const failed = left.op === 'never' && ending.failed === true;
      value = value === undefined || left.op === 'never' ? ending.value : merged(left, value, ending.value);
      left = or(left, ending.left);
      if (ending.left.op === 'always') return { left: ALWAYS, value, failed };
      by.open.push(not(ending.left));
      pushed++;
    }
    return { left, value };
  } finally {
    by.open.length -= pushed;
  }
}

function runStatement(statement: Statement, scope: Scope, by: Execution): Ending {
  by.step();
  switch (statement.kind) {
    case 'import':
      runImport(statement.module, statement.names, scope, statement.at, by);
      return GOES_ON;
    case 'export-from':
      runExportFrom(statement, scope, by);
      return GOES_ON;
    case 'export':
      scope.names.set(`export ${statement.name}`, by.bound(evaluate(statement.value, scope, by)));
      return GOES_ON;
    case 'declare': {
      if (statement.value === undefined) {
        if (statement.target.kind === 'name' && !scope.frame.python)
          scope.names.set(statement.target.name, by.bound({ kind: 'undefined', at: statement.at, seen: [] }));
        return GOES_ON;
      }
      bind(statement.target, evaluate(statement.value, scope, by), scope, statement.at, by);
      return GOES_ON;
    }
    case 'assign': {
      const value = evaluate(statement.value, scope, by);
      if (statement.operator === undefined) assign(statement.target, value, scope, by);
      else if (statement.operator === '??' || statement.operator === '||') {
        const old = evaluate(statement.target, scope, by);
        assign(
          statement.target,
          either(statement.operator, old, () => value, statement.at, by),
          scope,
          by,
        );
      } else assign(statement.target, by.unknown('a computed value', statement.at), scope, by);
      return GOES_ON;
    }
    case 'expression':
      evaluate(statement.value, scope, by);
      return GOES_ON;
    case 'if':
      return runIf(
        conditionOf(evaluate(statement.test, scope, by), statement.at, by),
        statement.yes,
        statement.no,
        scope,
        by,
      );
    case 'each':
      return runEach(statement, scope, by);
    case 'loop':
      return by.maybe(statement.at, 'how often a loop runs', () =>
        partly(runStatements(statement.body, innerScope(scope), by), statement.at, by),
      );
    case 'return':
      return {
        left: ALWAYS,
        value: statement.value === undefined ? undefined : evaluate(statement.value, scope, by),
      };
    case 'throw':
      return { left: ALWAYS, value: undefined, failed: by.tries === 0 };
    case 'leave':
      return { left: ALWAYS, value: undefined };
    case 'function':
      scope.names.set(statement.name, by.bound(functionOf(statement.value, scope)));
      return GOES_ON;
    case 'class':
      scope.names.set(statement.name, by.bound(classOf(statement.name, statement.value, scope, by)));
      return GOES_ON;
    case 'block':
      return runStatements(statement.body, innerScope(scope), by);
    case 'try': {
      // What is tried may stop anywhere, and what handles it may run or not.
      by.tries++;
      const tried = runStatements(statement.body, innerScope(scope), by);
      by.tries--;
      by.maybe(statement.at, 'whether something fails', () =>
        runStatements(statement.handler, innerScope(scope), by),
      );
      const after = runStatements(statement.after, innerScope(scope), by);
      return after.left.op === 'never' ? softened(tried, statement.at, by) : after;
    }
    case 'switch':
      return runSwitch(statement, scope, by);
  }
}

/** Functions and classes may be used above where they stand. */
export function hoist(body: readonly Statement[], scope: Scope, by: Execution): void {
  for (const statement of body) {
    if (statement.kind === 'function' && !scope.frame.python)
      scope.names.set(statement.name, by.bound(functionOf(statement.value, scope)));
  }
}
