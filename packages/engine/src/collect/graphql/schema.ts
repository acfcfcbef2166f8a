import type { DefinitionNode, FieldDefinitionNode, InputValueDefinitionNode, TypeNode } from 'graphql';

/** A field of a root type: what a caller can ask for. */
export interface Field {
  readonly type: string;
  readonly name: string;
  /** A subscription that AWS AppSync feeds from mutations (`@aws_subscribe`). */
  readonly published: boolean;
  /** What it takes or answers that may hold anything: `details: AWSJSON`, `Look.extra: AWSJSON`. */
  readonly untyped: readonly string[];
  /** In the schema, from 1. */
  readonly line: number;
}

/** Scalars that take whatever JSON can say: that of AWS AppSync, and the usual names of those that servers add. */
const ANYTHING = /^(AWSJSON|JSON|JSONObject|GraphQLJSON|GraphQLJSONObject|Json|Any|Object|Map)$/;

/** Enough for any schema that AWS AppSync takes (1 MB), and an end to what never ends. */
const MOST_TOKENS = 200_000;

/** The fields of the root types of a schema, those of extensions included; `undefined` where it cannot be read. */
export async function rootFields(text: string): Promise<readonly Field[] | undefined> {
  const { parse } = await import('graphql');
  let definitions: readonly DefinitionNode[];
  try {
    definitions = parse(text, { maxTokens: MOST_TOKENS }).definitions;
  } catch {
    // Whatever it is that stands there, it is no schema for us: wrong syntax, or nested until the stack ends.
    return undefined;
  }
  const roots = rootTypes(definitions);
  const types = new Types(definitions);
  return definitions.flatMap((definition) =>
    (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'ObjectTypeExtension') &&
    roots.has(definition.name.value)
      ? (definition.fields ?? []).map((field) => fieldOf(definition.name.value, field, types))
      : [],
  );
}

/** The types that operations start from: named by a `schema` block, or by their usual names where there is none. */
function rootTypes(definitions: readonly DefinitionNode[]): ReadonlySet<string> {
  const named = definitions.flatMap((definition) =>
    definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension'
      ? (definition.operationTypes ?? []).map((operation) => operation.type.name.value)
      : [],
  );
  return new Set(named.length > 0 ? named : ['Query', 'Mutation', 'Subscription']);
}

function fieldOf(type: string, field: FieldDefinitionNode, types: Types): Field {
  return {
    type,
    name: field.name.value,
    published: (field.directives ?? []).some((directive) => directive.name.value === 'aws_subscribe'),
    untyped: types.untypedIn(field),
    line: field.name.loc?.startToken.line ?? 1,
  };
}

type Part = FieldDefinitionNode | InputValueDefinitionNode;

/** The types of a schema, by name, extensions together with what they extend. */
class Types {
  readonly #parts = new Map<string, readonly Part[]>();
  readonly #members = new Map<string, readonly string[]>();

  constructor(definitions: readonly DefinitionNode[]) {
    for (const one of definitions) {
      if (!('name' in one) || one.name === undefined) continue;
      const name = one.name.value;
      if ('fields' in one) this.#parts.set(name, [...(this.#parts.get(name) ?? []), ...(one.fields ?? [])]);
      // What is called by its interface may be any that has it.
      if ('interfaces' in one)
        for (const { name: above } of one.interfaces ?? []) this.#add(above.value, name);
      if ('types' in one) for (const { name: member } of one.types ?? []) this.#add(name, member.value);
    }
  }

  #add(name: string, member: string): void {
    this.#members.set(name, [...(this.#members.get(name) ?? []), member]);
  }

  /** What a field takes and answers that may hold anything, down through the types that it names. */
  untypedIn(field: FieldDefinitionNode): readonly string[] {
    const found: string[] = [];
    const seen = new Set<string>();
    const look = (part: Part, as: string) => {
      const name = nameOf(part.type);
      if (ANYTHING.test(name)) found.push(`${as}: ${name}`);
      const open = [name];
      for (let type = open.pop(); type !== undefined; type = open.pop()) {
        if (seen.has(type)) continue;
        seen.add(type);
        open.push(...(this.#members.get(type) ?? []));
        for (const inner of this.#parts.get(type) ?? [])
          for (const one of [inner, ...('arguments' in inner ? (inner.arguments ?? []) : [])]) {
            const of = nameOf(one.type);
            if (ANYTHING.test(of)) found.push(`${type}.${one.name.value}: ${of}`);
            open.push(of);
          }
      }
    };
    for (const argument of field.arguments ?? []) look(argument, argument.name.value);
    look(field, field.name.value);
    return found;
  }
}

function nameOf(type: TypeNode): string {
  return type.kind === 'NamedType' ? type.name.value : nameOf(type.type);
}
