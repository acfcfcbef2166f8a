import type { FunctionAt, Reaches } from '../behaviour/reach.ts';
import type { Expression, NamedMember, Place, Range, SourceModule } from '../syntax/source-module.ts';
import { isGeneral } from './shown-errors.ts';

/** A place where something that went wrong is answered. */
export interface Answering {
  readonly module: SourceModule;
  readonly at: Place;
  /** Where its code stands. */
  readonly range: Range;
  /** The name of what went wrong; nothing where it has none. */
  readonly name: string | undefined;
  /** Of a pattern (`catch ({ message })`) the names in it, by member. */
  readonly members: readonly NamedMember[] | undefined;
  /** The functions in which `return` is an answer. */
  readonly answers: ReadonlySet<number>;
  /** The classes that are caught, in Python; what has its own class is told on purpose. */
  readonly types: readonly Expression[];
  /** Where it was caught; nothing where it answers for whatever goes wrong anywhere. */
  readonly from: { readonly module: SourceModule; readonly at: Place } | undefined;
}

/** `catch` on the way of a request, and in Python `except Exception` and that for an error of the repository's own. */
export function caughtOnTheWay(reaches: Reaches, starts: readonly FunctionAt[]): readonly Answering[] {
  const scopes = new Map<SourceModule, { all: Set<number>; answers: Set<number> }>();
  const scopeOf = (module: SourceModule) => {
    const before = scopes.get(module);
    if (before !== undefined) return before;
    const made = { all: new Set<number>(), answers: new Set<number>() };
    scopes.set(module, made);
    return made;
  };
  for (const start of starts) {
    for (const number of reaches.inside(start.module, start.function))
      scopeOf(start.module).answers.add(number);
    for (const at of reaches.of(start).functions)
      for (const number of reaches.inside(at.module, at.function)) scopeOf(at.module).all.add(number);
  }
  return [...scopes].flatMap(([module, { all, answers }]) => [
    ...module.catches.flatMap(({ at, caught, name, members, types, within }): Answering[] =>
      all.has(within) &&
      (types.length === 0 || types.some((one) => isGeneral(one) || isOwn(reaches, module, one, within)))
        ? [
            {
              module,
              at,
              range: caught,
              name,
              members,
              answers: answers.has(within) ? new Set([within]) : new Set(),
              types,
              from: { module, at },
            },
          ]
        : [],
    ),
    ...handedToPromises(module, all),
  ]);
}

/** Whether a class, or one of several, is of the repository, as far as that can be told. */
function isOwn(
  { program }: Pick<Reaches, 'program'>,
  module: SourceModule,
  type: Expression,
  within: number,
): boolean {
  if (type.kind === 'list') return type.items.some((one) => isOwn({ program }, module, one, within));
  return /^(class|open)$/.test(program.resolve(module, type, within).kind);
}

/** `find().catch((error) => response.send(…))`, `find().then(send, (error) => …)`. */
function handedToPromises(module: SourceModule, scope: ReadonlySet<number>): readonly Answering[] {
  return module.calls.flatMap(({ callee, arguments: given, within }): readonly Answering[] => {
    if (!scope.has(within) || callee.kind !== 'member' || module.language !== 'script') return [];
    const index = callee.name === 'catch' ? 0 : callee.name === 'then' ? 1 : undefined;
    const value = index === undefined ? undefined : given[index]?.value;
    if (value?.kind !== 'function') return [];
    const made = module.functions[value.function]!;
    const [first] = made.parameters;
    return [
      {
        module,
        at: made.at,
        range: made,
        name: first?.name,
        members: first?.members,
        answers: new Set(),
        types: [],
        from: { module, at: made.at },
      },
    ];
  });
}
