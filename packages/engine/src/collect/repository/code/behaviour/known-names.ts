import { ofName } from '../names/of-name.ts';
import { LIMITS, VALIDATES, VERIFIES, VERIFIES_BY_MEMBER } from './vocabulary.ts';

/** Whether a text is one of those that patterns describe. */
export function matchesAny(patterns: readonly RegExp[], text: string): boolean {
  return patterns.some((one) => one.test(text));
}

/** Whether a package is known to prove who is calling by what is called so. */
export const verifies = ofName((name) => matchesAny(VERIFIES, name));

/** The same, or an object of whatever package by its member. */
export const verifiesByAnyName = ofName((name) => verifies(name) || VERIFIES_BY_MEMBER.test(name));

export const limits = ofName((name) => matchesAny(LIMITS, name));

/** The library that compares what came in with a schema by what is called so. */
export const libraryThatValidates = ofName((name) => VALIDATES.find((one) => one.name.test(name))?.library);
