import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { mayTellOfOperations } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const ALIAS = 'AWS::Lambda::Alias';
const FUNCTION = 'AWS::Lambda::Function';

/** What gives an alias another version. Source: AWS CLI command reference. */
const MOVES =
  /\baws\s+(?:\S+\s+)*?(?:lambda\s+update-alias|deploy\s+(?:create|stop)-deployment|cloudformation\s+rollback-stack)\b/;

/** A command of its own that deploys: `./deploy.sh`, `npx cdk deploy`. What only names a folder or a bucket so is none. */
const DEPLOYS = /(?:^|[;&|]\s*)(?!(?:cd|ls|aws\s+(?:lambda|s3|s3api))\s)[^;&|]*\bdeploy/;

/** What calls a function by the name that it is given, beside what invokes any. */
const CALLERS: readonly (readonly [type: string, property: string])[] = [
  ['AWS::Lambda::Permission', 'FunctionName'],
  ['AWS::Lambda::EventSourceMapping', 'FunctionName'],
  ['AWS::Lambda::Url', 'TargetFunctionArn'],
  ['AWS::SNS::Subscription', 'Endpoint'],
];

export default defineCheck({
  id: 'rollback-changes-what-runs',
  requirement: 'OPS-04',
  severity: 'high',
  effort: 'minutes',
  title: 'The way back changes the version that is called',
  gap: {
    one: 'Going back as written changes nothing that runs',
    many: 'In {count} documents going back changes nothing that runs',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    latest:
      'a command puts code in place that nothing calls: the function is called through an alias, which keeps its version ({actual})',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Document',
  when: (document, graph) =>
    all(
      document.text('kind').is('rollback'),
      mayTellOfOperations(document),
      document.list('commands').some(putsCode),
      graph.of(ALIAS).exist(),
    ).asMembership(),
  evaluate: (document, graph) =>
    any(
      document.list('commands').some((command) => command.text('text').matches('what moves an alias', MOVES)),
      document
        .list('commands')
        .some((command) =>
          all(
            command.text('text').matches('a command that deploys', DEPLOYS),
            leftTo('whether what this command deploys moves the alias', command),
          ),
        ),
      document
        .list('commands')
        .none((command) =>
          all(putsCode(command), command.text('text').written().quote(), isOfAliased(command, graph)),
        ),
    ).else('latest'),
  fix: 'Give the alias its version of before: aws lambda update-alias --function-name … --name live --function-version …',
  fixImpact: { downtime: false },
});

function putsCode(command: Properties): Truth {
  return command.text('operation').is('update-function-code');
}

/** Whether a command names a function that is called through one of its aliases. */
function isOfAliased(command: Properties, graph: Graph): Truth {
  return graph
    .of(ALIAS)
    .where((alias) => isCalled(alias, graph))
    .flatMap((alias) => graph.follow(alias.text('FunctionName'), FUNCTION))
    .some((fn) => isNamedIn(command, fn));
}

function isCalled(alias: Resource, graph: Graph): Truth {
  return any(
    graph.to(alias, 'invokes').exist(),
    ...CALLERS.map(([type, property]) =>
      graph.of(type).some((caller) => refersTo(caller.text(property), alias)),
    ),
  );
}

/** By its name, or by the logical id that is part of the name which CloudFormation makes. */
function isNamedIn(command: Properties, fn: Resource): Truth {
  const typed = command.text('text');
  return any(
    typed.test(
      'the logical id of the function',
      (text) => LOGICAL_ID.test(fn.address) && text.includes(fn.address),
    ),
    all(
      fn.has('FunctionName'),
      Reading.both(typed, fn.text('FunctionName'), 'the name of the function', (text, name) =>
        text.includes(name),
      ),
    ),
  );
}

const LOGICAL_ID = /^[A-Z]\w{3,}$/;
