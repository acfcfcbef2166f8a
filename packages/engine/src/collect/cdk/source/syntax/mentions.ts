import type { Node } from 'web-tree-sitter';
import type { Location } from '../../../../model/origin.ts';
import { isLabel, pathBehind, typeMade } from './mention-place.ts';
import { placeOf } from './parse.ts';

/**
 * What a file names at all, wherever it stands and whether or not it ever runs. Comments, types, and imports that
 * nothing uses are not among it.
 */
export interface Mentions {
  /** What is imported and used: the name, and the names of members behind it (`lambda`, `Runtime`, `NODEJS_22_X`). */
  readonly imported: readonly Mention[];
  /** Modules that are asked for. */
  readonly modules: readonly { readonly name: string; readonly at: Location }[];
  /** Names of members that it reads or calls, of whatever it has. */
  readonly members: ReadonlySet<string>;
  /** Texts as they are written. */
  readonly texts: ReadonlySet<string>;
  /** Members are read by names that are computed. */
  readonly computes: boolean;
  /** Places that may name anything. */
  readonly anything: readonly { readonly at: Location; readonly what: string }[];
}

export interface Mention {
  readonly module: string;
  /** `*` for the module as a whole. */
  readonly name: string;
  readonly path: readonly string[];
  /** Made by `new` with the literal type that is written there, if one is. */
  readonly type?: string;
  readonly at: Location;
}

/** What stands only for the compiler. */
const TYPES =
  /^(?:comment|type_annotation|type_arguments|type_parameters|interface_declaration|type_alias_declaration|implements_clause|nested_type_identifier|type_query|type|opting_type_annotation|asserts_annotation|type_predicate_annotation)$/;

/** By these, code names what nobody can read in it. */
const MAGIC =
  /^(?:eval|Reflect|Proxy|getattr|setattr|exec|globals|locals|vars|__import__|importlib|__dict__|prototype|__proto__)$/;

export function mentionsIn(root: Node, file: string): Mentions {
  return new MentionReader(file).read(root);
}

class MentionReader {
  readonly #file: string;
  readonly #python: boolean;
  readonly #bound = new Map<string, { readonly module: string; readonly name: string }>();
  readonly #imported: Mention[] = [];
  readonly #modules: { name: string; at: Location }[] = [];
  readonly #members = new Set<string>();
  readonly #texts = new Set<string>();
  readonly #anything: { at: Location; what: string }[] = [];
  #computes = false;

  constructor(file: string) {
    this.#file = file;
    this.#python = file.endsWith('.py');
  }

  read(root: Node): Mentions {
    const names: Node[] = [];
    const open: Node[] = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (TYPES.test(node.type) || this.#takeImport(node)) continue;
      this.#take(node, names);
      for (const child of node.children) if (child !== null) open.push(child);
    }
    // Whatever a name means is known once every import was seen.
    for (const node of names) this.#named(node);
    return {
      imported: this.#imported,
      modules: this.#modules,
      members: this.#members,
      texts: this.#texts,
      computes: this.#computes,
      anything: this.#anything,
    };
  }

  #take(node: Node, names: Node[]): void {
    switch (node.type) {
      case 'identifier':
      case 'shorthand_property_identifier':
        names.push(node);
        break;
      case 'property_identifier':
      case 'private_property_identifier':
        if (/^(?:member_expression|pair_pattern)$/.test(node.parent?.type ?? ''))
          this.#members.add(node.text);
        break;
      case 'shorthand_property_identifier_pattern':
        this.#members.add(node.text);
        break;
      case 'attribute':
        this.#members.add(node.childForFieldName('attribute')?.text ?? '');
        break;
      case 'string':
      case 'template_string':
        this.#texts.add(node.text.replace(/^\w*("""|'''|["'`])([\s\S]*)\1$/, '$2'));
        break;
      case 'subscript_expression':
      case 'subscript':
        this.#subscript(node);
        break;
      case 'call_expression':
      case 'call':
        this.#call(node);
        break;
      default:
    }
    if (MAGIC.test(node.text) && node.childCount === 0) this.#any(node, `${node.text} is used`);
  }

  #subscript(node: Node): void {
    const index = node.childForFieldName('index') ?? node.childForFieldName('subscript');
    if (index === null || /^(?:string|number|integer)$/.test(index.type)) {
      if (index?.type === 'string') this.#members.add(index.text.slice(1, -1));
      return;
    }
    this.#computes = true;
    const around = node.parent;
    const called =
      (/^call/.test(around?.type ?? '') && around?.childForFieldName('function')?.id === node.id) ||
      /^(?:call|apply|bind)$/.test(around?.childForFieldName('property')?.text ?? '');
    if (called) this.#any(node, 'a member is called whose name is computed');
  }

  #call(node: Node): void {
    const callee = node.childForFieldName('function');
    const first = node.childForFieldName('arguments')?.namedChild(0);
    if (callee?.type === 'import' && first?.type !== 'string')
      this.#any(node, 'a module is loaded whose name is computed');
    if (callee?.type === 'import' && first?.type === 'string') {
      this.#modules.push({ name: first.text.slice(1, -1), at: this.#at(node) });
      if (!first.text.slice(1, -1).startsWith('.')) this.#any(node, 'a package is loaded late');
    }
    const name = callee?.childForFieldName('property')?.text ?? callee?.childForFieldName('attribute')?.text;
    if (
      /^(?:addOverride|add_override)$/.test(name ?? '') &&
      !/^["'](?!Type\b)[^"']*["']$/.test(first?.text ?? '')
    )
      this.#any(node, 'something of a resource is overridden that may be its type');
  }

  /** Takes in an import; whether the node was one. */
  #takeImport(node: Node): boolean {
    switch (node.type) {
      case 'import_statement':
        if (this.#python) this.#pythonImport(node);
        else this.#scriptImport(node);
        return true;
      case 'import_from_statement':
        this.#pythonImportFrom(node);
        return true;
      case 'future_import_statement':
        return true;
      case 'export_statement':
        return this.#exportFrom(node);
      case 'variable_declarator':
        return this.#required(node);
      default:
        return false;
    }
  }

  #scriptImport(node: Node): void {
    if (node.children.some((child) => child?.type === 'type')) return;
    const required = node.descendantsOfType('import_require_clause')[0];
    const source = node.childForFieldName('source') ?? required?.childForFieldName('source');
    const module = (source?.text ?? '').slice(1, -1);
    const before = this.#bound.size;
    for (const one of node.descendantsOfType('import_specifier')) {
      if (one === null || one.children[0]?.type === 'type') continue;
      const name = one.childForFieldName('name')?.text ?? '';
      this.#bind(one.childForFieldName('alias')?.text ?? name, module, name);
    }
    const whole = [
      ...node.descendantsOfType('namespace_import').map((one) => one?.namedChild(0)),
      required?.namedChild(0),
      ...node.children.filter((one) => one?.type === 'import_clause').map((one) => one?.namedChild(0)),
    ];
    for (const one of whole) if (one?.type === 'identifier') this.#bind(one.text, module, '*');
    const typesOnly =
      this.#bound.size === before &&
      /^import\s*\{/.test(node.text) &&
      node.descendantsOfType('import_specifier').length > 0;
    if (!typesOnly) this.#modules.push({ name: module, at: this.#at(node) });
  }

  #exportFrom(node: Node): boolean {
    const source = node.childForFieldName('source');
    if (source === null) return false;
    if (node.children.some((child) => child?.type === 'type')) return true;
    const module = source.text.slice(1, -1);
    this.#modules.push({ name: module, at: this.#at(node) });
    const specifiers = node.descendantsOfType('export_specifier');
    for (const one of specifiers)
      this.#mention({ module, name: one?.childForFieldName('name')?.text ?? '' }, [], node);
    if (specifiers.length === 0) this.#mention({ module, name: '*' }, [], node);
    return true;
  }

  /** `const x = require('…')`, whole or taken apart. */
  #required(node: Node): boolean {
    const value = node.childForFieldName('value');
    const callee = value?.childForFieldName('function')?.text;
    const first = value?.childForFieldName('arguments')?.namedChild(0);
    if (value?.type !== 'call_expression' || callee !== 'require' || first?.type !== 'string') return false;
    const module = first.text.slice(1, -1);
    const target = node.childForFieldName('name');
    this.#modules.push({ name: module, at: this.#at(node) });
    if (target?.type === 'identifier') this.#bind(target.text, module, '*');
    for (const one of target?.type === 'object_pattern' ? target.namedChildren : []) {
      if (one?.type === 'shorthand_property_identifier_pattern') this.#bind(one.text, module, one.text);
      else if (one?.type === 'pair_pattern')
        this.#bind(
          one.childForFieldName('value')?.text ?? '',
          module,
          one.childForFieldName('key')?.text ?? '',
        );
      else this.#mention({ module, name: '*' }, [], node);
    }
    return true;
  }

  #pythonImport(node: Node): void {
    for (const one of node.namedChildren) {
      const alias = one?.childForFieldName('alias')?.text;
      const module = one?.childForFieldName('name')?.text ?? one?.text ?? '';
      this.#modules.push({ name: module, at: this.#at(node) });
      if (alias !== undefined) this.#bind(alias, module, '*');
      // `import a.b` binds `a`.
      else this.#bind(module.split('.')[0]!, module.split('.')[0]!, '*');
    }
  }

  #pythonImportFrom(node: Node): void {
    const source = node.childForFieldName('module_name');
    const module = source?.text ?? '';
    this.#modules.push({ name: module, at: this.#at(node) });
    for (const one of node.namedChildren) {
      if (one === null || one.id === source?.id || one.type === 'comment') continue;
      if (one.type === 'wildcard_import') this.#mention({ module, name: '*' }, [], node);
      const name = one.childForFieldName('name')?.text ?? one.text;
      this.#bind(one.childForFieldName('alias')?.text ?? name, module, name);
    }
  }

  #bind(local: string, module: string, name: string): void {
    // Two imports under one name, in functions of their own: both are meant.
    const before = this.#bound.get(local);
    if (before !== undefined && (before.module !== module || before.name !== name)) {
      this.#imported.push({ ...before, path: [], at: { ...START, file: this.#file } });
      this.#imported.push({ module, name, path: [], at: { ...START, file: this.#file } });
    }
    this.#bound.set(local, { module, name });
  }

  #named(node: Node): void {
    if (node.text === 'require') {
      const first = node.parent?.childForFieldName('arguments')?.namedChild(0);
      if (first?.type === 'string' && first.text.slice(1, -1).startsWith('.'))
        this.#modules.push({ name: first.text.slice(1, -1), at: this.#at(node) });
      else if (!this.#python) this.#any(node, 'a module is loaded where it is used');
      return;
    }
    const bound = this.#bound.get(node.text);
    if (bound === undefined || isLabel(node)) return;
    const { path, whole: at } = pathBehind(node);
    const around = at.parent;
    if (
      around?.type === 'binary_expression' &&
      around.childForFieldName('operator')?.text === 'instanceof' &&
      around.childForFieldName('right')?.id === at.id
    )
      return;
    this.#mention(bound, path, at);
  }

  #mention(
    bound: { readonly module: string; readonly name: string },
    path: readonly string[],
    node: Node,
  ): void {
    const type = typeMade(node);
    this.#imported.push({ ...bound, path, ...(type === undefined ? {} : { type }), at: this.#at(node) });
  }

  #any(node: Node, what: string): void {
    this.#anything.push({ at: this.#at(node), what });
  }

  #at(node: Node): Location {
    return placeOf(node, this.#file);
  }
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };
