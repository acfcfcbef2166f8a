import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'infrastructure-declared',
  requirement: 'INF-01',
  severity: 'medium',
  effort: 'days',
  title: 'Infrastructure is declared and not made by scripts on the side',
  gap: {
    one: 'A script changes things that the code does not know',
    many: '{count} scripts change things that the code does not know',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_conf_mgmt_sys'] },
  messages: {
    script: 'a provisioner runs a script when the resource is made: what it does is in no plan and no state',
  },
  appliesTo: ['AWS::EC2::Instance', 'null_resource', 'terraform_data'],
  evaluate: (resource) => not(resource.meta.has('provisioner')).else('script'),
  fix: 'Declare what the script makes, or run it as a step of the pipeline that can be seen and repeated',
  fixImpact: { downtime: false },
});
