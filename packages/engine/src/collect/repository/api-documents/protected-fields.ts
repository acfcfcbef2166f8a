import type { Value } from '../../../model/value.ts';
import { type Plain, placeIn, written } from '../fact.ts';
import { itemsOf, member, membersOf } from '../structured-text.ts';

/** Fields of people's health and of their cards, as schemas name them. A diagnosis alone may be of a machine. */
const CLASSES: readonly { readonly of: string; readonly atLeast: number; readonly fields: RegExp }[] = [
  {
    of: 'health',
    atLeast: 2,
    fields:
      /^(?:patient(?:name|id|s)?|diagnos[ie]s|medications?|prescriptions?|allerg(?:y|ies)|symptoms?|vaccinations?|blood(?:type|group|pressure)|medicalrecord(?:number|id)?|medicalhistory|icd(?:9|10)?codes?)$/,
  },
  { of: 'payment', atLeast: 1, fields: /^(?:cardnumber|cvv2?|cvc2?|cardverificationvalue)$/ },
];
const DEEPEST = 8;

/** The fields of the schemas of an API document that say that it carries data of such a class, each at its own line. */
export function protectedFields(file: string, root: Value): readonly Plain[] {
  const schemas = [member(member(root, 'components'), 'schemas'), member(root, 'definitions')];
  const fields = schemas.flatMap((named) =>
    [...membersOf(named)].flatMap(([, schema]) => [...fieldsOf(schema, 0)]),
  );
  return CLASSES.flatMap(({ of, atLeast, fields: says }) => {
    const own = new Map(fields.filter(([name]) => says.test(name.toLowerCase().replace(/[_-]/g, ''))));
    if (own.size < atLeast) return [];
    return [...own].map(([field, { origin }]) =>
      written({ of, field }, placeIn(file, origin.at.line, origin.at.column)),
    );
  });
}

function* fieldsOf(schema: Value | undefined, depth: number): Generator<readonly [string, Value]> {
  if (schema === undefined || depth > DEEPEST) return;
  for (const [name, field] of membersOf(member(schema, 'properties'))) {
    yield [name, field];
    yield* fieldsOf(field, depth + 1);
  }
  yield* fieldsOf(member(schema, 'items'), depth + 1);
  for (const several of ['allOf', 'anyOf', 'oneOf'])
    for (const one of itemsOf(member(schema, several))) yield* fieldsOf(one, depth + 1);
}
