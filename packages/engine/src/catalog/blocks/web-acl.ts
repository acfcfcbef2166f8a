import type { Resource } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

/** Rules of a web ACL, by their statement and by what says that they only count what they find. */
export interface RulesAsked {
  readonly statement: 'ManagedRuleGroupStatement' | 'RateBasedStatement';
  readonly counting: 'OverrideAction.Count' | 'Action.Count';
}

/**
 * Whether a web ACL has rules of a kind (else `none`) and some of them do more than count (else `counting`). A group of
 * rules of one's own may hold anything, and so may rules in a text of their own.
 */
export function hasActingRules(
  acl: Resource,
  { statement, counting }: RulesAsked,
): Truth<'none' | 'counting'> {
  const rules = acl.list('Rules');
  const asked = rules.where((rule) => rule.has(`Statement.${statement}`));
  const inGroups = any(
    acl.meta.has('rule_json'),
    rules.some((rule) => rule.has('Statement.RuleGroupReferenceStatement')),
  );
  return all(
    any(asked.exist(), all(inGroups, leftTo('the rules of the groups that it refers to', acl))).else('none'),
    any(
      not(asked.exist()),
      asked.some((rule) => not(rule.has(counting)).quote()),
    ).else('counting'),
  );
}
