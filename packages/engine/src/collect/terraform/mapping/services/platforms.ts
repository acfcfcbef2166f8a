import { capitalJson, object, objects, pairs, type Service, spelled, TAGS, withDefault } from '../row.ts';

/** A map there, a list of names and values here. */
const RUNTIME = { runtime_environment_variables: pairs('RuntimeEnvironmentVariables', 'Name') };

/** Platforms of which it matters that they are there, and what is in their environment; other arguments are kept as they are. */
export const platforms: Service = {
  types: [
    {
      from: 'aws_amplify_app',
      to: 'AWS::Amplify::App',
      properties: {
        ...spelled('name', 'platform'),
        environment_variables: pairs('EnvironmentVariables', 'Name'),
        tags: TAGS,
      },
    },
    {
      from: 'aws_amplify_branch',
      to: 'AWS::Amplify::Branch',
      properties: {
        ...spelled('app_id', 'branch_name', 'stage'),
        environment_variables: pairs('EnvironmentVariables', 'Name'),
        tags: TAGS,
      },
    },
    {
      from: 'aws_apprunner_service',
      to: 'AWS::AppRunner::Service',
      properties: {
        ...spelled('service_name'),
        source_configuration: object('SourceConfiguration', {
          image_repository: object('ImageRepository', {
            ...spelled('image_identifier', 'image_repository_type'),
            image_configuration: object('ImageConfiguration', { port: 'Port', ...RUNTIME }),
          }),
          code_repository: object('CodeRepository', {
            repository_url: 'RepositoryUrl',
            code_configuration: object('CodeConfiguration', {
              configuration_source: 'ConfigurationSource',
              code_configuration_values: object('CodeConfigurationValues', {
                runtime: 'Runtime',
                ...RUNTIME,
              }),
            }),
          }),
        }),
        tags: TAGS,
      },
    },
    {
      from: 'aws_batch_job_definition',
      to: 'AWS::Batch::JobDefinition',
      properties: {
        name: 'JobDefinitionName',
        type: 'Type',
        container_properties: capitalJson('ContainerProperties', ['options']),
      },
    },
    {
      from: 'aws_codebuild_project',
      to: 'AWS::CodeBuild::Project',
      properties: {
        ...spelled('name', 'description', 'service_role', 'encryption_key'),
        environment: object('Environment', {
          ...spelled('compute_type', 'image', 'type', 'privileged_mode'),
          environment_variable: objects('EnvironmentVariables', {
            ...spelled('name', 'value'),
            type: withDefault('Type', 'PLAINTEXT'),
          }),
        }),
        vpc_config: object('VpcConfig', {
          vpc_id: 'VpcId',
          subnets: 'Subnets',
          security_group_ids: 'SecurityGroupIds',
        }),
        tags: TAGS,
      },
    },
    {
      from: 'aws_elastic_beanstalk_environment',
      to: 'AWS::ElasticBeanstalk::Environment',
      properties: { name: 'EnvironmentName', application: 'ApplicationName', tags: TAGS },
    },
    {
      from: 'aws_emr_cluster',
      to: 'AWS::EMR::Cluster',
      properties: { ...spelled('name'), tags: TAGS },
    },
    {
      from: 'aws_glue_job',
      to: 'AWS::Glue::Job',
      properties: { name: 'Name', role_arn: 'Role', default_arguments: 'DefaultArguments' },
    },
    {
      from: 'aws_sagemaker_endpoint',
      to: 'AWS::SageMaker::Endpoint',
      properties: { name: 'EndpointName', tags: TAGS },
    },
  ],
};
