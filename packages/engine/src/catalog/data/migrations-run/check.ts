import type { Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { commandsOf } from '../../blocks/pipeline.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'migrations-run',
  requirement: 'DAT-04',
  severity: 'high',
  effort: 'hours',
  title: 'Migrations are run by the pipeline, or by the application before it uses the database',
  gap: {
    one: 'Migrations lie in the repository and nothing runs them',
    many: '{count} folders of migrations lie in the repository and nothing runs them',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    never:
      'no step of a pipeline migrates a database that stays, and no code, script or setting names all of {actual}',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Migrations',
  evaluate: (migrations, graph) =>
    any(
      commandsOf(graph, 'migrate')
        .where((command) => not(command.has('ownDatabase')))
        .some((command) =>
          command
            .list('migrates')
            .some((folder) =>
              Reading.both(folder.text(), migrations.text('path'), 'the same folder', (a, b) => a === b),
            ),
        ),
      migrations.list('runIn').some((file) => mayRun(file.text(), graph)),
      migrations.list('runBy').some((run) =>
        all(
          run.text('command').written().quote(),
          any(
            not(run.has('onlyIf')),
            run.text('onlyIf').ask((what) => leftTo(`whether ${what}`, run)),
          ),
        ),
      ),
      all(isNamedOrFound(migrations), leftTo('who runs the migrations, and when', migrations)),
      not(migrations.text('path').written().quote()),
    ).else('never'),
  fix: 'Run the migrations in a step of the pipeline before the new code gets traffic, in the network of the database',
  fixImpact: { downtime: false },
});

/** Tools find their own folder; anything else is named by whoever runs it. */
function isNamedOrFound(migrations: Resource): Truth {
  return any(migrations.list('namedIn').exist(), not(migrations.text('tool').is('sql')));
}
