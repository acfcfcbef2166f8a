import { rangeOf } from './builder.ts';
import { product } from './product.ts';
import type { PythonWalk } from './python.ts';
import type { Expression, Member } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { unescaped } from './text.ts';

type ReadExpression = (walk: PythonWalk, node: SyntaxNode) => Expression;

const literal = (value: string | number | boolean | null, node: SyntaxNode): Expression => ({
  kind: 'literal',
  value,
  at: node.at,
});
const member: ReadExpression = (walk, node) => walk.builder.read(walk.chain(node));
const number: ReadExpression = (walk, node) => {
  const value = Number(walk.source(node).replaceAll('_', ''));
  return Number.isNaN(value) ? { kind: 'other', at: node.at } : literal(value, node);
};
const list: ReadExpression = (walk, node) => {
  const items: Expression[] = [];
  let open = false;
  for (const child of node.namedChildren) {
    if (child.type === 'comment') continue;
    const value = walk.expression(child);
    if (child.type === 'list_splat') open = true;
    else items.push(value);
  }
  return { kind: 'list', items, open, at: node.at };
};

/** How each kind of expression becomes a value. */
export const EXPRESSIONS: Readonly<Record<string, ReadExpression>> = {
  identifier: (walk, node) => ({ kind: 'name', name: walk.source(node), at: node.at }),
  none: (_, node) => literal(null, node),
  true: (_, node) => literal(true, node),
  false: (_, node) => literal(false, node),
  integer: number,
  float: number,
  string: (walk, node) => readString(walk, node),
  concatenated_string: (walk, node) =>
    node.namedChildren.reduce<Expression | undefined>((before, child) => {
      if (child.type === 'comment') return before;
      const next = walk.expression(child);
      if (before === undefined) return next;
      return before.kind === 'literal' && next.kind === 'literal'
        ? { kind: 'literal', value: `${before.value}${next.value}`, at: before.at }
        : walk.builder.joined(node, before, next);
    }, undefined) ?? { kind: 'other', at: node.at },
  attribute: member,
  subscript: member,
  // The types of what is declared: `Optional[str]`, `str`.
  type: (walk, node) => walk.first(node),
  generic_type: (walk, node) => {
    const [base, given] = node.namedChildren;
    const at = node.at;
    if (!base || !given) return { kind: 'other', at };
    const index = given.namedChildren.map((child) => walk.expression(child));
    return {
      kind: 'index',
      of: walk.expression(base),
      index: { kind: 'list', items: index, open: false, at },
      at,
    };
  },
  call: (walk, node) => {
    const called = node.childForFieldName('function');
    const given = node.childForFieldName('arguments');
    return walk.builder.call(node, () => ({
      callee: called === null ? { kind: 'other', at: node.at } : walk.callee(called),
      arguments: given === null ? [] : walk.arguments(given),
    }));
  },
  lambda: (walk, node) => walk.lambda(node),
  dictionary: (walk, node) => readDictionary(walk, node),
  list,
  tuple: list,
  set: list,
  expression_list: list,
  binary_operator: (walk, node) => readOperator(walk, node),
  boolean_operator: (walk, node) => {
    const left = walk.field(node, 'left');
    const right = walk.field(node, 'right');
    const kind = node.childForFieldName('operator')?.type === 'or' ? 'choice' : 'both';
    if (left.kind === kind) return { ...left, of: [...left.of, right], at: node.at };
    const of = [left, right];
    return kind === 'choice' ? { kind, of, inTurn: true, at: node.at } : { kind, of, at: node.at };
  },
  not_operator: (walk, node) => ({ kind: 'not', of: walk.first(node), at: node.at }),
  unary_operator: (walk, node) => {
    const of = walk.first(node);
    return of.kind === 'literal' && typeof of.value === 'number' && walk.source(node).startsWith('-')
      ? literal(-of.value, node)
      : { kind: 'other', at: node.at };
  },
  comparison_operator: (walk, node) => {
    const sides = node.namedChildren.map((child) => walk.expression(child));
    const operator = node.childForFieldName('operators')?.type ?? '';
    const [left, right] = sides;
    if (left === undefined || right === undefined || sides.length !== 2)
      return { kind: 'other', at: node.at };
    const said = operator === 'is' ? '==' : operator === 'is not' ? '!=' : operator;
    return { kind: 'compare', operator: said, left, right, at: node.at };
  },
  conditional_expression: (walk, node) => {
    const [then, condition, otherwise] = node.namedChildren;
    const at = node.at;
    if (!then || !condition || !otherwise) return { kind: 'other', at };
    walk.builder.branch(node, walk.expression(condition), rangeOf(then));
    return { kind: 'choice', of: [walk.expression(then), walk.expression(otherwise)], at };
  },
  await: (walk, node) => walk.builder.changeCall(walk.first(node), { isAwaited: true }),
  yield: (walk, node) => {
    const [value, ...others] = node.namedChildren;
    if (value) walk.builder.yield(node, walk.expression(value));
    for (const one of others) walk.visit(one);
    return { kind: 'other', at: node.at };
  },
  parenthesized_expression: (walk, node) => walk.first(node),
  named_expression: (walk, node) => {
    const value = walk.field(node, 'value');
    const name = node.childForFieldName('name');
    if (name !== null) walk.bindPattern(name, value);
    return value;
  },
  assignment: (walk, node) => walk.assignment(node),
  augmented_assignment: (walk, node) => {
    const left = node.childForFieldName('left');
    const value = walk.field(node, 'right');
    const at = node.at;
    if (left !== null) walk.builder.bind(walk.chain(left), { kind: 'other', at }, false);
    return value;
  },
};

function readString(walk: PythonWalk, node: SyntaxNode): Expression {
  const text = walk.source(node);
  const start = /^([A-Za-z]*)("""|'''|"|')/.exec(text);
  if (start === null) return { kind: 'other', at: node.at };
  const [, prefix, quote] = start;
  const raw = /r/i.test(prefix!);
  const say = (part: string) => (raw ? part : unescaped(part));
  const from = node.startIndex + start[0].length;
  const end = node.endIndex - quote!.length;
  if (!/[ft]/i.test(prefix!)) return literal(say(walk.builder.text.slice(from, end)), node);
  const parts: (string | Expression)[] = [];
  let at = from;
  for (const child of node.namedChildren) {
    if (child.type !== 'interpolation') continue;
    if (child.startIndex > at) parts.push(say(walk.builder.text.slice(at, child.startIndex)));
    parts.push(walk.first(child));
    at = child.endIndex;
  }
  if (end > at) parts.push(say(walk.builder.text.slice(at, end)));
  return parts.every((part) => typeof part === 'string')
    ? literal(parts.join(''), node)
    : walk.builder.textOf(node, parts);
}

function readDictionary(walk: PythonWalk, node: SyntaxNode): Expression {
  const members: Member[] = [];
  const spread: Expression[] = [];
  let open = false;
  for (const child of node.namedChildren) {
    if (child.type === 'comment') continue;
    if (child.type !== 'pair') {
      open = true;
      if (child.type === 'dictionary_splat') spread.push(walk.first(child));
      else walk.visitAll(child);
      continue;
    }
    const key = walk.field(child, 'key');
    const value = walk.field(child, 'value');
    if (key.kind === 'literal') members.push({ name: String(key.value), value, at: child.at });
    else open = true;
  }
  return { kind: 'object', members, open, ...(spread.length > 0 ? { spread } : {}), at: node.at };
}

/** Long chains lean to the left: they are read from there, without going deeper. */
function readOperator(walk: PythonWalk, node: SyntaxNode): Expression {
  const spine: SyntaxNode[] = [];
  let first: SyntaxNode | null = node;
  while (first?.type === 'binary_operator') {
    spine.push(first);
    first = first.childForFieldName('left');
  }
  let left: Expression = first === null ? { kind: 'other', at: node.at } : walk.expression(first);
  for (const step of spine.reverse()) {
    const operator = step.childForFieldName('operator')?.type;
    const right = walk.field(step, 'right');
    const at = step.at;
    if (operator === '+' && left.kind === 'literal' && right.kind === 'literal' && isText(left))
      left = { kind: 'literal', value: `${left.value}${right.value}`, at };
    else if (operator === '+' && (isText(left) || isText(right)))
      left = walk.builder.joined(step, left, right);
    // `'… %s' % value`: the text with its signs, then what is put in.
    else if (operator === '%' && isText(left))
      left = walk.builder.textOf(step, [...walk.builder.partsOf(left), right]);
    else if (operator === '*') left = product(left, right, at);
    else left = { kind: 'other', at };
  }
  return left;
}

function isText(value: Expression): boolean {
  return value.kind === 'text' || (value.kind === 'literal' && typeof value.value === 'string');
}
