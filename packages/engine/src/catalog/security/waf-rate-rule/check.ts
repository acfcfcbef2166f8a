import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { hasActingRules } from '../../blocks/web-acl.ts';
import { defineCheck } from '../../check.ts';

const RATE = 'Statement.RateBasedStatement';

export default defineCheck({
  id: 'waf-rate-rule',
  requirement: 'SEC-10',
  severity: 'high',
  effort: 'hours',
  title: 'Every web ACL limits how often one caller may ask',
  gap: {
    one: 'A web ACL lets one caller ask without limit',
    many: '{count} web ACLs let one caller ask without limit',
  },
  evidence: ['iac', 'aws'],
  aliases: ['wafv2.wafv2NoRateBasedRules'],
  frameworks: { wellArchitected: ['sec_network_protection_inspection'] },
  messages: {
    none: 'no rule limits the rate of requests',
    counting: 'its rate rule only counts: callers over the limit are let through',
  },
  appliesTo: 'AWS::WAFv2::WebACL',
  evaluate: (acl) => {
    const rules = acl.list('Rules').where((rule) => rule.has(RATE));
    // One that looks at some requests only limits nobody for the others.
    const ofAll = rules.some((rule) =>
      all(not(rule.has(`${RATE}.ScopeDownStatement`)), not(rule.has('Action.Count'))),
    );
    return all(
      hasActingRules(acl, { statement: 'RateBasedStatement', counting: 'Action.Count' }),
      any(not(rules.exist()), ofAll, leftTo('telling which requests its rate rule leaves out', acl)),
    );
  },
  fix: 'Add a rate rule with a few times of what a busy user asks in five minutes, and block above it',
  snippets: {
    terraform:
      'statement {\n  rate_based_statement {\n    limit              = 1000\n    aggregate_key_type = "IP"\n  }\n}',
    cloudformation: 'Statement: { RateBasedStatement: { Limit: 1000, AggregateKeyType: IP } }',
  },
  fixImpact: { downtime: false },
});
