import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'handlers-call-no-sdk',
  requirement: 'APP-04',
  severity: 'medium',
  effort: 'days',
  title: 'Handlers ask modules of the application, and not services through an SDK',
  gap: {
    one: 'A handler calls a service itself',
    many: 'Handlers of {count} files call services themselves',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { direct: 'the file that answers also calls {actual}' },
  about: 'repository',
  appliesTo: 'Repository::EntryFile',
  evaluate: (file) =>
    file
      .list('calls')
      .none((call) => call.text('call').written().quote())
      .else('direct'),
  fix: 'Move the calls into a module of their own with an interface that speaks of the business',
  fixImpact: { downtime: false },
});
