import { actionsOfManaged } from '../../knowledge/managed-policy-actions.ts';
import { rowOf } from '../../knowledge/row-of.ts';
import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, allUntilNo, any, not, Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { allowing, names } from './iam-statement.ts';
import { leftTo } from './left-open.ts';

const ROLE = 'AWS::IAM::Role';

/** The roles that a function, or a task of containers, works with, as far as they are here. */
export function rolesOf(fn: Resource, graph: Graph): Many<Resource> {
  return graph.follow(fn.text(fn.type === 'AWS::ECS::TaskDefinition' ? 'TaskRoleArn' : 'Role'), ROLE);
}

/** The statements that allow a role something, in itself or beside it; of AWS's own policies only {@link allowsAction} knows. */
export const statementsOf = onceFor((role: Resource, graph: Graph): Many<Properties> => {
  const inline = role.list('Policies').flatMap((policy) => allowing(policy.at('PolicyDocument')));
  const beside = graph.to(role, 'grants').flatMap((policy) => allowing(policy.at('PolicyDocument')));
  const attached = attachedTo(role)
    .where((arn) => any(arn.text().isBareReference(), not(arn.text().contains(OF_AWS))))
    .flatMap((arn) => graph.follow(arn.text(), 'AWS::IAM::ManagedPolicy'))
    .flatMap((policy) => allowing(policy.at('PolicyDocument')));
  return inline.and(beside).and(attached);
});

/** Whether any policy of a role allows an action, on whatever resource. */
export const allowsAction = onceFor(
  (role: Resource, action: string, graph: Graph): Truth =>
    any(
      statementsOf(role, graph).some((statement) => includes(statement, action)),
      attachedAllows(role, action),
    ),
);

/** Whether any policy of a role allows an action on the resources that are asked for. */
export function allowsActionOn(
  role: Resource,
  action: string,
  graph: Graph,
  on: (statement: Properties) => Truth,
): Truth {
  return any(
    statementsOf(role, graph).some((statement) =>
      allUntilNo(
        () => includes(statement, action),
        () => on(statement),
      ),
    ),
    attachedAllows(role, action),
  );
}

const includes = onceFor(
  (statement: Properties, action: string): Truth =>
    any(named(statement, action), statement.has('NotAction').asMembership()),
);

const attachedAllows = onceFor(
  (role: Resource, action: string): Truth =>
    attachedTo(role).some((arn) => all(arn.text().contains(OF_AWS), ofAws(arn, role, action))),
);

/** Policies that stand at what is used, and may let in a role of the same account by themselves; with their documents. */
const OF_RESOURCES: Readonly<Record<string, readonly [type: string, document: string]>> = {
  s3: ['AWS::S3::BucketPolicy', 'PolicyDocument'],
  secretsmanager: ['AWS::SecretsManager::ResourcePolicy', 'ResourcePolicy'],
  sns: ['AWS::SNS::TopicPolicy', 'PolicyDocument'],
  sqs: ['AWS::SQS::QueuePolicy', 'PolicyDocument'],
};

/** Whether the policy of any resource of this code lets a role do an action. */
export const isLetIn = onceFor(
  (role: Resource, action: string, graph: Graph): Truth =>
    isLetInBy(role, action, graph, (policies) => policies),
);

/** Whether the policy of a resource of this code that is asked for lets a role do an action. */
export function isLetInBy(
  role: Resource,
  action: string,
  graph: Graph,
  thoseOf: (policies: Many<Resource>) => Many<Resource>,
): Truth {
  const of = rowOf(OF_RESOURCES, action.slice(0, action.indexOf(':')));
  if (of === undefined) return Truth.no();
  const [type, document] = of;
  return thoseOf(graph.of(type)).some((policy) =>
    allowing(policy.at(document)).some((statement) =>
      all(
        named(statement, action),
        names(statement, 'Principal.AWS', (who) => any(who.is('*'), refersTo(who, role))),
      ),
    ),
  );
}

/** Whether an action is among those of a statement. */
function named(statement: Properties, action: string): Truth {
  return names(statement, 'Action', (pattern) =>
    pattern.test(`an action that includes ${action}`, (text) => includesAction(text, action)),
  );
}

/** Whether a pattern of IAM (`s3:Get*`) is about an action; upper and lower case are the same there. */
export function includesAction(pattern: string, action: string): boolean {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'i').test(action);
}

const OF_AWS = ':aws:policy/';

const attachedTo = onceFor((role: Resource): Many<Properties> => role.list('ManagedPolicyArns'));

function ofAws(arn: Properties, role: Resource, action: string): Truth {
  const name = arn.text().afterLast('/');
  return name.ask((known) => {
    const actions = actionsOfManaged(known);
    if (actions === undefined) return leftTo(`the document of ${known}`, role);
    return name.test(`a policy that includes ${action}`, () =>
      actions.some((pattern) => includesAction(pattern, action)),
    );
  });
}
