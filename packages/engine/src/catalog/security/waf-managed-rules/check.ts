import type { Properties } from '../../../model/graph.ts';
import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'waf-managed-rules',
  requirement: 'SEC-10',
  severity: 'high',
  effort: 'hours',
  title: 'Every web ACL blocks what managed rule groups know',
  gap: {
    one: 'A web ACL blocks no known attacks',
    many: '{count} web ACLs block no known attacks',
  },
  evidence: ['iac', 'aws'],
  aliases: ['wafv2.wafv2NoCoreRuleSet'],
  frameworks: { wellArchitected: ['sec_network_protection_inspection'] },
  messages: {
    none: 'no managed group of rules is among its rules',
    counting: 'its managed groups only count: what they find is let through',
  },
  appliesTo: 'AWS::WAFv2::WebACL',
  // A group of rules of one's own may hold anything, and so may rules in a text of their own.
  evaluate: (acl) => {
    const managed = acl.list('Rules').where((rule) => rule.has('Statement.ManagedRuleGroupStatement'));
    return all(
      any(
        managed.exist(),
        all(
          any(
            acl.meta.has('rule_json'),
            acl.list('Rules').some((rule) => rule.has('Statement.RuleGroupReferenceStatement')),
          ),
          leftTo('the rules of the groups that it refers to', acl),
        ),
      ).else('none'),
      any(not(managed.exist()), managed.some(blocks)).else('counting'),
    );
  },
  fix: 'Add the core rule set of AWS, count for a week, look at what it finds, then block',
  snippets: {
    terraform:
      'override_action {\n  none {}\n}\nstatement {\n  managed_rule_group_statement {\n    vendor_name = "AWS"\n    name        = "AWSManagedRulesCommonRuleSet"\n  }\n}',
    cloudformation:
      'OverrideAction: { None: {} }\nStatement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } }',
  },
  fixImpact: { downtime: false },
});

function blocks(rule: Properties) {
  return not(rule.has('OverrideAction.Count')).quote();
}
