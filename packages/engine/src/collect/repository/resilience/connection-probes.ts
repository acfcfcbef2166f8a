import { parentsIn } from '../changes/call-parents.ts';
import { callsBetween } from '../changes/calls-between.ts';
import { type Callers, lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, isIn, type Range, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { chainOf } from '../requests/written-as.ts';

/** Statements that ask a database for nothing but an answer. */
const ASKS_NOTHING = /^\s*select\s+(1(\s*\+\s*1)?|now\(\)|version\(\)|true)(\s+as\s+\w+)?\s*;?\s*$/i;
const SEQUELIZE = /(^|\.)(sequelize|orm|db|database|connection|conn)(\(\))?\.authenticate$/i;
const PINGS =
  /(^|\.)(redis|client|cache|mongo|mongoose|admin|es|elastic\w*|search|db|database)(\(.*?\))?\.ping$/i;

/** Whether a call asks a store only whether it answers: what it says is used for nothing. */
export function isProbe(program: Program, module: SourceModule, call: Call): boolean {
  const last = lastOf(call.callee);
  if (last === 'authenticate') {
    const chain = chainOf(call.callee, module) ?? '';
    const path = program.pathOf(module, call.callee, call.within) ?? '';
    return call.arguments.length === 0 && (SEQUELIZE.test(chain) || /^sequelize(-typescript)?\./.test(path));
  }
  if (last === 'ping') return call.arguments.length === 0 && PINGS.test(chainOf(call.callee, module) ?? '');
  return call.arguments.some(({ value }) => ASKS_NOTHING.test(textOf(module, value) ?? ''));
}

function textOf(module: SourceModule, value: Call['arguments'][number]['value']): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text') {
    const { parts } = module.texts[value.text]!;
    return parts.every((part) => typeof part === 'string') ? parts.join('') : undefined;
  }
  if (value.kind !== 'call') return undefined;
  const made = module.calls[value.call]!;
  const [first] = made.arguments;
  return /^(text|sql|raw)$/.test(lastOf(made.callee)) && first !== undefined
    ? textOf(module, first.value)
    : undefined;
}

/** Follows whether what comes after a call waits for it, and is stopped where it goes wrong. */
export class Waiting {
  readonly #callers: Callers;

  constructor(callers: Callers) {
    this.#callers = callers;
  }

  /** Whether the function that a call stands in, or what it is given to, goes on only when it went well. */
  waits(module: SourceModule, number: number, steps = 0): boolean {
    const call = module.calls[number]!;
    if (steps > 8 || goesOnAnyhow(module, call)) return false;
    if (module.language === 'python' || call.isAwaited) return true;
    const parent = parentsIn(module).calls.get(number);
    switch (parent?.kind) {
      case 'callee': {
        const next = module.calls[parent.call]!;
        const [first] = next.arguments;
        const handled =
          first?.value.kind === 'function' ? module.functions[first.value.function]! : undefined;
        const last = lastOf(next.callee);
        if (last === 'catch' && (handled === undefined || !ends(module, handled))) return false;
        if (last === 'then' && handled !== undefined && listens(module, handled)) return true;
        return this.waits(module, parent.call, steps + 1);
      }
      case 'argument':
        return this.waits(module, parent.call, steps + 1);
      case 'given':
      case 'value':
        return this.isWaitedFor(module, parent.kind === 'given' ? parent.function : call.within, steps + 1);
      default:
        return false;
    }
  }

  /** Whether a function is waited for by who calls it. Where nobody of the repository does, a framework does. */
  isWaitedFor(module: SourceModule, number: number, steps = 0): boolean {
    if (number === TOP || listens(module, module.functions[number]!)) return true;
    const callers = this.#callers.of(module, number);
    return callers.length === 0 || callers.some((one) => this.waits(one.module, one.number, steps + 1));
  }
}

/** Whether what goes wrong in a call is caught, and something listens all the same. */
function goesOnAnyhow(module: SourceModule, { at }: Call): boolean {
  const around = module.catches.findLast(({ tried }) => isIn(at, tried));
  return around !== undefined && !ends(module, around.caught) && !listens(module, around.tried);
}

function listens(module: SourceModule, range: Range): boolean {
  return callsBetween(module, range).some(
    ({ callee, path }) =>
      /^(listen|serve|startServer|start_server)$/.test(lastOf(callee)) ||
      /^(uvicorn|app|web)\.(run|run_app)$/.test(path ?? ''),
  );
}

function ends(module: SourceModule, range: Range): boolean {
  return (
    module.throws.some(({ at }) => isIn(at, range)) ||
    callsBetween(module, range).some(({ callee }) => /^(exit|_exit|abort|reject|kill)$/.test(lastOf(callee)))
  );
}
