import type { Properties } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { canFail, JOB } from '../../blocks/pipeline.ts';
import { mayMigrate } from '../../blocks/relational.ts';
import { defineCheck } from '../../check.ts';

const migrates = (command: Properties) => command.text('kind').is('migrate');

export default defineCheck({
  id: 'migrations-stop-pipeline',
  requirement: 'DAT-04',
  severity: 'high',
  effort: 'minutes',
  title: 'A migration that fails stops the pipeline that runs it',
  gap: {
    one: 'A pipeline goes on when the migration of the schema failed',
    many: '{count} jobs go on when the migration of the schema failed',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_test_val_chg'] },
  messages: {
    swallowed: 'a migration that fails stops nothing: {actual}',
  },
  about: 'repository',
  appliesTo: JOB,
  when: (job, graph) => all(mayMigrate(graph), job.list('checks').some(migrates)).asMembership(),
  evaluate: (job) => job.list('checks').where(migrates).every(canFail).else('swallowed'),
  fix: 'Let the migration end with its own exit code, before the code that needs it is deployed',
  fixImpact: { downtime: false },
});
