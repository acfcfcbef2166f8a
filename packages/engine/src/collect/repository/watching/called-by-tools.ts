import { onceFor } from '../../../once-for.ts';
import { keyOf, lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { servedBy } from '../code/routes/served.ts';
import { type Expression, isInside, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf, placedPartsIn } from '../joins/expressions.ts';
import { unreadIn } from '../practices/unread.ts';
import { importedScripts } from './running-scripts.ts';
import { isOfTools } from './served-code.ts';

/** Whether only programs that people start call a function: `perhaps` where a file that may call it was not read. */
export type ByTools = 'yes' | 'perhaps' | 'no';

/** Whether what stands in a function of a served module runs in nothing but tools: a helper that `manage.py` alone calls. */
export function calledByTools(program: Program, module: SourceModule, within: number): ByTools {
  const number = hasTools(program) ? named(module, within) : undefined;
  if (number === undefined) return 'no';
  return ofFunction(program, module, number);
}

/** Where there are none, nobody has to be asked who calls what. */
const hasTools = onceFor(
  (program: Program): boolean =>
    [...program.modules.values()].some(isOfTools) ||
    program.unread.some(({ file }) => isOfTools({ file, imports: [] })),
);

const ofFunction = onceFor((program: Program, module: SourceModule, number: number): ByTools => {
  const table = mentionsIn(program);
  let isCalled = false;
  for (const who of toolsAround(table, module, number, new Set())) {
    if (who === 'served') return 'no';
    isCalled = true;
  }
  if (isCalled) return unreadIn(program) === undefined ? 'yes' : 'perhaps';
  return table.isToolUnread && !isEntry(table, module, number) ? 'perhaps' : 'no';
});

interface Mention {
  readonly module: SourceModule;
  readonly within: number;
}

interface Mentions {
  /** Where a name is used, whoever is meant by it: methods are called on what nobody can follow. */
  readonly of: ReadonlyMap<string, readonly Mention[]>;
  readonly isToolUnread: boolean;
  /** Keys of the functions that routes and Lambda call. */
  readonly answering: ReadonlySet<string>;
  readonly isTool: (module: SourceModule) => boolean;
}

const mentionsIn = onceFor((program: Program): Mentions => {
  const of = new Map<string, Mention[]>();
  const add = (name: string, mention: Mention) => {
    const others = of.get(name);
    if (others === undefined) of.set(name, [mention]);
    else if (others.at(-1)?.module !== mention.module || others.at(-1)?.within !== mention.within)
      others.push(mention);
  };
  for (const module of program.modules.values()) {
    for (const { value, within } of placedPartsIn(module)) {
      const name = nameOf(value);
      if (name !== undefined) add(name, { module, within });
    }
    for (const { decorators, within } of module.functions)
      for (const one of decorators)
        for (const part of partsOf(one, module)) add(nameOf(part) ?? '', { module, within });
  }
  const unread = [
    ...program.unread.map(({ file }) => ({ file, imports: [] })),
    ...[...program.modules.values()].filter(({ problems }) => problems.length > 0),
  ];
  const imported = importedScripts(program);
  const { routes, handlers } = servedBy(program);
  const answering = [...routes.flatMap((one) => [...one.handlers, ...(one.before ?? [])]), ...handlers];
  return {
    of,
    isToolUnread: unread.some((one) => isOfTools(one)),
    answering: new Set(answering.map((one) => keyOf(one.module, one.function))),
    isTool: (module) => isOfTools(module) && !imported.has(module),
  };
});

/** What is mentioned: a name, a member, and a text that is looked up by others. */
function nameOf(part: Expression): string | undefined {
  return part.kind === 'literal' && typeof part.value === 'string' ? part.value : lastName(part);
}

/** Who calls a function, as far as it goes back to tools or to what may be served: the first that is served settles it. */
function* toolsAround(
  table: Mentions,
  module: SourceModule,
  number: number,
  seen: Set<string>,
): Generator<'tool' | 'served'> {
  const own = module.functions[number]!;
  const key = keyOf(module, number);
  if (seen.has(key)) return;
  seen.add(key);
  if (isEntry(table, module, number) || own.name === undefined || seen.size > 20) {
    yield 'served';
    return;
  }
  for (const { module: from, within } of table.of.get(own.name) ?? []) {
    if (from === module && isInside(module, within, number)) continue;
    if (table.isTool(from)) {
      yield 'tool';
      continue;
    }
    const caller = named(from, within);
    if (caller === undefined) yield 'served';
    else if (!seen.has(keyOf(from, caller))) {
      let isCalled = false;
      for (const who of toolsAround(table, from, caller, seen)) {
        isCalled = true;
        yield who;
      }
      // What nobody is seen to call may be called by anybody.
      if (!isCalled) yield 'served';
    }
  }
}

/** What a framework or Lambda calls by itself: a method of a class that has a base may be called by whoever knows the base. */
function isEntry({ answering }: Mentions, module: SourceModule, number: number): boolean {
  const { name, decorators, class: own } = module.functions[number]!;
  return (
    answering.has(keyOf(module, number)) ||
    CALLED_BY_NAME.test(name ?? '') ||
    (own !== undefined && module.classes[own]!.bases.length > 0) ||
    decorators.some((one) => !/^(staticmethod|classmethod)$/.test(lastName(one) ?? ''))
  );
}

const CALLED_BY_NAME =
  /[hH]andler$|^(main|run|default|constructor|__\w+__|GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|loader|action|middleware|getServerSideProps)$/;

/** The function with a name that a place is in. */
function named(module: SourceModule, within: number): number | undefined {
  for (let at = within; at !== TOP; at = module.functions[at]!.within)
    if (
      module.functions[at]!.name !== undefined &&
      (module.functions[at]!.isDeclared ||
        module.functions[at]!.class !== undefined ||
        module.functions[at]!.within === TOP)
    )
      return at;
  return undefined;
}
