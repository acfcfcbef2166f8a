import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { namesSecret } from '../../../model/redaction.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { secretInScript } from '../../blocks/scripts.ts';
import {
  forSecret,
  literalSecret,
  nameOfSecret,
  placeholderSecret,
  resolvedSecret,
  type Setting,
  secretByForm,
} from '../../blocks/secrets.ts';
import { defineCheck } from '../../check.ts';

const PARAMETER = 'AWS::SSM::Parameter';

/** Types that hand an environment to a program: where it is written, and the settings in it. */
const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  'AWS::Lambda::Function': { at: ['Environment.Variables'], settings: mapped },
  'AWS::ECS::TaskDefinition': {
    at: ['ContainerDefinitions'],
    settings: (task, path) => task.list(path).flatMap((container) => named(container, 'Environment')),
  },
  'AWS::CodeBuild::Project': {
    at: ['Environment.EnvironmentVariables'],
    settings: (project, path) => settingsOf(project.list(path).where((v) => v.text('Type').is('PLAINTEXT'))),
  },
  'AWS::Batch::JobDefinition': { at: ['ContainerProperties.Environment'], settings: named },
  'AWS::AppRunner::Service': {
    at: [
      'SourceConfiguration.ImageRepository.ImageConfiguration.RuntimeEnvironmentVariables',
      'SourceConfiguration.CodeRepository.CodeConfiguration.CodeConfigurationValues.RuntimeEnvironmentVariables',
    ],
    settings: named,
  },
  'AWS::Amplify::App': { at: ['EnvironmentVariables'], settings: named },
  'AWS::Amplify::Branch': { at: ['EnvironmentVariables'], settings: named },
  // Arguments of a job: `--db_password`.
  'AWS::Glue::Job': { at: ['DefaultArguments'], settings: mapped },
};

interface Environment {
  readonly at: readonly string[];
  readonly settings: (of: Properties, path: string) => Many<Setting>;
}

/** Types that run a script when they start. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'UserData',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.UserData',
  'AWS::AutoScaling::LaunchConfiguration': 'UserData',
};

/** Types that have one property for a secret. */
const OWN_SECRET: Readonly<Record<string, string>> = {
  'AWS::RDS::DBInstance': 'MasterUserPassword',
  'AWS::RDS::DBCluster': 'MasterUserPassword',
  'AWS::SecretsManager::Secret': 'SecretString',
};

export default defineCheck({
  id: 'no-secret-literals',
  requirement: 'SEC-14',
  severity: 'critical',
  effort: 'hours',
  title: 'No secret stands in code or in an environment variable',
  gap: {
    one: 'A secret stands in code or in an environment variable',
    many: '{count} resources have secrets in code or in environment variables',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_45',
    'CKV2_AWS_34',
    'AWS-0036',
    'ECS.8',
    'awslambda_function_no_secrets_in_variables',
    'ecs_task_definitions_no_environment_secrets',
    'CKV_AWS_46',
  ],
  frameworks: { wellArchitected: ['sec_identities_secrets'], fsbp: ['ECS.8'] },
  messages: {
    placeholder: 'the environment has a placeholder in place of a secret: {actual}',
    literal: 'the environment has a secret that stands in the code: {actual}',
    resolved: 'deploying writes the secret itself into the environment: {actual}',
    script: 'the script that the host starts with has a secret in it: {property}',
    written: 'a secret stands in the code: {property} is {actual}',
    plain: 'a parameter that is named like a secret is a {actual}, expected a SecureString',
  },
  appliesTo: [...Object.keys(ENVIRONMENTS), ...Object.keys(SCRIPTS), PARAMETER, ...Object.keys(OWN_SECRET)],
  when: (subject) => {
    if (subject.type in ENVIRONMENTS)
      return any(...environment(subject).at.map((path) => subject.has(path))).asMembership();
    if (subject.type in SCRIPTS) return subject.has(scriptOf(subject)).asMembership();
    if (subject.type === PARAMETER)
      return all(
        subject.has('Name'),
        subject.text('Name').test('a secret’s name', namesSecret),
      ).asMembership();
    return subject.has(ownSecret(subject)).asMembership();
  },
  evaluate: (subject) => {
    if (subject.type in ENVIRONMENTS) {
      const { at, settings } = environment(subject);
      return all(...at.map((path) => inEnvironment(settings(subject, path))));
    }
    if (subject.type in SCRIPTS)
      return not(secretInScript(subject.text(scriptOf(subject)).concealed()).quote()).else('script');
    if (subject.type === PARAMETER)
      return all(subject.text('Type').is('SecureString').quote().else('plain'), written(subject, 'Value'));
    return written(subject, ownSecret(subject));
  },
  fix: 'Keep the secret in Secrets Manager, hand over its ARN and read it when the program starts',
  fixImpact: { downtime: false, monthlyCost: 'secrets-manager-secret' },
});

function scriptOf(subject: Resource): string {
  return SCRIPTS[subject.type] as string;
}

function ownSecret(subject: Resource): string {
  return OWN_SECRET[subject.type] as string;
}

function inEnvironment(settings: Many<Setting>): Truth<'placeholder' | 'literal' | 'resolved'> {
  const secrets = settings.where(forSecret);
  return all(
    secrets.none((s) => placeholderSecret(s.value)).else('placeholder'),
    not(
      any(
        secrets.some((s) => all(literalSecret(s.value), not(nameOfSecret(s)))),
        settings.some(secretByForm),
      ),
    ).else('literal'),
    secrets.none((s) => resolvedSecret(s.value)).else('resolved'),
  );
}

/** Where a placeholder is not the secret: somebody puts that into the store afterwards, outside of the code. */
const STORES: readonly string[] = ['AWS::SecretsManager::Secret', PARAMETER];

/** A property that is a secret: in the code it is a literal; from a store it is where it belongs. */
function written(subject: Resource, property: string): Truth<'written'> {
  const value = subject.text(property).concealed();
  if (STORES.includes(subject.type)) return not(literalSecret(value)).else('written');
  return not(any(placeholderSecret(value), literalSecret(value))).else('written');
}

function environment(subject: Resource): Environment {
  return ENVIRONMENTS[subject.type] as Environment;
}

/** An object whose names are those of the settings. */
function mapped(of: Properties, path: string): Many<Setting> {
  return of.entries(path).map(({ key, value }) => ({ key, value: value.concealed() }));
}

/** A list of names with values. */
function named(of: Properties, path: string): Many<Setting> {
  return settingsOf(of.list(path));
}

function settingsOf(variables: Many<Properties>): Many<Setting> {
  return variables.map((variable) => ({
    key: variable.text('Name'),
    value: variable.text('Value').concealed(),
  }));
}
