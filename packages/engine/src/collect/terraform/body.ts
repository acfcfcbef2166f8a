import { inCode } from '../../model/origin.ts';
import {
  absent,
  known,
  listOf,
  objectOf,
  type Unknown,
  unknown,
  type Value,
  withOrigin,
} from '../../model/value.ts';
import { branches } from './branches.ts';
import { traversalText } from './configuration.ts';
import { deciderOf } from './expansion.ts';
import type { Attribute, Block, Body, Expression } from './syntax/tree.ts';

/** Evaluates an expression where some names mean the iterators of `dynamic` blocks. */
export type EvaluateWith = (expression: Expression, iterators: ReadonlyMap<string, Value>) => Value;

/**
 * Maps that the JSON syntax writes like blocks. In the native syntax the way it is written decides, in JSON an object
 * is a block unless it is one of these.
 */
const MAP_ARGUMENTS: ReadonlySet<string> = new Set([
  'tags',
  'tags_all',
  'variables',
  'labels',
  'triggers',
  'triggers_replace',
  'keepers',
  'parameters',
  'input',
  'request_parameters',
  'response_parameters',
  'request_templates',
  'response_templates',
  'request_models',
  'response_models',
  'dimensions',
  'metadata',
  'environment_variables',
  'stage_variables',
]);

/** Maps that Terraform up to 0.11 took as a block: `tags { Name = "x" }`. */
const OLD_MAPS: ReadonlySet<string> = new Set([
  'tags',
  'volume_tags',
  'variables',
  'triggers',
  'keepers',
  'dimensions',
]);

function isOldMap({ type, body }: Block): boolean {
  if (!OLD_MAPS.has(type) || body.blocks.length > 0) return false;
  // Where dimensions are blocks of their own, each has a name and a value.
  return !(body.attributes.has('name') && body.attributes.has('value'));
}

const NO_ITERATORS: ReadonlyMap<string, Value> = new Map();

/** The arguments and nested blocks of a body by name; nested blocks are lists of objects, `dynamic` expanded. */
export function evaluateBody(
  body: Body,
  evaluate: EvaluateWith,
  at: Block['at'],
  iterators: ReadonlyMap<string, Value> = NO_ITERATORS,
): Value {
  const members = new Map<string, Value>();
  for (const name of namesIn(body)) members.set(name, memberOf(body, name, evaluate, iterators)!);
  return objectOf(members, inCode(at));
}

/** Names of all arguments and nested blocks, in reading order. */
export function namesIn(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  for (const name of body.attributes.keys()) if (name !== 'dynamic') names.add(name);
  for (const block of body.blocks) names.add(blockName(block));
  return names;
}

/** Whether a name is written as nested blocks. */
export function hasBlocks(body: Body, name: string): boolean {
  return body.blocks.some((block) => blockName(block) === name);
}

/** One argument, or all nested blocks of one name. */
export function memberOf(
  body: Body,
  name: string,
  evaluate: EvaluateWith,
  iterators: ReadonlyMap<string, Value> = NO_ITERATORS,
): Value | undefined {
  const attribute = body.attributes.get(name);
  const blocks = body.blocks.filter((block) => blockName(block) === name);
  if (attribute === undefined && blocks.every(isOldMap)) {
    const [only] = blocks;
    if (only !== undefined && blocks.length === 1)
      return evaluateBody(only.body, evaluate, only.at, iterators);
  }
  if (blocks.length > 0 && (attribute === undefined || !MAP_ARGUMENTS.has(name))) {
    return nested(blocks, evaluate, iterators);
  }
  return attribute === undefined ? undefined : argument(attribute, evaluate, iterators);
}

function argument(
  attribute: Attribute,
  evaluate: EvaluateWith,
  iterators: ReadonlyMap<string, Value>,
): Value {
  const value = evaluate(attribute.value, iterators);
  return withOrigin(value, { ...value.origin, at: attribute.at });
}

function blockName(block: Block): string {
  return block.type === 'dynamic' ? (block.labels[0] ?? block.type) : block.type;
}

function nested(
  blocks: readonly Block[],
  evaluate: EvaluateWith,
  iterators: ReadonlyMap<string, Value>,
): Value {
  const items: Value[] = [];
  let open: Unknown | undefined;
  for (const block of blocks) {
    if (block.type !== 'dynamic') items.push(evaluateBody(block.body, evaluate, block.at, iterators));
    else {
      const expanded = dynamic(block, evaluate, iterators);
      items.push(...expanded.items);
      open ??= expanded.open;
    }
  }
  return listOf(items, inCode(blocks[0]!.at), open);
}

function dynamic(
  block: Block,
  evaluate: EvaluateWith,
  iterators: ReadonlyMap<string, Value>,
): { items: Value[]; open: Unknown | undefined } {
  const forEach = block.body.attributes.get('for_each');
  const content = block.body.blocks.find((inner) => inner.type === 'content');
  const iterator = block.body.attributes.get('iterator');
  const name = (iterator && traversalText(iterator.value)) ?? block.labels[0]!;
  if (forEach === undefined || content === undefined) return { items: [], open: undefined };
  const collection = argument(forEach, evaluate, iterators);
  const items: Value[] = [];
  let open: Unknown | undefined;
  for (const { when, value: found } of branches(collection)) {
    const value = found.kind === 'sensitive' ? (found.reveal?.() ?? found) : found;
    for (const [key, member] of membersOf(value)) {
      const bound = objectOf(
        new Map([
          ['key', key],
          ['value', member],
        ]),
        collection.origin,
      );
      const item = evaluateBody(content.body, evaluate, block.at, new Map([...iterators, [name, bound]]));
      if (when.op === 'always') items.push(item);
      else {
        const whenFalse = absent(collection.origin);
        items.push({ kind: 'choice', condition: when, whenTrue: item, whenFalse, origin: item.origin });
      }
    }
    open ??= openOf(value, block);
  }
  return { items, open };
}

function* membersOf(value: Value): Generator<[Value, Value]> {
  if (value.kind === 'object') {
    for (const [key, member] of inOrder(value.members)) yield [known(key, member.origin), member];
  } else if (value.kind === 'list') {
    for (const [index, item] of value.items.entries()) {
      yield [value.as === 'set' ? item : known(index, item.origin), item];
    }
  }
}

function openOf(value: Value, block: Block): Unknown | undefined {
  if (value.kind === 'object' || value.kind === 'list') return value.open;
  if (value.kind === 'known' && value.value === null) return undefined;
  if (value.kind === 'unknown') return value;
  const decidedBy = deciderOf(value, `the value of for_each of ${blockName(block)}`);
  return unknown('unresolved-expression', decidedBy, value.origin);
}

/** Terraform goes through maps by key. */
function inOrder(members: ReadonlyMap<string, Value>): [string, Value][] {
  return [...members].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
