import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { onceFor } from '../../../once-for.ts';
import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { callsTold, inOrder } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';

const LIBRARIES: readonly (readonly [path: RegExp, of: string])[] = [
  [/^opossum(\.\w+)?$/, 'opossum'],
  [/^cockatiel\.(circuitBreaker|SamplingBreaker|ConsecutiveBreaker)$/, 'cockatiel'],
  [/^pybreaker\.CircuitBreaker$/, 'pybreaker'],
  [/^circuitbreaker\.(circuit|CircuitBreaker)$/, 'circuitbreaker'],
  [/^aiobreaker\.CircuitBreaker$/, 'aiobreaker'],
  [/^purgatory\.\w+$/, 'purgatory'],
  [/^(brakes|mollitia\.Circuit|levee\.\w+|hystrixjs\.\w+)$/, 'a breaker'],
];
const GIVES_WAY = /^(fallback|fallbackTo|fallback_function|onFallback)$/i;
const REFUSED = /(CircuitBreakerError|BrokenCircuitError|CircuitOpen\w*|OpenCircuit\w*|EOPENBREAKER)$/;

/** Circuit breakers that code makes or asks: of libraries, and classes of the repository that are called so. */
export function breakers(program: Program, module: SourceModule): readonly RepositoryFact[] {
  for (const { of, place } of used(program, module)) {
    const fallback = givesWay(module);
    return [
      fact({
        type: 'Repository::Breaker',
        address: `breaker in ${module.file}`,
        at: at(module, place),
        properties: {
          path: module.file,
          of,
          fallback:
            fallback ||
            unknown(
              'unresolved-expression',
              'what is given while the breaker is open',
              inCode(at(module, place)),
            ),
        },
      }),
    ];
  }
  return [];
}

function* used(program: Program, module: SourceModule): Generator<{ of: string; place: Place }> {
  const ofLibraries = callsTold(program, module, 'path', libraryOf);
  const own = offersBreakers(program) ? ownBreakersAsked(program, module) : [];
  for (const { call, is } of inOrder(ofLibraries, own)) yield { of: is, place: call.at };
  for (const { decorators, within, at: place } of module.functions)
    for (const decorator of decorators) {
      const of =
        libraryOf(program.pathOf(module, decorator, within) ?? '') ??
        ownBreaker(program, module, decorator, within);
      if (of !== undefined) yield { of, place };
    }
}

function libraryOf(path: string): string | undefined {
  return LIBRARIES.find(([pattern]) => pattern.test(path))?.[1];
}

const NAMED_SO = /breaker$/i;

/** Where nothing is called so, nobody has to be asked for it. */
const offersBreakers = onceFor((program: Program): boolean =>
  [...program.modules.values()].some(({ classes, functions }) =>
    [...classes, ...functions].some(({ name }) => name !== undefined && NAMED_SO.test(name)),
  ),
);

function ownBreakersAsked(program: Program, module: SourceModule) {
  return module.calls.flatMap((call, number) => {
    const is = ownBreaker(program, module, call.callee, call.within);
    return is === undefined ? [] : [{ call, number, is }];
  });
}

/** A class or function of another module that is called a breaker. */
function ownBreaker(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  const meaning = program.resolve(module, value, within);
  if ((meaning.kind !== 'class' && meaning.kind !== 'function') || meaning.module === module)
    return undefined;
  const { name } =
    meaning.kind === 'class'
      ? meaning.module.classes[meaning.class]!
      : meaning.module.functions[meaning.function]!;
  return name !== undefined && NAMED_SO.test(name) ? name : undefined;
}

/** Whether the file says what is given instead. */
function givesWay(module: SourceModule): boolean {
  return (
    module.calls.some(
      ({ callee, arguments: given }) =>
        GIVES_WAY.test(lastOf(callee)) ||
        given.some(
          ({ name, value }) =>
            (name !== undefined && GIVES_WAY.test(name)) ||
            (value.kind === 'object' && value.members.some((member) => GIVES_WAY.test(member.name))),
        ),
    ) || module.catches.some(({ types }) => types.some((type) => REFUSED.test(lastOf(type))))
  );
}
