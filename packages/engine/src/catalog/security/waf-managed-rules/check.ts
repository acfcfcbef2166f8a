import { hasActingRules } from '../../blocks/web-acl.ts';
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
  evaluate: (acl) =>
    hasActingRules(acl, { statement: 'ManagedRuleGroupStatement', counting: 'OverrideAction.Count' }),
  fix: 'Add the core rule set of AWS, count for a week, look at what it finds, then block',
  snippets: {
    terraform:
      'override_action {\n  none {}\n}\nstatement {\n  managed_rule_group_statement {\n    vendor_name = "AWS"\n    name        = "AWSManagedRulesCommonRuleSet"\n  }\n}',
    cloudformation:
      'OverrideAction: { None: {} }\nStatement: { ManagedRuleGroupStatement: { VendorName: AWS, Name: AWSManagedRulesCommonRuleSet } }',
  },
  fixImpact: { downtime: false },
});
