import type { PythonWalk } from './python.ts';
import type { Expression, Field, Parameter } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** What stands between parameters. */
const LISTS = new Set(['pattern_list', 'tuple_pattern', 'list_pattern', 'tuple', 'list']);
const NO_PARAMETERS = new Set(['comment', 'keyword_separator', 'positional_separator']);

/** What gives names to things: imports, variables, functions, classes. */
export class PythonDeclarations {
  readonly #walk: PythonWalk;

  constructor(walk: PythonWalk) {
    this.#walk = walk;
  }

  /** Whether a node is a declaration; then it has been read. */
  take(node: SyntaxNode, type: string): boolean {
    switch (type) {
      case 'import_statement':
        this.#import(node);
        return true;
      case 'import_from_statement':
      case 'future_import_statement':
        this.#importFrom(node);
        return true;
      case 'function_definition':
        this.#function(node, []);
        return true;
      case 'class_definition':
        this.#class(node, []);
        return true;
      case 'decorated_definition':
        this.#decorated(node);
        return true;
      default:
        return false;
    }
  }

  #source(node: SyntaxNode): string {
    return this.#walk.source(node);
  }

  #import(node: SyntaxNode): void {
    const { builder } = this.#walk;
    const { within } = builder;
    const at = node.at;
    for (const one of node.namedChildren) {
      const alias = one.type === 'aliased_import' ? one.childForFieldName('alias') : null;
      const name = one.type === 'aliased_import' ? one.childForFieldName('name') : one;
      if (name === null) continue;
      const full = this.#source(name);
      // `import a.b` gives the name `a`, through which `a.b` is reached.
      const module = alias === null ? full.split('.')[0]! : full;
      const local = alias === null ? module : this.#source(alias);
      builder.imports.push({ local, module, member: '*', typeOnly: false, within, at });
    }
  }

  #importFrom(node: SyntaxNode): void {
    const { builder } = this.#walk;
    const { within } = builder;
    const at = node.at;
    const from = node.childForFieldName('module_name');
    const module = from === null ? '__future__' : this.#source(from);
    const add = (local: string | undefined, member: string) =>
      builder.imports.push({ local, module, member, typeOnly: false, within, at });
    for (const one of node.namedChildren) {
      if (one.id === from?.id || one.type === 'comment') continue;
      if (one.type === 'wildcard_import') add(undefined, '*');
      else if (one.type === 'aliased_import') {
        const name = one.childForFieldName('name');
        const alias = one.childForFieldName('alias');
        if (name !== null && alias !== null) add(this.#source(alias), this.#source(name));
      } else add(this.#source(one), this.#source(one));
    }
  }

  #decorated(node: SyntaxNode): void {
    const decorators = this.#decorators(node);
    const definition = node.childForFieldName('definition');
    if (definition?.type === 'function_definition') this.#function(definition, decorators);
    else if (definition?.type === 'class_definition') this.#class(definition, decorators);
  }

  #decorators(node: SyntaxNode): readonly Expression[] {
    return node.namedChildren.flatMap((child) =>
      child.type === 'decorator' ? [this.#walk.first(child)] : [],
    );
  }

  #function(node: SyntaxNode, decorators: readonly Expression[]): Expression {
    const name = node.childForFieldName('name');
    const returns = node.childForFieldName('return_type');
    const { builder } = this.#walk;
    return builder.function(
      node,
      {
        name: name === null ? undefined : this.#source(name),
        decorators,
        isAsync: node.startsWith('async'),
        isDeclared: builder.classOf === undefined,
        ...(returns === null ? {} : { returnType: this.#source(returns) }),
      },
      (made) => {
        made.parameters = this.#parameters(node.childForFieldName('parameters'));
        const body = node.childForFieldName('body');
        if (body !== null) this.#walk.visit(body);
      },
    );
  }

  lambda(node: SyntaxNode): Expression {
    return this.#walk.builder.function(
      node,
      { name: undefined, decorators: [], isAsync: false, isDeclared: false },
      (made) => {
        made.parameters = this.#parameters(node.childForFieldName('parameters'));
        made.gives = this.#walk.field(node, 'body');
      },
    );
  }

  #parameters(list: SyntaxNode | null): readonly Parameter[] {
    return (list?.namedChildren ?? []).flatMap((node) => {
      if (NO_PARAMETERS.has(node.type)) return [];
      if (node.type === 'identifier')
        return [{ name: this.#source(node), decorators: [], rest: false, kept: false }];
      const type = node.childForFieldName('type');
      const value = node.childForFieldName('value');
      const own = node.childForFieldName('name') ?? node.namedChildren[0];
      const rest = node.type.includes('splat_pattern') || own?.type.includes('splat_pattern') === true;
      return [
        {
          name: own === undefined ? undefined : this.#source(own).replace(/^\*+/, ''),
          ...(type === null ? {} : { type: this.#source(type), annotation: this.#walk.expression(type) }),
          ...(value === null ? {} : { otherwise: this.#walk.expression(value) }),
          decorators: [],
          rest,
          kept: false,
        },
      ];
    });
  }

  #class(node: SyntaxNode, decorators: readonly Expression[]): void {
    const name = node.childForFieldName('name');
    const above = node.childForFieldName('superclasses');
    const bases = above === null ? [] : this.#walk.arguments(above).map(({ value }) => value);
    const said = name === null ? undefined : this.#source(name);
    this.#walk.builder.class(node, { name: said, bases, decorators }, (made) => {
      for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
        const definition =
          child.type === 'decorated_definition' ? child.childForFieldName('definition') : child;
        if (definition?.type === 'function_definition') {
          const before = definition === child ? [] : this.#decorators(child);
          const method = this.#function(definition, before);
          if (method.kind === 'function') made.methods.push(method.function);
          continue;
        }
        const inner = child.type === 'expression_statement' ? child.namedChildren[0] : undefined;
        if (inner?.type === 'assignment') made.fields.push(...this.#fields(inner));
        else this.#walk.visit(child);
      }
    });
  }

  #fields(node: SyntaxNode): readonly Field[] {
    const left = node.childForFieldName('left');
    const type = node.childForFieldName('type');
    const right = node.childForFieldName('right');
    const value = right === null ? undefined : this.#walk.expression(right);
    if (type !== null) this.#walk.expression(type);
    if (left?.type !== 'identifier') return [];
    return [
      {
        name: this.#source(left),
        ...(type === null ? {} : { type: this.#source(type) }),
        ...(value === undefined ? {} : { value }),
        decorators: [],
        at: node.at,
      },
    ];
  }

  assignment(node: SyntaxNode): Expression {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const type = node.childForFieldName('type');
    const at = node.at;
    const annotation = type === null ? undefined : this.#walk.expression(type);
    if (right === null || left === null) return { kind: 'other', at };
    const value = this.#walk.expression(right);
    this.bindPattern(left, value, annotation);
    return value;
  }

  /** Gives each name of a pattern its part of the value. */
  bindPattern(pattern: SyntaxNode, value: Expression, annotation?: Expression): void {
    const { builder } = this.#walk;
    const at = pattern.at;
    if (pattern.type === 'identifier') {
      builder.bind({ kind: 'name', name: this.#source(pattern), at }, value, true, annotation);
      return;
    }
    if (LISTS.has(pattern.type)) {
      for (const [index, part] of pattern.namedChildren.entries()) {
        const own = part.at;
        const item: Expression =
          value.kind === 'list' && !value.open && value.items[index] !== undefined
            ? value.items[index]
            : { kind: 'index', of: value, index: { kind: 'literal', value: index, at: own }, at: own };
        this.bindPattern(part, item);
      }
      return;
    }
    if (pattern.type === 'attribute' || pattern.type === 'subscript')
      builder.bind(this.#walk.chain(pattern), value, false, annotation);
    else this.#walk.visit(pattern);
  }
}
