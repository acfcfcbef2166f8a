import type { Timings } from '@airworthy/engine';

/** Where the time of a run went: reading, deciding, and every check by its share of both. */
export function timingsText({ reading, deciding, checks }: Timings): string {
  const whole = reading + deciding;
  const width = Math.max(0, ...checks.map(({ id }) => id.length));
  const lines = checks.map(
    ({ id, milliseconds }) =>
      `  ${id.padEnd(width)}  ${milliseconds.toFixed(1).padStart(8)} ms  ${share(milliseconds, whole)}`,
  );
  return [
    `reading ${reading.toFixed(0)} ms, deciding ${deciding.toFixed(0)} ms with ${checks.length} checks:`,
    ...lines,
    '',
  ].join('\n');
}

function share(part: number, whole: number): string {
  return `${((100 * part) / Math.max(whole, Number.MIN_VALUE)).toFixed(1).padStart(5)} %`;
}
