import { META, object, objects, type Service, type Shape, spelled, TAGS } from '../row.ts';

const AUTHENTICATION: Shape = {
  authentication_type: 'AuthenticationType',
  lambda_authorizer_config: object(
    'LambdaAuthorizerConfig',
    spelled('authorizer_result_ttl_in_seconds', 'authorizer_uri', 'identity_validation_expression'),
  ),
  openid_connect_config: object('OpenIDConnectConfig', {
    auth_ttl: 'AuthTTL',
    client_id: 'ClientId',
    iat_ttl: 'IatTTL',
    issuer: 'Issuer',
  }),
};

export const appsync: Service = {
  types: [
    {
      from: 'aws_appsync_graphql_api',
      to: 'AWS::AppSync::GraphQLApi',
      properties: {
        ...AUTHENTICATION,
        ...spelled(
          'api_type',
          'introspection_config',
          'merged_api_execution_role_arn',
          'name',
          'query_depth_limit',
          'resolver_count_limit',
          'visibility',
          'xray_enabled',
        ),
        schema: META,
        tags: TAGS,
        additional_authentication_provider: objects('AdditionalAuthenticationProviders', {
          ...AUTHENTICATION,
          user_pool_config: object(
            'UserPoolConfig',
            spelled('app_id_client_regex', 'aws_region', 'user_pool_id'),
          ),
        }),
        enhanced_metrics_config: object(
          'EnhancedMetricsConfig',
          spelled(
            'data_source_level_metrics_behavior',
            'operation_level_metrics_config',
            'resolver_level_metrics_behavior',
          ),
        ),
        log_config: object('LogConfig', {
          cloudwatch_logs_role_arn: 'CloudWatchLogsRoleArn',
          ...spelled('exclude_verbose_content', 'field_log_level'),
        }),
        user_pool_config: object(
          'UserPoolConfig',
          spelled('app_id_client_regex', 'aws_region', 'default_action', 'user_pool_id'),
        ),
      },
    },
    {
      from: 'aws_appsync_datasource',
      to: 'AWS::AppSync::DataSource',
      properties: {
        ...spelled('api_id', 'description', 'name', 'service_role_arn', 'type'),
        dynamodb_config: object('DynamoDBConfig', {
          region: 'AwsRegion',
          ...spelled('table_name', 'use_caller_credentials', 'versioned'),
          delta_sync_config: object('DeltaSyncConfig', {
            base_table_ttl: 'BaseTableTTL',
            delta_sync_table_name: 'DeltaSyncTableName',
            delta_sync_table_ttl: 'DeltaSyncTableTTL',
          }),
        }),
        elasticsearch_config: object('ElasticsearchConfig', { endpoint: 'Endpoint', region: 'AwsRegion' }),
        event_bridge_config: object('EventBridgeConfig', spelled('event_bus_arn')),
        http_config: object('HttpConfig', {
          endpoint: 'Endpoint',
          authorization_config: object('AuthorizationConfig', {
            authorization_type: 'AuthorizationType',
            aws_iam_config: object('AwsIamConfig', spelled('signing_region', 'signing_service_name')),
          }),
        }),
        lambda_config: object('LambdaConfig', { function_arn: 'LambdaFunctionArn' }),
        opensearchservice_config: object('OpenSearchServiceConfig', {
          endpoint: 'Endpoint',
          region: 'AwsRegion',
        }),
        relational_database_config: object('RelationalDatabaseConfig', {
          source_type: 'RelationalDatabaseSourceType',
          http_endpoint_config: object('RdsHttpEndpointConfig', {
            region: 'AwsRegion',
            ...spelled('aws_secret_store_arn', 'database_name', 'db_cluster_identifier', 'schema'),
          }),
        }),
      },
    },
    {
      from: 'aws_appsync_resolver',
      to: 'AWS::AppSync::Resolver',
      properties: {
        ...spelled('api_id', 'code', 'kind', 'max_batch_size'),
        data_source: 'DataSourceName',
        field: 'FieldName',
        type: 'TypeName',
        request_template: 'RequestMappingTemplate',
        response_template: 'ResponseMappingTemplate',
        caching_config: object('CachingConfig', spelled('caching_keys', 'ttl')),
        pipeline_config: object('PipelineConfig', spelled('functions')),
        runtime: object('Runtime', spelled('name', 'runtime_version')),
        sync_config: object('SyncConfig', {
          ...spelled('conflict_detection', 'conflict_handler'),
          lambda_conflict_handler_config: object(
            'LambdaConflictHandlerConfig',
            spelled('lambda_conflict_handler_arn'),
          ),
        }),
      },
    },
    {
      from: 'aws_appsync_api_key',
      to: 'AWS::AppSync::ApiKey',
      properties: spelled('api_id', 'description', 'expires'),
    },
    {
      from: 'aws_appsync_api_cache',
      to: 'AWS::AppSync::ApiCache',
      properties: spelled(
        'api_caching_behavior',
        'api_id',
        'at_rest_encryption_enabled',
        'transit_encryption_enabled',
        'ttl',
        'type',
      ),
    },
  ],
};
