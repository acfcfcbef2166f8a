import { cloudFormation, nothing, off, onlyWhenTrue, type Rows, row } from './rows.ts';

const V2 = cloudFormation('AWS::ApiGatewayV2::Stage');
const STAGE = cloudFormation('AWS::ApiGateway::Stage');
const ACCOUNT_THROTTLING = row(
  null,
  'API Gateway Developer Guide, Throttle requests',
  'the limits of the account hold',
);
const DISTRIBUTION = cloudFormation('AWS::CloudFront::Distribution');
const LISTENER = cloudFormation('AWS::ElasticLoadBalancingV2::Listener');
const POOL = cloudFormation('AWS::Cognito::UserPool');
const CLIENT = cloudFormation('AWS::Cognito::UserPoolClient');

/** The doors of an application: APIs, CDN, load balancers, sign-in. */
export const interfaces: Readonly<Record<string, Rows>> = {
  'AWS::ApiGatewayV2::Api': {
    ...nothing(
      cloudFormation('AWS::ApiGatewayV2::Api'),
      'CorsConfiguration',
      'CorsConfiguration.AllowOrigins',
      'CorsConfiguration.AllowMethods',
      'CorsConfiguration.AllowHeaders',
      'Body',
      'Tags',
      'Target',
    ),
    ...onlyWhenTrue(
      cloudFormation('AWS::ApiGatewayV2::Api'),
      'DisableExecuteApiEndpoint',
      'CorsConfiguration.AllowCredentials',
    ),
  },
  'AWS::ApiGatewayV2::Stage': {
    ...nothing(
      V2,
      'AccessLogSettings',
      'AccessLogSettings.DestinationArn',
      'DefaultRouteSettings',
      'RouteSettings',
      'StageVariables',
      'Tags',
    ),
    'DefaultRouteSettings.ThrottlingBurstLimit': ACCOUNT_THROTTLING,
    'DefaultRouteSettings.ThrottlingRateLimit': ACCOUNT_THROTTLING,
    ...off(V2, 'AutoDeploy'),
    ...onlyWhenTrue(
      V2,
      'DefaultRouteSettings.DetailedMetricsEnabled',
      'DefaultRouteSettings.DataTraceEnabled',
    ),
  },
  'AWS::ApiGatewayV2::Route': {
    ...nothing(cloudFormation('AWS::ApiGatewayV2::Route'), 'AuthorizerId', 'AuthorizationScopes', 'Target'),
    AuthorizationType: row(
      'NONE',
      'Security Hub User Guide, APIGateway.8',
      'a route without a type has no authorization',
    ),
    ...onlyWhenTrue(cloudFormation('AWS::ApiGatewayV2::Route'), 'ApiKeyRequired'),
  },
  'AWS::ApiGatewayV2::DomainName': {
    'DomainNameConfigurations[].SecurityPolicy': row(
      'TLS_1_2',
      'API Gateway Developer Guide, Security policy for HTTP APIs',
      'TLS 1.2 only',
    ),
  },
  'AWS::ApiGateway::RestApi': {
    ...nothing(cloudFormation('AWS::ApiGateway::RestApi'), 'Policy', 'Body', 'BodyS3Location', 'Tags'),
    ...onlyWhenTrue(cloudFormation('AWS::ApiGateway::RestApi'), 'DisableExecuteApiEndpoint'),
    'EndpointConfiguration.Types': row(
      ['EDGE'],
      'API Gateway Developer Guide, API endpoint types',
      'edge-optimized by default',
    ),
  },
  'AWS::ApiGateway::Stage': {
    ...nothing(
      STAGE,
      'AccessLogSetting',
      'AccessLogSetting.DestinationArn',
      'MethodSettings',
      'Variables',
      'Tags',
      'ClientCertificateId',
    ),
    'MethodSettings[].ThrottlingBurstLimit': ACCOUNT_THROTTLING,
    'MethodSettings[].ThrottlingRateLimit': ACCOUNT_THROTTLING,
    ...onlyWhenTrue(
      STAGE,
      'TracingEnabled',
      'CacheClusterEnabled',
      'MethodSettings[].DataTraceEnabled',
      'MethodSettings[].MetricsEnabled',
      'MethodSettings[].CachingEnabled',
      'MethodSettings[].CacheDataEncrypted',
    ),
    'MethodSettings[].LoggingLevel': row(
      'OFF',
      'API Gateway Developer Guide, CloudWatch logging',
      'off until turned on',
    ),
  },
  'AWS::ApiGateway::Method': {
    ...nothing(
      cloudFormation('AWS::ApiGateway::Method'),
      'AuthorizerId',
      'AuthorizationScopes',
      'RequestValidatorId',
      'RequestModels',
      'Integration.IntegrationResponses',
      'Integration.IntegrationResponses[].ResponseParameters',
      'Integration.CacheKeyParameters',
      'Integration.RequestParameters',
    ),
    'Integration.TimeoutInMillis': row(
      29000,
      'API Gateway API Reference, Integration',
      'the default is 29,000 milliseconds',
    ),
    // AuthorizationType has no row: it is required.
    ...onlyWhenTrue(cloudFormation('AWS::ApiGateway::Method'), 'ApiKeyRequired'),
  },
  'AWS::ApiGateway::UsagePlan': nothing(
    cloudFormation('AWS::ApiGateway::UsagePlan'),
    'Throttle',
    'Throttle.RateLimit',
    'Throttle.BurstLimit',
    'Quota',
    'Quota.Limit',
    'ApiStages',
  ),
  'AWS::AppSync::GraphQLApi': {
    ...nothing(
      cloudFormation('AWS::AppSync::GraphQLApi'),
      'LogConfig',
      'LogConfig.CloudWatchLogsRoleArn',
      'AdditionalAuthenticationProviders',
      'Tags',
    ),
    ...onlyWhenTrue(cloudFormation('AWS::AppSync::GraphQLApi'), 'XrayEnabled'),
    Visibility: row('GLOBAL', cloudFormation('AWS::AppSync::GraphQLApi'), 'GLOBAL if no value is given'),
    IntrospectionConfig: row(
      'ENABLED',
      cloudFormation('AWS::AppSync::GraphQLApi'),
      'ENABLED if no value is given',
    ),
  },
  'AWS::AppSync::Resolver': nothing(
    cloudFormation('AWS::AppSync::Resolver'),
    'PipelineConfig',
    'PipelineConfig.Functions',
  ),
  'AWS::CloudFront::Distribution': {
    ...nothing(
      DISTRIBUTION,
      'DistributionConfig.Aliases',
      'DistributionConfig.Logging',
      'DistributionConfig.Logging.Bucket',
      'DistributionConfig.WebACLId',
      'DistributionConfig.CacheBehaviors',
      'DistributionConfig.CustomErrorResponses',
      'DistributionConfig.DefaultRootObject',
      'DistributionConfig.DefaultCacheBehavior.ResponseHeadersPolicyId',
      'DistributionConfig.DefaultCacheBehavior.RealtimeLogConfigArn',
      'DistributionConfig.DefaultCacheBehavior[].CachePolicyId',
      'DistributionConfig.DefaultCacheBehavior[].OriginRequestPolicyId',
      'DistributionConfig.CacheBehaviors[].CachePolicyId',
      'DistributionConfig.CacheBehaviors[].OriginRequestPolicyId',
      'DistributionConfig.CacheBehaviors[].ResponseHeadersPolicyId',
      'DistributionConfig.DefaultCacheBehavior[].ForwardedValues',
      'DistributionConfig.DefaultCacheBehavior[].ForwardedValues.Headers',
      'DistributionConfig.DefaultCacheBehavior[].LambdaFunctionAssociations',
      'DistributionConfig.DefaultCacheBehavior[].FunctionAssociations',
      'DistributionConfig.CacheBehaviors[].ForwardedValues',
      'DistributionConfig.CacheBehaviors[].ForwardedValues.Headers',
      'DistributionConfig.CacheBehaviors[].LambdaFunctionAssociations',
      'DistributionConfig.CacheBehaviors[].FunctionAssociations',
      'DistributionConfig.Origins[].OriginAccessControlId',
      'DistributionConfig.Origins[].S3OriginConfig.OriginAccessIdentity',
      'DistributionConfig.OriginGroups',
      'DistributionConfig.ViewerCertificate.AcmCertificateArn',
      'DistributionConfig.ViewerCertificate.IamCertificateId',
      'Tags',
    ),
    ...onlyWhenTrue(
      DISTRIBUTION,
      'DistributionConfig.DefaultCacheBehavior.Compress',
      'DistributionConfig.DefaultCacheBehavior[].Compress',
      'DistributionConfig.CacheBehaviors[].Compress',
    ),
    // ViewerCertificate.MinimumProtocolVersion has no row: TLSv1 is documented for CloudFront's own certificate only.
    'DistributionConfig.Origins[].CustomOriginConfig.OriginReadTimeout': row(
      30,
      'CloudFront API Reference, CustomOriginConfig',
      'OriginReadTimeout defaults to 30 seconds',
    ),
    'DistributionConfig.HttpVersion': row('http1.1', DISTRIBUTION, 'HttpVersion defaults to http1.1'),
    'DistributionConfig.PriceClass': row(
      'PriceClass_All',
      'CloudFormation registry schema, AWS::CloudFront::Distribution',
      'default of PriceClass',
    ),
  },
  'AWS::CloudFront::OriginRequestPolicy': nothing(
    cloudFormation('AWS::CloudFront::OriginRequestPolicy'),
    'OriginRequestPolicyConfig.HeadersConfig.Headers',
  ),
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    ...nothing(
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'SubnetMappings',
      'Subnets',
      'Tags',
    ),
    // The attributes that are not listed keep their defaults: access_logs.s3.enabled, deletion_protection.enabled and
    // routing.http.drop_invalid_header_fields.enabled are false.
    ...nothing('ELB API Reference, LoadBalancerAttribute', 'LoadBalancerAttributes'),
    Scheme: row(
      'internet-facing',
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'Internet-facing by default',
    ),
    Type: row(
      'application',
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'Type defaults to application',
    ),
  },
  'AWS::ElasticLoadBalancing::LoadBalancer': {
    Scheme: row(
      'internet-facing',
      'Classic ELB API Reference, CreateLoadBalancer',
      'Internet-facing by default',
    ),
    ...nothing(cloudFormation('AWS::ElasticLoadBalancing::LoadBalancer'), 'AccessLoggingPolicy'),
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    ...nothing(LISTENER, 'Certificates', 'AlpnPolicy', 'MutualAuthentication'),
    // The console has another default; code of any kind gets this one.
    SslPolicy: row(
      'ELBSecurityPolicy-2016-08',
      'Elastic Load Balancing guide, Security policies',
      'default outside the console',
    ),
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    ...nothing(
      cloudFormation('AWS::ElasticLoadBalancingV2::TargetGroup'),
      'Targets',
      'Tags',
      'TargetGroupAttributes',
    ),
    // HealthCheckPath has no row: its default depends on the protocol version.
    TargetType: row(
      'instance',
      cloudFormation('AWS::ElasticLoadBalancingV2::TargetGroup'),
      'TargetType defaults to instance',
    ),
  },
  'AWS::Cognito::UserPool': {
    ...nothing(POOL, 'LambdaConfig', 'UserPoolTags', 'EnabledMfas', 'UserPoolAddOns'),
    DeletionProtection: row(
      'INACTIVE',
      'Cognito Developer Guide, User pool deletion protection',
      'inactive by default',
    ),
    ...onlyWhenTrue(POOL, 'AdminCreateUserConfig.AllowAdminCreateUserOnly'),
    MfaConfiguration: row(
      'OFF',
      'AWS CLI Command Reference, Examples of create-user-pool',
      'MFA is disabled by default',
    ),
    // Not written means not asked for: the SDK sends these switches only where they are true.
    ...onlyWhenTrue(
      'AWS SDK for Go v2 API Reference, PasswordPolicyType',
      'Policies.PasswordPolicy.RequireLowercase',
      'Policies.PasswordPolicy.RequireNumbers',
      'Policies.PasswordPolicy.RequireSymbols',
      'Policies.PasswordPolicy.RequireUppercase',
    ),
    // The threat protection and the length of passwords have no row: no page names a default.
  },
  'AWS::Cognito::UserPoolClient': {
    ...nothing(CLIENT, 'CallbackURLs', 'LogoutURLs', 'AllowedOAuthFlows', 'AllowedOAuthScopes'),
    AccessTokenValidity: row(1, CLIENT, 'access tokens are valid for one hour'),
    'TokenValidityUnits.AccessToken': row('hours', CLIENT, 'AccessToken defaults to hours'),
    ...onlyWhenTrue(CLIENT, 'GenerateSecret'),
    AllowedOAuthFlowsUserPoolClient: row(false, CLIENT, 'it defaults to false'),
    EnableTokenRevocation: row(true, CLIENT, 'activated if not included'),
    RefreshTokenValidity: row(30, CLIENT, 'refresh tokens are valid for 30 days'),
    'TokenValidityUnits.RefreshToken': row('days', CLIENT, 'RefreshToken defaults to days'),
    PreventUserExistenceErrors: row('LEGACY', CLIENT, 'LEGACY when no value is provided'),
  },
};
