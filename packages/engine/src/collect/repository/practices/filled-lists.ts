import { onceFor } from '../../../once-for.ts';
import { callersIn } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { callsTold } from '../joins/told-calls.ts';

/**
 * What is put into a list after it was made: `where.push(…)`, also by a function that is handed the list; nothing for what a
 * function puts in that was not read.
 */
export function putInto(program: Program, list: Expression): readonly (ValueAt | undefined)[] {
  return filled(program).get(list) ?? [];
}

const filled = onceFor((program: Program): ReadonlyMap<Expression, readonly (ValueAt | undefined)[]> => {
  const found = new Map<Expression, (ValueAt | undefined)[]>();
  const note = (at: ValueAt, put: readonly (ValueAt | undefined)[]) => {
    for (const list of listsMeant(program, at)) {
      const before = found.get(list);
      if (before === undefined) found.set(list, [...put]);
      else before.push(...put);
    }
  };
  for (const module of program.modules.values()) {
    for (const { call } of callsTold(program, module, 'name', putsIn)) {
      const { callee, arguments: given, within } = call;
      if (callee.kind === 'member')
        note(
          { module, value: callee.of, within },
          given.map(({ value }) => ({ module, value, within })),
        );
    }
    for (const { callee, arguments: given, within } of module.calls)
      for (const { value } of given)
        if ((value.kind === 'name' || value.kind === 'member') && isUnread(program, module, callee, within))
          note({ module, value, within }, [undefined]);
  }
  return found;
});

/** Whether what is called leads into code that was not read, or not as a whole. */
function isUnread(program: Program, module: SourceModule, callee: Expression, within: number): boolean {
  // `', '.join(names)`
  if (callee.kind === 'member' && callee.of.kind === 'literal') return false;
  const meaning = program.resolve(module, callee, within);
  return meaning.kind === 'open' || (meaning.kind === 'function' && meaning.module.problems.length > 0);
}

function putsIn(name: string): true | undefined {
  return /^(push|unshift|append|extend|insert|splice)$/.test(name) || undefined;
}

/** The lists that a name stands for; of a parameter those that callers hand over. */
function listsMeant(program: Program, { module, value, within }: ValueAt, steps = 0): readonly Expression[] {
  const meaning = program.resolve(module, value, within);
  return (meaning.kind === 'several' ? meaning.of : [meaning]).flatMap((one): readonly Expression[] => {
    if (one.kind === 'value') return one.value.kind === 'list' ? [one.value] : [];
    if (one.kind !== 'parameter' || one.members.length > 0 || steps > 3) return [];
    return callersIn(program)
      .handed(one.module, one.function, one.parameter)
      .flatMap((handed) => listsMeant(program, handed, steps + 1));
  });
}
