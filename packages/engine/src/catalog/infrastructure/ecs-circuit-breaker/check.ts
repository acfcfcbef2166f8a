import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const BREAKER = 'DeploymentConfiguration.DeploymentCircuitBreaker';

export default defineCheck({
  id: 'ecs-circuit-breaker',
  requirement: 'INF-16',
  severity: 'medium',
  effort: 'minutes',
  title: 'A failing deployment of a container service stops and is taken back',
  gap: {
    one: 'A failing deployment of a container service goes on',
    many: 'Failing deployments of {count} container services go on',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'ecs.ecsServiceDeploymentCircuitBreakerEnabled',
    'ecs.ecsServiceDeploymentCircuitBreakerRollback',
  ],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_auto_testing_and_rollback'] },
  messages: {
    off: 'the deployment circuit breaker is {actual}, expected {expected}',
    stays:
      'the deployment circuit breaker stops a failing deployment and leaves it there: rollback is {actual}',
  },
  appliesTo: 'AWS::ECS::Service',
  // With another controller, CodeDeploy or an external one decides.
  when: (service) => service.text('DeploymentController.Type').is('ECS'),
  evaluate: (service) =>
    all(
      service.bool(`${BREAKER}.Enable`).is(true).else('off'),
      service.bool(`${BREAKER}.Rollback`).is(true).else('stays'),
    ),
  fix: 'Switch the deployment circuit breaker on, with rollback',
  snippets: {
    terraform: 'deployment_circuit_breaker {\n  enable   = true\n  rollback = true\n}',
    cloudformation: 'DeploymentConfiguration:\n  DeploymentCircuitBreaker: { Enable: true, Rollback: true }',
  },
  fixImpact: { downtime: false },
});
