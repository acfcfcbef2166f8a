import type { Resource } from '../../model/graph.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

export const DEPLOYMENT_GROUP = 'AWS::CodeDeploy::DeploymentGroup';

/** Whether CodeDeploy gives a new version its traffic bit by bit. */
export function shiftsBitByBit(group: Resource): Truth {
  return not(
    group
      .text('DeploymentConfigName')
      .matches('bit by bit', /AllAtOnce/)
      .quote(),
  );
}

/** Whether a new version of a container service is tried on a part, or rolled back by alarms. */
export function isTriedOnAPart(service: Resource): Truth {
  return any(
    service.text('DeploymentController.Type').oneOf(['CODE_DEPLOY', 'EXTERNAL']).quote(),
    service.text('DeploymentConfiguration.Strategy').oneOf(['BLUE_GREEN', 'LINEAR', 'CANARY']),
    all(
      ...['Enable', 'Rollback'].map((property) =>
        service.bool(`DeploymentConfiguration.Alarms.${property}`).is(true),
      ),
    ),
  );
}
