import type { Graph, Resource } from '../../../model/graph.ts';
import { any, choose } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const HUB = 'AWS::SecurityHub::Hub';

export default defineRootCheck({
  id: 'security-hub-on',
  requirement: 'SEC-19',
  severity: 'medium',
  effort: 'minutes',
  title: 'Security Hub compares the account with a standard',
  gap: {
    one: 'Security Hub compares with no standard',
    many: 'Security Hub compares with no standard in {count} roots',
  },
  evidence: ['iac', 'aws'],
  aliases: ['securityhub_enabled'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_security_alerts'] },
  accountWide: true,
  messages: { standards: 'no standard is subscribed: {property} is {actual}' },
  evaluate: (graph) =>
    choose(
      graph.of(HUB).exist(),
      graph.of(HUB).some((hub) => compares(hub, graph)),
      graph.ofAccount(HUB).some((hub) => compares(hub, graph)),
    ),
  fix: 'Subscribe the foundational best practices, or the standard that you answer to',
  snippets: { terraform: 'enable_default_standards = true', cloudformation: 'EnableDefaultStandards: true' },
  fixImpact: { downtime: false },
});

function compares(hub: Resource, graph: Graph) {
  return any(
    hub.bool('EnableDefaultStandards').is(true).quote(),
    graph.of('AWS::SecurityHub::Standard').exist(),
  ).else('standards');
}
