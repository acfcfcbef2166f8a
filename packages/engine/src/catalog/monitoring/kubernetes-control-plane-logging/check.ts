import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'kubernetes-control-plane-logging',
  requirement: 'MON-01',
  severity: 'medium',
  effort: 'minutes',
  title: 'Kubernetes clusters write the logs of their control plane',
  gap: {
    one: 'A Kubernetes cluster writes no logs of its control plane',
    many: '{count} Kubernetes clusters write no logs of their control plane',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_37', 'AwsSolutions-EKS2', 'EKS.8', 'eks_control_plane_logging_all_types_enabled'],
  frameworks: { wellArchitected: ['sec_detect_investigate_events_app_service_logging'], fsbp: ['EKS.8'] },
  messages: {
    none: 'no control plane logs are enabled',
    audit: 'the audit and API logs are not both enabled',
  },
  appliesTo: 'AWS::EKS::Cluster',
  evaluate: (cluster) => {
    const types = cluster.list('Logging.ClusterLogging.EnabledTypes');
    return all<'none' | 'audit'>(
      types.exist().else('none'),
      all(...['api', 'audit'].map((name) => types.some((type) => type.text('Type').is(name)))).else('audit'),
    );
  },
  fix: 'Enable at least the API and audit logs of the control plane',
  snippets: {
    terraform: 'enabled_cluster_log_types = ["api", "audit", "authenticator"]',
    cloudformation:
      'Logging:\n  ClusterLogging:\n    EnabledTypes: [{ Type: api }, { Type: audit }, { Type: authenticator }]',
  },
  fixImpact: { downtime: false, monthlyCost: 'cloudwatch-logs' },
});
