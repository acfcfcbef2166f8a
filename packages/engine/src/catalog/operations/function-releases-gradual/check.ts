import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { DEPLOYMENT_GROUP, shiftsBitByBit } from '../../blocks/releases.ts';
import { defineCheck } from '../../check.ts';

const ALIAS = 'AWS::Lambda::Alias';
/** What CloudFormation says beside the properties of an alias that CodeDeploy moves. */
const MOVED_BY = 'UpdatePolicy.CodeDeployLambdaAliasUpdate.DeploymentGroupName';
/** Callers behind which somebody waits. */
const CALLERS = ['AWS::ApiGatewayV2::Integration', 'AWS::ApiGateway::Method', 'AWS::AppSync::DataSource'];

const aliasesOf = (fn: Resource, graph: Graph): Many<Resource> =>
  graph.to(fn, 'configures').where((part) => part.isA(ALIAS));

const calledByUsers = (called: Resource, graph: Graph): Truth =>
  any(
    graph
      .to(called, 'invokes')
      .where((caller) => any(...CALLERS.map((type) => caller.isA(type))))
      .exist(),
    graph
      .to(called, 'configures')
      .where((part) => part.isA('AWS::Lambda::Url'))
      .exist(),
  );

/** By its own deployment group where it names one, else by one of those that there are. */
function isShifted(alias: Resource, graph: Graph): Truth {
  const groups = graph.of(DEPLOYMENT_GROUP);
  return choose(
    alias.meta.has(MOVED_BY),
    graph.follow(alias.meta.text(MOVED_BY), DEPLOYMENT_GROUP).some(shiftsBitByBit),
    choose(
      groups.exist(),
      groups.some(shiftsBitByBit),
      leftTo('the job that moves the alias from version to version', alias),
    ),
  );
}

export default defineCheck({
  id: 'function-releases-gradual',
  requirement: 'OPS-03',
  severity: 'high',
  effort: 'days',
  title: 'New versions of functions that users call get their traffic bit by bit',
  gap: {
    one: 'A new version of a function gets all traffic at once',
    many: 'New versions of {count} functions get all traffic at once',
  },
  evidence: ['iac', 'repo', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_mit_deploy_risks_auto_testing_and_rollback'] },
  messages: {
    none: 'it has no alias that could shift traffic from one version to the next',
    once: 'its deployment shifts all traffic at once: {actual}',
  },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) =>
    any(
      calledByUsers(fn, graph),
      aliasesOf(fn, graph).some((alias) => calledByUsers(alias, graph)),
    ).asMembership(),
  evaluate: (fn, graph) => {
    const aliases = aliasesOf(fn, graph);
    return all<'none' | 'once'>(
      aliases.exist().else('none'),
      any(
        not(aliases.exist()),
        aliases.some((alias) => isShifted(alias, graph)),
      ).else('once'),
    );
  },
  fix: 'Call functions by an alias, and let CodeDeploy shift it with a canary or linear configuration and alarms',
  fixImpact: { downtime: false },
});
