import type { Graph, Properties } from '../../model/graph.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../model/truth.ts';
import { leftTo } from './left-open.ts';

/**
 * Whether a dimension is given an ARN or an address where CloudWatch publishes a name: `LoadBalancer` is
 * `app/<name>/<id>`, `TopicName` and `QueueName` are names. Such an alarm sees nothing.
 */
export function isNoName(dimension: Properties, graph: Graph): Truth {
  const value = dimension.text('Value');
  return all(
    not(dimension.text('Name').matches('a dimension that is an ARN', /arn$/i)),
    choose(
      value.isReference(),
      () =>
        any(
          value.readsAttribute(AS_PUBLISHED, /^(arn|.*Arn)$/).quote(),
          allUntilNo(
            () => value.readsAttribute(AS_PUBLISHED, /^(Ref|id|url)$/).quote(),
            () => any(...NOT_BY_REFERENCE.map((type) => graph.follow(value, type).exist())),
          ),
          allUntilNo(
            () => value.readsAttribute(AS_PUBLISHED, /^id$/).quote(),
            () => graph.follow(value, 'AWS::ECS::Cluster').exist(),
          ),
          allUntilNo(
            () => value.readsAttribute(AS_PUBLISHED, /^id$/).quote(),
            () => graph.follow(value, 'AWS::RDS::DBInstance').exist(),
            () => leftTo(INSTANCE_BY_ID, dimension),
          ),
        ),
      () => value.matches(AS_PUBLISHED, /^(arn|https):/).quote(),
    ),
  );
}

const AS_PUBLISHED = 'the name by which CloudWatch publishes it';

/** From version 5.0 of the provider on `id` is the resource id. Source: Terraform AWS provider, "Version 5 Upgrade Guide". */
const INSTANCE_BY_ID =
  'the version of the AWS provider (from 5.0 on the id of aws_db_instance is no name; its identifier always is)';

/**
 * Types that `Ref` (Terraform: `id`) means by ARN or URL. A cluster of ECS is a name in CloudFormation and an ARN in
 * Terraform. Source: CloudFormation Template Reference, "Return values" of each type; Terraform AWS provider,
 * "Attribute Reference".
 */
const NOT_BY_REFERENCE = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::ECS::Service',
];
