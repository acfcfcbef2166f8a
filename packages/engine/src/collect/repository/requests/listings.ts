import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { type CallAt, type FunctionAt, lastName, type Reaches } from '../code/behaviour/reach.ts';
import { isOfItem } from '../code/names/items.ts';
import type { Program } from '../code/names/program.ts';
import type { HttpHandler } from '../code/routes/lambda.ts';
import type { Served } from '../code/routes/served.ts';
import { partsByMethod } from '../code/routes/validated-by-method.ts';
import { type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, openList, type RepositoryFact, written } from '../fact.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { ASKS_FOR_A_COPY } from './people-paths.ts';
import { type ManyRead, readsOfMany } from './reads-of-many.ts';

/** Functions that ask a database for many things at once, with the routes that lead to them. */
export function listings(program: Program, served: Served): readonly RepositoryFact[] {
  const all = new Map<string, Listing>();
  for (const module of program.modules.values())
    for (const read of readsOfMany(program, module)) {
      const key = keyOf(module, read.within);
      const before = all.get(key);
      if (WORKS_BY_NAME.test(functionAround(module, read.within) ?? '')) continue;
      if (before === undefined) all.set(key, { module, reads: [read], routes: new Set(), doubt: undefined });
      else before.reads.push(read);
    }
  if (all.size === 0) return [];
  const named = methodsByName(program);
  for (const { name, starts } of startsOf(program, served))
    for (const start of starts)
      for (const { module, within, doubt } of around(served.reaches, start, named)) {
        const one = all.get(keyOf(module, within));
        if (!one?.reads.some((read) => runsFor(start, module, read.at))) continue;
        if (doubt === undefined) one.routes.add(name);
        else one.doubt ??= doubt;
      }
  const unread = unreadIn(program) ?? served.found.flatMap(({ unseen }) => unseen)[0]?.file;
  return [...all.values()].map((one) => listing(one, unread));
}

/** What these do with many things is not to answer with them. */
const WORKS_BY_NAME =
  /^_*(auto|unlock|lock|sync|refresh|send|notify|migrate|seed|validate|check|is|has|can)(_|[A-Z])/;

interface Listing {
  readonly module: SourceModule;
  readonly reads: ManyRead[];
  readonly routes: Set<string>;
  /** What would tell whether another route leads there. */
  doubt: string | undefined;
}

/** By the function that people would name: what stands in its arrow functions is its own. */
function keyOf(module: SourceModule, within: number): string {
  return addressOf(module, within);
}

const OF_ONE = /(\{[^}]*\}|:[^/]+|<[^>]*>|\[[^\]]*\])\/?$/;
const NO_LIST =
  /(^|\/)(health\w*|healthz|ping|ready|readyz|live|livez|metrics|status|stats|statistics|version)\/?$/i;

/** Routes that may answer with a list: not those of one thing, of health, or that export all on purpose. */
function* startsOf(
  program: Program,
  { reaches, routes, handlers }: Served,
): Generator<{ name: string; starts: readonly FunctionAt[] }> {
  for (const { method, path, handlers: starts } of routes) {
    if (!/^(GET|ANY)$/.test(method)) continue;
    if (path !== undefined && (OF_ONE.test(path) || NO_LIST.test(path) || ASKS_FOR_A_COPY.test(path)))
      continue;
    yield { name: `${method} ${path ?? '*'}`, starts };
  }
  for (const handler of handlers)
    if (!/(^|[/._-])(post|put|delete|create|update|remove|export)/i.test(handler.name))
      yield { name: handler.name, starts: listingParts(reaches, handler) };
  for (const one of resolversIn(program))
    yield { name: `${one.module.file.replace(/\.\w+$/, '')}.handler`, starts: [one] };
}

/** A function that changes something answers with lists only where it tells apart that it is asked for some. */
function listingParts(reaches: Reaches, handler: HttpHandler): readonly FunctionAt[] {
  const isPlain = (one: FunctionAt) => !reaches.of(one).calls.some(writes);
  if (handler.routes.length > 0 || isPlain(handler)) return [handler];
  return partsByMethod(handler)
    .filter(({ method }) => method === 'GET')
    .map(({ part }) => ({ module: handler.module, function: handler.function, part }))
    .filter(isPlain);
}

/** Of a function that tells apart what it is asked for, only some runs. */
function runsFor({ part }: FunctionAt, module: SourceModule, at: Place): boolean {
  return part === undefined || part.module !== module || part.runs(at);
}

const WRITES =
  /^(put|delete|update|insert|batch_write|send_message|publish)(_|[A-Z]|$)|^(Put|Delete|Update|BatchWrite|SendMessage|Publish)\w*Command$/;

/** What changes something is no list, whatever it reads on the way. */
function writes({ call }: CallAt): boolean {
  return WRITES.test(lastName(call.callee) ?? '');
}

/** Functions that AppSync calls: they are given the arguments of a field. */
function* resolversIn(program: Program): Generator<FunctionAt> {
  for (const module of program.modules.values())
    for (const [number, { name, parameters, within }] of module.functions.entries()) {
      const [first] = parameters;
      const isHandler = /handler$/i.test(name ?? '') || (name === undefined && within === TOP);
      if (!isHandler || first === undefined) continue;
      const ofField = /^(arguments|info)(\.|$)/;
      const read =
        first.members?.some(({ member }) => ofField.test(member)) === true ||
        module.reads.some((one) => one.within === number && /^event\.arguments(\.|$)/.test(one.path ?? ''));
      if (read) yield { module, function: number };
    }
}

type Methods = ReadonlyMap<string, readonly FunctionAt[]>;

/** Methods of objects and classes: what is called on something that somebody else made may be one of them. */
function methodsByName(program: Program): Methods {
  const found = new Map<string, FunctionAt[]>();
  const add = (name: string, one: FunctionAt) => {
    const before = found.get(name);
    if (before === undefined) found.set(name, [one]);
    else before.push(one);
  };
  for (const module of program.modules.values()) {
    for (const [number, { name, class: own, isDeclared }] of module.functions.entries())
      if (name !== undefined && (own !== undefined || !isDeclared)) add(name, { module, function: number });
  }
  return found;
}

const MOST_METHODS = 3;

function* around(
  reaches: Reaches,
  start: FunctionAt,
  named: Methods,
): Generator<{ module: SourceModule; within: number; doubt: string | undefined }> {
  const seen = new Set<string>();
  const waiting: { at: FunctionAt; depth: number; doubt: string | undefined }[] = [
    { at: start, depth: 0, doubt: undefined },
  ];
  for (const { at: one, depth, doubt } of waiting) {
    const key = `${one.module.file}#${one.function}${doubt === undefined ? '' : ' perhaps'}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const { functions, calls } = reaches.of(one);
    for (const { module, function: number } of functions)
      for (const inner of reaches.inside(module, number)) yield { module, within: inner, doubt };
    if (depth > 1) continue;
    for (const { module, call, meaning } of calls) {
      if (meaning.kind !== 'open' && meaning.kind !== 'parameter') continue;
      const name = lastName(call.callee) ?? '';
      const methods = named.get(name) ?? [];
      const why = isOfItem(call.callee)
        ? `what ${name} is called on in ${module.file}:${call.at.line}`
        : undefined;
      if (methods.length <= MOST_METHODS)
        for (const method of methods) waiting.push({ at: method, depth: depth + 1, doubt: doubt ?? why });
    }
  }
}

/** Routes that lead there may stand in what was not read, or call it on something of which nobody can tell what it is. */
function listing({ module, reads, routes, doubt: led }: Listing, unread: string | undefined): RepositoryFact {
  const decidedBy = unread === undefined ? led : `reading ${unread}`;
  const [{ within, at: first }] = reads as [ManyRead];
  const place = (one: Place) => at(module, one);
  const open = reads.find(({ limited }) => limited === undefined);
  const doubt = unknown(
    'unresolved-expression',
    `how much ${open?.asks ?? ''} may give (${module.file}:${open?.at.line})`,
    inCode(place(open?.at ?? first)),
  );
  const items = reads.map(({ asks, limited, most, of, goesOn, at: where }) =>
    written(
      {
        asks,
        of,
        limited: limited ?? doubt,
        capped:
          most === 'open'
            ? doubtOfMost(module, asks, place(where))
            : most === undefined
              ? undefined
              : most === 'code',
        goesOn: goesOn ? true : undefined,
      },
      place(where),
    ),
  );
  return fact({
    type: 'Repository::Listing',
    address: `list in ${addressOf(module, within)}`,
    at: place(first),
    properties: {
      path: module.file,
      function: functionAround(module, within),
      routes:
        decidedBy === undefined
          ? [...routes].sort()
          : openList([...routes].sort(), unknown('unresolved-expression', decidedBy, inCode(place(first)))),
      reads: items,
    },
  });
}

function doubtOfMost(module: SourceModule, asks: string, place: ReturnType<typeof at>) {
  const why = `what the most is that ${asks} may be asked for (${module.file}:${place.line})`;
  return unknown('unresolved-expression', why, inCode(place));
}
