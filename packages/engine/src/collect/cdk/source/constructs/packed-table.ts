import type { LibraryClass, LibraryTable, LibraryUnit } from './reach.ts';

/*
 * A table as text: parts on lines of their own, fields between commas, numbers in ascending order as their distances
 * from one another, in base 36.
 */

export function packed(table: LibraryTable): string {
  return [
    table.types.join(' '),
    table.names.join(' '),
    table.units
      .map(({ types, units, made, handed, names }) => fields(types, units, made, handed, names))
      .join('\n'),
    table.classes
      .map(({ parents, make, methods, statics }) =>
        [fields(parents), make < 0 ? '' : make.toString(36), members(methods), members(statics)].join(','),
      )
      .join('\n'),
    [...table.exported]
      .map(
        ([name, [one, unit]]) =>
          `${name},${one < 0 ? '' : one.toString(36)},${unit < 0 ? '' : unit.toString(36)}`,
      )
      .join('\n'),
    fields(table.always.types, table.always.classes, table.always.names),
  ].join('\n\n');
}

export function unpacked(text: string): LibraryTable {
  const [types = '', names = '', units = '', classes = '', exported = '', always = ''] = text.split('\n\n');
  const [alwaysTypes = [], alwaysClasses = [], alwaysNames = []] = always.split(',').map(numbers);
  return {
    types: types.split(' '),
    names: names.split(' '),
    units: units.split('\n').map((line): LibraryUnit => {
      const [own = [], to = [], made = [], handed = [], asked = []] = line.split(',').map(numbers);
      return { types: own, units: to, made, handed, names: asked };
    }),
    classes: classes.split('\n').map((line): LibraryClass => {
      const [parents = '', make = '', methods = '', statics = ''] = line.split(',');
      return {
        parents: numbers(parents),
        make: number(make),
        methods: pairs(methods),
        statics: pairs(statics),
      };
    }),
    exported: new Map(
      exported.split('\n').map((line): [string, readonly [number, number]] => {
        const [name = '', one = '', unit = ''] = line.split(',');
        return [name, [number(one), number(unit)]];
      }),
    ),
    always: { types: alwaysTypes, classes: alwaysClasses, names: alwaysNames },
  };
}

function fields(...all: readonly (readonly number[])[]): string {
  return all.map(distances).join(',');
}

function distances(all: readonly number[]): string {
  const ascending = all.toSorted((a, b) => a - b);
  return ascending.map((one, index) => (one - (ascending[index - 1] ?? 0)).toString(36)).join(' ');
}

function numbers(text: string): number[] {
  let last = 0;
  return text === '' ? [] : text.split(' ').map((one) => (last += Number.parseInt(one, 36)));
}

function number(text: string): number {
  return text === '' ? -1 : Number.parseInt(text, 36);
}

function members(all: ReadonlyMap<number, number>): string {
  return [...all].map(([name, unit]) => `${name.toString(36)} ${unit.toString(36)}`).join(' ');
}

function pairs(text: string): ReadonlyMap<number, number> {
  const all = text === '' ? [] : text.split(' ').map((one) => Number.parseInt(one, 36));
  return new Map(all.flatMap((name, index) => (index % 2 === 0 ? [[name, all[index + 1]!] as const] : [])));
}
