import type { SourceModule } from '../syntax/source-module.ts';
import { type ClassAt, isSame, type Meaning, NOT_FOLLOWED, several } from './meaning.ts';
import { methodOf, type Scopes } from './scopes.ts';

/** What classes ask of the program that they are part of. */
interface Names {
  readonly modules: () => Iterable<SourceModule>;
  readonly scopes: (module: SourceModule) => Scopes;
  readonly resolve: Resolve;
  /** The same as a question of its own, whatever else is being asked. */
  readonly resolveAlone: (...of: Parameters<Resolve>) => Meaning;
  readonly instanceOf: (module: SourceModule, type: string) => Meaning | undefined;
}

type Resolve = (
  module: SourceModule,
  value: SourceModule['classes'][number]['bases'][number],
  within: number,
  steps: number,
) => Meaning;

/** A class with those above it. */
interface Ancestry {
  /** In the order in which a name is looked for. */
  readonly first: readonly ClassAt[];
  /** Those that follow, where it cannot be told in which order. */
  readonly rest: readonly ClassAt[];
  /** Whether there are others that nobody read. */
  readonly isOpen: boolean;
}

/** With more classes below than this nobody looks what each of them says. */
const MOST_BELOW = 60;
const FURTHEST = 40;
const UNREAD: Meaning = { kind: 'open', why: 'which class it comes from cannot be told' };

/** What objects have: members of their own class, and of the classes above it. */
export class Classes {
  readonly #names: Names;
  readonly #ancestries = new Map<SourceModule, Map<number, Ancestry>>();
  readonly #below = new Map<SourceModule, Map<number, readonly ClassAt[]>>();
  #directlyBelow: ReadonlyMap<SourceModule, ReadonlyMap<number, readonly ClassAt[]>> | undefined;

  constructor(names: Names) {
    this.#names = names;
  }

  /** A member of a class itself, and of objects that are of that class and of none below it. */
  ofClass(of: ClassAt, name: string, steps: number): Meaning {
    return this.#inClass(of, name, steps) ?? NOT_FOLLOWED;
  }

  /** A member of objects of a class or of one below it: what all of them say together. */
  ofObject(of: ClassAt, name: string, steps: number): Meaning {
    return this.#agreed(of, (one) => this.#inClass(one, name, steps)) ?? NOT_FOLLOWED;
  }

  #inClass(of: ClassAt, name: string, steps: number): Meaning | undefined {
    return this.#own(of, name, steps, of) ?? this.#above(this.ancestry(of), 1, name, steps, of);
  }

  /** A member of a class that is named in a method of one below it: `Base.save(self)`. */
  ofNamedBase(of: ClassAt, name: string, steps: number, receiver: ClassAt | undefined): Meaning {
    return this.#above(this.ancestry(of), 0, name, steps, receiver) ?? NOT_FOLLOWED;
  }

  /** `super().x`, `super.x` in a method of a class; nothing where no class of the repository has it. */
  ofSuper(around: ClassAt, name: string, steps: number, receiver?: ClassAt): Meaning | undefined {
    const next = (one: ClassAt) => {
      const ancestry = this.ancestry(one);
      const at = ancestry.first.findIndex((other) => isSame(other, around));
      return at < 0 ? UNREAD : this.#above(ancestry, at + 1, name, steps, one);
    };
    return receiver === undefined ? this.#agreed(around, next) : next(receiver);
  }

  /** Whether objects of a class have the members of another. */
  isOf(one: ClassAt, above: ClassAt): boolean {
    if (isSame(one, above)) return true;
    const { first, rest } = this.ancestry(one);
    return [...first, ...rest].some((other) => isSame(other, above));
  }

  /** The classes that come of a class, at whatever remove. */
  below(of: ClassAt): readonly ClassAt[] {
    const all = this.#below.get(of.module) ?? new Map<number, readonly ClassAt[]>();
    this.#below.set(of.module, all);
    const before = all.get(of.class);
    if (before !== undefined) return before;
    this.#directlyBelow ??= this.#childrenOfAll();
    const found: ClassAt[] = [];
    const waiting = [of];
    for (const one of waiting)
      for (const child of this.#directlyBelow.get(one.module)?.get(one.class) ?? [])
        if (!isSame(child, of) && !found.some((other) => isSame(other, child))) {
          found.push(child);
          waiting.push(child);
        }
    all.set(of.class, found);
    return found;
  }

  /** From left to right and depth first, as far as no class is come to twice. */
  ancestry(of: ClassAt): Ancestry {
    const all = this.#ancestries.get(of.module) ?? new Map<number, Ancestry>();
    this.#ancestries.set(of.module, all);
    const before = all.get(of.class);
    if (before !== undefined) return before;
    // What leads back to the class while its bases are looked for finds the class alone.
    all.set(of.class, { first: [of], rest: [], isOpen: true });
    const walked: ClassAt[] = [];
    const ends: number[] = [];
    const isOpen = this.#walk(of, walked, ends);
    const certain = Math.min(walked.length, ...ends);
    const ancestry = { first: walked.slice(0, certain), rest: walked.slice(certain), isOpen };
    all.set(of.class, ancestry);
    return ancestry;
  }

  /** Whether there are others that cannot be told; `ends` says from where the order is not certain. */
  #walk(of: ClassAt, walked: ClassAt[], ends: number[]): boolean {
    const before = walked.findIndex((one) => isSame(one, of));
    if (before >= 0) {
      ends.push(before);
      return false;
    }
    if (walked.push(of) > FURTHEST) return true;
    let isOpen = false;
    for (const base of this.#bases(of)) {
      if (base === undefined) ends.push(walked.length);
      isOpen = base === undefined || this.#walk(base, walked, ends) || isOpen;
    }
    return isOpen;
  }

  /** The classes right above; nothing for one that cannot be told, and none for those of packages. */
  #bases({ module, class: number }: ClassAt): readonly (ClassAt | undefined)[] {
    const own = module.classes[number]!;
    return own.bases.flatMap((base) => {
      // `Base[Note]`
      const named = base.kind === 'index' ? base.of : base;
      const above = this.#names.resolveAlone(module, named, own.within, 0);
      if (above.kind === 'class') return [{ module: above.module, class: above.class }];
      return above.kind === 'open' || above.kind === 'several' ? [undefined] : [];
    });
  }

  #childrenOfAll(): ReadonlyMap<SourceModule, ReadonlyMap<number, readonly ClassAt[]>> {
    const children = new Map<SourceModule, Map<number, ClassAt[]>>();
    this.#directlyBelow = children;
    for (const module of this.#names.modules())
      for (const [number, { bases }] of module.classes.entries()) {
        if (bases.length === 0) continue;
        const child = { module, class: number };
        for (const base of this.#bases(child)) {
          if (base === undefined) continue;
          const of = children.get(base.module) ?? new Map<number, ClassAt[]>();
          children.set(base.module, of);
          const before = of.get(base.class);
          if (before === undefined) of.set(base.class, [child]);
          else before.push(child);
        }
      }
    return children;
  }

  /** What is said by every class that an object may be of. */
  #agreed(of: ClassAt, ask: (one: ClassAt) => Meaning | undefined): Meaning | undefined {
    const below = this.below(of);
    if (below.length === 0) return ask(of);
    if (below.length > MOST_BELOW) return untold([]);
    const said = [of, ...below].flatMap((one) => ask(one) ?? []).filter((one) => !isLeftToOthers(one));
    const [first, ...others] = said;
    if (first === undefined) return ask(of);
    if (others.length === 0) return first;
    if (!others.every((one) => isOneAnswer(first, one))) return untold(said);
    return first.kind === 'function'
      ? { kind: 'function', module: first.module, function: first.function }
      : first;
  }

  /** What the classes from one on say; nothing where all are read and none has it. */
  #above(
    { first, rest, isOpen }: Ancestry,
    from: number,
    name: string,
    steps: number,
    receiver: ClassAt | undefined,
  ): Meaning | undefined {
    for (const one of first.slice(from)) {
      const found = this.#own(one, name, steps, receiver);
      if (found !== undefined) return found;
    }
    if (isOpen) return UNREAD;
    const said = rest.flatMap((one) => this.#own(one, name, steps, receiver) ?? []);
    return said.length > 1 ? UNREAD : said[0];
  }

  /** What a class says itself. */
  #own(of: ClassAt, name: string, steps: number, receiver: ClassAt | undefined): Meaning | undefined {
    const { module, class: number } = of;
    const { resolve, scopes, instanceOf } = this.#names;
    const own = module.classes[number]!;
    const method = methodOf(module, own, name);
    if (method !== undefined) {
      const isPlain = receiver === undefined || (isSame(receiver, of) && this.below(of).length === 0);
      return { kind: 'function', module, function: method, ...(isPlain ? {} : { receiver }) };
    }
    const field = own.fields.findLast((one) => one.name === name);
    if (field?.value !== undefined) return resolve(module, field.value, own.within, steps + 1);
    const given = scopes(module).given(number, name);
    if (given.length > 0)
      return several(given.map(({ value, within }) => resolve(module, value, within, steps + 1)));
    const type = field?.type ?? keptType(of, name);
    return type === undefined ? undefined : instanceOf(module, type);
  }
}

function untold(said: readonly Meaning[]): Meaning {
  const methods = said.filter((one) => one.kind === 'function');
  return {
    kind: 'open',
    why: 'which class it comes from hangs on the object',
    overridden: methods.length === said.length ? methods : [],
  };
}

/** The type of a member that the constructor keeps: `constructor(private readonly users: Users)`. */
function keptType({ module, class: number }: ClassAt, name: string): string | undefined {
  const method = methodOf(module, module.classes[number]!, 'constructor');
  if (method === undefined) return undefined;
  return module.functions[method]!.parameters.find((one) => one.kept && one.name === name)?.type;
}

/** A method that only says that classes below have to write it: no object runs it. */
function isLeftToOthers(meaning: Meaning): boolean {
  if (meaning.kind !== 'function') return false;
  const { module, function: number } = meaning;
  const { decorators } = module.functions[number]!;
  if (decorators.some((one) => (one.kind === 'name' || one.kind === 'member') && /^abstract/.test(one.name)))
    return true;
  const isOwn = ({ within }: { readonly within: number }) => within === number;
  const doesMore = [module.returns, module.branches, module.bindings].some((all) => all.some(isOwn));
  if (doesMore || !module.throws.some(isOwn)) return false;
  return module.calls
    .filter(isOwn)
    .every(({ callee }) => callee.kind === 'name' && /Error$/.test(callee.name));
}

/** Whether two lead to the same, whatever objects they are asked of. */
function isOneAnswer(a: Meaning, b: Meaning): boolean {
  const [own, other] = [partsOf(a), partsOf(b)];
  return own.length === other.length && own.every((part, at) => part === other[at]);
}

function partsOf(meaning: Meaning): readonly unknown[] {
  return Object.entries(meaning).flatMap(([key, part]) => (key === 'receiver' ? [] : part));
}
