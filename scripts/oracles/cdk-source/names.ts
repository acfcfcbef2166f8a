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
const ownNames: Record<string, Record<string, OwnNames>> = {};
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
  const own = ownNamesIn(module);
  if (Object.keys(own).length > 0 && namespaces[module] !== undefined) ownNames[module] = own;
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
export const PROPERTY_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = ${JSON.stringify(properties, null, 2)};\n
/** How the names inside of a property are given where they are not the library's own throughout. */
export type OwnNames = 'all' | 'outermost' | 'unless in a list' | 'not always';
/** Properties, by CloudFormation's name, inside of which names are the application's own. */
export const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, OwnNames>>>> = ${JSON.stringify(ownNames, null, 2)};\n`,
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

/** The text of the library's generated code of a module. */
function generatedCode(module: string): string {
  const folder = join(library, module, 'lib');
  const files = readdirSync(folder).filter((name) => /^[\w-]+\.generated\.js$/.test(name));
  return files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
}

/** Each property with how the generated code converts it: `SSEEnabled: f(properties.sseEnabled)`. */
function* conversions(module: string): Generator<{ name: string; converter: string; property: string }> {
  for (const match of generatedCode(module).matchAll(
    /["']?([A-Z]\w*)["']?:((?:(?!,["']?[A-Z]\w*["']?:)[^{}])*?)\(properties\.(\w+)\)/g,
  )) {
    const [, name = '', converter = '', property = ''] = match;
    yield { name, converter, property };
  }
}

/** The library's generated code names each property twice: `SSEEnabled: f(properties.sseEnabled)`. */
function irregularNames(module: string): Record<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { name, property } of conversions(module)) {
    const names = found.get(property) ?? new Set();
    found.set(property, names.add(name));
  }
  const irregular: Record<string, string> = {};
  for (const [property, names] of found) {
    const regular = property.charAt(0).toUpperCase() + property.slice(1);
    if (names.size === 1 && names.has(regular)) continue;
    irregular[property] = names.size === 1 ? ([...names][0] ?? '') : '';
  }
  return irregular;
}

type OwnNames = 'all' | 'outermost' | 'unless in a list' | 'not always';

/** Objects that the generated code leaves as they are, maps by names of the application, and what is neither throughout. */
function ownNamesIn(module: string): Record<string, OwnNames> {
  const found = new Map<string, Set<string>>();
  for (const { name, converter } of conversions(module)) {
    const kinds = found.get(name) ?? new Set();
    found.set(name, kinds.add(kindOf(converter)));
  }
  const own: Record<string, OwnNames> = {};
  for (const [name, kinds] of found) {
    kinds.delete('scalar');
    const isOwn = [...kinds].some((kind) => /^(?:object|map|map of parts|either)$/.test(kind));
    if (isOwn) own[name] = ownNamesOf(kinds);
  }
  return own;
}

function ownNamesOf(kinds: ReadonlySet<string>): OwnNames {
  const only = (...wanted: string[]) => [...kinds].every((kind) => wanted.includes(kind));
  if (only('object', 'map')) return 'all';
  if (only('map of parts')) return 'outermost';
  return only('map', 'list of parts') ? 'unless in a list' : 'not always';
}

function kindOf(converter: string): string {
  const part = /convert\w+ToCloudFormation|cfnTagToCloudFormation/.test(converter);
  const object = /objectToCloudFormation/.test(converter);
  if (/unionMapper/.test(converter)) return part && object ? 'either' : part ? 'part' : 'object';
  if (/hashMapper/.test(converter)) return part ? 'map of parts' : 'map';
  if (object) return 'object';
  if (!part) return 'scalar';
  return /listMapper/.test(converter) ? 'list of parts' : 'part';
}
