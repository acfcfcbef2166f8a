import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOYMENT, isDone, isOfInfrastructure, isProduction, runs, STEP } from '../../blocks/pipeline.ts';
import { DEPLOYMENT_GROUP, isTriedOnAPart, shiftsBitByBit } from '../../blocks/releases.ts';
import { defineRootCheck } from '../../check.ts';

/** What answers users and is replaced by a deployment. */
const ANSWERING = ['AWS::Lambda::Function', 'AWS::ECS::Service', 'AWS::AutoScaling::AutoScalingGroup'];

/** Files that are fetched: a version of a site has no traffic that could be shifted. */
const OF_FILES = /\bs3\b|s3-deploy|s3cmd|s3_website|rsync|scp|rclone|gh-pages|cloudfront|pages/;

/** Tools whose rollout is told by the infrastructure that is read, or by their own commands. */
const FOLLOWED = /^(aws (lambda|ecs|deploy)\b|ecs-deploy|lambroll|ecspresso)/;

/**
 * Commands that give a new version a part of the traffic: an alias with a weight, a deployment of CodeDeploy by a configuration
 * that does, weights of a listener or a record. From the AWS CLI reference.
 */
const SHIFTS =
  /\blambda\s+update-alias\b.*--routing-config\b.*\.\d|\baws\s+(\S+\s+)*deploy\s+create-deployment\b.*--deployment-config-name[=\s]+["']?(?!\S*AllAtOnce)[A-Z]|\belbv2\s+modify-(listener|rule)\b.*weight|\bargo\s+rollouts\b|\bflagger\b/i;

/** What may do so, by weights that are not written here. */
const MAY_SHIFT =
  /\blambda\s+update-alias\b.*--routing-config[=\s]+(?!["']?(?:AdditionalVersionWeights=)?\{\s*\}|["']{2})/i;

/** A deployment of CodeDeploy, by the configuration of its group unless it names one. */
const OF_CODEDEPLOY =
  /\baws\s+(\S+\s+)*deploy\s+create-deployment\b(?!.*AllAtOnce)|\becs\s+deploy\b.*--codedeploy/i;

const ACTION_OF_CODEDEPLOY = /codedeploy/i;

export default defineRootCheck({
  id: 'releases-reach-a-part-first',
  requirement: 'OPS-03',
  severity: 'high',
  effort: 'days',
  title: 'What a pipeline releases reaches a part of the traffic first',
  gap: {
    one: 'A pipeline gives new versions to everybody at once',
    many: 'A pipeline gives new versions to everybody at once',
  },
  evidence: ['repo', 'iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_auto_testing_and_rollback'] },
  messages: {
    once: '{actual} reaches everybody at once: no step of the pipeline shifts traffic bit by bit, and nothing in the infrastructure does',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => graph.of(DEPLOYMENT).some((deployment) => isRelease(deployment, graph)),
  evaluate: (graph) =>
    any(
      graph.of(DEPLOYMENT).none((deployment) =>
        allUntilNo(
          () => isRelease(deployment, graph),
          () => not(isShiftedByPipeline(deployment, graph)).asMembership(),
          () => not(isReplacedElsewhere(deployment, graph)).asMembership(),
          () => deployment.list('deploys').some((one) => one.text('text').written().quote()),
        ),
      ),
      isShiftedByInfrastructure(graph),
    ).else('once'),
  fix: 'Let CodeDeploy, or the service itself, give a new version a part of the traffic, watch it by alarms, and take it back when one fires',
  fixImpact: { downtime: false },
});

/** Whether it brings users of production a new version. */
const isRelease = onceFor(
  (deployment: Resource, graph: Graph): Truth =>
    allUntilNo(
      () => isDone(deployment),
      () => isProduction(deployment),
      // Who takes a version back wants it gone for everybody.
      () => not(deployment.text('workflow').matches('a way back', /roll-?_?back|revert/i)),
      () => any(bringsCode(deployment), all(isOfInfrastructure(deployment), answers(graph))),
    ).asMembership(),
);

/** Whether how the new version comes in is told by what is not read: infrastructure elsewhere, a chart, a platform. */
function isReplacedElsewhere(deployment: Resource, graph: Graph): Truth {
  return any(
    all(
      not(answers(graph)),
      leftTo('how what it deploys is replaced, in infrastructure that is not here', deployment),
    ),
    deployment
      .list('deploys')
      .where((one) => not(one.bool('infrastructure').is(true)))
      .where((one) => not(one.text('tool').matches('a tool of files', OF_FILES)))
      .where((one) => not(one.text('tool').matches('a tool whose rollout is read', FOLLOWED)))
      .some((one) => leftTo('how the tool that deploys replaces what runs', one)),
  );
}

function bringsCode(deployment: Resource): Truth {
  return deployment
    .list('deploys')
    .some((one) =>
      all(
        not(one.bool('infrastructure').is(true)),
        not(one.text('tool').matches('a tool of files', OF_FILES)),
      ),
    );
}

const answers = onceFor((graph: Graph): Truth => any(...ANSWERING.map((type) => graph.of(type).exist())));

function isShiftedByPipeline(deployment: Resource, graph: Graph): Truth {
  return graph
    .of(STEP)
    .where((step) =>
      allUntilNo(
        () => deployment.text('workflow').ask((workflow) => step.text('workflow').is(workflow)),
        () => runs(step),
      ).asMembership(),
    )
    .some((step) =>
      any(
        allUntilNo(
          () => step.text('uses').matches('an action of CodeDeploy', ACTION_OF_CODEDEPLOY),
          () => isShiftedByItsGroup(step, graph),
        ),
        step.list('commands').some((command) => isShift(command, graph)),
      ),
    );
}

function isShift(command: Properties, graph: Graph): Truth {
  const text = command.text('text');
  return any(
    text.matches('a shift of traffic', SHIFTS),
    allUntilNo(
      () => text.matches('a deployment of CodeDeploy', OF_CODEDEPLOY),
      () => isShiftedByItsGroup(command, graph),
    ),
    allUntilNo(
      () => text.matches('weights from elsewhere', MAY_SHIFT),
      () => leftTo('the weights that the command gives the versions', command),
    ),
  );
}

function isShiftedByItsGroup(by: Properties, graph: Graph): Truth {
  const groups = graph.of(DEPLOYMENT_GROUP);
  return choose(
    groups.exist(),
    groups.some(shiftsBitByBit),
    leftTo('the configuration of the deployment group, which is not in this code', by),
  );
}

/** Which of the services a deployment releases is not told here: that each is released so is asked of each. */
function isShiftedByInfrastructure(graph: Graph): Truth {
  return any(
    graph.of(DEPLOYMENT_GROUP).some(shiftsBitByBit),
    graph.of('AWS::ECS::Service').some(isTriedOnAPart),
  );
}
