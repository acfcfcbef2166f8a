/** What the environment says. Read once, when the process starts. */
export const configuration = {
  port: Number(process.env.PORT ?? 8080),
  logLevel: process.env.LOG_LEVEL ?? 'info',
  database: {
    host: process.env.DATABASE_HOST ?? 'localhost',
    user: process.env.DATABASE_USER ?? 'web',
    password: process.env.DATABASE_PASSWORD,
    database: process.env.DATABASE_NAME ?? 'web',
  },
  exportsBucket: process.env.EXPORTS_BUCKET ?? 'web-exports',
  sessionSecret: process.env.SESSION_SECRET ?? '',
  tokenKey: process.env.TOKEN_KEY ?? 'development-only',
};
