import { type Graph, inOneRegion, isRegionTold, type Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { holdsData } from '../../blocks/bucket-content.ts';
import { copiedElsewhere, hasReplica } from '../../blocks/copies.ts';
import { isElsewhere } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Where people come in. A function alone may stand elsewhere for a distribution, and takes nothing over. */
const ENTRANCES = [
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppRunner::Service',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
];

/** What serves, and stands in one region. */
const SERVING = [
  ...ENTRANCES,
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::EC2::Instance',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::Lambda::Function',
];

const HOLDING = [
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::EFS::FileSystem',
];

export default defineCheck({
  id: 'second-region-is-there',
  requirement: 'INF-08',
  severity: 'high',
  effort: 'days',
  title: 'Another region that a recovery plan counts on is there',
  gap: {
    one: 'A recovery plan counts on another region, and all that is there stands in one',
    many: '{count} recovery plans count on another region, and all that is there stands in one',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'it says {actual}, and what serves stands in one region, nothing is copied and nothing leads elsewhere',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Document',
  when: (document, graph) =>
    all(
      not(isElsewhere(document)),
      document.list('otherRegion').exist(),
      of(SERVING, graph).exist(),
    ).asMembership(),
  evaluate: (document, graph) => {
    const serves = standsTwice(of(SERVING, graph));
    const holds = holdsTwice(graph);
    const leads = leadsElsewhere(graph);
    const isNowhere = all(
      not(any(serves, holds, copiedElsewhere(graph), leads)),
      document.list('otherRegion').some((line) => line.text('text').written().quote()),
    );
    return all(
      not(isNowhere).else('none'),
      any(
        all(
          standsTwice(of(ENTRANCES, graph)),
          any(holds, not(of(HOLDING, graph).exist())),
          filesAreThere(graph),
          leads,
        ),
        leftTo('how the other region takes over', document),
      ),
    );
  },
  fix: 'Build what serves and what it needs in a second region, with a record that fails over to it, or strike the region from the plan',
  fixImpact: { downtime: false },
});

function of(types: readonly string[], graph: Graph): Many<Resource> {
  return types.map((type) => graph.of(type)).reduce((before, more) => before.and(more));
}

/** Whether some stand in one region and some in another; one whose region is not written may stand anywhere. */
function standsTwice(resources: Many<Resource>): Truth {
  return resources.some((one) =>
    any(
      not(isRegionTold(one)),
      resources.some((other) => not(inOneRegion(one, other))),
    ),
  );
}

/** Whether the data is in another region too, and not only somewhere else. */
function holdsTwice(graph: Graph): Truth {
  return any(
    standsTwice(of(HOLDING, graph)),
    graph.of('AWS::DynamoDB::GlobalTable').some((table) => table.list('Replicas').atLeast(2)),
    graph.of('AWS::DynamoDB::Table').some(hasReplica),
    graph.of('AWS::RDS::DBInstance').some((database) => database.has('AutomaticBackupReplicationRegion')),
  );
}

function filesAreThere(graph: Graph): Truth {
  const buckets = graph.of('AWS::S3::Bucket');
  return any(
    not(buckets.some((bucket) => holdsData(bucket, graph))),
    all(
      buckets.some((bucket) =>
        bucket.list('ReplicationConfiguration.Rules').some((rule) => rule.text('Status').is('Enabled')),
      ),
      standsTwice(buckets),
    ),
  );
}

/** Whether something sends people to one region or another. */
function leadsElsewhere(graph: Graph): Truth {
  return any(
    graph
      .of('AWS::Route53::RecordSet')
      .some((record) => any(record.has('Failover'), record.has('Region'), record.has('GeoLocation'))),
    graph.of('AWS::GlobalAccelerator::Accelerator').exist(),
    graph.of('AWS::CloudFront::Distribution').some((one) => one.has('DistributionConfig.OriginGroups.Items')),
  );
}
