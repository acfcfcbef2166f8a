import type { Meaning, MethodAt, Program } from '../../code/names/program.ts';
import { type Binding, type Expression, type SourceModule, TOP } from '../../code/syntax/source-module.ts';
import { chainOf } from '../source-text.ts';

/** What imports a module by its name, or as it really is. */
const IMPORTS =
  /^(importlib\.import_module|proxyquire|rewire|(jest|vi|vitest)\.(requireActual|importActual))$/;
/** Code that is there for tests, wherever it lies. */
const FOR_TESTS =
  /(^|\/)(__)?(tests?|testing|tests?[-_]?(utils?|helpers?|support)|mocks?|fixtures?|stubs?|fakes?|factories)(__)?[/.]|(mock|fake|stub)[^/]*$/i;
/** Fixtures that are made of fixtures. */
const FURTHEST = 6;

/** What expressions of a file of tests lead to: as the program tells it, and through fixtures and imports that are calls. */
export class Meanings {
  readonly #program: Program;
  /** The file, the files of the tests that it imports, and what pytest reads for it. */
  readonly #near: readonly SourceModule[];

  constructor(program: Program, near: readonly SourceModule[]) {
    this.#program = program;
    this.#near = near;
  }

  of(module: SourceModule, value: Expression, within: number, steps = 0): Meaning {
    return this.#through(this.#program.whole(this.#program.resolve(module, value, within)), steps);
  }

  /** Whether a module is code of the application. */
  isOwn(module: SourceModule): boolean {
    return (
      this.#program.modules.get(module.file) === module &&
      !this.#near.includes(module) &&
      !FOR_TESTS.test(module.file)
    );
  }

  isOfTests(module: SourceModule): boolean {
    return this.#near.includes(module);
  }

  /** The values that a name of the tests is given, where it has no other meaning; of several those that say something. */
  boundTo(module: SourceModule, name: string, within: number): readonly Binding[] {
    if (!this.isOfTests(module)) return [];
    const found = this.#program.scopes(module).lookUp(name, within);
    const bindings = found.flatMap((one) => (one.kind === 'binding' ? [one.binding] : []));
    if (bindings.length < found.length) return [];
    return bindings.length > 1
      ? bindings.filter(({ value }) => value.kind !== 'literal' || value.value !== null)
      : bindings;
  }

  #through(meaning: Meaning, steps: number): Meaning {
    if (steps > FURTHEST) return meaning;
    if (meaning.kind === 'made') return this.#imported(meaning);
    if (meaning.kind !== 'parameter') return meaning;
    const { module, function: number, parameter, members } = meaning;
    const { name } = module.functions[number]!.parameters[parameter]!;
    const fixture = name === undefined ? undefined : this.#fixture(name, module, number);
    const [value, ...others] = fixture === undefined ? [] : endingsOf(fixture);
    if (fixture === undefined || value === undefined || others.length > 0) return meaning;
    return this.#memberOf(this.of(fixture.module, value, fixture.function, steps + 1), members);
  }

  /** What a module gives that is imported by a call: `importlib.import_module("cards").due`. */
  #imported(meaning: Extract<Meaning, { kind: 'made' }>): Meaning {
    const { module } = meaning;
    const { path, arguments: given } = module.calls[meaning.call]!;
    const [name] = given;
    if (!IMPORTS.test(path ?? '') || name?.value.kind !== 'literal') return meaning;
    const by: Expression = { kind: 'module', module: String(name.value.value), at: name.value.at };
    const found = this.#program.resolve(module, by, TOP);
    return found.kind === 'module' ? this.#memberOf(found, meaning.members) : meaning;
  }

  #memberOf(meaning: Meaning, members: readonly string[]): Meaning {
    return members.reduce((of, name) => this.#program.memberOf(of, name), meaning);
  }

  /** The fixture of pytest that a parameter of a test, or of another fixture, names. */
  #fixture(name: string, module: SourceModule, of: number): MethodAt | undefined {
    if (module.language !== 'python' || this.isOwn(module)) return undefined;
    if (!/^test/.test(module.functions[of]!.name ?? '') && !isFixture(module, of)) return undefined;
    for (const one of this.#near) {
      const number = one.functions.findIndex((found, at) => found.name === name && isFixture(one, at));
      if (number >= 0) return { module: one, function: number };
    }
    return undefined;
  }
}

/** What a function ends with; nothing where it may end without a value. */
export function endingsOf({ module, function: number }: MethodAt): readonly Expression[] {
  const { gives } = module.functions[number]!;
  const endings = [...module.returns, ...(module.yields ?? [])].filter(({ within }) => within === number);
  const values = endings.flatMap(({ value }) => value ?? []);
  if (values.length < endings.length) return [];
  return gives === undefined ? values : [gives, ...values];
}

function isFixture(module: SourceModule, number: number): boolean {
  return module.functions[number]!.decorators.some((one) => {
    const chain = chainOf(one, module);
    return (chain?.steps.at(-1) ?? chain?.root) === 'fixture';
  });
}
