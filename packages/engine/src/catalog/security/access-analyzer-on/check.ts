import type { Resource } from '../../../model/graph.ts';
import { choose } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const ANALYZER = 'AWS::AccessAnalyzer::Analyzer';

export default defineRootCheck({
  id: 'access-analyzer-on',
  requirement: 'SEC-37',
  severity: 'medium',
  effort: 'minutes',
  title: 'Access Analyzer finds what strangers may reach',
  gap: {
    one: 'Nothing looks for what strangers may reach',
    many: 'Nothing looks for what strangers may reach in {count} roots',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AWS-0175', 'accessanalyzer_enabled'],
  frameworks: { wellArchitected: ['sec_permissions_analyze_cross_account'] },
  accountWide: true,
  messages: { unused: 'it looks for rights that nobody uses, not for strangers: {property} is {actual}' },
  evaluate: (graph) =>
    choose(
      graph.of(ANALYZER).exist(),
      graph.of(ANALYZER).some(external),
      graph.ofAccount(ANALYZER).some(external),
    ),
  fix: 'Make an analyzer for external access in every region that is used',
  snippets: { terraform: 'type = "ACCOUNT"', cloudformation: 'Type: ACCOUNT' },
  fixImpact: { downtime: false },
});

function external(analyzer: Resource) {
  return analyzer.text('Type').oneOf(['ACCOUNT', 'ORGANIZATION']).quote().else('unused');
}
