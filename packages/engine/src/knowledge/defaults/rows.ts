import type { Default } from '../../model/value.ts';

/** Documented defaults of one type, by property path; `[]` stands for list members. */
export type Rows = Readonly<Record<string, Default>>;

/**
 * A default with its source: the page of the AWS documentation and what it says. `null` is "documented as nothing". A property of which the documentation does not say what holds, or whose default depends on something else,
 * has no row on purpose: then it is unknown.
 */
export function row(value: Default['value'], page: string, says: string): Default {
  return { value, source: `${page}: ${says}` };
}

/** Rows for optional settings that are simply not there unless written. */
export function nothing(page: string, ...paths: readonly string[]): Rows {
  return Object.fromEntries(
    paths.map((path) => [path, row(null, page, `${path} is optional, none without it`)]),
  );
}

/** Rows for switches that are off unless written. */
export function off(page: string, ...paths: readonly string[]): Rows {
  return Object.fromEntries(paths.map((path) => [path, row(false, page, `${path} is off by default`)]));
}

export const cloudFormation = (type: string): string => `CloudFormation resource reference, ${type}`;
