import { and } from '../../model/condition.ts';
import { inCode } from '../../model/origin.ts';
import type { ResourceNode } from '../../model/resource.ts';
import { known, objectOf, type Value } from '../../model/value.ts';
import { originOf, type Run } from '../cdk/source/evaluate/run.ts';
import { join } from '../files/paths.ts';
import { type Application, type Place, referenceTo } from './application.ts';
import { armsOf, chosen, given, later, megabytesOf, secondsOf, textIn, valueIn } from './values.ts';

export const FUNCTION = 'AWS::Lambda::Function';
export const FUNCTION_URL = 'AWS::Lambda::Url';

/** The properties of a resource that are changed otherwise, by their names there; nothing where any may be. */
type Names = ReadonlySet<string> | undefined;

export interface Changed {
  readonly function: Names;
  readonly url: Names;
}

/** A function by what it is given, and its own address for callers where it has one. */
export function makeFunction(
  args: Run,
  { what, address }: { readonly what: string; readonly address: string },
  place: Place,
  application: Application,
  changed: Changed,
): void {
  const origin = inCode(place.at);
  const packaged = isPackagedElsewhere(changed.function) ? undefined : packagedFrom(args, application);
  const node: ResourceNode = {
    type: FUNCTION,
    address,
    exists: place.exists,
    properties: objectOf(
      propertiesOf(args, origin, changed.function),
      origin,
      later('what SST says of the function', origin),
    ),
    origin,
    ...(packaged === undefined ? {} : { meta: objectOf({ Packaged: packaged }, origin) }),
  };
  application.put(node);
  const url = given(args, 'url');
  const mayAsk = changed.url === undefined || changed.url.has('authorizationType');
  for (const { run, conditions } of url === undefined ? [] : armsOf(url)) {
    const exists = and(place.exists, ...conditions);
    if (run.kind !== 'undefined' && !(run.kind === 'scalar' && run.value !== true))
      addUrl(run, { what, address, mayAsk }, { ...place, exists }, application);
  }
}

/** What a function is given under another name than the property has. */
const NAMED: readonly (readonly [
  argument: string,
  property: string,
  of: (run: Run) => Value,
  otherwise: string,
])[] = [
  ['handler', 'Handler', valueIn, 'the handler'],
  ['runtime', 'Runtime', valueIn, 'the runtime that SST gives it'],
  ['timeout', 'Timeout', secondsOf, 'the time limit that SST gives it'],
  ['memory', 'MemorySize', megabytesOf, 'the memory that SST gives it'],
  ['name', 'FunctionName', valueIn, 'the name that SST gives it'],
  ['role', 'Role', valueIn, 'the role that SST gives it'],
  ['environment', 'Environment', environmentOf, 'the variables that SST gives it'],
];

/** What version 2 calls otherwise. */
const IN_STACKS: Readonly<Record<string, string>> = { memory: 'memorySize', name: 'functionName' };

/** Source: SST documentation, "Function", "FunctionArgs". What is not said is left to the version of SST. */
function propertiesOf(
  args: Run,
  origin: ReturnType<typeof inCode>,
  changed: Names,
): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const set = (property: string, value: Value) => {
    const isChanged =
      changed === undefined || changed.has(property.charAt(0).toLowerCase() + property.slice(1));
    found.set(property, isChanged ? later(`what ${property} is changed to`, value.origin) : value);
  };
  for (const [argument, property, of, otherwise] of NAMED) {
    const run = given(args, argument) ?? given(args, IN_STACKS[argument] ?? argument);
    set(property, run === undefined ? later(otherwise, origin) : of(run));
  }
  set('LoggingConfig', loggingOf(given(args, 'logging')) ?? later('how it logs', origin));
  const reserved = given(given(args, 'concurrency'), 'reserved');
  if (reserved !== undefined) set('ReservedConcurrentExecutions', valueIn(reserved));
  return found;
}

/** SST adds variables for what is linked. */
function environmentOf(run: Run): Value {
  const origin = originOf(run);
  const more = later('the variables that SST adds', origin);
  const said = valueIn(run);
  return said.kind === 'object'
    ? objectOf({ Variables: objectOf(said.members, origin, said.open ?? more) }, origin)
    : later('its variables', origin);
}

function loggingOf(run: Run | undefined): Value | undefined {
  const format = given(run, 'format');
  if (format === undefined) return undefined;
  const inWords = (one: Run): Value => {
    if (one.kind === 'choice') return chosen(one, inWords);
    const text = textIn(one);
    const word = text === 'json' ? 'JSON' : text === 'text' ? 'Text' : undefined;
    return word === undefined ? later('the format of its log', originOf(one)) : known(word, originOf(one));
  };
  return objectOf({ LogFormat: inWords(format) }, originOf(format), later('how it logs', originOf(format)));
}

/** What says of the resource itself what its package is. */
const PACKAGE = ['code', 'handler', 'imageConfig', 'imageUri', 'packageType', 's3Bucket', 's3Key'];

function isPackagedElsewhere(changed: Names): boolean {
  return changed === undefined || PACKAGE.some((name) => changed.has(name));
}

/** Source: code of SST 3.2.8, `NODE_EXTENSIONS`: the first of these files that is there. */
const SCRIPTS = ['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs'];

/** The file that the handler lies in, from the folder of the application on; nothing where it cannot be told. */
function packagedFrom(args: Run, { folder, files }: Application): Value | undefined {
  const handler = given(args, 'handler');
  const written = textIn(handler);
  // A folder that was built before, and a container, have other files.
  const isBuilt =
    given(args, 'bundle') !== undefined || given(given(args, 'python'), 'container') !== undefined;
  if (handler === undefined || written === undefined || isBuilt) return undefined;
  const runtime = given(args, 'runtime');
  const language = runtime === undefined ? 'nodejs' : textIn(runtime);
  const endings = language?.startsWith('nodejs') ? SCRIPTS : language?.startsWith('python') ? ['.py'] : [];
  const dot = written.lastIndexOf('.');
  for (const ending of dot <= written.lastIndexOf('/') ? [] : endings) {
    const path = join(folder, `${written.slice(0, dot)}${ending}`);
    if (path === undefined || files.leftOut(path) !== undefined) return undefined;
    if (!files.has(path)) continue;
    const origin = originOf(handler);
    return objectOf({ file: known(path, origin), handler: known(written, origin) }, origin);
  }
  return undefined;
}

/** Source: SST documentation, "Function", `url`: without authorization nobody is asked. */
function addUrl(
  url: Run,
  { what, address, mayAsk }: { readonly what: string; readonly address: string; readonly mayAsk: boolean },
  place: Place,
  application: Application,
): void {
  const origin = originOf(url);
  const asked = given(url, 'authorization') ?? given(url, 'authorizer');
  const authorization = (one: Run): Value => {
    if (one.kind === 'choice') return chosen(one, authorization);
    const word = textIn(one);
    return word === 'none' || word === 'iam'
      ? known(word === 'iam' ? 'AWS_IAM' : 'NONE', originOf(one))
      : later('who may call the address', originOf(one));
  };
  const isPlain = url.kind === 'scalar' || (url.kind === 'object' && asked === undefined);
  const open = later('who may call the address', origin);
  const said = isPlain ? known('NONE', origin) : asked === undefined ? open : authorization(asked);
  application.add(FUNCTION_URL, `url of ${what}`, place, {
    TargetFunctionArn: referenceTo(address, 'Arn', origin),
    AuthType: mayAsk ? open : said,
  });
}
