import type { Value } from '../../../model/value.ts';

/** What Terraform would refuse. `try` and `can` catch it; nobody outside the evaluator sees it. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
}

/** A plain function met a part that is not known: its result is as unknown as that part. */
export class NotKnown extends Error {
  override readonly name = 'NotKnown';
  readonly part: Value;

  constructor(part: Value) {
    super('not known');
    this.part = part;
  }
}

export function fail(message: string): never {
  throw new EvaluationError(message);
}

/** A name or function that means nothing here: Terraform refuses it before it computes, so `try` does not catch it. */
export class Undeclared extends Error {
  override readonly name = 'Undeclared';
}
