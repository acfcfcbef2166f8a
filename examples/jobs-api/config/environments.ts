/** Everything that differs between environments. */
export interface Environment {
  readonly name: string;
  readonly database:
    | { readonly kind: 'serverless'; readonly minimumAcu: number; readonly maximumAcu: number }
    | { readonly kind: 'instance'; readonly multiAz: boolean };
  readonly backupDays: number;
  readonly deletionProtection: boolean;
  readonly functionMemoryMb: number;
  readonly tracing: boolean;
  readonly throttlingRateLimit: number;
  readonly flowLogs: boolean;
  readonly keepData: boolean;
  readonly alarmEmail?: string;
}

export const environments: Record<string, Environment> = {
  dev: {
    name: 'dev',
    database: { kind: 'serverless', minimumAcu: 0.5, maximumAcu: 2 },
    backupDays: 7,
    deletionProtection: false,
    functionMemoryMb: 512,
    tracing: false,
    throttlingRateLimit: 1000,
    flowLogs: false,
    keepData: false,
  },
  prod: {
    name: 'prod',
    database: { kind: 'instance', multiAz: true },
    backupDays: 30,
    deletionProtection: true,
    functionMemoryMb: 1024,
    tracing: true,
    throttlingRateLimit: 1000,
    flowLogs: true,
    keepData: true,
    alarmEmail: 'alarms@example.com',
  },
};
