import {
  type Binding,
  type Call,
  type Expression,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { chainOf, textIn } from './source-text.ts';

/** A route or page that a test asks for. */
export interface Request {
  readonly method: string | undefined;
  readonly path: string;
  /** What is put in before the path, which may hold more of it: `${JOBS}/1`. */
  readonly after?: string | undefined;
  readonly at: Place;
}

const VERBS = new Set(['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options']);
const ASKS = new Set([
  ...VERBS,
  'request',
  'fetch',
  'inject',
  'call',
  'goto',
  'visit',
  'handler',
  'open',
  'axios',
  'invoke',
  'dispatch',
  'lambdaHandler',
  'lambda_handler',
  'urlopen',
]);
const ROUTE = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY) (\/\S*)$/;

/** What a module asks for, in the order in which it stands there. */
export function requestsIn(module: SourceModule, range?: Range): readonly Request[] {
  return module.calls.flatMap((call): Request[] => {
    if (range !== undefined && !isIn(call.at, range)) return [];
    const chain = chainOf(call.callee, module);
    const name =
      chain?.steps.at(-1) ?? chain?.root ?? (call.callee.kind === 'member' ? call.callee.name : undefined);
    if (name === undefined || !ASKS.has(name)) return [];
    const verb = VERBS.has(name) ? (name === 'del' ? 'DELETE' : name.toUpperCase()) : undefined;
    const found = call.arguments
      .slice(0, 2)
      .flatMap(({ value }) => askedBy(boundTo(value, call, module), verb, module) ?? []);
    return found.slice(0, 1).map((one) => ({ ...one, at: call.at }));
  });
}

/** What an argument asks for: an address, a key, an event. */
export function askedBy(
  value: Expression,
  verb: string | undefined,
  module: SourceModule,
): Omit<Request, 'at'> | undefined {
  const text = textIn(value, module);
  if (text !== undefined) {
    const route = ROUTE.exec(text);
    if (route !== null) return { method: route[1]!, path: route[2]! };
    const path = pathOf(text);
    return path === undefined ? undefined : { method: verb, path, after: beforePath(value, text, module) };
  }
  if (value.kind !== 'object') return undefined;
  const said = (name: string) => textIn(value.members.find((m) => m.name === name)?.value, module);
  const route = ROUTE.exec(said('routeKey') ?? '');
  if (route !== null) return { method: route[1]!, path: route[2]! };
  const url = said('url') ?? said('resource') ?? said('rawPath') ?? said('path') ?? said('uri');
  const path = url === undefined ? undefined : pathOf(url);
  if (path === undefined) return undefined;
  return { method: (said('method') ?? said('httpMethod'))?.toUpperCase() ?? verb, path };
}

/** What a name stands for that is set once, where it is used or at the top of the file; else the expression itself. */
function boundTo(value: Expression, call: Call, module: SourceModule): Expression {
  if (value.kind !== 'name') return value;
  const bound = bindingsOf(module).get(value.name) ?? [];
  const own = bound.filter(({ within }) => within === call.within);
  const [only, ...others] = own.length > 0 ? own : bound.filter(({ within }) => within === TOP);
  return only === undefined || others.length > 0 ? value : only.value;
}

const BINDINGS = new WeakMap<SourceModule, ReadonlyMap<string, readonly Binding[]>>();

function bindingsOf(module: SourceModule): ReadonlyMap<string, readonly Binding[]> {
  const before = BINDINGS.get(module);
  if (before !== undefined) return before;
  const made = Map.groupBy(module.bindings, ({ target }) => (target.kind === 'name' ? target.name : ''));
  BINDINGS.set(module, made);
  return made;
}

/** What stands before the path and cannot be told: a host alone, or a part of the path with it. */
function beforePath(value: Expression, text: string, module: SourceModule): string | undefined {
  if (value.kind !== 'text' || !text.startsWith('{}')) return undefined;
  const first = module.texts[value.text]!.parts.find((part) => typeof part !== 'string' || part !== '');
  if (first === undefined || typeof first === 'string') return undefined;
  const chain = chainOf(first, module);
  return chain === undefined ? 'what stands before it' : [chain.root, ...chain.steps].join('.');
}

/** The path of an address: `{}/health` and `https://{}/health` are `/health`. */
export function pathOf(text: string): string | undefined {
  const path = /^(?:https?:\/\/[^/]+|\{\})?(\/[^?#\s]*)/.exec(text)?.[1];
  return path === undefined || /^\/[/*]/.test(path) ? undefined : path;
}
