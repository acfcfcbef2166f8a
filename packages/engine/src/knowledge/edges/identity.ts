import type { EdgeRule } from '../../model/resource.ts';
import { rules } from './rules.ts';

const ROLE = 'AWS::IAM::Role';
const KEY = ['AWS::KMS::Key', 'AWS::KMS::Alias'] as const;
const SECRET = ['AWS::SecretsManager::Secret', 'AWS::SSM::Parameter'] as const;

/** Who acts as whom, who may do what, what encrypts what, who reads which secret. */
export const identity: readonly EdgeRule[] = [
  ...rules('usesRole', 'AWS::Lambda::Function', ['Role'], ROLE),
  ...rules('usesRole', 'AWS::ECS::TaskDefinition', ['TaskRoleArn', 'ExecutionRoleArn'], ROLE),
  ...rules('usesRole', 'AWS::StepFunctions::StateMachine', ['RoleArn'], ROLE),
  ...rules('usesRole', 'AWS::Events::Rule', ['RoleArn', 'Targets[].RoleArn'], ROLE),
  ...rules('usesRole', 'AWS::Scheduler::Schedule', ['Target.RoleArn'], ROLE),
  ...rules('usesRole', 'AWS::AppSync::DataSource', ['ServiceRoleArn'], ROLE),
  ...rules('usesRole', 'AWS::IAM::InstanceProfile', ['Roles[]'], ROLE),
  ...rules('usesRole', 'AWS::RDS::DBProxy', ['RoleArn'], ROLE),
  ...rules('usesRole', 'AWS::Backup::BackupSelection', ['BackupSelection.IamRoleArn'], ROLE),
  ...rules('usesRole', 'AWS::EC2::Instance', ['IamInstanceProfile'], 'AWS::IAM::InstanceProfile'),
  ...rules('grants', 'AWS::IAM::RolePolicy', ['RoleName'], ROLE),
  ...rules('grants', 'AWS::IAM::Policy', ['Roles[]'], ROLE),
  ...rules('grants', 'AWS::IAM::Policy', ['Users[]'], 'AWS::IAM::User'),
  ...rules('grants', 'AWS::IAM::Policy', ['Groups[]'], 'AWS::IAM::Group'),
  ...rules('grants', 'AWS::IAM::ManagedPolicy', ['Roles[]'], ROLE),
  ...rules('grants', 'AWS::IAM::UserPolicy', ['UserName'], 'AWS::IAM::User'),
  ...rules('grants', 'AWS::IAM::GroupPolicy', ['GroupName'], 'AWS::IAM::Group'),
  ...rules('hasPolicy', ROLE, ['ManagedPolicyArns[]'], 'AWS::IAM::ManagedPolicy'),
  ...rules('hasPolicy', 'AWS::IAM::User', ['ManagedPolicyArns[]'], 'AWS::IAM::ManagedPolicy'),
  ...rules('hasPolicy', 'AWS::IAM::Group', ['ManagedPolicyArns[]'], 'AWS::IAM::ManagedPolicy'),
  ...rules('bounds', ROLE, ['PermissionsBoundary'], 'AWS::IAM::ManagedPolicy'),
  ...rules('bounds', 'AWS::IAM::User', ['PermissionsBoundary'], 'AWS::IAM::ManagedPolicy'),
  ...rules('memberOf', 'AWS::IAM::UserToGroupAddition', ['GroupName'], 'AWS::IAM::Group'),
  ...rules('memberOf', 'AWS::IAM::User', ['Groups[]'], 'AWS::IAM::Group'),
  ...rules('keyOf', 'AWS::IAM::AccessKey', ['UserName'], 'AWS::IAM::User'),

  ...rules('encryptedWith', 'AWS::DynamoDB::Table', ['SSESpecification.KMSMasterKeyId'], KEY),
  ...rules(
    'encryptedWith',
    'AWS::S3::Bucket',
    ['BucketEncryption.ServerSideEncryptionConfiguration[].ServerSideEncryptionByDefault.KMSMasterKeyID'],
    KEY,
  ),
  ...rules('encryptedWith', 'AWS::SQS::Queue', ['KmsMasterKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::SNS::Topic', ['KmsMasterKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::RDS::DBInstance', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::RDS::DBCluster', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::Logs::LogGroup', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::Lambda::Function', ['KmsKeyArn'], KEY),
  ...rules('encryptedWith', 'AWS::SecretsManager::Secret', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::CloudTrail::Trail', ['KMSKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::EC2::Volume', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::EFS::FileSystem', ['KmsKeyId'], KEY),
  ...rules('encryptedWith', 'AWS::Backup::BackupVault', ['EncryptionKeyArn'], KEY),
  ...rules('encryptedWith', 'AWS::Kinesis::Stream', ['StreamEncryption.KeyId'], KEY),

  ...rules(
    'readsSecret',
    'AWS::ECS::TaskDefinition',
    ['ContainerDefinitions[].Secrets[].ValueFrom', 'ContainerDefinitions[].Environment[].Value'],
    SECRET,
  ),
  ...rules('readsSecret', 'AWS::RDS::DBProxy', ['Auth[].SecretArn'], 'AWS::SecretsManager::Secret'),
  ...rules('readsSecret', 'AWS::RDS::DBInstance', ['MasterUserPassword'], SECRET),
  ...rules('readsSecret', 'AWS::RDS::DBCluster', ['MasterUserPassword'], SECRET),
];
