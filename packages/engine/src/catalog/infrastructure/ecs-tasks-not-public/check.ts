import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'ecs-tasks-not-public',
  requirement: 'INF-10',
  severity: 'high',
  effort: 'hours',
  title: 'Container tasks have no public address',
  gap: {
    one: 'The tasks of a container service have public addresses',
    many: 'The tasks of {count} container services have public addresses',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_333', 'ECS.2', 'ecs_service_no_assign_public_ip'],
  frameworks: { wellArchitected: ['sec_network_protection_create_layers'], fsbp: ['ECS.2'] },
  messages: { public: 'each task gets a public address: AssignPublicIp is {actual}' },
  appliesTo: 'AWS::ECS::Service',
  // With another network mode tasks have the addresses of their instance.
  when: (service) => service.has('NetworkConfiguration'),
  evaluate: (service) =>
    service.text('NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp').isNot('ENABLED').else('public'),
  fix: 'Run the tasks in private subnets without public addresses, behind a load balancer, with VPC endpoints or a NAT gateway for what they call',
  snippets: { terraform: 'assign_public_ip = false', cloudformation: 'AssignPublicIp: DISABLED' },
  fixImpact: { downtime: false },
});
