/** What a plugin may add to what a service defines, where its documentation says that it is no more. */
export interface Plugin {
  readonly does: string;
  /** The only types of resources that it adds. */
  readonly adds?: readonly string[];
  /** Functions that answer requests are among them. */
  readonly addsRoutes?: true;
  /** It sets variables of functions. */
  readonly setsVariables?: true;
  /** It sets whether functions are traced, and reads that in a form of its own. */
  readonly setsTracing?: true;
}

const DOMAIN = [
  'AWS::ApiGateway::BasePathMapping',
  'AWS::ApiGateway::DomainName',
  'AWS::ApiGatewayV2::ApiMapping',
  'AWS::ApiGatewayV2::DomainName',
  'AWS::Route53::RecordSet',
  'AWS::Route53::RecordSetGroup',
];

/** What the framework makes of a function that answers `http` or `httpApi`. */
const ROUTES = [
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Route',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
];

/**
 * Plugins that add no function, layer, wrapper, form of log lines, authorizer, event or host, but for what a row says. Source: the
 * README of each package in the npm registry, and its code where that says too little, as of 2026-11.
 */
const KNOWN: Readonly<Record<string, Plugin>> = {
  'serverless-api-gateway-throttling': { does: 'sets how many requests stages take' },
  'serverless-apigateway-plugin': {
    does: 'sets answers of the API to what it refuses',
    adds: ['AWS::ApiGateway::GatewayResponse'],
  },
  'serverless-apigw-binary': { does: 'sets types of binary answers of the API' },
  'serverless-associate-waf': {
    does: 'puts a firewall before the API',
    adds: ['AWS::WAFRegional::WebACLAssociation', 'AWS::WAFv2::WebACLAssociation'],
  },
  'serverless-auto-swagger': {
    does: 'answers with an API document, through functions of its own',
    adds: ROUTES,
    addsRoutes: true,
  },
  'serverless-better-credentials': { does: 'looks for credentials' },
  'serverless-bundle': { does: 'packages with webpack' },
  'serverless-cloudformation-resource-counter': { does: 'counts resources' },
  'serverless-cloudside-plugin': { does: 'puts in names of what is deployed on the machine of a developer' },
  'serverless-deployment-bucket': { does: 'makes the bucket of deployments' },
  'serverless-domain-manager': { does: 'makes a domain and maps the API to it', adds: DOMAIN },
  'serverless-dotenv-plugin': { does: 'reads variables from .env files', setsVariables: true },
  'serverless-dynamodb': { does: 'runs DynamoDB on the machine of a developer' },
  'serverless-dynamodb-local': { does: 'runs DynamoDB on the machine of a developer' },
  'serverless-esbuild': { does: 'packages with esbuild' },
  'serverless-export-env': { does: 'writes the variables of functions to a file' },
  'serverless-hooks': { does: 'runs scripts around the commands of the framework' },
  'serverless-iam-roles-per-function': { does: 'gives each function a role of its own' },
  'serverless-jest-plugin': { does: 'runs tests' },
  'serverless-jetpack': { does: 'packages faster' },
  'serverless-localstack': { does: 'sends calls to LocalStack' },
  'serverless-mocha-plugin': { does: 'runs tests' },
  'serverless-offline': { does: 'runs functions on the machine of a developer' },
  'serverless-offline-aws-eventbridge': { does: 'runs EventBridge on the machine of a developer' },
  'serverless-offline-dynamodb-streams': { does: 'runs streams on the machine of a developer' },
  'serverless-offline-kinesis': { does: 'runs streams on the machine of a developer' },
  'serverless-offline-lambda': { does: 'runs functions on the machine of a developer' },
  'serverless-offline-s3': { does: 'runs S3 on the machine of a developer' },
  'serverless-offline-scheduler': { does: 'runs schedules on the machine of a developer' },
  'serverless-offline-sns': { does: 'runs SNS on the machine of a developer' },
  'serverless-offline-sqs': { does: 'runs SQS on the machine of a developer' },
  'serverless-openapi-documentation': { does: 'writes an OpenAPI document' },
  'serverless-plugin-common-excludes': { does: 'leaves files out of packages' },
  'serverless-plugin-git-variables': { does: 'takes from Git', setsVariables: true },
  'serverless-plugin-iam-checker': { does: 'checks statements of roles' },
  'serverless-plugin-include-dependencies': { does: 'packages what is imported' },
  'serverless-plugin-log-retention': { does: 'sets how long logs are kept' },
  'serverless-plugin-monorepo': { does: 'links what is imported from other folders' },
  'serverless-plugin-offline-dynamodb-stream': { does: 'runs streams on the machine of a developer' },
  'serverless-plugin-optimize': { does: 'packages with Browserify' },
  'serverless-plugin-resource-tagging': { does: 'tags what the stack has' },
  'serverless-plugin-scripts': { does: 'runs scripts around the commands of the framework' },
  'serverless-plugin-split-stacks': { does: 'divides the stack', adds: ['AWS::CloudFormation::Stack'] },
  'serverless-plugin-test-helper': { does: 'helps tests of what is deployed' },
  'serverless-plugin-tracing': { does: 'sets whether functions are traced', setsTracing: true },
  'serverless-plugin-typescript': { does: 'compiles TypeScript' },
  'serverless-prune-plugin': { does: 'deletes old versions' },
  'serverless-pseudo-parameters': { does: 'puts in the account and the region' },
  'serverless-python-requirements': { does: 'packages requirements of Python' },
  'serverless-s3-local': { does: 'runs S3 on the machine of a developer' },
  'serverless-s3-sync': { does: 'copies files to buckets' },
  'serverless-stack-output': { does: 'writes the outputs of the stack to a file' },
  'serverless-stack-termination-protection': { does: 'protects the stack from deletion' },
  'serverless-tag-api-gateway': { does: 'tags the API' },
  'serverless-webpack': { does: 'packages with webpack' },
  'serverless-webpack-prisma': { does: 'packages the client of Prisma' },
};

/** What a plugin may add; nothing where it may be anything. */
export function knownPlugin(name: string): Plugin | undefined {
  return Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
}
