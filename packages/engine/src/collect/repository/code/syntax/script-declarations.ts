import { keyOf, type ScriptWalk } from './script.ts';
import { bindPattern, patternMembers } from './script-patterns.ts';
import type { Expression, Field, Parameter } from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { unquoted } from './text.ts';

/** What gives names to things: imports, exports, variables, functions, classes. */
export class ScriptDeclarations {
  readonly #walk: ScriptWalk;

  constructor(walk: ScriptWalk) {
    this.#walk = walk;
  }

  /** Whether a node is a declaration; then it has been read. */
  take(node: SyntaxNode, type: string): boolean {
    switch (type) {
      case 'import_statement':
        this.#import(node);
        return true;
      case 'export_statement':
        this.#export(node);
        return true;
      case 'lexical_declaration':
      case 'variable_declaration':
        for (const child of node.namedChildren)
          if (child.type === 'variable_declarator') this.#variable(child);
        return true;
      case 'function_declaration':
      case 'generator_function_declaration':
        this.function(node, undefined);
        return true;
      case 'class_declaration':
      case 'abstract_class_declaration':
        this.class(node, []);
        return true;
      case 'enum_declaration':
        this.#enum(node);
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
    const at = node.at;
    const { within } = builder;
    const typeOnly = /^import\s+type\b(?!\s*(?:,|from\b))/.test(
      builder.text.slice(node.startIndex, node.startIndex + 40),
    );
    const required = node.namedChildren.find(({ type }) => type === 'import_require_clause');
    const source = (required ?? node).childForFieldName('source');
    if (source === null) return;
    const module = unquoted(this.#source(source));
    const add = (local: string | undefined, member: string, types = typeOnly) =>
      builder.imports.push({ local, module, member, typeOnly: types, within, at });
    if (required !== undefined) {
      const name = required.namedChildren[0];
      if (name !== undefined) add(this.#source(name), '*');
      return;
    }
    const clause = node.namedChildren.find(({ type }) => type === 'import_clause');
    if (clause === undefined) {
      add(undefined, '*');
      return;
    }
    for (const part of clause.namedChildren) {
      if (part.type === 'identifier') add(this.#source(part), 'default');
      else if (part.type === 'namespace_import') add(this.#source(part.namedChildren[0]!), '*');
      else if (part.type === 'named_imports')
        for (const one of part.namedChildren) {
          const name = one.childForFieldName('name');
          if (name === null) continue;
          const alias = one.childForFieldName('alias');
          const member = nameIn(this.#source(name));
          add(
            alias === null ? member : this.#source(alias),
            member,
            typeOnly || /^type\s/.test(this.#source(one)),
          );
        }
    }
  }

  #export(node: SyntaxNode): void {
    const { builder } = this.#walk;
    const at = node.at;
    const source = node.childForFieldName('source');
    const from = source === null ? undefined : unquoted(this.#source(source));
    const decorators = node.startsWith('@') ? this.#decorators(node) : [];
    const declaration = node.childForFieldName('declaration');
    const value = declaration === null ? node.childForFieldName('value') : null;
    if (declaration !== null) {
      const isDefault = hasBefore(node, declaration, 'default');
      const isClass =
        declaration.type === 'class_declaration' || declaration.type === 'abstract_class_declaration';
      let made: Expression | undefined;
      if (isClass) made = this.class(declaration, decorators);
      else if (/^(generator_)?function_declaration$/.test(declaration.type))
        made = this.function(declaration, undefined);
      else this.#walk.visit(declaration);
      for (const name of namesDeclared(declaration, (n) => this.#source(n))) {
        const exported: Expression = made ?? { kind: 'name', name, at };
        builder.exports.push({ name: isDefault ? 'default' : name, value: exported, at });
      }
      if (isDefault && made !== undefined && declaration.childForFieldName('name') === null)
        builder.exports.push({ name: 'default', value: made, at });
      return;
    }
    if (value !== null) {
      const made = this.#walk.named(value, undefined);
      builder.exports.push({ name: 'default', value: made, at });
      return;
    }
    const clause = node.namedChildren.find(({ type }) => type === 'export_clause');
    if (clause !== undefined) {
      for (const one of clause.namedChildren) {
        const name = one.childForFieldName('name');
        if (name === null) continue;
        const alias = one.childForFieldName('alias');
        const member = nameIn(this.#source(name));
        const exported = alias === null ? member : nameIn(this.#source(alias));
        builder.exports.push(
          from === undefined
            ? { name: exported, value: { kind: 'name', name: member, at }, at }
            : { name: exported, value: undefined, from: { module: from, member }, at },
        );
      }
      return;
    }
    const space = node.namedChildren.find(({ type }) => type === 'namespace_export');
    if (from !== undefined)
      builder.exports.push({
        name: space?.namedChildren[0] ? this.#source(space.namedChildren[0]) : '*',
        value: undefined,
        from: { module: from, member: '*' },
        at,
      });
    else this.#walk.visitAll(node);
  }

  #variable(node: SyntaxNode): void {
    const name = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (name === null) return;
    const made: Expression =
      value === null
        ? { kind: 'other', at: node.at }
        : this.#walk.named(value, name.type === 'identifier' ? this.#source(name) : undefined);
    if (value === null && name.type === 'identifier') this.#declared(name);
    else bindPattern(this.#walk, name, made, true);
  }

  /** A variable that gets its value later. */
  #declared(name: SyntaxNode): void {
    const at = name.at;
    this.#walk.builder.bind(
      { kind: 'name', name: this.#source(name), at },
      { kind: 'literal', value: null, at },
      true,
    );
  }

  #enum(node: SyntaxNode): void {
    const name = node.childForFieldName('name');
    const body = node.childForFieldName('body');
    if (name === null || body === null) return;
    const members = body.namedChildren.flatMap((one) => {
      if (one.type !== 'enum_assignment') return [];
      const key = one.childForFieldName('name');
      const value = one.childForFieldName('value');
      const said = key === null ? undefined : keyOf(this.#walk, key);
      return said === undefined || value === null
        ? []
        : [{ name: said, value: this.#walk.expression(value), at: one.at }];
    });
    const at = node.at;
    this.#walk.builder.bind(
      { kind: 'name', name: this.#source(name), at },
      { kind: 'object', members, open: members.length < body.namedChildCount, at },
      true,
    );
  }

  function(node: SyntaxNode, hint: string | undefined, decorators: readonly Expression[] = []): Expression {
    const own = node.childForFieldName('name');
    const name = own === null || node.type === 'method_definition' ? hint : this.#source(own);
    const returns = node.childForFieldName('return_type');
    const list = node.childForFieldName('parameters');
    const single = list === null ? node.childForFieldName('parameter') : null;
    const body = node.childForFieldName('body');
    return this.#walk.builder.function(
      node,
      {
        name,
        decorators,
        isDeclared: own !== null && node.type.endsWith('function_declaration'),
        isAsync: hasBefore(node, list ?? single ?? body, 'async'),
        ...(returns === null ? {} : { returnType: typeText(this.#source(returns)) }),
      },
      (made) => {
        if (list !== null)
          made.parameters = list.namedChildren.flatMap((child) =>
            child.type === 'comment' ? [] : [this.#parameter(child)],
          );
        else if (single !== null)
          made.parameters = [{ name: this.#source(single), decorators: [], rest: false, kept: false }];
        if (body === null) return;
        if (body.type === 'statement_block') this.#walk.visit(body);
        else made.gives = this.#walk.expression(body);
      },
    );
  }

  #parameter(node: SyntaxNode): Parameter {
    const pattern = node.childForFieldName('pattern') ?? node;
    const type = node.childForFieldName('type');
    const isAssigned = pattern.type === 'assignment_pattern';
    const value = node.childForFieldName('value') ?? (isAssigned ? pattern.childForFieldName('right') : null);
    const inner = isAssigned ? (pattern.childForFieldName('left') ?? pattern) : pattern;
    const rest = inner.type === 'rest_pattern';
    const named = rest ? (inner.namedChildren[0] ?? inner) : inner;
    // Decorators and modifiers stand before the name.
    const isBare = pattern !== node && pattern.startIndex === node.startIndex;
    return {
      name: named.type === 'identifier' ? this.#source(named) : undefined,
      ...(named.type === 'object_pattern'
        ? { members: patternMembers(this.#walk, named, (value) => this.#walk.expression(value)) }
        : {}),
      ...(type === null ? {} : { type: typeText(this.#source(type)) }),
      ...(value === null ? {} : { otherwise: this.#walk.expression(value) }),
      decorators: isBare ? [] : this.#decorators(node),
      rest,
      kept:
        !isBare && node.children.some(({ type }) => type === 'accessibility_modifier' || type === 'readonly'),
    };
  }

  class(node: SyntaxNode, before: readonly Expression[], hint?: string): Expression {
    const { builder } = this.#walk;
    const name = node.childForFieldName('name');
    const heritage = node.namedChildren.find(({ type }) => type === 'class_heritage');
    const decorators = this.#decorators(node);
    const extended = heritage?.namedChildren.find(({ type }) => type === 'extends_clause');
    const base = extended?.childForFieldName('value') ?? null;
    const bases = base === null ? [] : [this.#walk.expression(base)];
    const said = name === null ? hint : this.#source(name);
    return builder.class(node, { name: said, bases, decorators: [...before, ...decorators] }, (made) => {
      let waiting: Expression[] = [];
      for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
        if (child.type === 'comment') continue;
        if (child.type === 'decorator') {
          waiting.push(this.#decorator(child));
          continue;
        }
        const decorators = waiting;
        waiting = [];
        if (child.type === 'method_definition') {
          const key = child.childForFieldName('name');
          const method = this.function(child, key === null ? undefined : keyOf(this.#walk, key), decorators);
          if (method.kind === 'function') made.methods.push(method.function);
        } else if (child.type === 'public_field_definition') {
          const field = this.#field(child, decorators);
          if (field !== undefined) made.fields.push(field);
        } else this.#walk.visit(child);
      }
    });
  }

  #field(node: SyntaxNode, before: readonly Expression[]): Field | undefined {
    const key = node.childForFieldName('name');
    const name = key === null ? undefined : keyOf(this.#walk, key);
    const type = node.childForFieldName('type');
    const value = node.childForFieldName('value');
    const own = node.startsWith('@') ? this.#decorators(node) : [];
    const made = value === null ? undefined : this.#walk.named(value, name);
    if (name === undefined) return undefined;
    return {
      name,
      ...(type === null ? {} : { type: typeText(this.#source(type)) }),
      ...(made === undefined ? {} : { value: made }),
      decorators: [...before, ...own],
      at: node.at,
    };
  }

  #decorators(node: SyntaxNode): readonly Expression[] {
    return node.namedChildren.flatMap((one) => (one.type === 'decorator' ? [this.#decorator(one)] : []));
  }

  #decorator(node: SyntaxNode): Expression {
    const [inner] = node.namedChildren;
    return inner === undefined ? { kind: 'other', at: node.end } : this.#walk.expression(inner);
  }
}

/** Whether a word of the language stands before a part of a node. */
function hasBefore(node: SyntaxNode, part: SyntaxNode | null, word: string): boolean {
  const isSaid = part === null || node.textBefore(part).includes(word);
  return isSaid && node.children.some(({ type }) => type === word);
}

function typeText(annotation: string): string {
  return annotation.replace(/^\s*:\s*/, '');
}

/** Names of imports and exports may be texts: `export { a as "b" }`. */
function nameIn(text: string): string {
  return /^["']/.test(text) ? unquoted(text) : text;
}

function namesDeclared(node: SyntaxNode, source: (node: SyntaxNode) => string): readonly string[] {
  const name = node.childForFieldName('name');
  if (name !== null) return [source(name)];
  return node.namedChildren.flatMap((child) => {
    const named = child.type === 'variable_declarator' ? child.childForFieldName('name') : null;
    if (named === null) return [];
    if (named.type === 'identifier') return [source(named)];
    return named
      .descendantsOfType('shorthand_property_identifier_pattern', 'identifier')
      .map((one) => source(one));
  });
}
