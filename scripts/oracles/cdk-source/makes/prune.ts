import {
  type LibraryClass,
  type LibraryTable,
  type LibraryUnit,
  reached,
} from '../../../../packages/engine/src/collect/cdk/source/constructs/reach.ts';

/** The same table without what comes of every program, and without what no resource comes of. */
export function pruned(whole: LibraryTable): LibraryTable {
  const always = reached(whole, { handed: [], statics: [], names: [] });
  const telling = tellingUnits(whole, always);
  const everything = reached(whole, { handed: whole.exported.keys(), statics: [], names: whole.names });
  const isTelling = (unit: number) => telling.units.has(unit) && everything.units.has(unit);
  const units = new Renumbered<LibraryUnit>();
  const classes = new Renumbered<LibraryClass>();
  const names = new Renumbered<string>();
  const types = new Renumbered<string>();

  const keptUnit = (unit: number): LibraryUnit => {
    const { types: own, units: to, made, handed, names: asked } = whole.units[unit]!;
    return {
      types: own.filter((one) => !always.types.has(one)).map((one) => types.of(one)),
      units: to.filter(isTelling).map((one) => units.of(one)),
      made: made
        .filter((one) => !always.classes.has(one) && telling.classes.has(one))
        .map((one) => classes.of(one)),
      handed: handed.filter((one) => telling.handed.has(one)).map((one) => classes.of(one)),
      names: asked.filter((one) => telling.names.has(one)).map((one) => names.of(one)),
    };
  };
  const keptMembers = (members: ReadonlyMap<number, number>) =>
    new Map(
      [...members]
        .filter(([, unit]) => isTelling(unit))
        .map(([name, unit]) => [names.of(name), units.of(unit)]),
    );
  const keptClass = (one: number): LibraryClass => {
    const { parents, make, methods, statics } = whole.classes[one]!;
    return {
      parents: parents
        .filter((parent) => telling.handed.has(parent) || always.classes.has(parent))
        .map((parent) => classes.of(parent)),
      make: isTelling(make) ? units.of(make) : -1,
      methods: keptMembers(methods),
      statics: keptMembers(statics),
    };
  };

  const exported = new Map<string, readonly [number, number]>();
  for (const [name, [one, unit]] of [...whole.exported].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = one >= 0 && telling.handed.has(one) ? classes.of(one) : -1;
    const run = unit >= 0 && isTelling(unit) ? units.of(unit) : -1;
    if (kept >= 0 || run >= 0) exported.set(name, [kept, run]);
  }
  const first = {
    types: [...always.types].map((one) => types.of(one)),
    classes: [...always.classes].filter((one) => telling.classes.has(one)).map((one) => classes.of(one)),
  };
  // What is kept is numbered as it is met, and leads to more.
  const keptUnits: LibraryUnit[] = [];
  const keptClasses: LibraryClass[] = [];
  while (keptUnits.length < units.met.length || keptClasses.length < classes.met.length) {
    while (keptUnits.length < units.met.length) keptUnits.push(keptUnit(units.met[keptUnits.length]!));
    while (keptClasses.length < classes.met.length)
      keptClasses.push(keptClass(classes.met[keptClasses.length]!));
  }
  const askedAlways = names.met.flatMap((name, index) => (always.names.has(name) ? [index] : []));
  return {
    types: types.met.map((one) => whole.types[one]!),
    names: names.met.map((one) => whole.names[one]!),
    units: keptUnits,
    classes: keptClasses,
    exported,
    always: { ...first, names: askedAlways },
  };
}

interface Telling {
  readonly units: ReadonlySet<number>;
  /** Of which an instance may lead to more. */
  readonly classes: ReadonlySet<number>;
  /** Which may lead to more themselves. */
  readonly handed: ReadonlySet<number>;
  readonly names: ReadonlySet<number>;
}

/** What may lead to a type that not every program has, whoever asks for members of whatever there is. */
function tellingUnits(whole: LibraryTable, always: ReturnType<typeof reached>): Telling {
  const units = new Set<number>();
  const classes = new Set<number>();
  const handed = new Set<number>();
  const names = new Set<number>();
  for (let before = -1; before !== units.size + classes.size + handed.size + names.size; ) {
    before = units.size + classes.size + handed.size + names.size;
    for (const [index, unit] of whole.units.entries()) {
      if (units.has(index) || always.units.has(index)) continue;
      if (
        unit.types.some((one) => !always.types.has(one)) ||
        unit.units.some((one) => units.has(one)) ||
        unit.made.some((one) => !always.classes.has(one) && classes.has(one)) ||
        unit.handed.some((one) => handed.has(one)) ||
        unit.names.some((one) => names.has(one))
      )
        units.add(index);
    }
    for (const [index, { parents, make, methods, statics }] of whole.classes.entries()) {
      if (
        units.has(make) ||
        [...methods.values()].some((unit) => units.has(unit)) ||
        parents.some((one) => classes.has(one))
      )
        classes.add(index);
      if (
        classes.has(index) ||
        [...statics.values()].some((unit) => units.has(unit)) ||
        parents.some((one) => handed.has(one))
      )
        handed.add(index);
      for (const [name, unit] of [...methods, ...statics])
        if (units.has(unit) && !always.names.has(name)) names.add(name);
    }
  }
  return { units, classes, handed, names };
}

class Renumbered<_T> {
  readonly met: number[] = [];
  readonly #numbers = new Map<number, number>();

  of(number: number): number {
    const before = this.#numbers.get(number);
    if (before !== undefined) return before;
    this.#numbers.set(number, this.met.length);
    return this.met.push(number) - 1;
  }
}
