/** The expressions that `longestPause` understands: rates, and cron expressions of six fields. */
export const SCHEDULE = /^(rate\(\d+ (minute|hour|day)s?\)|cron\(([^\s()]+ ){5}[^\s()]+\))$/;

const DAYS_OF: Readonly<Record<string, number>> = { minute: 1 / 1440, hour: 1 / 24, day: 1 };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const LONGEST_MONTH = 31;

/**
 * The days that pass at most between two runs of a schedule, by its months: within a month that it names it runs once at
 * least. A schedule of certain years ends, and what is none never runs.
 */
export function longestPause(schedule: string): number {
  if (!SCHEDULE.test(schedule)) return Number.POSITIVE_INFINITY;
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule) ?? [];
  if (count !== undefined) return Number(count) * DAYS_OF[unit!]!;
  const fields = schedule.slice('cron('.length, -1).split(' ');
  const months = monthsIn(fields[3]!);
  if (fields[5] !== '*' || months.length === 0) return Number.POSITIVE_INFINITY;
  const pauses = months.map((month, at) => (months[at + 1] ?? months[0]! + 12) - month);
  return Math.max(...pauses) * LONGEST_MONTH;
}

/** `*`, `2`, `JAN,JUL`, `1-6`, `*` and `1` with a step. */
function monthsIn(field: string): readonly number[] {
  const months = field.split(',').flatMap((part) => {
    const [range = '*', step] = part.split('/');
    const [first, last] = range === '*' ? [1, 12] : range.split('-').map(monthOf);
    const end = last ?? (step === undefined ? first! : 12);
    return Array.from({ length: 12 }, (_, at) => at + 1).filter(
      (month) => month >= first! && month <= end && (month - first!) % Number(step ?? 1) === 0,
    );
  });
  return [...new Set(months)].sort((a, b) => a - b);
}

function monthOf(name: string): number {
  const at = MONTHS.indexOf(name.toUpperCase());
  return at === -1 ? Number(name) : at + 1;
}
