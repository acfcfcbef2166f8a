import { json, object, type Service, spelled, TAGS } from '../row.ts';

export const ecr: Service = {
  types: [
    {
      from: 'aws_ecr_repository',
      to: 'AWS::ECR::Repository',
      properties: {
        force_delete: 'EmptyOnDelete',
        image_tag_mutability: 'ImageTagMutability',
        name: 'RepositoryName',
        tags: TAGS,
        encryption_configuration: object('EncryptionConfiguration', spelled('encryption_type', 'kms_key')),
        image_scanning_configuration: object('ImageScanningConfiguration', spelled('scan_on_push')),
      },
    },
    {
      from: 'aws_ecr_registry_policy',
      to: 'AWS::ECR::RegistryPolicy',
      properties: { policy: json('PolicyText') },
    },
  ],
  joins: [
    {
      from: 'aws_ecr_lifecycle_policy',
      into: [{ type: 'AWS::ECR::Repository', by: 'repository' }],
      set: { policy: 'LifecyclePolicy.LifecyclePolicyText' },
    },
    {
      from: 'aws_ecr_repository_policy',
      into: [{ type: 'AWS::ECR::Repository', by: 'repository' }],
      set: { policy: json('RepositoryPolicyText') },
    },
  ],
};
