/** AWS has named no end of a version's support. */
const NO_END = null;

/**
 * Versions of databases, caches, search and Kubernetes, and the last day of their standard support at AWS: after it they cost
 * more (extended support) or are upgraded by force. Source: Amazon RDS and Aurora release calendars, Amazon EKS release
 * calendar, ElastiCache User Guide ("Redis OSS end of life schedule"; none is named for Valkey), OpenSearch Service Developer
 * Guide ("Choosing a version"), compared with what endoflife.date reads off the same pages (2026-08-22, Elasticsearch
 * 2026-09-01). To renew: take the tables of the guides (or `aws rds describe-db-major-engine-versions`), and move the date
 * below. AWS moves dates: look at the old rows, too.
 */
export const SUPPORTED_UNTIL: Readonly<Record<string, Readonly<Record<string, string | typeof NO_END>>>> = {
  postgres: {
    '9.6': '2022-04-26',
    '10': '2023-04-17',
    '11': '2024-02-29',
    '12': '2025-02-28',
    '13': '2026-02-28',
    '14': '2027-02-28',
    '15': '2028-02-29',
    '16': '2029-02-28',
    '17': '2030-02-28',
    '18': '2031-02-28',
  },
  mysql: { '5.6': '2022-03-01', '5.7': '2024-02-29', '8.0': '2026-07-31', '8.4': '2029-07-31' },
  mariadb: {
    '10.4': '2025-02-28',
    '10.5': '2026-08-31',
    '10.6': '2026-12-31',
    '10.11': '2028-02-29',
    '11.4': '2029-05-31',
    '11.8': '2028-06-30',
    '12.3': '2029-06-30',
  },
  'aurora-postgresql': {
    '11': '2024-02-29',
    '12': '2025-02-28',
    '13': '2026-02-28',
    '14': '2027-02-28',
    '15': '2028-02-29',
    '16': '2029-02-28',
    '17': '2030-02-28',
    '18': '2031-02-28',
  },
  // 8.4 has no row: its date could not be looked up.
  'aurora-mysql': { '5.7': '2024-10-31', '8.0': '2028-04-30' },
  redis: { '3': '2023-07-31', '4': '2026-01-31', '5': '2026-01-31', '6': '2027-01-31', '7': NO_END },
  valkey: { '7': NO_END, '8': NO_END, '9': NO_END },
  opensearch: {
    '1.0': '2025-11-07',
    '1.1': '2025-11-07',
    '1.2': '2025-11-07',
    '1.3': '2027-11-07',
    '2.3': '2025-11-07',
    '2.5': '2025-11-07',
    '2.7': '2025-11-07',
    '2.9': '2025-11-07',
    '2.11': '2027-11-07',
    '2.13': '2027-11-07',
    '2.15': '2027-11-07',
    '2.17': '2027-11-07',
    '2.19': '2027-11-07',
    '3.1': NO_END,
    '3.3': NO_END,
    '3.5': NO_END,
  },
  // 6.8 has no row: its date could not be looked up.
  elasticsearch: {
    '1.5': '2025-11-07',
    '2.3': '2025-11-07',
    '5.1': '2025-11-07',
    '5.3': '2025-11-07',
    '5.5': '2025-11-07',
    '5.6': '2025-11-07',
    '6.0': '2025-11-07',
    '6.2': '2025-11-07',
    '6.3': '2025-11-07',
    '6.4': '2025-11-07',
    '6.5': '2025-11-07',
    '6.7': '2025-11-07',
    '7.1': '2025-11-07',
    '7.4': '2025-11-07',
    '7.7': '2025-11-07',
    '7.8': '2025-11-07',
    '7.9': '2027-11-07',
    '7.10': '2027-11-07',
  },
  kubernetes: {
    '1.29': '2025-03-23',
    '1.30': '2025-07-23',
    '1.31': '2025-11-26',
    '1.32': '2026-03-23',
    '1.33': '2026-07-29',
    '1.34': '2026-12-02',
    '1.35': '2027-03-27',
    '1.36': '2027-08-02',
  },
};

/** The day on which these tables were looked up. A version is judged by this day, so that a result does not change by itself. */
export const ENGINES_AS_OF = '2026-11-21';

/** The major version that support is about: one number for PostgreSQL from 10 on and for caches, two for all others. */
function majorOf(engine: string, version: string): string {
  const [first = '', second = ''] = version.split('.');
  const single =
    (engine.includes('postgres') && Number(first) >= 10) || engine === 'redis' || engine === 'valkey';
  return single || second === '' ? first : `${first}.${second}`;
}

/**
 * Whether a version is under standard support; `undefined` where the tables do not know it. One that is older than all of
 * a table has ended before them.
 */
export function isSupportedEngine(engine: string, version: string): boolean | undefined {
  const table = SUPPORTED_UNTIL[engine];
  const major = majorOf(engine, version);
  const until = table?.[major];
  if (until !== undefined) return until === NO_END || until >= ENGINES_AS_OF;
  if (table === undefined || !/^\d+(\.\d+)?$/.test(major)) return undefined;
  return Object.keys(table).every((row) => isBefore(major, row)) ? false : undefined;
}

function isBefore(version: string, other: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = other.split('.').map(Number);
  return major < otherMajor || (major === otherMajor && minor < otherMinor);
}
