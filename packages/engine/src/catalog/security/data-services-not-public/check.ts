import type { Resource } from '../../../model/graph.ts';
import { choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const KAFKA = 'AWS::MSK::Cluster';
const SWITCH = 'PubliclyAccessible';

export default defineCheck({
  id: 'data-services-not-public',
  requirement: 'SEC-33',
  severity: 'high',
  effort: 'hours',
  title: 'Brokers, warehouses and replication instances have no public address',
  gap: {
    one: 'A broker, warehouse or replication instance has a public address',
    many: '{count} brokers, warehouses or replication instances have a public address',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_69',
    'CKV_AWS_87',
    'CKV_AWS_89',
    'CKV_AWS_291',
    'AWS-0072',
    'AwsSolutions-RS8',
    'RedshiftClusterPublicAccess',
    'DMSReplicationNotPublic',
    'REDSHIFT_CLUSTER_PUBLIC_ACCESS_CHECK',
    'DMS_REPLICATION_NOT_PUBLIC',
    'Redshift.1',
    'DMS.1',
    'redshift_cluster_public_access',
    'dms_instance_no_public_access',
    'mq_broker_not_publicly_accessible',
    'kafka_cluster_is_public',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_layered'], fsbp: ['DMS.1', 'Redshift.1'] },
  messages: { public: 'it can be reached from the internet: {property} is {actual}' },
  appliesTo: [
    'AWS::AmazonMQ::Broker',
    KAFKA,
    'AWS::Redshift::Cluster',
    'AWS::RedshiftServerless::Workgroup',
    'AWS::DMS::ReplicationInstance',
  ],
  evaluate: (service) => hasNoPublicAddress(service).else('public'),
  fix: 'Switch public access off and reach it from inside its network',
  snippets: { terraform: 'publicly_accessible = false', cloudformation: 'PubliclyAccessible: false' },
  fixImpact: { downtime: true },
});

function hasNoPublicAddress(service: Resource): Truth {
  if (service.type === KAFKA)
    return service.text('BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type').is('DISABLED');
  const written = service.bool(SWITCH).is(false);
  return service.node.sourceType === 'aws_redshift_cluster'
    ? choose(service.has(SWITCH), written, leftTo('the version of the provider: public before 6.0', service))
    : written;
}
