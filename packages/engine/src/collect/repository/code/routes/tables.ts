import type { FunctionAt, Reaches } from '../behaviour/reach.ts';
import { lastName } from '../behaviour/reach.ts';
import type { Binding, Expression, Member, SourceModule } from '../syntax/source-module.ts';
import type { FoundRoute } from './route.ts';
import { handlersIn } from './walk.ts';

/** A table in which a function of Lambda looks for what answers a request. */
export interface Table {
  readonly name: string;
  readonly module: SourceModule;
  readonly routes: readonly FoundRoute[];
  /** Where it may hold more than is written in it. */
  readonly open?: string;
}

const KEY = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;

/** The tables of a function by method and path: `{ 'GET /cards': cards }`, `new Map([['GET /cards', cards]])`. */
export function tablesOf(
  reaches: Reaches,
  start: FunctionAt,
  isOwn: (table: string | undefined) => boolean,
): readonly Table[] {
  const files = new Set([start.module, ...reaches.of(start).functions.map(({ module }) => module)]);
  return [...files].flatMap((module) =>
    module.bindings.flatMap((binding): Table[] => {
      const written = entriesOf(binding.value, module);
      if (written === undefined) return [];
      const keys = written.members.map((member) => ({ member, key: KEY.exec(member.name) }));
      if (keys.length === 0 || keys.some(({ key }) => key === null)) return [];
      const { target, within } = binding;
      const name = target.kind === 'name' || target.kind === 'member' ? target.name : undefined;
      if (!isOwn(name)) return [];
      const routes = keys.map(
        ({ member, key }): FoundRoute => ({
          framework: 'lambda',
          method: key![1]!,
          path: key![2]!,
          module,
          at: member.at,
          handlers: handlersIn(reaches.program, { module, value: member.value, within }),
          answer: { module, value: member.value, within },
          handlerName: undefined,
          before: [start],
          guards: [],
          guardsOpen: undefined,
          options: [],
        }),
      );
      const open = whyOpen(written.open, binding, name, [...files]);
      return [{ name: name ?? '', module, routes, ...(open === undefined ? {} : { open }) }];
    }),
  );
}

interface Entries {
  readonly members: readonly Member[];
  readonly open: boolean;
}

function entriesOf(value: Expression, module: SourceModule): Entries | undefined {
  if (value.kind === 'object') return value;
  if (value.kind !== 'call') return undefined;
  const { path, isNew, arguments: given } = module.calls[value.call]!;
  const [list] = given;
  if (path === 'Object.freeze') return list === undefined ? undefined : entriesOf(list.value, module);
  if (path !== 'Map' || !isNew || list?.value.kind !== 'list') return undefined;
  const members = list.value.items.map((item): Member | undefined => {
    const [key, answer] = item.kind === 'list' ? item.items : [];
    return key?.kind === 'literal' && typeof key.value === 'string' && answer !== undefined
      ? { name: key.value, value: answer, at: item.at }
      : undefined;
  });
  const told = members.filter((one) => one !== undefined);
  return { members: told, open: list.value.open || told.length < members.length };
}

/** A key that is computed, or a place that may put more into the table: it is changed, or handed on. */
function whyOpen(
  isOpen: boolean,
  { at, target }: Binding,
  name: string | undefined,
  files: readonly SourceModule[],
): string | undefined {
  const [own] = files.filter(({ bindings }) => bindings.some((one) => one.target === target));
  if (isOpen || name === undefined) return `the keys of ${name ?? 'a table'} (${own?.file}:${at.line})`;
  for (const module of files) {
    const changed = module.bindings.find(
      (one) =>
        one.target !== target &&
        (isCalled(one.target, name) ||
          ((one.target.kind === 'member' || one.target.kind === 'index') && isCalled(one.target.of, name))),
    );
    const handed = module.calls.find(
      ({ callee, path, arguments: given }) =>
        (!ASKS.test(path ?? '') && given.some(({ value }) => isCalled(value, name))) ||
        (callee.kind === 'member' && isCalled(callee.of, name) && !ASKED.test(callee.name)),
    );
    const place = changed?.at ?? handed?.at;
    if (place !== undefined) return `what is done with ${name} (${module.file}:${place.line})`;
  }
  return undefined;
}

const ASKS = /^Object\.(hasOwn|keys|values|entries)$|^console\./;
const ASKED = /^(get|has|hasOwnProperty|keys|values|entries)$/;

function isCalled(value: Expression, name: string): boolean {
  return lastName(value) === name;
}
