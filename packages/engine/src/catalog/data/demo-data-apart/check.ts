import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'demo-data-apart',
  requirement: 'DAT-09',
  severity: 'medium',
  effort: 'hours',
  title: 'No migration puts made-up data into production',
  gap: {
    one: 'A migration puts made-up data into every environment',
    many: 'Migrations of {count} folders put made-up data into every environment',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    demo: '{actual} puts rows that were made up into every environment',
  },
  about: 'repository',
  appliesTo: 'Repository::Migrations',
  evaluate: (folder) =>
    all(
      folder.list('files').exist(),
      folder
        .list('files')
        .none((file) =>
          any(
            all(file.text('inserts').is('demo'), file.text('name').written().quote()),
            all(file.text('inserts').is('seed'), leftTo('what the rows of a seed are for', file)),
          ),
        )
        .else('demo'),
    ),
  fix: 'Take made-up rows out of the migrations, and put them in by a command of their own that production never runs',
  fixImpact: { downtime: false },
});
