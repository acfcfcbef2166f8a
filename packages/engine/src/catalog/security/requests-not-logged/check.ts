import { any, not } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'requests-not-logged',
  requirement: 'SEC-34',
  severity: 'high',
  effort: 'minutes',
  title: 'Bodies and headers of requests, secrets and contents of files stay out of the log',
  gap: {
    one: 'Code writes to the log what belongs in none',
    many: '{count} files write to the log what belongs in none',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'] },
  messages: { written: '{actual} goes to the log' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Log',
  evaluate: (log, graph) =>
    any(
      log.list('writes').none((one) => one.text('what').written().quote()),
      not(mayRun(log.text('path'), graph)),
    ).else('written'),
  fix: 'Log the route, the user by id, the status and the time; name the fields that are needed, never the whole',
  fixImpact: { downtime: false },
});
