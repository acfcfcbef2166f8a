import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { limitedBy, namesIn, namesSaidBy } from '../practices/limited-by.ts';
import { at } from '../practices/places.ts';

/** How a package counts callers: by which setting, and by what where that is left out. */
interface Package {
  readonly name: RegExp;
  /** The option, or the number of the argument, that says by what. */
  readonly key: string | number;
  readonly otherwise: 'address' | undefined;
}

/** Sources: the README of each package, on its key and its default. */
const PACKAGES: readonly Package[] = [
  { name: /^express-rate-limit(\.(rateLimit|default))?$/, key: 'keyGenerator', otherwise: 'address' },
  { name: /^express-slow-down(\.(slowDown|default))?$/, key: 'keyGenerator', otherwise: 'address' },
  { name: /^@fastify\/rate-limit$/, key: 'keyGenerator', otherwise: 'address' },
  { name: /^hono-rate-limiter\.rateLimiter$/, key: 'keyGenerator', otherwise: undefined },
  { name: /^koa-ratelimit$/, key: 'id', otherwise: 'address' },
  { name: /^slowapi\.Limiter$/, key: 'key_func', otherwise: undefined },
  { name: /^flask_limiter\.Limiter$/, key: 'key_func', otherwise: undefined },
  { name: /^@nestjs\/throttler\.ThrottlerModule\.forRoot(Async)?$/, key: 'getTracker', otherwise: 'address' },
  { name: /^fastapi_limiter\.FastAPILimiter\.init$/, key: 'identifier', otherwise: 'address' },
  { name: /^rate-limiter-flexible\..*\(\)\.consume$/, key: 0, otherwise: undefined },
  { name: /^@upstash\/ratelimit\.Ratelimit\(\)\.limit$/, key: 0, otherwise: undefined },
];

/** Limits of packages of how often somebody may call, with what they tell callers apart by. */
export function limiters(program: Program): readonly RepositoryFact[] {
  const tracksUsers = trackersOf(program);
  return [...program.modules.values()].flatMap((module) =>
    limitersIn(program, module).map(({ call, is }) => {
      const by = tracksUsers ? 'user' : keyOf(program, module, call, is);
      const place = at(module, call.at);
      return fact({
        type: 'Repository::Limiter',
        address: `limit in ${module.file}`,
        at: place,
        properties: {
          path: module.file,
          by: by ?? unknown('unresolved-expression', 'reading by what it counts', inCode(place)),
        },
      });
    }),
  );
}

function limitersIn(program: Program, module: SourceModule): readonly ToldCall<Package>[] {
  const registered = callsTold(program, module, 'plugin', packageNamed);
  return inOrder(
    callsTold(program, module, 'pathOrText', packageNamed),
    registered.filter(({ call }) => lastName(call.callee) === 'register'),
  );
}

function packageNamed(path: string): Package | undefined {
  return PACKAGES.find(({ name }) => name.test(path));
}

function keyOf(
  program: Program,
  module: SourceModule,
  { arguments: given, within }: Call,
  { key, otherwise }: Package,
): 'user' | 'address' | undefined {
  const value = typeof key === 'number' ? given[key]?.value : settingIn(given, key);
  if (value === undefined) return otherwise;
  const meaning = program.resolve(module, value, within);
  const own = meaning.kind === 'function' ? namesSaidBy(meaning.module, meaning.function) : [];
  return limitedBy([...namesIn(module, value), ...own]);
}

function settingIn(given: Call['arguments'], key: string): Expression | undefined {
  for (const { name, value } of given) {
    if (name === key) return value;
    const objects = value.kind === 'list' ? value.items : [value];
    for (const one of objects)
      if (one.kind === 'object') {
        const member = one.members.find((part) => part.name === key);
        if (member !== undefined) return member.value;
      }
  }
  // `Limiter(get_remote_address)`.
  return key === 'key_func'
    ? given.find(({ name, value }) => name === undefined && value.kind === 'name')?.value
    : undefined;
}

/** A guard of NestJS that tells callers apart by itself: `getTracker(request) { return request.user.id; }`. */
function trackersOf(program: Program): boolean {
  return [...program.modules.values()].some((module) =>
    module.functions.some(
      ({ name, class: own }, number) =>
        name === 'getTracker' && own !== undefined && limitedBy(namesSaidBy(module, number)) === 'user',
    ),
  );
}
