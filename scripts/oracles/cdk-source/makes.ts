/**
 * Writes what resources can come of the classes of the construct library, read from its own code in several versions:
 * `node scripts/oracles/cdk-source/makes.ts`. Older versions are installed into a temporary folder.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packed } from '../../../packages/engine/src/collect/cdk/source/constructs/packed-table.ts';
import { compacted } from './makes/compact.ts';
import { LibraryGraph } from './makes/graph.ts';
import { readLibrary } from './makes/library.ts';
import { pruned } from './makes/prune.ts';

/** Versions before the one that is installed here; what stands between two of them does what one of them does. */
const OLDER = ['2.50.0', '2.100.0', '2.140.0', '2.180.0', '2.220.0'];

/** Modules that people use most; what is used of others is not in the table. */
const MODULES = [
  ...['', 'constructs', 'custom-resources', 'triggers', 'cx-api', 'region-info'],
  ...[
    'apigateway apigatewayv2 apigatewayv2-authorizers apigatewayv2-integrations applicationautoscaling appsync autoscaling backup',
    'budgets certificatemanager chatbot codebuild opensearchservice cloudfront cloudfront-origins cloudtrail cloudwatch cloudwatch-actions cognito',
    'cognito-identitypool dynamodb ec2 ecr ecr-assets ecs ecs-patterns efs elasticache elasticloadbalancingv2',
    'elasticloadbalancingv2-targets events events-targets iam kinesis kinesisfirehose kms lambda lambda-destinations',
    'lambda-event-sources lambda-nodejs logs logs-destinations pipes rds route53 route53-targets s3 s3-assets s3-deployment',
    's3-notifications scheduler scheduler-targets secretsmanager ses sns sns-subscriptions sqs ssm stepfunctions',
    'stepfunctions-tasks wafv2',
  ].flatMap((line) => line.split(' ').map((name) => `aws-${name}`)),
];

/** Checks of properties, decorators, ways over lists, hooks of tests, calls of functions that run later, a type of parameters. */
const HARMLESS =
  /: (?:(?:validators|mappers|decorators)\[i\]|.*\[Symbol\.iterator\]|globalThis\[APP_INIT_HOOK_SYMBOL\]|awsService\[\w+\.action\]|`AWS::SSM::Parameter::Value<)/;

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = join(top, 'packages/engine/src/collect/cdk/source/constructs/makes.generated.ts');
const installed = dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'));

const graph = new LibraryGraph();
const versions: string[] = [];
for (const folder of [installed, ...OLDER.map(installedApart)]) {
  const code = await readLibrary(folder);
  versions.push(code.version);
  // What is computed was looked at, or the table may lack something.
  const computed = [...code.files].flatMap(([file, { computed: all }]) =>
    all.map((one) => `${file}: ${one}`),
  );
  const unknown = computed.filter((one) => !HARMLESS.test(one));
  if (unknown.length > 0) throw new Error(`${code.version} computes ${unknown.join(', ')}`);
  graph.add(code);
}
const whole = graph.whole();
const exported = new Map(
  [...whole.exported].filter(([name]) => MODULES.includes(name.slice(0, name.indexOf('.')))),
);
const table = compacted(pruned({ ...whole, exported }));

writeFileSync(
  target,
  `/** Made by scripts/oracles/cdk-source/makes.ts from aws-cdk-lib ${versions.join(', ')}. */
export const OLDEST = '${OLDER[0]}';
export const NEWEST = '${versions[0]}';
export const MODULES: ReadonlySet<string> = new Set(${JSON.stringify(MODULES, null, 2)});
`,
);
// See `packed-table.ts`. A build packs it beside the bundle.
writeFileSync(target.replace(/\.ts$/, '.txt'), `${packed(table)}\n`);

function installedApart(version: string): string {
  const folder = join(tmpdir(), 'aws-cdk-lib', version);
  if (!existsSync(join(folder, 'node_modules/aws-cdk-lib'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{}');
    execFileSync(
      'npm',
      ['install', '--ignore-scripts', '--no-audit', '--no-fund', `aws-cdk-lib@${version}`, 'constructs@10'],
      {
        cwd: folder,
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
  }
  return join(folder, 'node_modules/aws-cdk-lib');
}
