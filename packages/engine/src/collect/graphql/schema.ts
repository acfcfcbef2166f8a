import type { DefinitionNode, FieldDefinitionNode } from 'graphql';

/** A field of a root type: what a caller can ask for. */
export interface Field {
  readonly type: string;
  readonly name: string;
  /** A subscription that AWS AppSync feeds from mutations (`@aws_subscribe`). */
  readonly published: boolean;
  /** In the schema, from 1. */
  readonly line: number;
}

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
  return definitions.flatMap((definition) =>
    (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'ObjectTypeExtension') &&
    roots.has(definition.name.value)
      ? (definition.fields ?? []).map((field) => fieldOf(definition.name.value, field))
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

function fieldOf(type: string, field: FieldDefinitionNode): Field {
  return {
    type,
    name: field.name.value,
    published: (field.directives ?? []).some((directive) => directive.name.value === 'aws_subscribe'),
    line: field.name.loc?.startToken.line ?? 1,
  };
}
