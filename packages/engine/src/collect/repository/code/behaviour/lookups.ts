import { partsOf } from '../syntax/expressions.ts';
import type { Expression, Place, SourceModule } from '../syntax/source-module.ts';
import { type CallAt, type FunctionAt, lastName, type Reach, type Reaches } from './reach.ts';

/** What reads from a store, by its last name. */
const ASKS_STORE =
  /(^|\.)(get_item|query|scan|find\w*|get_object|execute|fetch\w*|select|sismember|hget|hgetall)$/;
const NO_LOOKUP =
  /(^|\.)(next|json|send|status|log\w*|info|warn\w*|error|debug|print|redirect|render)(\(\))?$/;

/** What would tell whether a header is a key of each caller's own: where the code looks it up instead of comparing it. */
export function headerLookup(
  reaches: Reaches,
  reach: Reach,
  { module, at }: { readonly module: SourceModule; readonly at: Place },
): string | undefined {
  const isRead = (one: Expression) => one.at.line === at.line && one.at.column === at.column;
  const names = new Set(
    module.bindings.flatMap(({ target, value }) =>
      target.kind === 'name' && isRead(value) ? [target.name] : [],
    ),
  );
  return lookupOf(
    reaches,
    reach,
    module,
    (one) => isRead(one) || (one.kind === 'name' && names.has(one.name)),
  );
}

/** The same for what FastAPI hands over: `key = Security(APIKeyHeader(…))`. */
export function parameterLookup(reaches: Reaches, at: FunctionAt): string | undefined {
  const { module, function: number } = at;
  const names = new Set(
    module.functions[number]!.parameters.flatMap(({ name, otherwise, annotation }) =>
      name !== undefined && (otherwise?.kind === 'call' || annotation?.kind === 'index') ? [name] : [],
    ),
  );
  return lookupOf(reaches, reaches.of(at), module, (one) => one.kind === 'name' && names.has(one.name));
}

function lookupOf(
  reaches: Reaches,
  reach: Reach,
  of: SourceModule,
  isIt: (one: Expression) => boolean,
): string | undefined {
  const found = reach.calls.find(
    (one) =>
      one.module === of &&
      asks(reaches, one) &&
      one.call.arguments.some(({ value }) => mentions(value, isIt)),
  );
  if (found === undefined) return undefined;
  const { module, call } = found;
  const name = lastName(call.callee) ?? 'it';
  return `telling whether ${name} knows each caller by what it is given (${module.file}:${call.at.line})`;
}

/** Whether a call goes to a store or another service, itself or on its way. */
function asks(reaches: Reaches, { call, name, meaning }: CallAt): boolean {
  if (NO_LOOKUP.test(name)) return false;
  if (meaning.kind !== 'function') return call.isAwaited || ASKS_STORE.test(name);
  return reaches
    .of(meaning)
    .calls.some((one) => (one.call.isAwaited || ASKS_STORE.test(one.name)) && !NO_LOOKUP.test(one.name));
}

function mentions(value: Expression, isIt: (one: Expression) => boolean): boolean {
  return isIt(value) || partsOf(value).some((part) => mentions(part, isIt));
}
