/**
 * Which properties of a function the library writes only where its props ask for them:
 * `node scripts/oracles/cdk-source/left-out.ts <folder with node_modules/aws-cdk-lib>…`, one folder for each version.
 *
 * For every prop that a version declares, a function with it is synthesized, and with all feature flags and with none, and without
 * flags one with each pair of props. What the prop alone adds is written by it; a pair that writes more than its two props ends the run.
 * Keeps the outcome as `packages/engine/test/oracles/cdk-source/left-out.versions.json` and as the table that the engine reads.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const ORACLE = join(top, 'packages/engine/test/oracles/cdk-source/left-out.versions.json');
const TABLE = join(top, 'packages/engine/src/collect/cdk/source/constructs/left-out.generated.ts');

/** What no method of a function and no other construct writes: only its props do. Its code is an archive here. */
const ASKED = [
  'Code.ImageUri',
  'DeadLetterConfig',
  'FileSystemConfigs',
  'KmsKeyArn',
  'LoggingConfig.LogFormat',
  'MemorySize',
  'ReservedConcurrentExecutions',
  'Timeout',
  'TracingConfig',
  'VpcConfig',
];
const CLASSES = ['aws-lambda.Function', 'aws-lambda-nodejs.NodejsFunction'] as const;
type ClassName = (typeof CLASSES)[number];

// The library is loaded by version, so it has no types here.
// biome-ignore lint/suspicious/noExplicitAny: see above
type Library = any;
type Props = Readonly<Record<string, unknown>>;

interface Around {
  readonly cdk: Library;
  readonly stack: Library;
  readonly folder: string;
  readonly withFlags: boolean;
}

/** A value for each prop, with what it needs beside it. */
function propsOf({ cdk, stack }: Around): Readonly<Record<string, () => Props>> {
  const { aws_lambda: lambda, aws_ec2: ec2, aws_logs: logs, aws_iam: iam, aws_kms: kms, aws_efs: efs } = cdk;
  const { aws_sqs: sqs, aws_sns: sns, aws_signer: signer, aws_codeguruprofiler: profiler } = cdk;
  const { aws_lambda_destinations: destinations, aws_lambda_event_sources: sources } = cdk;
  const once = <T>(make: () => T) => {
    let made: T | undefined;
    return () => (made ??= make());
  };
  const vpc = once(() => new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 }));
  const queue = once(() => new sqs.Queue(stack, 'Queue'));
  const role = once(
    () => new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com') }),
  );
  const point = once(() => new efs.FileSystem(stack, 'Files', { vpc: vpc() }).addAccessPoint('Point'));
  const group = once(() => new logs.LogGroup(stack, 'Logs'));
  const layer = once(() =>
    lambda.LayerVersion.fromLayerVersionArn(
      stack,
      'Layer',
      'arn:aws:lambda:eu-west-1:111111111111:layer:l:1',
    ),
  );
  const week = logs.RetentionDays.ONE_WEEK;
  const java = { runtime: lambda.Runtime.JAVA_11 };
  const signing = () =>
    new lambda.CodeSigningConfig(stack, 'Signing', {
      signingProfiles: [
        new signer.SigningProfile(stack, 'Profile', { platform: signer.Platform.AWS_LAMBDA_SHA384_ECDSA }),
      ],
    });
  return {
    description: () => ({ description: 'd' }),
    timeout: () => ({ timeout: cdk.Duration.seconds(30) }),
    environment: () => ({ environment: { A: 'b' } }),
    functionName: () => ({ functionName: `f-${names++}` }),
    memorySize: () => ({ memorySize: 512 }),
    ephemeralStorageSize: () => ({ ephemeralStorageSize: cdk.Size.mebibytes(600) }),
    initialPolicy: () => ({
      initialPolicy: [new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['*'] })],
    }),
    role: () => ({ role: role() }),
    vpc: () => ({ vpc: vpc() }),
    ipv6AllowedForDualStack: () => ({ ipv6AllowedForDualStack: true, vpc: vpc() }),
    vpcSubnets: () => ({ vpcSubnets: { subnets: vpc().privateSubnets }, vpc: vpc() }),
    securityGroups: () => ({ securityGroups: [sg(ec2, stack, vpc())], vpc: vpc() }),
    allowAllOutbound: () => ({ allowAllOutbound: false, vpc: vpc() }),
    allowAllIpv6Outbound: () => ({ allowAllIpv6Outbound: true, vpc: vpc() }),
    allowPublicSubnet: () => ({ allowPublicSubnet: true, vpc: vpc() }),
    deadLetterQueueEnabled: () => ({ deadLetterQueueEnabled: true }),
    deadLetterQueue: () => ({ deadLetterQueue: queue() }),
    deadLetterTopic: () => ({ deadLetterTopic: new sns.Topic(stack, `Topic${names++}`) }),
    tracing: () => ({ tracing: lambda.Tracing.ACTIVE }),
    snapStart: () => ({ snapStart: lambda.SnapStartConf.ON_PUBLISHED_VERSIONS, ...java }),
    profiling: () => ({ profiling: true, ...java }),
    profilingGroup: () => ({
      profilingGroup: new profiler.ProfilingGroup(stack, `Group${names++}`),
      ...java,
    }),
    insightsVersion: () => ({ insightsVersion: lambda.LambdaInsightsVersion.VERSION_1_0_119_0 }),
    adotInstrumentation: () => ({
      adotInstrumentation: {
        layerVersion: lambda.AdotLayerVersion.fromJavaScriptSdkLayerVersion(
          lambda.AdotLambdaLayerJavaScriptSdkVersion.LATEST,
        ),
        execWrapper: lambda.AdotLambdaExecWrapper.REGULAR_HANDLER,
      },
    }),
    paramsAndSecrets: () => ({
      paramsAndSecrets: lambda.ParamsAndSecretsLayerVersion.fromVersion(
        lambda.ParamsAndSecretsVersions.V1_0_103,
        {},
      ),
    }),
    layers: () => ({ layers: [layer()] }),
    reservedConcurrentExecutions: () => ({ reservedConcurrentExecutions: 2 }),
    events: () => ({ events: [new sources.SqsEventSource(queue())] }),
    logRetention: () => ({ logRetention: week }),
    logRemovalPolicy: () => ({ logRemovalPolicy: cdk.RemovalPolicy.DESTROY, logRetention: week }),
    logRetentionRole: () => ({ logRetentionRole: role(), logRetention: week }),
    logRetentionRetryOptions: () => ({ logRetentionRetryOptions: { maxRetries: 2 }, logRetention: week }),
    currentVersionOptions: () => ({
      currentVersionOptions: { description: 'v', provisionedConcurrentExecutions: 1 },
    }),
    filesystem: () => ({ filesystem: lambda.FileSystem.fromEfsAccessPoint(point(), '/mnt/a'), vpc: vpc() }),
    environmentEncryption: () => ({ environmentEncryption: new kms.Key(stack, `Key${names++}`) }),
    codeSigningConfig: once(() => ({ codeSigningConfig: signing() })),
    architecture: () => ({ architecture: lambda.Architecture.ARM_64 }),
    runtimeManagementMode: () => ({ runtimeManagementMode: lambda.RuntimeManagementMode.FUNCTION_UPDATE }),
    tenancyConfig: () => ({ tenancyConfig: lambda.TenancyConfig.PER_TENANT }),
    durableConfig: () => ({
      durableConfig: { executionTimeout: cdk.Duration.hours(1) },
      runtime: lambda.Runtime.NODEJS_24_X,
    }),
    logGroup: () => ({ logGroup: group() }),
    logFormat: () => ({ logFormat: 'JSON' }),
    loggingFormat: () => ({ loggingFormat: lambda.LoggingFormat.JSON }),
    recursiveLoop: () => ({ recursiveLoop: lambda.RecursiveLoop.ALLOW }),
    applicationLogLevel: () => ({ applicationLogLevel: 'INFO', logFormat: 'JSON' }),
    applicationLogLevelV2: () => ({
      applicationLogLevelV2: lambda.ApplicationLogLevel.INFO,
      loggingFormat: lambda.LoggingFormat.JSON,
    }),
    systemLogLevel: () => ({ systemLogLevel: 'INFO', logFormat: 'JSON' }),
    systemLogLevelV2: () => ({
      systemLogLevelV2: lambda.SystemLogLevel.INFO,
      loggingFormat: lambda.LoggingFormat.JSON,
    }),
    onFailure: () => ({ onFailure: new destinations.SqsDestination(queue()) }),
    onSuccess: () => ({ onSuccess: new destinations.SqsDestination(queue()) }),
    maxEventAge: () => ({ maxEventAge: cdk.Duration.minutes(5) }),
    retryAttempts: () => ({ retryAttempts: 1 }),
  };
}

let names = 0;

function sg(ec2: Library, stack: Library, vpc: Library): unknown {
  return new ec2.SecurityGroup(stack, `Sg${names++}`, { vpc });
}

/** Of the class alone: what is told about its code. */
const OF_CODE: Readonly<Record<ClassName, readonly string[]>> = {
  'aws-lambda.Function': ['runtime', 'code', 'handler'],
  'aws-lambda-nodejs.NodejsFunction': [
    'entry',
    'handler',
    'runtime',
    'awsSdkConnectionReuse',
    'depsLockFilePath',
    'bundling',
    'projectRoot',
    'code',
  ],
};

function codeOf(of: ClassName, { cdk, folder }: Around): Props {
  const { aws_lambda: lambda } = cdk;
  const handler = { handler: 'index.handler', runtime: lambda.Runtime.NODEJS_18_X };
  return of === 'aws-lambda.Function'
    ? { ...handler, code: lambda.Code.fromAsset(folder) }
    : {
        entry: join(folder, 'index.js'),
        depsLockFilePath: join(folder, 'package-lock.json'),
        projectRoot: folder,
      };
}

/** Props that a version declares for a class, by its own types. */
function declared(library: string, of: ClassName): readonly string[] {
  const textOf = (file: string) => readFileSync(join(library, file), 'utf8');
  const inside = (text: string, name: string) => {
    const body = new RegExp(`^export interface ${name} [^]*?^}`, 'm').exec(text)?.[0];
    if (body === undefined) throw new Error(`no interface ${name}`);
    return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, prop = '']) => prop);
  };
  const fn = textOf('aws-lambda/lib/function.d.ts');
  const shared = [
    ...inside(fn, 'FunctionOptions'),
    ...inside(textOf('aws-lambda/lib/event-invoke-config.d.ts'), 'EventInvokeConfigOptions'),
  ];
  return of === 'aws-lambda.Function'
    ? [...shared, ...inside(fn, 'FunctionProps')]
    : [...shared, ...inside(textOf('aws-lambda-nodejs/lib/function.d.ts'), 'NodejsFunctionProps')];
}

/** For each class and prop the properties that it writes, by one version with all flags or with none. */
function writtenBy(
  library: string,
  withFlags: boolean,
): Readonly<Record<string, Record<string, readonly string[]>>> {
  const require = createRequire(join(library, 'package.json'));
  const cdk = require('aws-cdk-lib') as Library;
  const all = require('aws-cdk-lib/cx-api') as Record<string, unknown>;
  // Those that end a synthesis write nothing.
  const gone = all['CURRENT_VERSION_EXPIRED_FLAGS'] as readonly unknown[];
  const flags = Object.values(all).filter(
    (name): name is string =>
      typeof name === 'string' &&
      name.startsWith('@aws-cdk/') &&
      !gone.includes(name) &&
      !/validat/i.test(name),
  );
  const out = mkdtempSync(join(tmpdir(), 'cdk-left-out-'));
  const folder = join(out, 'code');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.js'), 'exports.handler = async () => {};\n');
  writeFileSync(join(folder, 'package-lock.json'), '{}\n');
  try {
    return Object.fromEntries(
      CLASSES.map((of) => {
        const app = new cdk.App({
          outdir: join(out, of),
          context: {
            ...Object.fromEntries(withFlags ? flags.map((flag) => [flag, true]) : []),
            'aws:cdk:enable-path-metadata': true,
            'aws:cdk:bundling-stacks': [],
            '@aws-cdk/core:stackResourceLimit': 0,
          },
        });
        const stack = new cdk.Stack(app, 'S', { env: { account: '111111111111', region: 'eu-west-1' } });
        const asked = make(of, { cdk, stack, folder, withFlags }, declared(library, of));
        const template = app.synth().getStackByName('S').template as { Resources: Record<string, Made> };
        return [of, judged(of, template.Resources, asked)];
      }),
    );
  } finally {
    rmSync(out, { recursive: true });
  }
}

interface Made {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** Makes a function without props, with each of them and with each two; ids are their names. */
function make(of: ClassName, around: Around, props: readonly string[]): readonly string[] {
  const { withFlags } = around;
  const [module = '', name = ''] = of.split('.');
  const Class = around.cdk[module.replaceAll('-', '_')][name];
  const values = propsOf(around);
  const own = props.filter((prop) => !OF_CODE[of].includes(prop));
  const unknown = own.filter((prop) => values[prop] === undefined);
  if (unknown.length > 0) throw new Error(`${of}: no value for ${unknown.join(', ')}`);
  const base = codeOf(of, around);
  const one = (id: string, given: Props) => new Class(around.stack, id, { ...base, ...given });
  const isNode = of !== 'aws-lambda.Function';
  one('none', {});
  // Flags exclude some as well.
  const taken = own.filter((prop) =>
    isTaken(() => one(prop, isNode ? forNode(values[prop]!()) : values[prop]!())),
  );
  if (isNode || withFlags) return taken;
  const refused = own.filter((prop) => !taken.includes(prop));
  if (refused.length > 0) throw new Error(`${of} does not take ${refused.join(', ')}`);
  for (const [i, a] of own.entries()) {
    for (const b of own.slice(i + 1)) {
      const id = `${a}+${b}`;
      // Some exclude each other.
      if (!isTaken(() => one(id, { ...values[a]!(), ...values[b]!() }))) around.stack.node.tryRemoveChild(id);
    }
  }
  return own;
}

/** Without a runtime of another language. */
function forNode({ runtime, ...given }: Props): Props {
  return /^nodejs/.test(String((runtime as { name?: string } | undefined)?.name))
    ? { ...given, runtime }
    : given;
}

function isTaken(make: () => void): boolean {
  try {
    make();
    return true;
  } catch {
    return false;
  }
}

function judged(of: ClassName, resources: Readonly<Record<string, Made>>, props: readonly string[]) {
  const written = new Map<string, readonly string[]>();
  for (const { Type, Properties, Metadata } of Object.values(resources)) {
    const id = /^S\/([\w+]+)\/Resource$/.exec(String(Metadata?.['aws:cdk:path']))?.[1];
    if (Type === 'AWS::Lambda::Function' && id !== undefined)
      written.set(
        id,
        ASKED.filter((path) => isIn(path, Properties)),
      );
  }
  const alone = written.get('none');
  if (alone === undefined || alone.length > 0) throw new Error(`${of} writes ${alone?.join(', ')} by itself`);
  for (const [id, paths] of written) {
    const parts = id.split('+');
    if (parts.length < 2) continue;
    const more = paths.filter((path) => !parts.some((part) => written.get(part)?.includes(path)));
    if (more.length > 0) throw new Error(`${of}: ${id} together write ${more.join(', ')}`);
  }
  console.log(`${of}: ${props.length} props, ${written.size} functions`);
  return Object.fromEntries(props.map((prop) => [prop, written.get(prop) ?? []]));
}

function isIn(path: string, properties: unknown): boolean {
  const [first = '', ...rest] = path.split('.');
  const value = (properties as Record<string, unknown> | undefined)?.[first];
  return value !== undefined && (rest.length === 0 || isIn(rest.join('.'), value));
}

const folders = process.argv.slice(2).map((folder) => join(resolve(folder), 'node_modules/aws-cdk-lib'));
if (folders.length < 2) throw new Error('give a folder for each of several versions');
const versions = folders.map((library) => {
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8')) as { version: string };
  console.log(version);
  return [version, { without: writtenBy(library, false), with: writtenBy(library, true) }] as const;
});
writeFileSync(ORACLE, `${JSON.stringify(Object.fromEntries(versions), null, 1)}\n`);

const rows = CLASSES.map((of) => {
  const all = versions.flatMap(([, runs]) => [runs.without[of]!, runs.with[of]!]);
  const props = [...new Set(all.flatMap((run) => Object.keys(run)))].sort();
  const writers = ASKED.map((path) => {
    const by = props.filter((prop) => all.some((run) => run[prop]?.includes(path)));
    return `      '${path}': ${JSON.stringify(by).replaceAll('"', "'")},`;
  });
  const known = [...props, ...OF_CODE[of]].sort();
  return `  '${of}': {\n    known: ${JSON.stringify([...new Set(known)]).replaceAll('"', "'")},\n    writtenBy: {\n${writers.join('\n')}\n    },\n  },`;
});
writeFileSync(
  TABLE,
  `/**
 * Made by \`scripts/oracles/cdk-source/left-out.ts\` from what aws-cdk-lib ${versions.map(([version]) => version).join(', ')} synthesize:
 * properties that a class writes only with one of some props, whatever the feature flags, and the props that it was asked with.
 */
export const WRITTEN_BY: Readonly<
  Record<
    string,
    { readonly known: readonly string[]; readonly writtenBy: Readonly<Record<string, readonly string[]>> }
  >
> = {
${rows.join('\n')}
};
`,
);
