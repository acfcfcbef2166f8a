import { type Builder, rangeOf } from './builder.ts';
import { ScriptDeclarations } from './script-declarations.ts';
import { EXPRESSIONS } from './script-expressions.ts';
import { STATEMENTS } from './script-statements.ts';
import type { Argument, Expression } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { unquoted } from './text.ts';

/** What is for the compiler alone. */
const TYPES = new Set([
  'comment',
  'type_annotation',
  'type_arguments',
  'type_parameters',
  'interface_declaration',
  'type_alias_declaration',
  'ambient_declaration',
  'function_signature',
  'html_comment',
]);

const FUNCTIONS = new Set([
  'arrow_function',
  'function_expression',
  'generator_function',
  'function_declaration',
  'generator_function_declaration',
  'method_definition',
]);

/** Walks over the tree of a TypeScript or JavaScript file once. */
export function walkScript(root: SyntaxNode, builder: Builder): void {
  new ScriptWalk(builder).visit(root);
}

export class ScriptWalk {
  readonly builder: Builder;
  readonly #declarations: ScriptDeclarations;

  constructor(builder: Builder) {
    this.builder = builder;
    this.#declarations = new ScriptDeclarations(this);
  }

  /** A statement, or anything that holds some. */
  visit(node: SyntaxNode): void {
    const { type } = node;
    if (TYPES.has(type)) {
      this.#named(node, type);
      return;
    }
    if (this.#declarations.take(node, type)) return;
    const statement = Object.hasOwn(STATEMENTS, type) ? STATEMENTS[type] : undefined;
    if (statement === undefined && Object.hasOwn(EXPRESSIONS, type)) {
      this.#unused(this.#onlyWhere(node));
      return;
    }
    if (!this.builder.enter(node)) return;
    if (statement !== undefined) statement(this, node);
    else this.visitAll(node);
    this.builder.leave();
  }

  /** A type that is made of others. */
  #named(node: SyntaxNode, type: string): void {
    const name = node.childForFieldName('name');
    if (name === null || !/^(interface|type_alias)_declaration$/.test(type)) return;
    const value = node.childForFieldName('value');
    const bases = node.namedChildren.find((one) => /^extends_(type_)?clause$/.test(one.type));
    const of =
      value === null
        ? (bases?.namedChildren ?? []).map((one) => this.source(one))
        : /^(type_identifier|nested_type_identifier|intersection_type|array_type|generic_type)$/.test(
              value.type,
            )
          ? [this.source(value)]
          : [];
    if (of.length > 0) this.builder.types.push({ name: this.source(name), of });
  }

  /** What stands alone behind a test runs only where that holds: `isLate && warn()` is `if (isLate) warn()`. */
  #onlyWhere(node: SyntaxNode): Expression {
    const made = this.expression(node);
    const last = node.childForFieldName('right');
    if (made.kind !== 'both' || node.type !== 'binary_expression' || last === null) return made;
    const before = made.of.slice(0, -1);
    const test: Expression = before.length === 1 ? before[0]! : { ...made, of: before };
    this.builder.branch(node, test, rangeOf(last));
    return made;
  }

  /** A value that nothing takes: `require('./tracing')` asks for a file as `import './tracing'` does. */
  #unused(value: Expression): void {
    if (value.kind === 'both' || value.kind === 'choice') for (const part of value.of) this.#unused(part);
    if (value.kind !== 'module') return;
    const { module, at } = value;
    const { within, imports } = this.builder;
    imports.push({ local: undefined, module, member: '*', typeOnly: false, within, at });
  }

  visitAll(node: SyntaxNode): void {
    for (const child of node.namedChildren) this.visit(child);
  }

  expression(node: SyntaxNode): Expression {
    const { type } = node;
    const read = Object.hasOwn(EXPRESSIONS, type) ? EXPRESSIONS[type] : undefined;
    if (!this.builder.enter(node)) return { kind: 'other', at: node.at };
    const made = read?.(this, node);
    if (read === undefined && !TYPES.has(type)) this.visitAll(node);
    this.builder.leave();
    return made ?? { kind: 'other', at: node.at };
  }

  /** An expression, a function in it named after what it becomes. */
  named(node: SyntaxNode, name: string | undefined): Expression {
    if (FUNCTIONS.has(node.type)) return this.#declarations.function(node, name);
    return node.type === 'class' ? this.#declarations.class(node, [], name) : this.expression(node);
  }

  /** A chain of members, not yet written down as read. */
  chain(node: SyntaxNode): Expression {
    if (node.type === 'member_expression' || node.type === 'subscript_expression') {
      if (!this.builder.enter(node)) return { kind: 'other', at: node.at };
      const made = this.#member(node);
      this.builder.leave();
      return made;
    }
    if (node.type !== 'non_null_expression' && node.type !== 'parenthesized_expression')
      return this.expression(node);
    const inner = innerOf(node);
    return inner === undefined ? { kind: 'other', at: node.at } : this.chain(inner);
  }

  #member(node: SyntaxNode): Expression {
    const parts = node.namedChildren;
    const of = this.chain(parts[0]!);
    const last = parts[parts.length - 1]!;
    const { at } = node;
    if (node.type === 'member_expression') {
      const name = this.source(last);
      return { kind: 'member', of, name: name.startsWith('#') ? name.slice(1) : name, at };
    }
    const index = this.expression(last);
    if (index.kind === 'literal' && typeof index.value === 'string')
      return { kind: 'member', of, name: index.value, at };
    // `console[isBad ? 'error' : 'log']`: whichever it is, it writes a line.
    if (of.kind === 'name' && of.name === 'console') return { kind: 'member', of, name: 'log', at };
    return { kind: 'index', of, index, at };
  }

  /** What is called: its own last member is not read, what stands before it is. */
  callee(node: SyntaxNode): Expression {
    const made = this.chain(node);
    if ((made.kind === 'member' || made.kind === 'index') && isMember(made.of)) this.builder.read(made.of);
    return made;
  }

  inner(node: SyntaxNode): Expression {
    const inner = innerOf(node);
    return inner === undefined ? { kind: 'other', at: node.at } : this.expression(inner);
  }

  arguments(node: SyntaxNode): readonly Argument[] {
    const given = node.namedChildren.filter(({ type }) => type !== 'comment');
    return given.map((child) => {
      const spread = child.type === 'spread_element';
      return { value: spread ? this.inner(child) : this.expression(child), spread };
    });
  }

  source(node: SyntaxNode): string {
    return this.builder.text.slice(node.startIndex, node.endIndex);
  }

  function(node: SyntaxNode): Expression {
    return this.#declarations.function(node, undefined);
  }

  class(node: SyntaxNode): Expression {
    return this.#declarations.class(node, []);
  }
}

/** What brackets, an `await` or a type are put around. */
function innerOf(node: SyntaxNode): SyntaxNode | undefined {
  return node.namedChildren.find(({ type }) => !TYPES.has(type));
}

export function isMember(value: Expression): boolean {
  return value.kind === 'member' || value.kind === 'index';
}

/** The name of a member, or nothing where it is computed. */
export function keyOf(walk: ScriptWalk, key: SyntaxNode): string | undefined {
  if (key.type === 'property_identifier' || key.type === 'number') return walk.source(key);
  if (key.type === 'private_property_identifier') return walk.source(key).slice(1);
  if (key.type === 'string') return unquoted(walk.source(key));
  if (key.type !== 'computed_property_name') return undefined;
  const inner = walk.inner(key);
  return inner.kind === 'literal' ? String(inner.value) : undefined;
}
