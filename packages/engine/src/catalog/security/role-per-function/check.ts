import type { Graph, Resource } from '../../../model/graph.ts';
import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const FUNCTION = 'AWS::Lambda::Function';

export default defineCheck({
  id: 'role-per-function',
  requirement: 'SEC-11',
  severity: 'medium',
  effort: 'hours',
  title: 'Every function has a role of its own',
  gap: { one: 'Several functions share a role', many: '{count} roles are shared by several functions' },
  evidence: ['iac', 'aws'],
  aliases: ['lambda.lambdaRoleReused'],
  frameworks: { wellArchitected: ['sec_permissions_least_privileges'] },
  messages: { shared: 'several functions act as this role, so each may do what any of them needs' },
  appliesTo: 'AWS::IAM::Role',
  when: (role, graph) => functionsOf(role, graph).exist().asMembership(),
  evaluate: (role, graph) => not(functionsOf(role, graph).atLeast(2)).else('shared'),
  fix: 'Give every function its own role with what it needs',
  fixImpact: { downtime: false },
});

/** The same function in several regions needs the same in each. */
const REGION =
  /(?<![a-z0-9])(af|ap|ca|eu|il|me|mx|sa|us)[-_](gov[-_])?(north|south|east|west|central)(east|west)?[-_]\d(?!\d)/g;

function functionsOf(role: Resource, graph: Graph) {
  return graph
    .to(role, 'usesRole')
    .where((user) => user.isA(FUNCTION))
    .oncePer((user) => user.address.replace(REGION, 'region'));
}
