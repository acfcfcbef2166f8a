import type {
  LibraryTable,
  LibraryUnit,
} from '../../../../packages/engine/src/collect/cdk/source/constructs/reach.ts';

/** The same table with fewer units: what always runs together is one, and says nothing twice. */
export function compacted(table: LibraryTable): LibraryTable {
  let now = plainOut(table);
  for (let before = Number.POSITIVE_INFINITY; now.units.length < before; ) {
    before = now.units.length;
    now = merged(now);
  }
  return now;
}

/** A class without members to ask for is what its constructors do. */
function plainOut(table: LibraryTable): LibraryTable {
  const { classes } = table;
  const lines = classes.map((_, index) => {
    const line = new Set([index]);
    for (const each of line) for (const parent of classes[each]!.parents) line.add(parent);
    return [...line];
  });
  const isPlain = (one: number, handed: boolean) =>
    lines[one]!.every(
      (each) => classes[each]!.methods.size === 0 && (!handed || classes[each]!.statics.size === 0),
    );
  const makes = (one: number) => lines[one]!.map((each) => classes[each]!.make).filter((unit) => unit >= 0);
  const units = [...table.units].map((unit) => {
    const plain = [
      ...unit.made.filter((one) => isPlain(one, false)),
      ...unit.handed.filter((one) => isPlain(one, true)),
    ];
    return {
      ...unit,
      units: [...new Set([...unit.units, ...plain.flatMap(makes)])],
      made: unit.made.filter((one) => !isPlain(one, false)),
      handed: unit.handed.filter((one) => !isPlain(one, true)),
    };
  });
  const run = (all: number[]) =>
    all.length < 2
      ? (all[0] ?? -1)
      : units.push({ types: [], units: all, made: [], handed: [], names: [] }) - 1;
  const exported = new Map(
    [...table.exported].map(([name, [one, unit]]): [string, readonly [number, number]] => [
      name,
      one < 0 || !isPlain(one, true) ? [one, unit] : [-1, run([...makes(one), ...(unit < 0 ? [] : [unit])])],
    ]),
  );
  return withoutUnused({ ...table, units, exported });
}

function withoutUnused(table: LibraryTable): LibraryTable {
  const used = new Set([
    ...table.units.flatMap(({ made, handed }) => [...made, ...handed]),
    ...[...table.exported.values()].flatMap(([one]) => (one < 0 ? [] : [one])),
    ...table.always.classes,
  ]);
  for (const one of used) for (const parent of table.classes[one]!.parents) used.add(parent);
  const kept = [...used].toSorted((a, b) => a - b);
  const numbers = new Map(kept.map((one, index) => [one, index]));
  const of = (one: number) => numbers.get(one)!;
  return {
    ...table,
    classes: kept.map((one) => ({ ...table.classes[one]!, parents: table.classes[one]!.parents.map(of) })),
    units: table.units.map((unit) => ({ ...unit, made: unit.made.map(of), handed: unit.handed.map(of) })),
    exported: new Map(
      [...table.exported].map(([name, [one, unit]]) => [name, [one < 0 ? one : of(one), unit]]),
    ),
    always: { ...table.always, classes: table.always.classes.map(of) },
  };
}

type Kind = Exclude<keyof LibraryUnit, 'units'>;
const KINDS: readonly Kind[] = ['types', 'made', 'handed', 'names'];

function merged(table: LibraryTable): LibraryTable {
  const { units } = table;
  const outside = new Set<number>();
  for (const { make, methods, statics } of table.classes)
    for (const unit of [make, ...methods.values(), ...statics.values()]) outside.add(unit);
  for (const [, unit] of table.exported.values()) outside.add(unit);

  const closures = units.map((_, index) => closureOf(units, index));
  // Units that run one another are one; so are those that say the same.
  const stands = units.map((_, index) =>
    Math.min(index, ...[...closures[index]!].filter((other) => closures[other]!.has(index))),
  );
  const said = new Map<string, number>();
  const uses = new Map<number, number>();
  for (const { units: to } of units) for (const one of to) uses.set(one, (uses.get(one) ?? 0) + 1);
  const joined = units.map((_, index): LibraryUnit => {
    if (stands[index] !== index) return units[index]!;
    const members = [...closures[index]!, index].filter((one) => stands[one] === index);
    // What only this one runs is part of it.
    const inside = new Set(members);
    for (const one of inside)
      for (const next of units[one]!.units)
        if (!outside.has(next) && uses.get(next) === 1 && stands[next] === next) inside.add(next);
    const to = new Set([...inside].flatMap((one) => units[one]!.units).filter((one) => !inside.has(one)));
    for (const one of [...to]) for (const further of closures[one]!) if (further !== one) to.delete(further);
    const beyond = new Set([...to].flatMap((one) => [one, ...closures[one]!]));
    const all = (kind: Kind) => new Set([...inside].flatMap((one) => units[one]![kind]));
    const implied = (kind: Kind) => new Set([...beyond].flatMap((one) => units[one]![kind]));
    const kept = (kind: Kind) => [...all(kind).difference(implied(kind))].toSorted((a, b) => a - b);
    return {
      types: kept('types'),
      units: [...to],
      made: kept('made'),
      handed: kept('handed'),
      names: kept('names'),
    };
  });
  const target = units.map((_, index) => {
    const at = stands[index]!;
    const unit = joined[at]!;
    const plain = { ...unit, units: unit.units.map((one) => stands[one]!).toSorted((a, b) => a - b) };
    const only = plain.units[0];
    if (only !== undefined && plain.units.length === 1 && KINDS.every((kind) => plain[kind].length === 0))
      return only;
    const key = JSON.stringify(plain);
    if (!said.has(key)) said.set(key, at);
    return said.get(key)!;
  });
  return renumbered(table, joined, (unit) => target[unit]!);
}

function closureOf(units: readonly LibraryUnit[], index: number): ReadonlySet<number> {
  const closure = new Set(units[index]!.units);
  for (const one of closure) for (const next of units[one]!.units) closure.add(next);
  return closure;
}

function renumbered(
  table: LibraryTable,
  units: readonly LibraryUnit[],
  target: (unit: number) => number,
): LibraryTable {
  const numbers = new Map<number, number>();
  const met: number[] = [];
  const of = (unit: number) => {
    const at = target(unit);
    const number = numbers.get(at) ?? met.push(at) - 1;
    numbers.set(at, number);
    return number;
  };
  const members = (all: ReadonlyMap<number, number>) =>
    new Map([...all].map(([name, unit]) => [name, of(unit)]));
  const classes = table.classes.map(({ parents, make, methods, statics }) => ({
    parents,
    make: make < 0 ? make : of(make),
    methods: members(methods),
    statics: members(statics),
  }));
  const exported = new Map(
    [...table.exported].map(([name, [one, unit]]) => [name, [one, unit < 0 ? unit : of(unit)] as const]),
  );
  const kept: LibraryUnit[] = [];
  while (kept.length < met.length) {
    const unit = units[met[kept.length]!]!;
    kept.push({ ...unit, units: [...new Set(unit.units.map(of))] });
  }
  return { ...table, classes, exported, units: kept };
}
