import { createHash } from 'node:crypto';
import type { Location } from '../../../model/origin.ts';
import type { Evaluator } from '../evaluate.ts';
import type { Entry, MapNode, Node } from '../parse.ts';
import type { Template, Unseen } from '../template.ts';
import {
  canonicalJson,
  entry,
  literal,
  map,
  members,
  node,
  type Plain,
  scalar,
  withMember,
} from './nodes.ts';

/** A resource of SAM with what Globals add to it. */
export interface Serverless {
  readonly id: string;
  readonly type: string;
  readonly entry: Entry;
  readonly at: Location;
  readonly properties: MapNode;
}

/** Attributes of a made resource beside its properties. */
export type Attributes = Readonly<Record<string, Plain | undefined>>;

/** What one expansion has read and made so far; the parts of the transform write into it. */
export class Expansion {
  readonly template: Template;
  readonly resources = new Map<string, Entry>();
  readonly conditions: Map<string, Entry>;
  readonly unseen: Unseen[] = [];
  /** `Fn.Alias`, `Api.Stage` … to the id of the resource that is meant. */
  readonly aliases = new Map<string, string>();
  /** The resources as they were written, with what embedded connectors and implicit APIs add. */
  readonly written: ReadonlyMap<string, Entry>;
  readonly #evaluator: Evaluator;
  #touched = new Set<string>();

  constructor(template: Template, written: ReadonlyMap<string, Entry>, evaluator: Evaluator) {
    this.template = template;
    this.written = written;
    this.#evaluator = evaluator;
    this.conditions = new Map(template.conditions);
  }

  /** Puts a resource among those that are made; one of the same id is replaced. */
  make(id: string, type: string, properties: Plain, attributes: Attributes, at: Location): void {
    const named = map(Object.entries({ Type: type, ...attributes, Properties: properties }), at);
    this.resources.set(id, { value: named, at });
    this.#touched.add(id);
  }

  /** Changes the properties of a resource that is written or made; nothing where it has none that can be read. */
  change(id: string, change: (properties: MapNode) => MapNode, at: Location): void {
    this.changeBody(id, (body) => {
      const properties = body.entries.get('Properties')?.value;
      const before = properties?.kind === 'map' ? properties : map([], at);
      if (properties !== undefined && properties.kind !== 'map') return body;
      return withMember(body, 'Properties', change(before), properties?.at ?? at);
    });
  }

  /** The ids of what `work` makes or changes. */
  touchedBy(work: () => void): ReadonlySet<string> {
    this.#touched = new Set();
    work();
    return this.#touched;
  }

  changeBody(id: string, change: (body: MapNode) => MapNode): void {
    const resource = this.resources.get(id);
    if (resource?.value.kind === 'map') {
      this.resources.set(id, { ...resource, value: change(resource.value) });
      this.#touched.add(id);
    }
  }

  condition(name: string, of: Plain, at: Location): string {
    if (!this.conditions.has(name)) this.conditions.set(name, { value: node(of, at), at });
    return name;
  }

  /** What is not seen of what the transform makes. */
  notSeen(what: string, why: string, decidedBy: string, at: Location): void {
    this.unseen.push({ what, why, decidedBy, at });
  }

  /** What is not known of a made resource that is there and open: no other one can be hidden by it. */
  notKnown(what: string, why: string, decidedBy: string, at: Location): void {
    this.unseen.push({ what, why, decidedBy, at, holds: [] });
  }

  /** The text of a scalar, of a parameter or of a mapping, where it is known. */
  text(of: Node | undefined): string | undefined {
    if (of === undefined) return undefined;
    if (of.kind === 'scalar') return literal(of);
    if (of.kind !== 'call' || !DECIDED.has(of.name)) return undefined;
    const value = this.#evaluator.value(of);
    return value.kind === 'known' && value.value !== null ? String(value.value) : undefined;
  }

  /** A parameter that is known stands for its value where the transform wants to know it. */
  decided(of: Node): Node {
    const text = of.kind === 'call' ? this.text(of) : undefined;
    return text === undefined ? of : scalar(text, of.at);
  }

  typeOf(id: string): string | undefined {
    return literal(entry(this.written.get(id)?.value, 'Type')?.value);
  }
}

/** The functions whose value SAM asks for before it expands. */
const DECIDED: ReadonlySet<string> = new Set(['Ref', 'Fn::FindInMap', 'Fn::Sub']);

/** Condition and policies that go over to everything a SAM resource makes. */
export function passedOn(resource: Serverless): Attributes {
  return attributesOf(resource, ['Condition', 'DeletionPolicy', 'UpdateReplacePolicy']);
}

/** Everything that stands beside the properties, for the resource that takes the place of the one in SAM. */
export function ownAttributes(resource: Serverless): Attributes {
  return attributesOf(resource, [
    'DependsOn',
    'Condition',
    'DeletionPolicy',
    'UpdateReplacePolicy',
    'UpdatePolicy',
    'Metadata',
  ]);
}

function attributesOf(resource: Serverless, names: readonly string[]): Attributes {
  return Object.fromEntries(names.map((name) => [name, entry(resource.entry.value, name)?.value]));
}

export function conditionOf(resource: Serverless): string | undefined {
  return literal(entry(resource.entry.value, 'Condition')?.value);
}

/** `{a: b}` as a list of tags; a map that cannot be read stays as it is. */
export function tagList(
  tags: Node | undefined,
  first: Readonly<Record<string, Plain>> = {},
  at?: Location,
): Node {
  const place = tags?.at ?? at;
  const made = Object.entries(first).map(([Key, Value]) => ({ Key, Value }));
  const written = members(tags).map(([Key, e]) =>
    node({ Key, Value: e.value.kind === 'scalar' && e.value.value === null ? '' : e.value }, e.at),
  );
  const list = node([...made, ...written], place!);
  const open = tags !== undefined && (tags.kind !== 'map' || tags.damaged !== undefined);
  return open && list.kind === 'list' ? { ...list, damaged: 'tags that are no map' } : list;
}

/** Ten digits that tell apart what is made from different values, as SAM tells them apart. */
export function digest(of: Node | string): string {
  const text = typeof of === 'string' ? of : of.kind === 'scalar' ? of.text : canonicalJson(of);
  return createHash('sha1').update(text, 'utf8').digest('hex').slice(0, 10);
}

export function alphanumeric(text: string): boolean {
  return /^[\p{L}\p{N}]+$/u.test(text);
}
