import type { FollowedJob } from './followed.ts';

const DATABASES = /postgres|postgis|timescale|cockroach|mysql|mariadb|mssql|sqlserver|oracle|mongo/i;
const STARTS =
  /^(sudo\s+)?(docker[ -]compose\s.*\bup\b|supabase\s+start|pg_ctl\s.*\bstart\b|service\s+(postgresql|mysql|mariadb)\s+start|systemctl\s+start\s+(postgresql|mysql|mariadb))/s;

/** How a job starts a database of its own, which is gone when it ends: what is migrated there are only tests. */
export function ownDatabaseOf({ job, steps }: FollowedJob): string | undefined {
  const service = job.services?.find((image) => DATABASES.test(image));
  if (service !== undefined) return service;
  return steps
    .flatMap(({ commands }) => commands)
    .find(({ text }) => STARTS.test(text) || (/^(sudo\s+)?docker\s+run\b/.test(text) && DATABASES.test(text)))
    ?.text;
}
