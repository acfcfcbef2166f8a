import { inCode, type Origin } from '../../../model/origin.ts';
import type { FactNode, ResourceNode } from '../../../model/resource.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  type Unknown,
  unknown,
  type Value,
} from '../../../model/value.ts';
import type { CollectedRoot } from '../../collected.ts';
import { type Program, programOf } from '../code/names/program.ts';
import type { Place } from '../code/syntax/source-module.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type NameRead, namesRead } from './environment-names.ts';
import { reachedFrom } from './reached-code.ts';
import { type SdkCall, sdkCalls } from './sdk-calls.ts';

/**
 * The same root with what the code of each function does, beside its properties (`meta.Code`): `files` that run, `reads` of
 * its environment (`name`, `needed`, `fallback`, `runs`) and `calls` of services (`call`, `service`, `actions`, `runs`). Lists
 * are open where the code leaves more possible; all of it is unknown where the code of a function is not in the repository.
 */
export async function withCodeOfFunctions(
  root: CollectedRoot,
  source: () => SourceOfFiles | Promise<SourceOfFiles>,
): Promise<CollectedRoot> {
  const functions = root.resources.filter(({ type }) => type === FUNCTION);
  if (functions.length === 0) return root;
  const isThere = functions.some((node) => onlyFile(root.facts, node) !== undefined);
  const program = isThere ? await programOf(await source()) : undefined;
  const resources = root.resources.map((node) =>
    node.type === FUNCTION ? withMeta(node, codeOf(node, root, program)) : node,
  );
  return { ...root, resources };
}

const FUNCTION = 'AWS::Lambda::Function';

function withMeta(node: ResourceNode, code: Value): ResourceNode {
  const meta = node.meta ?? objectOf(new Map(), node.origin);
  return { ...node, meta: { ...meta, members: new Map(meta.members).set('Code', code) } };
}

function codeOf(node: ResourceNode, root: CollectedRoot, program: Program | undefined): Value {
  const elsewhere = unknown('not-collected', 'looking into the package of the function', node.origin);
  if (isNotOfFiles(node))
    return objectOf(
      new Map<string, Value>([
        ['files', listOf([], node.origin)],
        ['reads', elsewhere],
        ['calls', elsewhere],
      ]),
      node.origin,
    );
  const handler = textOf(node.properties.members.get('Handler'));
  const file = onlyFile(root.facts, node);
  const reached =
    handler === undefined || file === undefined || program === undefined
      ? undefined
      : reachedFrom(program, file, handler.slice(handler.lastIndexOf('.') + 1));
  if (program === undefined || reached === undefined) return elsewhere;
  const names = namesRead(program, reached);
  const calls = sdkCalls(program, reached);
  return objectOf(
    new Map<string, Value>([
      [
        'files',
        many(reached.modules, reached.open, node.origin, ({ file: path }) => known(path, originOf(path))),
      ],
      ['reads', many(names.reads, names.open, node.origin, readValue)],
      ['calls', many(calls.calls, calls.open, node.origin, callValue)],
    ]),
    originOf(reached.modules[0]!.file),
  );
}

/** Code that is written in the template, or that a framework brings along. */
function isNotOfFiles({ framework, properties }: ResourceNode): boolean {
  const code = properties.members.get('Code');
  return framework !== undefined || (code?.kind === 'object' && code.members.has('ZipFile'));
}

/** The file of the handler, where it is one that can be told. */
function onlyFile(facts: readonly FactNode[], { address }: ResourceNode): string | undefined {
  const own = facts.find(
    ({ kind, properties }) =>
      kind === 'function-code' && textOf(properties.members.get('function')) === address,
  );
  const files = own?.properties.members.get('files');
  if (files?.kind !== 'list' || files.items.length !== 1) return undefined;
  const [only] = files.items;
  return only?.kind === 'object' ? textOf(only.members.get('path')) : undefined;
}

interface OpenPlace {
  readonly why: string;
  readonly file: string;
  readonly line: number;
}

function many<T>(
  items: readonly T[],
  open: readonly OpenPlace[],
  origin: Origin,
  made: (item: T) => Value,
): Value {
  const [first] = open;
  return listOf(items.map(made), origin, first === undefined ? undefined : unseen(first));
}

function unseen({ why, file, line }: OpenPlace): Unknown {
  return unknown('unresolved-expression', `${file}:${line}: ${why}`, originOf(file, { line, column: 1 }));
}

function readValue({ name, needed, fallback, runs, file, at }: NameRead): ObjectValue {
  const origin = originOf(file, at);
  return objectOf(
    new Map<string, Value>([
      ['name', known(name, origin)],
      ['needed', known(needed, origin)],
      ['fallback', known(fallback, origin)],
      ['runs', ifItRuns(runs, origin)],
    ]),
    origin,
  );
}

function callValue({ call, service, actions, runs, file, at }: SdkCall): ObjectValue {
  const origin = originOf(file, at);
  const needs =
    actions === undefined
      ? unknown('unresolved-expression', `what is given to ${call}`, origin)
      : listOf(
          actions.map((action) => known(action, origin)),
          origin,
        );
  return objectOf(
    new Map<string, Value>([
      ['call', known(call, origin)],
      ['service', known(service, origin)],
      ['actions', needs],
      ['runs', ifItRuns(runs, origin)],
    ]),
    origin,
  );
}

/** Nothing that runs names the function that it is in; somebody may call it all the same. */
function ifItRuns(runs: boolean, origin: Origin): Value {
  return runs ? known(true, origin) : unknown('unresolved-expression', 'whether anything calls it', origin);
}

function originOf(file: string, { line, column }: Place = { line: 1, column: 1 }): Origin {
  return inCode({ file, line, column, endLine: line, endColumn: column });
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
