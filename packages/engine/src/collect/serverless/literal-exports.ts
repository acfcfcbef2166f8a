import type { Node as SyntaxNode } from 'web-tree-sitter';
import { unquoted } from '../repository/code/syntax/text.ts';
import type { LiteralFile } from './literal-modules.ts';

/** What an export is: an expression, a name of the file, a member of another module, or nothing that is written as a value. */
export type Exported =
  | { readonly kind: 'value'; readonly node: SyntaxNode }
  | { readonly kind: 'name'; readonly name: string; readonly node: SyntaxNode }
  | { readonly kind: 'member'; readonly module: string; readonly member: string; readonly node: SyntaxNode }
  | { readonly kind: 'untold'; readonly node: SyntaxNode };

export interface Exports {
  readonly own: ReadonlyMap<string, Exported>;
  /** Modules all of whose names are exported. */
  readonly all: readonly { readonly module: string; readonly node: SyntaxNode }[];
  /** Whether it is written as a module of the language, and not with `module.exports`. */
  readonly isModule: boolean;
}

/** The exports of a file by their names, the default one as `default`. */
export function exportsOf(file: LiteralFile): Exports {
  const own = new Map<string, Exported>();
  const all: { module: string; node: SyntaxNode }[] = [];
  let isModule = false;
  for (const statement of file.root.namedChildren) {
    if (statement?.type !== 'export_statement') continue;
    isModule = true;
    for (const [name, exported] of namesOf(file, statement)) own.set(name, exported);
    const from = sourceOf(file, statement);
    const isWhole = !statement.namedChildren.some((one) =>
      /^(export_clause|namespace_export)$/.test(one?.type ?? ''),
    );
    if (from !== undefined && isWhole) all.push({ module: from, node: statement });
  }
  for (const [name, exported] of assigned(file)) own.set(name, exported);
  return { own, all, isModule };
}

function* namesOf(file: LiteralFile, statement: SyntaxNode): Generator<[string, Exported]> {
  const value = statement.childForFieldName('value');
  const declaration = statement.childForFieldName('declaration');
  const from = sourceOf(file, statement);
  if (value !== null) yield ['default', { kind: 'value', node: value }];
  // `export = settings`
  const only = statement.namedChildren[0];
  if (/^export\s*=/.test(file.textOf(statement)) && only !== null && only !== undefined)
    yield ['default', { kind: 'value', node: only }];
  const isDefault = statement.children.some((one) => one?.type === 'default');
  for (const one of /^(lexical|variable)_declaration$/.test(declaration?.type ?? '')
    ? declaration!.namedChildren
    : [declaration]) {
    const named = one?.childForFieldName('name');
    if (one === null || one === undefined || /^(interface|type_alias)_declaration$/.test(one.type)) continue;
    if (one.type === 'variable_declarator' && named?.type === 'identifier')
      yield [file.textOf(named), { kind: 'name', name: file.textOf(named), node: named }];
    else
      for (const name of named?.type === 'identifier' || named?.type === 'type_identifier'
        ? [named]
        : (named?.descendantsOfType(['identifier', 'shorthand_property_identifier_pattern']) ?? []))
        if (name !== null) yield [isDefault ? 'default' : file.textOf(name), { kind: 'untold', node: one }];
  }
  for (const clause of statement.namedChildren) {
    if (clause?.type === 'namespace_export' && from !== undefined)
      yield [
        file.textOf(clause.namedChildren[0]!),
        { kind: 'member', module: from, member: '*', node: clause },
      ];
    for (const one of clause?.type === 'export_clause' ? clause.namedChildren : []) {
      const member = one?.childForFieldName('name');
      if (one === null || member === null || member === undefined) continue;
      const name = file.textOf(member);
      yield [
        file.textOf(one.childForFieldName('alias') ?? member),
        from === undefined
          ? { kind: 'name', name, node: one }
          : { kind: 'member', module: from, member: name, node: one },
      ];
    }
  }
}

/** `module.exports = …`, `exports.cards = …`. What is assigned twice, or in a branch, is one or the other. */
function* assigned(file: LiteralFile): Generator<[string, Exported]> {
  const found = new Map<string, Exported>();
  for (const node of file.root.descendantsOfType('assignment_expression')) {
    const left = node?.childForFieldName('left');
    if (node === null || left === null || left === undefined) continue;
    const [whole, path] = /^(?:module\.)?exports((?:\.[\w$]+)*)$/.exec(file.textOf(left)) ?? [];
    if (whole === undefined) continue;
    const name = path === '' ? 'default' : path!.split('.')[1]!;
    const right = node.childForFieldName('right')!;
    const isPlain = node.parent?.type === 'expression_statement' && node.parent.parent?.id === file.root.id;
    const isPart = path!.split('.').length > 2;
    const isTwice = found.has(name) || isPart || !isPlain;
    found.set(name, isTwice ? { kind: 'untold', node } : { kind: 'value', node: right });
  }
  // `module.exports = {}; module.exports.service = 'cards'`
  const whole = found.get('default');
  if (whole !== undefined && found.size > 1) found.set('default', { kind: 'untold', node: whole.node });
  yield* found;
}

function sourceOf(file: LiteralFile, statement: SyntaxNode): string | undefined {
  const from = statement.childForFieldName('source');
  return from === null ? undefined : unquoted(file.textOf(from));
}
