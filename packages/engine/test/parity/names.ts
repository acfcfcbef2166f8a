export const LANGUAGES = ['terraform', 'cloudformation', 'sam', 'cdk'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * The same thing in each of the four languages, by the address that each gives it; several where a language has one thing
 * in parts: a role and the policies that hang on it.
 */
export const NAMES: Readonly<Record<string, Readonly<Record<Language, string | readonly string[]>>>> = {
  'committed files': same('committed files', 'committed files', 'committed files'),
  'orders table': same('aws_dynamodb_table.orders', 'OrdersTable'),
  'sessions table': same('aws_dynamodb_table.sessions', 'SessionsTable'),
  'jobs queue': same('aws_sqs_queue.jobs', 'JobsQueue'),
  'failed jobs queue': same('aws_sqs_queue.failed_jobs', 'FailedJobsQueue'),
  'exports bucket': same('aws_s3_bucket.exports', 'ExportsBucket'),
  'exports bucket policy': same(
    'aws_s3_bucket_policy.exports',
    'ExportsBucketPolicy',
    'Orders/ExportsBucket/Policy/Resource',
  ),
  'user pool': same('aws_cognito_user_pool.users', 'UserPool', 'Orders/UserPool/Resource'),
  'user pool client': same(
    'aws_cognito_user_pool_client.users',
    'UserPoolClient',
    'Orders/UserPool/Client/Resource',
  ),
  'api role': {
    terraform: ['aws_iam_role.api', 'aws_iam_role_policy.api'],
    cloudformation: 'ApiRole',
    sam: 'ApiFunctionRole',
    cdk: ['Orders/ApiFunction/ServiceRole/Resource', 'Orders/ApiFunction/ServiceRole/DefaultPolicy/Resource'],
  },
  'worker role': {
    terraform: ['aws_iam_role.worker', 'aws_iam_role_policy.worker'],
    cloudformation: 'WorkerRole',
    sam: 'WorkerFunctionRole',
    cdk: [
      'Orders/WorkerFunction/ServiceRole/Resource',
      'Orders/WorkerFunction/ServiceRole/DefaultPolicy/Resource',
    ],
  },
  'api function': same('aws_lambda_function.api', 'ApiFunction'),
  'worker function': same('aws_lambda_function.worker', 'WorkerFunction'),
  'api logs': same('aws_cloudwatch_log_group.api', 'ApiLogs', 'Orders/apiLogs/Resource'),
  'worker logs': same('aws_cloudwatch_log_group.worker', 'WorkerLogs', 'Orders/workerLogs/Resource'),
  'access logs': same('aws_cloudwatch_log_group.access', 'AccessLogs'),
  api: same('aws_api_gateway_rest_api.api', 'Api'),
  stage: {
    terraform: 'aws_api_gateway_stage.live',
    cloudformation: 'Stage',
    sam: 'ApiliveStage',
    cdk: 'Orders/Api/DeploymentStage.live/Resource',
  },
  'GET /orders': {
    terraform: 'aws_api_gateway_method.get_orders',
    cloudformation: 'GetOrders',
    sam: 'Api GET /orders',
    cdk: 'Orders/Api/Default/orders/GET/Resource',
  },
  'GET /status': {
    terraform: 'aws_api_gateway_method.get_status',
    cloudformation: 'GetStatus',
    sam: 'Api GET /status',
    cdk: 'Orders/Api/Default/status/GET/Resource',
  },
  'permission of the API': {
    terraform: 'aws_lambda_permission.api',
    cloudformation: 'ApiPermission',
    sam: ['ApiFunctionGetOrdersPermissionlive', 'ApiFunctionGetStatusPermissionlive'],
    cdk: ['orders', 'status'].flatMap((route) =>
      ['', '.Test'].map(
        (test) => `Orders/Api/Default/${route}/GET/ApiPermission${test}.OrdersApi2FCFC46D.GET..${route}`,
      ),
    ),
  },
  'permission of the rule': {
    terraform: 'aws_lambda_permission.nightly',
    cloudformation: 'NightlyPermission',
    sam: 'WorkerFunctionNightlyPermission',
    cdk: 'Orders/Nightly/AllowEventRuleOrdersWorkerFunction04D26F83',
  },
  'nightly rule': {
    terraform: 'aws_cloudwatch_event_rule.nightly',
    cloudformation: 'Nightly',
    sam: 'WorkerFunctionNightly',
    cdk: 'Orders/Nightly/Resource',
  },
  'source of the worker': {
    terraform: 'aws_lambda_event_source_mapping.worker',
    cloudformation: 'WorkerSource',
    sam: 'WorkerFunctionJobs',
    cdk: 'Orders/WorkerFunction/SqsEventSource:OrdersJobsQueue9448B70E/Resource',
  },
  alerts: same('aws_sns_topic.alerts', 'Alerts'),
  'subscription of the alerts': {
    terraform: 'aws_sns_topic_subscription.alerts',
    cloudformation: 'AlertsSubscription',
    sam: 'AlertsSubscription',
    cdk: 'Orders/Alerts/on-call@example.com/Resource',
  },
  'alarm on errors': same('aws_cloudwatch_metric_alarm.api_errors', 'ApiErrors'),
  'alarm on failed jobs': same('aws_cloudwatch_metric_alarm.failed_jobs', 'FailedJobs'),
};

function same(terraform: string, logicalId: string, path = `Orders/${logicalId}/Resource`) {
  return { terraform, cloudformation: logicalId, sam: logicalId, cdk: path };
}
