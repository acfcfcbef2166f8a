import { documentsOfSystem } from '../../blocks/documents.ts';
import { comesToRun } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'audit-retention-written',
  requirement: 'CMP-04',
  severity: 'low',
  effort: 'minutes',
  title: 'It is written down how long audit records are kept',
  gap: {
    one: 'It is written nowhere how long audit records are kept',
    many: 'At {count} places it is written nowhere how long audit records are kept',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'] },
  messages: { none: 'no document says how long audit records are kept' },
  about: 'repository',
  seesInfrastructure: true,
  attests: ['none'],
  when: (graph) => graph.of('Repository::AuditRecord').some((record) => comesToRun(record, graph)),
  evaluate: (graph) =>
    documentsOfSystem(graph)
      .some((document) => document.has('auditKept'))
      .else('none'),
  fix: 'Write beside what is kept of people how long audit records are kept and what removes them',
  fixImpact: { downtime: false },
});
