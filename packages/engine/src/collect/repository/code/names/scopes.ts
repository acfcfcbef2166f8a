import {
  type Binding,
  type CodeClass,
  type CodeFunction,
  type Expression,
  type Import,
  type Parameter,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';

/** What gives a name its meaning. */
export type Definition =
  | { readonly kind: 'import'; readonly import: Import }
  | { readonly kind: 'function'; readonly function: number }
  | { readonly kind: 'class'; readonly class: number }
  | { readonly kind: 'binding'; readonly binding: Binding }
  | {
      readonly kind: 'parameter';
      readonly function: number;
      readonly parameter: number;
      readonly members: readonly string[];
    };

/** The names of one module, scope by scope. */
export class Scopes {
  readonly module: SourceModule;
  readonly #names = new Map<number, Map<string, Definition[]>>();
  /** Members that are given values: by class, then by name. */
  readonly #members = new Map<number, Map<string, Binding[]>>();
  /** What is put into objects after they were made, by their name: `Users.create = …`. */
  readonly #added = new Map<string, Binding[]>();
  /** The names that objects are given where they are made. */
  readonly #objects = new Map<Expression, string>();

  constructor(module: SourceModule) {
    this.module = module;
    for (const one of module.imports)
      if (one.local !== undefined) this.#add(one.within, one.local, { kind: 'import', import: one });
    for (const [number, one] of module.functions.entries()) {
      if (one.isDeclared && one.name !== undefined)
        this.#add(one.within, one.name, { kind: 'function', function: number });
      for (const [index, parameter] of one.parameters.entries()) this.#addParameter(number, index, parameter);
    }
    for (const [number, one] of module.classes.entries())
      if (one.name !== undefined) this.#add(one.within, one.name, { kind: 'class', class: number });
    for (const binding of module.bindings) this.#addBinding(binding);
  }

  /** What a name means in a function, from the innermost scope that has it. */
  lookUp(name: string, within: number): readonly Definition[] {
    for (let scope = within; ; scope = this.module.functions[scope]?.within ?? TOP) {
      const found = this.#names.get(scope)?.get(name);
      if (found !== undefined) return found;
      if (scope === TOP) return [];
    }
  }

  /** The names of the top of the module. */
  get top(): ReadonlyMap<string, readonly Definition[]> {
    return this.#names.get(TOP) ?? new Map();
  }

  /** What is put into a member of the objects of a class: `this.client = new Client()`. */
  given(class_: number, name: string): readonly Binding[] {
    return this.#members.get(class_)?.get(name) ?? [];
  }

  /** What is put into a member of an object after it was made: `const Users = {}; Users.create = …`. */
  added(object: Expression, member: string): readonly Binding[] {
    return this.#addedTo(object, (target) => target.name === member);
  }

  /** The same for whatever member. */
  allAdded(object: Expression): readonly Binding[] {
    return this.#addedTo(object, () => true);
  }

  /** Functions have names of their own: what is put into another object that is called the same is none of it. */
  #addedTo(
    object: Expression,
    fits: (target: Extract<Expression, { kind: 'member' }>) => boolean,
  ): readonly Binding[] {
    const name = this.#objects.get(object);
    const all = name === undefined ? undefined : this.#added.get(name);
    if (name === undefined || all === undefined) return [];
    return all.filter(
      ({ target, within }) =>
        target.kind === 'member' &&
        fits(target) &&
        this.lookUp(name, within).some((one) => one.kind === 'binding' && one.binding.value === object),
    );
  }

  /** The class whose method a place is in. */
  classAround(within: number): number | undefined {
    for (let at = within; at !== TOP; at = this.module.functions[at]!.within) {
      const own = this.module.functions[at]!.class;
      if (own !== undefined) return own;
    }
    return undefined;
  }

  #add(scope: number, name: string, definition: Definition): void {
    let names = this.#names.get(scope);
    if (names === undefined) {
      names = new Map();
      this.#names.set(scope, names);
    }
    const before = names.get(name);
    if (before === undefined) names.set(name, [definition]);
    else before.push(definition);
  }

  #addParameter(number: number, index: number, { name, members }: Parameter): void {
    const of = { kind: 'parameter', function: number, parameter: index } as const;
    if (name !== undefined) this.#add(number, name, { ...of, members: [] });
    if (members === undefined) return;
    for (const { member, local } of members) this.#add(number, local, { ...of, members: member.split('.') });
  }

  #addBinding(binding: Binding): void {
    const { target, within } = binding;
    if (target.kind === 'name') {
      if (binding.value.kind === 'object') this.#objects.set(binding.value, target.name);
      this.#add(binding.declares ? within : this.#scopeOf(target.name, within), target.name, {
        kind: 'binding',
        binding,
      });
      return;
    }
    if (target.kind !== 'member' || target.of.kind !== 'name') return;
    if (!/^(this|self|cls)$/.test(target.of.name)) {
      const added = this.#added.get(target.of.name);
      if (added === undefined) this.#added.set(target.of.name, [binding]);
      else added.push(binding);
      return;
    }
    const own = this.classAround(within);
    if (own === undefined) return;
    const members = this.#members.get(own) ?? new Map<string, Binding[]>();
    this.#members.set(own, members);
    const before = members.get(target.name);
    if (before === undefined) members.set(target.name, [binding]);
    else before.push(binding);
  }

  /** Where a name was declared that is given another value. */
  #scopeOf(name: string, within: number): number {
    for (let scope = within; scope !== TOP; scope = this.module.functions[scope]!.within)
      if (this.#names.get(scope)?.has(name)) return scope;
    return TOP;
  }
}

/** The method of a class by name. */
export function methodOf(module: SourceModule, { methods }: CodeClass, name: string): number | undefined {
  return methods.find((number) => module.functions[number]!.name === name);
}

/** What a function gives back, as far as that is one expression. */
export function givenBy(module: SourceModule, number: number): Expression | undefined {
  const made: CodeFunction = module.functions[number]!;
  if (made.gives !== undefined) return made.gives;
  const own = module.returns.filter(({ within }) => within === number);
  return own.length === 1 ? own[0]!.value : undefined;
}
