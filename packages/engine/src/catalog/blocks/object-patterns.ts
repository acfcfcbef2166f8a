import { FILLED_IN } from '../../model/reading.ts';

/** Whether a pattern of a policy (`public/*`) includes a key, or each that begins so. */
export function includesKeys(pattern: string, begins: string, isWhole: boolean): boolean {
  if (FILLED.test(pattern)) return false;
  if (isWhole) return expressionOf(pattern).test(begins);
  const start = writtenStart(pattern);
  return pattern === `${start}*` && begins.startsWith(start);
}

/** Whether it includes perhaps such a key: nothing that is written there says otherwise. */
export function mayIncludeKeys(pattern: string, begins: string, isWhole: boolean): boolean {
  if (isWhole) return expressionOf(pattern).test(begins);
  const start = writtenStart(pattern);
  return start === pattern
    ? pattern.startsWith(begins)
    : begins.startsWith(start) || start.startsWith(begins);
}

/** What stands before the first star. */
function writtenStart(pattern: string): string {
  return pattern.split(OPEN)[0]!;
}

/** Of AWS, or a variable of the policy: `${aws:userid}`. */
const FILLED = new RegExp(`${FILLED_IN}|\\$\\{[^}]*\\}`);
const OPEN = new RegExp(`${FILLED.source}|[*?]`);

function expressionOf(pattern: string): RegExp {
  const written = pattern.split(new RegExp(FILLED, 'g')).map((part) =>
    part
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.'),
  );
  return new RegExp(`^${written.join('.*')}$`);
}
