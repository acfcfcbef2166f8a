import { SYNTHESIZE } from '../../../../knowledge/synthesis.ts';
import { ALWAYS, and, atom, type Condition, NEVER, not, or } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Execution } from './execution.ts';
import { type Run, scalar, seenAt } from './run.ts';

/** A value as a condition. */
export function conditionOf(run: Run, at: Location, by: Execution): Condition {
  switch (run.kind) {
    case 'scalar':
      return run.value ? ALWAYS : NEVER;
    case 'undefined':
      return NEVER;
    case 'choice':
      return or(
        and(run.condition, conditionOf(run.yes, at, by)),
        and(not(run.condition), conditionOf(run.no, at, by)),
      );
    case 'unknown':
      return atom(`source ${run.id}`, SYNTHESIZE, 'unresolved-expression', run.text);
    case 'text':
      return run.parts.some((p) => p.kind === 'scalar' && p.value !== '')
        ? ALWAYS
        : by.doubt(`a text at ${at.file}:${at.line}`);
    case 'attribute':
    case 'made':
      return by.doubt(`a value at ${at.file}:${at.line}`);
    case 'object':
    case 'list':
    case 'instance':
    case 'construct':
    case 'function':
    case 'class':
    case 'library':
    case 'node':
      // Python finds empty ones false.
      return run.kind === 'list' || run.kind === 'object' ? filled(run, at, by) : ALWAYS;
    default:
      return by.doubt(`a condition at ${at.file}:${at.line}`);
  }
}

/** Python finds empty ones false. */
function filled(run: Extract<Run, { kind: 'list' | 'object' }>, at: Location, by: Execution): Condition {
  const size = run.kind === 'list' ? run.cell.items.length : run.cell.members.size;
  if (size > 0) return ALWAYS;
  return at.file.endsWith('.py') && !run.cell.open
    ? NEVER
    : at.file.endsWith('.py')
      ? by.doubt(`an emptiness at ${at.file}:${at.line}`)
      : ALWAYS;
}

/** `a && b`, `a || b`, `a ?? b`, and a default (`=`). The second is followed only where it counts. */
export function either(
  operator: '&&' | '||' | '??' | '=',
  left: Run,
  right: () => Run,
  at: Location,
  by: Execution,
): Run {
  const missing = (run: Run): Condition => {
    if (run.kind === 'undefined') return ALWAYS;
    if (run.kind === 'scalar') return run.value === null && operator === '??' ? ALWAYS : NEVER;
    if (run.kind === 'choice')
      return or(and(run.condition, missing(run.yes)), and(not(run.condition), missing(run.no)));
    if (run.kind === 'unknown')
      return atom(`source ${run.id} missing`, SYNTHESIZE, 'unresolved-expression', run.text);
    return NEVER;
  };
  const first =
    operator === '&&'
      ? not(conditionOf(left, at, by))
      : operator === '||'
        ? conditionOf(left, at, by)
        : not(missing(left));
  if (first.op === 'always') return left;
  if (first.op === 'never') return operator === '&&' ? right() : seenAt(right(), at);
  const second = by.under(not(first), right);
  return { kind: 'choice', condition: first, yes: left, no: second, at, seen: [] };
}

/** A condition as a value. */
export function truth(condition: Condition, at: Location): Run {
  if (condition.op === 'always' || condition.op === 'never') return scalar(condition.op === 'always', at);
  return { kind: 'choice', condition, yes: scalar(true, at), no: scalar(false, at), at, seen: [] };
}
