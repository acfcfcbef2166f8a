import { META, object, objects, type Service, spelled, TAGS, words } from '../row.ts';

/** Classic load balancers. */
export const elb: Service = {
  types: [
    {
      from: 'aws_elb',
      to: 'AWS::ElasticLoadBalancing::LoadBalancer',
      properties: {
        ...spelled('availability_zones', 'instances', 'security_groups', 'subnets'),
        name: 'LoadBalancerName',
        name_prefix: META,
        internal: words('Scheme', { true: 'internal', false: 'internet-facing' }),
        cross_zone_load_balancing: 'CrossZone',
        connection_draining: 'ConnectionDrainingPolicy.Enabled',
        connection_draining_timeout: 'ConnectionDrainingPolicy.Timeout',
        idle_timeout: 'ConnectionSettings.IdleTimeout',
        desync_mitigation_mode: META,
        source_security_group: META,
        tags: TAGS,
        access_logs: object('AccessLoggingPolicy', {
          bucket: 'S3BucketName',
          bucket_prefix: 'S3BucketPrefix',
          enabled: { to: 'Enabled', default: true },
          interval: 'EmitInterval',
        }),
        health_check: object(
          'HealthCheck',
          spelled('healthy_threshold', 'interval', 'target', 'timeout', 'unhealthy_threshold'),
        ),
        listener: objects('Listeners', {
          ...spelled('instance_port', 'instance_protocol'),
          lb_port: 'LoadBalancerPort',
          lb_protocol: 'Protocol',
          ssl_certificate_id: 'SSLCertificateId',
        }),
      },
    },
  ],
};
