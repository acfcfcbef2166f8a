import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import type { Assessment } from '../src/assess/assessment.ts';
import { assessRepository } from '../src/index.ts';
import { onlyLost } from './support/honesty.ts';
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
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return run.assessment;
}

/** An alias is named by its parameter where that has no value: `OrdersAlias${Alias}`. */
const named = (address: string) => address.replace(/\$\{Alias\}/g, 'live');

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
    onlyLost(await assessed(FILES), await assessed({ ...FILES, 'template.yaml': hidden }), name, named);
  });

  it.each(['api.yaml', 'inner.yaml'])(
    'has lost nothing but certainty when %s cannot be read',
    async (file) => {
      const after = await assessed({ ...FILES, [file]: { error: 'EACCES' } });
      onlyLost(await assessed(FILES), after, file, named);
      expect(after.coverage.notSeen.length).toBeGreaterThan(0);
    },
  );
});

/** What is named after a stage is named otherwise where the name of the stage is hidden. */
const staged = (address: string) =>
  address.replace(/^ApiStage$/, 'ApiliveStage').replace(/PermissionStage$/, 'Permissionlive');

describe('the application "orders" in SAM', async () => {
  const text = readFileSync(join(import.meta.dirname, 'parity/sam/template.yaml'), 'utf8');
  const before = await assessed({ 'template.yaml': text });
  const places = literalsOf(text);

  it('has values to hide', () => {
    expect(places.length).toBeGreaterThan(100);
    expect(before.outcomes.filter((o) => o.outcome === 'pass').length).toBeGreaterThan(20);
  });

  it.each(places)('has lost nothing but certainty when %s is a parameter without value', async (place) => {
    const after = await assessed({ 'template.yaml': hiding(text, place) });
    onlyLost(before, after, place, staged);
  });
});

/** Every literal below `Properties` and `Globals`, by its path: `Resources.Api.Properties.Name`. */
function literalsOf(template: string): readonly string[] {
  const found: string[] = [];
  visitLiterals(template, (path) => {
    found.push(path);
    return undefined;
  });
  return found;
}

function hiding(template: string, place: string): string {
  return visitLiterals(template, (path) => (path === place ? { Ref: 'Hidden' } : undefined));
}

function visitLiterals(template: string, replaced: (path: string) => object | undefined): string {
  const document = parseDocument(template, { logLevel: 'silent', keepSourceTokens: true });
  visit(document, {
    Scalar(key, node, ancestors) {
      if (key === 'key' || (node.tag ?? '').startsWith('!')) return;
      const path = [...ancestors, node].flatMap((at, i, all) => {
        const holder = all[i - 1];
        if (holder !== undefined && 'items' in (holder as object) && !isMap(holder))
          return [String((holder as { items: unknown[] }).items.indexOf(at))];
        return at !== null && typeof at === 'object' && 'key' in at && isScalar(at.key)
          ? [String(at.key.value)]
          : [];
      });
      if (!/^(?:Resources\.\w+\.Properties|Globals)\./.test(path.join('.'))) return;
      const other = replaced(path.join('.'));
      return other === undefined ? undefined : document.createNode(other);
    },
  });
  document.setIn(['Parameters', 'Hidden', 'Type'], 'String');
  return document.toString();
}
