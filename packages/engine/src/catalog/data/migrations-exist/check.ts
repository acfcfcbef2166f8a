import { all, any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { hasDriver } from '../../blocks/relational.ts';
import { defineRootCheck } from '../../check.ts';

const DATABASES = ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'];

export default defineRootCheck({
  id: 'migrations-exist',
  requirement: 'DAT-04',
  severity: 'high',
  effort: 'days',
  title: 'The schema of a relational database is changed by migrations in the repository',
  gap: {
    one: 'The schema of a database stands nowhere',
    many: 'The schema of a database stands nowhere',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no migration in the repository makes the tables of the database',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(
      ...DATABASES.map((type) => graph.of(type).exist()),
      all(hasDriver(graph), graph.of('Repository::Migrations').exist()),
    ).asMembership(),
  evaluate: (graph) => {
    const here = graph.of('Repository::Migrations').exist();
    const elsewhere = any(
      ...DATABASES.map((type) =>
        graph
          .of(type)
          .some((database) => leftTo('the repository of the code that uses the database', database)),
      ),
    );
    return choose(hasDriver(graph), here.else('none'), any(here, elsewhere).else('none'));
  },
  fix: 'Write the schema as migrations, beginning with the one that is there, and run them in the pipeline',
  fixImpact: { downtime: false },
});
