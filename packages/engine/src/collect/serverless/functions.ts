import { ALWAYS } from '../../model/condition.ts';
import type { Origin } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/resource.ts';
import { absent, known, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { folderOf } from '../files/paths.ts';
import { member, membersOf, textOf } from '../repository/structured-text.ts';
import { PACKAGE, type Service } from './service.ts';

export const FUNCTION = 'AWS::Lambda::Function';

/** One function of a service: its settings with variables put in, and the resource that it becomes. */
export interface ServiceFunction {
  readonly name: string;
  readonly settings: Value;
  readonly node: ResourceNode;
}

/** The functions that are written, as Lambda functions. What only the framework or a deployment decides is unknown in them. */
export function functionsOf(service: Service): readonly ServiceFunction[] {
  return service.functions.flatMap((group) =>
    [...membersOf(group)].map(([name, settings]) => ({
      name,
      settings,
      node: {
        type: FUNCTION,
        address: `${service.file} functions.${name}`,
        exists: ALWAYS,
        properties:
          settings.kind === 'object'
            ? objectOf(propertiesOf(settings, service), settings.origin, settings.open ?? service.changed)
            : objectOf(new Map(), settings.origin, madeBy('its settings', settings.origin)),
        origin: settings.origin,
      },
    })),
  );
}

/** Settings that are not put into properties one by one, with the property that they set. */
const OTHERS: readonly (readonly [setting: string, property: string])[] = [
  ['architecture', 'Architectures'],
  ['ephemeralStorageSize', 'EphemeralStorage'],
  ['fileSystemConfig', 'FileSystemConfigs'],
  ['image', 'ImageConfig'],
  ['kmsKeyArn', 'KmsKeyArn'],
  ['reservedConcurrency', 'ReservedConcurrentExecutions'],
  ['runtimeManagement', 'RuntimeManagementConfig'],
  ['snapStart', 'SnapStart'],
  ['vpc', 'VpcConfig'],
];

/*
 * Source: Serverless Framework documentation, "Serverless.yml Reference" and "AWS Lambda Functions": settings of a function stand
 * over those of the provider; variables of both are put together; a function has 1,024 MB and 6 seconds.
 */
function propertiesOf(settings: Value, service: Service): Map<string, Value> {
  const { provider } = service;
  const { origin } = settings;
  const of = (name: string): Value | undefined => member(settings, name) ?? member(provider, name);
  const name = member(settings, 'name');
  const found = new Map<string, Value>([
    ['FunctionName', name ?? madeBy('the name that the framework gives it', origin)],
    ['Role', madeBy('the role that the framework gives it', origin)],
    ['Environment', environmentOf(settings, service)],
  ]);
  for (const [setting, property] of [
    ['handler', 'Handler'],
    ['runtime', 'Runtime'],
    ['timeout', 'Timeout'],
    ['memorySize', 'MemorySize'],
    ['layers', 'Layers'],
  ] as const) {
    const value = setting === 'handler' ? member(settings, setting) : of(setting);
    if (value !== undefined) found.set(property, value);
  }
  for (const [property, value] of [
    ['MemorySize', 1024],
    ['Timeout', 6],
  ] as const)
    if (!found.has(property)) found.set(property, known(value, origin));
  const tracing = tracingOf(settings, service);
  const mode = tracing === undefined ? undefined : modeOf(tracing);
  if (mode !== undefined) found.set('TracingConfig', objectOf({ Mode: mode }, mode.origin));
  const logs = member(settings, 'logs') ?? member(member(provider, 'logs'), 'lambda');
  const format = member(logs, 'logFormat');
  if (format !== undefined) found.set('LoggingConfig', objectOf({ LogFormat: format }, format.origin));
  else if (logs !== undefined && logs.kind !== 'object' && logs.kind !== 'known')
    found.set('LoggingConfig', madeBy('the settings of its log', logs.origin));
  const failed = member(settings, 'onError');
  if (failed !== undefined) found.set('DeadLetterConfig', objectOf({ TargetArn: failed }, failed.origin));
  // Where the package is made from the folder of the service, its files are those that are here.
  const artifact = member(member(settings, 'package'), 'artifact') ?? member(service.package, 'artifact');
  const image = member(settings, 'image');
  if (artifact === undefined && image === undefined)
    found.set('Code', known(`/${folderOf(service.file)}`, origin));
  else found.set('Code', madeBy('what its package is made of', (artifact ?? image)!.origin));
  for (const [setting, property] of OTHERS) {
    const value = of(setting);
    if (value !== undefined) found.set(property, madeBy(`what ${setting} becomes`, value.origin));
  }
  return found;
}

/**
 * What a function says of tracing, or the provider of all. Source: code of serverless-plugin-tracing 2.0.0: it knows `true` of a
 * function and of the provider, and puts PassThrough for anything else over what the framework made.
 */
function tracingOf(settings: Value, { provider, tracer }: Service): Value | undefined {
  const [own, all] = [member(settings, 'tracing'), member(provider, 'tracing')];
  const ofAll = member(all, 'lambda');
  if (tracer === undefined) return own ?? ofAll;
  const given = own ?? ofAll ?? (all?.kind === 'object' ? undefined : all);
  const said = textOf(given);
  if (given === undefined || said === 'false') return given;
  if (said === 'true' && given !== ofAll) return known(true, given.origin);
  return madeBy(`what ${tracer} makes of tracing`, given.origin);
}

/** `true` is the mode that is called Active. */
function modeOf(tracing: Value): Value | undefined {
  if (tracing.kind !== 'known') return tracing;
  if (tracing.value === true) return known('Active', tracing.origin);
  return textOf(tracing) === 'false' ? undefined : tracing;
}

function environmentOf(settings: Value, { provider, moreVariables }: Service): Value {
  const [all, own] = [member(provider, 'environment'), member(settings, 'environment')];
  const given = [all, own].filter((one) => one !== undefined);
  const [first] = given;
  if (first === undefined && moreVariables === undefined) return absent(settings.origin);
  const open = given.find(isOpen);
  const more = open === undefined ? moreVariables : madeBy('the names of variables that it has', open.origin);
  const names = new Map(given.flatMap((one) => [...membersOf(one)]));
  const { origin } = first ?? settings;
  return objectOf({ Variables: objectOf(names, origin, more) }, origin);
}

/** An empty text stands for no variables. */
function isOpen(value: Value): boolean {
  return value.kind === 'object'
    ? value.open !== undefined
    : value.kind !== 'absent' && value.kind !== 'known';
}

function madeBy(what: string, origin: Origin): Unknown {
  return unknown('unsupported-construct', `${what}: ${PACKAGE}`, origin);
}
