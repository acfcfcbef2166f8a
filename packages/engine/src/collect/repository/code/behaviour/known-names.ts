import { onceForText } from '../../../../once-for.ts';
import { LIMITS, VALIDATES, VERIFIES, VERIFIES_BY_MEMBER } from './vocabulary.ts';

/** What any of the patterns describes, as one: most names are none of them, and are told so at once. */
export function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(({ source }) => `(?:${source})`).join('|'));
}

const VERIFY = anyOf(VERIFIES);
const LIMIT = anyOf(LIMITS);
const VALIDATE = anyOf(VALIDATES.map(({ name }) => name));

/** Whether a package is known to prove who is calling by what is called so. */
export const verifies = onceForText((name) => VERIFY.test(name));

/** The same, or an object of whatever package by its member. */
export const verifiesByAnyName = onceForText((name) => verifies(name) || VERIFIES_BY_MEMBER.test(name));

export const limits = onceForText((name) => LIMIT.test(name));

/** The library that compares what came in with a schema by what is called so. */
export const libraryThatValidates = onceForText((name) =>
  VALIDATE.test(name) ? VALIDATES.find((one) => one.name.test(name))?.library : undefined,
);
