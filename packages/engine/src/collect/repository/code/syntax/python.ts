import type { Builder } from './builder.ts';
import { PythonDeclarations } from './python-declarations.ts';
import { EXPRESSIONS } from './python-expressions.ts';
import { STATEMENTS } from './python-statements.ts';
import type { Argument, Expression } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';

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
    if (!this.builder.enter(node)) return;
    if (statement !== undefined) statement(this, node);
    else this.visitAll(node);
    this.builder.leave();
  }

  visitAll(node: SyntaxNode): void {
    for (const child of node.namedChildren) this.visit(child);
  }

  expression(node: SyntaxNode): Expression {
    const { type } = node;
    const read = Object.hasOwn(EXPRESSIONS, type) ? EXPRESSIONS[type] : undefined;
    if (!this.builder.enter(node)) return { kind: 'other', at: node.at };
    const made = read?.(this, node);
    if (read === undefined) this.visitAll(node);
    this.builder.leave();
    return made ?? { kind: 'other', at: node.at };
  }

  field(node: SyntaxNode, name: string): Expression {
    const part = node.childForFieldName(name);
    return part === null ? { kind: 'other', at: node.at } : this.expression(part);
  }

  /** A chain of members, not yet written down as read. */
  chain(node: SyntaxNode): Expression {
    if (node.type === 'attribute' || node.type === 'subscript') {
      if (!this.builder.enter(node)) return { kind: 'other', at: node.at };
      const made = this.#member(node);
      this.builder.leave();
      return made;
    }
    const inner = node.type === 'parenthesized_expression' ? node.namedChildren[0] : undefined;
    return inner ? this.chain(inner) : this.expression(node);
  }

  #member(node: SyntaxNode): Expression {
    const parts = node.namedChildren;
    const of = this.chain(parts[0]!);
    const at = node.at;
    if (node.type === 'attribute') return { kind: 'member', of, name: this.source(parts.at(-1)!), at };
    const indexes = parts.slice(1).map((part) => this.expression(part));
    const [index] = indexes;
    if (index?.kind === 'literal' && typeof index.value === 'string' && indexes.length === 1)
      return { kind: 'member', of, name: index.value, isItem: true, at };
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
      if (child.type === 'comment') return [];
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
    const inner = node.namedChildren.find(({ type }) => type !== 'comment');
    return inner ? this.expression(inner) : { kind: 'other', at: node.at };
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
}
