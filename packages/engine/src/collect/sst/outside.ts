import type { Location } from '../../model/origin.ts';
import { isHarmless as isHarmlessToConstructs } from '../cdk/source/evaluate/globals.ts';
import type { Run } from '../cdk/source/evaluate/run.ts';
import { JOIN_ROWS, TYPE_ROWS } from '../terraform/mapping/map.ts';
import { possibleTypes } from '../terraform/mapping/possible-types.ts';
import type { Application } from './application.ts';

/** What runs code, and what leads callers to it. */
const CODE_AND_ROUTES: readonly string[] = [
  'AWS::Amplify::App',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::AppRunner::Service',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::JobDefinition',
  'AWS::EC2::Instance',
  'AWS::ECS::Service',
  'AWS::ECS::TaskDefinition',
  'AWS::EKS::Cluster',
  'AWS::ElasticBeanstalk::Environment',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::ListenerRule',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Glue::Job',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Function',
  'AWS::Lambda::Url',
];

/** Services of AWS whose resources neither run code nor lead callers to it, as the provider of Pulumi calls them. */
const OTHER_SERVICES =
  /^(?:accessanalyzer|acm|backup|budgets|cloudtrail|cloudwatch|cognito|cost\w*|dynamodb|ebs|ecr|efs|elasticache|guardduty|iam|inspector\w*|iot|kinesis|kms|opensearch|organizations|rds|resourcegroups|route53|s3|scheduler|secretsmanager|servicediscovery|ses|sesv2|sns|sqs|ssm|wafv2)$/;

/** A resource that the application makes of a provider itself. */
export function ofProvider(names: readonly string[], at: Location, application: Application): void {
  const [provider = '', service = '', name = ''] = names;
  if (/^(?:pulumi|random|tls|time|std)$/.test(provider) || service === 'Provider') return;
  if (provider === 'cloudflare' && /^(?:Dns|Zone|Record|Ruleset|PageRule)/.test(service)) return;
  const what = names.join('.');
  const types = provider === 'aws' ? terraformTypes(service, name) : [];
  if (types.length > 0) application.miss(what, at, possibleTypes(types));
  else {
    const isOther = provider === 'aws' && OTHER_SERVICES.test(service);
    application.miss(what, at, isOther ? { lacks: CODE_AND_ROUTES } : {});
  }
}

/** A construct of the CDK that stands beside those of SST. */
export function ofLibrary(names: readonly string[], at: Location, application: Application): void {
  const [, service = ''] =
    /aws[-_]([a-z0-9]+)(?:\.|$)/.exec(names.join('.').replace('aws-cdk-lib.', '')) ?? [];
  const isOther = OTHER_SERVICES.test(service) || /^(?:certificatemanager|events|logs)$/.test(service);
  application.miss(names.join('.'), at, isOther ? { lacks: CODE_AND_ROUTES } : {});
}

/** The provider of Pulumi is made of that of Terraform: `aws.ssm.Parameter` is `aws_ssm_parameter`. */
function terraformTypes(service: string, name: string): readonly string[] {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
  return [`aws_${service}_${words}`, `aws_${words}`].filter(
    (type) => TYPE_ROWS.has(type) || JOIN_ROWS.has(type),
  );
}

/** Packages that read and compute, and know nothing of SST. */
export function isHarmless(module: string): boolean {
  return (
    isHarmlessToConstructs(module) ||
    /^(?:node:|@types\/|@aws-sdk\/)|^(?:zod|dotenv|glob|fast-glob|uuid|nanoid|lodash|remeda|tiny-invariant)(?:\/|$)/.test(
      module,
    )
  );
}

/** What a program of JavaScript has by itself, and what values are asked for: none of it makes a component. */
const OF_LANGUAGE =
  /^(?:process\.|Buffer|URL|URLSearchParams|Intl|Set|Map|WeakMap|RegExp|BigInt|Reflect|Promise|Date|Math|JSON|Object|Array|String|Number|Boolean|Symbol|Error|structuredClone|fetch|setTimeout|encodeURIComponent|decodeURIComponent|atob|btoa|parse(?:Int|Float)|is(?:NaN|Finite)|Text(?:En|De)coder)\b/;
const METHOD_OF_VALUES =
  /(?:^|\.)(?:at|concat|entries|every|filter|find|flat|flatMap|forEach|includes|indexOf|join|keys|length|map|match|padStart|push|reduce|replace|replaceAll|slice|some|sort|split|startsWith|endsWith|substring|test|toLowerCase|toString|toUpperCase|trim|values)$/;

/** Whether what is called is the language's own, or a method of texts and lists. */
export function isOfLanguage(callee: Run): boolean {
  if (callee.kind === 'scalar' || callee.kind === 'object' || callee.kind === 'list') return true;
  if (callee.kind !== 'unknown') return callee.kind !== 'instance';
  return callee.data === true || OF_LANGUAGE.test(callee.text) || METHOD_OF_VALUES.test(callee.text);
}
