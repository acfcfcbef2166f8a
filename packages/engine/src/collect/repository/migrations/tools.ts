import type { MigrationTool } from './folders.ts';

/** Tools by the programs that run their migrations. */
const TOOLS: readonly (readonly [program: RegExp, tools: readonly MigrationTool[]])[] = [
  [/^(alembic|flask)$/, ['alembic']],
  [/^prisma$/, ['prisma']],
  [/^(manage\.py|django-admin)$/, ['django']],
  [/^(sequelize|sequelize-cli|knex|typeorm\S*|mikro-orm|umzug|migrate-mongo)$/, ['scripts']],
  [/^(node-pg-migrate|db-migrate)$/, ['scripts', 'sql']],
  [/^kysely(?:-ctl)?$/, ['scripts']],
  [/^(aerich|sea-orm-cli)$/, []],
  [/^flyway$/, ['flyway', 'sql']],
  [/^liquibase$/, ['liquibase']],
  [/^drizzle-kit$/, ['drizzle', 'sql']],
  [/^(rails|rake)$/, ['rails']],
  [/^(dbmate|goose|migrate|tern|yoyo|atlas|postgrator|sqitch|graphile-migrate|supabase|hasura)$/, ['sql']],
];

/** Whose migrations a command runs; nothing where its words do not tell. */
export function toolsRunBy(words: readonly string[]): readonly MigrationTool[] | undefined {
  return TOOLS.find(([pattern]) => words.some((word) => pattern.test(word.replace(/^.*\//, ''))))?.[1];
}
