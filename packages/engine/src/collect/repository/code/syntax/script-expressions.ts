import { rangeOf } from './builder.ts';
import { product } from './product.ts';
import { keyOf, type ScriptWalk } from './script.ts';
import { bindPattern } from './script-patterns.ts';
import type { Expression, Member } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { unquoted } from './text.ts';

type ReadExpression = (walk: ScriptWalk, node: SyntaxNode) => Expression;

const literal = (value: string | number | boolean | null, node: SyntaxNode): Expression => ({
  kind: 'literal',
  value,
  at: node.at,
});
const name: ReadExpression = (walk, node) => ({ kind: 'name', name: walk.source(node), at: node.at });
const member: ReadExpression = (walk, node) => walk.builder.read(walk.chain(node));
const same: ReadExpression = (walk, node) => walk.inner(node);
const functionLike: ReadExpression = (walk, node) => walk.function(node);
const jsx: ReadExpression = (walk, node) => {
  readElement(walk, node);
  return { kind: 'other', at: node.at };
};

/** How each kind of expression becomes a value. */
export const EXPRESSIONS: Readonly<Record<string, ReadExpression>> = {
  identifier: name,
  this: name,
  super: name,
  meta_property: name,
  shorthand_property_identifier: name,
  undefined: (_, node) => literal(null, node),
  null: (_, node) => literal(null, node),
  true: (_, node) => literal(true, node),
  false: (_, node) => literal(false, node),
  number: (walk, node) => literal(Number(walk.source(node).replaceAll('_', '').replace(/n$/, '')), node),
  string: (walk, node) => literal(unquoted(walk.source(node)), node),
  regex: (_, node) => ({ kind: 'other', at: node.at }),
  member_expression: member,
  subscript_expression: member,
  call_expression: (walk, node) => readCall(walk, node),
  new_expression: (walk, node) =>
    walk.builder.changeCall(
      walk.builder.call(node, () => {
        const constructed = node.childForFieldName('constructor');
        const given = node.childForFieldName('arguments');
        return {
          callee: constructed === null ? { kind: 'other', at: node.at } : walk.callee(constructed),
          arguments: given === null ? [] : walk.arguments(given),
        };
      }),
      { isNew: true },
    ),
  arrow_function: functionLike,
  function_expression: functionLike,
  generator_function: functionLike,
  class: (walk, node) => walk.class(node),
  object: (walk, node) => readObject(walk, node),
  array: (walk, node) => {
    const items: Expression[] = [];
    let open = false;
    for (const { spread, value } of walk.arguments(node)) {
      if (spread) open = true;
      else items.push(value);
    }
    return { kind: 'list', items, open, at: node.at };
  },
  template_string: (walk, node) => readTemplate(walk, node),
  binary_expression: (walk, node) => readBinary(walk, node),
  unary_expression: (walk, node) => {
    const of = walk.inner(node);
    if (node.startsWith('!')) return { kind: 'not', of, at: node.at };
    if (node.startsWith('typeof')) return { kind: 'other', isKind: true, at: node.at };
    return node.startsWith('-') && of.kind === 'literal' && typeof of.value === 'number'
      ? literal(-of.value, node)
      : { kind: 'other', at: node.at };
  },
  ternary_expression: (walk, node) => {
    const part = (field: string) => {
      const of = node.childForFieldName(field);
      return of === null ? ({ kind: 'other', at: node.at } as const) : walk.expression(of);
    };
    const then = node.childForFieldName('consequence');
    if (then !== null) walk.builder.branch(node, part('condition'), rangeOf(then));
    return { kind: 'choice', of: [part('consequence'), part('alternative')], at: node.at };
  },
  await_expression: (walk, node) => walk.builder.changeCall(walk.inner(node), { isAwaited: true }),
  parenthesized_expression: same,
  non_null_expression: same,
  as_expression: same,
  satisfies_expression: same,
  type_assertion: (walk, node) => {
    const last = node.namedChildren.at(-1);
    return last === undefined ? { kind: 'other', at: node.at } : walk.expression(last);
  },
  assignment_expression: (walk, node) => readAssignment(walk, node),
  augmented_assignment_expression: (walk, node) => readAssignment(walk, node),
  sequence_expression: (walk, node) => {
    const parts = node.namedChildren.map((child) => walk.expression(child));
    return parts.at(-1) ?? { kind: 'other', at: node.at };
  },
  jsx_element: jsx,
  jsx_self_closing_element: jsx,
  jsx_expression: same,
};

/** What compilers put around `require('x')` for `import * as x from 'x'` and `import x from 'x'`. */
const OF_COMPILERS =
  /^(__importStar|__importDefault|__toESM|_interopRequireWildcard|_interopRequireDefault|_interop_require_wildcard|_interop_require_default)$/;

function readCall(walk: ScriptWalk, node: SyntaxNode): Expression {
  const called = node.childForFieldName('function');
  const given = node.childForFieldName('arguments');
  const at = node.at;
  if (called === null) return { kind: 'other', at };
  if (given?.type === 'template_string') {
    const tag = walk.expression(called);
    return readTemplate(walk, given, tag);
  }
  const plain = called.type === 'identifier' || called.type === 'import' ? walk.source(called) : undefined;
  if ((plain === 'require' || plain === 'import') && given !== null) {
    const [module] = given.namedChildren;
    if (module?.type === 'string') return { kind: 'module', module: unquoted(walk.source(module)), at };
  }
  if (plain !== undefined && OF_COMPILERS.test(plain)) {
    const inner = given?.namedChildren[0];
    const asked = inner?.type === 'call_expression' ? inner.childForFieldName('function') : null;
    if (asked?.type === 'identifier' && walk.source(asked) === 'require') return walk.expression(inner!);
  }
  return walk.builder.call(node, () => ({
    callee: called.type === 'import' ? { kind: 'name', name: 'import', at } : walk.callee(called),
    arguments: given === null ? [] : walk.arguments(given),
  }));
}

function readTemplate(walk: ScriptWalk, node: SyntaxNode, tag?: Expression): Expression {
  const parts: (string | Expression)[] = [];
  let from = node.startIndex + 1;
  for (const child of node.namedChildren) {
    if (child.type !== 'template_substitution') continue;
    if (child.startIndex > from) parts.push(walk.builder.text.slice(from, child.startIndex));
    parts.push(walk.inner(child));
    from = child.endIndex;
  }
  const end = node.endIndex - 1;
  if (end > from) parts.push(walk.builder.text.slice(from, end));
  if (tag === undefined && parts.every((part) => typeof part === 'string'))
    return literal(parts.join(''), node);
  return walk.builder.textOf(node, parts, tag);
}

function readObject(walk: ScriptWalk, node: SyntaxNode): Expression {
  const members: Member[] = [];
  let open = false;
  let perhaps: readonly Member[] | undefined = [];
  const spread: Expression[] = [];
  for (const child of node.namedChildren) {
    if (child.type === 'comment') continue;
    const at = child.at;
    if (child.type === 'spread_element') {
      open = true;
      const whole = walk.inner(child);
      spread.push(whole);
      const more = membersOfEither(whole);
      perhaps = more && perhaps && [...perhaps, ...more];
      continue;
    }
    if (child.type === 'shorthand_property_identifier') {
      members.push({ name: walk.source(child), value: name(walk, child), at });
      continue;
    }
    const key = child.childForFieldName(child.type === 'method_definition' ? 'name' : 'key');
    const value = child.type === 'pair' ? child.childForFieldName('value') : null;
    const said = key === null ? undefined : keyOf(walk, key);
    if (child.type === 'method_definition') {
      const own = walk.named(child, said);
      if (own.kind === 'function' && said !== undefined) members.push({ name: said, value: own, at });
      continue;
    }
    if (value === null) {
      open = true;
      perhaps = undefined;
      walk.visitAll(child);
      continue;
    }
    const read = walk.named(value, said);
    if (said === undefined) {
      open = true;
      perhaps = undefined;
    } else {
      members.push({ name: said, value: read, at });
      perhaps = perhaps?.filter((one) => one.name !== said);
    }
  }
  const { at } = node;
  return {
    kind: 'object',
    members,
    open,
    ...(open && perhaps !== undefined ? { perhaps } : {}),
    ...(spread.length > 0 ? { spread } : {}),
    at,
  };
}

/** All members that a spread value may have: `test && { a }`, `test ? { a } : { b }`; nothing where they are not written out. */
function membersOfEither(value: Expression): readonly Member[] | undefined {
  switch (value.kind) {
    case 'object':
      if (!value.open) return value.members;
      return value.perhaps && [...value.members, ...value.perhaps];
    case 'literal':
      return typeof value.value === 'string' ? undefined : [];
    case 'both':
      return membersOfEither(value.of[value.of.length - 1]!);
    case 'choice': {
      const each = value.of.map(membersOfEither);
      return each.every((one) => one !== undefined) ? each.flat() : undefined;
    }
    default:
      return undefined;
  }
}

const COMPARED: Readonly<Record<string, string>> = {
  '==': '==',
  '===': '==',
  '!=': '!=',
  '!==': '!=',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
  in: 'in',
  instanceof: 'instanceof',
};

/** Long chains lean to the left: they are read from there, without going deeper. */
function readBinary(walk: ScriptWalk, node: SyntaxNode): Expression {
  const spine: SyntaxNode[] = [];
  let first: SyntaxNode | null = node;
  while (first?.type === 'binary_expression') {
    spine.push(first);
    first = first.childForFieldName('left');
  }
  let left: Expression = first === null ? { kind: 'other', at: node.at } : walk.expression(first);
  for (const step of spine.reverse()) {
    const operator = step.childForFieldName('operator')?.type ?? '';
    const side = step.childForFieldName('right');
    const right: Expression = side === null ? { kind: 'other', at: step.at } : walk.expression(side);
    left = combined(walk, step, operator, left, right);
  }
  return left;
}

function combined(
  walk: ScriptWalk,
  node: SyntaxNode,
  operator: string,
  left: Expression,
  right: Expression,
): Expression {
  const at = node.at;
  if (operator === '||' || operator === '??') {
    walk.builder.otherwise(left, right);
    if (left.kind !== 'choice') return { kind: 'choice', of: [left, right], inTurn: true, at };
    return { ...left, of: [...left.of, right], at };
  }
  if (operator === '&&')
    return { kind: 'both', of: left.kind === 'both' ? [...left.of, right] : [left, right], at };
  const compared = Object.hasOwn(COMPARED, operator) ? COMPARED[operator] : undefined;
  if (compared !== undefined) return { kind: 'compare', operator: compared, left, right, at };
  if (operator === '*') return product(left, right, at);
  if (operator !== '+') return { kind: 'other', at };
  if (!(isText(left) || isText(right))) return { kind: 'other', sum: [left, right], at };
  return left.kind === 'literal' && right.kind === 'literal'
    ? { kind: 'literal', value: `${left.value}${right.value}`, at }
    : walk.builder.joined(node, left, right);
}

function isText(value: Expression): boolean {
  return value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
}

function readAssignment(walk: ScriptWalk, node: SyntaxNode): Expression {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return { kind: 'other', at: node.at };
  const named = left.type === 'identifier' ? walk.source(left) : left.childForFieldName('property');
  const value = walk.named(
    right,
    typeof named === 'string' || named === null ? (named ?? undefined) : walk.source(named),
  );
  if (node.type === 'augmented_assignment_expression') {
    const operator = node.childForFieldName('operator')?.type;
    const target = walk.chain(left);
    const at = node.at;
    if (operator === '??=' || operator === '||=') {
      walk.builder.bindPerhaps(target, value, 'unlessThere');
      return value;
    }
    const changed = { kind: 'other', at } as const;
    walk.builder.bind(target, changed, false);
    return changed;
  }
  if (left.type === 'identifier' && mayBeLeftOut(node))
    walk.builder.bindPerhaps(walk.chain(left), value, 'perhaps');
  else bindPattern(walk, left, value, false);
  return value;
}

/** Whether what stands in a function, or at the top of a module, may not be come to: behind `&&`, in a loop. */
function mayBeLeftOut(node: SyntaxNode): boolean {
  const around = node.typesAround;
  const from = around.findLastIndex((type) => OF_FUNCTIONS.test(type));
  return around.slice(from + 1).some((type) => LEAVES_OUT.test(type));
}

const OF_FUNCTIONS = /function|^method_definition$|^class_body$/;
const LEAVES_OUT = /^(?:binary_expression|ternary_expression|(?:for|for_in|while|do)_statement)$/;

function readElement(walk: ScriptWalk, node: SyntaxNode): void {
  const tag = node.type === 'jsx_element' ? node.childForFieldName('open_tag') : node;
  const named = tag?.childForFieldName('name') ?? null;
  const attributes: Member[] = [];
  let open = false;
  for (const child of tag?.namedChildren ?? []) {
    if (child.id === named?.id) continue;
    if (child.type !== 'jsx_attribute') {
      if (child.type === 'jsx_expression') open = true;
      walk.visit(child);
      continue;
    }
    const [key, value] = child.namedChildren;
    if (key === undefined) continue;
    const at = child.at;
    attributes.push({
      name: walk.source(key),
      value: value === undefined ? { kind: 'literal', value: true, at } : walk.expression(value),
      at,
    });
  }
  if (named !== null) walk.builder.element(node, walk.source(named), attributes, open);
  if (node.type !== 'jsx_element') return;
  for (const child of node.namedChildren) if (child.id !== tag?.id) walk.visit(child);
}
