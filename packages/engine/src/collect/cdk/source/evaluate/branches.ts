import { ALWAYS, and, type Condition, NEVER, not, or } from '../../../../model/condition.ts';
import type { Statement } from '../syntax/tree.ts';
import { conditionOf } from './conditions.ts';
import { type Ending, GOES_ON, merged } from './ending.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { compare } from './operators.ts';
import type { Run } from './run.ts';
import { innerScope, type Scope } from './scope.ts';
import { runStatements } from './statements.ts';

/** Follows both ways, each under its condition; a condition that is decided leaves one. */
export function runIf(
  test: Condition,
  yes: readonly Statement[],
  no: readonly Statement[],
  scope: Scope,
  by: Execution,
): Ending {
  const branch = (condition: Condition, body: readonly Statement[]): Ending => {
    if (condition.op === 'never') return GOES_ON;
    const own = scope.frame.python ? scope : innerScope(scope);
    if (condition.op === 'always') return runStatements(body, own, by);
    const ending = by.under(condition, () => runStatements(body, own, by));
    return { ...ending, left: and(condition, ending.left) };
  };
  const first = branch(test, yes);
  const second = branch(not(test), no);
  // What follows happens only where nothing failed, so it does not hang on that.
  if (first.left.op === 'never') return second.failed === true && test.op !== 'never' ? GOES_ON : second;
  if (second.left.op === 'never') return first.failed === true && test.op !== 'always' ? GOES_ON : first;
  const both = covers(first.left, test) && covers(second.left, not(test));
  return {
    left: both ? ALWAYS : or(first.left, second.left),
    value: merged(first.left, first.value, second.value),
  };
}

/** Follows the cases of a `switch`, each where none before it fits. */
export function runSwitch(
  statement: Extract<Statement, { kind: 'switch' }>,
  scope: Scope,
  by: Execution,
): Ending {
  const on = evaluate(statement.on, scope, by);
  let open: Condition = ALWAYS;
  let left: Condition = NEVER;
  let value: Run | undefined;
  let covered = true;
  const ordered = [...statement.cases.entries()];
  const before = ordered.filter(([, c]) => c.test !== undefined);
  const rest = ordered.filter(([, c]) => c.test === undefined);
  // Cases that fall through to the next one share its statements.
  let falling: Condition = NEVER;
  for (const [index, one] of [...before, ...rest]) {
    const own =
      one.test === undefined
        ? ALWAYS
        : conditionOf(compare('===', on, evaluate(one.test, scope, by), statement.at, by), statement.at, by);
    const here = or(and(open, own), falling);
    open = and(open, not(own));
    if (one.body.length === 0 && statement.cases[index + 1] !== undefined) {
      falling = here;
      continue;
    }
    falling = NEVER;
    if (here.op === 'never') continue;
    const body = one.body.filter((s) => s.kind !== 'leave');
    const ending =
      here.op === 'always'
        ? runStatements(body, innerScope(scope), by)
        : by.under(here, () => runStatements(body, innerScope(scope), by));
    if (ending.left.op === 'never') {
      covered = false;
      continue;
    }
    if (ending.left.op !== 'always') covered = false;
    value = left.op === 'never' ? ending.value : merged(left, value, ending.value);
    left = or(left, and(here, ending.left));
    if (here.op === 'always') break;
  }
  if (left.op === 'never') return GOES_ON;
  const whole = covered && (open.op === 'never' || rest.length > 0);
  return { left: whole ? ALWAYS : left, value };
}

/** Whether the one ends whenever the other holds. */
function covers(left: Condition, test: Condition): boolean {
  return left.op === 'always' || left === test || JSON.stringify(left) === JSON.stringify(test);
}
