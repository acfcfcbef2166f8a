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

/** Python as the tree that both languages share: `self` is `this`, a keyword argument an argument with a name. */
export function lowerPython(root: Node, file: string): readonly Statement[] {
  return new PythonReader(file).statements(root);
}

class PythonReader {
  readonly #file: string;
  #depth = 0;

  constructor(file: string) {
    this.#file = file;
  }

  statements(parent: Node | null): Statement[] {
    return parent === null ? [] : named(parent).flatMap((child) => this.#statement(child));
  }

  #at(node: Node): Location {
    return placeOf(node, this.#file);
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
        return node.childrenForFieldName('name').flatMap((n): Statement[] => {
          if (n === null) return [];
          const module = n.type === 'aliased_import' ? (n.childForFieldName('name')?.text ?? '') : n.text;
          const alias = n.childForFieldName('alias')?.text;
          if (alias !== undefined)
            return [{ kind: 'import', module, names: [{ imported: '*', local: alias }], at }];
          // `import a.b` makes the name `a`.
          const first = module.split('.')[0] ?? module;
          return [{ kind: 'import', module: first, names: [{ imported: '*', local: first }], at }];
        });
      case 'import_from_statement': {
        const module = node.childForFieldName('module_name')?.text ?? '';
        const names = node.childrenForFieldName('name').flatMap((n): ImportedName[] => {
          if (n === null) return [];
          if (n.type !== 'aliased_import') return [{ imported: n.text, local: n.text }];
          return [
            {
              imported: n.childForFieldName('name')?.text ?? '',
              local: n.childForFieldName('alias')?.text ?? '',
            },
          ];
        });
        if (names.length === 0) return [{ kind: 'export-from', module, at }];
        return [{ kind: 'import', module, names, at }];
      }
      case 'expression_statement':
        return named(node).map((inner) => this.#expressionStatement(inner, at));
      case 'if_statement':
        return [this.#if(node, at)];
      case 'for_statement':
        return [
          {
            kind: 'each',
            target: this.#pattern(node.childForFieldName('left')),
            over: this.#field(node, 'right'),
            body: this.statements(node.childForFieldName('body')),
            at,
          },
        ];
      case 'while_statement':
        return [{ kind: 'loop', body: this.statements(node.childForFieldName('body')), at }];
      case 'return_statement': {
        const value = named(node)[0];
        return [{ kind: 'return', value: value === undefined ? undefined : this.expression(value), at }];
      }
      case 'raise_statement':
        return [{ kind: 'throw', at }];
      case 'break_statement':
      case 'continue_statement':
        return [{ kind: 'leave', at }];
      case 'function_definition':
        return [{ kind: 'function', name: this.#name(node), value: this.#function(node, []), at }];
      case 'class_definition':
        return [{ kind: 'class', name: this.#name(node), value: this.#class(node, []), at }];
      case 'decorated_definition': {
        const definition = node.childForFieldName('definition');
        const decorators = decoratorsOf(node);
        if (definition === null) return [];
        if (definition.type === 'class_definition')
          return [
            { kind: 'class', name: this.#name(definition), value: this.#class(definition, decorators), at },
          ];
        return [
          {
            kind: 'function',
            name: this.#name(definition),
            value: this.#function(definition, decorators),
            at,
          },
        ];
      }
      case 'with_statement':
        return [{ kind: 'block', body: this.statements(node.childForFieldName('body')), at }];
      case 'try_statement': {
        const blocks = named(node).filter(
          (n) => n.type === 'except_clause' || n.type === 'except_group_clause',
        );
        const after = named(node).find((n) => n.type === 'finally_clause');
        return [
          {
            kind: 'try',
            body: this.statements(node.childForFieldName('body')),
            handler: blocks.flatMap((b) => this.statements(named(b).find((n) => n.type === 'block') ?? null)),
            after: after === undefined ? [] : this.statements(named(after)[0] ?? null),
            at,
          },
        ];
      }
      case 'match_statement': {
        const body = named(node)
          .flatMap((n) => (n.type === 'block' ? named(n) : [n]))
          .filter((n) => n.type === 'case_clause');
        return body.map((c) => ({
          kind: 'loop',
          body: this.statements(c.childForFieldName('consequence')),
          at: this.#at(c),
        }));
      }
      default:
        return [];
    }
  }

  #if(node: Node, at: Location): Statement {
    const alternatives = node.childrenForFieldName('alternative').filter((n): n is Node => n !== null);
    let no: Statement[] = [];
    for (const alternative of alternatives.reverse()) {
      if (alternative.type === 'else_clause') no = this.statements(alternative.childForFieldName('body'));
      else {
        no = [
          {
            kind: 'if',
            test: this.#field(alternative, 'condition'),
            yes: this.statements(alternative.childForFieldName('consequence')),
            no,
            at: this.#at(alternative),
          },
        ];
      }
    }
    return {
      kind: 'if',
      test: this.#field(node, 'condition'),
      yes: this.statements(node.childForFieldName('consequence')),
      no,
      at,
    };
  }

  #expressionStatement(node: Node, at: Location): Statement {
    if (node.type !== 'assignment' && node.type !== 'augmented_assignment') {
      return { kind: 'expression', value: this.expression(node), at };
    }
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const operator = node.childForFieldName('operator')?.text.replace(/=$/, '');
    if (left === null) return { kind: 'expression', value: { kind: 'opaque', parts: [], at }, at };
    if (right === null) return { kind: 'declare', target: this.#pattern(left), value: undefined, at };
    const value = right.type === 'assignment' ? this.#field(right, 'right') : this.expression(right);
    if (left.type === 'attribute' || left.type === 'subscript' || operator !== undefined) {
      const target = this.expression(left);
      return { kind: 'assign', target, value, ...(operator === undefined ? {} : { operator }), at };
    }
    return { kind: 'declare', target: this.#pattern(left), value, at };
  }

  #name(node: Node): string {
    return node.childForFieldName('name')?.text ?? '';
  }

  #field(node: Node, name: string): Expression {
    const child = node.childForFieldName(name);
    return child === null ? { kind: 'opaque', parts: [], at: this.#at(node) } : this.expression(child);
  }

  #class(node: Node, decorators: readonly string[]): ClassExpression {
    const bases = node.childForFieldName('superclasses');
    const base = bases === null ? undefined : named(bases).find((n) => n.type !== 'keyword_argument');
    const body = node.childForFieldName('body');
    const methods: Method[] = [];
    const fields: Field[] = [];
    for (const member of body === null ? [] : named(body)) {
      const definition =
        member.type === 'decorated_definition' ? member.childForFieldName('definition') : member;
      const own = member.type === 'decorated_definition' ? decoratorsOf(member) : [];
      if (definition?.type === 'function_definition') {
        const fixed = own.some((d) => /^(staticmethod|classmethod)\b/.test(d));
        methods.push({
          name: this.#name(definition),
          value: this.#function(definition, own, own.includes('staticmethod') ? 'none' : 'first'),
          fixed,
          getter: own.some((d) => /^(property|cached_property|functools\.cached_property)\b/.test(d)),
        });
        continue;
      }
      const assigned = member.type === 'expression_statement' ? named(member)[0] : undefined;
      if (assigned?.type !== 'assignment') continue;
      const value = assigned.childForFieldName('right');
      fields.push({
        name: assigned.childForFieldName('left')?.text ?? '',
        value: value === null ? undefined : this.expression(value),
        fixed: true,
      });
    }
    return {
      kind: 'class',
      base: base === undefined ? undefined : this.expression(base),
      make: methods.find((m) => m.name === '__init__')?.value,
      methods: methods.filter((m) => m.name !== '__init__'),
      fields,
      ...(decorators.some((d) => /^(dataclasses\.)?dataclass\b/.test(d)) ? { record: true } : {}),
      at: this.#at(node),
    };
  }

  #function(
    node: Node,
    decorators: readonly string[],
    receiver: 'first' | 'none' = 'none',
  ): FunctionExpression {
    const params = node.childForFieldName('parameters');
    const all = params === null ? [] : named(params).flatMap((p) => this.#parameter(p));
    const first = all[0];
    const self = receiver === 'first' && first?.target.kind === 'name' ? first.target.name : undefined;
    const body = node.childForFieldName('body');
    const known = decorators.every((d) => /^(staticmethod|classmethod|property)$/.test(d));
    const statements = node.type === 'lambda' ? undefined : this.statements(body);
    const at = this.#at(node);
    return {
      kind: 'function',
      params: self === undefined ? all : all.slice(1),
      body:
        statements === undefined
          ? body === null
            ? []
            : this.expression(body)
          : self === undefined
            ? statements
            : [
                {
                  kind: 'declare',
                  target: { kind: 'name', name: self },
                  value: { kind: 'name', name: 'this', at },
                  at,
                },
                ...statements,
              ],
      ...(node.children.some((c) => c?.type === 'async') ? { deferred: true } : {}),
      ...(known ? {} : { decorated: true }),
      at,
    };
  }

  #parameter(node: Node): Parameter[] {
    switch (node.type) {
      case 'identifier':
        return [{ target: { kind: 'name', name: node.text } }];
      case 'typed_parameter': {
        const inner = named(node)[0];
        return inner === undefined ? [] : this.#parameter(inner);
      }
      case 'default_parameter':
      case 'typed_default_parameter':
        return [{ target: { kind: 'name', name: this.#name(node), fallback: this.#field(node, 'value') } }];
      case 'list_splat_pattern':
        return [{ target: { kind: 'name', name: named(node)[0]?.text ?? '' }, rest: 'list' }];
      case 'dictionary_splat_pattern':
        return [{ target: { kind: 'name', name: named(node)[0]?.text ?? '' }, rest: 'object' }];
      default:
        return [];
    }
  }

  #pattern(node: Node | null): Pattern {
    if (node === null) return { kind: 'name', name: '' };
    switch (node.type) {
      case 'identifier':
        return { kind: 'name', name: node.text };
      case 'pattern_list':
      case 'tuple_pattern':
      case 'list_pattern':
        return { kind: 'list', items: named(node).map((n) => this.#pattern(n)) };
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
        return this.#string(node, at);
      case 'concatenated_string': {
        const parts = named(node).map((n) => this.expression(n));
        return { kind: 'template', parts, at };
      }
      case 'integer':
      case 'float': {
        const value = Number(node.text.replaceAll('_', ''));
        return Number.isFinite(value) ? { kind: 'literal', value, at } : { kind: 'opaque', parts: [], at };
      }
      case 'true':
      case 'false':
        return { kind: 'literal', value: node.type === 'true', at };
      case 'none':
        return { kind: 'name', name: 'undefined', at };
      case 'identifier':
        return { kind: 'name', name: node.text, at };
      case 'attribute':
        return {
          kind: 'member',
          object: this.#field(node, 'object'),
          name: node.childForFieldName('attribute')?.text ?? '',
          at,
        };
      case 'subscript':
        return {
          kind: 'index',
          object: this.#field(node, 'value'),
          index: this.#field(node, 'subscript'),
          at,
        };
      case 'call': {
        const callee = node.childForFieldName('function');
        if (callee?.type === 'identifier' && callee.text === 'super') return { kind: 'super', at };
        const args = node.childForFieldName('arguments');
        const plain = args !== null && args.type === 'argument_list';
        return {
          kind: 'call',
          callee: this.#field(node, 'function'),
          args:
            args === null
              ? []
              : plain
                ? named(args).flatMap((a) => this.#argument(a))
                : [{ value: this.expression(args) }],
          creates: false,
          at,
        };
      }
      case 'dictionary':
        return { kind: 'object', entries: named(node).flatMap((n) => this.#entry(n)), at };
      case 'list':
      case 'tuple':
      case 'set':
        return { kind: 'list', items: named(node).flatMap((n) => this.#argument(n)), at };
      case 'list_comprehension':
      case 'generator_expression':
      case 'dictionary_comprehension':
      case 'set_comprehension':
        return this.#comprehension(node, at);
      case 'parenthesized_expression':
      case 'await': {
        const inner = named(node)[0];
        return inner === undefined ? { kind: 'opaque', parts: [], at } : this.expression(inner);
      }
      case 'not_operator':
        return { kind: 'not', of: this.#field(node, 'argument'), at };
      case 'unary_operator': {
        const of = this.#field(node, 'argument');
        if (node.text.startsWith('-') && of.kind === 'literal' && typeof of.value === 'number')
          return { kind: 'literal', value: -of.value, at };
        return { kind: 'opaque', parts: [of], at };
      }
      case 'boolean_operator':
        return {
          kind: 'binary',
          operator: node.childForFieldName('operator')?.type === 'and' ? '&&' : '||',
          left: this.#field(node, 'left'),
          right: this.#field(node, 'right'),
          at,
        };
      case 'binary_operator':
        return {
          kind: 'binary',
          operator: node.childForFieldName('operator')?.text ?? '',
          left: this.#field(node, 'left'),
          right: this.#field(node, 'right'),
          at,
        };
      case 'comparison_operator': {
        const [left, right, more] = named(node);
        if (left === undefined || right === undefined || more !== undefined)
          return { kind: 'opaque', parts: [], at };
        const operator = node.children
          .filter((c) => c !== null && !c.isNamed)
          .map((c) => c?.type ?? '')
          .join(' ');
        return { kind: 'binary', operator, left: this.expression(left), right: this.expression(right), at };
      }
      case 'conditional_expression': {
        const [yes, test, no] = named(node);
        if (yes === undefined || test === undefined || no === undefined)
          return { kind: 'opaque', parts: [], at };
        return {
          kind: 'conditional',
          test: this.expression(test),
          yes: this.expression(yes),
          no: this.expression(no),
          at,
        };
      }
      case 'lambda': {
        return this.#function(node, []);
      }
      case 'named_expression':
        return {
          kind: 'assignment',
          target: this.#field(node, 'name'),
          value: this.#field(node, 'value'),
          at,
        };
      default:
        return { kind: 'opaque', parts: named(node).map((n) => this.expression(n)), at };
    }
  }

  /** `[f(x) for x in list]` is a loop over the list; conditions in it are not followed. */
  #comprehension(node: Node, at: Location): Expression {
    const clauses = named(node).filter((n) => n.type === 'for_in_clause');
    const body = node.childForFieldName('body');
    const clause = clauses[0];
    if (body === null || clause === undefined) return { kind: 'opaque', parts: [], at };
    const plain = clauses.length === 1 && named(node).length === 2 && node.type === 'list_comprehension';
    const over = this.#field(clause, 'right');
    const each: FunctionExpression = {
      kind: 'function',
      params: [{ target: this.#pattern(clause.childForFieldName('left')) }],
      body:
        body.type === 'pair'
          ? { kind: 'opaque', parts: named(body).map((n) => this.expression(n)), at }
          : this.expression(body),
      at,
    };
    if (!plain) return { kind: 'opaque', parts: [over, each], at };
    return {
      kind: 'call',
      callee: { kind: 'member', object: over, name: 'map', at },
      args: [{ value: each }],
      creates: false,
      at,
    };
  }

  #argument(node: Node): Argument[] {
    const inner = named(node)[0];
    switch (node.type) {
      case 'comment':
        return [];
      case 'keyword_argument':
        return [{ value: this.#field(node, 'value'), name: this.#name(node) }];
      case 'list_splat':
        return inner === undefined ? [] : [{ value: this.expression(inner), spread: 'list' }];
      case 'dictionary_splat':
        return inner === undefined ? [] : [{ value: this.expression(inner), spread: 'object' }];
      default:
        return [{ value: this.expression(node) }];
    }
  }

  #entry(node: Node): Entry[] {
    if (node.type === 'comment') return [];
    if (node.type === 'pair') {
      const key = this.#field(node, 'key');
      const value = this.#field(node, 'value');
      return [{ key: key.kind === 'literal' ? String(key.value) : key, value }];
    }
    const inner = named(node)[0];
    return [
      {
        spread:
          inner === undefined ? { kind: 'opaque', parts: [], at: this.#at(node) } : this.expression(inner),
      },
    ];
  }

  #string(node: Node, at: Location): Expression {
    const prefix = /^[a-zA-Z]*/.exec(node.text)?.[0].toLowerCase() ?? '';
    if (prefix.includes('b')) return { kind: 'opaque', parts: [], at };
    const parts = named(node).flatMap((part): (string | Expression)[] => {
      if (part.type === 'interpolation') {
        const inner = part.childForFieldName('expression');
        const formatted = part.childForFieldName('format_specifier') !== null;
        if (inner === null || formatted) return [{ kind: 'opaque', parts: [], at: this.#at(part) }];
        return [this.expression(inner)];
      }
      if (part.type !== 'string_content') return [];
      const text = part.text;
      const plain = prefix.includes('f') ? text.replaceAll('{{', '{').replaceAll('}}', '}') : text;
      return [prefix.includes('r') || !plain.includes('\\') ? plain : pythonText(plain)];
    });
    if (parts.every((p) => typeof p === 'string')) return { kind: 'literal', value: parts.join(''), at };
    return { kind: 'template', parts, at };
  }
}

function named(node: Node): Node[] {
  return node.namedChildren.filter((child): child is Node => child !== null && child.type !== 'comment');
}

function decoratorsOf(node: Node): string[] {
  return named(node)
    .filter((n) => n.type === 'decorator')
    .map((n) => n.text.replace(/^@\s*/, ''));
}

function pythonText(text: string): string {
  return text.replace(
    /\\(\r?\n|[nrt\\'"])/g,
    (_all, one: string) => ({ n: '\n', r: '\r', t: '\t' })[one] ?? (/\n/.test(one) ? '' : one),
  );
}
