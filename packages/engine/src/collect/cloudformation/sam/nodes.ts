import type { Location } from '../../../model/origin.ts';
import type { Scalar } from '../../../model/value.ts';
import type { CallNode, Entry, ListNode, MapNode, Node, ScalarNode } from '../parse.ts';

/** Plain data with nodes as leaves: what `node` turns into a tree. Members that are `undefined` are left out. */
export type Plain =
  | Scalar
  | Node
  | undefined
  | readonly Plain[]
  | { readonly [name: string]: Plain | undefined };

/** Data as a tree whose made parts stand at `at`; a node among it keeps its own place. `{Ref: x}` is a call. */
export function node(plain: Plain, at: Location): Node {
  if (plain === undefined) return scalar(null, at);
  if (isNode(plain)) return plain;
  if (Array.isArray(plain)) {
    const items = plain.filter((item) => item !== undefined).map((item: Plain) => node(item, at));
    return { kind: 'list', items, at };
  }
  if (plain !== null && typeof plain === 'object') return mapOrCall(plain as PlainObject, at);
  return scalar(plain as Scalar, at);
}

type PlainObject = { readonly [name: string]: Plain | undefined };

function mapOrCall(plain: PlainObject, at: Location): Node {
  const members = Object.entries(plain).filter((member) => member[1] !== undefined);
  const only = members.length === 1 ? members[0] : undefined;
  if (only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return { kind: 'call', name: only[0], argument: node(only[1], at), at };
  }
  return map(members, at);
}

function isNode(plain: Plain): plain is Node {
  return plain !== null && typeof plain === 'object' && 'kind' in plain && 'at' in plain;
}

export function map(members: Iterable<readonly [string, Plain]>, at: Location): MapNode {
  const entries = new Map<string, Entry>();
  for (const [name, value] of members) {
    if (value === undefined) continue;
    const made = node(value, at);
    entries.set(name, { value: made, at: made.at });
  }
  return { kind: 'map', entries, at };
}

export function scalar(value: Scalar, at: Location): ScalarNode {
  return { kind: 'scalar', value, text: value === null ? '' : String(value), at };
}

export function ref(id: string, at: Location): CallNode {
  return { kind: 'call', name: 'Ref', argument: scalar(id, at), at };
}

export function getAtt(id: string, attribute: string, at: Location): Node {
  return node({ 'Fn::GetAtt': [id, attribute] }, at);
}

export function sub(text: string, at: Location, variables?: PlainObject): Node {
  return node({ 'Fn::Sub': variables === undefined ? text : [text, variables] }, at);
}

/** `yes` where the condition holds, else `no` (nothing where it is not given). */
export function when(condition: string, yes: Plain, at: Location, no?: Plain): Node {
  return node({ 'Fn::If': [condition, yes, no ?? { Ref: 'AWS::NoValue' }] }, at);
}

/** A member of a map; nothing where there is no map, no member, or a null. */
export function member(of: Node | undefined, name: string): Node | undefined {
  return entry(of, name)?.value;
}

export function entry(of: Node | undefined, name: string): Entry | undefined {
  const found = of?.kind === 'map' ? of.entries.get(name) : undefined;
  return found === undefined || isNull(found.value) ? undefined : found;
}

export function members(of: Node | undefined): readonly (readonly [string, Entry])[] {
  return of?.kind === 'map' ? [...of.entries] : [];
}

export function items(of: Node | undefined): readonly Node[] {
  if (of === undefined) return [];
  return of.kind === 'list' ? of.items : [of];
}

function isNull(of: Node): boolean {
  return of.kind === 'scalar' && of.value === null;
}

/** Whether something is written that the transform takes for given: not nothing, not `false`, not zero, not empty. */
export function isGiven(of: Node | undefined): of is Node {
  if (of === undefined) return false;
  if (of.kind === 'scalar')
    return of.value !== null && of.value !== '' && of.value !== false && of.value !== 0;
  if (of.kind === 'list') return of.items.length > 0 || of.damaged !== undefined;
  if (of.kind === 'map') return of.entries.size > 0 || of.damaged !== undefined;
  return true;
}

/** The text of a scalar; nothing for a call, a list or a map. */
export function literal(of: Node | undefined): string | undefined {
  return of?.kind === 'scalar' && of.value !== null ? of.text : undefined;
}

export function isTrue(of: Node | undefined): boolean {
  return of?.kind === 'scalar' && /^true$/i.test(of.text);
}

export function isFalse(of: Node | undefined): boolean {
  return of?.kind === 'scalar' && /^false$/i.test(of.text);
}

/** The id that `Ref`, `Fn::GetAtt` or a plain text names. */
export function idIn(of: Node | undefined): string | undefined {
  if (of?.kind !== 'call') return undefined;
  const first = of.argument.kind === 'list' ? of.argument.items[0] : of.argument;
  const text = literal(first);
  if (of.name === 'Ref') return text;
  return of.name === 'Fn::GetAtt' ? text?.split('.')[0] : undefined;
}

export function isNoValue(of: Node | undefined): boolean {
  return of?.kind === 'call' && of.name === 'Ref' && literal(of.argument) === 'AWS::NoValue';
}

/** The arms of `Fn::If` with its condition. */
export function conditional(
  of: Node | undefined,
): { name: string; yes: Node; no: Node; call: CallNode } | undefined {
  if (of?.kind !== 'call' || of.name !== 'Fn::If' || of.argument.kind !== 'list') return undefined;
  const [condition, yes, no] = of.argument.items;
  const name = literal(condition);
  if (name === undefined || yes === undefined || no === undefined) return undefined;
  return { name, yes, no, call: of };
}

/** A map with one member set (or taken away, by `undefined`). */
export function withMember(of: MapNode, name: string, value: Plain, at: Location = of.at): MapNode {
  const entries = new Map(of.entries);
  if (value === undefined) entries.delete(name);
  else {
    const made = node(value, at);
    entries.set(name, { value: made, at: made.at });
  }
  return { ...of, entries };
}

export function withMembers(of: MapNode, members: PlainObject, at: Location = of.at): MapNode {
  let changed = of;
  for (const [name, value] of Object.entries(members)) {
    if (value !== undefined) changed = withMember(changed, name, value, at);
  }
  return changed;
}

/** `change` applied to what stands here, or to each arm of a conditional that is not left out. */
export function inArms(of: Node, change: (arm: Node) => Node): Node {
  const choice = conditional(of);
  if (choice === undefined) return change(of);
  const [condition] = (choice.call.argument as ListNode).items;
  const arms = [choice.yes, choice.no].map((arm) => (isNoValue(arm) ? arm : change(arm)));
  return { ...choice.call, argument: { ...choice.call.argument, items: [condition!, ...arms] } as ListNode };
}

/** What stands here, or in each arm of a conditional. */
export function armsOf(of: Node | undefined): readonly Node[] {
  const choice = conditional(of);
  if (choice === undefined) return of === undefined ? [] : [of];
  return [choice.yes, choice.no].filter((arm) => !isNoValue(arm));
}

/** Whether two trees say the same, wherever they stand. */
export function same(a: Node, b: Node): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

const WRITTEN = new WeakMap<Node, string>();

/** JSON with sorted keys and without spaces, as Python writes it; intrinsic functions in their long form. */
export function canonicalJson(of: Node): string {
  const before = WRITTEN.get(of);
  if (before !== undefined) return before;
  const written = json(of);
  WRITTEN.set(of, written);
  return written;
}

function json(of: Node): string {
  switch (of.kind) {
    case 'scalar':
      return escapedJson(JSON.stringify(of.value));
    case 'list':
      return `[${of.items.map(canonicalJson).join(',')}]`;
    case 'call':
      return `{${escapedJson(JSON.stringify(of.name))}:${canonicalJson(longForm(of))}}`;
    case 'map': {
      const sorted = [...of.entries].sort(([a], [b]) => (a < b ? -1 : 1));
      const parts = sorted.map(
        ([name, e]) => `${escapedJson(JSON.stringify(name))}:${canonicalJson(e.value)}`,
      );
      return `{${parts.join(',')}}`;
    }
    case 'unreadable':
      return '"?"';
  }
}

function longForm(of: CallNode): Node {
  if (of.name !== 'Fn::GetAtt') return of.argument;
  const text = literal(of.argument);
  if (text === undefined) return of.argument;
  const [id, ...attribute] = text.split('.');
  return node([id, attribute.join('.')], of.at);
}

function escapedJson(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
