import type { Node as SyntaxNode } from 'web-tree-sitter';
import { type Location, type Origin, seenFrom } from '../../model/origin.ts';
import { absent, known, listOf, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { unescaped, unquoted } from '../repository/code/syntax/text.ts';
import { type LiteralModules, type LiteralScope, open, originOf, RUNS_IN } from './literal-modules.ts';

/** Nobody nests deeper by hand. */
const DEEPEST = 60;

type Read = (values: LiteralValues, node: SyntaxNode, scope: LiteralScope) => Promise<Value>;

const inner: Read = (values, node, scope) => values.of(parts(node)[0]!, scope);

/** What each kind of expression is, as far as it is written. */
const EXPRESSIONS: Readonly<Record<string, Read>> = {
  parenthesized_expression: inner,
  as_expression: inner,
  satisfies_expression: inner,
  non_null_expression: inner,
  type_assertion: async (values, node, scope) => values.of(parts(node).at(-1)!, scope),
  string: async (_, node, scope) => known(unquoted(scope.file.textOf(node)), originOf(scope.file, node)),
  number: async (_, node, scope) =>
    known(Number(scope.file.textOf(node).replaceAll('_', '')), originOf(scope.file, node)),
  true: async (_, node, scope) => known(true, originOf(scope.file, node)),
  false: async (_, node, scope) => known(false, originOf(scope.file, node)),
  null: async (_, node, scope) => known(null, originOf(scope.file, node)),
  undefined: async (_, node, scope) => absent(originOf(scope.file, node)),
  template_string: (values, node, scope) => values.text(node, scope),
  object: (values, node, scope) => values.object(node, scope),
  array: (values, node, scope) => values.list(node, scope),
  identifier: (values, node, scope) => values.name(node, scope),
  member_expression: (values, node, scope) => values.member(node, scope),
  subscript_expression: (values, node, scope) => values.member(node, scope),
  binary_expression: (values, node, scope) => values.sum(node, scope),
  call_expression: (values, node, scope) => values.call(node, scope),
  await_expression: inner,
};

/** Values of expressions as they are written. What is computed in another way is unknown, with what is computed. */
export class LiteralValues {
  readonly #modules: LiteralModules;
  #depth = 0;

  constructor(modules: LiteralModules) {
    this.#modules = modules;
  }

  async of(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const read = Object.hasOwn(EXPRESSIONS, node.type) ? EXPRESSIONS[node.type] : undefined;
    if (read === undefined || this.#depth > DEEPEST) return untold(node, scope);
    this.#depth++;
    const value = await read(this, node, scope);
    this.#depth--;
    return value;
  }

  async object(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const members = new Map<string, Value>();
    const origin = originOf(scope.file, node);
    let more: Unknown | undefined;
    // What is spread after a member may stand in its place.
    const spread = (value: Value) => {
      if (value.kind === 'absent') return;
      if (value.kind !== 'object' || value.open !== undefined) {
        more = unknown('unresolved-expression', told(value, scope), value.origin);
        for (const [name, one] of members)
          members.set(name, open(`whether ${name} is another one`, one.origin));
      }
      if (value.kind === 'object') for (const [name, one] of value.members) members.set(name, one);
    };
    for (const one of parts(node)) {
      if (one.type === 'spread_element') spread(await this.of(parts(one)[0]!, scope));
      else if (one.type === 'shorthand_property_identifier')
        members.set(scope.file.textOf(one), await this.name(one, scope));
      else {
        const key = one.childForFieldName(one.type === 'pair' ? 'key' : 'name');
        const name = key === null ? undefined : await this.#key(key, scope);
        const value = one.type === 'pair' ? one.childForFieldName('value') : null;
        const said = value === null ? untold(one, scope) : await this.of(value, scope);
        if (name === undefined) spread(untold(one, scope));
        else if (said.kind === 'absent') members.delete(name);
        else members.set(name, said);
      }
    }
    return objectOf(members, origin, more);
  }

  async #key(key: SyntaxNode, scope: LiteralScope): Promise<string | undefined> {
    const { file } = scope;
    if (key.type === 'property_identifier' || key.type === 'number') return file.textOf(key);
    if (key.type === 'string') return unquoted(file.textOf(key));
    const value = key.type === 'computed_property_name' ? await this.of(parts(key)[0]!, scope) : undefined;
    return value?.kind === 'known' ? String(value.value) : undefined;
  }

  async list(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const items: Value[] = [];
    let more: Unknown | undefined;
    for (const one of parts(node)) {
      const value = await this.of(one.type === 'spread_element' ? parts(one)[0]! : one, scope);
      if (one.type !== 'spread_element') items.push(value);
      else if (value.kind === 'list') {
        items.push(...value.items);
        more ??= value.open;
      } else more ??= unknown('unresolved-expression', told(value, scope), value.origin);
    }
    return listOf(items, originOf(scope.file, node), more);
  }

  async text(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const { file } = scope;
    const found: Value[] = [];
    const origin = originOf(file, node);
    const whole = file.textOf(node);
    let from = 1;
    const say = (to: number) => {
      if (to > from) found.push(known(unescaped(whole.slice(from, to)), origin));
    };
    for (const one of parts(node)) {
      if (one.type !== 'template_substitution') continue;
      say(one.startIndex - node.startIndex);
      found.push(await this.of(parts(one)[0]!, scope));
      from = one.endIndex - node.startIndex;
    }
    say(whole.length - 1);
    return together(found, origin);
  }

  async sum(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    if (scope.file.textOf(node.childForFieldName('operator')!) !== '+') return untold(node, scope);
    const sides = [node.childForFieldName('left')!, node.childForFieldName('right')!];
    const values = [await this.of(sides[0]!, scope), await this.of(sides[1]!, scope)];
    const isText = values.some(
      (one) => one.kind === 'composed' || (one.kind === 'known' && typeof one.value === 'string'),
    );
    return isText ? together(values, originOf(scope.file, node)) : untold(node, scope);
  }

  async name(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const { file, given } = scope;
    const name = file.textOf(node);
    const origin = originOf(file, node);
    if (name === 'undefined') return absent(origin);
    if (name === '__dirname' && !given.has(name)) {
      const folder = this.#modules.folderOf(file);
      return folder === undefined ? untold(node, scope) : known(folder, origin);
    }
    return this.#modules.named(name, scope, origin);
  }

  async member(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const { file } = scope;
    const origin = originOf(file, node);
    if (/^process\.env\b/.test(file.textOf(node)))
      return unknown('input-without-value', `the value of ${file.textOf(node)}`, origin);
    const of = await this.of(node.childForFieldName('object')!, scope);
    const property = node.childForFieldName('property');
    const index = node.childForFieldName('index');
    const at = index === null ? undefined : await this.of(index, scope);
    const key = property === null ? (at?.kind === 'known' ? at.value : undefined) : file.textOf(property);
    const found =
      of.kind === 'object'
        ? of.members.get(String(key))
        : of.kind === 'list' && typeof key === 'number'
          ? of.items[key]
          : undefined;
    if (found !== undefined) return found;
    return of.kind === 'object' && of.open === undefined && key !== undefined
      ? absent(origin)
      : untold(node, scope);
  }

  async call(node: SyntaxNode, scope: LiteralScope): Promise<Value> {
    const { file } = scope;
    const called = node.childForFieldName('function')!;
    const given = node.childForFieldName('arguments');
    const origin = originOf(file, node);
    const name = file.textOf(called);
    if (given === null || given.type !== 'arguments') return untold(node, scope);
    const [first] = parts(given);
    if (name === 'process.cwd') return known(RUNS_IN, origin);
    if (name === 'require' && first?.type === 'string')
      return this.#modules.required(file, unquoted(file.textOf(first)), origin);
    const values: Value[] = [];
    for (const one of parts(given)) values.push(await this.of(one, scope));
    const made =
      called.type === 'identifier'
        ? await this.#modules.functionNamed(name, file)
        : called.type === 'parenthesized_expression' &&
            /^(arrow_function|function_expression)$/.test(parts(called)[0]!.type)
          ? { file, node: parts(called)[0]! }
          : undefined;
    if (made !== undefined) {
      const gives = await this.#given(made.node, { file: made.file, given: new Map() }, values);
      return gives === undefined ? untold(node, scope) : calledAt(gives, origin.at);
    }
    if (/^path(\.posix)?\.relative$/.test(name)) return relative(values, origin) ?? untold(node, scope);
    if (called.type !== 'member_expression') return untold(node, scope);
    const of = await this.of(called.childForFieldName('object')!, scope);
    const method = file.textOf(called.childForFieldName('property')!);
    return (
      asked(of, method, values, first === undefined ? '' : file.textOf(first), origin) ?? untold(node, scope)
    );
  }

  /** What a function gives that names values and returns one, and does nothing else. */
  async #given(node: SyntaxNode, scope: LiteralScope, values: readonly Value[]): Promise<Value | undefined> {
    const { file } = scope;
    const given = new Map<string, Value>();
    const single = node.childForFieldName('parameter');
    const listed = node.childForFieldName('parameters');
    const parameters = single === null ? (listed === null ? [] : parts(listed)) : [single];
    for (const [index, parameter] of parameters.entries()) {
      const pattern = parameter.type === 'identifier' ? parameter : parameter.childForFieldName('pattern');
      if (pattern?.type !== 'identifier') return undefined;
      const otherwise = parameter.childForFieldName('value');
      const origin = originOf(file, parameter);
      const value = values[index] ?? absent(origin);
      given.set(
        file.textOf(pattern),
        value.kind === 'absent' && otherwise !== null ? await this.of(otherwise, scope) : value,
      );
    }
    const own = { file, given };
    const body = node.childForFieldName('body');
    if (body === null) return undefined;
    if (body.type !== 'statement_block') return this.of(body, own);
    if (CHANGES.test(file.textOf(body))) return undefined;
    for (const statement of parts(body)) {
      if (statement.type === 'return_statement') {
        const [value] = parts(statement);
        return value === undefined ? undefined : this.of(value, own);
      }
      if (statement.type !== 'lexical_declaration') return undefined;
      for (const one of parts(statement)) {
        const [named, value] = [one.childForFieldName('name'), one.childForFieldName('value')];
        if (named?.type !== 'identifier' || value === null) return undefined;
        given.set(file.textOf(named), await this.of(value, own));
      }
    }
    return undefined;
  }
}

/** What puts something into an object or a list that has a name. */
const CHANGES = /\.(push|unshift|splice|assign|pop|shift|sort|reverse|set|delete)\(|\bdelete\s/;

/** What texts are asked for: `folder.split(process.cwd())[1].substring(1)`. */
function asked(
  of: Value,
  method: string,
  values: readonly Value[],
  said: string,
  origin: Origin,
): Value | undefined {
  if (of.kind !== 'known' || typeof of.value !== 'string') return undefined;
  const text = of.value;
  const [first, second] = values.map((one) => (one.kind === 'known' ? one.value : undefined));
  switch (method) {
    case 'split':
      return typeof first === 'string'
        ? listOf(
            text.split(first).map((part) => known(part, origin)),
            origin,
          )
        : undefined;
    case 'substring':
    case 'slice':
      return typeof first === 'number' &&
        (second === undefined ? values.length === 1 : typeof second === 'number')
        ? known(text[method](first, second as number | undefined), origin)
        : undefined;
    case 'replace':
    case 'replaceAll':
      if (typeof first === 'string' && typeof second === 'string')
        return known(
          text[method](first, () => second),
          origin,
        );
      // Folders of Windows are written with other signs.
      return /^\/\\\\\/g?$/.test(said) && !text.includes('\\') ? known(text, origin) : undefined;
    case 'toString':
    case 'trim':
      return known(text.trim(), origin);
    case 'toLowerCase':
      return known(text.toLowerCase(), origin);
    case 'toUpperCase':
      return known(text.toUpperCase(), origin);
    default:
      return undefined;
  }
}

/** `path.relative(process.cwd(), __dirname)`. */
function relative([from, to]: readonly Value[], origin: Origin): Value | undefined {
  if (from?.kind !== 'known' || to?.kind !== 'known' || from.value !== RUNS_IN) return undefined;
  const path = String(to.value);
  return path.startsWith(RUNS_IN) ? known(path.slice(RUNS_IN.length).replace(/^\//, ''), origin) : undefined;
}

/** What a function gives stands where it is called. */
function calledAt(value: Value, at: Location): Value {
  const origin = seenFrom(at, value.origin);
  if (value.kind === 'list') return { ...value, origin, items: value.items.map((one) => calledAt(one, at)) };
  if (value.kind !== 'object') return { ...value, origin };
  return {
    ...value,
    origin,
    members: new Map([...value.members].map(([name, one]) => [name, calledAt(one, at)])),
  };
}

function together(values: readonly Value[], origin: Origin): Value {
  const texts = values.flatMap((one) => (one.kind === 'known' ? [String(one.value)] : []));
  if (texts.length === values.length) return known(texts.join(''), origin);
  const flat = values.flatMap((one) => (one.kind === 'composed' ? one.parts : [one]));
  return { kind: 'composed', parts: flat, origin };
}

function told(value: Value, { file }: LiteralScope): string {
  return value.kind === 'unknown' ? value.decidedBy : `what is put in in ${file.path}`;
}

function untold(node: SyntaxNode, { file }: LiteralScope): Value {
  const said = file.textOf(node).replace(/\s+/g, ' ').slice(0, 60);
  return open(`what ${said} gives in ${file.path}`, originOf(file, node));
}

function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter((one): one is SyntaxNode => one !== null && one.type !== 'comment');
}
