import type { Place, Range } from '../code/syntax/source-module.ts';

/** One test as it stands in a file. */
export interface TestCase {
  /** As it is written; `in line 12` where no text is. */
  readonly name: string;
  readonly isUnnamed?: true;
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

/** What a sentence calls a test: `the test "adds up"`, `the test in line 12`. */
export function saidTest({ name, isUnnamed }: Pick<TestCase, 'name' | 'isUnnamed'>): string {
  return isUnnamed === true ? `the test ${name}` : `the test "${name}"`;
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
