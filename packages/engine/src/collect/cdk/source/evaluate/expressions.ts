import { not } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Expression } from '../syntax/tree.ts';
import { assign } from './assignment.ts';
import { call, callOf } from './calls.ts';
import { classOf } from './classes.ts';
import { conditionOf, truth } from './conditions.ts';
import { Endless, type Execution, MAX_DEPTH } from './execution.ts';
import { functionOf } from './functions.ts';
import { globalNamed } from './globals.ts';
import { listOf, objectOf, textFrom } from './literals.ts';
import { indexed, inherited, memberOf } from './members.ts';
import { binary } from './operators.ts';
import { placeNamed } from './repository-paths.ts';
import { type Run, scalar, seenAt } from './run.ts';
import type { Scope } from './scope.ts';

/** What an expression gives. Throws `Endless` where it is nested too deeply. */
export function evaluate(expression: Expression, scope: Scope, by: Execution): Run {
  by.step();
  if (by.depth > MAX_DEPTH) throw new Endless();
  by.depth++;
  try {
    return evaluated(expression, scope, by);
  } finally {
    by.depth--;
  }
}

function evaluated(expression: Expression, scope: Scope, by: Execution): Run {
  const { at } = expression;
  switch (expression.kind) {
    case 'literal':
      return scalar(expression.value, at);
    case 'template':
      return textFrom(
        expression.parts.map((part) =>
          typeof part === 'string' ? scalar(part, at) : evaluate(part, scope, by),
        ),
        at,
        by,
      );
    case 'name':
      return named(expression.name, scope, at, by);
    case 'member': {
      if (expression.object.kind === 'super') return inherited(expression.name, scope, at, by);
      return memberOf(evaluate(expression.object, scope, by), expression.name, at, by);
    }
    case 'index': {
      const object = evaluate(expression.object, scope, by);
      return indexed(object, evaluate(expression.index, scope, by), at, by);
    }
    case 'call':
      return callOf(expression, scope, by);
    case 'object':
      return objectOf(expression, scope, by);
    case 'list': {
      const cell = listOf(expression.items, scope, by);
      return { kind: 'list', cell, at, seen: [] };
    }
    case 'function':
      return functionOf(expression, scope);
    case 'class':
      return classOf('', expression, scope, by);
    case 'not': {
      const test = conditionOf(evaluate(expression.of, scope, by), at, by);
      return truth(not(test), at);
    }
    case 'binary':
      return binary(expression, scope, by);
    case 'conditional': {
      const test = conditionOf(evaluate(expression.test, scope, by), at, by);
      // A value that a decided condition chose: the condition is a step on its trail.
      if (test.op === 'always') return seenAt(evaluate(expression.yes, scope, by), expression.test.at);
      if (test.op === 'never') return seenAt(evaluate(expression.no, scope, by), expression.test.at);
      const yes = by.under(test, () => evaluate(expression.yes, scope, by));
      const no = by.under(not(test), () => evaluate(expression.no, scope, by));
      return { kind: 'choice', condition: test, yes, no, at, seen: [] };
    }
    case 'assignment': {
      const value = evaluate(expression.value, scope, by);
      assign(expression.target, value, scope, by);
      return value;
    }
    case 'super':
      return by.unknown('super', at);
    case 'opaque':
      if (expression.parts.length > 0)
        by.maybe(at, 'an expression that is not followed', () => {
          for (const part of expression.parts) {
            const value = evaluate(part, scope, by);
            if (value.kind === 'function') call(value, [], at, by);
          }
        });
      return by.unknown('an expression that is not followed', at);
  }
}

/** What a name means. */
function named(name: string, scope: Scope, at: Location, by: Execution): Run {
  if (name === 'this') return scope.frame.self ?? by.unknown('this', at);
  const binding = scope.find(name);
  if (binding !== undefined) return seenAt(binding.value, at);
  if (name === 'undefined') return { kind: 'undefined', at, seen: [] };
  const place = placeNamed(name, scope.frame.file, scope.frame.python, at);
  if (place !== undefined) return place;
  return globalNamed(name, at) ?? by.library.named(name, at) ?? by.unknown(name, at);
}
