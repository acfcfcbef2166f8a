/**
 * What the code of the construct library leads to, as far as resources come of it. Numbers name the parts of the table itself.
 */
export interface LibraryTable {
  readonly types: readonly string[];
  readonly names: readonly string[];
  readonly units: readonly LibraryUnit[];
  readonly classes: readonly LibraryClass[];
  /** What is for everybody, by module and name (`aws-sqs.Queue`, and `.Stack` of the library's top): class and unit, -1 for none. */
  readonly exported: ReadonlyMap<string, readonly [one: number, unit: number]>;
  /** What every program has: types, classes of which there is an instance, names of members that are asked for. */
  readonly always: {
    readonly types: readonly number[];
    readonly classes: readonly number[];
    readonly names: readonly number[];
  };
}

/** A function, a method, a constructor, or a file as it is loaded: whatever stands in it counts as done. */
export interface LibraryUnit {
  readonly types: readonly number[];
  /** Units that it leads to by name of what they are in: functions, static methods. */
  readonly units: readonly number[];
  /** Classes that it makes. */
  readonly made: readonly number[];
  /** Classes that it hands on, so that anybody may make one or call its static methods. */
  readonly handed: readonly number[];
  /** Names of members that it asks for, of whatever it has. */
  readonly names: readonly number[];
}

export interface LibraryClass {
  readonly parents: readonly number[];
  /** Its constructor; -1 where that leads to nothing. */
  readonly make: number;
  /** By name. */
  readonly methods: ReadonlyMap<number, number>;
  readonly statics: ReadonlyMap<number, number>;
}

/** What a program uses of the library, by what the table calls it. */
export interface Uses {
  /** Of `exported`; whatever is used in any way but through a static member. */
  readonly handed: Iterable<string>;
  /** Of `exported`, with the static member. */
  readonly statics: Iterable<readonly [of: string, member: string]>;
  /** Names of all members that are asked for, of whatever it may be. */
  readonly names: Iterable<string>;
}

export interface Reached {
  readonly types: ReadonlySet<number>;
  readonly units: ReadonlySet<number>;
  readonly classes: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
}

/**
 * Everything that may run where a program uses the library like this. A member that is asked for by name is one of
 * every class of which there may be an instance, be it the one that is meant or not.
 */
export function reached(table: LibraryTable, uses: Uses): Reached {
  return new Reach(table).from(uses);
}

const NOTHING = [-1, -1] as const;

class Reach {
  readonly #table: LibraryTable;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #types = new Set<number>();
  readonly #units = new Set<number>();
  readonly #instances = new Set<number>();
  readonly #handed = new Set<number>();
  readonly #names = new Set<number>();
  /** Members that nobody has asked for so far, by name. */
  readonly #waiting = new Map<number, Set<number>>();
  readonly #open: number[] = [];

  constructor(table: LibraryTable) {
    this.#table = table;
    this.#numbers = new Map(table.names.map((name, index) => [name, index]));
  }

  from({ handed, statics, names }: Uses): Reached {
    const { always, exported } = this.#table;
    for (const type of always.types) this.#types.add(type);
    for (const name of always.names) this.#ask(name);
    for (const one of always.classes) this.#make(one);
    for (const name of names) this.#ask(this.#numbers.get(name));
    for (const name of handed) {
      const [one, unit] = exported.get(name) ?? NOTHING;
      this.#run(unit);
      if (one >= 0) this.#hand(one);
    }
    for (const [of, member] of statics) {
      const [one, unit] = exported.get(of) ?? NOTHING;
      const name = this.#numbers.get(member);
      this.#run(unit);
      if (one >= 0 && name !== undefined)
        for (const above of this.#lineOf(one)) this.#run(this.#table.classes[above]!.statics.get(name) ?? -1);
    }
    for (let unit = this.#open.pop(); unit !== undefined; unit = this.#open.pop()) this.#follow(unit);
    return {
      types: this.#types,
      units: this.#units,
      classes: this.#instances,
      names: this.#names,
    };
  }

  #follow(unit: number): void {
    const { types, units, made, handed, names } = this.#table.units[unit]!;
    for (const type of types) this.#types.add(type);
    for (const one of units) this.#run(one);
    for (const one of made) this.#make(one);
    for (const one of handed) this.#hand(one);
    for (const name of names) this.#ask(name);
  }

  #run(unit: number): void {
    if (unit < 0 || this.#units.has(unit)) return;
    this.#units.add(unit);
    this.#open.push(unit);
  }

  #make(one: number): void {
    if (this.#instances.has(one)) return;
    this.#instances.add(one);
    for (const above of this.#lineOf(one)) {
      const { make, methods } = this.#table.classes[above]!;
      this.#run(make);
      this.#await(methods);
    }
  }

  #hand(one: number): void {
    if (this.#handed.has(one)) return;
    this.#handed.add(one);
    this.#make(one);
    for (const above of this.#lineOf(one)) this.#await(this.#table.classes[above]!.statics);
  }

  #await(members: ReadonlyMap<number, number>): void {
    for (const [name, unit] of members) {
      if (this.#names.has(name)) this.#run(unit);
      else this.#waiting.set(name, (this.#waiting.get(name) ?? new Set()).add(unit));
    }
  }

  #ask(name: number | undefined): void {
    if (name === undefined || this.#names.has(name)) return;
    this.#names.add(name);
    for (const unit of this.#waiting.get(name) ?? []) this.#run(unit);
  }

  /** A class and those above it. */
  #lineOf(one: number): ReadonlySet<number> {
    const line = new Set([one]);
    for (const each of line) for (const parent of this.#table.classes[each]!.parents) line.add(parent);
    return line;
  }
}
