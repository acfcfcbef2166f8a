import { argumentFor } from '../names/arguments.ts';
import type { Meaning, Program } from '../names/program.ts';
import type { Call, SourceModule } from '../syntax/source-module.ts';

/** What a constructor was given by the one who makes its object: `new Entries(entriesTable)`. Anything else stays as it is. */
export function injected(program: Program, meaning: Meaning): Meaning {
  if (meaning.kind !== 'parameter') return meaning;
  const { module, function: number, parameter, members } = meaning;
  const { class: own, name } = module.functions[number]!;
  if (own === undefined || !/^(constructor|__init__)$/.test(name ?? '')) return meaning;
  const [only, ...others] = makersOf(program).get(keyOf(module, own)) ?? [];
  if (only === undefined || others.length > 0) return meaning;
  const given = argumentFor(only.call, module.functions[number]!, parameter);
  if (given === undefined || given.spread) return meaning;
  const start = program.resolve(only.module, given.value, only.call.within);
  return members.reduce<Meaning>((of, member) => program.memberOf(of, member), start);
}

interface Maker {
  readonly module: SourceModule;
  readonly call: Call;
}

const known = new WeakMap<Program, ReadonlyMap<string, readonly Maker[]>>();

/** The places where objects of the classes of the repository are made. */
function makersOf(program: Program): ReadonlyMap<string, readonly Maker[]> {
  const before = known.get(program);
  if (before !== undefined) return before;
  const makers = new Map<string, Maker[]>();
  for (const module of program.modules.values())
    for (const call of module.calls) {
      if (!call.isNew && module.language === 'script') continue;
      const meaning = program.resolve(module, call.callee, call.within);
      if (meaning.kind !== 'class') continue;
      const key = keyOf(meaning.module, meaning.class);
      const others = makers.get(key);
      if (others === undefined) makers.set(key, [{ module, call }]);
      else others.push({ module, call });
    }
  known.set(program, makers);
  return makers;
}

function keyOf({ file }: SourceModule, number: number): string {
  return `${file}#${number}`;
}
