import { describe, expect, it } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { assessRepository } from '../src/index.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

/*
 * The law of honesty for templates of SAM: one loses the value of a parameter, or a file that it includes, and nothing
 * becomes a pass, no gap becomes anything but unknown, neither the verdict nor the lower bound of the score improves.
 */
const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: prod }
  Alias: { Type: String, Default: live }
  Careful: { Type: String, Default: "true" }
  Rollout: { Type: String, Default: Canary10Percent5Minutes }
  Kind: { Type: String, Default: Api }
  Timer: { Type: String, Default: Schedule }
  Tracing: { Type: String, Default: Active }
  Untraced: { Type: String, Default: Disabled }
  Dead: { Type: String, Default: SQS }
  Failure: { Type: String, Default: SNS }
  Authorizer: { Type: String, Default: Users }
  Policy: { Type: String, Default: "arn:aws:iam::aws:policy/AdministratorAccess" }
  Plan: { Type: String, Default: PER_API }
  Endpoint: { Type: String, Default: REGIONAL }
  UrlAuth: { Type: String, Default: NONE }
  Memory: { Type: Number, Default: 256 }
  Origin: { Type: String, Default: "'*'" }
  Runtime: { Type: String, Default: nodejs16.x }
  Keeps: { Type: String, Default: "true" }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Globals:
  Function: { Handler: a.b, Runtime: !Ref Runtime, CodeUri: src/, MemorySize: !Ref Memory, Timeout: 10 }
Resources:
  Shop:
    Type: AWS::Serverless::Api
    Properties:
      StageName: !Ref Stage
      TracingEnabled: true
      Cors: !Ref Origin
      Auth:
        DefaultAuthorizer: !Ref Authorizer
        Authorizers: { Users: { UserPoolArn: !GetAtt Pool.Arn } }
        UsagePlan: { CreateUsagePlan: !Ref Plan, Throttle: { RateLimit: 5 } }
      Domain: { DomainName: shop.example.com, CertificateArn: !Ref Certificate, EndpointConfiguration: !Ref Endpoint, Route53: { HostedZoneId: Z1 } }
  Written:
    Type: AWS::Serverless::Api
    Properties: { StageName: v1, DefinitionBody: { Fn::Transform: { Name: AWS::Include, Parameters: { Location: api.yaml } } } }
  Stored:
    Type: AWS::Serverless::Api
    Properties: { StageName: v1, DefinitionUri: api.yaml }
  Certificate: { Type: AWS::CertificateManager::Certificate, Properties: { DomainName: shop.example.com } }
  Pool: { Type: AWS::Cognito::UserPool }
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      AutoPublishAlias: !Ref Alias
      DeploymentPreference: { Type: !Ref Rollout, Enabled: !Ref Careful, Alarms: [!Ref Errors] }
      Tracing: !Ref Tracing
      DeadLetterQueue: { Type: !Ref Dead, TargetArn: !GetAtt Queue.Arn }
      Policies: [!Ref Policy, DynamoDBReadPolicy: { TableName: !Ref Table }]
      Events:
        List: { Type: Api, Properties: { RestApiId: !Ref Shop, Path: /orders, Method: get } }
        Open: { Type: !Ref Kind, Properties: { Path: /open, Method: get } }
        Tick: { Type: !Ref Timer, Properties: { Schedule: rate(1 day) } }
  Worker:
    Type: AWS::Serverless::Function
    Condition: IsProd
    Properties:
      Tracing: !Ref Untraced
      EventInvokeConfig: { DestinationConfig: { OnFailure: { Type: !Ref Failure } } }
      FunctionUrlConfig: { AuthType: !Ref UrlAuth }
      Events:
        Jobs: { Type: SQS, Properties: { Queue: !GetAtt Queue.Arn, Enabled: !Ref Keeps } }
  Table:
    Type: AWS::Serverless::SimpleTable
    Properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Keeps } }
  Queue: { Type: AWS::SQS::Queue }
  Errors:
    Type: AWS::CloudWatch::Alarm
    Properties: { Namespace: AWS/Lambda, MetricName: Errors, Dimensions: [{ Name: FunctionName, Value: !Ref Orders }], Statistic: Sum, Period: 60, EvaluationPeriods: 1, Threshold: 0, ComparisonOperator: GreaterThanThreshold, AlarmActions: [!Ref Told] }
  Told: { Type: AWS::SNS::Topic }
  Inner:
    Type: AWS::Serverless::Application
    Properties: { Location: inner.yaml, Parameters: { Stage: !Ref Stage } }
`;

const FILES: Readonly<Record<string, MemoryFile>> = {
  'template.yaml': TEMPLATE,
  'api.yaml': 'openapi: 3.0.1\npaths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } }\n',
  'inner.yaml': `Transform: AWS::Serverless-2016-10-31
Parameters: { Stage: { Type: String, Default: dev } }
Resources:
  Inside: { Type: AWS::Serverless::SimpleTable, Properties: { TableName: !Ref Stage } }
`,
};

async function assessed(files: Readonly<Record<string, MemoryFile>>): Promise<Assessment> {
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem({ ...files }),
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

/** An alias is named by its parameter where that has no value: `OrdersAlias${Alias}`. */
const named = (address: string) => address.replace(/\$\{Alias\}/g, 'live');

const rows = (a: Assessment) =>
  new Map(a.outcomes.map((o) => [`${o.check} ${named(o.resource?.address ?? '')}`, o]));

function onlyLost(before: Assessment, after: Assessment, what: string): void {
  const was = rows(before);
  for (const [row, o] of rows(after)) {
    const old = was.get(row)?.outcome;
    if (o.outcome === 'pass') expect(old, `${what}: ${row} became a pass`).toBe('pass');
    if (o.outcome === 'fail' && old !== undefined) expect(old, `${what}: ${row} became a gap`).toBe('fail');
    if (old === 'fail') expect(['fail', 'unknown'], `${what}: ${row} was a gap`).toContain(o.outcome);
  }
  if (before.verdict.decision === 'NO-GO') expect(after.verdict.decision, what).toBe('NO-GO');
  expect(after.score.lower, `${what}: lower bound`).toBeLessThanOrEqual(before.score.lower + 1e-12);
}

describe('a template of SAM', () => {
  const parameters = [...TEMPLATE.matchAll(/^ {2}(\w+): \{ Type: \w+, Default: /gm)].map((m) => m[1]!);

  it('is seen as a whole before anything is hidden', async () => {
    const before = await assessed(FILES);
    expect(before.coverage.notSeen).toEqual([]);
    expect(parameters).toHaveLength(19);
  });

  it.each(parameters)('has lost nothing but certainty when %s has no value', async (name) => {
    const line = new RegExp(`^( {2}${name}: \\{ Type: \\w+), Default: .*\\}$`, 'm');
    const hidden = TEMPLATE.replace(line, '$1 }');
    expect(hidden).not.toBe(TEMPLATE);
    onlyLost(await assessed(FILES), await assessed({ ...FILES, 'template.yaml': hidden }), name);
  });

  it.each(['api.yaml', 'inner.yaml'])(
    'has lost nothing but certainty when %s cannot be read',
    async (file) => {
      const after = await assessed({ ...FILES, [file]: { error: 'EACCES' } });
      onlyLost(await assessed(FILES), after, file);
      expect(after.coverage.notSeen.length).toBeGreaterThan(0);
    },
  );
});
