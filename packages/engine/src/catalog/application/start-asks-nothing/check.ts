import { all } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'start-asks-nothing',
  requirement: 'APP-08',
  severity: 'low',
  effort: 'hours',
  title: 'The start waits for no call that nothing needs',
  gap: {
    one: 'The start depends on a call that nothing needs',
    many: 'The start depends on a call that nothing needs',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_graceful_degradation'] },
  messages: { asks: '{actual} has to go well before anything can be answered' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    graph
      .of('Repository::EntryFile')
      .some((file) => mayRun(file.text('path'), graph))
      .asMembership(),
  evaluate: (graph) =>
    graph
      .of('Repository::StartCall')
      .none((call) => all(mayRun(call.text('path'), graph), call.text('call').written().quote()))
      .else('asks'),
  fix: 'Leave buckets, tables and schemas to the infrastructure and the pipeline, and let the health endpoint say what is missing',
  fixImpact: { downtime: false },
});
