import type { LibraryTable } from '../../../../packages/engine/src/collect/cdk/source/constructs/reach.ts';
import type { LibraryClass, LibraryCode } from './library.ts';
import { COMPUTED, type Ref, type Unit } from './units.ts';

/** Names that the language itself asks for. */
const ASKED = ['toString', 'toJSON', 'valueOf', 'then', COMPUTED];

/** What the code of several versions leads to, taken together: one graph in which each part does what it does in any of them. */
export class LibraryGraph {
  readonly #types = new Numbers();
  readonly #names = new Numbers();
  readonly #unitKeys = new Numbers();
  readonly #classKeys = new Numbers();
  readonly #units: Edges[] = [];
  readonly #classes: Line[] = [];
  readonly #exported = new Map<string, readonly [number, number]>();
  readonly #patching = new Set<number>();

  add(code: LibraryCode): void {
    for (const [path, file] of code.files) {
      const load = this.#unit(`load ${path}`);
      this.#take(load, file.load, path, code);
      if (file.patches) this.#patching.add(load);
      for (const [name, unit] of file.functions) {
        const number = this.#unit(`function ${path}#${name}`);
        this.#take(number, unit, path, code);
        this.#units[number]!.units.add(load);
      }
      for (const one of file.classes) this.#takeClass(one, load, code);
    }
    this.#takeExports(code);
  }

  /** The graph with nothing left out, `App` and `Stack` always being there. */
  whole(): LibraryTable {
    const first = ['.App', '.Stack', '.Stage'].map((name) => this.#exported.get(name)?.[0]);
    // What writes to the prototypes of others is taken to be loaded whatever a program uses.
    for (const one of first) if (one !== undefined) this.#addTo(this.#classes[one]!.make, this.#patching);
    return {
      types: this.#types.texts,
      names: this.#names.texts,
      units: this.#units.map(({ types, units, made, handed, names }) => ({
        types: [...types],
        units: [...units],
        made: [...made],
        handed: [...handed],
        names: [...names],
      })),
      classes: this.#classes.map(({ parents, make, methods, statics }) => ({
        parents: [...parents],
        make,
        methods,
        statics,
      })),
      exported: this.#exported,
      always: {
        types: [],
        classes: first.filter((one) => one !== undefined),
        names: ASKED.map((name) => this.#names.of(name)),
      },
    };
  }

  #addTo(unit: number, more: Iterable<number>): void {
    for (const one of more) this.#units[unit]!.units.add(one);
  }

  #takeClass(one: LibraryClass, load: number, code: LibraryCode): void {
    const number = this.#class(one);
    const line = this.#classes[number]!;
    this.#units[line.make]!.units.add(load);
    this.#take(line.make, one.make, one.file, code);
    if (one.parent !== undefined)
      for (const parent of code.resolve(one.file, one.parent).classes) line.parents.add(this.#class(parent));
    for (const [members, own] of [
      [line.methods, one.methods],
      [line.statics, one.statics],
    ] as const) {
      for (const [name, unit] of own) {
        const key = this.#names.of(name);
        const member =
          members.get(key) ??
          this.#unit(`${members === line.methods ? 'method' : 'static'} ${keyOf(one)}.${name}`);
        members.set(key, member);
        this.#units[member]!.units.add(load);
        this.#take(member, unit, one.file, code);
      }
    }
  }

  #take(number: number, unit: Unit, path: string, code: LibraryCode): void {
    const edges = this.#units[number]!;
    for (const type of unit.types) edges.types.add(this.#types.of(type));
    for (const name of unit.names) edges.names.add(this.#names.of(name));
    for (const ref of unit.refs) this.#refer(edges, ref, path, code);
  }

  #refer(edges: Edges, ref: Ref, path: string, code: LibraryCode): void {
    const meant = code.resolve(path, ref);
    for (const file of meant.files) edges.units.add(this.#unit(`load ${file}`));
    for (const { file, name } of meant.functions) edges.units.add(this.#unit(`function ${file}#${name}`));
    for (const one of meant.classes) {
      const number = this.#class(one);
      if (ref.as === 'made') edges.made.add(number);
      else if (ref.as === 'value' || BY_ITSELF.test(ref.member ?? '')) edges.handed.add(number);
      else for (const unit of this.#staticsOf(one, ref.member ?? '', code)) edges.units.add(unit);
    }
    // A member of what is no class: of an object, or of what a function gives.
    if (ref.as === 'static' && meant.classes.length === 0) edges.names.add(this.#names.of(ref.member ?? ''));
  }

  *#staticsOf(one: LibraryClass, member: string, code: LibraryCode): Generator<number> {
    const line = new Set([one]);
    for (const each of line) {
      if (each.statics.has(member)) yield this.#unit(`static ${keyOf(each)}.${member}`);
      if (each.parent !== undefined)
        for (const parent of code.resolve(each.file, each.parent).classes) line.add(parent);
    }
  }

  #takeExports(code: LibraryCode): void {
    for (const [path, file] of code.files) {
      const module = /^([\w-]+)\/index\.js$/.exec(path)?.[1];
      for (const one of file.classes) {
        const [, spaces, name] = /^(?:aws-cdk-lib|constructs)\.(?:(\w+)\.)?(\w+)$/.exec(one.fqn ?? '') ?? [];
        if (name !== undefined && one.type === undefined)
          this.#export(
            `${one.fqn?.startsWith('constructs') === true ? 'constructs' : (spaces ?? '').replaceAll('_', '-')}.${name}`,
            this.#class(one),
          );
      }
      if (module === undefined) continue;
      for (const name of file.gives) {
        const meant = code.resolve(path, { module: './index', name, as: 'value' });
        const home = module === 'core' ? '' : module;
        for (const one of meant.classes)
          if (one.type === undefined) this.#export(`${home}.${name}`, this.#class(one));
        for (const { file: of, name: own } of meant.functions)
          this.#export(`${home}.${name}`, undefined, this.#unit(`function ${of}#${own}`));
      }
    }
  }

  #export(name: string, one: number | undefined, unit?: number): void {
    const before = this.#exported.get(name);
    const [known, ran] = before ?? [-1, -1];
    // Another class in another version: both.
    if (one !== undefined && known >= 0 && known !== one) this.#classes[known]!.parents.add(one);
    if (unit !== undefined && ran >= 0 && ran !== unit) this.#units[ran]!.units.add(unit);
    this.#exported.set(name, [known >= 0 ? known : (one ?? -1), ran >= 0 ? ran : (unit ?? -1)]);
  }

  #unit(key: string): number {
    const number = this.#unitKeys.of(key);
    this.#units[number] ??= {
      types: new Set(),
      units: new Set(),
      made: new Set(),
      handed: new Set(),
      names: new Set(),
    };
    return number;
  }

  #class(one: LibraryClass): number {
    const key = keyOf(one);
    const number = this.#classKeys.of(key);
    this.#classes[number] ??= {
      parents: new Set(),
      make: this.#unit(`new ${key}`),
      methods: new Map(),
      statics: new Map(),
    };
    return number;
  }
}

/** Members by which a class does what it does. */
const BY_ITSELF = /^(?:bind|call|apply|prototype|constructor)$/;

interface Edges {
  readonly types: Set<number>;
  readonly units: Set<number>;
  readonly made: Set<number>;
  readonly handed: Set<number>;
  readonly names: Set<number>;
}

interface Line {
  readonly parents: Set<number>;
  readonly make: number;
  readonly methods: Map<number, number>;
  readonly statics: Map<number, number>;
}

class Numbers {
  readonly texts: string[] = [];
  readonly #known = new Map<string, number>();

  of(text: string): number {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    this.#known.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }
}

/** Classes keep the names that they have for everybody, wherever their code moves. */
function keyOf({ fqn, file, names }: LibraryClass): string {
  return fqn ?? `${file}#${[...names].join('|')}`;
}
