import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, not, Truth } from '../../../model/truth.ts';
import { handedOver } from '../../blocks/secrets.ts';
import { defineCheck } from '../../check.ts';

interface Kept {
  readonly property: string;
  /** The argument that hands the secret on and keeps it out of the state. */
  readonly writeOnly: string;
  /** The switch by which the service makes and keeps the secret itself. */
  readonly managed?: string;
}

const PASSWORD = 'MasterUserPassword';
const PARAMETER = 'AWS::SSM::Parameter';
const SECRET = 'AWS::SecretsManager::Secret';

const KEPT: Readonly<Record<string, Kept>> = {
  'AWS::RDS::DBInstance': {
    property: PASSWORD,
    writeOnly: 'password_wo',
    managed: 'ManageMasterUserPassword',
  },
  'AWS::RDS::DBCluster': {
    property: PASSWORD,
    writeOnly: 'master_password_wo',
    managed: 'ManageMasterUserPassword',
  },
  'AWS::DocDB::DBCluster': {
    property: PASSWORD,
    writeOnly: 'master_password_wo',
    managed: 'ManageMasterUserPassword',
  },
  'AWS::Redshift::Cluster': {
    property: PASSWORD,
    writeOnly: 'master_password_wo',
    managed: 'ManageMasterPassword',
  },
  [SECRET]: { property: 'SecretString', writeOnly: 'secret_string_wo' },
  [PARAMETER]: { property: 'Value', writeOnly: 'value_wo' },
};

export default defineCheck({
  id: 'no-secrets-in-state',
  requirement: 'SEC-14',
  severity: 'medium',
  effort: 'hours',
  title: 'No secret is kept in the state of Terraform',
  gap: {
    one: 'The state of Terraform keeps a secret',
    many: 'The state of Terraform keeps the secrets of {count} resources',
  },
  evidence: ['iac'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_identities_secrets'] },
  messages: { kept: 'whoever may read the state of Terraform reads {property} there' },
  appliesTo: Object.keys(KEPT),
  // A secret that stands in the code is in the repository, which is worse, and has a check of its own.
  when: (subject, graph) =>
    all(
      graph.ownFacts('terraform-state').exist(),
      any(handedOver(secretOf(subject)), managed(subject)),
      not(secretOf(subject).isLiteral()),
      subject.type === PARAMETER ? keepsSecret(subject) : subject.exists(),
    ).asMembership(),
  evaluate: (subject, graph) =>
    any(
      not(handedOver(secretOf(subject)).quote()),
      handedOver(subject.meta.text(`arguments.${kept(subject).writeOnly}`)),
      replaced(subject, graph),
    ).else('kept'),
  fix: 'Let the service make the password itself, or hand it over by a write-only argument',
  snippets: {
    terraform:
      'manage_master_user_password = true\n\n# or\nephemeral "random_password" "database" {\n  length = 32\n}\n\npassword_wo         = ephemeral.random_password.database.result\npassword_wo_version = 1',
  },
  fixImpact: { downtime: false, monthlyCost: 'secrets-manager-secret' },
});

/** A parameter that is kept secretly may hold what is none: the address of a cache, say. */
function keepsSecret(parameter: Resource): Truth {
  return all(
    parameter.text('Type').is('SecureString'),
    not(
      secretOf(parameter).readsAttribute(
        'a place or a name',
        /(^|_|[a-z])(address|endpoint|host|port|domain|domain_name|arn|id|name|url)$/i,
      ),
    ),
  );
}

function kept(subject: Resource): Kept {
  return KEPT[subject.type] as Kept;
}

function secretOf(subject: Resource) {
  return subject.text(kept(subject).property).concealed();
}

function managed(subject: Resource): Truth {
  const { managed: name } = kept(subject);
  return name === undefined
    ? Truth.no(subject.whereabouts())
    : all(subject.has(name), subject.bool(name).is(true));
}

/** What a rotation has replaced is only the first value. */
function replaced(subject: Resource, graph: Graph): Truth {
  return subject.type === SECRET ? graph.to(subject, 'rotates').exist() : Truth.no(subject.whereabouts());
}
