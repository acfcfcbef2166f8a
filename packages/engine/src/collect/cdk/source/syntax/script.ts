import type { Node } from 'web-tree-sitter';
import type { Location } from '../../../../model/origin.ts';
import { placeOf } from './parse.ts';
import type {
  Argument,
  ClassExpression,
  Entry,
  Expression,
  Field,
  FunctionExpression,
  ImportedName,
  Method,
  Parameter,
  Pattern,
  Statement,
} from './tree.ts';

/** Deeper nesting is not followed. */
const MAX_DEPTH = 250;

/** TypeScript and JavaScript as the tree that both languages share. */
export function lowerScript(root: Node, file: string): readonly Statement[] {
  return new ScriptReader(file).statements(root);
}

class ScriptReader {
  readonly #file: string;
  #depth = 0;

  constructor(file: string) {
    this.#file = file;
  }

  statements(parent: Node): Statement[] {
    return named(parent).flatMap((child) => this.#statement(child));
  }

  #at(node: Node): Location {
    return placeOf(node, this.#file);
  }

  /** A statement, or the block's own as a list. */
  #body(node: Node | null): Statement[] {
    if (node === null) return [];
    return node.type === 'statement_block' ? this.statements(node) : this.#statement(node);
  }

  #statement(node: Node): Statement[] {
    if (this.#depth > MAX_DEPTH) return [];
    this.#depth++;
    try {
      return this.#statementOf(node);
    } finally {
      this.#depth--;
    }
  }

  #statementOf(node: Node): Statement[] {
    const at = this.#at(node);
    switch (node.type) {
      case 'import_statement':
        return this.#import(node, at);
      case 'export_statement':
        return this.#export(node, at);
      case 'lexical_declaration':
      case 'variable_declaration':
        return named(node)
          .filter((d) => d.type === 'variable_declarator')
          .flatMap((d): Statement[] => this.#declaration(d));
      case 'expression_statement': {
        const inner = named(node)[0];
        if (inner === undefined) return [];
        if (inner.type === 'sequence_expression')
          return named(inner).map((part) => ({ kind: 'expression', value: this.expression(part), at }));
        return [this.#expressionStatement(inner, at)];
      }
      case 'if_statement': {
        const alternative = node.childForFieldName('alternative');
        return [
          {
            kind: 'if',
            test: this.#field(node, 'condition'),
            yes: this.#body(node.childForFieldName('consequence')),
            no: alternative === null ? [] : named(alternative).flatMap((n) => this.#body(n)),
            at,
          },
        ];
      }
      case 'for_in_statement': {
        const left = node.childForFieldName('left');
        return [
          {
            kind: 'each',
            target: left === null ? { kind: 'name', name: '' } : this.#pattern(left),
            over: this.#field(node, 'right'),
            body: this.#body(node.childForFieldName('body')),
            ...(node.childForFieldName('operator')?.type === 'in' ? { keys: true } : {}),
            at,
          },
        ];
      }
      case 'for_statement': {
        const start = node.childForFieldName('initializer');
        return [
          {
            kind: 'loop',
            body: [
              ...(start === null ? [] : this.#statement(start)),
              ...this.#body(node.childForFieldName('body')),
            ],
            at,
          },
        ];
      }
      case 'while_statement':
      case 'do_statement':
        return [{ kind: 'loop', body: this.#body(node.childForFieldName('body')), at }];
      case 'return_statement': {
        const value = named(node)[0];
        return [{ kind: 'return', value: value === undefined ? undefined : this.expression(value), at }];
      }
      case 'throw_statement':
        return [{ kind: 'throw', at }];
      case 'break_statement':
      case 'continue_statement':
        return [{ kind: 'leave', at }];
      case 'function_declaration':
      case 'generator_function_declaration':
        return [{ kind: 'function', name: this.#name(node), value: this.#function(node), at }];
      case 'class_declaration':
      case 'abstract_class_declaration':
        return [{ kind: 'class', name: this.#name(node), value: this.#class(node), at }];
      case 'enum_declaration':
        return [this.#enum(node, at)];
      case 'statement_block':
        return [{ kind: 'block', body: this.statements(node), at }];
      case 'labeled_statement':
        return this.#body(node.childForFieldName('body'));
      case 'try_statement': {
        const handler = node.childForFieldName('handler');
        const after = node.childForFieldName('finalizer');
        return [
          {
            kind: 'try',
            body: this.#body(node.childForFieldName('body')),
            handler: handler === null ? [] : this.#body(handler.childForFieldName('body')),
            after: after === null ? [] : this.#body(after.childForFieldName('body')),
            at,
          },
        ];
      }
      case 'switch_statement': {
        const body = node.childForFieldName('body');
        return [
          {
            kind: 'switch',
            on: this.#field(node, 'value'),
            cases: (body === null ? [] : named(body))
              .filter((c) => c.type === 'switch_case' || c.type === 'switch_default')
              .map((c) => {
                const test = c.childForFieldName('value');
                return {
                  test: test === null ? undefined : this.expression(test),
                  body: named(c)
                    .filter((n) => test === null || n.id !== test.id)
                    .flatMap((n) => this.#statement(n)),
                };
              }),
            at,
          },
        ];
      }
      default:
        return [];
    }
  }

  #declaration(node: Node): Statement[] {
    const target = node.childForFieldName('name');
    const value = node.childForFieldName('value');
    if (target === null) return [];
    return [
      {
        kind: 'declare',
        target: this.#pattern(target),
        value: value === null ? undefined : this.expression(value),
        at: this.#at(node),
      },
    ];
  }

  #expressionStatement(node: Node, at: Location): Statement {
    if (node.type === 'assignment_expression' || node.type === 'augmented_assignment_expression') {
      const operator = node.childForFieldName('operator')?.text.replace(/=$/, '');
      return {
        kind: 'assign',
        target: this.#field(node, 'left'),
        value: this.#field(node, 'right'),
        ...(operator === undefined || operator === '' ? {} : { operator }),
        at,
      };
    }
    return { kind: 'expression', value: this.expression(node), at };
  }

  #import(node: Node, at: Location): Statement[] {
    const module = unquoted(node.childForFieldName('source')?.text ?? '');
    const clause = named(node).find((n) => n.type === 'import_clause');
    if (clause === undefined) {
      const required = named(node).find((n) => n.type === 'import_require_clause');
      if (required === undefined) return [{ kind: 'import', module, names: [], at }];
      const from = unquoted(required.childForFieldName('source')?.text ?? '');
      const local = named(required)[0]?.text ?? '';
      return [{ kind: 'import', module: from, names: [{ imported: '*', local }], at }];
    }
    const names = named(clause).flatMap((part): ImportedName[] => {
      if (part.type === 'identifier') return [{ imported: 'default', local: part.text }];
      if (part.type === 'namespace_import') return [{ imported: '*', local: named(part)[0]?.text ?? '' }];
      return named(part).map((n) => specifierOf(n));
    });
    return [{ kind: 'import', module, names, at }];
  }

  #export(node: Node, at: Location): Statement[] {
    const source = node.childForFieldName('source');
    const clause = named(node).find((n) => n.type === 'export_clause');
    if (source !== null) {
      const module = unquoted(source.text);
      const space = named(node).find((n) => n.type === 'namespace_export');
      if (space !== undefined)
        return [
          { kind: 'export-from', module, names: [{ imported: '*', local: named(space)[0]?.text ?? '' }], at },
        ];
      if (clause === undefined) return [{ kind: 'export-from', module, at }];
      return [{ kind: 'export-from', module, names: named(clause).map((n) => specifierOf(n)), at }];
    }
    if (clause !== undefined) {
      return named(clause).map((n): Statement => {
        const { imported, local } = specifierOf(n);
        return { kind: 'export', name: local, value: { kind: 'name', name: imported, at: this.#at(n) }, at };
      });
    }
    const declaration = node.childForFieldName('declaration');
    const isDefault = node.children.some((c) => c?.type === 'default');
    if (declaration !== null) {
      const statements = this.#statement(declaration);
      const first = statements[0];
      if (!isDefault || first === undefined || (first.kind !== 'class' && first.kind !== 'function'))
        return statements;
      return [
        ...statements,
        { kind: 'export', name: 'default', value: { kind: 'name', name: first.name, at }, at },
      ];
    }
    const value = node.childForFieldName('value') ?? named(node)[0];
    if (value === undefined || value === null) return [];
    // `export = x` is the module itself.
    return [{ kind: 'export', name: isDefault ? 'default' : '*', value: this.expression(value), at }];
  }

  #enum(node: Node, at: Location): Statement {
    const body = node.childForFieldName('body');
    let next = 0;
    const entries = (body === null ? [] : named(body)).flatMap((member): Entry[] => {
      const place = this.#at(member);
      if (member.type === 'enum_assignment') {
        const key = member.childForFieldName('name');
        const value = this.#field(member, 'value');
        if (value.kind === 'literal' && typeof value.value === 'number') next = value.value + 1;
        return key === null ? [] : [{ key: unquoted(key.text), value }];
      }
      if (member.type === 'comment') return [];
      return [{ key: unquoted(member.text), value: { kind: 'literal', value: next++, at: place } }];
    });
    return {
      kind: 'declare',
      target: { kind: 'name', name: this.#name(node) },
      value: { kind: 'object', entries, at },
      at,
    };
  }

  #name(node: Node): string {
    return node.childForFieldName('name')?.text ?? '';
  }

  #field(node: Node, name: string): Expression {
    const child = node.childForFieldName(name);
    return child === null ? { kind: 'opaque', parts: [], at: this.#at(node) } : this.expression(child);
  }

  #class(node: Node): ClassExpression {
    const heritage = named(node).find((n) => n.type === 'class_heritage');
    const clause =
      heritage === undefined ? undefined : named(heritage).find((n) => n.type === 'extends_clause');
    const base = clause?.childForFieldName('value');
    const body = node.childForFieldName('body');
    const members = body === null ? [] : named(body);
    const methods = members
      .filter((m) => m.type === 'method_definition')
      .map(
        (m): Method => ({
          name: m.childForFieldName('name')?.text ?? '',
          value: this.#function(m),
          fixed: hasWord(m, 'static'),
          getter: hasWord(m, 'get'),
        }),
      )
      .filter((m) => m.name !== '');
    const fields = members
      .filter((m) => m.type === 'public_field_definition' || m.type === 'field_definition')
      .map((m): Field => {
        const value = m.childForFieldName('value');
        return {
          name: (m.childForFieldName('name') ?? m.childForFieldName('property'))?.text ?? '',
          value: value === null ? undefined : this.expression(value),
          fixed: hasWord(m, 'static'),
        };
      });
    return {
      kind: 'class',
      base: base === undefined || base === null ? undefined : this.expression(base),
      make: methods.find((m) => m.name === 'constructor')?.value,
      methods: methods.filter((m) => m.name !== 'constructor'),
      fields,
      at: this.#at(node),
    };
  }

  #function(node: Node): FunctionExpression {
    const params = node.childForFieldName('parameters');
    const single = node.childForFieldName('parameter');
    const body = node.childForFieldName('body');
    const deferred = hasWord(node, 'async') || hasWord(node, '*') || node.type.startsWith('generator');
    return {
      kind: 'function',
      params:
        params !== null
          ? named(params).flatMap((p) => this.#parameter(p))
          : single === null
            ? []
            : [{ target: this.#pattern(single) }],
      body:
        body === null ? [] : body.type === 'statement_block' ? this.statements(body) : this.expression(body),
      ...(deferred ? { deferred } : {}),
      at: this.#at(node),
    };
  }

  #parameter(node: Node): Parameter[] {
    if (node.type === 'comment') return [];
    if (node.type !== 'required_parameter' && node.type !== 'optional_parameter')
      return [{ target: this.#pattern(node) }];
    const pattern = node.childForFieldName('pattern');
    if (pattern === null || pattern.type === 'this') return [];
    const fallback = node.childForFieldName('value');
    if (pattern.type === 'rest_pattern') {
      const inner = named(pattern)[0];
      return inner === undefined ? [] : [{ target: this.#pattern(inner), rest: 'list' }];
    }
    const target = this.#pattern(pattern);
    const isField = named(node).some((n) => n.type === 'accessibility_modifier') || hasWord(node, 'readonly');
    return [
      {
        target: fallback === null ? target : { ...target, fallback: this.expression(fallback) },
        ...(isField && target.kind === 'name' ? { field: target.name } : {}),
      },
    ];
  }

  #pattern(node: Node): Pattern {
    switch (node.type) {
      case 'identifier':
      case 'shorthand_property_identifier_pattern':
        return { kind: 'name', name: node.text };
      case 'assignment_pattern':
      case 'object_assignment_pattern': {
        const left = node.childForFieldName('left');
        const target: Pattern = left === null ? { kind: 'name', name: '' } : this.#pattern(left);
        return { ...target, fallback: this.#field(node, 'right') };
      }
      case 'object_pattern': {
        const rest = named(node).find((n) => n.type === 'rest_pattern');
        return {
          kind: 'object',
          members: named(node)
            .filter((n) => n.type !== 'rest_pattern' && n.type !== 'comment')
            .map((n) => {
              if (n.type === 'pair_pattern') {
                const value = n.childForFieldName('value');
                return {
                  key: unquoted(n.childForFieldName('key')?.text ?? ''),
                  target: value === null ? { kind: 'name', name: '' } : this.#pattern(value),
                };
              }
              const target = this.#pattern(n);
              return { key: target.kind === 'name' ? target.name : '', target };
            }),
          ...(rest === undefined ? {} : { rest: named(rest)[0]?.text ?? '' }),
        };
      }
      case 'array_pattern':
        return {
          kind: 'list',
          items: named(node).map((n) => (n.type === 'rest_pattern' ? undefined : this.#pattern(n))),
        };
      default:
        return { kind: 'place', place: this.expression(node) };
    }
  }

  expression(node: Node): Expression {
    if (this.#depth > MAX_DEPTH) return { kind: 'opaque', parts: [], at: this.#at(node) };
    this.#depth++;
    try {
      return this.#expressionOf(node);
    } finally {
      this.#depth--;
    }
  }

  #expressionOf(node: Node): Expression {
    const at = this.#at(node);
    switch (node.type) {
      case 'string':
        return { kind: 'literal', value: scriptText(node.text), at };
      case 'number': {
        const value = Number(node.text.replaceAll('_', ''));
        return Number.isFinite(value) ? { kind: 'literal', value, at } : { kind: 'opaque', parts: [], at };
      }
      case 'true':
      case 'false':
        return { kind: 'literal', value: node.type === 'true', at };
      case 'null':
        return { kind: 'literal', value: null, at };
      case 'undefined':
        return { kind: 'name', name: 'undefined', at };
      case 'identifier':
      case 'shorthand_property_identifier':
        return { kind: 'name', name: node.text, at };
      case 'this':
        return { kind: 'name', name: 'this', at };
      case 'meta_property':
      case 'import':
        return { kind: 'name', name: node.text, at };
      case 'super':
        return { kind: 'super', at };
      case 'template_string':
        return {
          kind: 'template',
          parts: named(node).map((part) => {
            const inner = named(part)[0];
            if (part.type === 'template_substitution' && inner !== undefined) return this.expression(inner);
            return part.type === 'escape_sequence' ? scriptText(`'${part.text}'`) : part.text;
          }),
          at,
        };
      case 'member_expression': {
        const object = this.#field(node, 'object');
        const name = node.childForFieldName('property')?.text ?? '';
        return { kind: 'member', object, name, at };
      }
      case 'subscript_expression':
        return { kind: 'index', object: this.#field(node, 'object'), index: this.#field(node, 'index'), at };
      case 'call_expression':
      case 'new_expression': {
        const creates = node.type === 'new_expression';
        const args = node.childForFieldName('arguments');
        const tagged = args !== null && args.type === 'template_string';
        return {
          kind: 'call',
          callee: this.#field(node, creates ? 'constructor' : 'function'),
          args: args === null ? [] : tagged ? [{ value: this.expression(args) }] : this.#items(args),
          creates,
          at,
        };
      }
      case 'object':
        return { kind: 'object', entries: named(node).flatMap((n) => this.#entry(n)), at };
      case 'array':
        return { kind: 'list', items: this.#items(node), at };
      case 'arrow_function':
      case 'function_expression':
      case 'generator_function':
      case 'function':
        return this.#function(node);
      case 'class':
        return this.#class(node);
      case 'parenthesized_expression':
      case 'as_expression':
      case 'satisfies_expression':
      case 'non_null_expression':
      case 'await_expression': {
        const inner = named(node)[0];
        return inner === undefined ? { kind: 'opaque', parts: [], at } : this.expression(inner);
      }
      case 'type_assertion': {
        const inner = named(node).at(-1);
        return inner === undefined ? { kind: 'opaque', parts: [], at } : this.expression(inner);
      }
      case 'unary_expression': {
        const operator = node.childForFieldName('operator')?.text;
        const of = this.#field(node, 'argument');
        if (operator === '!') return { kind: 'not', of, at };
        if (operator === '-' && of.kind === 'literal' && typeof of.value === 'number')
          return { kind: 'literal', value: -of.value, at };
        return { kind: 'opaque', parts: [of], at };
      }
      case 'binary_expression':
        return {
          kind: 'binary',
          operator: node.childForFieldName('operator')?.text ?? '',
          left: this.#field(node, 'left'),
          right: this.#field(node, 'right'),
          at,
        };
      case 'ternary_expression':
        return {
          kind: 'conditional',
          test: this.#field(node, 'condition'),
          yes: this.#field(node, 'consequence'),
          no: this.#field(node, 'alternative'),
          at,
        };
      case 'assignment_expression':
        return {
          kind: 'assignment',
          target: this.#field(node, 'left'),
          value: this.#field(node, 'right'),
          at,
        };
      case 'augmented_assignment_expression':
      case 'update_expression': {
        const target = this.#field(node, node.type === 'update_expression' ? 'argument' : 'left');
        return { kind: 'assignment', target, value: { kind: 'opaque', parts: [], at }, at };
      }
      default:
        return { kind: 'opaque', parts: named(node).map((n) => this.expression(n)), at };
    }
  }

  #items(node: Node): Argument[] {
    return named(node)
      .filter((n) => n.type !== 'comment')
      .map((n): Argument => {
        if (n.type !== 'spread_element') return { value: this.expression(n) };
        const inner = named(n)[0];
        return {
          value:
            inner === undefined ? { kind: 'opaque', parts: [], at: this.#at(n) } : this.expression(inner),
          spread: 'list',
        };
      });
  }

  #entry(node: Node): Entry[] {
    switch (node.type) {
      case 'pair': {
        const key = node.childForFieldName('key');
        if (key === null) return [];
        const value = this.#field(node, 'value');
        if (key.type !== 'computed_property_name')
          return [{ key: key.type === 'string' ? scriptText(key.text) : key.text, value }];
        const inner = named(key)[0];
        return inner === undefined ? [] : [{ key: this.expression(inner), value }];
      }
      case 'shorthand_property_identifier':
        return [{ key: node.text, value: { kind: 'name', name: node.text, at: this.#at(node) } }];
      case 'spread_element': {
        const inner = named(node)[0];
        return inner === undefined ? [] : [{ spread: this.expression(inner) }];
      }
      case 'method_definition':
        return [{ key: this.#name(node), value: this.#function(node) }];
      case 'comment':
        return [];
      default:
        return [{ spread: { kind: 'opaque', parts: [], at: this.#at(node) } }];
    }
  }
}

function named(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null);
}

function hasWord(node: Node, word: string): boolean {
  return node.children.some((child) => child !== null && !child.isNamed && child.type === word);
}

function specifierOf(node: Node): ImportedName {
  const imported = node.childForFieldName('name')?.text ?? node.text;
  return { imported, local: node.childForFieldName('alias')?.text ?? imported };
}

function unquoted(text: string): string {
  return /^['"]/.test(text) ? text.slice(1, -1) : text;
}

/** The text that a quoted literal means. */
function scriptText(quoted: string): string {
  const inner = quoted.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\}|(\r?\n)|([\s\S]))/g,
    (_all, x?: string, u?: string, brace?: string, line?: string, one?: string) => {
      const code = x ?? u ?? brace;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : '';
      }
      if (line !== undefined) return '';
      return ESCAPES[one ?? ''] ?? one ?? '';
    },
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};
