import type { Call, SourceModule } from '../code/syntax/source-module.ts';
import { askedBy, type Request, requestsIn } from './requests.ts';
import { chainOf, textIn } from './source-text.ts';

/**
 * The routes of the application that tests ask for: by a client of its own, an event, or a key (`GET /cards`). Words that are
 * looked up by a path (`cache.get('/x')`) and servers that a test makes itself are none.
 */
export function aimsIn(module: SourceModule): readonly Request[] {
  if (makesServers(module)) return [];
  const decorators = new Set(
    module.functions.flatMap(({ decorators: own }) =>
      own.flatMap((one) => (one.kind === 'call' ? [one.call] : [])),
    ),
  );
  const strong = new Set(
    module.calls.flatMap((call, number) =>
      !decorators.has(number) && isAimed(call, module) ? [`${call.at.line}:${call.at.column}`] : [],
    ),
  );
  return requestsIn(module).filter(
    ({ at, path }) => strong.has(`${at.line}:${at.column}`) && !OF_NOTHING.test(path),
  );
}

const CLIENTS =
  /^(request|supertest|agent|client|api_?client|test_?client|async_?client|chai|app|api|server|fastify|http)$/i;
const MOCKS =
  /^(nock|msw|axios-mock-adapter|fetch-mock|responses|respx|requests_mock|httpretty|wiremock\w*|mockttp|pytest_httpx|pytest_httpserver)/;
/** Paths that are asked for because nothing is there. */
const OF_NOTHING =
  /unknown|not-?_?found|nope|missing|does-?_?not|non-?_?exist|invalid|random|foo|\bbar\b|404|nothing|wrong|bogus|fake|dummy|test/i;

function isAimed({ callee, arguments: given }: Call, module: SourceModule): boolean {
  if (given.some(({ value }) => value.kind === 'function')) return false;
  const chain = chainOf(callee, module);
  const last = chain?.steps.at(-1);
  const [first] = given;
  if (first === undefined) return false;
  if (/^(GET|POST|PUT|PATCH|DELETE) \//.test(textIn(first.value, module) ?? '')) return true;
  if (last === 'inject') return true;
  const asked = askedBy(first.value, undefined, module);
  if (first.value.kind === 'object' && asked?.method !== undefined) return true;
  return last !== undefined && chain !== undefined && CLIENTS.test(chain.root);
}

/** Whether a module has routes of its own, or answers in the place of servers. */
function makesServers({ imports, calls }: SourceModule): boolean {
  return (
    imports.some(({ module }) => MOCKS.test(module)) ||
    calls.some(
      ({ path, arguments: given }) =>
        /(^|\.)(get|post|put|patch|delete|all|use|route|on)$/.test(path ?? '') &&
        given[0]?.value.kind === 'literal' &&
        String(given[0].value.value).startsWith('/') &&
        given.slice(1).some(({ value }) => value.kind === 'function'),
    )
  );
}
