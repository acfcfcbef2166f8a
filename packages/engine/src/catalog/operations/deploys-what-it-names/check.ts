import type { Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOY_SCRIPT, DEPLOYMENT, isDone } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

/** Whether a name speaks of the same kind of environment as what is deployed. */
const agrees = (name: Properties, environment: Properties): Truth =>
  Reading.both(
    environment.text('stage'),
    name.text('stage'),
    'the environment that it is named for',
    (deployed, said) => deployed === said || isTest(deployed, said) || isTest(said, deployed),
  );

/** What is called test may be any environment but production. */
const isTest = (one: string, other: string): boolean => one === 'test' && other !== 'production';

const named = (deployment: Resource) => deployment.list('deploys').where((one) => one.list('named').exist());

/** What says an environment, of those things around a command that say one. */
const environmentsOf = (one: Properties) =>
  one.list('environments').where((environment) => environment.has('stage'));

export default defineCheck({
  id: 'deploys-what-it-names',
  requirement: 'OPS-14',
  severity: 'high',
  effort: 'minutes',
  title: 'What is named for an environment deploys that environment',
  gap: {
    one: 'A deployment is named for one environment and deploys another',
    many: '{count} deployments are named for one environment and deploy another',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_dev_integ_multi_env', 'ops_mit_deploy_risks_deploy_mgmt_sys'] },
  messages: {
    other: 'it deploys {actual}, and is named for another environment',
    unread:
      'it hands over {actual}, and no code of the app reads a setting of that name: it deploys whatever holds without it',
  },
  about: 'repository',
  appliesTo: [DEPLOYMENT, DEPLOY_SCRIPT],
  when: (deployment) => all(isDone(deployment), named(deployment).exist()).asMembership(),
  evaluate: (deployment) =>
    named(deployment).every((one) =>
      all(
        not(one.has('unread').quote()).else('unread'),
        one
          .list('named')
          .every((name) =>
            choose(
              environmentsOf(one).exist(),
              environmentsOf(one).every((environment) =>
                all(agrees(name, environment), environment.text('name').written().quote()),
              ),
              leftTo('which environment is deployed where the command names none', one),
            ),
          )
          .else('other'),
      ),
    ),
  fix: 'Give the command the environment that it is named for, best from one variable that names both',
  fixImpact: { downtime: false },
});
