import { any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'sensitive-operations-audited',
  requirement: 'CMP-04',
  severity: 'medium',
  effort: 'hours',
  title: 'Operations that are sensitive leave a trace of who did them',
  gap: {
    one: 'A sensitive operation leaves no trace of who did it',
    many: '{count} sensitive operations leave no trace of who did them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'] },
  messages: { none: 'it {actual}, and nothing that answers it writes an audit record' },
  about: 'repository',
  appliesTo: 'Repository::SensitiveOperation',
  evaluate: (operation) =>
    any(operation.bool('audited').is(true), operation.text('of').is('').quote()).else('none'),
  fix: 'Write down who did it, to whom, when and from where, in a table or log that the application can only add to',
  fixImpact: { downtime: false },
});
