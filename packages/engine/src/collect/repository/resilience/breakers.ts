import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
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
  for (const call of module.calls) {
    const of = nameOf(program, module, call.callee, call.within);
    if (of !== undefined) yield { of, place: call.at };
  }
  for (const { decorators, within, at: place } of module.functions)
    for (const decorator of decorators) {
      const of = nameOf(program, module, decorator, within);
      if (of !== undefined) yield { of, place };
    }
}

function nameOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  const meaning = program.resolve(module, value, within);
  const path = program.nameOf(meaning);
  const library = LIBRARIES.find(([pattern]) => path !== undefined && pattern.test(path));
  if (library !== undefined) return library[1];
  if (meaning.kind === 'class') {
    const { name } = meaning.module.classes[meaning.class]!;
    return name !== undefined && /breaker$/i.test(name) && meaning.module !== module ? name : undefined;
  }
  if (meaning.kind !== 'function' || meaning.module === module) return undefined;
  const { name } = meaning.module.functions[meaning.function]!;
  return name !== undefined && /breaker$/i.test(name) ? name : undefined;
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
