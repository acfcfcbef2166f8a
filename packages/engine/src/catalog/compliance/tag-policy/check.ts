import type { Resource } from '../../../model/graph.ts';
import { all, any, choose, type Truth } from '../../../model/truth.ts';
import { defineRootCheck } from '../../check.ts';

const POLICY = 'AWS::Organizations::Policy';
const isTagPolicy = (policy: Resource): Truth => policy.text('Type').is('TAG_POLICY');

export default defineRootCheck({
  id: 'tag-policy',
  requirement: 'CMP-03',
  severity: 'low',
  effort: 'hours',
  title: 'A policy asks for tags',
  gap: {
    one: 'A tag policy is attached to nothing',
    many: '{count} roots have a tag policy that is attached to nothing',
  },
  evidence: ['iac', 'aws'],
  aliases: ['organizations_tags_policies_enabled_and_attached'],
  frameworks: { wellArchitected: ['cost_monitor_usage_org_information'] },
  accountWide: true,
  messages: {
    loose: 'a tag policy is defined and attached to nothing',
  },
  evaluate: (graph) =>
    any(
      graph
        .of('AWS::Config::ConfigRule')
        .some((rule) => rule.text('Source.SourceIdentifier').is('REQUIRED_TAGS')),
      choose(
        graph.of(POLICY).some(isTagPolicy),
        graph.of(POLICY).some((policy) => all(isTagPolicy(policy), policy.list('TargetIds').exist())),
        graph.ofAccount(POLICY).some(isTagPolicy),
      ).else('loose'),
    ),
  fix: 'Attach a tag policy to the organizational unit, or add the Config rule required-tags',
  fixImpact: { downtime: false },
});
