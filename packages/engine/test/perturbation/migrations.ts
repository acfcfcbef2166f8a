import { add, replace } from './perturbation.ts';
import type { RepositoryPerturbation } from './repository.ts';

const FOLDER = 'src/migrations';
const FIRST = `${FOLDER}/0001_tables.sql`;
const SECOND = `${FOLDER}/0002_indexes.sql`;

const MIGRATE = 'src/migrations.py';
const NUMBERED = '    db.execute("PRAGMA user_version = 1")\n';

export const MIGRATIONS: readonly RepositoryPerturbation[] = [
  {
    check: 'migrations-in-order',
    resource: FOLDER,
    off: [add(`${FOLDER}/0002_more.sql`, 'CREATE TABLE more (id INTEGER PRIMARY KEY);\n')],
    unreadable: SECOND,
  },
  {
    check: 'made-tables-versioned',
    given: [
      { file: FIRST, text: undefined },
      { file: SECOND, text: undefined },
      replace(MIGRATE, '(pathlib.Path(__file__).parent / "migrations").glob("*.sql")', '()'),
      replace(
        MIGRATE,
        '    for number, step',
        `    db.executescript("CREATE TABLE IF NOT EXISTS decks (id TEXT PRIMARY KEY)")\n${NUMBERED}    for number, step`,
      ),
      replace(MIGRATE, 'db.execute("PRAGMA user_version").fetchone()[0]', '1'),
    ],
    resource: `${MIGRATE} migrate: decks`,
    off: [replace(MIGRATE, NUMBERED, '')],
    at: { file: MIGRATE, text: 'executescript("CREATE TABLE IF NOT EXISTS decks (id TEXT PRIMARY KEY)")' },
    unreadable: MIGRATE,
  },
  {
    check: 'migrations-exist',
    given: [
      { file: SECOND, text: undefined },
      add('infra/database.tf', 'resource "aws_db_instance" "cards" {\n  engine = "postgres"\n}\n'),
      replace('requirements.txt', 'boto3==', 'psycopg==3.2.3\nboto3=='),
    ],
    resource: null,
    off: [{ file: FIRST, text: undefined }],
    unreadable: FIRST,
  },
  {
    check: 'demo-data-apart',
    resource: FOLDER,
    off: [add(`${FOLDER}/0003_demo.sql`, "INSERT INTO decks (id, name) VALUES ('1', 'Demo');\n")],
    at: { file: `${FOLDER}/0003_demo.sql`, text: "INSERT INTO decks (id, name) VALUES ('1', 'Demo');" },
    unreadable: SECOND,
  },
];
