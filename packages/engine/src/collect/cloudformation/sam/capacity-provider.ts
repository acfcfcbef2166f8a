import type { Node } from '../parse.ts';
import { type Expansion, ownAttributes, passedOn, type Serverless, tagList } from './expansion.ts';
import { getAtt, isGiven, isTrue, map, member, members, node, type Plain } from './nodes.ts';
import { assumedBy, managedArn, RoleDraft } from './role.ts';
import { openProperties } from './unknown.ts';

/** AWS::Serverless::CapacityProvider: the instances that functions run on, with the role that manages them. */
export function expandCapacityProvider(expansion: Expansion, resource: Serverless): void {
  const { id, properties, at } = resource;
  const own = member(properties, 'OperatorRole');
  const tags = member(properties, 'Tags');
  const all = map([...members(tags).map(([name, e]) => [name, e.value] as const), CREATED], at);
  const vpc = member(properties, 'VpcConfig');
  const made = {
    CapacityProviderName: member(properties, 'CapacityProviderName'),
    VpcConfig: vpc,
    PermissionsConfig: { CapacityProviderOperatorRoleArn: own ?? getAtt(`${id}OperatorRole`, 'Arn', at) },
    Tags: tagList(all),
    InstanceRequirements: requirements(member(properties, 'InstanceRequirements')),
    CapacityProviderScalingConfig: scaling(member(properties, 'ScalingConfig')),
    KmsKeyArn: member(properties, 'KmsKeyArn'),
  };
  const open = openProperties(made, properties, at);
  expansion.make(id, 'AWS::Lambda::CapacityProvider', open, ownAttributes(resource), at);
  if (own !== undefined) return;
  const role = new RoleDraft(`${id}OperatorRole`, assumedBy('lambda.amazonaws.com', at), at);
  role.addManaged(managedArn('AWSLambdaManagedEC2ResourceOperator', at));
  const handed = isTrue(member(properties, 'PropagateTags')) ? all : map([CREATED], at);
  role.make(expansion, properties, passedOn(resource), { Tags: tagList(handed) });
}

const CREATED = ['lambda:createdBy', 'SAM'] as const;

function requirements(written: Node | undefined): Plain | undefined {
  if (!isGiven(written) || written.kind !== 'map') return written;
  return node(
    {
      Architectures: member(written, 'Architectures'),
      AllowedInstanceTypes: member(written, 'AllowedTypes'),
      ExcludedInstanceTypes: member(written, 'ExcludedTypes'),
    },
    written.at,
  );
}

function scaling(written: Node | undefined): Plain | undefined {
  if (!isGiven(written) || written.kind !== 'map') return written;
  const target = member(written, 'AverageCPUUtilization');
  const metric = 'LambdaCapacityProviderAverageCPUUtilization';
  const policies = [{ PredefinedMetricType: metric, TargetValue: target }];
  return node(
    {
      MaxVCpuCount: member(written, 'MaxVCpuCount'),
      ScalingMode: target === undefined ? 'Auto' : 'Manual',
      ScalingPolicies: target === undefined ? undefined : policies,
    },
    written.at,
  );
}
