import { wildcard } from '../../files/wildcard.ts';

/**
 * Whether the patterns of a `.dockerignore` leave a path of the build's folder out: the last one on it or on a folder of it
 * decides. Nothing where that may be one with a sign that is not read here.
 */
export function isLeftOut(path: string, ignore: string): boolean | undefined {
  let left = false;
  let isOpen = false;
  for (const line of ignore.split('\n').map((one) => one.trim())) {
    if (line === '' || line.startsWith('#')) continue;
    const takesIn = line.startsWith('!');
    const pattern = clean(takesIn ? line.slice(1).trim() : line);
    const names = namesIt(pattern, path);
    if (names === undefined) isOpen ||= left === takesIn;
    else if (names) [left, isOpen] = [!takesIn, false];
  }
  return isOpen ? undefined : left;
}

function clean(pattern: string): string {
  return pattern.replace(/^(\.?\/)+/, '').replace(/\/+$/, '');
}

/** What says something else in a pattern of file names: here `!` of a class is a sign of it, and `a**` goes into folders. */
const OTHERWISE = /.\*\*|\*\*.|\[!/;

/** Whether a pattern names a path or a folder of it. A star is of one folder, two are of any number; one dot says nothing. */
function namesIt(pattern: string, path: string): boolean | undefined {
  if (pattern === '.' || pattern === '') return false;
  const asked = pattern
    // `**.env` is of any folder.
    .replace(/(^|\/)\*\*(?=[^/*])/g, '$1**/')
    .split('/')
    .map((step) => (step === '**' ? ANY : OTHERWISE.test(step) ? undefined : wildcard(step)));
  if (asked.includes(undefined)) return undefined;
  return fits(asked as readonly Step[], path.split('/'));
}

const ANY = 'any folders';
type Step = typeof ANY | ((name: string) => boolean);

/** Walks on as a set of places in the pattern, so that no pattern makes it slow. */
function fits(pattern: readonly Step[], names: readonly string[]): boolean {
  let at = reached(pattern, [0]);
  for (const name of names) {
    if (at.has(pattern.length)) return true;
    const next: number[] = [];
    for (const place of at) {
      const step = pattern[place];
      if (step === ANY) next.push(place);
      else if (step?.(name) === true) next.push(place + 1);
    }
    at = reached(pattern, next);
  }
  return at.has(pattern.length);
}

/** Two stars may stand for no folder at all. */
function reached(pattern: readonly Step[], places: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (let place of places) {
    found.add(place);
    while (pattern[place] === ANY) found.add(++place);
  }
  return found;
}
