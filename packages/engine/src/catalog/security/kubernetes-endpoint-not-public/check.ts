import { any, not } from '../../../model/truth.ts';
import { isEveryAddress } from '../../blocks/network.ts';
import { defineCheck } from '../../check.ts';

const NETWORK = 'ResourcesVpcConfig';

export default defineCheck({
  id: 'kubernetes-endpoint-not-public',
  requirement: 'SEC-33',
  severity: 'high',
  effort: 'hours',
  title: 'The control of a Kubernetes cluster is not open to the whole internet',
  gap: {
    one: 'The control of a Kubernetes cluster is open to the whole internet',
    many: 'The control of {count} Kubernetes clusters is open to the whole internet',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_38',
    'CKV_AWS_39',
    'AWS-0040',
    'AWS-0041',
    'AwsSolutions-EKS1',
    'EKS.1',
    'eks_cluster_not_publicly_accessible',
    'EKS_ENDPOINT_NO_PUBLIC_ACCESS',
  ],
  frameworks: { wellArchitected: ['sec_network_protection_layered'], fsbp: ['EKS.1'] },
  messages: {
    open: 'every address may reach it: {property} is {actual}',
  },
  appliesTo: 'AWS::EKS::Cluster',
  evaluate: (cluster) =>
    any(
      cluster.bool(`${NETWORK}.EndpointPublicAccess`).is(false),
      cluster
        .list(`${NETWORK}.PublicAccessCidrs`)
        .every((range) => not(isEveryAddress(range.text())).quote()),
    ).else('open'),
  fix: 'Use the private endpoint, or list the addresses of your own networks',
  snippets: {
    terraform: 'vpc_config {\n  endpoint_public_access = false\n  endpoint_private_access = true\n}',
    cloudformation: 'ResourcesVpcConfig: { EndpointPublicAccess: false, EndpointPrivateAccess: true }',
  },
  fixImpact: { downtime: false },
});
