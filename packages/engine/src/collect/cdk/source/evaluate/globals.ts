import type { Location } from '../../../../model/origin.ts';
import { call } from './calls.ts';
import type { Execution } from './execution.ts';
import { forEachItem } from './loops.ts';
import { pathRun } from './repository-paths.ts';
import { type Run, seenThrough } from './run.ts';

/** Names of the languages themselves that are followed. */
const GLOBALS: ReadonlySet<string> = new Set([
  'Object',
  'Object.entries',
  'Object.keys',
  'Object.values',
  'Object.freeze',
  'Object.assign',
  'Object.fromEntries',
  'Array',
  'Array.from',
  'Array.isArray',
  'Array.of',
  'String',
  'Number',
  'Boolean',
  'JSON',
  'JSON.stringify',
  'JSON.parse',
  'console',
  'Math',
  'process',
  'process.env',
  'process.cwd',
  'process.exit',
  'parseInt',
  'require',
  'module',
  'exports',
  'module.exports',
  'Error',
  'Symbol',
  'Promise',
  'Date',
  'path',
  'str',
  'int',
  'bool',
  'dict',
  'list',
  'len',
  'print',
  'enumerate',
  'range',
  'zip',
  'isinstance',
  'os',
  'open',
  'sorted',
  'tuple',
  'set',
  'super',
]);

/** A name that the language has by itself. */
export function globalNamed(name: string, at: Location): Run | undefined {
  if (GLOBALS.has(name) || /^(?:console|Math)\./.test(name)) return { kind: 'global', name, at, seen: [] };
  return undefined;
}

/** Packages that read and compute but touch no construct. */
const HARMLESS =
  /^(?:node:)?(?:path|fs|os|util|crypto|url|child_process|assert)$|^(?:fs\/promises|dotenv(?:\/config)?|source-map-support(?:\/register)?|os|sys|json|pathlib|typing|dataclasses|enum|re|datetime|subprocess|logging|abc|functools|yaml|js-yaml|cdk-nag|cdk_nag)$/;

export function isHarmless(module: string): boolean {
  return HARMLESS.test(module);
}

/** Those that give texts, numbers and what is made of them. */
const DATA = /^(?:node:)?(?:path|fs|os|crypto)$|^(?:fs\/promises|json|yaml|js-yaml)$/;

/** Whether what a package gives is plain data. */
export function givesData(module: string): boolean {
  return DATA.test(module);
}

/** Calls a function of the language, or a method of a text, list or plain object. */
export function callGlobal(
  callee: Extract<Run, { kind: 'global' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): Run {
  const { of } = callee;
  if (of?.kind === 'list') return callList(callee.name, of, args, at, by);
  if (of?.kind === 'object') return callObject(callee.name, of, args, at, by);
  if (of?.kind === 'scalar') return callText(callee.name, of, args, at, by);
  if (of?.kind === 'function')
    return /^(?:call|bind)$/.test(callee.name)
      ? call(of, args.slice(1), at, by)
      : by.unknown(callee.name, at);
  if (of?.kind === 'text') return by.unknown(`a text`, at);
  const first = args[0];
  switch (callee.name) {
    case 'Object.freeze':
    case 'String':
    case 'str':
    case 'list':
    case 'tuple':
      return first?.kind === 'list' ||
        first?.kind === 'object' ||
        (first?.kind === 'scalar' && typeof first.value === 'string')
        ? first
        : by.unknown(callee.name, at);
    case 'dict':
      return first?.kind === 'object' ? first : by.unknown(callee.name, at);
    case 'Object.entries':
    case 'Object.keys':
    case 'Object.values':
      return first?.kind === 'object'
        ? pairs(first, callee.name.slice('Object.'.length), at)
        : by.unknown(callee.name, at);
    case 'enumerate':
      if (first?.kind !== 'list') return by.unknown(callee.name, at);
      return {
        ...first,
        cell: {
          items: first.cell.items.map(
            (item, i): Run => ({
              kind: 'list',
              cell: { items: [{ kind: 'scalar', value: i, at, seen: [] }, item], open: false },
              at,
              seen: [],
            }),
          ),
          open: first.cell.open,
        },
      };
    case 'range': {
      const [from, to] = args.length > 1 ? [args[0], args[1]] : [undefined, first];
      const [a, b] = [
        from?.kind === 'scalar' ? Number(from.value) : 0,
        to?.kind === 'scalar' ? Number(to.value) : Number.NaN,
      ];
      if (args.length > 2 || !(b - a >= 0 && b - a <= 200) || (from !== undefined && from.kind !== 'scalar'))
        return by.unknown('a range', at);
      return {
        kind: 'list',
        cell: {
          items: Array.from(
            { length: b - a },
            (_, i): Run => ({ kind: 'scalar', value: a + i, at, seen: [] }),
          ),
          open: false,
        },
        at,
        seen: [],
      };
    }
    case 'Object.assign': {
      if (first?.kind === 'object') {
        first.cell.open = true;
        for (const key of first.cell.members.keys())
          first.cell.members.set(key, by.unknown('what is assigned', at));
      }
      return by.unknown(callee.name, at);
    }
    case 'process.cwd':
      return pathRun({ from: 'app', path: '.' }, at);
    case 'isinstance':
      return by.unknown(callee.name, at);
    case 'JSON.parse':
      return by.data(callee.name, at);
    default:
      // A function of the language changes nothing that it is given, but may call back.
      by.maybe(at, 'a call that is not followed', () => {
        for (const arg of args) if (arg.kind === 'function') call(arg, [], at, by);
      });
      return by.unknown(`${callee.name}()`, at);
  }
}

function pairs(object: Extract<Run, { kind: 'object' }>, what: string, at: Location): Run {
  const items = [...object.cell.members].map(([name, member]): Run => {
    const key: Run = { kind: 'scalar', value: name, at, seen: object.seen };
    const value = seenThrough(member, object.seen);
    if (what === 'keys') return key;
    return what === 'values'
      ? value
      : { kind: 'list', cell: { items: [key, value], open: false }, at, seen: [] };
  });
  return { kind: 'list', cell: { items, open: object.cell.open }, at, seen: [] };
}

function callObject(
  name: string,
  object: Extract<Run, { kind: 'object' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): Run {
  if (name === 'items') return pairs(object, 'entries', at);
  if (name === 'keys' || name === 'values') return pairs(object, name, at);
  if (name === 'get') {
    const key = args[0];
    if (key?.kind !== 'scalar') return by.unknown('a member', at);
    const found = object.cell.members.get(String(key.value));
    if (found !== undefined) return { ...seenThrough(found, [...object.seen, at]) };
    if (object.cell.open) return by.unknown('a member', at);
    return args[1] ?? { kind: 'undefined', at, seen: [] };
  }
  if (name === 'copy')
    return { ...object, cell: { members: new Map(object.cell.members), open: object.cell.open } };
  object.cell.open = true;
  for (const key of object.cell.members.keys())
    object.cell.members.set(key, by.unknown('what is written over', at));
  return by.unknown('a member', at);
}

function callList(
  name: string,
  list: Extract<Run, { kind: 'list' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): Run {
  const callback = args[0];
  switch (name) {
    case 'forEach':
      if (callback !== undefined) forEachItem(list, callback, at, by);
      return { kind: 'undefined', at, seen: [] };
    case 'map':
      if (callback === undefined) return by.unknown(name, at);
      return {
        kind: 'list',
        cell: { items: forEachItem(list, callback, at, by), open: list.cell.open },
        at,
        seen: [],
      };
    case 'push':
    case 'append': {
      // Whether it is pushed may hang on a condition; then it is one of those that may be there.
      const certain = by.exists.op === 'always';
      if (certain) list.cell.items.push(...args);
      else list.cell.open = true;
      return { kind: 'undefined', at, seen: [] };
    }
    case 'concat': {
      const [more] = args;
      if (more?.kind === 'list')
        return {
          kind: 'list',
          cell: { items: [...list.cell.items, ...more.cell.items], open: list.cell.open || more.cell.open },
          at,
          seen: [...list.seen, at],
        };
      return by.unknown(name, at);
    }
    case 'includes': {
      const items = list.cell.items;
      if (callback?.kind !== 'scalar' || list.cell.open || !items.every((i) => i.kind === 'scalar'))
        return by.unknown(name, at);
      return {
        kind: 'scalar',
        value: items.some((i) => i.kind === 'scalar' && i.value === callback.value),
        at,
        seen: [],
      };
    }
    case 'length':
      return by.unknown(name, at);
    default:
      // What is computed from a list is not known; what calls back may do so for any member.
      by.maybe(at, 'what a list holds', () => {
        for (const arg of args) if (arg.kind === 'function') forEachItem(list, arg, at, by);
      });
      if (/^(?:pop|shift|unshift|splice|sort|reverse|fill|extend|insert|remove|clear)$/.test(name)) {
        list.cell.items = [];
        list.cell.open = true;
      }
      return by.unknown(name, at);
  }
}

function callText(
  name: string,
  text: Extract<Run, { kind: 'scalar' }>,
  args: readonly Run[],
  at: Location,
  by: Execution,
): Run {
  const value = String(text.value);
  const given = args[0]?.kind === 'scalar' ? String(args[0].value) : undefined;
  const seen = [...text.seen.slice(-6), at];
  switch (name) {
    case 'toLowerCase':
    case 'lower':
      return { kind: 'scalar', value: value.toLowerCase(), at, seen };
    case 'toUpperCase':
    case 'upper':
      return { kind: 'scalar', value: value.toUpperCase(), at, seen };
    case 'toString':
    case 'trim':
    case 'strip':
      return { kind: 'scalar', value: value.trim(), at, seen };
    case 'startsWith':
    case 'startswith':
      return given === undefined
        ? by.unknown(name, at)
        : { kind: 'scalar', value: value.startsWith(given), at, seen: [] };
    case 'endsWith':
    case 'endswith':
      return given === undefined
        ? by.unknown(name, at)
        : { kind: 'scalar', value: value.endsWith(given), at, seen: [] };
    case 'includes':
      return given === undefined
        ? by.unknown(name, at)
        : { kind: 'scalar', value: value.includes(given), at, seen: [] };
    case 'split':
      if (given === undefined) return by.unknown(name, at);
      return {
        kind: 'list',
        cell: {
          items: value.split(given).map((part): Run => ({ kind: 'scalar', value: part, at, seen })),
          open: false,
        },
        at,
        seen: [],
      };
    default:
      return by.unknown(name, at);
  }
}
