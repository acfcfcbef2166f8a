import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Where each type names the key that people sign in with. */
const KEYS: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::LaunchConfiguration': 'KeyName',
  'AWS::EC2::Instance': 'KeyName',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.KeyName',
};

export default defineCheck({
  id: 'hosts-without-ssh-keys',
  requirement: 'SEC-38',
  severity: 'medium',
  effort: 'hours',
  title: 'Nobody signs in to a host with a key of SSH',
  gap: {
    one: 'People sign in to a host with a key that they share',
    many: 'People sign in to {count} hosts with keys that they share',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_protect_compute_reduce_manual_management'] },
  messages: { key: 'whoever has the key {actual} is let in, and no record says who it was' },
  appliesTo: Object.keys(KEYS),
  evaluate: (host, graph) =>
    all(not(host.has(KEYS[host.type]!).quote()).else('key'), inItsTemplate(host, graph)),
  fix: 'Let people in through Session Manager, by their own roles, and take the key away',
  fixImpact: { downtime: true },
});

/** A launch template of this code is asked itself. */
function inItsTemplate(host: Resource, graph: Graph): Truth {
  const template = 'LaunchTemplate';
  return any(
    not(host.has(template)),
    ...['LaunchTemplateId', 'LaunchTemplateName'].map((name) =>
      graph.follow(host.text(`${template}.${name}`), 'AWS::EC2::LaunchTemplate').exist(),
    ),
    leftTo('the launch template of the host', host),
  );
}
