import { cloudFormation, nothing, off, type Rows, row } from './rows.ts';

const V2 = cloudFormation('AWS::ApiGatewayV2::Stage');
const STAGE = cloudFormation('AWS::ApiGateway::Stage');
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
    ...off(
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
      'DefaultRouteSettings.ThrottlingBurstLimit',
      'DefaultRouteSettings.ThrottlingRateLimit',
      'RouteSettings',
      'StageVariables',
      'Tags',
    ),
    ...off(
      V2,
      'AutoDeploy',
      'DefaultRouteSettings.DetailedMetricsEnabled',
      'DefaultRouteSettings.DataTraceEnabled',
    ),
  },
  'AWS::ApiGatewayV2::Route': {
    ...nothing(cloudFormation('AWS::ApiGatewayV2::Route'), 'AuthorizerId', 'AuthorizationScopes', 'Target'),
    AuthorizationType: row(
      'NONE',
      cloudFormation('AWS::ApiGatewayV2::Route'),
      'NONE is open access, the default',
    ),
    ApiKeyRequired: row(
      false,
      cloudFormation('AWS::ApiGatewayV2::Route'),
      'no API key is required by default',
    ),
  },
  'AWS::ApiGatewayV2::DomainName': {
    'DomainNameConfigurations[].SecurityPolicy': row(
      'TLS_1_2',
      'API Gateway Developer Guide, security policy for HTTP API custom domains',
      'TLS_1_2 is the only policy',
    ),
  },
  'AWS::ApiGateway::RestApi': {
    ...nothing(cloudFormation('AWS::ApiGateway::RestApi'), 'Policy', 'Body', 'BodyS3Location', 'Tags'),
    DisableExecuteApiEndpoint: row(
      false,
      cloudFormation('AWS::ApiGateway::RestApi'),
      'the execute-api endpoint is on by default',
    ),
    'EndpointConfiguration.Types': row(
      ['EDGE'],
      cloudFormation('AWS::ApiGateway::RestApi'),
      'an edge-optimized endpoint is the default',
    ),
  },
  'AWS::ApiGateway::Stage': {
    ...nothing(
      STAGE,
      'AccessLogSetting',
      'AccessLogSetting.DestinationArn',
      'MethodSettings',
      'MethodSettings[].ThrottlingBurstLimit',
      'MethodSettings[].ThrottlingRateLimit',
      'Variables',
      'Tags',
      'ClientCertificateId',
    ),
    ...off(
      STAGE,
      'TracingEnabled',
      'CacheClusterEnabled',
      'MethodSettings[].DataTraceEnabled',
      'MethodSettings[].MetricsEnabled',
      'MethodSettings[].CachingEnabled',
      'MethodSettings[].CacheDataEncrypted',
    ),
    'MethodSettings[].LoggingLevel': row('OFF', STAGE, 'execution logging is OFF by default'),
  },
  'AWS::ApiGateway::Method': {
    ...nothing(
      cloudFormation('AWS::ApiGateway::Method'),
      'AuthorizerId',
      'AuthorizationScopes',
      'RequestValidatorId',
      'RequestModels',
    ),
    AuthorizationType: row(
      'NONE',
      cloudFormation('AWS::ApiGateway::Method'),
      'NONE is open access, the default',
    ),
    ApiKeyRequired: row(
      false,
      cloudFormation('AWS::ApiGateway::Method'),
      'no API key is required by default',
    ),
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
    XrayEnabled: row(false, cloudFormation('AWS::AppSync::GraphQLApi'), 'X-Ray is off unless set to true'),
    Visibility: row(
      'GLOBAL',
      cloudFormation('AWS::AppSync::GraphQLApi'),
      'GLOBAL is used when no value is given',
    ),
    IntrospectionConfig: row(
      'ENABLED',
      cloudFormation('AWS::AppSync::GraphQLApi'),
      'introspection is ENABLED by default',
    ),
  },
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
      'DistributionConfig.CacheBehaviors[].ResponseHeadersPolicyId',
      'DistributionConfig.Origins[].OriginAccessControlId',
      'DistributionConfig.Origins[].S3OriginConfig.OriginAccessIdentity',
      'DistributionConfig.OriginGroups',
      'DistributionConfig.ViewerCertificate.AcmCertificateArn',
      'DistributionConfig.ViewerCertificate.IamCertificateId',
      'Tags',
    ),
    'DistributionConfig.ViewerCertificate.MinimumProtocolVersion': row(
      'TLSv1',
      'CloudFront API Reference, ViewerCertificate',
      'with the default certificate, and by default, the policy is TLSv1',
    ),
    'DistributionConfig.ViewerCertificate.CloudFrontDefaultCertificate': row(
      true,
      'CloudFront Developer Guide, distribution settings',
      'without a certificate the default one is used',
    ),
    'DistributionConfig.Restrictions.GeoRestriction.RestrictionType': row(
      'none',
      DISTRIBUTION,
      'no geographic restriction by default',
    ),
    'DistributionConfig.HttpVersion': row(
      'http1.1',
      DISTRIBUTION,
      'http1.1 is the default in CloudFormation',
    ),
    'DistributionConfig.PriceClass': row('PriceClass_All', DISTRIBUTION, 'PriceClass_All is the default'),
  },
  'AWS::ElasticLoadBalancingV2::LoadBalancer': {
    ...nothing(
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'SecurityGroups',
      'SubnetMappings',
      'Tags',
    ),
    // The attributes that are not listed keep their defaults: access_logs.s3.enabled, deletion_protection.enabled and
    // routing.http.drop_invalid_header_fields.enabled are false.
    ...nothing(
      'Application Load Balancers guide, load balancer attributes (access logs, deletion protection: false by default)',
      'LoadBalancerAttributes',
    ),
    Scheme: row(
      'internet-facing',
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'the default is an Internet-facing load balancer',
    ),
    Type: row(
      'application',
      cloudFormation('AWS::ElasticLoadBalancingV2::LoadBalancer'),
      'the default is application',
    ),
  },
  'AWS::ElasticLoadBalancingV2::Listener': {
    ...nothing(LISTENER, 'Certificates', 'AlpnPolicy', 'MutualAuthentication'),
    // The console has another default; code of any kind gets this one.
    SslPolicy: row(
      'ELBSecurityPolicy-2016-08',
      'Elastic Load Balancing guides, security policies',
      'the default of listeners that are not made in the console',
    ),
  },
  'AWS::ElasticLoadBalancingV2::TargetGroup': {
    ...nothing(
      cloudFormation('AWS::ElasticLoadBalancingV2::TargetGroup'),
      'Targets',
      'Tags',
      'TargetGroupAttributes',
    ),
    HealthCheckPath: row(
      '/',
      cloudFormation('AWS::ElasticLoadBalancingV2::TargetGroup'),
      'the default path of HTTP health checks is /',
    ),
    TargetType: row(
      'instance',
      cloudFormation('AWS::ElasticLoadBalancingV2::TargetGroup'),
      'the default is instance',
    ),
  },
  'AWS::Cognito::UserPool': {
    ...nothing(POOL, 'LambdaConfig', 'UserPoolTags', 'EnabledMfas', 'UserPoolAddOns'),
    MfaConfiguration: row('OFF', POOL, 'multi-factor authentication is OFF by default'),
    DeletionProtection: row('INACTIVE', POOL, 'deletion protection is INACTIVE by default'),
    'UserPoolAddOns.AdvancedSecurityMode': row('OFF', POOL, 'threat protection is off by default'),
    'AdminCreateUserConfig.AllowAdminCreateUserOnly': row(
      false,
      POOL,
      'users may sign themselves up by default',
    ),
    'Policies.PasswordPolicy.MinimumLength': row(
      8,
      'Cognito Developer Guide, password requirements',
      '8 by default',
    ),
  },
  'AWS::Cognito::UserPoolClient': {
    ...nothing(CLIENT, 'CallbackURLs', 'LogoutURLs', 'AllowedOAuthFlows', 'AllowedOAuthScopes'),
    AccessTokenValidity: row(1, CLIENT, 'access tokens are valid for one hour by default'),
    'TokenValidityUnits.AccessToken': row('hours', CLIENT, 'the default unit of access tokens is hours'),
    GenerateSecret: row(false, CLIENT, 'no client secret by default'),
    AllowedOAuthFlowsUserPoolClient: row(false, CLIENT, 'OAuth is off by default'),
    EnableTokenRevocation: row(true, CLIENT, 'token revocation is on for new clients'),
  },
};
