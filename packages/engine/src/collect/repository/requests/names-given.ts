import { branchesAround } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import { type Call, isBefore, isIn, type Place, type SourceModule } from '../code/syntax/source-module.ts';

/** What one call is handed by name. */
export interface Given {
  readonly found: ReadonlyMap<string, ValueAt>;
  /** Names that are put in only where something else holds. */
  readonly perhaps: ReadonlySet<string>;
  /** More may be handed over. */
  readonly open: boolean;
}

export function hasAny({ found, perhaps, open }: Given, names: readonly string[]): boolean | undefined {
  if (names.some((one) => found.has(one))) return true;
  return open || names.some((one) => perhaps.has(one)) ? undefined : false;
}

/** What is handed over by name, once for each object that a variable may be; nothing where that cannot be told. */
export function namesGiven(
  program: Program,
  module: SourceModule,
  { arguments: given, within, at }: Call,
): readonly Given[] | undefined {
  let all: readonly Given[] = [{ found: new Map(), perhaps: new Set(), open: false }];
  const add = (each: readonly Given[]) => {
    all = all.flatMap((before) =>
      each.map((one) => ({
        found: new Map([...before.found, ...one.found]),
        perhaps: new Set([...before.perhaps, ...one.perhaps]),
        open: before.open || one.open,
      })),
    );
  };
  for (const { name, value, spread } of given) {
    if (name !== undefined) {
      add([{ found: new Map([[name, { module, value, within }]]), perhaps: new Set(), open: false }]);
      continue;
    }
    const meaning = program.resolve(module, value, within);
    const meanings = meaning.kind === 'several' ? meaning.of : [meaning];
    const objects =
      value.kind === 'object'
        ? [{ module, value, within }]
        : meanings.map((one) => (one.kind === 'value' && one.value.kind === 'object' ? one : undefined));
    if (objects.every((one) => one !== undefined))
      add(objects.map((one) => membersGiven(program, one, { module, at, within })));
    else if (spread) add([{ found: new Map(), perhaps: new Set(), open: true }]);
    else return undefined;
  }
  return all;
}

/** The members of an object where it is handed over: those that it is made with, and those that are put into it before. */
function membersGiven(
  program: Program,
  { module, value: object, within: own }: ValueAt,
  call: { readonly module: SourceModule; readonly at: Place; readonly within: number },
): Given {
  const found = new Map<string, ValueAt>();
  const perhaps = new Set<string>();
  if (object.kind !== 'object') return { found, perhaps, open: true };
  for (const { name, value } of object.members) found.set(name, { module, value, within: own });
  for (const { target, value, at, within } of program.scopes(module).allAdded(object)) {
    if (target.kind !== 'member') continue;
    const around = module.functions[within];
    const isAlways =
      module === call.module &&
      within === call.within &&
      isBefore(at, call.at) &&
      branchesAround(module, at, around).every((one) => isIn(call.at, one.then) && isIn(at, one.then));
    if (isAlways) found.set(target.name, { module, value, within });
    else perhaps.add(target.name);
  }
  for (const { name } of object.perhaps ?? []) if (!found.has(name)) perhaps.add(name);
  return { found, perhaps, open: object.open && object.perhaps === undefined };
}
