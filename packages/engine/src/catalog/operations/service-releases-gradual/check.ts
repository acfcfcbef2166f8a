import { isTriedOnAPart } from '../../blocks/releases.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'service-releases-gradual',
  requirement: 'OPS-03',
  severity: 'high',
  effort: 'days',
  title: 'New versions of container services are tried on a part, or rolled back by alarms',
  gap: {
    one: 'A new version of a container service reaches everybody, whatever it does',
    many: 'New versions of {count} container services reach everybody, whatever they do',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_auto_testing_and_rollback'] },
  messages: {
    rolling: 'its deployment is rolling, and no alarm rolls it back',
  },
  appliesTo: 'AWS::ECS::Service',
  when: (service) => service.list('LoadBalancers').exist().asMembership(),
  evaluate: (service) => isTriedOnAPart(service).else('rolling'),
  fix: 'Deploy blue/green or as a canary, or name alarms that roll the deployment back',
  fixImpact: { downtime: false },
});
