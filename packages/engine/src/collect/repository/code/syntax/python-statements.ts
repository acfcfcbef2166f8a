import { rangeOf } from './builder.ts';
import type { PythonWalk } from './python.ts';
import { assertion, entered } from './python-asserts.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Statements that do more than hold others. */
export const STATEMENTS: Readonly<Record<string, (walk: PythonWalk, node: SyntaxNode) => void>> = {
  if_statement: (walk, node) => branchOf(walk, node),
  elif_clause: (walk, node) => branchOf(walk, node),
  match_statement: (walk, node) => {
    const subject = walk.field(node, 'subject');
    for (const one of node.childForFieldName('body')?.namedChildren ?? []) {
      if (one.type !== 'case_clause') continue;
      const then = one.childForFieldName('consequence');
      if (then === null) continue;
      for (const pattern of one.namedChildren) {
        if (pattern.type !== 'case_pattern') continue;
        const { at } = pattern;
        const right = walk.first(pattern);
        const operator = right.kind === 'literal' ? '==' : 'match';
        walk.builder.branch(one, { kind: 'compare', operator, left: subject, right, at }, rangeOf(then));
      }
      walk.visit(then);
    }
  },
  try_statement: (walk, node) => {
    const body = node.childForFieldName('body');
    for (const child of node.namedChildren) {
      if (body !== null && child.type === 'except_clause') caughtBy(walk, child, body);
      else walk.visit(child);
    }
  },
  assert_statement: assertion,
  with_item: entered,
  return_statement: (walk, node) => {
    walk.builder.return(node, node.namedChildCount === 0 ? undefined : walk.first(node));
  },
  raise_statement: (walk, node) => {
    walk.builder.throw(node, node.namedChildCount === 0 ? undefined : walk.first(node));
    for (const child of node.namedChildren.slice(1)) walk.visit(child);
  },
  for_statement: (walk, node) => {
    const left = node.childForFieldName('left');
    const of = walk.field(node, 'right');
    const at = node.at;
    if (left !== null) walk.bindPattern(left, { kind: 'index', of, index: { kind: 'other', at }, at });
    for (const field of ['body', 'alternative']) {
      const part = node.childForFieldName(field);
      if (part !== null) walk.visit(part);
    }
  },
  // `type Rows = list[str]`, `type Row[T] = dict[str, T]`.
  type_alias_statement: (walk, node) => {
    let name = node.childForFieldName('left');
    while (name !== null && name.type !== 'identifier') name = name.namedChildren[0] ?? null;
    if (name !== null) walk.bindPattern(name, { kind: 'other', at: node.at });
  },
  as_pattern: (walk, node) => {
    const value = walk.first(node);
    const target = node.childForFieldName('alias')?.namedChildren[0];
    if (target) walk.bindPattern(target, value);
  },
};

function branchOf(walk: PythonWalk, node: SyntaxNode): void {
  const condition = node.childForFieldName('condition');
  const then = node.childForFieldName('consequence');
  const otherwise = node.childForFieldName('alternative');
  if (condition !== null && then !== null)
    walk.builder.branch(
      node,
      walk.expression(condition),
      rangeOf(then),
      otherwise === null ? undefined : rangeOf(otherwise),
    );
  for (const child of node.namedChildren) if (child.id !== condition?.id) walk.visit(child);
}

function caughtBy(walk: PythonWalk, clause: SyntaxNode, body: SyntaxNode): void {
  const block = clause.namedChildren.find(({ type }) => type === 'block');
  const what = clause.namedChildren.find(({ type }) => type !== 'block' && type !== 'comment');
  const pattern = what?.type === 'as_pattern' ? what : undefined;
  const alias = pattern?.childForFieldName('alias') ?? null;
  const caught = pattern === undefined ? what : pattern.namedChildren[0];
  const types = caught ? walk.expression(caught) : undefined;
  if (block)
    walk.builder.catch(clause, {
      tried: rangeOf(body),
      caught: rangeOf(block),
      name: alias === null ? undefined : walk.source(alias),
      types: types === undefined ? [] : types.kind === 'list' ? types.items : [types],
      isEmpty: block.namedChildren.every(({ type }) => type === 'pass_statement' || type === 'comment'),
    });
  if (block) walk.visit(block);
}
