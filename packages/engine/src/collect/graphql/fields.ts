import { inCode, type Origin, root as rootOf } from '../../model/origin.ts';
import type { FactNode, ResourceNode } from '../../model/resource.ts';
import { known, listOf, objectOf, reference, unknown, type Value } from '../../model/value.ts';
import type { CollectedRoot } from '../collected.ts';
import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type Field, rootFields } from './schema.ts';

/**
 * The same root with a fact for each schema of a GraphQL API (`graphql-schema`): its API, and the fields of the root types,
 * which are what callers ask for. A schema that cannot be read is a list of which nothing is known.
 */
export async function withGraphqlFields(root: CollectedRoot, repository: Repository): Promise<CollectedRoot> {
  const schemas = root.resources.map(schemaOf).filter((schema) => schema !== undefined);
  if (schemas.length === 0) return root;
  const facts = await Promise.all(schemas.map((schema) => factOf(schema, repository)));
  return { ...root, facts: [...root.facts, ...facts] };
}

interface Schema {
  /** Names the API. */
  readonly api: Value;
  readonly text: Value | undefined;
  /** A path relative to the file that names it, or an address in S3. */
  readonly at: Value | undefined;
  readonly origin: Origin;
}

function schemaOf(resource: ResourceNode): Schema | undefined {
  const { members } = resource.properties;
  const { origin } = resource;
  if (resource.type === 'AWS::AppSync::GraphQLSchema')
    return {
      api: members.get('ApiId') ?? unknown('unresolved-expression', 'the API of the schema', origin),
      text: given(members.get('Definition')),
      at: given(members.get('DefinitionS3Location')),
      origin,
    };
  const written = resource.meta?.members.get('arguments');
  const text = written?.kind === 'object' ? given(written.members.get('schema')) : undefined;
  if (resource.type !== 'AWS::AppSync::GraphQLApi' || text === undefined) return undefined;
  const api = reference({ address: resource.address, attribute: 'id' }, origin);
  return { api, text, at: undefined, origin };
}

function given(value: Value | undefined): Value | undefined {
  return value === undefined || value.kind === 'absent' ? undefined : value;
}

async function factOf(schema: Schema, repository: Repository): Promise<FactNode> {
  const { api, origin } = schema;
  const properties = objectOf({ api, fields: await fieldsOf(schema, repository) }, origin);
  return { kind: 'graphql-schema', properties, origin };
}

async function fieldsOf(schema: Schema, repository: Repository): Promise<Value> {
  const { text, at, origin } = schema;
  const inline = textOf(text);
  if (inline !== undefined)
    return listed(await rootFields(inline), await placesOf(inline, text!.origin, repository), text!.origin);
  const path = textOf(at);
  const file = path === undefined || /^\w+:\/\//.test(path) ? undefined : below(at!.origin, path);
  const read = file === undefined ? undefined : await repository.text(file);
  if (file === undefined || read?.kind !== 'text')
    return unknown(
      'not-readable',
      'the schema, as a text or a file of the repository',
      (text ?? at)?.origin ?? origin,
    );
  return listed(await rootFields(read.text), inFile(file), at!.origin);
}

function below(origin: Origin, path: string): string | undefined {
  return join(folderOf(origin.at.file), path);
}

function listed(
  fields: readonly Field[] | undefined,
  place: (line: number) => Origin,
  origin: Origin,
): Value {
  if (fields === undefined) return unknown('not-readable', 'a schema without errors of syntax', origin);
  const items = fields.map(({ type, name, published, untyped, line }) => {
    const at = place(line);
    return objectOf(
      {
        type: known(type, at),
        field: known(name, at),
        name: known(`${type}.${name}`, at),
        published: known(published, at),
        untyped: listOf(
          untyped.map((one) => known(one, at)),
          at,
        ),
      },
      at,
    );
  });
  return listOf(items, origin);
}

function inFile(file: string): (line: number) => Origin {
  return (line) => inCode({ file, line, column: 1, endLine: line, endColumn: 1 });
}

/** Where the lines of a text stand in the file that it is written in; the whole text where that cannot be told. */
async function placesOf(
  text: string,
  origin: Origin,
  repository: Repository,
): Promise<(line: number) => Origin> {
  const { file, line, endLine } = rootOf(origin);
  const read = repository.has(file) ? await repository.text(file) : undefined;
  if (read?.kind !== 'text') return () => origin;
  const written = read.text.split('\n').map((one) => one.trim());
  const wanted = text.split('\n').map((one) => one.trim());
  const first = wanted.findIndex((one) => one !== '');
  const start = written.findIndex(
    (one, index) => index >= line - 1 && index < endLine && one === wanted[first],
  );
  return (asked) => {
    const index = start + asked - 1 - first;
    if (start < 0 || written[index] !== wanted[asked - 1]) return origin;
    return inFile(file)(index + 1);
  };
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
