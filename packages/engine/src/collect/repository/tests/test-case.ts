import type { Place, Range } from '../code/syntax/source-module.ts';

/** One test as it stands in a file. */
export interface TestCase {
  readonly name: string;
  readonly at: Place;
  /** What it does; nothing where it has no body of its own (`test('later')`). */
  readonly body: TestBody | undefined;
  readonly skipped?: Mark;
  readonly focused?: Mark;
  /** Left out under a condition. */
  readonly onlyIf?: boolean;
  /** Whether it is to fail: whatever it compares, a wrong answer is taken for a right one. */
  readonly fails?: 'always' | 'perhaps';
}

/** How something is written that changes whether a test runs. */
export interface Mark {
  readonly text: string;
  readonly at: Place;
}

export interface TestBody extends Range {
  /** The function whose body it is. */
  readonly function: number;
}
