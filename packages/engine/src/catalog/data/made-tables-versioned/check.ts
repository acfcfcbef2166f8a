import type { Graph } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { commandsOf } from '../../blocks/pipeline.ts';
import { comesToRun } from '../../blocks/served-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'made-tables-versioned',
  requirement: 'DAT-04',
  severity: 'medium',
  effort: 'hours',
  title: 'Code that makes its tables where they are missing also changes those that have an older form',
  gap: {
    one: 'Tables are made where they are missing, and one of an older form stays as it is',
    many: '{count} places make tables where they are missing, and leave those of an older form as they are',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'it makes {actual} where they are missing, and nothing records a version of the schema or changes an older form',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::MadeTables',
  when: comesToRun,
  evaluate: (made, graph) =>
    any(
      made.list('changes').exist(),
      all(
        any(made.list('others').exist(), migratesOtherwise(graph)),
        leftTo('whether what else changes schemas here changes these tables', made),
      ),
      not(made.list('tables').exist().quote()),
    ).else('none'),
  fix: 'Keep the number of the last change with the data (PRAGMA user_version, or a table), and at a start run what is newer, in order',
  fixImpact: { downtime: false },
});

/** Whether something else may change schemas: migrations that are not left lying, a command, a tool among the packages. */
function migratesOtherwise(graph: Graph): Truth {
  return any(
    graph
      .of('Repository::Migrations')
      .some((migrations) =>
        any(
          migrations.list('namedIn').exist(),
          migrations.list('runBy').exist(),
          not(migrations.text('tool').is('sql')),
        ),
      ),
    commandsOf(graph, 'migrate').exist(),
    graph
      .of('Repository::Manifest')
      .some((manifest) =>
        manifest.list('dependencies').some((one) => one.text('name').matches('a tool of migrations', TOOL)),
      ),
  );
}

const TOOL =
  /migrat|alembic|umzug|flyway|liquibase|yoyo|aerich|knex|sequelize|typeorm|prisma|drizzle|mikro-orm|^django$|postgrator/i;
