import { all, any, not } from '../../../model/truth.ts';
import { comesToRun, hasServedCode } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'audit-trail-written',
  requirement: 'CMP-04',
  severity: 'medium',
  effort: 'hours',
  title: 'The code writes down who changed what',
  gap: {
    one: 'Nothing writes down who changed what',
    many: 'At {count} places nothing writes down who changed what',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'] },
  messages: { none: 'no code that runs writes an audit record' },
  about: 'repository',
  seesInfrastructure: true,
  // Where operations are sensitive by their paths, each is looked at for itself.
  when: (graph) =>
    all(
      hasServedCode(graph),
      not(graph.of('Repository::SensitiveOperation').exist()),
      any(
        graph
          .of('Repository::Route')
          .some((route) => route.text('method').oneOf(['POST', 'PUT', 'PATCH', 'DELETE'])),
        graph.of('Repository::Handler').exist(),
      ),
    ),
  evaluate: (graph) =>
    graph
      .of('Repository::AuditRecord')
      .some((record) => comesToRun(record, graph))
      .else('none'),
  fix: 'Write one record for each change that matters: who, what, when and from where, in a table or log that the application can only add to',
  fixImpact: { downtime: false },
});
