import type { Default } from '../../model/value.ts';

/** Documented defaults of one type, by property path; `[]` stands for list members. */
export type Rows = Readonly<Record<string, Default>>;

/**
 * A default with its source: the page of the AWS documentation and what it says. `null` is "documented as nothing". A
 * property of which the documentation does not say what holds, or whose default depends on something else, has no row on
 * purpose: then it is unknown. How the rows are renewed: RENEWING.md.
 */
export function row(value: Default['value'], page: string, says: string): Default {
  return { value, source: `${page}: ${says}` };
}

/** Rows for optional settings that are simply not there unless written. */
export function nothing(page: string, ...paths: readonly string[]): Rows {
  return Object.fromEntries(paths.map((path) => [path, row(null, page, `${lastName(path)} is optional`)]));
}

/** Rows for switches of which the page says that they are off by default. */
export function off(page: string, ...paths: readonly string[]): Rows {
  return Object.fromEntries(
    paths.map((path) => [path, row(false, page, `${lastName(path)} is off by default`)]),
  );
}

/** Rows for switches of which the page names no default, but says that they have to be switched on. */
export function onlyWhenTrue(page: string, ...paths: readonly string[]): Rows {
  return Object.fromEntries(
    paths.map((path) => [path, row(false, page, `on only when ${lastName(path)} is true`)]),
  );
}

export const cloudFormation = (type: string): string => `CloudFormation docs, ${type}`;

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
