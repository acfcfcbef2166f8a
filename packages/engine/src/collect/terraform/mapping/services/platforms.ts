import { type Service, spelled, TAGS } from '../row.ts';

/** Platforms of which it matters that they are there; their other arguments are kept as they are. */
export const platforms: Service = {
  types: [
    {
      from: 'aws_amplify_app',
      to: 'AWS::Amplify::App',
      properties: { ...spelled('name', 'platform'), tags: TAGS },
    },
    {
      from: 'aws_apprunner_service',
      to: 'AWS::AppRunner::Service',
      properties: { ...spelled('service_name'), tags: TAGS },
    },
    {
      from: 'aws_batch_job_definition',
      to: 'AWS::Batch::JobDefinition',
      properties: { name: 'JobDefinitionName', type: 'Type' },
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
      properties: { name: 'Name', role_arn: 'Role' },
    },
    {
      from: 'aws_mq_broker',
      to: 'AWS::AmazonMQ::Broker',
      properties: { ...spelled('broker_name', 'engine_type'), tags: TAGS },
    },
    {
      from: 'aws_msk_cluster',
      to: 'AWS::MSK::Cluster',
      properties: { ...spelled('cluster_name') },
    },
    {
      from: 'aws_redshift_cluster',
      to: 'AWS::Redshift::Cluster',
      properties: { ...spelled('cluster_identifier', 'node_type'), tags: TAGS },
    },
    {
      from: 'aws_sagemaker_endpoint',
      to: 'AWS::SageMaker::Endpoint',
      properties: { name: 'EndpointName', tags: TAGS },
    },
  ],
};
