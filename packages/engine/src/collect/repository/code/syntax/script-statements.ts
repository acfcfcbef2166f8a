import { rangeOf } from './builder.ts';
import type { ScriptWalk } from './script.ts';
import { bindPattern, patternMembers } from './script-patterns.ts';
import type { Expression } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';

type Statement = (walk: ScriptWalk, node: SyntaxNode) => void;

/** Statements that do more than hold others. */
export const STATEMENTS: Readonly<Record<string, Statement>> = {
  if_statement: (walk, node) => {
    const then = node.childForFieldName('consequence');
    const otherwise = node.childForFieldName('alternative');
    const condition = node.childForFieldName('condition');
    if (condition !== null && then !== null)
      walk.builder.branch(
        node,
        walk.expression(condition),
        rangeOf(then),
        otherwise === null ? undefined : rangeOf(otherwise),
      );
    if (then !== null) walk.visit(then);
    if (otherwise !== null) walk.visit(otherwise);
  },
  switch_statement: (walk, node) => {
    const value = node.childForFieldName('value');
    const subject: Expression = value === null ? { kind: 'other', at: node.at } : walk.expression(value);
    for (const one of node.childForFieldName('body')?.namedChildren ?? []) {
      const right = one.type === 'switch_case' ? one.childForFieldName('value') : null;
      if (right !== null) {
        const at = right.at;
        const test = {
          kind: 'compare',
          operator: '==',
          left: subject,
          right: walk.expression(right),
          at,
        } as const;
        walk.builder.branch(one, test, caseRange(one));
      }
      for (const part of one.namedChildren) if (part.id !== right?.id) walk.visit(part);
    }
  },
  try_statement: (walk, node) => {
    const body = node.childForFieldName('body');
    const handler = node.childForFieldName('handler');
    const caught = handler?.childForFieldName('body') ?? null;
    if (body !== null && handler !== null && caught !== null) {
      const name = handler.childForFieldName('parameter');
      walk.builder.catch(handler, {
        tried: rangeOf(body),
        caught: rangeOf(caught),
        name: name?.type === 'identifier' ? walk.source(name) : undefined,
        ...(name?.type === 'object_pattern' ? { members: patternMembers(walk, name, () => {}) } : {}),
        types: [],
        isEmpty: caught.namedChildren.every(({ type }) => type === 'comment'),
      });
    }
    walk.visitAll(node);
  },
  return_statement: (walk, node) => {
    walk.builder.return(node, node.namedChildCount === 0 ? undefined : walk.inner(node));
  },
  throw_statement: (walk, node) => walk.builder.throw(node, walk.inner(node)),
  for_in_statement: (walk, node) => {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    if (left !== null && right !== null) {
      const of = walk.expression(right);
      const at = left.at;
      bindPattern(walk, left, { kind: 'index', of, index: { kind: 'other', at }, at }, true);
    }
    const body = node.childForFieldName('body');
    if (body !== null) walk.visit(body);
  },
};

/** A case without statements falls into the next one that has some. */
function caseRange(node: SyntaxNode) {
  let last = node;
  while (last.namedChildCount <= 1 && last.nextNamedSibling !== null) last = last.nextNamedSibling;
  return { at: node.at, end: last.end };
}
