import type { Scalar } from '../../../model/value.ts';

/** What `JSON.parse` gives. */
export type Json = Scalar | readonly Json[] | JsonObject;

export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** The object, or an empty one where it is anything else. */
export function objectIn(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

/** The objects of a list; anything else is left out. */
export function objectsIn(json: Json | undefined): readonly JsonObject[] {
  return Array.isArray(json) ? json.filter(isObject) : [];
}

export function textIn(json: Json | undefined): string | undefined {
  return typeof json === 'string' ? json : undefined;
}

export function textsIn(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.filter((item): item is string => typeof item === 'string') : [];
}

export function isObject(json: Json | undefined): json is JsonObject {
  return json !== null && typeof json === 'object' && !Array.isArray(json);
}

/** A member of its own, not one that objects inherit. */
export function memberIn(json: Json | undefined, name: string | number): Json | undefined {
  if (Array.isArray(json)) return typeof name === 'number' ? json[name] : undefined;
  return isObject(json) && Object.hasOwn(json, name) ? json[name] : undefined;
}

/** The mark of a member; a mark on the whole holds for all of it. */
export function markIn(marks: Json | undefined, name: string | number): Json {
  return marks === true ? true : (memberIn(marks, name) ?? false);
}

/** Whether two JSON values say the same; a number and its text are the same to Terraform. */
export function sameJson(a: Json | undefined, b: Json | undefined): boolean {
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((item, i) => sameJson(item, b[i]));
  }
  if (isObject(a)) {
    if (!isObject(b)) return false;
    const names = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...names].every((name) => sameJson(memberIn(a, name) ?? null, memberIn(b, name) ?? null));
  }
  if (Array.isArray(b) || isObject(b)) return false;
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (typeof a === 'number' || typeof b === 'number') return String(a) !== '' && Number(a) === Number(b);
  return String(a) === String(b);
}
