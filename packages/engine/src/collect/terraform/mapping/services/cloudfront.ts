import { object, objects, type Service, type Shape, spelled, TAGS, withDefault } from '../row.ts';

const BEHAVIOR: Shape = {
  ...spelled(
    'allowed_methods',
    'cache_policy_id',
    'cached_methods',
    'compress',
    'field_level_encryption_id',
    'origin_request_policy_id',
    'path_pattern',
    'realtime_log_config_arn',
    'response_headers_policy_id',
    'smooth_streaming',
    'target_origin_id',
    'trusted_key_groups',
    'trusted_signers',
    'viewer_protocol_policy',
  ),
  default_ttl: 'DefaultTTL',
  max_ttl: 'MaxTTL',
  min_ttl: 'MinTTL',
  forwarded_values: object('ForwardedValues', {
    ...spelled('headers', 'query_string', 'query_string_cache_keys'),
    cookies: object('Cookies', spelled('forward', 'whitelisted_names')),
  }),
  function_association: objects('FunctionAssociations', {
    event_type: 'EventType',
    function_arn: 'FunctionARN',
  }),
  grpc_config: object('GrpcConfig', { enabled: 'Enabled' }),
  lambda_function_association: objects('LambdaFunctionAssociations', {
    event_type: 'EventType',
    include_body: 'IncludeBody',
    lambda_arn: 'LambdaFunctionARN',
  }),
};

const { path_pattern: _, ...DEFAULT_BEHAVIOR } = BEHAVIOR;

const listed = (to: string) => object(to, { items: 'Items' });

export const cloudfront: Service = {
  types: [
    {
      from: 'aws_cloudfront_distribution',
      to: 'AWS::CloudFront::Distribution',
      properties: {
        tags: TAGS,
        aliases: 'DistributionConfig.Aliases',
        comment: 'DistributionConfig.Comment',
        continuous_deployment_policy_id: 'DistributionConfig.ContinuousDeploymentPolicyId',
        default_root_object: 'DistributionConfig.DefaultRootObject',
        enabled: 'DistributionConfig.Enabled',
        http_version: 'DistributionConfig.HttpVersion',
        is_ipv6_enabled: 'DistributionConfig.IPV6Enabled',
        price_class: 'DistributionConfig.PriceClass',
        staging: 'DistributionConfig.Staging',
        web_acl_id: 'DistributionConfig.WebACLId',
        retain_on_delete: { to: '', meta: true },
        wait_for_deployment: { to: '', meta: true },
        custom_error_response: objects('DistributionConfig.CustomErrorResponses', {
          error_caching_min_ttl: 'ErrorCachingMinTTL',
          ...spelled('error_code', 'response_code', 'response_page_path'),
        }),
        default_cache_behavior: object('DistributionConfig.DefaultCacheBehavior', DEFAULT_BEHAVIOR),
        ordered_cache_behavior: objects('DistributionConfig.CacheBehaviors', BEHAVIOR),
        logging_config: object('DistributionConfig.Logging', spelled('bucket', 'include_cookies', 'prefix')),
        origin: objects('DistributionConfig.Origins', {
          ...spelled(
            'connection_attempts',
            'connection_timeout',
            'domain_name',
            'origin_access_control_id',
            'origin_path',
          ),
          origin_id: 'Id',
          custom_header: objects('OriginCustomHeaders', { name: 'HeaderName', value: 'HeaderValue' }),
          custom_origin_config: object('CustomOriginConfig', {
            http_port: 'HTTPPort',
            https_port: 'HTTPSPort',
            origin_ssl_protocols: 'OriginSSLProtocols',
            ...spelled('origin_keepalive_timeout', 'origin_protocol_policy', 'origin_read_timeout'),
          }),
          origin_shield: object('OriginShield', spelled('enabled', 'origin_shield_region')),
          s3_origin_config: object('S3OriginConfig', spelled('origin_access_identity')),
          vpc_origin_config: object(
            'VpcOriginConfig',
            spelled('origin_keepalive_timeout', 'origin_read_timeout', 'vpc_origin_id'),
          ),
        }),
        origin_group: objects('DistributionConfig.OriginGroups.Items', {
          origin_id: 'Id',
          failover_criteria: object('FailoverCriteria', { status_codes: 'StatusCodes.Items' }),
          member: objects('Members.Items', { origin_id: 'OriginId' }),
        }),
        restrictions: object('DistributionConfig.Restrictions', {
          geo_restriction: object('GeoRestriction', spelled('locations', 'restriction_type')),
        }),
        viewer_certificate: object('DistributionConfig.ViewerCertificate', {
          ...spelled('acm_certificate_arn', 'iam_certificate_id', 'ssl_support_method'),
          cloudfront_default_certificate: 'CloudFrontDefaultCertificate',
          minimum_protocol_version: withDefault('MinimumProtocolVersion', 'TLSv1'),
        }),
      },
    },
    {
      from: 'aws_cloudfront_origin_access_control',
      to: 'AWS::CloudFront::OriginAccessControl',
      properties: {
        description: 'OriginAccessControlConfig.Description',
        name: 'OriginAccessControlConfig.Name',
        origin_access_control_origin_type: 'OriginAccessControlConfig.OriginAccessControlOriginType',
        signing_behavior: 'OriginAccessControlConfig.SigningBehavior',
        signing_protocol: 'OriginAccessControlConfig.SigningProtocol',
      },
    },
    {
      from: 'aws_cloudfront_monitoring_subscription',
      to: 'AWS::CloudFront::MonitoringSubscription',
      properties: {
        distribution_id: 'DistributionId',
        monitoring_subscription: object('MonitoringSubscription', {
          realtime_metrics_subscription_config: object(
            'RealtimeMetricsSubscriptionConfig',
            spelled('realtime_metrics_subscription_status'),
          ),
        }),
      },
    },
    {
      from: 'aws_cloudfront_function',
      to: 'AWS::CloudFront::Function',
      properties: {
        name: 'Name',
        code: 'FunctionCode',
        comment: 'FunctionConfig.Comment',
        runtime: 'FunctionConfig.Runtime',
        publish: 'AutoPublish',
        key_value_store_associations: {
          to: 'FunctionConfig.KeyValueStoreAssociations',
          as: { kind: 'wrapped', member: 'KeyValueStoreARN' },
        },
      },
    },
    {
      from: 'aws_cloudfront_cache_policy',
      to: 'AWS::CloudFront::CachePolicy',
      properties: {
        name: 'CachePolicyConfig.Name',
        comment: 'CachePolicyConfig.Comment',
        etag: { to: '', meta: true },
        default_ttl: 'CachePolicyConfig.DefaultTTL',
        max_ttl: 'CachePolicyConfig.MaxTTL',
        min_ttl: 'CachePolicyConfig.MinTTL',
        parameters_in_cache_key_and_forwarded_to_origin: object(
          'CachePolicyConfig.ParametersInCacheKeyAndForwardedToOrigin',
          {
            ...spelled('enable_accept_encoding_brotli', 'enable_accept_encoding_gzip'),
            cookies_config: object('CookiesConfig', {
              cookie_behavior: 'CookieBehavior',
              cookies: object('', { items: 'Cookies' }),
            }),
            headers_config: object('HeadersConfig', {
              header_behavior: 'HeaderBehavior',
              headers: object('', { items: 'Headers' }),
            }),
            query_strings_config: object('QueryStringsConfig', {
              query_string_behavior: 'QueryStringBehavior',
              query_strings: object('', { items: 'QueryStrings' }),
            }),
          },
        ),
      },
    },
    {
      from: 'aws_cloudfront_origin_request_policy',
      to: 'AWS::CloudFront::OriginRequestPolicy',
      properties: {
        name: 'OriginRequestPolicyConfig.Name',
        comment: 'OriginRequestPolicyConfig.Comment',
        etag: { to: '', meta: true },
        cookies_config: object('OriginRequestPolicyConfig.CookiesConfig', {
          cookie_behavior: 'CookieBehavior',
          cookies: object('', { items: 'Cookies' }),
        }),
        headers_config: object('OriginRequestPolicyConfig.HeadersConfig', {
          header_behavior: 'HeaderBehavior',
          headers: object('', { items: 'Headers' }),
        }),
        query_strings_config: object('OriginRequestPolicyConfig.QueryStringsConfig', {
          query_string_behavior: 'QueryStringBehavior',
          query_strings: object('', { items: 'QueryStrings' }),
        }),
      },
    },
    {
      from: 'aws_cloudfront_response_headers_policy',
      to: 'AWS::CloudFront::ResponseHeadersPolicy',
      properties: {
        name: 'ResponseHeadersPolicyConfig.Name',
        comment: 'ResponseHeadersPolicyConfig.Comment',
        etag: { to: '', meta: true },
        cors_config: object('ResponseHeadersPolicyConfig.CorsConfig', {
          ...spelled('access_control_allow_credentials', 'access_control_max_age_sec', 'origin_override'),
          access_control_allow_headers: listed('AccessControlAllowHeaders'),
          access_control_allow_methods: listed('AccessControlAllowMethods'),
          access_control_allow_origins: listed('AccessControlAllowOrigins'),
          access_control_expose_headers: listed('AccessControlExposeHeaders'),
        }),
        custom_headers_config: object('ResponseHeadersPolicyConfig.CustomHeadersConfig', {
          items: objects('Items', spelled('header', 'override', 'value')),
        }),
        remove_headers_config: object('ResponseHeadersPolicyConfig.RemoveHeadersConfig', {
          items: objects('Items', spelled('header')),
        }),
        security_headers_config: object('ResponseHeadersPolicyConfig.SecurityHeadersConfig', {
          content_security_policy: object(
            'ContentSecurityPolicy',
            spelled('content_security_policy', 'override'),
          ),
          content_type_options: object('ContentTypeOptions', spelled('override')),
          frame_options: object('FrameOptions', spelled('frame_option', 'override')),
          referrer_policy: object('ReferrerPolicy', spelled('override', 'referrer_policy')),
          strict_transport_security: object('StrictTransportSecurity', {
            ...spelled('access_control_max_age_sec', 'override', 'preload'),
            include_subdomains: 'IncludeSubdomains',
          }),
          xss_protection: object('XSSProtection', {
            ...spelled('mode_block', 'override', 'protection'),
            report_uri: 'ReportUri',
          }),
        }),
        server_timing_headers_config: object(
          'ResponseHeadersPolicyConfig.ServerTimingHeadersConfig',
          spelled('enabled', 'sampling_rate'),
        ),
      },
    },
  ],
};
