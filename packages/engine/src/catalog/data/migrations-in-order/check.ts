import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'migrations-in-order',
  requirement: 'DAT-04',
  severity: 'high',
  effort: 'hours',
  title: 'Migrations have one order, and each can be read',
  gap: {
    one: 'Migrations of a folder have no order, or cannot be read',
    many: 'Migrations of {count} folders have no order, or cannot be read',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    shared: '{actual} has the same place in the order',
    encoding: '{actual} is not UTF-8, so what it writes is stored broken',
    empty: '{actual} has no statement',
  },
  about: 'repository',
  appliesTo: 'Repository::Migrations',
  evaluate: (folder) => {
    const files = folder.list('files');
    return all(
      files.exist(),
      files.none((file) => all(file.has('besides'), file.text('name').written().quote())).else('shared'),
      files
        .none((file) => all(not(file.bool('isUtf8').is(true)), file.text('name').written().quote()))
        .else('encoding'),
      files
        .none((file) => all(file.bool('isEmpty').is(true), file.text('name').written().quote()))
        .else('empty'),
    );
  },
  fix: 'Give each migration a number of its own, save it as UTF-8, and let a new one follow the last',
  fixImpact: { downtime: false },
});
