/** How the schema of a database is changed, step by step. */
export const MIGRATION_TYPES = {
  'Repository::Migrations': {
    is: 'a folder of migrations',
    address: 'db/migrations',
    properties: {
      path: 'where the folder lies',
      tool: 'what runs them, as far as their form says: `prisma`, `drizzle`, `alembic`, `django`, `flyway`, `liquibase`, `rails`, `scripts`, `sql`',
      namedIn: 'files of code, scripts and settings outside of it that name the folder',
      runIn: 'those of them that are code and run statements, or a runner of migrations',
      runBy: 'what images and platforms run at a start or a release that migrates what is in it',
      'runBy[].command': 'the command as it is written: `alembic upgrade head`',
      'runBy[].image': 'the file that the image is built from, or that tells the platform',
      'runBy[].onlyIf': 'what has to hold for it',
      files: 'the migrations, in the order of their names',
      'files[].name': 'the file, or the folder that holds it: `0004_add_owner.sql`',
      'files[].order': 'the number or revision by which it has its place',
      'files[].besides': 'another migration with the same place: which of them comes first, nobody says',
      'files[].isUtf8': { is: 'whether its bytes are text in UTF-8', otherwise: true },
      'files[].isEmpty': { is: 'whether it has no statement', otherwise: false },
      'files[].inserts':
        '`demo` where it puts in rows that were made up, `seed` where its name says seed and what for is not known',
    },
  },
} as const;
