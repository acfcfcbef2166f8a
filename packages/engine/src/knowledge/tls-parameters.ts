/**
 * The parameter by which each engine of RDS refuses connections without TLS, and the first major version that has it on
 * unless told otherwise (none: off in every version). As of 2026-11-21. Sources: Amazon RDS User Guide, "Using SSL with a
 * PostgreSQL DB instance", "Requiring SSL/TLS for all connections" to MySQL and to MariaDB, "Using SSL with a Microsoft SQL
 * Server DB instance"; Amazon Aurora User Guide, "Security with Amazon Aurora PostgreSQL", "Comparing Aurora MySQL version 3
 * and Aurora MySQL version 8.4". To renew: read these pages; a new major version may have it on.
 */
export interface TlsParameter {
  readonly name: string;
  readonly onFrom?: string;
}

const FORCE_SSL = 'rds.force_ssl';
const SECURE_TRANSPORT = 'require_secure_transport';

export const TLS_PARAMETERS: Readonly<Record<string, TlsParameter>> = {
  postgres: { name: FORCE_SSL, onFrom: '15' },
  'aurora-postgresql': { name: FORCE_SSL, onFrom: '17' },
  mysql: { name: SECURE_TRANSPORT },
  mariadb: { name: SECURE_TRANSPORT, onFrom: '11.8' },
  'aurora-mysql': { name: SECURE_TRANSPORT, onFrom: '8.4' },
  'sqlserver-ee': { name: FORCE_SSL },
  'sqlserver-ex': { name: FORCE_SSL },
  'sqlserver-se': { name: FORCE_SSL },
  'sqlserver-web': { name: FORCE_SSL },
};

/** Whether a version has the parameter on by itself; `undefined` where the version has no number. */
export function hasTlsOn(parameter: TlsParameter & { readonly onFrom: string }, version: string) {
  const [major = Number.NaN, minor = 0] = version.split('.').map(Number);
  const [fromMajor = 0, fromMinor = 0] = parameter.onFrom.split('.').map(Number);
  if (!Number.isInteger(major)) return undefined;
  return major > fromMajor || (major === fromMajor && minor >= fromMinor);
}

/** The version in the name of a family of parameter groups: `16` of `postgres16`, `8.0` of `aurora-mysql8.0`. */
export function versionOfFamily(family: string): string | undefined {
  return /[\d.]+$/.exec(family)?.[0];
}
