import { inCode, type Origin } from '../../../model/origin.ts';
import { nameSays } from '../../../model/secrets/names.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import { onceFor } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { servedBy } from '../code/routes/served.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import { type ClientLimit, clientLimits, otherClients } from './client-limits.ts';
import { type NameRead, namesRead } from './environment-names.ts';
import type { Listening } from './listening.ts';
import type { NamedStore } from './named-stores.ts';
import type { ReachedCode } from './reached-code.ts';
import type { ReadCondition } from './read-conditions.ts';
import { type SdkCall, sdkCalls } from './sdk-calls.ts';
import { untoldAnswers } from './tells-apart.ts';

/** What reached code does, as checks see it: `files`, `reads`, `calls`, `routes` and `clients`. */
export function codeValue(program: Program, reached: ReachedCode, origin: Origin): ObjectValue {
  const names = namesRead(program, reached);
  const calls = sdkCalls(program, reached);
  const limits = clientLimits(program, reached);
  return objectOf(
    new Map<string, Value>([
      ['files', many(reached.modules, reached.open, origin, pathValue)],
      ['reads', many(names.reads, names.open, origin, readValue)],
      ['calls', many(calls.calls, calls.open, origin, callValue)],
      ['routes', routesOf(program, reached, origin)],
      ['tellsApart', tellsApart(program, reached, origin)],
      ['clients', many(limits, otherClients(reached, limits), origin, clientValue)],
    ]),
    originOf(reached.modules[0]!.file),
  );
}

/**
 * The same of a package in which nothing is what its handler names: what is meant to run is somewhere in it, and which of it
 * cannot be told.
 */
export function codeOfPackage(modules: readonly SourceModule[], origin: Origin): ObjectValue {
  const untold = unknown('not-collected', 'looking into the package of the function', origin);
  return objectOf(
    new Map<string, Value>([
      ['files', listOf(modules.map(pathValue), origin)],
      ['reads', untold],
      ['calls', untold],
      ['routes', untold],
      ['tellsApart', untold],
      ['clients', untold],
      ['untold', known(false, origin)],
    ]),
    origin,
  );
}

/** The same of code that may be any of the repository: which it is cannot be told. */
export function codeUntold(origin: Origin, decidedBy: string): ObjectValue {
  const untold = unknown('not-collected', decidedBy, origin);
  return objectOf(
    new Map<string, Value>([
      ['files', untold],
      ['reads', untold],
      ['calls', untold],
      ['routes', untold],
      ['tellsApart', untold],
      ['clients', untold],
      ['container', untold],
      ['listens', untold],
      ['untold', known(true, origin)],
    ]),
    origin,
  );
}

/** The same of code that is not in files of the repository. */
export function codeElsewhere(
  origin: Origin,
  decidedBy = 'looking into the package of the function',
): ObjectValue {
  const elsewhere = unknown('not-collected', decidedBy, origin);
  return objectOf(
    new Map<string, Value>([
      ['files', listOf([], origin)],
      ['reads', elsewhere],
      ['calls', elsewhere],
      ['routes', elsewhere],
      ['tellsApart', elsewhere],
      ['clients', elsewhere],
      ['container', elsewhere],
      ['listens', elsewhere],
      ['untold', known(false, origin)],
    ]),
    origin,
  );
}

/** One for all functions that reach a file: they are hundreds. */
const pathValue = onceFor(({ file }: SourceModule): Value => known(file, originOf(file)));

interface OpenPlace {
  readonly why: string;
  readonly file: string;
  readonly line: number;
}

function many<T>(
  items: readonly T[],
  open: readonly OpenPlace[],
  origin: Origin,
  made: (item: T) => Value,
): Value {
  const [first] = open;
  return listOf(items.map(made), origin, first === undefined ? undefined : unseen(first));
}

function unseen({ why, file, line }: OpenPlace): Unknown {
  return unknown('unresolved-expression', `${file}:${line}: ${why}`, originOf(file, { line, column: 1 }));
}

function readValue(read: NameRead): ObjectValue {
  const { name, needed, fallback, written, runs, file, at } = read;
  const origin = originOf(file, at);
  const standIn =
    read.standIn === undefined
      ? unknown('unresolved-expression', `what stands in for ${name}`, origin)
      : known(read.standIn, origin);
  return objectOf(
    new Map<string, Value>([
      ['name', known(name, origin)],
      ['needed', known(needed, origin)],
      ['fallback', known(fallback, origin)],
      ['guessable', known(written && isOfSecret(name), origin)],
      ...('standIn' in read ? ([['standIn', standIn]] as const) : []),
      [
        'onlyIf',
        listOf(
          (read.onlyIf ?? []).map((one) => conditionValue(one, origin)),
          origin,
        ),
      ],
      ['runs', ifItRuns(runs, origin)],
    ]),
    origin,
  );
}

function conditionValue(condition: ReadCondition, origin: Origin): ObjectValue {
  const { name, texts, isOneOf, anyCase, whenUnset } = condition;
  return objectOf(
    new Map<string, Value>([
      ['name', known(name, origin)],
      [
        'texts',
        listOf(
          texts.map((text) => known(text, origin)),
          origin,
        ),
      ],
      ['isOneOf', known(isOneOf, origin)],
      ['anyCase', known(anyCase, origin)],
      ['whenUnset', known(whenUnset, origin)],
    ]),
    origin,
  );
}

/** The name of a password, a key that signs or the like. */
function isOfSecret(name: string): boolean {
  const says = nameSays(name);
  return (
    says === 'password' || says === 'secret' || /(^|_)(JWT|TOKEN|SIGNING|SESSION|COOKIE)_?KEY$/i.test(name)
  );
}

function callValue({ call, service, actions, store, runs, file, at }: SdkCall): ObjectValue {
  const origin = originOf(file, at);
  const needs =
    actions === undefined
      ? unknown('unresolved-expression', `what is given to ${call}`, origin)
      : listOf(
          actions.map((action) => known(action, origin)),
          origin,
        );
  return objectOf(
    new Map<string, Value>([
      ['call', known(call, origin)],
      ['service', known(service, origin)],
      ['actions', needs],
      ...(store === undefined ? [] : [['store', storeValue(store, origin)] as const]),
      ['runs', ifItRuns(runs, origin)],
    ]),
    origin,
  );
}

function storeValue({ type, variable, key }: NamedStore, origin: Origin): ObjectValue {
  const by =
    variable === undefined
      ? unknown('unresolved-expression', 'what names the store of this call', origin)
      : known(variable, origin);
  const told = (value: string | boolean | undefined) =>
    value === undefined
      ? unknown('unresolved-expression', 'which objects the code asks for', origin)
      : known(value, origin);
  const [begins, isWhole] = [told(key?.begins), told(key?.isWhole)];
  return objectOf({ type: known(type, origin), by, begins, isWhole }, origin);
}

/** The routes that the code tells apart; open where it may tell more. */
function routesOf(program: Program, reached: ReachedCode, origin: Origin): Value {
  const modules = new Set(reached.modules);
  const { routes, found, handlers } = servedBy(program);
  const own = routes.filter(({ module }) => modules.has(module));
  const files = new Set(reached.modules.map(({ file }) => file));
  const hidden = found.flatMap((one) => one.unseen.filter(({ file }) => files.has(file)));
  const untold = own.find(({ path }) => path === undefined);
  const answering = handlers.filter(({ routes: told }) => told.some((one) => modules.has(one.module)));
  const open = [
    ...reached.open,
    ...hidden,
    ...(untold === undefined
      ? []
      : [{ why: 'the path of a route', file: untold.module.file, line: untold.at.line }]),
    ...answering.flatMap(({ leftOver, module, at }) =>
      leftOver?.open === undefined ? [] : [{ why: leftOver.open, file: module.file, line: at.line }],
    ),
  ];
  const told = own.flatMap(({ method, path, module, at }) =>
    path === undefined ? [] : [{ method, path, file: module.file, at }],
  );
  const left = answering.flatMap(({ leftOver, module: { file } }) =>
    (leftOver?.paths ?? []).map((one) => ({ ...one, file })),
  );
  return many([...told, ...left], open, origin, ({ method, path, file, at }) => {
    const where = originOf(file, at);
    const why = 'for which methods it is the answer';
    const asked = method === undefined ? unseen({ why, file, line: at.line }) : known(method, where);
    return objectOf({ method: asked, path: known(path, where) }, where);
  });
}

/** Whether those routes are all that it answers. */
function tellsApart(program: Program, reached: ReachedCode, origin: Origin): Value {
  const untold = untoldAnswers(program, reached);
  return untold === undefined ? known(true, origin) : unseen(untold);
}

function clientValue(limit: ClientLimit): ObjectValue {
  const { of, seconds, because, byDefault, onlyWarns, runs, file, at } = limit;
  const origin = originOf(file, at);
  const endless = seconds === Number.POSITIVE_INFINITY;
  const told = (value: boolean | number) =>
    seconds === undefined
      ? unknown('unresolved-expression', limit.decidedBy ?? `the settings of the client of ${of}`, origin)
      : known(value, origin);
  return objectOf(
    new Map<string, Value>([
      ['of', known(of, origin)],
      ['because', known(because, origin)],
      ['endless', told(endless)],
      ['seconds', told(endless ? 1_000_000_000 : (seconds ?? 0))],
      ['onlyWarns', told(onlyWarns === true)],
      ['chosen', told(!endless && byDefault === undefined)],
      ['runs', ifItRuns(runs, origin)],
    ]),
    origin,
  );
}

/** Where a container listens (`by`, `port`, `host`, `keepsSeconds`, `endsNone`, `endsEach`); open where it may listen elsewhere too. */
export function listeningValue(
  found: readonly Listening[],
  open: readonly OpenPlace[],
  origin: Origin,
): Value {
  return many(found, open, origin, ({ by, port, host, keepsSeconds, endsNone, endsEach, file, at }) => {
    const where = originOf(file, at);
    const told = <T extends string | number>(value: T | undefined, what: string) =>
      value === undefined ? unknown('unresolved-expression', what, where) : known(value, where);
    return objectOf(
      new Map<string, Value>([
        ['by', known(by, where)],
        ['port', told(port, 'the port that it listens on')],
        ['host', told(host, 'the address that it listens on')],
        ['keepsSeconds', told(keepsSeconds, `how long ${by} keeps a connection`)],
        ['endsNone', known(endsNone === true, where)],
        ['endsEach', known(endsEach, where)],
      ]),
      where,
    );
  });
}

/** Nothing that runs names the function that it is in; somebody may call it all the same. */
function ifItRuns(runs: boolean, origin: Origin): Value {
  return runs ? known(true, origin) : unknown('unresolved-expression', 'whether anything calls it', origin);
}

function originOf(file: string, { line, column }: Place = { line: 1, column: 1 }): Origin {
  return inCode({ file, line, column, endLine: line, endColumn: column });
}
