import {
  type Call,
  type Expression,
  type Range,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsBetween } from './calls-between.ts';
import { lastOf } from './origins.ts';

/** A place where several calls run together. */
export interface Together {
  /** What lets them: `Promise.all`. */
  readonly by: string;
  readonly call: Call;
  /** The calls, and the functions that are called. */
  readonly work: Work;
}

export interface Work {
  readonly ranges: readonly Range[];
  /** What is handed over and may be called, with the function that it stands in. */
  readonly handed: readonly Handed[];
  /** Whether some of it is written in a way that is not read: what a list is made of. */
  readonly isOpen: boolean;
}

export interface Handed {
  readonly value: Expression;
  readonly within: number;
  /** Whether it is called there, whatever it is. */
  readonly isCalled: boolean;
}

const OF_SCRIPTS = /^(Promise\.(all|allSettled)|p-map(\.default)?|p-all(\.default)?)$/;
const OF_PYTHON =
  /(^|\.)(gather|submit|map|starmap|apply_async|create_task|start_soon|run_in_executor|to_thread|Thread|Process)$/;
/** `map` and `submit` are words of many things; of these they run something together. */
const POOLS =
  /(^|[._])(pool|executor|ThreadPool\w*|ProcessPool\w*|Pool|tg|task_?group|nursery|loop|ex|e)(\(\))?\.\w+$/i;

/** Where several calls run together in a range. */
export function runTogether(module: SourceModule, range: Range): readonly Together[] {
  return callsBetween(module, range).flatMap((call): Together[] => {
    const path = call.path ?? lastOf(call.callee);
    const runs =
      module.language === 'script'
        ? OF_SCRIPTS.test(path) || (call.isNew && path === 'Worker')
        : OF_PYTHON.test(path) && (/(gather|Thread|Process|to_thread)$/.test(path) || POOLS.test(path));
    return runs ? [{ by: path, call, work: workOf(module, call, range) }] : [];
  });
}

/** What runs there: what is written between the brackets, what a name there stands for, what is put into the list of that name. */
function workOf(module: SourceModule, call: Call, body: Range): Work {
  const ranges: Range[] = [call];
  const handed: Handed[] = [];
  const seen = new Set<string>();
  let isOpen = false;
  const look = (value: Expression, within: number): void => {
    for (const part of partsOf(value, module)) {
      isOpen ||= part.kind === 'other';
      if (part.kind === 'call') ranges.push(module.calls[part.call]!);
      if (part.kind === 'function') ranges.push(module.functions[part.function]!);
      if (part.kind !== 'name' || seen.has(part.name)) continue;
      seen.add(part.name);
      handed.push({ value: part, within, isCalled: false });
      for (const { target, value: bound, within: at } of module.bindings)
        if (target.kind === 'name' && target.name === part.name && at !== TOP) look(bound, at);
      for (const { callee, arguments: given, within: at } of callsBetween(module, body))
        if (
          callee.kind === 'member' &&
          /^(push|append|add)$/.test(callee.name) &&
          lastOf(callee.of) === part.name
        )
          for (const one of given) look(one.value, at);
    }
  };
  for (const { value } of call.arguments) look(value, call.within);
  // Functions that calls between the brackets are handed: `ids.map(store)`, `pool.submit(store, 1)`.
  for (const inner of ranges.flatMap((one) => callsBetween(module, one))) {
    const callsFirst = /^(map|flatMap|submit|starmap|apply_async|to_thread)$/.test(lastOf(inner.callee));
    for (const [index, { name, value }] of inner.arguments.entries())
      if (value.kind === 'name' || value.kind === 'member')
        handed.push({
          value,
          within: inner.within,
          isCalled: name === 'target' || (callsFirst && index === 0 && name === undefined),
        });
  }
  return { ranges, handed, isOpen };
}
