import { inCode, type Origin } from '../../../model/origin.ts';
import {
  known,
  listOf,
  objectOf,
  type ReferenceTarget,
  reference,
  type Scalar,
  unknown,
  type Value,
} from '../../../model/value.ts';
import { mapBranches } from '../branches.ts';
import { sensitive } from '../evaluate/worlds.ts';
import { agrees, holdsReference, isEmpty, sayTheSame } from './agreement.ts';
import type { ArgumentTree } from './arguments.ts';
import { isObject, type Json, markIn, memberIn } from './json.ts';
import { type Planned, type PlannedResource, placeIn } from './planned.ts';

/** What the plan says of one value, and how the plan's configuration wrote it. */
interface Said {
  readonly value: Json | undefined;
  readonly unknown: Json;
  readonly sensitive: Json;
  readonly expression: Json | undefined;
  /** Whether the mapping knows it to be an attribute, which a `dynamic` block cannot write. */
  readonly isAttribute: boolean;
  /** In the words of the resource: `rule[0].priority`; empty for the resource itself. */
  readonly path: string;
}

/** A literal of the code that the plan says otherwise. */
export interface Difference {
  readonly resource: string;
  readonly path: string;
  readonly origin: Origin;
}

/** What the merging of one resource needs to know of the rest. */
export interface Merging {
  readonly planned: Planned;
  readonly resource: PlannedResource;
  /** Arguments that the mapping knows, where the type has a row. */
  readonly known: ArgumentTree | undefined;
  /**
   * What shows which arguments are written: the code; the configuration of the plan, which leaves out `dynamic`
   * blocks; or nothing.
   */
  readonly shownBy: 'code' | 'configuration' | undefined;
  /** Whether the provider adds tags of its own, so that `tags_all` is more than `tags`. */
  readonly defaultTags: boolean;
  /** The code is not what was planned: what it knows does not stand where the plan knows nothing. */
  readonly stale: boolean;
  readonly differ: (difference: Difference) => void;
  readonly target: (expression: Json | undefined) => ReferenceTarget | undefined;
}

/**
 * The arguments of a resource as planned, over what the code says of them.
 *
 * Where both say the same, the value stays the code's, with its line and trail: that is where a reader would change it.
 * Where only the plan decides, or decides otherwise, the value is the plan's, shown at the line of the code that stands
 * for it, and its trail ends in the plan: a line of a plan of one long line helps nobody to find anything.
 */
export function mergedArguments(code: Value, merging: Merging, expressions: Json | undefined): Value {
  const { values, unknown: open, sensitive: hidden } = merging.resource;
  const said = {
    value: values,
    unknown: open,
    sensitive: hidden,
    expression: expressions,
    isAttribute: false,
    path: '',
  };
  const merged = members(code, said, merging, merging.known);
  return code.kind === 'object' ? { ...code, members: merged } : objectOf(merged, code.origin);
}

function merged(
  code: Value | undefined,
  said: Said,
  at: Origin,
  m: Merging,
  tree: ArgumentTree | undefined,
): Value | undefined {
  if (said.sensitive === true) {
    const value = merged(code, { ...said, sensitive: false }, at, m, tree);
    return value === undefined ? undefined : hidden(value);
  }
  if (code?.kind === 'sensitive') {
    const inner = code.reveal?.();
    const value = merged(inner, said, code.origin, m, tree);
    return value === undefined ? code : hidden(value);
  }
  if (said.unknown === true) return undecided(code, said, at, m);
  if (said.value === undefined) return code;
  if (said.value === null) return nothing(code, said, m);
  if (code?.kind === 'choice') {
    const yes = agrees(code.whenTrue, said.value, said.unknown);
    const no = agrees(code.whenFalse, said.value, said.unknown);
    if (yes !== no) return merged(yes ? code.whenTrue : code.whenFalse, said, at, m, tree);
    return instead(code, said, m);
  }
  if (code === undefined || code.kind === 'absent') {
    // Providers read back as an empty text what is not set.
    return said.value === '' && said.expression === undefined ? code : planned(said, at, m);
  }
  if (said.unknown === false && sayTheSame(code, said.value)) return code;
  const { value } = said;
  if (Array.isArray(value)) {
    if (code.kind === 'list') return items(code, value, said, m, tree);
    if (code.kind === 'object' && value.length === 1)
      return items(listOf([code], code.origin), value, said, m, tree);
    return instead(code, said, m);
  }
  if (isObject(value)) {
    if (code.kind !== 'object') return instead(code, said, m);
    const origin = decidedByPlan(code.origin, said, m);
    const found = members(code, said, m, tree);
    // What the code leaves open is closed: the plan shows every member.
    return code.open === undefined
      ? { ...code, members: found }
      : { ...objectOf(found, origin), ...(code.as && { as: code.as }) };
  }
  return scalar(code, said, m);
}

function scalar(code: Value, said: Said, m: Merging): Value {
  const value = instead(code, said, m);
  if (value.kind !== 'known') return value;
  if (code.kind === 'known' && code.value !== null) differs(code, said, m);
  if (code.kind === 'reference') return { ...value, via: code.to };
  if (code.kind === 'known' || code.kind === 'composed') {
    const structure = code.structure === undefined ? undefined : parsedText(value.value);
    if (structure !== undefined && code.structure !== undefined) {
      const inner = { ...said, value: structure, unknown: false, sensitive: false, expression: undefined };
      // Differences inside a text were told of the text.
      const quiet = { ...m, differ: () => {} };
      const tree = merged(code.structure, inner, value.origin, quiet, undefined);
      return tree === undefined ? value : { ...value, structure: tree };
    }
  }
  return value;
}

/** A list of the code and one of the plan. Sets have no order: each member takes the first that it agrees with. */
function items(
  code: Extract<Value, { kind: 'list' }>,
  value: readonly Json[],
  said: Said,
  m: Merging,
  tree: ArgumentTree | undefined,
): Value {
  const left = [...code.items];
  const expressions =
    Array.isArray(said.expression) && said.expression.length === value.length ? said.expression : undefined;
  const pairs = value.map((item, i) => {
    const open = markIn(said.unknown, i);
    const same = left.findIndex((c) => agrees(c, item, open));
    const partner = same < 0 ? undefined : left.splice(same, 1)[0];
    return { item, i, open, partner };
  });
  const certain = code.open === undefined && left.filter((c) => c.kind !== 'choice' && c.kind !== 'absent');
  if (certain && certain.length > 0 && certain.every((c) => !holdsReference(c))) differs(code, said, m);
  const found = pairs.flatMap(({ item, i, open, partner }) => {
    const each: Said = {
      value: item,
      unknown: open,
      sensitive: markIn(said.sensitive, i),
      expression:
        expressions?.[i] ??
        (value.length === 1 && !Array.isArray(said.expression) ? said.expression : undefined),
      isAttribute: said.isAttribute,
      path: `${said.path}[${i}]`,
    };
    return merged(partner ?? left.shift() ?? code.any, each, code.origin, m, tree) ?? [];
  });
  const origin =
    code.open === undefined && found.length === code.items.length
      ? code.origin
      : decidedByPlan(code.origin, said, m);
  return { kind: 'list', items: found, origin, ...(code.as && { as: code.as }) };
}

function members(code: Value, said: Said, m: Merging, tree: ArgumentTree | undefined): Map<string, Value> {
  const written = code.kind === 'object' ? code.members : new Map<string, Value>();
  const found = new Map<string, Value>();
  const inPlan = isObject(said.value) ? Object.keys(said.value) : [];
  const open = isObject(said.unknown) ? Object.keys(said.unknown) : [];
  for (const name of new Set([...written.keys(), ...inPlan, ...open])) {
    const inner: Said = {
      value: memberIn(said.value, name),
      unknown: markIn(said.unknown, name),
      sensitive: markIn(said.sensitive, name),
      expression: memberIn(said.expression, name),
      isAttribute: tree !== undefined && (name === 'tags_all' ? !m.defaultTags : !tree.isBlock(name)),
      path: said.path === '' ? name : `${said.path}.${name}`,
    };
    const before = written.get(name);
    const isWritten = before !== undefined || inner.expression !== undefined;
    // What the provider adds by itself counts where the mapping knows it; the rest would only be listed.
    if (!isWritten && tree !== undefined && !tree.has(name)) continue;
    if (!isWritten && m.shownBy === 'code' && isBlocks(inner.value)) continue;
    const value = merged(before, inner, code.origin, m, tree?.get(name) ?? undefined);
    if (value !== undefined) found.set(name, value);
  }
  return found;
}

/** Blocks that the provider reads back although nobody wrote them here: others wrote them, in resources of their own. */
function isBlocks(value: Json | undefined): boolean {
  return Array.isArray(value) && (value.length === 0 || value.every(isObject));
}

/** Apply decides it. What the code knows of it, above all which resource it refers to, still holds. */
function undecided(code: Value | undefined, said: Said, at: Origin, m: Merging): Value | undefined {
  if (code === undefined || code.kind === 'absent') {
    // Computed and not written: the provider's documented default holds, as it does for the code alone.
    const isShown = m.shownBy === 'code' || (m.shownBy === 'configuration' && said.isAttribute);
    if (said.expression === undefined && isShown) return code;
  } else {
    if (code.kind === 'choice' || holdsReference(code)) return code;
    if (code.kind !== 'unknown' && !m.stale) return code;
  }
  const origin = decidedByPlan(code?.origin ?? at, said, m);
  const target = IDENTIFYING.test(lastName(said.path)) ? m.target(said.expression) : undefined;
  if (target !== undefined) return reference(target, origin);
  return unknown(
    'computed',
    'the deployment (apply decides it)',
    origin,
    `${m.resource.address}.${said.path}`,
  );
}

/** Arguments that name another resource as a whole: what they are made of is what they relate to. */
const IDENTIFYING =
  /(^|_)(id|ids|arn|arns|actions|url|role|bucket|function_name|group|cluster|queue|topic|user|rest_api|domain)$/;

function lastName(path: string): string {
  return path.replace(/(\[\d+\])+$/, '').replace(/^.*\./, '');
}

/** The plan says that nothing is set. */
function nothing(code: Value | undefined, said: Said, m: Merging): Value | undefined {
  // Arguments that are only written are in no plan.
  if (code === undefined || code.kind === 'absent' || isEmpty(code) || /_wo$/.test(said.path)) return code;
  if (code.kind === 'known' || code.kind === 'list' || code.kind === 'object') differs(code, said, m);
  return known(null, decidedByPlan(code.origin, said, m));
}

/** The value of the plan where the code has one that does not tell how it is made. */
function instead(code: Value, said: Said, m: Merging): Value {
  return planned(said, code.origin, { ...m, shownBy: undefined });
}

function planned(said: Said, at: Origin, m: Merging): Value {
  return hiddenParts(fromPlan(said, decidedByPlan(at, said, m), m), said.sensitive);
}

function fromPlan(said: Said, origin: Origin, m: Merging): Value {
  const { value } = said;
  if (Array.isArray(value)) {
    const found = value.map((item, i): Value => {
      const inner = partOf(said, i, item);
      return inner.unknown === true
        ? undecided(undefined, inner, origin, { ...m, shownBy: undefined })!
        : fromPlan(inner, origin, m);
    });
    return { kind: 'list', items: found, origin };
  }
  if (isObject(value)) {
    const found = new Map<string, Value>();
    const names = new Set([
      ...Object.keys(value),
      ...(isObject(said.unknown) ? Object.keys(said.unknown) : []),
    ]);
    for (const name of names) {
      const inner = partOf(said, name, memberIn(value, name));
      const member =
        inner.unknown === true ? undecided(undefined, inner, origin, m) : fromPlan(inner, origin, m);
      if (member !== undefined && !(member.kind === 'known' && member.value === null))
        found.set(name, member);
    }
    return objectOf(found, origin);
  }
  return known(isScalar(value) ? value : null, origin);
}

function isScalar(value: Json | undefined): value is Scalar {
  return value === null || typeof value !== 'object';
}

function partOf(said: Said, name: string | number, value: Json | undefined): Said {
  const { expression } = said;
  const inList = typeof name === 'number';
  const only = inList && !Array.isArray(expression) && Array.isArray(said.value) && said.value.length === 1;
  return {
    value,
    unknown: markIn(said.unknown, name),
    sensitive: false,
    expression: only ? expression : memberIn(expression, name),
    isAttribute: false,
    path: inList ? `${said.path}[${name}]` : `${said.path}.${name}`,
  };
}

function hiddenParts(value: Value, marks: Json): Value {
  if (marks === true) return hidden(value);
  if (value.kind === 'list')
    return { ...value, items: value.items.map((item, i) => hiddenParts(item, markIn(marks, i))) };
  if (value.kind !== 'object') return value;
  const found = [...value.members].map(([name, v]) => [name, hiddenParts(v, markIn(marks, name))] as const);
  return { ...value, members: new Map(found) };
}

function hidden(value: Value): Value {
  return mapBranches(value, (v) => {
    const nothingToHide = v.kind === 'unknown' || v.kind === 'reference' || v.kind === 'absent';
    return nothingToHide || (v.kind === 'known' && v.value === null) ? v : sensitive(v);
  });
}

function differs(code: Value, said: Said, { differ, resource }: Merging): void {
  differ({ resource: resource.address, path: said.path, origin: code.origin });
}

/** At the line of the code; the trail goes on into the plan. */
function decidedByPlan(at: Origin, said: Said, { planned: file, resource }: Merging): Origin {
  const place = placeIn(file, said.path === '' ? resource.address : `${resource.address}.${said.path}`);
  const before = at.plane === 'plan' ? [] : at.trail;
  return { ...inCode(at.at), plane: 'plan', trail: [...before, place] };
}

function parsedText(text: unknown): Json | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const json = JSON.parse(text) as Json;
    return json !== null && typeof json === 'object' ? json : undefined;
  } catch {
    return undefined; // not JSON: the text stands for itself
  }
}
