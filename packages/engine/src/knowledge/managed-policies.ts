/** When the list was drawn up. */
export const MANAGED_POLICIES_AS_OF = '2026-11-21';

/**
 * Policies of AWS that allow all of a service on every resource, by the end of their ARN. To renew: the AWS Managed
 * Policy Reference Guide lists them by name; a policy belongs here when its document allows `service:*` on `*` for a
 * service that keeps data, keys, identities or networks. Administrators (`AdministratorAccess`, `PowerUserAccess`,
 * `IAMFullAccess`) are judged by a check of their own.
 */
export const WHOLE_SERVICE_POLICIES: readonly string[] = [
  'AmazonAPIGatewayAdministrator',
  'AmazonBedrockFullAccess',
  'AmazonCognitoPowerUser',
  'AmazonDynamoDBFullAccess',
  'AmazonDynamoDBFullAccess_v2',
  'AmazonEC2ContainerRegistryFullAccess',
  'AmazonEC2FullAccess',
  'AmazonECS_FullAccess',
  'AmazonElastiCacheFullAccess',
  'AmazonEventBridgeFullAccess',
  'AmazonKinesisFullAccess',
  'AmazonOpenSearchServiceFullAccess',
  'AmazonRDSFullAccess',
  'AmazonRedshiftFullAccess',
  'AmazonRoute53FullAccess',
  'AmazonS3FullAccess',
  'AmazonSESFullAccess',
  'AmazonSNSFullAccess',
  'AmazonSQSFullAccess',
  'AmazonSSMFullAccess',
  'AWSCloudFormationFullAccess',
  'AWSLambda_FullAccess',
  'AWSStepFunctionsFullAccess',
  'CloudFrontFullAccess',
  'CloudWatchFullAccess',
  'CloudWatchLogsFullAccess',
  'SecretsManagerReadWrite',
];
