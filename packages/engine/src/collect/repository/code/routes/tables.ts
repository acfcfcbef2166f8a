import { partsOfKind } from '../../joins/expressions.ts';
import type { FunctionAt, Reaches } from '../behaviour/reach.ts';
import { lastName } from '../behaviour/reach.ts';
import type { Binding, Expression, SourceModule } from '../syntax/source-module.ts';
import type { FoundRoute } from './route.ts';
import { entriesOf, type Keyed, keyedBy } from './table-keys.ts';
import { handlersIn } from './walk.ts';

/** A table in which a function of Lambda looks for what answers a request. */
export interface Table {
  readonly name: string;
  readonly module: SourceModule;
  readonly routes: readonly FoundRoute[];
  readonly isNested: boolean;
  /** Where it may hold more than is written in it. */
  readonly open?: string;
}

/** The tables of a function by method and path: `{ 'GET /cards': cards }`, `new Map([['GET /cards', cards]])`, and those by each. */
export function tablesOf(
  reaches: Reaches,
  start: FunctionAt,
  isOwn: (table: string | undefined) => boolean,
): readonly Table[] {
  const files = new Set([start.module, ...reaches.of(start).functions.map(({ module }) => module)]);
  return [...files].flatMap((module) =>
    module.bindings.flatMap((binding): Table[] => {
      const written = entriesOf(binding.value, module);
      const keyed = written === undefined ? undefined : keyedBy(written, module);
      if (keyed === undefined) return [];
      const { target, within } = binding;
      const name = target.kind === 'name' || target.kind === 'member' ? target.name : undefined;
      if (!isOwn(name) || (keyed.first !== undefined && !isAskedBy(keyed.first, name, [...files]))) return [];
      const routes = keyed.keys.map(
        ({ member, method, path }): FoundRoute => ({
          framework: 'lambda',
          method,
          path,
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
      // Without a word for a method and a path in one, it may be a table of anything.
      if (keyed.first !== undefined && routes.some(({ handlers }) => handlers.length === 0)) return [];
      const open = whyOpen(keyed, binding, name, [...files]);
      return [
        {
          name: name ?? '',
          module,
          routes,
          isNested: keyed.isNested,
          ...(open === undefined ? {} : { open }),
        },
      ];
    }),
  );
}

/** Whether whatever looks into a table does so by the method or the path that is asked for. */
function isAskedBy(first: Keyed['first'], name: string | undefined, files: readonly SourceModule[]): boolean {
  const asked = files.flatMap((module) => [
    ...partsOfKind(module, 'index').flatMap(({ value, within }) =>
      lastName(value.of) === name ? [{ module, value: value.index, within }] : [],
    ),
    ...module.calls.flatMap(({ callee, arguments: [key], within }) =>
      callee.kind === 'member' && callee.name === 'get' && lastName(callee.of) === name && key !== undefined
        ? [{ module, value: key.value, within }]
        : [],
    ),
  ]);
  const says = first === 'method' ? OF_METHOD : OF_PATH;
  return (
    name !== undefined &&
    asked.length > 0 &&
    asked.every(({ module, value, within }) => {
      const bound = module.bindings.filter(
        (one) => value.kind === 'name' && one.within === within && lastName(one.target) === value.name,
      );
      return [value, ...bound.map((one) => one.value)].some((one) => says.test(lastName(one) ?? ''));
    })
  );
}

const OF_METHOD = /^(?:httpMethod|method)$/;
const OF_PATH = /^(?:path|rawPath|resource|pathname)$/;

/** A key that is computed, or a place that may put more into the table: it is changed, or handed on. */
function whyOpen(
  { open: isOpen, isNested }: Keyed,
  { at, target }: Binding,
  name: string | undefined,
  files: readonly SourceModule[],
): string | undefined {
  const [own] = files.filter(({ bindings }) => bindings.some((one) => one.target === target));
  if (isOpen || name === undefined) return `the keys of ${name ?? 'a table'} (${own?.file}:${at.line})`;
  const isIt = (value: Expression) =>
    isCalled(value, name) ||
    (isNested && (value.kind === 'member' || value.kind === 'index') && isCalled(value.of, name));
  for (const module of files) {
    const changed = module.bindings.find(
      (one) =>
        one.target !== target &&
        (isCalled(one.target, name) ||
          ((one.target.kind === 'member' || one.target.kind === 'index') && isIt(one.target.of))),
    );
    const handed = module.calls.find(
      ({ callee, path, arguments: given }) =>
        (!ASKS.test(path ?? '') && given.some(({ value }) => isIt(value))) ||
        (callee.kind === 'member' && isIt(callee.of) && !ASKED.test(callee.name)),
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
