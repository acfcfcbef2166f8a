import { ENGINES_AS_OF, isSupportedEngine } from '../../../knowledge/engines.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'kubernetes-version-supported',
  requirement: 'INF-26',
  severity: 'medium',
  effort: 'days',
  title: 'The Kubernetes version of each cluster is under standard support',
  gap: {
    one: 'A cluster runs a Kubernetes version out of standard support',
    many: '{count} clusters run Kubernetes versions out of standard support',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_339', 'EKS.2', 'eks_cluster_uses_a_supported_version'],
  frameworks: { fsbp: ['EKS.2'] },
  messages: {
    ended: `standard support of version {actual} has ended (release calendar of EKS, ${ENGINES_AS_OF})`,
  },
  appliesTo: 'AWS::EKS::Cluster',
  evaluate: (cluster) =>
    cluster
      .text('Version')
      .map((version) => isSupportedEngine('kubernetes', version))
      .test('a version under standard support', (yes) => yes)
      .else('ended'),
  fix: 'Upgrade the cluster one version at a time, nodes and add-ons with it',
  fixImpact: { downtime: false },
});
