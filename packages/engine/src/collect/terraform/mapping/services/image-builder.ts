import { META, object, objects, type Service, spelled } from '../row.ts';

export const imageBuilder: Service = {
  types: [
    {
      from: 'aws_imagebuilder_distribution_configuration',
      to: 'AWS::ImageBuilder::DistributionConfiguration',
      properties: {
        ...spelled('description', 'name'),
        tags: 'Tags',
        distribution: objects('Distributions', {
          license_configuration_arns: 'LicenseConfigurationArns',
          region: 'Region',
          ami_distribution_configuration: object('AmiDistributionConfiguration', {
            ...spelled('ami_tags', 'description', 'kms_key_id', 'name', 'target_account_ids'),
            launch_permission: object(
              'LaunchPermissionConfiguration',
              spelled('organization_arns', 'organizational_unit_arns', 'user_groups', 'user_ids'),
            ),
          }),
          container_distribution_configuration: META,
          fast_launch_configuration: META,
          launch_template_configuration: META,
          s3_export_configuration: META,
          ssm_parameter_configuration: META,
        }),
      },
    },
  ],
};
