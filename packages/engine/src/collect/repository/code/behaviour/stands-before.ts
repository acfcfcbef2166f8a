import { UNKNOWN_PATH } from '../routes/route.ts';

/** Whether what is registered for a path stands before a route: `/api` before `/api/cards`, `/cards/:id` before `/cards/:card/notes`. */
export function standsBefore(below: string, path: string | undefined): 'before' | 'not before' | 'perhaps' {
  const start = below.replace(/\/?\*$/, '').replace(/\/$/, '');
  if (start === '') return 'before';
  if (path === undefined || below === UNKNOWN_PATH) return 'perhaps';
  if (/[*:{(]/.test(start)) return standsBeforeByPattern(start, path) ? 'before' : 'perhaps';
  return path === start || path.startsWith(`${start}/`) ? 'before' : 'not before';
}

/** A part of a path that stands for any one, and one at the end that stands for all that follow. */
const ANY_ONE = /^:\w+$|^\{\w+\}$/;
const ALL_OTHERS = /^(\*\w*|\{\*\w+\}|\(\.\*\)|:\w+[*+]|:\w+\(\.\*\)[*+]?)$/;

/** Whether a path with parts that stand for others surely takes in a route. */
function standsBeforeByPattern(below: string, path: string): boolean {
  const own = path.split('/');
  const parts = below.split('/');
  const takesAll = ALL_OTHERS.test(parts.at(-1) ?? '');
  const named = takesAll ? parts.slice(0, -1) : parts;
  // `/cards/:id?` answers `/cards` too.
  const isSure = (one: string | undefined) => one !== undefined && !/[?*]$/.test(one);
  return (
    parts.every((_, index) => isSure(own[index])) &&
    named.every((part, index) => part === own[index] || (ANY_ONE.test(part) && own[index] !== ''))
  );
}
