import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { openList, type Plain, placeIn, written } from '../fact.ts';
import { itemsOf, member, membersOf } from '../structured-text.ts';
import { followed } from './references.ts';

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
const DEEPEST = 16;

type Fields = Map<string, Value>;

/** Which fields of people's health and of their cards the operations of an OpenAPI document hand over. */
export class ProtectedFields {
  readonly #file: string;
  readonly #root: Value;
  /** Whether the document speaks of any, handed over or not. */
  readonly #areNamed: boolean;

  constructor(file: string, root: Value) {
    this.#file = file;
    this.#root = root;
    const all: Fields = new Map();
    for (const named of [member(member(root, 'components'), 'schemas'), member(root, 'definitions')])
      for (const [, schema] of membersOf(named)) this.#gather(schema, all, new Set(), 0);
    this.#areNamed = this.#protectedIn(all).length > 0;
  }

  /** Each at its own line; open where what an operation answers is in another file, or is not said. */
  by(operation: Value): Plain {
    const fields: Fields = new Map();
    const answers = [...membersOf(member(operation, 'responses'))].filter(([status]) =>
      /^(2|default)/.test(status),
    );
    const whole = answers.map(([, answer]) => this.#isWhole(answer, fields));
    const found = this.#protectedIn(fields);
    if (whole.length > 0 && whole.every((one) => one)) return found;
    if (!this.#areNamed && !whole.includes(false)) return found;
    const { line, column } = operation.origin.at;
    const at = placeIn(this.#file, line, column);
    return openList(
      found,
      unknown('not-readable', `the schema of what ${this.#file}:${line} answers`, inCode(at)),
    );
  }

  /** Whether all of an answer was followed; nothing where it has no schema and might be without a body. */
  #isWhole(answer: Value, fields: Fields): boolean | undefined {
    const said = followed(answer, this.#root);
    if (said === undefined) return false;
    const schemas = [...[...membersOf(member(said, 'content'))].map(([, content]) => content), said].flatMap(
      (one) => member(one, 'schema') ?? [],
    );
    if (schemas.length === 0) return undefined;
    return schemas.map((schema) => this.#gather(schema, fields, new Set(), 0)).every((one) => one);
  }

  /** Gathers the fields of a schema; whether it was followed whole. */
  #gather(schema: Value | undefined, fields: Fields, on: Set<Value>, depth: number): boolean {
    if (schema === undefined) return true;
    const own = followed(schema, this.#root);
    if (own === undefined || depth > DEEPEST) return false;
    // What holds itself was gathered on the way.
    if (on.has(own)) return true;
    on.add(own);
    const inner = ['items', 'additionalProperties'].map((name) => member(own, name));
    const several = ['allOf', 'anyOf', 'oneOf'].flatMap((name) => itemsOf(member(own, name)));
    const properties = [...membersOf(member(own, 'properties'))];
    for (const [name, field] of properties) if (!fields.has(name)) fields.set(name, field);
    return [...properties.map(([, field]) => field), ...inner, ...several]
      .map((one) => this.#gather(one, fields, on, depth + 1))
      .every((one) => one);
  }

  #protectedIn(fields: Fields): readonly Value[] {
    return CLASSES.flatMap(({ of, atLeast, fields: says }) => {
      const own = [...fields].filter(([name]) => says.test(name.toLowerCase().replace(/[_-]/g, '')));
      if (own.length < atLeast) return [];
      return own.map(
        ([
          field,
          {
            origin: { at },
          },
        ]) => written({ of, field }, placeIn(this.#file, at.line, at.column)),
      );
    });
  }
}
