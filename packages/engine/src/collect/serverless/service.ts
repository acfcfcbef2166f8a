import { inCode } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import { absent, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../repository/structured-text.ts';
import { LiteralModules } from './literal-modules.ts';
import { knownPlugin, type Plugin } from './plugins.ts';
import { Variables } from './variables.ts';

/** What would show the rest of what a service makes. */
export const PACKAGE = 'serverless package, and assessing the template that it writes to .serverless';

/** A service of the Serverless Framework on AWS as its file says it, variables put in. */
export interface Service {
  readonly file: string;
  readonly provider: Value;
  /** Objects of functions by name, one or several. */
  readonly functions: readonly Value[];
  readonly package: Value;
  /** Why a function may be otherwise than it is written. */
  readonly changed: Unknown | undefined;
  /** Why functions may have more variables than are written. */
  readonly moreVariables: Unknown | undefined;
  /** The plugin that says which functions are traced, where one does. */
  readonly tracer: string | undefined;
  /** The types of what is made beside functions and their events, and is not read. */
  readonly others: readonly string[];
  /** Whether a plugin has functions of its own answer requests. */
  readonly hasOtherRoutes: boolean;
  /** What else may be defined. */
  readonly unseen: readonly NotSeen[];
}

/** A file of which nobody can tell what it says. */
export interface UnreadableFile extends NotSeen {
  /** The line that is broken; nothing where the text could not be had. */
  readonly line?: number;
}

/**
 * Reads the file of a service. `part` where it has none and others may take it in; nothing where it is of another cloud, or
 * says nothing that a service is.
 */
export async function readService(
  file: string,
  source: SourceOfFiles,
): Promise<Service | UnreadableFile | 'part' | undefined> {
  const root = IS_CODE.test(file)
    ? await LiteralModules.exportedBy(file, source)
    : await written(file, source);
  if (root === undefined || 'what' in root) return root;
  if (root.kind !== 'object') return undefined;
  if (!root.members.has('service')) return IS_CODE.test(file) || isOfComponents(root) ? undefined : 'part';
  const variables = new Variables(file, root, source);
  const part = async (name: string): Promise<Value> => {
    const value = root.members.get(name) ?? root.open;
    return value === undefined ? absent(root.origin) : variables.resolved(value);
  };
  const provider = await part('provider');
  const cloud = textOf(member(provider, 'name')) ?? textOf(provider);
  if (cloud !== 'aws') return undefined;
  const [functions, resources, plugins] = [
    await part('functions'),
    await part('resources'),
    await part('plugins'),
  ];
  const own = pluginsOf(plugins);
  const made = typesOf(resources);
  const place = (what: string, why: string): NotSeen => ({
    what,
    why,
    decidedBy: PACKAGE,
    origin: root.origin,
  });
  const groups = itemsOf(functions);
  const isOpen = groups.some((one) => one.kind !== 'object' || one.open !== undefined) || opened(functions);
  const changing = own.unknown[0] ?? (made.changes ? 'extensions of resources' : undefined);
  const setting = own.known.find(({ setsVariables }) => setsVariables);
  const mayBeHttp =
    isOpen ||
    own.unknown.length > 0 ||
    own.known.some(({ addsRoutes }) => addsRoutes) ||
    namesHttpApi(provider, groups);
  const types = [
    ...GENERATED,
    ...(mayBeHttp ? OF_HTTP_API : []),
    ...made.types,
    ...own.known.flatMap(({ adds = [] }) => adds),
  ];
  return {
    file,
    provider,
    functions: groups.filter(({ kind }) => kind === 'object'),
    package: await part('package'),
    changed:
      changing === undefined
        ? undefined
        : unknown('unsupported-construct', `what ${changing} in ${file} changes: ${PACKAGE}`, root.origin),
    moreVariables:
      setting === undefined
        ? undefined
        : unknown(
            'input-without-value',
            `the variables that a plugin of ${file} ${setting.does}`,
            root.origin,
          ),
    tracer: own.tracer,
    others: types,
    hasOtherRoutes: own.known.some(({ addsRoutes }) => addsRoutes === true),
    unseen: [
      ...own.unknown.map((name) => place(`${name} in ${file}`, 'what this plugin adds is not known')),
      ...(made.open ? [place(`resources in ${file}`, 'not all of them can be told from the file')] : []),
      ...(isOpen ? [place(`functions in ${file}`, 'not all of them can be told from the file')] : []),
    ],
  };
}

/** A service as an object of TypeScript or JavaScript. */
const IS_CODE = /\.[jt]s$/;

async function written(file: string, source: SourceOfFiles): Promise<Value | UnreadableFile | undefined> {
  const read = await source.text(file);
  if (read.kind !== 'text') return { what: file, why: read.why, decidedBy: `making ${file} readable` };
  const { documents, problem } = readStructured(file, read.text);
  if (problem !== undefined) return broken(file, problem);
  const [root, ...more] = documents;
  return more.length === 0 ? root : undefined;
}

function broken(
  file: string,
  { line, why }: { readonly line: number; readonly why: string },
): UnreadableFile {
  const origin = inCode({ file, line, column: 1, endLine: line, endColumn: 1 });
  return { what: file, why, decidedBy: `mending ${file} line ${line}`, line, origin };
}

/** Components deploy without a service, one or each under its name. Source: Serverless Components documentation, "serverless.yml". */
function isOfComponents(root: Value): boolean {
  return [root, ...membersOf(root).values()].some((one) => membersOf(one).has('component'));
}

/** What the framework makes beside functions and what calls them. Source: Serverless Framework documentation, "Resources". */
const GENERATED: readonly string[] = [
  'AWS::ApiGateway::Account',
  'AWS::ApiGateway::ApiKey',
  'AWS::ApiGateway::Authorizer',
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::GatewayResponse',
  'AWS::ApiGateway::Model',
  'AWS::ApiGateway::RequestValidator',
  'AWS::ApiGateway::Stage',
  'AWS::ApiGateway::UsagePlan',
  'AWS::ApiGateway::UsagePlanKey',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::Lambda::Alias',
  'AWS::Lambda::LayerVersion',
  'AWS::Lambda::Version',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
];

/** What it makes only where something answers an HTTP API or a WebSocket. */
const OF_HTTP_API: readonly string[] = [
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Deployment',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Stage',
];

/** Whether an event or the provider names such an API, or says something that cannot be told. */
function namesHttpApi(provider: Value, groups: readonly Value[]): boolean {
  if (provider.kind === 'object' && (opened(provider) || [...provider.members.keys()].some(isOfHttpApi)))
    return true;
  const functions = groups.flatMap((group) => [...membersOf(group).values()]);
  return functions.some((one) => {
    if (opened(one)) return true;
    const events = member(one, 'events');
    return events !== undefined && (opened(events) || itemsOf(events).some(mayBeOfHttpApi));
  });
}

function mayBeOfHttpApi(event: Value): boolean {
  if (event.kind === 'object') return opened(event) || [...event.members.keys()].some(isOfHttpApi);
  return isOfHttpApi(textOf(event) ?? 'httpApi');
}

function isOfHttpApi(name: string): boolean {
  return /^(httpApi|websocket)/i.test(name);
}

interface Plugins {
  readonly known: readonly Plugin[];
  /** The name of the one that says what is traced. */
  readonly tracer: string | undefined;
  /** Names of those of which nothing is known. */
  readonly unknown: readonly string[];
}

function pluginsOf(value: Value): Plugins {
  const list = value.kind === 'object' ? (member(value, 'modules') ?? absent(value.origin)) : value;
  const [known, others]: [Plugin[], string[]] = [[], []];
  let tracer: string | undefined;
  for (const one of itemsOf(list)) {
    const name = textOf(one);
    const plugin = name === undefined ? undefined : knownPlugin(name);
    if (plugin === undefined) others.push(name === undefined ? 'a plugin' : `the plugin ${name}`);
    else known.push(plugin);
    if (plugin?.setsTracing) tracer = name;
  }
  return { known, tracer, unknown: opened(list) ? [...others, 'a plugin'] : others };
}

/** Resources that stand for others, of any type. */
const HOLDS_OTHERS = /^AWS::CloudFormation::Stack$|^AWS::Serverless::|::MODULE$/;

/** The types of the resources that a service defines itself. */
function typesOf(resources: Value): {
  readonly types: readonly string[];
  readonly open: boolean;
  /** What is made of functions may be changed too. */
  readonly changes: boolean;
} {
  const types: string[] = [];
  let [open, changes] = [opened(resources), false];
  for (const part of itemsOf(resources)) {
    const own = member(part, 'Resources') ?? objectOf(new Map(), part.origin);
    if (part.kind !== 'object' || own.kind !== 'object' || opened(part) || opened(own)) open = true;
    const has = (name: string) => part.kind === 'object' && part.members.has(name);
    if (has('Transform')) open = true;
    if (has('extensions') || has('Transform')) changes = true;
    for (const [name, resource] of membersOf(own)) {
      const type = textOf(member(resource, 'Type'));
      // Without a type it is put over one that the framework makes.
      if (type === undefined || /LambdaFunction$/.test(name)) changes = true;
      if (type === undefined || HOLDS_OTHERS.test(type)) open = true;
      if (type !== undefined) types.push(type);
    }
  }
  return { types, open, changes };
}

function opened(value: Value): boolean {
  if (value.kind === 'object' || value.kind === 'list') return value.open !== undefined;
  return value.kind !== 'known' && value.kind !== 'absent';
}
