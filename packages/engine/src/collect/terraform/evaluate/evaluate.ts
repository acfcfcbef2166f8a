import { unknown, type Value } from '../../../model/value.ts';
import type { TerraformParser } from '../syntax/parse.ts';
import type { Expression } from '../syntax/tree.ts';
import { convert } from './convert.ts';
import { EvaluationError, Undeclared } from './failure.ts';
import { Interpreter } from './interpret.ts';
import type { Scope } from './scope.ts';
import type { Type } from './types.ts';

/** Evaluates Terraform's expressions into values that keep their origins and say what they do not know. */
export interface Evaluator {
  /** Never throws: what Terraform would refuse is unknown, decided by correcting the expression. */
  evaluate(expression: Expression, scope: Scope): Value;
  /** The value, or what Terraform would refuse. */
  evaluateStrict(
    expression: Expression,
    scope: Scope,
  ): { readonly value: Value } | { readonly error: string };
  /** Converts to a type constraint with the defaults of its optional members; never throws. */
  convert(value: Value, type: Type, scope: Scope): { readonly value: Value } | { readonly error: string };
}

/** An evaluator; the parser reads the templates that `templatefile` and `templatestring` meet. */
export function createEvaluator(parser: TerraformParser): Evaluator {
  const interpreter = new Interpreter(parser);
  const evaluator: Evaluator = {
    evaluate(expression, scope) {
      const result = evaluator.evaluateStrict(expression, scope);
      if ('value' in result) return result.value;
      const { file, line, column } = expression.at;
      return unknown(
        'unresolved-expression',
        `correcting the expression: ${result.error}`,
        { plane: 'code', at: expression.at, trail: [] },
        `(error at ${file}:${line}:${column})`,
      );
    },
    evaluateStrict: (expression, scope) => caught(() => interpreter.run(expression, scope)),
    convert: (value, type, scope) => caught(() => convert(value, type, (of) => interpreter.run(of, scope))),
  };
  return evaluator;
}

function caught(compute: () => Value): { readonly value: Value } | { readonly error: string } {
  try {
    return { value: compute() };
  } catch (error) {
    if (error instanceof EvaluationError || error instanceof Undeclared) return { error: error.message };
    // A configuration that exhausts the stack or memory limits must not end the assessment of everything else.
    if (error instanceof RangeError) return { error: 'the expression is too large to be computed' };
    throw error;
  }
}
