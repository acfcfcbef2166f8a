/** Writes what the library itself says of its names: types of `Cfn…` classes, their irregular properties, and enumerations. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const top = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const target = join(top, 'packages/engine/src/collect/cdk/source/constructs');
const require = createRequire(import.meta.url);
const library = dirname(require.resolve('aws-cdk-lib/package.json'));
const { version } = require('aws-cdk-lib/package.json') as { version: string };

type Exports = Record<string, unknown>;

/** Enumerations and classes like them that the rows and people use; what a member stands for. */
const ENUMERATIONS: Readonly<Record<string, (value: unknown) => unknown>> = {
  'aws-lambda.Runtime': (value) => (value as { name?: unknown }).name,
  'aws-logs.RetentionDays': (value) => value,
  'aws-dynamodb.BillingMode': (value) => value,
  'aws-sns.SubscriptionProtocol': (value) => value,
  'aws-elasticloadbalancingv2.SslPolicy': (value) => value,
  'aws-elasticloadbalancingv2.ApplicationProtocol': (value) => value,
  'aws-apigateway.SecurityPolicy': (value) => value,
  'aws-cloudfront.ViewerProtocolPolicy': (value) => value,
  'aws-cloudfront.SecurityPolicyProtocol': (value) => value,
  'aws-cloudwatch.TreatMissingData': (value) => value,
};

/** Names whose meaning each version of the library decides for itself, and those that stand for not writing anything. */
const LEFT_OUT = /^(?:FROM_IMAGE|RECOMMENDED(?:_TLS)?|[A-Z]*_?LATEST)$/;

const namespaces: Record<string, string> = {};
const properties: Record<string, Record<string, string>> = {};
const members: Record<string, string | number> = {};

for (const module of readdirSync(library).filter((name) => /^(?:aws|alexa)-/.test(name))) {
  const exported = load(module);
  if (exported === undefined) continue;
  const types = Object.entries(exported).flatMap(([name, value]) => {
    const type = (value as { CFN_RESOURCE_TYPE_NAME?: unknown } | undefined)?.CFN_RESOURCE_TYPE_NAME;
    return /^Cfn/.test(name) && typeof type === 'string' && type.endsWith(`::${name.slice(3)}`) ? [type] : [];
  });
  const spaces = new Set(types.map((type) => type.split('::').slice(0, 2).join('::')));
  if (spaces.size === 1) for (const space of spaces) namespaces[module] = space;
  const irregular = irregularNames(module);
  if (Object.keys(irregular).length > 0 && namespaces[module] !== undefined) properties[module] = irregular;
}
for (const [path, read] of Object.entries(ENUMERATIONS)) {
  const [module = '', name = ''] = path.split('.');
  const all = load(module)?.[name] as Exports;
  for (const member of Object.getOwnPropertyNames(all).filter((key) => /^[A-Z][A-Z0-9_]*$/.test(key))) {
    const value = read(all[member]);
    if (LEFT_OUT.test(member)) continue;
    if (typeof value === 'string' || typeof value === 'number') members[`${path}.${member}`] = value;
  }
}

const head = `/** Made by scripts/oracles/cdk-source/names.ts from aws-cdk-lib ${version}. */\n`;
writeFileSync(
  join(target, 'names.generated.ts'),
  `${head}export const NAMESPACES: Readonly<Record<string, string>> = ${JSON.stringify(namespaces, null, 2)};\n
/** Properties whose names are no plain capitals of the library's; an empty one is named in more than one way. */
export const PROPERTY_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(properties, null, 2)};\n`,
);
writeFileSync(
  join(target, 'enums.generated.ts'),
  `${head}export const ENUMS: Readonly<Record<string, string | number>> = ${JSON.stringify(members, null, 2)};\n`,
);

function load(module: string): Exports | undefined {
  try {
    return require(`aws-cdk-lib/${module}`) as Exports;
  } catch {
    return undefined;
  }
}

/** The library's generated code names each property twice: `SSEEnabled: f(properties.sseEnabled)`. */
function irregularNames(module: string): Record<string, string> {
  const folder = join(library, module, 'lib');
  const found = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter((name) => /^[\w-]+\.generated\.js$/.test(name))) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const match of text.matchAll(/["']?([A-Z]\w*)["']?:[^:{},]*?\([^:{}]*?properties\.(\w+)\)/g)) {
      const [, name = '', property = ''] = match;
      const names = found.get(property) ?? new Set();
      found.set(property, names.add(name));
    }
  }
  const irregular: Record<string, string> = {};
  for (const [property, names] of found) {
    const regular = property.charAt(0).toUpperCase() + property.slice(1);
    if (names.size === 1 && names.has(regular)) continue;
    irregular[property] = names.size === 1 ? ([...names][0] ?? '') : '';
  }
  return irregular;
}
