import { hasPages } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'page-errors-gathered',
  requirement: 'MON-17',
  severity: 'low',
  effort: 'hours',
  title: 'Errors in the browsers of users are gathered',
  gap: {
    one: 'Errors in the browsers of users are seen by nobody',
    many: 'Errors in the browsers of users are seen by nobody at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_customer_telemetry'] },
  messages: { none: 'no page starts an error tracker or reports errors that nobody caught' },
  about: 'repository',
  attests: ['none'],
  when: hasPages,
  evaluate: (graph) =>
    graph
      .of('Repository::PageErrorTracker')
      .some((tracker) => tracker.list('usedIn').exist())
      .else('none'),
  fix: 'Start an error tracker in the page, or send what window.onerror and unhandledrejection say to the back end',
  fixImpact: { downtime: false },
});
