import {
  alias,
  type Field,
  META,
  many,
  object,
  objects,
  type Service,
  type Shape,
  setting,
  spelled,
  TAGS,
  type TypeRow,
  words,
  wrapped,
} from '../row.ts';

const attribute = (key: string): Field => setting('LoadBalancerAttributes', key);
const groupAttribute = (key: string): Field => setting('TargetGroupAttributes', key);

const AUTHENTICATION = [
  'authentication_request_extra_params',
  'on_unauthenticated_request',
  'scope',
  'session_cookie_name',
  'session_timeout',
];

const ACTION: Shape = {
  ...spelled('order', 'target_group_arn', 'type'),
  authenticate_cognito: object(
    'AuthenticateCognitoConfig',
    spelled(...AUTHENTICATION, 'user_pool_arn', 'user_pool_client_id', 'user_pool_domain'),
  ),
  authenticate_oidc: object(
    'AuthenticateOidcConfig',
    spelled(
      ...AUTHENTICATION,
      'authorization_endpoint',
      'client_id',
      'client_secret',
      'issuer',
      'token_endpoint',
      'user_info_endpoint',
    ),
  ),
  fixed_response: object('FixedResponseConfig', spelled('content_type', 'message_body', 'status_code')),
  forward: object('ForwardConfig', {
    stickiness: object('TargetGroupStickinessConfig', { duration: 'DurationSeconds', enabled: 'Enabled' }),
    target_group: objects('TargetGroups', { arn: 'TargetGroupArn', weight: 'Weight' }),
  }),
  redirect: object('RedirectConfig', spelled('host', 'path', 'port', 'protocol', 'query', 'status_code')),
};

const values = (to: string) => object(to, spelled('values'));

const loadBalancer: TypeRow = {
  from: 'aws_lb',
  to: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  properties: {
    name: 'Name',
    name_prefix: META,
    internal: words('Scheme', { true: 'internal', false: 'internet-facing' }),
    ip_address_type: 'IpAddressType',
    load_balancer_type: 'Type',
    ...spelled('security_groups', 'subnets', 'enforce_security_group_inbound_rules_on_private_link_traffic'),
    tags: TAGS,
    client_keep_alive: attribute('client_keep_alive.seconds'),
    customer_owned_ipv4_pool: META,
    desync_mitigation_mode: attribute('routing.http.desync_mitigation_mode'),
    dns_record_client_routing_policy: attribute('dns_record.client_routing_policy'),
    drop_invalid_header_fields: attribute('routing.http.drop_invalid_header_fields.enabled'),
    enable_cross_zone_load_balancing: attribute('load_balancing.cross_zone.enabled'),
    enable_deletion_protection: attribute('deletion_protection.enabled'),
    enable_http2: attribute('routing.http2.enabled'),
    enable_tls_version_and_cipher_suite_headers: attribute(
      'routing.http.x_amzn_tls_version_and_cipher_suite.enabled',
    ),
    enable_waf_fail_open: attribute('waf.fail_open.enabled'),
    enable_xff_client_port: attribute('routing.http.xff_client_port.enabled'),
    enable_zonal_shift: attribute('zonal_shift.config.enabled'),
    idle_timeout: attribute('idle_timeout.timeout_seconds'),
    preserve_host_header: attribute('routing.http.preserve_host_header.enabled'),
    xff_header_processing_mode: attribute('routing.http.xff_header_processing.mode'),
    access_logs: object('', {
      bucket: attribute('access_logs.s3.bucket'),
      enabled: attribute('access_logs.s3.enabled'),
      prefix: attribute('access_logs.s3.prefix'),
    }),
    connection_logs: object('', {
      bucket: attribute('connection_logs.s3.bucket'),
      enabled: attribute('connection_logs.s3.enabled'),
      prefix: attribute('connection_logs.s3.prefix'),
    }),
    ipam_pools: META,
    minimum_load_balancer_capacity: object('MinimumLoadBalancerCapacity', spelled('capacity_units')),
    subnet_mapping: objects('SubnetMappings', {
      ...spelled('allocation_id', 'subnet_id'),
      ipv6_address: 'IPv6Address',
      private_ipv4_address: 'PrivateIPv4Address',
    }),
  },
};

const listener: TypeRow = {
  from: 'aws_lb_listener',
  to: 'AWS::ElasticLoadBalancingV2::Listener',
  properties: {
    alpn_policy: many('AlpnPolicy'),
    certificate_arn: wrapped('Certificates', 'CertificateArn'),
    ...spelled('load_balancer_arn', 'port', 'protocol', 'ssl_policy'),
    tags: META,
    tcp_idle_timeout_seconds: META,
    default_action: objects('DefaultActions', ACTION),
    mutual_authentication: object('MutualAuthentication', {
      ...spelled('advertise_trust_store_ca_names', 'mode', 'trust_store_arn'),
      ignore_client_certificate_expiry: 'IgnoreClientCertificateExpiry',
    }),
  },
};

const listenerRule: TypeRow = {
  from: 'aws_lb_listener_rule',
  to: 'AWS::ElasticLoadBalancingV2::ListenerRule',
  properties: {
    ...spelled('listener_arn', 'priority'),
    tags: META,
    action: objects('Actions', ACTION),
    condition: objects('Conditions', {
      host_header: values('HostHeaderConfig'),
      http_header: object('HttpHeaderConfig', spelled('http_header_name', 'values')),
      http_request_method: values('HttpRequestMethodConfig'),
      path_pattern: values('PathPatternConfig'),
      query_string: objects('QueryStringConfig.Values', spelled('key', 'value')),
      source_ip: values('SourceIpConfig'),
    }),
  },
};

const targetGroup: TypeRow = {
  from: 'aws_lb_target_group',
  to: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  properties: {
    ...spelled('ip_address_type', 'name', 'port', 'protocol', 'protocol_version', 'target_type', 'vpc_id'),
    name_prefix: META,
    tags: TAGS,
    connection_termination: groupAttribute('deregistration_delay.connection_termination.enabled'),
    deregistration_delay: groupAttribute('deregistration_delay.timeout_seconds'),
    lambda_multi_value_headers_enabled: groupAttribute('lambda.multi_value_headers.enabled'),
    load_balancing_algorithm_type: groupAttribute('load_balancing.algorithm.type'),
    load_balancing_anomaly_mitigation: groupAttribute('load_balancing.algorithm.anomaly_mitigation'),
    load_balancing_cross_zone_enabled: groupAttribute('load_balancing.cross_zone.enabled'),
    preserve_client_ip: groupAttribute('preserve_client_ip.enabled'),
    proxy_protocol_v2: groupAttribute('proxy_protocol_v2.enabled'),
    slow_start: groupAttribute('slow_start.duration_seconds'),
    health_check: object('', {
      enabled: 'HealthCheckEnabled',
      healthy_threshold: 'HealthyThresholdCount',
      interval: 'HealthCheckIntervalSeconds',
      matcher: 'Matcher.HttpCode',
      path: 'HealthCheckPath',
      port: 'HealthCheckPort',
      protocol: 'HealthCheckProtocol',
      timeout: 'HealthCheckTimeoutSeconds',
      unhealthy_threshold: 'UnhealthyThresholdCount',
    }),
    stickiness: object('', {
      enabled: groupAttribute('stickiness.enabled'),
      type: groupAttribute('stickiness.type'),
      cookie_duration: groupAttribute('stickiness.lb_cookie.duration_seconds'),
      cookie_name: groupAttribute('stickiness.app_cookie.cookie_name'),
    }),
    target_failover: META,
    target_group_health: META,
    target_health_state: META,
  },
};

export const elbv2: Service = {
  types: [
    loadBalancer,
    alias('aws_alb', loadBalancer),
    listener,
    alias('aws_alb_listener', listener),
    listenerRule,
    alias('aws_alb_listener_rule', listenerRule),
    targetGroup,
    alias('aws_alb_target_group', targetGroup),
  ],
  joins: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'].map((from) => ({
    from,
    into: [{ type: 'AWS::ElasticLoadBalancingV2::TargetGroup', by: 'target_group_arn' }],
    append: { to: 'Targets', member: { target_id: 'Id', ...spelled('availability_zone', 'port') } },
  })),
};
