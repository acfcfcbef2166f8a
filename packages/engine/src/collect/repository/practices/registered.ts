import type { Program } from '../code/names/program.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';

/** What objects of a framework call the functions by that they are to run with requests: routes, and what is around them. */
const RUNS_WITH_REQUESTS =
  /^(?:route|api_route|get|post|put|patch|delete|head|options|websocket|websocket_route|view|middleware|exception_handler|(?:app_)?error_?handler|on_event|(?:before|after|teardown)_(?:app_)?(?:first_)?request|authorizer)$/;

/** What gives back the function that it is given, or one around it, and calls neither. */
const ONLY_WRAPS =
  /^(?:abc|asyncio|async_lru|attrs?|backoff|beartype|cachetools|contextlib|dataclasses|decorator|deprecated|enum|functools|numba|pydantic|ratelimit|retry|retrying|tenacity|typing|typing_extensions|unittest|warnings|wrapt|aws_lambda_powertools|aws_xray_sdk|ddtrace|opentelemetry|sentry_sdk)\b|^(?:staticmethod|classmethod|property)$|\.(?:cached?|memoize\w*|limit|shared_limit|exempt|capture\w*|trace\w*|timed?)$/;

/**
 * Whether what stands over a function or class of Python hands it to something that runs it: `@app.post('/cards')`; else what
 * would tell, where that is not known.
 */
export function registeredBy(
  program: Program,
  module: SourceModule,
  name: string,
): 'requests' | { readonly open: string } | undefined {
  if (module.language !== 'python') return undefined;
  const own = [...module.functions.filter((one) => one.class === undefined), ...module.classes].filter(
    (one) => one.name === name && one.within === TOP,
  );
  let open: string | undefined;
  for (const decorator of own.flatMap(({ decorators }) => decorators)) {
    const call = decorator.kind === 'call' ? module.calls[decorator.call] : undefined;
    const callee = call?.callee ?? decorator;
    const path = program.pathOf(module, callee, TOP);
    if (runsWithRequests(callee, call, path)) return 'requests';
    if (path !== undefined && !ONLY_WRAPS.test(path)) open ??= `what ${path} does with ${name}`;
  }
  return open === undefined ? undefined : { open };
}

/** An object of a package, or, where it is not known which (`for router in routers`), one that is given the path of a route. */
function runsWithRequests(callee: Expression, call: Call | undefined, path: string | undefined): boolean {
  if (callee.kind !== 'member' || !RUNS_WITH_REQUESTS.test(callee.name)) return false;
  if (path !== undefined) return path.includes(')');
  const [first] = call?.arguments ?? [];
  return first?.value.kind === 'literal' && String(first.value.value).startsWith('/');
}
