import { describe, expect, it } from 'vitest';
import { atom } from '../../src/model/condition.ts';
import { known, objectOf } from '../../src/model/value.ts';
import { choice, here, instance, map, mapOne, open, type Plain, properties, ref } from './instances.ts';

type Example = readonly [
  address: string,
  config: { readonly [name: string]: Plain },
  type: string,
  expected: Readonly<Record<string, unknown>>,
];

const EXAMPLES: readonly Example[] = [
  [
    'aws_lambda_function.api',
    {
      function_name: 'api',
      memory_size: 512,
      tracing_config: [{ mode: 'Active' }],
      environment: [{ variables: { TABLE: 'users' } }],
      tags_all: { Environment: 'prod' },
    },
    'AWS::Lambda::Function',
    {
      FunctionName: 'api',
      MemorySize: 512,
      Timeout: '<absent = 3>',
      TracingConfig: { Mode: 'Active' },
      Environment: { Variables: { TABLE: 'users' } },
      Tags: [{ Key: 'Environment', Value: 'prod' }],
    },
  ],
  [
    'aws_dynamodb_table.users',
    { name: 'users', hash_key: 'id', range_key: 'at', point_in_time_recovery: [{ enabled: true }] },
    'AWS::DynamoDB::Table',
    {
      TableName: 'users',
      KeySchema: [
        { AttributeName: 'id', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    },
  ],
  [
    'aws_s3_bucket.old',
    { versioning: [{ enabled: true }], acl: 'public-read' },
    'AWS::S3::Bucket',
    { VersioningConfiguration: { Status: 'Enabled' }, AccessControl: 'PublicRead' },
  ],
  [
    'aws_apigatewayv2_api.http',
    { name: 'http', cors_configuration: [{ allow_origins: ['*'] }] },
    'AWS::ApiGatewayV2::Api',
    { Name: 'http', CorsConfiguration: { AllowOrigins: ['*'] } },
  ],
  [
    'aws_apigatewayv2_stage.default',
    { name: '$default', route_settings: [{ route_key: 'GET /', throttling_rate_limit: 5 }] },
    'AWS::ApiGatewayV2::Stage',
    { StageName: '$default', RouteSettings: { 'GET /': { ThrottlingRateLimit: 5 } } },
  ],
  [
    'aws_cloudfront_distribution.site',
    {
      default_cache_behavior: [{ viewer_protocol_policy: 'redirect-to-https' }],
      viewer_certificate: [{ cloudfront_default_certificate: true }],
    },
    'AWS::CloudFront::Distribution',
    {
      DistributionConfig: {
        DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https' },
        ViewerCertificate: { CloudFrontDefaultCertificate: true, MinimumProtocolVersion: '<absent = TLSv1>' },
      },
    },
  ],
  [
    'aws_cloudwatch_metric_alarm.errors',
    { metric_name: 'Errors', dimensions: { FunctionName: 'api' }, ok_actions: ['arn'] },
    'AWS::CloudWatch::Alarm',
    { MetricName: 'Errors', Dimensions: [{ Name: 'FunctionName', Value: 'api' }], OKActions: ['arn'] },
  ],
  [
    'aws_db_instance.main',
    { identifier: 'main', publicly_accessible: true },
    'AWS::RDS::DBInstance',
    {
      DBInstanceIdentifier: 'main',
      PubliclyAccessible: true,
      BackupRetentionPeriod: '<absent = 0>',
      StorageEncrypted: '<absent = false>',
    },
  ],
  [
    'aws_security_group.web',
    { name: 'web', ingress: [{ from_port: 22, to_port: 22, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] }] },
    'AWS::EC2::SecurityGroup',
    {
      GroupName: 'web',
      SecurityGroupIngress: [{ FromPort: 22, ToPort: 22, IpProtocol: 'tcp', CidrIp: ['0.0.0.0/0'] }],
      SecurityGroupEgress: '<absent = >',
    },
  ],
  [
    'aws_lb.web',
    { internal: false, access_logs: [{ bucket: 'logs', enabled: true }], enable_deletion_protection: true },
    'AWS::ElasticLoadBalancingV2::LoadBalancer',
    {
      Scheme: 'internet-facing',
      LoadBalancerAttributes: [
        { Key: 'deletion_protection.enabled', Value: true },
        { Key: 'access_logs.s3.bucket', Value: 'logs' },
        { Key: 'access_logs.s3.enabled', Value: true },
      ],
    },
  ],
  [
    'aws_ecs_task_definition.app',
    {
      container_definitions: JSON.stringify([
        {
          name: 'app',
          environment: [{ name: 'A', value: '1' }],
          logConfiguration: { options: { 'awslogs-group': 'g' } },
        },
      ]),
    },
    'AWS::ECS::TaskDefinition',
    {
      ContainerDefinitions: [
        {
          Name: 'app',
          Environment: [{ Name: 'A', Value: '1' }],
          LogConfiguration: { Options: { 'awslogs-group': 'g' } },
        },
      ],
    },
  ],
  [
    'aws_budgets_budget.monthly',
    { limit_amount: '50', notification: [{ threshold: 80, subscriber_email_addresses: ['a@example.com'] }] },
    'AWS::Budgets::Budget',
    {
      Budget: { BudgetLimit: { Amount: '50' } },
      NotificationsWithSubscribers: [
        {
          Notification: { Threshold: 80 },
          Subscribers: [{ SubscriptionType: 'EMAIL', Address: 'a@example.com' }],
        },
      ],
    },
  ],
  [
    'aws_wafv2_web_acl.main',
    {
      scope: 'REGIONAL',
      rule: [
        {
          name: 'rate',
          priority: 1,
          action: [{ block: [{}] }],
          statement: [{ rate_based_statement: [{ limit: 2000, aggregate_key_type: 'IP' }] }],
        },
      ],
    },
    'AWS::WAFv2::WebACL',
    {
      Rules: [
        {
          Name: 'rate',
          Priority: 1,
          Action: { Block: {} },
          Statement: { RateBasedStatement: { Limit: 2000, AggregateKeyType: 'IP' } },
        },
      ],
    },
  ],
  [
    'aws_sfn_state_machine.flow',
    { name: 'flow', logging_configuration: [{ level: 'ALL', log_destination: 'arn' }] },
    'AWS::StepFunctions::StateMachine',
    {
      LoggingConfiguration: {
        Level: 'ALL',
        Destinations: [{ CloudWatchLogsLogGroup: { LogGroupArn: 'arn' } }],
      },
    },
  ],
  [
    'aws_cloudwatch_log_group.api',
    { name: 'api', retention_in_days: 0 },
    'AWS::Logs::LogGroup',
    { LogGroupName: 'api' },
  ],
  [
    'aws_backup_plan.daily',
    { rule: [{ lifecycle: [{ delete_after: 30 }] }] },
    'AWS::Backup::BackupPlan',
    {
      BackupPlan: { BackupPlanRule: [{ Lifecycle: { DeleteAfterDays: 30 } }] },
    },
  ],
  [
    'aws_cloudtrail.main',
    { is_multi_region_trail: true },
    'AWS::CloudTrail::Trail',
    { IsMultiRegionTrail: true },
  ],
  ['aws_kms_key.main', { enable_key_rotation: true }, 'AWS::KMS::Key', { EnableKeyRotation: true }],
  [
    'aws_ssm_parameter.key',
    { name: '/a', tags: { a: 'b' } },
    'AWS::SSM::Parameter',
    { Name: '/a', Tags: { a: 'b' } },
  ],
  [
    'aws_route53_record.a',
    { alias: [{ name: 'x' }] },
    'AWS::Route53::RecordSet',
    { AliasTarget: { DNSName: 'x' } },
  ],
];

describe('each service', () => {
  it.each(EXAMPLES)('%s', (address, config, type, expected) => {
    const node = mapOne(address, config);
    expect(node.type).toBe(type);
    expect(node.sourceType).toBe(address.split('.')[0]);
    expect(properties(node)).toMatchObject(expected);
  });

  it('keeps what it does not know, and counts it', () => {
    const { resources, unmapped, unmappedArguments } = map([
      instance('aws_lambda_function.a', { brand_new: 1 }),
      instance('aws_brand_new.b', { colour: 'red' }),
    ]);
    expect(unmappedArguments.get('aws_lambda_function.brand_new')).toBe(1);
    expect(resources[0]!.meta!.members.has('arguments')).toBe(true);
    expect(unmapped.get('aws_brand_new')).toBe(1);
    expect(resources[1]).toMatchObject({ type: 'aws_brand_new' });
    expect(properties(resources[1])).toEqual({ colour: 'red' });
  });

  it('leaves unknowns, references and conditions in their place', () => {
    const create = atom('c', 'c');
    const node = mapOne('aws_lambda_function.a', {
      timeout: open('a value for var.timeout'),
      role: ref('aws_iam_role.a', 'arn'),
      tracing_config: choice(create, mapBlock({ mode: 'Active' }), known(null, here())),
      tags: open('a value for var.tags'),
    });
    expect(properties(node)).toMatchObject({
      Timeout: '<unknown: a value for var.timeout>',
      Role: '<aws_iam_role.a.arn>',
      TracingConfig: { either: { Mode: 'Active' }, or: '<absent>' },
      Tags: '<unknown: a value for var.tags>',
    });
  });

  it('knows the name of a setting whose value is unknown, and which others there are', () => {
    const node = mapOne('aws_lb.a', {
      name: 'a',
      enable_deletion_protection: open('a value for var.protect'),
      drop_invalid_header_fields: true,
    });
    const attributes = properties(node)['LoadBalancerAttributes'];
    expect(attributes).toContainEqual({
      Key: 'deletion_protection.enabled',
      Value: '<unknown: a value for var.protect>',
    });
    expect(attributes).toContainEqual({
      Key: 'routing.http.drop_invalid_header_fields.enabled',
      Value: true,
    });
  });

  it('does not say that there is a sort key where it may be none', () => {
    const node = mapOne('aws_dynamodb_table.a', { hash_key: 'id', range_key: open('a value for var.range') });
    expect(properties(node)['KeySchema']).not.toContainEqual(expect.objectContaining({ KeyType: 'RANGE' }));
  });

  it('says one rule as ingress or egress, or as both where that is open', () => {
    const rule = (type: Plain) =>
      map([instance('aws_security_group_rule.r', { type, cidr_blocks: ['0.0.0.0/0'] })]).resources;
    expect(rule('ingress').map((r) => r.type)).toEqual(['AWS::EC2::SecurityGroupIngress']);
    expect(rule('egress').map((r) => r.type)).toEqual(['AWS::EC2::SecurityGroupEgress']);
    expect(rule(open()).map((r) => [r.type, r.exists.op])).toEqual([
      ['AWS::EC2::SecurityGroupIngress', 'atom'],
      ['AWS::EC2::SecurityGroupEgress', 'atom'],
    ]);
  });

  it('says an inline policy and inline routes as resources of their own', () => {
    const queue = map([instance('aws_sqs_queue.q', { policy: '{"Statement":[]}' })]).resources;
    expect(queue.map((r) => r.type)).toEqual(['AWS::SQS::Queue', 'AWS::SQS::QueuePolicy']);
    expect(properties(queue[1])).toEqual({
      Queues: ['<aws_sqs_queue.q.url>'],
      PolicyDocument: { Statement: [] },
    });
    const table = map([
      instance('aws_route_table.t', { route: [{ cidr_block: '0.0.0.0/0', gateway_id: 'igw-1' }] }),
    ]).resources;
    expect(properties(table[1])).toEqual({
      DestinationCidrBlock: '0.0.0.0/0',
      GatewayId: 'igw-1',
      RouteTableId: '<aws_route_table.t.id>',
    });
  });
});

function mapBlock(members: { readonly [name: string]: string }) {
  const origin = here();
  const block = objectOf(
    new Map(Object.entries(members).map(([name, text]) => [name, known(text, origin)])),
    origin,
  );
  return { kind: 'list', items: [block], origin } as const;
}

describe('a policy text', () => {
  const policyOf = (policy: Plain) =>
    properties(mapOne('aws_iam_policy.p', { name: 'p', policy }))['PolicyDocument'];
  const composed = (...parts: readonly Plain[]): Plain => {
    const origin = here();
    return {
      kind: 'composed',
      parts: parts.map((part) => (typeof part === 'string' ? known(part, origin) : part)),
      origin,
    } as Plain;
  };

  it('is read as its structure', () => {
    expect(policyOf('{"Statement":[{"Action":"*"}]}')).toEqual({ Statement: [{ Action: '*' }] });
  });

  it('gets its gaps back inside the strings and as whole values', () => {
    expect(
      policyOf(composed('{"Resource":"', ref('aws_s3_bucket.b', 'arn'), '/*","Action":', open(), '}')),
    ).toEqual({ Resource: '<aws_s3_bucket.b.arn>/*', Action: '<unknown: a value for var.x>' });
  });

  it('is unknown where it is no JSON', () => {
    expect(policyOf('{')).toMatch(/^<unknown: a text that is valid JSON>/);
    expect(policyOf(open('a value for var.policy'))).toBe('<unknown: a value for var.policy>');
  });
});

describe('attachments', () => {
  it('add their policy to the role', () => {
    const { resources } = map([
      instance('aws_iam_role.r', { name: 'r' }),
      instance('aws_iam_role_policy_attachment.a', { role: ref('aws_iam_role.r'), policy_arn: 'arn:a' }),
      instance('aws_iam_policy_attachment.b', { roles: ['r'], policy_arn: 'arn:b' }, atom('b', 'b')),
    ]);
    expect(resources).toHaveLength(1);
    expect(properties(resources[0])['ManagedPolicyArns']).toEqual([
      'arn:a',
      { either: 'arn:b', or: '<absent>' },
    ]);
  });

  it('leave the list open where one of them may be for this role', () => {
    const { resources } = map([
      instance('aws_iam_role.r', { name: 'r' }),
      instance('aws_iam_role_policy_attachment.a', {
        role: open('a value for var.role'),
        policy_arn: 'arn:a',
      }),
    ]);
    expect(properties(resources[0])['ManagedPolicyArns']).toEqual(['<unknown: a value for var.role>']);
  });
});
