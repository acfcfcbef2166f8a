import { SYNTHESIZE } from '../../../../knowledge/synthesis.ts';
import { atom, not } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Expression } from '../syntax/tree.ts';
import { either, truth } from './conditions.ts';
import type { Execution } from './execution.ts';
import { evaluate } from './expressions.ts';
import { textFrom } from './literals.ts';
import { type Run, shown } from './run.ts';
import type { Scope } from './scope.ts';

/** Two values and an operator between them. */
export function binary(
  expression: Extract<Expression, { kind: 'binary' }>,
  scope: Scope,
  by: Execution,
): Run {
  const { operator, at } = expression;
  const left = evaluate(expression.left, scope, by);
  if (operator === '&&' || operator === '||' || operator === '??')
    return either(operator, left, () => evaluate(expression.right, scope, by), at, by);
  const right = evaluate(expression.right, scope, by);
  if (operator === '+') return plus(left, right, at, by);
  return compare(operator, left, right, at, by);
}

function plus(left: Run, right: Run, at: Location, by: Execution): Run {
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    const { value: a } = left;
    const { value: b } = right;
    const seen = [...left.seen, at];
    if (typeof a === 'number' && typeof b === 'number') return { kind: 'scalar', value: a + b, at, seen };
    return { kind: 'scalar', value: shown(a) + shown(b), at, seen };
  }
  const isText = [left, right].some(
    (r) => r.kind === 'text' || (r.kind === 'scalar' && typeof r.value === 'string'),
  );
  return isText ? textFrom([left, right], at, by) : by.unknown('a computed value', at);
}

/** Compares or computes; what is not known compares equal under a condition of its own. */
export function compare(operator: string, left: Run, right: Run, at: Location, by: Execution): Run {
  if (left.kind === 'choice') {
    return {
      ...left,
      yes: compare(operator, left.yes, right, at, by),
      no: compare(operator, left.no, right, at, by),
      at,
    };
  }
  if (right.kind === 'choice') {
    return {
      ...right,
      yes: compare(operator, left, right.yes, at, by),
      no: compare(operator, left, right.no, at, by),
      at,
    };
  }
  const equal = EQUAL.has(operator);
  if (equal || UNEQUAL.has(operator)) {
    const same = sameness(left, right);
    if (same !== undefined) return { kind: 'scalar', value: same === equal, at, seen: [] };
    const id = [nameOf(left, by.freshId()), nameOf(right, by.freshId())].sort().join(' = ');
    const text = `${describe(left)} ${operator} ${describe(right)}`;
    const condition = atom(`source ${id}`, SYNTHESIZE, 'unresolved-expression', text);
    return truth(equal ? condition : not(condition), at);
  }
  if (
    (operator === 'in' || operator === 'not in') &&
    (right.kind === 'list' || right.kind === 'object') &&
    left.kind === 'scalar'
  ) {
    const found =
      right.kind === 'object'
        ? right.cell.members.has(String(left.value))
        : right.cell.items.some((item) => item.kind === 'scalar' && item.value === left.value);
    const sure =
      found ||
      (!right.cell.open && (right.kind === 'object' || right.cell.items.every((i) => i.kind === 'scalar')));
    if (sure) return { kind: 'scalar', value: found === (operator === 'in'), at, seen: [] };
  }
  if (
    left.kind === 'scalar' &&
    right.kind === 'scalar' &&
    typeof left.value === 'number' &&
    typeof right.value === 'number'
  ) {
    const [a, b] = [left.value, right.value];
    const computed =
      operator === '*'
        ? a * b
        : operator === '-'
          ? a - b
          : operator === '/' && !at.file.endsWith('.py')
            ? a / b
            : undefined;
    if (computed !== undefined)
      return { kind: 'scalar', value: computed, at, seen: [...left.seen, at].slice(0, 8) };
    const ordered =
      operator === '<'
        ? a < b
        : operator === '>'
          ? a > b
          : operator === '<='
            ? a <= b
            : operator === '>='
              ? a >= b
              : undefined;
    if (ordered !== undefined) return { kind: 'scalar', value: ordered, at, seen: [] };
  }
  return by.unknown('a computed value', at);
}

const EQUAL = new Set(['===', '==', 'is']);

const UNEQUAL = new Set(['!==', '!=', 'is not']);

/** Whether two values are the same; `undefined` where that is open. */
function sameness(left: Run, right: Run): boolean | undefined {
  if (left.kind === 'scalar' && right.kind === 'scalar') return left.value === right.value;
  if (left.kind === 'undefined' || right.kind === 'undefined') {
    const other = left.kind === 'undefined' ? right : left;
    if (other.kind === 'undefined') return true;
    if (other.kind === 'scalar') return other.value === null ? undefined : false;
    return ['object', 'list', 'instance', 'construct', 'function', 'class', 'made', 'text'].includes(
      other.kind,
    )
      ? false
      : undefined;
  }
  if (left.kind === 'library' && right.kind === 'library') {
    return `${left.module}.${left.names.join('.')}` === `${right.module}.${right.names.join('.')}`
      ? true
      : undefined;
  }
  return undefined;
}

/** What tells a value from others in the name of a condition. */
function nameOf(run: Run, fresh: number): string {
  if (run.kind === 'unknown') return `#${run.id}`;
  if (run.kind === 'scalar') return JSON.stringify(run.value);
  return `${run.kind} ${run.at.file}:${run.at.line}:${run.at.column} #${fresh}`;
}

function describe(run: Run): string {
  if (run.kind === 'unknown') return run.text;
  return run.kind === 'scalar' ? JSON.stringify(run.value) : 'a value';
}
