import type { Node as SyntaxNode } from 'web-tree-sitter';
import { type Builder, DEEPEST, placeOf } from './builder.ts';
import { PythonDeclarations } from './python-declarations.ts';
import { EXPRESSIONS } from './python-expressions.ts';
import { STATEMENTS } from './python-statements.ts';
import type { Argument, Expression } from './source-module.ts';

/** Walks over the tree of a Python file once. */
export function walkPython(root: SyntaxNode, builder: Builder): void {
  new PythonWalk(builder).visit(root);
}

export class PythonWalk {
  readonly builder: Builder;
  readonly #declarations: PythonDeclarations;

  constructor(builder: Builder) {
    this.builder = builder;
    this.#declarations = new PythonDeclarations(this);
  }

  /** A statement, or anything that holds some. */
  visit(node: SyntaxNode): void {
    const { type } = node;
    if (type === 'comment' || this.#declarations.take(node, type)) return;
    const statement = Object.hasOwn(STATEMENTS, type) ? STATEMENTS[type] : undefined;
    if (statement === undefined && Object.hasOwn(EXPRESSIONS, type)) {
      this.expression(node);
      return;
    }
    this.#deeper(node, () => {
      if (statement !== undefined) statement(this, node);
      else this.visitAll(node);
    });
  }

  visitAll(node: SyntaxNode): void {
    for (const child of node.namedChildren) if (child !== null) this.visit(child);
  }

  expression(node: SyntaxNode): Expression {
    const { type } = node;
    const read = Object.hasOwn(EXPRESSIONS, type) ? EXPRESSIONS[type] : undefined;
    let made: Expression | undefined;
    this.#deeper(node, () => {
      if (read !== undefined) made = read(this, node);
      else this.visitAll(node);
    });
    return made ?? { kind: 'other', at: placeOf(node) };
  }

  field(node: SyntaxNode, name: string): Expression {
    const part = node.childForFieldName(name);
    return part === null ? { kind: 'other', at: placeOf(node) } : this.expression(part);
  }

  /** A chain of members, not yet written down as read. */
  chain(node: SyntaxNode): Expression {
    if (node.type === 'attribute' || node.type === 'subscript') {
      let made: Expression | undefined;
      this.#deeper(node, () => {
        made = this.#member(node);
      });
      return made ?? { kind: 'other', at: placeOf(node) };
    }
    const inner = node.type === 'parenthesized_expression' ? node.namedChildren[0] : undefined;
    return inner ? this.chain(inner) : this.expression(node);
  }

  #member(node: SyntaxNode): Expression {
    const parts = node.namedChildren;
    const of = this.chain(parts[0]!);
    const at = placeOf(node);
    if (node.type === 'attribute') return { kind: 'member', of, name: this.source(parts.at(-1)!), at };
    const indexes = parts.slice(1).flatMap((part) => (part === null ? [] : [this.expression(part)]));
    const [index] = indexes;
    if (index?.kind === 'literal' && typeof index.value === 'string' && indexes.length === 1)
      return { kind: 'member', of, name: index.value, at };
    return {
      kind: 'index',
      of,
      index:
        index !== undefined && indexes.length === 1
          ? index
          : { kind: 'list', items: indexes, open: false, at },
      at,
    };
  }

  callee(node: SyntaxNode): Expression {
    const made = this.chain(node);
    if (made.kind === 'member' && (made.of.kind === 'member' || made.of.kind === 'index'))
      this.builder.read(made.of);
    return made;
  }

  arguments(node: SyntaxNode): readonly Argument[] {
    if (node.type !== 'argument_list') return [{ value: this.expression(node), spread: false }];
    return node.namedChildren.flatMap((child): Argument[] => {
      if (child === null || child.type === 'comment') return [];
      if (child.type === 'keyword_argument') {
        const name = child.childForFieldName('name');
        const value = this.field(child, 'value');
        return [{ ...(name === null ? {} : { name: this.source(name) }), value, spread: false }];
      }
      if (child.type === 'list_splat' || child.type === 'dictionary_splat')
        return [{ value: this.first(child), spread: true }];
      return [{ value: this.expression(child), spread: false }];
    });
  }

  first(node: SyntaxNode): Expression {
    const inner = node.namedChildren.find((child) => child !== null && child.type !== 'comment');
    return inner ? this.expression(inner) : { kind: 'other', at: placeOf(node) };
  }

  source(node: SyntaxNode): string {
    return this.builder.text.slice(node.startIndex, node.endIndex);
  }

  lambda(node: SyntaxNode): Expression {
    return this.#declarations.lambda(node);
  }

  assignment(node: SyntaxNode): Expression {
    return this.#declarations.assignment(node);
  }

  bindPattern(pattern: SyntaxNode, value: Expression): void {
    this.#declarations.bindPattern(pattern, value);
  }

  #deeper(node: SyntaxNode, go: () => void): void {
    const { builder } = this;
    if (builder.depth >= DEEPEST) {
      builder.problem(placeOf(node), 'it is nested too deeply');
      return;
    }
    builder.depth++;
    go();
    builder.depth--;
  }
}
