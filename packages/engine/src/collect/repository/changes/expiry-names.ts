import { EXPIRY_NAME } from '../../../knowledge/expiry-names.ts';
import { inCode, type Location } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { onceForText } from '../../../once-for.ts';
import type { Program } from '../code/names/program.ts';
import { everyExpression } from '../code/syntax/expressions.ts';
import { isIn, type Place, type Range, type SourceModule } from '../code/syntax/source-module.ts';
import { fact, written as inFile, openList, placeIn, type RepositoryFact } from '../fact.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { isOfInfrastructure } from '../watching/served-code.ts';
import { namesWritten } from './leases.ts';
import { isTable, relationalParts } from './relational-tables.ts';
import type { StoreCall } from './store-calls.ts';

const LONGEST_TEXT = 300;

/** Names in the code for the time at which something ends, with the files whose calls of DynamoDB write them. */
export function expiryNames(program: Program, stores: readonly StoreCall[]): readonly RepositoryFact[] {
  const written = new Map<string, Set<string>>();
  for (const store of stores)
    if (store.of === 'DynamoDB')
      for (const name of namesWritten(program, store))
        if (EXPIRY_NAME.test(name))
          written.set(name, (written.get(name) ?? new Set()).add(store.module.file));
  const said = new Map<string, { readonly at: Location; isElsewhere: boolean }>();
  const isExpiry = onceForText((name) => EXPIRY_NAME.test(name));
  for (const module of program.modules.values()) {
    if (isOfInfrastructure(module) || isOfAPage(program, module)) continue;
    for (const [name, place] of namesSaid(program, module, isExpiry)) {
      const isElsewhere = written.get(name)?.has(module.file) !== true;
      const before = said.get(name);
      if (before === undefined) said.set(name, { at: at(module, place), isElsewhere });
      else before.isElsewhere ||= isElsewhere;
    }
  }
  return [...said].map(([name, { at: place, isElsewhere }]) => {
    const files = [...(written.get(name) ?? [])].map((file) => inFile(file, placeIn(file)));
    return fact({
      type: 'Repository::ExpiryName',
      address: `${name} in the code`,
      at: place,
      properties: {
        name,
        writtenIn: isElsewhere
          ? openList(
              files,
              unknown('unresolved-expression', `whether the ${name} that it says is stored`, inCode(place)),
            )
          : files,
      },
    });
  });
}

/** Names of members, of what is handed over by name, and words of texts. */
function namesSaid(
  program: Program,
  module: SourceModule,
  isMeant: (name: string) => boolean,
): readonly (readonly [name: string, at: Place])[] {
  const said: [string, Place][] = [];
  // Columns of a relational table are no attributes of items.
  let columns: readonly Range[] | undefined;
  const note = (name: string, place: Place) => {
    if (!isMeant(name)) return;
    columns ??= relationalParts(program, module);
    if (!columns.some((range) => isIn(place, range))) said.push([name, place]);
  };
  everyExpression(module, (value, within) => {
    if (value.kind === 'object') for (const one of value.members) note(one.name, one.at);
    const isColumn =
      value.kind === 'member' && isMeant(value.name) && isTable(program, module, value.of, within);
    if ((value.kind === 'member' || value.kind === 'name') && !isColumn) note(value.name, value.at);
    if (value.kind === 'literal' && typeof value.value === 'string' && value.value.length <= LONGEST_TEXT)
      for (const word of value.value.match(/\w+/g) ?? []) note(word, value.at);
  });
  for (const { target, at: place } of module.bindings)
    if (target.kind === 'member' || target.kind === 'name') note(target.name, place);
  for (const { arguments: given, at: place } of module.calls)
    for (const { name } of given) if (name !== undefined) note(name, place);
  for (const { fields } of module.classes) for (const { name, at: place } of fields) note(name, place);
  for (const { parts, at: place } of module.texts)
    for (const part of parts)
      if (typeof part === 'string') for (const word of part.match(/\w+/g) ?? []) note(word, place);
  return said;
}
