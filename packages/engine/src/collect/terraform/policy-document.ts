import type { Origin } from '../../model/origin.ts';
import { fromJson, known, listOf, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { mapBranches } from './branches.ts';
import { deciderOf } from './expansion.ts';
import type { ResourceInstance } from './resource-instance.ts';

/**
 * `data.aws_iam_policy_document.x.json` as the AWS provider renders it: a single action is a string, several are
 * sorted backwards, statements of source and override documents are merged by their `sid`.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document
 */
export function policyDocument(data: ResourceInstance, minified: boolean): Value {
  const document = new Document(data.origin);
  for (const source of documentsIn(data, 'source_json', 'source_policy_documents')) document.merge(source);
  document.merge(ownDocument(data));
  for (const source of documentsIn(data, 'override_json', 'override_policy_documents'))
    document.merge(source);
  const structure = document.value();
  const text = new JsonText(minified ? '' : '  ');
  text.write(structure, 0);
  const parts = text.parts(data.origin);
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'known') return { ...only, structure };
  return { kind: 'composed', parts, structure, origin: data.origin };
}

class Document {
  readonly #origin: Origin;
  #version: Value | undefined;
  #id: Value | undefined;
  readonly #statements: Value[] = [];
  #open: Unknown | undefined;

  constructor(origin: Origin) {
    this.#origin = origin;
  }

  merge(document: Value): void {
    if (document.kind !== 'object') {
      this.#open ??= asUnknown(document, 'the policy document that is merged');
      return;
    }
    const { members } = document;
    this.#id = members.get('Id') ?? this.#id;
    const version = members.get('Version');
    if (
      version !== undefined &&
      !(isKnown(version) && isKnown(this.#version) && version.value <= this.#version.value)
    ) {
      this.#version = version;
    }
    const statements = members.get('Statement');
    this.#open ??= document.open;
    if (statements === undefined) return;
    if (statements.kind === 'list') {
      for (const statement of statements.items) this.#add(statement);
      this.#open ??= statements.open;
    } else if (statements.kind === 'object') this.#add(statements);
    else this.#open ??= asUnknown(statements, 'the statements of the policy document');
  }

  value(): Value {
    const members = new Map<string, Value>();
    if (this.#version !== undefined) members.set('Version', this.#version);
    if (this.#id !== undefined) members.set('Id', this.#id);
    if (this.#statements.length > 0 || this.#open !== undefined) {
      members.set('Statement', listOf(this.#statements, this.#origin, this.#open));
    }
    return objectOf(members, this.#origin);
  }

  #add(statement: Value): void {
    const sid = sidOf(statement);
    const same = sid === undefined ? -1 : this.#statements.findIndex((s) => sidOf(s) === sid);
    if (same < 0) this.#statements.push(statement);
    else if (statement.kind !== 'choice') this.#statements[same] = statement;
    else {
      // Only where the statement is there does it replace the one before it.
      const before = this.#statements[same]!;
      this.#statements[same] = mapBranches(statement, (s) => (s.kind === 'absent' ? before : s));
    }
  }
}

function sidOf(statement: Value): string | undefined {
  if (statement.kind === 'choice') return sidOf(statement.whenTrue) ?? sidOf(statement.whenFalse);
  if (statement.kind !== 'object') return undefined;
  const sid = statement.members.get('Sid');
  return isKnown(sid) && typeof sid.value === 'string' && sid.value !== '' ? sid.value : undefined;
}

function documentsIn(data: ResourceInstance, single: string, several: string): Value[] {
  const documents: Value[] = [];
  const one = data.argument(single);
  if (one !== undefined) documents.push(one);
  const list = data.argument(several);
  if (list?.kind === 'list') documents.push(...list.items, ...(list.open === undefined ? [] : [list.open]));
  else if (list !== undefined && !isNull(list)) documents.push(asUnknown(list, `the value of ${several}`));
  return documents.filter((d) => !isNull(d) && !(isKnown(d) && d.value === '')).map(parsed);
}

/** The structure of a JSON text. */
function parsed(document: Value): Value {
  if ((document.kind === 'known' || document.kind === 'composed') && document.structure !== undefined) {
    return document.structure;
  }
  if (document.kind !== 'known' || typeof document.value !== 'string') return document;
  try {
    return fromJson(JSON.parse(document.value), document.origin);
  } catch {
    return unknown('unresolved-expression', 'a policy document that is valid JSON', document.origin);
  }
}

function ownDocument(data: ResourceInstance): Value {
  const members = new Map<string, Value>();
  const version = data.argument('version');
  members.set(
    'Version',
    version === undefined || isNull(version) ? known('2012-10-17', data.origin) : version,
  );
  const id = data.argument('policy_id');
  if (id !== undefined && !isNull(id)) members.set('Id', id);
  const statements = data.argument('statement');
  if (statements?.kind === 'list') {
    const items = statements.items.map((item) =>
      mapBranches(item, (s) => (s.kind === 'object' ? statementOf(s) : s)),
    );
    members.set('Statement', listOf(items, statements.origin, statements.open));
  }
  return objectOf(members, data.origin);
}

type ObjectMembers = Extract<Value, { kind: 'object' }>;

/** In the order in which the provider writes the members of a statement. */
const LISTS: readonly (readonly [argument: string, member: string])[] = [
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
];

function statementOf(statement: ObjectMembers): Value {
  const members = new Map<string, Value>();
  const given = (name: string): Value | undefined => {
    const value = statement.members.get(name);
    return value === undefined || isNull(value) ? undefined : value;
  };
  const sid = given('sid');
  if (sid !== undefined && !(isKnown(sid) && sid.value === '')) members.set('Sid', sid);
  members.set('Effect', given('effect') ?? known('Allow', statement.origin));
  for (const [argument, member] of LISTS) {
    const list = given(argument);
    if (list !== undefined && !isEmpty(list))
      members.set(
        member,
        mapBranches(list, (l) => stringOrSorted(l)),
      );
  }
  for (const [argument, member] of [
    ['principals', 'Principal'],
    ['not_principals', 'NotPrincipal'],
  ] as const) {
    const principals = given(argument);
    if (principals?.kind === 'list' && !isEmpty(principals)) members.set(member, principalsOf(principals));
  }
  const conditions = given('condition');
  if (conditions?.kind === 'list' && !isEmpty(conditions)) members.set('Condition', conditionsOf(conditions));
  return objectOf(members, statement.origin, statement.open);
}

function stringOrSorted(list: Value): Value {
  if (list.kind !== 'list') return list;
  const items = distinct(list.items.map(asText));
  if (items.length === 1 && list.open === undefined) return items[0]!;
  return listOf(items.every(isKnown) ? backwards(items) : items, list.origin, list.open);
}

function principalsOf(list: Extract<Value, { kind: 'list' }>): Value {
  const byType = new Map<string, Value>();
  let open = list.open;
  for (const principal of list.items) {
    const type = principal.kind === 'object' ? principal.members.get('type') : undefined;
    const identifiers = principal.kind === 'object' ? principal.members.get('identifiers') : undefined;
    if (!isKnown(type) || identifiers === undefined) {
      open ??= asUnknown(type ?? principal, 'the type of the principal');
      continue;
    }
    const value = mapBranches(identifiers, (i) => stringOrSorted(i));
    if (type.value === '*' && list.items.length === 1 && isKnown(value) && value.value === '*') return value;
    const name = String(type.value);
    const before = byType.get(name);
    byType.set(name, before === undefined ? value : joined(before, value));
  }
  return objectOf(sortedMap(byType), list.origin, open);
}

function conditionsOf(list: Extract<Value, { kind: 'list' }>): Value {
  const tests = new Map<string, Map<string, Value>>();
  let open = list.open;
  for (const condition of list.items) {
    const of = (name: string): Value | undefined =>
      condition.kind === 'object' ? condition.members.get(name) : undefined;
    const test = of('test');
    const variable = of('variable');
    const values = of('values');
    if (!isKnown(test) || !isKnown(variable) || values === undefined) {
      open ??= asUnknown(condition, 'the condition of the statement');
      continue;
    }
    const value = mapBranches(values, (v): Value => {
      if (v.kind !== 'list') return v;
      const items = v.items.map(asText);
      return items.length === 1 && v.open === undefined ? items[0]! : listOf(items, v.origin, v.open);
    });
    const variables = tests.get(String(test.value)) ?? new Map<string, Value>();
    const before = variables.get(String(variable.value));
    variables.set(String(variable.value), before === undefined ? value : joined(before, value));
    tests.set(String(test.value), variables);
  }
  const members = new Map([...tests].map(([test, vars]) => [test, objectOf(sortedMap(vars), list.origin)]));
  return objectOf(sortedMap(members), list.origin, open);
}

function joined(a: Value, b: Value): Value {
  const itemsOf = (v: Value): readonly Value[] => (v.kind === 'list' ? v.items : [v]);
  const open = (a.kind === 'list' ? a.open : undefined) ?? (b.kind === 'list' ? b.open : undefined);
  return listOf([...itemsOf(a), ...itemsOf(b)], a.origin, open);
}

/** Everything in a list is a text, and the provider writes `&{aws:username}` as `${aws:username}`. */
function asText(value: Value): Value {
  if (value.kind === 'composed') return { ...value, parts: value.parts.map(asText) };
  if (value.kind === 'choice') return mapBranches(value, asText);
  return isKnown(value) ? { ...value, value: String(value.value).replaceAll('&{', '${') } : value;
}

function distinct(items: readonly Value[]): Value[] {
  const seen = new Set<unknown>();
  return items.filter((item) => !isKnown(item) || (!seen.has(item.value) && seen.add(item.value)));
}

function backwards(items: readonly Value[]): Value[] {
  const text = (v: Value): string => (isKnown(v) ? String(v.value) : '');
  return [...items].sort((a, b) => (text(a) < text(b) ? 1 : text(a) > text(b) ? -1 : 0));
}

function sortedMap<V>(map: ReadonlyMap<string, V>): Map<string, V> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

type KnownScalar = Extract<Value, { kind: 'known' }> & { value: string | number | boolean };

function isKnown(value: Value | undefined): value is KnownScalar {
  return value?.kind === 'known' && value.value !== null;
}

function isNull(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && value.value === null);
}

function isEmpty(value: Value): boolean {
  return value.kind === 'list' && value.items.length === 0 && value.open === undefined;
}

function asUnknown(value: Value, otherwise: string): Unknown {
  if (value.kind === 'unknown') return value;
  return unknown('unresolved-expression', deciderOf(value, otherwise), value.origin);
}

/** JSON as Go writes it, with the values that are not known as parts of their own. */
class JsonText {
  readonly #indent: string;
  readonly #written: (string | Value)[] = [];

  constructor(indent: string) {
    this.#indent = indent;
  }

  parts(origin: Origin): Value[] {
    const parts: Value[] = [];
    let text = '';
    for (const piece of this.#written) {
      if (typeof piece === 'string') text += piece;
      else {
        if (text !== '') parts.push(known(text, origin));
        text = '';
        parts.push(piece);
      }
    }
    if (text !== '' || parts.length === 0) parts.push(known(text, origin));
    return parts;
  }

  write(value: Value, depth: number): void {
    switch (value.kind) {
      case 'known':
        this.#written.push(escapeHtml(JSON.stringify(value.value)));
        break;
      case 'composed':
        this.#written.push('"');
        for (const part of value.parts) {
          this.#written.push(
            part.kind === 'known' ? escapeHtml(JSON.stringify(String(part.value)).slice(1, -1)) : part,
          );
        }
        this.#written.push('"');
        break;
      case 'list':
        this.#group('[', ']', value.items, value.open, depth, (item) => this.write(item, depth + 1));
        break;
      case 'object':
        this.#group('{', '}', [...value.members], value.open, depth, ([name, member]) => {
          this.#written.push(escapeHtml(JSON.stringify(name)), this.#indent === '' ? ':' : ': ');
          this.write(member, depth + 1);
        });
        break;
      case 'reference':
        this.#written.push('"', value, '"');
        break;
      default:
        this.#written.push(value);
    }
  }

  #group<T>(
    start: string,
    end: string,
    items: readonly T[],
    open: Unknown | undefined,
    depth: number,
    write: (item: T) => void,
  ): void {
    const line = this.#indent === '' ? '' : `\n${this.#indent.repeat(depth + 1)}`;
    this.#written.push(start);
    for (const [i, item] of items.entries()) {
      this.#written.push(i === 0 ? line : `,${line}`);
      write(item);
    }
    if (open !== undefined) this.#written.push(items.length === 0 ? line : `,${line}`, open);
    const any = items.length > 0 || open !== undefined;
    this.#written.push(any && this.#indent !== '' ? `\n${this.#indent.repeat(depth)}` : '', end);
  }
}

function escapeHtml(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
