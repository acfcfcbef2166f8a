import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { rootFields } from '../../graphql/schema.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { itemsOf, member, membersOf, readStructured, textOf } from '../structured-text.ts';
import { ProtectedFields } from './protected-fields.ts';
import { followed } from './references.ts';

const TYPES = ['Repository::ApiDocument'] as const;
const STRUCTURED = /\.(ya?ml|json)$/;
const SCHEMA = /\.(graphqls?|gql)$/;
const CALLED_SO = /(openapi|swagger|(^|[/._-])(api|oas)([/._-]|$))/i;
const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** OpenAPI and GraphQL documents, whatever they are called. */
export const apiDocuments: Reader = {
  name: 'API documents',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => kind === 'other' && (STRUCTURED.test(path) || SCHEMA.test(path)),
  read: readDocuments,
};

async function readDocuments(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  for (const file of files) {
    const got = await source.text(file);
    if (got.kind === 'skipped') {
      if (CALLED_SO.test(file) || SCHEMA.test(file)) findings.skipped(file, got.why);
    } else if (SCHEMA.test(file)) await graphqlDocument(file, got.text, findings);
    else if (BEGINS.test(got.text.slice(0, 4_000))) openApiDocument(file, got.text, findings);
  }
  return findings.found;
}

/** The member that every such document has, at its top. */
const BEGINS = /^(?:\{?\s*)["']?(openapi|swagger)["']?\s*:\s*["']?\d/m;

function openApiDocument(file: string, text: string, findings: Findings): void {
  const { documents, problem } = readStructured(file, text);
  const [root] = documents;
  if (problem !== undefined) {
    findings.broken(file, problem.line, problem.why);
    return;
  }
  const format = ['openapi', 'swagger'].find((name) => textOf(member(root, name)) !== undefined);
  if (root?.kind !== 'object' || format === undefined) return;
  findings.add(documentFact(file, root, format));
}

function documentFact(file: string, root: Value, format: string): RepositoryFact {
  const version = textOf(member(root, format))!;
  const paths = member(root, 'paths');
  const base = basePath(root);
  const handedOver = new ProtectedFields(file, root);
  const operations: Plain[] = [];
  const problems: string[] = [];
  const errors = new Map<string, Value>();
  let open: Value | undefined = paths?.kind === 'object' ? paths.open : undefined;
  // A template may fill it in: `Fn::Sub`.
  for (const name of ['title', 'version'])
    if (member(member(root, 'info'), name) === undefined) problems.push(`info.${name}`);
  // From 3.1 on a document may hold nothing but components or webhooks.
  if (paths === undefined && !/^3\.[1-9]/.test(version)) problems.push('paths');
  for (const [path, item] of membersOf(paths)) {
    if (path.startsWith('x-')) continue;
    const elsewhere = member(item, '$ref');
    if (elsewhere !== undefined) open = elsewhere;
    for (const [method, operation] of membersOf(item)) {
      if (!METHODS.includes(method)) continue;
      const { line, column } = operation.origin.at;
      operations.push(
        written(
          {
            method: method.toUpperCase(),
            path,
            full: `${base}${path}`,
            answersBySchema: answersBySchema(operation, root) ? true : undefined,
            protectedFields: handedOver.by(operation),
          },
          placeIn(file, line, column),
        ),
      );
      for (const [shape, answer] of errorsIn(operation, root))
        if (!errors.has(shape)) errors.set(shape, answer);
      if (!/^3\.[1-9]/.test(version) && member(operation, 'responses') === undefined)
        problems.push(`responses of ${method.toUpperCase()} ${path}`);
    }
  }
  const at = placeIn(file);
  const more = unknown('not-readable', `what ${file} takes from other files`, inCode(at));
  return fact({
    type: 'Repository::ApiDocument',
    address: file,
    at,
    properties: {
      path: file,
      format,
      version,
      operations: open === undefined ? operations : openList(operations, more),
      errors: [...errors].map(([members, { origin }]) =>
        written({ members }, placeIn(file, origin.at.line, origin.at.column)),
      ),
      problems: problems.map((what) => ({ what })),
    },
  });
}

/** Whether an operation has a schema for what it answers where all went well. */
function answersBySchema(operation: Value, root: Value): boolean {
  return [...membersOf(member(operation, 'responses'))].some(([status, said]) => {
    if (!/^2/.test(status)) return false;
    const answer = followed(said, root);
    const contents = [...membersOf(member(answer, 'content'))].map(([, content]) => content);
    return [...contents, answer].some((one) => member(one, 'schema') !== undefined);
  });
}

/** The shapes of what an operation answers when something went wrong. */
function* errorsIn(operation: Value, root: Value): Generator<readonly [string, Value]> {
  for (const [status, said] of membersOf(member(operation, 'responses'))) {
    if (!/^([45]|default)/.test(status)) continue;
    const answer = followed(said, root);
    const schemas = [...membersOf(member(answer, 'content'))].map(([, content]) => member(content, 'schema'));
    for (const schema of [...schemas, member(answer, 'schema')]) {
      const shape = schema === undefined ? '' : shapeOf(followed(schema, root), root);
      if (shape !== '') yield [shape, said];
    }
  }
}

function shapeOf(schema: Value | undefined, root: Value): string {
  const own = [...membersOf(member(schema, 'properties'))];
  const [only, ...others] = own;
  if (only !== undefined && others.length === 0) {
    const inner = shapeOf(followed(only[1], root), root);
    if (inner !== '') return `${only[0]} {${inner}}`;
  }
  return own
    .map(([name]) => name)
    .sort()
    .join(', ');
}

/** The path of the first server, without a slash at its end. */
function basePath(root: Value): string {
  const said =
    textOf(member(root, 'basePath')) ?? textOf(member(itemsOf(member(root, 'servers'))[0], 'url')) ?? '';
  const path = said.replace(/^(?:https?:)?\/\/[^/]*/, '');
  return path.startsWith('/') && !path.includes('{') ? path.replace(/\/+$/, '') : '';
}

async function graphqlDocument(file: string, text: string, findings: Findings): Promise<void> {
  const fields = await rootFields(text);
  if (fields === undefined) {
    findings.broken(file, 1, 'not readable as GraphQL');
    return;
  }
  // Queries of a page are no schema.
  if (fields.length === 0) return;
  findings.add(
    fact({
      type: 'Repository::ApiDocument',
      address: file,
      at: placeIn(file),
      properties: {
        path: file,
        format: 'graphql',
        operations: fields.map(({ type, name, line }) =>
          written({ method: type, path: name, full: name }, placeIn(file, line)),
        ),
        problems: [],
      },
    }),
  );
}
