import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { namesSecret } from '../../../model/redaction.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { lookedUpSecret, resolvedSecret } from '../../blocks/secrets.ts';
import { defineCheck } from '../../check.ts';

const SECRET = 'AWS::SecretsManager::Secret';
const PARAMETER = 'AWS::SSM::Parameter';

export default defineCheck({
  id: 'container-secrets-from-store',
  requirement: 'SEC-14',
  severity: 'high',
  effort: 'minutes',
  title: 'Secrets of containers come from a store that encrypts them',
  gap: {
    one: 'A container gets a secret that is stored in the clear',
    many: '{count} tasks get secrets that are stored in the clear',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_secrets'] },
  messages: {
    plain:
      'a secret comes from a parameter that everybody reads who may list parameters: {property} is {actual}',
    resolved: 'the secret itself stands where its ARN belongs, and with it in the task definition: {actual}',
  },
  appliesTo: 'AWS::ECS::TaskDefinition',
  // What has no name of a secret is a setting that somebody keeps in a parameter.
  when: (task) => secretsOf(task).exist(),
  evaluate: (task, graph) =>
    all<'plain' | 'resolved'>(
      secretsOf(task)
        .none((secret) =>
          all(not(lookedUpSecret(secret.text('ValueFrom'))), resolvedSecret(secret.text('ValueFrom'))),
        )
        .else('resolved'),
      secretsOf(task)
        .every((secret) => isEncrypted(secret, graph))
        .else('plain'),
    ),
  fix: 'Keep the secret in Secrets Manager or in a parameter of the type SecureString, and hand its ARN over in secrets',
  snippets: {
    terraform:
      'secrets = [{ name = "DATABASE_PASSWORD", valueFrom = aws_secretsmanager_secret.database.arn }]',
    cloudformation: 'Secrets: [{ Name: DATABASE_PASSWORD, ValueFrom: !Ref DatabaseSecret }]',
  },
  fixImpact: { downtime: false, monthlyCost: 'secrets-manager-secret' },
});

function secretsOf(task: Resource): Many<Properties> {
  return task
    .list('ContainerDefinitions')
    .flatMap((container) => container.list('Secrets'))
    .where((secret) => secret.text('Name').test('a name that is not a secret’s', namesSecret));
}

/** Secrets Manager encrypts all that it keeps; a parameter is encrypted by its type, which only its definition tells. */
function isEncrypted(secret: Properties, graph: Graph): Truth {
  const from = secret.text('ValueFrom');
  const parameters = graph.follow(from, PARAMETER);
  return any(
    parameters.some((parameter) => parameter.text('Type').is('SecureString').quote()),
    from.isWrittenArnOf('secretsmanager'),
    lookedUpSecret(from),
    from.readsAttribute('the ARN of a secret', /secret_?arn$/i),
    graph.follow(from, SECRET).exist(),
    all(not(parameters.exist()), leftTo('the type of the parameter, which is not defined here', secret)),
  );
}
