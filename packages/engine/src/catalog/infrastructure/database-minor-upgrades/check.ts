import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'database-minor-upgrades',
  requirement: 'INF-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Databases get minor upgrades by themselves',
  gap: { one: 'A database gets no minor upgrades', many: '{count} databases get no minor upgrades' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_226',
    'RDSAutomaticMinorVersionUpgradeEnabled',
    'RDS.13',
    'rds_instance_minor_version_upgrade_enabled',
  ],
  frameworks: { wellArchitected: ['sec_protect_compute_vulnerability_management'], fsbp: ['RDS.13'] },
  messages: { off: 'automatic minor upgrades are {actual}, expected on' },
  appliesTo: 'AWS::RDS::DBInstance',
  evaluate: (database) => database.bool('AutoMinorVersionUpgrade').is(true).else('off'),
  fix: 'Switch automatic minor upgrades on, with a maintenance window at a quiet hour',
  snippets: {
    terraform: 'auto_minor_version_upgrade = true',
    cloudformation: 'AutoMinorVersionUpgrade: true',
  },
  fixImpact: { downtime: false },
});
