import { rowOf } from '../../../knowledge/row-of.ts';
import { onceFor } from '../../../once-for.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { type NamedStore, namedStore } from './named-stores.ts';
import type { ReachedCode } from './reached-code.ts';
import {
  ASKS_NOTHING,
  CLIENT_HELPERS,
  DEPENDS_ON_WHAT_IS_GIVEN,
  DOCUMENT_CALLS,
  OTHER_ACTIONS,
  RESOURCE_CALLS,
  SERVICE_PREFIXES,
  WITHOUT_CLIENTS,
} from './sdk-services.ts';
import { actionsOfStatement } from './statement-actions.ts';

/** A call of a service of AWS. */
export interface SdkCall {
  /** As it is written: `PutItemCommand`, `put_item`. */
  readonly call: string;
  /** As IAM calls the service: `dynamodb`. */
  readonly service: string;
  /** What it needs: `dynamodb:PutItem`. Nothing where that depends on what is given to it. */
  readonly actions: readonly string[] | undefined;
  readonly store?: NamedStore | undefined;
  readonly file: string;
  readonly at: Place;
  readonly runs: boolean;
}

export interface SdkCalls {
  readonly calls: readonly SdkCall[];
  /** Where other calls may be made. */
  readonly open: readonly { readonly why: string; readonly file: string; readonly line: number }[];
}

/** The calls of AWS that reached code makes through the SDKs for JavaScript (2 and 3) and Python. */
export function sdkCalls(program: Program, reached: ReachedCode): SdkCalls {
  const calls: SdkCall[] = [];
  const open: { why: string; file: string; line: number }[] = [...reached.open];
  for (const name of reached.packages)
    if (!WITHOUT_CLIENTS.test(name))
      open.push({ why: `what ${name} calls is not read`, file: reached.modules[0]!.file, line: 1 });
  /** Clients that were made, and those that were seen asking. */
  const made: { readonly service: string; readonly file: string; readonly line: number }[] = [];
  for (const module of reached.modules)
    for (const { call, client, asks, store } of askingCalls(program, module)) {
      const runs = reached.reaches(module, call.within);
      if (client === 'dynamic')
        open.push({
          why: 'which service it is a client of is computed',
          file: module.file,
          line: call.at.line,
        });
      else if (client !== undefined && runs)
        made.push({ service: client, file: module.file, line: call.at.line });
      for (const one of asks) calls.push({ ...one, store, file: module.file, at: call.at, runs });
    }
  const asked = new Set(calls.map((call) => call.service));
  for (const { service, file, line } of made)
    if (!asked.has(service)) open.push({ why: `what is asked of ${service} is not seen`, file, line });
  return { calls, open };
}

/** The calls of a module that make a client or ask one, found once for all functions that reach it. */
const askingCalls = onceFor((program: Program, module: SourceModule) =>
  module.calls.flatMap((call) => {
    const client = clientMade(program, module, call);
    const asks = askedBy(program, module, call);
    if (client === undefined && asks.length === 0) return [];
    const store = asks[0] === undefined ? undefined : namedStore(program, module, call, asks[0]);
    return [{ call, client, asks, store }];
  }),
);

type Asked = Pick<SdkCall, 'call' | 'service' | 'actions'>;

const VERSION_3 = /^@aws-sdk\/(?:client-([\w-]+)|(lib-dynamodb)|(lib-storage))\.(\w+)$/;

function askedBy(program: Program, module: SourceModule, call: Call): readonly Asked[] {
  if (module.language === 'script' && (call.isNew || call.callee.kind === 'name')) {
    const name = call.path?.startsWith('@aws-sdk/')
      ? call.path
      : program.pathOf(module, call.callee, call.within);
    const found = name === undefined ? null : VERSION_3.exec(name);
    if (found !== null) return commandOf(found, call, module);
  }
  if (call.callee.kind !== 'member') return [];
  const receiver = program.resolve(module, call.callee.of, call.within);
  return meanings(receiver).flatMap((one) => askedOf(program, one, call, module));
}

function meanings(meaning: Meaning): readonly Meaning[] {
  return meaning.kind === 'several' ? meaning.of : [meaning];
}

/** `new PutObjectCommand(…)`, `paginateScan(…)`, `new Upload(…)`. */
function commandOf(found: RegExpExecArray, call: Call, module: SourceModule): readonly Asked[] {
  const [, client, document, storage, name] = found;
  if (storage !== undefined)
    return name === 'Upload' ? [{ call: name, service: 's3', actions: ['s3:PutObject'] }] : [];
  const operation = /^(\w+)Command$/.exec(name!)?.[1] ?? /^paginate(\w+)$/.exec(name!)?.[1];
  if (operation === undefined) return [];
  if (document !== undefined) {
    const short = operation[0]!.toLowerCase() + operation.slice(1);
    return [asked('dynamodb', rowOf(DOCUMENT_CALLS, short) ?? operation, name!, call, module)];
  }
  const service = rowOf(SERVICE_PREFIXES, client!) ?? client!;
  if (service === 'execute-api')
    return [{ call: name!, service, actions: ['execute-api:ManageConnections'] }];
  return [asked(service, operation, name!, call, module)];
}

function asked(service: string, operation: string, name: string, call: Call, module: SourceModule): Asked {
  const key = `${service}:${operation}`;
  const actions = DEPENDS_ON_WHAT_IS_GIVEN.has(key)
    ? actionsOfStatement(key, call, module)
    : (rowOf(OTHER_ACTIONS, key) ?? [key]);
  return { call: name, service, actions };
}

/** What a method asks for, called on what a value leads to. */
function askedOf(program: Program, receiver: Meaning, call: Call, module: SourceModule): readonly Asked[] {
  const callee = call.callee as Extract<Expression, { kind: 'member' }>;
  const { name } = callee;
  if (receiver.kind !== 'made') return distinctive(receiver, name, module);
  const client = clientOf(program, receiver);
  if (client === undefined) return [];
  if (client === 'dynamic') return distinctive({ kind: 'open', why: '' }, name, module);
  const { service, kind } = client;
  if (kind === 'document') {
    const operation = rowOf(DOCUMENT_CALLS, name);
    return operation === undefined ? [] : [asked('dynamodb', operation, name, call, module)];
  }
  if (kind !== 'client') {
    const actions = rowOf(rowOf(RESOURCE_CALLS, kind) ?? {}, name);
    if (actions !== undefined) return [{ call: name, service, actions }];
    return ASKS_NOTHING.test(name) ? [] : [{ call: name, service, actions: undefined }];
  }
  if (ASKS_NOTHING.test(name)) return [];
  if (module.language === 'python') {
    const helper = rowOf(CLIENT_HELPERS, `${service}.${name}`);
    if (helper !== undefined) return [{ call: name, service, actions: helper }];
    if (/^(get_paginator|generate_presigned_url|get_waiter)$/.test(name)) {
      const given = call.arguments[0]?.value;
      if (name === 'get_waiter' || given?.kind !== 'literal' || typeof given.value !== 'string')
        return [{ call: name, service, actions: undefined }];
      return [asked(service, camel(given.value), given.value, call, module)];
    }
    if (service === 'execute-api')
      return [{ call: name, service, actions: ['execute-api:ManageConnections'] }];
    return [asked(service, camel(name), name, call, module)];
  }
  if (/^(getSignedUrl(Promise)?|waitFor)$/.test(name)) {
    const given = call.arguments[0]?.value;
    if (name === 'waitFor' || given?.kind !== 'literal' || typeof given.value !== 'string')
      return [{ call: name, service, actions: undefined }];
    return [asked(service, given.value[0]!.toUpperCase() + given.value.slice(1), given.value, call, module)];
  }
  if (service === 'execute-api') return [{ call: name, service, actions: ['execute-api:ManageConnections'] }];
  if (name === 'createPresignedPost') return [{ call: name, service, actions: ['s3:PutObject'] }];
  if (name === 'upload' && service === 's3') return [{ call: name, service, actions: ['s3:PutObject'] }];
  return [asked(service, name[0]!.toUpperCase() + name.slice(1), name, call, module)];
}

/** Calls that only one service has, where nobody can tell what they are called on. */
const DISTINCTIVE: Readonly<Record<string, readonly [service: string, operation: string]>> = {
  delete_item: ['dynamodb', 'DeleteItem'],
  get_item: ['dynamodb', 'GetItem'],
  put_item: ['dynamodb', 'PutItem'],
  update_item: ['dynamodb', 'UpdateItem'],
  batch_write_item: ['dynamodb', 'BatchWriteItem'],
  transact_write_items: ['dynamodb', 'TransactWriteItems'],
  get_object: ['s3', 'GetObject'],
  put_object: ['s3', 'PutObject'],
  delete_object: ['s3', 'DeleteObject'],
  list_objects_v2: ['s3', 'ListObjectsV2'],
  get_secret_value: ['secretsmanager', 'GetSecretValue'],
  invoke_model: ['bedrock', 'InvokeModel'],
};

function distinctive(receiver: Meaning, name: string, module: SourceModule): readonly Asked[] {
  if (module.language !== 'python' || (receiver.kind !== 'parameter' && receiver.kind !== 'open')) return [];
  const found = Object.hasOwn(DISTINCTIVE, name) ? DISTINCTIVE[name]! : undefined;
  if (found === undefined) return [];
  const [service, operation] = found;
  const key = `${service}:${operation}`;
  return [
    {
      call: name,
      service,
      actions: DEPENDS_ON_WHAT_IS_GIVEN.has(key) ? undefined : (rowOf(OTHER_ACTIONS, key) ?? [key]),
    },
  ];
}

interface Client {
  readonly service: string;
  /** `client`, `document`, or the kind of object of a boto3 resource: `dynamodb.Table`. */
  readonly kind: string;
}

/** Clients are followed through this many steps. */
const FURTHEST = 20;

/** The client that a call gave, or an object that hangs on one. */
function clientOf(
  program: Program,
  meaning: Extract<Meaning, { kind: 'made' }>,
  steps = 0,
): Client | 'dynamic' | undefined {
  // `query = query.where(…)` leads back to itself.
  if (steps > FURTHEST) return undefined;
  const { module, call: number, members } = meaning;
  const call = module.calls[number]!;
  const own = madeClient(program, module, call);
  if (own !== undefined) return own === 'dynamic' || members.length === 0 ? own : below(own, members);
  // `client = boto3.resource(…).Table(…)`: what a method of a client gives.
  const callee = call.callee.kind === 'member' ? call.callee : undefined;
  if (callee === undefined) {
    const factory = program.resolve(module, call.callee, call.within);
    if (factory.kind !== 'function') return undefined;
    const given = program.given(factory.module, factory.function);
    return given?.kind === 'made' && given.call !== number ? clientOf(program, given, steps + 1) : undefined;
  }
  const above = program.resolve(module, callee.of, call.within);
  if (above.kind === 'made') {
    const client = clientOf(program, above, steps + 1);
    if (client === undefined || client === 'dynamic') return client;
    const object = below(client, [callee.name]);
    return object !== undefined && members.length > 0 ? below(object, members) : object;
  }
  const factory = program.resolve(module, callee, call.within);
  if (factory.kind !== 'function') return undefined;
  const given = program.given(factory.module, factory.function);
  return given?.kind === 'made' && given.call !== number ? clientOf(program, given, steps + 1) : undefined;
}

/** An object of a boto3 resource: `resource.Table(…)`, `bucket.objects`. Its calls give answers, which are none. */
function below({ service, kind }: Client, members: readonly string[]): Client | undefined {
  if (kind === 'client' || kind === 'document') return undefined;
  if (members.some((name) => !/^([A-Z]\w*|objects)$/.test(name))) return undefined;
  return { service, kind: [kind, ...members].join('.') };
}

const PYTHON_MAKERS =
  /^(boto3|aioboto3|boto3\.(?:session\.)?Session\(\)|aioboto3\.Session\(\))\.(client|resource)$/;

const DOCUMENT =
  /^(@aws-sdk\/lib-dynamodb\.DynamoDBDocument(Client)?\.from|aws-sdk(\/clients\/dynamodb)?\.(DynamoDB\.)?DocumentClient)$/;
/** How every path begins that one is made by. */
const OF_AN_SDK = /^(aio)?boto3|^@?aws-sdk/;

function madeClient(program: Program, module: SourceModule, call: Call): Client | 'dynamic' | undefined {
  const path =
    call.path !== undefined && /^(boto3|@aws-sdk|aws-sdk)/.test(call.path)
      ? call.path
      : program.pathOf(module, call.callee, call.within);
  if (path === undefined || !OF_AN_SDK.test(path)) return undefined;
  if (module.language === 'python') {
    const maker = PYTHON_MAKERS.exec(path)?.[2];
    if (maker === undefined) return undefined;
    const given =
      call.arguments.find(({ name }) => name === 'service_name')?.value ?? call.arguments[0]?.value;
    if (given?.kind !== 'literal' || typeof given.value !== 'string') return 'dynamic';
    const service = rowOf(SERVICE_PREFIXES, given.value) ?? given.value;
    return { service, kind: maker === 'client' ? 'client' : given.value };
  }
  if (DOCUMENT.test(path)) return { service: 'dynamodb', kind: 'document' };
  if (!call.isNew) return undefined;
  const third = /^@aws-sdk\/client-([\w-]+)\.(\w+)$/.exec(path);
  if (third !== null)
    return /Command$/.test(third[2]!)
      ? undefined
      : { service: rowOf(SERVICE_PREFIXES, third[1]!) ?? third[1]!, kind: 'client' };
  const second = /^aws-sdk(?:\/clients\/(\w+)|\.(\w+))$/.exec(path);
  const name = (second?.[1] ?? second?.[2])?.toLowerCase();
  if (name === undefined || name === 'config' || name === 'credentials') return undefined;
  return { service: rowOf(SERVICE_PREFIXES, name) ?? name, kind: 'client' };
}

function clientMade(program: Program, module: SourceModule, call: Call): string | 'dynamic' | undefined {
  const made = madeClient(program, module, call);
  return made === undefined || made === 'dynamic' ? made : made.service;
}

/** `put_item` as IAM writes it: `PutItem`. */
function camel(name: string): string {
  return name.replace(/(^|_)([a-z0-9])/g, (_, _start, letter: string) => letter.toUpperCase());
}
