import { onceFor } from '../../../once-for.ts';
import { lastName } from '../code/behaviour/reach.ts';
import { environmentReads } from '../code/syntax/environment.ts';
import { everyOne, partsOf } from '../code/syntax/expressions.ts';
import { type Expression, isIn, type Place, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { ProductionSide } from './production-side.ts';

/** A variable of the bundler that an address begins with. */
export interface AskedAddress {
  readonly name: string;
  readonly file: string;
  readonly at: Place;
}

const ADDRESS =
  /^(?:VITE|NEXT_PUBLIC|REACT_APP|VUE_APP|GATSBY|PUBLIC)_(?=\w*(?:API|URL|URI|ENDPOINT|HOST|ORIGIN|BACKEND|SERVER))\w+$/;

/**
 * The variables that a site needs: an address begins with them, or with the name that they are given, and no code has anything else
 * for where they are not set. What is asked for before it is used may be left out. Of what depends on whether it is developed the
 * side of production counts.
 */
export function askedAddresses(modules: readonly SourceModule[]): readonly AskedAddress[] {
  const found = new Map<string, AskedAddress>();
  const asked = new Map(modules.map((module) => [module, new Set(askedBefore(module))]));
  const isAskedAnywhere = (name: string) => [...asked.values()].some((names) => names.has(name));
  const first = new Set(modules.flatMap(neededBy));
  for (const module of modules)
    for (const { name, otherwise, at } of environmentReads(module)) {
      if (name === undefined || otherwise !== undefined || !ADDRESS.test(name) || found.has(name)) continue;
      if (!sideOf(module).runs(at)) continue;
      const isUsedAsItIs = neededBy(module).includes(name) && !asked.get(module)!.has(name);
      const given = namesGiven(module, name).filter((one) => first.has(one));
      const isUsed = given.length > 0 && ![name, ...given].some(isAskedAnywhere);
      if (isUsedAsItIs || isUsed) found.set(name, { name, file: module.file, at });
    }
  return [...found.values()];
}

const sideOf = onceFor((module: SourceModule) => new ProductionSide(module));

/** The constants and members that hold a variable of the environment: `const API = import.meta.env.VITE_API_URL`. */
function namesGiven(module: SourceModule, variable: string): readonly string[] {
  const side = sideOf(module);
  const isIt = (written: Expression) => {
    const value = side.of(written);
    return value.kind === 'member' && value.name === variable;
  };
  const isReplaced = (name: string) =>
    module.bindings.some(
      ({ target, value, at }) => lastName(target) === name && !isIt(value) && side.isForIt(at),
    );
  return module.bindings.flatMap(({ target, value: written, within, at }) => {
    if (within !== TOP || !side.runs(at)) return [];
    const value = side.of(written);
    if (value.kind === 'object') return value.members.flatMap((one) => (isIt(one.value) ? [one.name] : []));
    return target.kind === 'name' && isIt(value) && !isReplaced(target.name) ? [target.name] : [];
  });
}

/** What addresses of a module begin with, and what it throws without, by the last name. */
function neededBy(module: SourceModule): readonly string[] {
  const { texts, branches, throws } = module;
  const side = sideOf(module);
  const firsts = texts.flatMap(({ parts: [first], at }) =>
    first === undefined || typeof first === 'string' || !side.runs(at) ? [] : [side.of(first)],
  );
  const lacking = branches.flatMap(({ test, then }) =>
    isLack(test) && side.runs(then.at) && throws.some(({ at }) => isIn(at, then)) ? partsOf(test) : [],
  );
  return [...firsts, ...lacking].flatMap((one) => lastName(one) ?? []);
}

/** What a module asks before it uses it, or has something else for. */
function askedBefore(module: SourceModule): readonly string[] {
  const kinds = ['choice', 'both', 'compare', 'not'] as const;
  const side = sideOf(module);
  const asked = [
    ...kinds
      .flatMap((kind) => everyOne(module, kind).map(({ value }) => value))
      .filter((value) => side.of(value) === value && side.runs(value.at)),
    ...module.branches.flatMap(({ test, then }) =>
      isLack(test) && module.throws.some(({ at }) => isIn(at, then)) ? [] : [test],
    ),
    ...module.reads.flatMap(({ value, otherwise }) => (otherwise === undefined ? [] : [value])),
  ];
  return asked.flatMap((one) => namesIn(one, module));
}

/** `!API`, `!API || !KEY`: what throws there cannot do without. */
function isLack(test: Expression): boolean {
  return test.kind === 'choice' ? test.of.every(isLack) : test.kind === 'not';
}

function namesIn(value: Expression, module: SourceModule): readonly string[] {
  const own = lastName(value);
  const call = value.kind === 'call' ? module.calls[value.call]! : undefined;
  const texts = value.kind === 'text' ? module.texts[value.text]!.parts : [];
  const parts = [
    ...(call === undefined ? partsOf(value) : [call.callee, ...call.arguments.map((given) => given.value)]),
    ...texts.filter((part) => typeof part !== 'string'),
  ];
  return [...(own === undefined ? [] : [own]), ...parts.flatMap((one) => namesIn(one, module))];
}
