import { type Graph, type Properties, type Resource, refersTo } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, choose, not, type Truth } from '../../../model/truth.ts';
import { allowing, names } from '../../blocks/iam-statement.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { allowsAction, allowsActionOn, includesAction, isLetInBy } from '../../blocks/role-grants.ts';
import { TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

const ROLE = 'AWS::IAM::Role';
const KEY = 'AWS::KMS::Key';
const SECRET = 'AWS::SecretsManager::Secret';

/** Where values come from, and what reading one needs. Source: Amazon ECS developer guide, "Task execution IAM role". */
interface Store {
  readonly type: string;
  readonly arn: RegExp;
  readonly action: string;
  /** How the ARN of all that is in it ends. */
  readonly everything: string;
}

const STORES: readonly Store[] = [
  {
    type: SECRET,
    arn: /^arn:aws[\w-]*:secretsmanager:/,
    action: 'secretsmanager:GetSecretValue',
    everything: ':secret:*',
  },
  {
    type: 'AWS::SSM::Parameter',
    arn: /^arn:aws[\w-]*:ssm:/,
    action: 'ssm:GetParameters',
    everything: ':parameter/*',
  },
];

export default defineCheck({
  id: 'task-secrets-may-be-read',
  requirement: 'SEC-36',
  severity: 'medium',
  effort: 'minutes',
  title: 'The role that starts a task may read the secrets that it hands over',
  gap: {
    one: 'The role that starts a task may not read its secrets',
    many: 'The roles that start {count} tasks may not read their secrets',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    refused:
      'no policy lets the role that starts the task read what {actual} comes from, and no task ever starts',
  },
  appliesTo: TASK,
  when: (task) => secretsOf(task).exist().asMembership(),
  evaluate: (task, graph) => {
    const roles = graph.follow(task.text('ExecutionRoleArn'), ROLE);
    return choose(
      roles.exist(),
      () =>
        all(
          roles
            .every((role) => secretsOf(task).none((secret) => isRefused(secret, role, graph)))
            .else('refused'),
          roles.every((role) => secretsOf(task).none((secret) => mayStayClosed(secret, role, graph))),
        ),
      () => leftTo('the policies of the role that starts the task, which is not in this code', task),
    );
  },
  fix: 'Allow the execution role to read the secret, and kms:Decrypt with the key where it is one of your own',
  fixImpact: { downtime: false },
});

function secretsOf(task: Resource): Many<Properties> {
  return task.list('ContainerDefinitions').flatMap((container) => container.list('Secrets'));
}

function isRefused(secret: Properties, role: Resource, graph: Graph): Truth {
  return all(
    any(
      ...STORES.map((store) =>
        allUntilNo(
          () => isIn(store, secret, graph),
          () => not(mayBeRead(secret, store, role, graph)),
        ),
      ),
    ),
    secret.text('Name').written().quote(),
  );
}

function isIn({ type, arn }: Store, secret: Properties, graph: Graph): Truth {
  const from = secret.text('ValueFrom');
  return any(
    graph.follow(from, type).exist(),
    all(from.isLiteral(), from.matches('an ARN of the store', arn)),
    // What a database makes for its password lies in Secrets Manager.
    ...(type === SECRET ? [from.readsAttribute('the ARN of a secret', /secret_?arn$/i)] : []),
  ).asMembership();
}

/** Whether a policy lets the role read this very value. */
function mayBeRead(secret: Properties, store: Store, role: Resource, graph: Graph): Truth {
  const stored = graph.follow(secret.text('ValueFrom'), store.type);
  return any(
    allowsActionOn(role, store.action, graph, (statement) =>
      any(
        statement.has('NotResource').asMembership(),
        names(statement, 'Resource', (arn) => isAbout(arn, secret, store, graph)),
      ),
    ),
    isLetInBy(role, store.action, graph, (policies) =>
      policies.where((policy) =>
        any(
          stored.some((one) => refersTo(policy.text('SecretId'), one)),
          all(not(stored.exist()), leftTo('of which secret the policy is', policy)),
        ),
      ),
    ),
  );
}

/** What makes a secret for the password of its own, and tells its ARN. */
const MAKING_SECRETS = ['AWS::RDS::DBCluster', 'AWS::RDS::DBInstance', 'AWS::Redshift::Cluster'];

/** Whether a resource that a policy names is this value, or includes it. */
function isAbout(arn: Reading<string>, secret: Properties, store: Store, graph: Graph): Truth {
  const from = secret.text('ValueFrom');
  return any(
    all(not(arn.isBareReference()), any(arn.is('*'), arn.endsWith(store.everything))),
    ...[store.type, ...(store.type === SECRET ? MAKING_SECRETS : [])].map((type) =>
      graph.follow(from, type).some((one) => refersTo(arn, one)),
    ),
    all(
      not(graph.of(store.type).some((one) => refersTo(arn, one))),
      Reading.both(arn, from, 'an ARN that includes it', includesAction),
    ),
  );
}

/** Whether a key of the code's own stands before the secret, and nothing here lets the role use it. */
function mayStayClosed(secret: Properties, role: Resource, graph: Graph): Truth {
  return graph
    .follow(secret.text('ValueFrom'), SECRET)
    .flatMap((store) => graph.follow(store.text('KmsKeyId'), KEY))
    .some((key) =>
      all(
        leftTo('the grants of the key, and the policies that the account adds to the role', key),
        not(any(allowsAction(role, 'kms:Decrypt', graph), opensTo(key, role))),
      ),
    );
}

function opensTo(key: Resource, role: Resource): Truth {
  return allowing(key.at('KeyPolicy')).some((statement) =>
    all(
      names(statement, 'Action', (pattern) =>
        pattern.test('an action that includes kms:Decrypt', (text) => includesAction(text, 'kms:Decrypt')),
      ),
      names(statement, 'Principal.AWS', (who) => any(who.is('*'), refersTo(who, role))),
    ),
  );
}
