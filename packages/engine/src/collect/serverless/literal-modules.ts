import type { Node as SyntaxNode } from 'web-tree-sitter';
import { inCode, type Origin } from '../../model/origin.ts';
import { absent, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { onceFor } from '../../once-for.ts';
import { folderOf, join } from '../files/paths.ts';
import { moduleOf } from '../repository/code/modules.ts';
import { type Program, programBeforeHandlers } from '../repository/code/names/program.ts';
import { type CodeTree, codeTree } from '../repository/code/syntax/parse-code.ts';
import { TOP } from '../repository/code/syntax/source-module.ts';
import { unquoted } from '../repository/code/syntax/text.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { readStructured } from '../repository/structured-text.ts';
import { type Exported, type Exports, exportsOf } from './literal-exports.ts';
import { LiteralValues } from './literal-values.ts';

/** Where a name is looked for: a file, and what the functions around are given. */
export interface LiteralScope {
  readonly file: LiteralFile;
  readonly given: ReadonlyMap<string, Value>;
}

/** A file of scripts with what it says at its top. */
export interface LiteralFile {
  readonly path: string;
  readonly root: SyntaxNode;
  textOf(node: SyntaxNode): string;
}

interface FunctionIn {
  readonly file: LiteralFile;
  readonly node: SyntaxNode;
}

/** A folder that a script runs in: texts that hold it are none that a file says. */
export const RUNS_IN = '\u0000';
/** Names that lead to names: more than settings have. */
const MOST_STEPS = 5_000;

/**
 * What files of TypeScript and JavaScript export, as far as it is written there: objects, lists and texts, names and imports
 * followed to other files, and functions that only put together what they are given. Nothing is run.
 */
export class LiteralModules {
  readonly #source: SourceOfFiles;
  readonly #program: Program;
  readonly #folder: string;
  readonly #trees: CodeTree[] = [];
  readonly #files = new Map<string, Promise<LiteralFile | undefined>>();
  readonly #values: LiteralValues;
  #steps = 0;

  private constructor(source: SourceOfFiles, program: Program, folder: string) {
    this.#source = source;
    this.#program = program;
    this.#folder = folder;
    this.#values = new LiteralValues(this);
  }

  /** What a file of settings exports; nothing where it cannot be read. */
  static async exportedBy(path: string, source: SourceOfFiles): Promise<Value | undefined> {
    const modules = new LiteralModules(source, await programBeforeHandlers(source), folderOf(path));
    try {
      const file = await modules.file(path);
      return file && withoutPlaces(await modules.exported(file, 'default'));
    } finally {
      for (const { tree } of modules.#trees) tree.delete();
    }
  }

  file(path: string): Promise<LiteralFile | undefined> {
    const before = this.#files.get(path);
    if (before !== undefined) return before;
    const now = this.#read(path);
    this.#files.set(path, now);
    return now;
  }

  async #read(path: string): Promise<LiteralFile | undefined> {
    const read = await this.#source.text(path);
    const tree = read.kind === 'text' ? await codeTree(path, read.text) : undefined;
    if (tree === undefined) return undefined;
    this.#trees.push(tree);
    if (tree.tree.rootNode.hasError) return undefined;
    const { text } = tree;
    return {
      path,
      root: tree.tree.rootNode,
      textOf: (node) => text.slice(node.startIndex, node.endIndex),
    };
  }

  /** `__dirname` of a file, seen from where the framework runs; nothing where it is not below that. */
  folderOf({ path }: LiteralFile): string | undefined {
    const folder = folderOf(path);
    if (folder === this.#folder) return RUNS_IN;
    if (this.#folder === '.') return `${RUNS_IN}/${folder}`;
    return folder.startsWith(`${this.#folder}/`)
      ? `${RUNS_IN}${folder.slice(this.#folder.length)}`
      : undefined;
  }

  /** What a file exports under a name; `*` is all of it. */
  async exported(file: LiteralFile, name: string): Promise<Value> {
    const origin = originOf(file, file.root);
    if (++this.#steps > MOST_STEPS) return open('names that lead too far', origin);
    const { own, all } = exportsOf(file);
    if (name === '*') return this.#allOf(file, own, all);
    const found = own.get(name);
    if (found !== undefined) return this.#valueOf(file, found);
    for (const { module, node } of name === 'default' ? [] : all) {
      const target = await this.#moduleAt(file, module);
      const value =
        target === undefined
          ? open(`what ${module} gives to ${file.path}`, originOf(file, node))
          : await this.exported(target, name);
      if (value.kind !== 'absent') return value;
    }
    return absent(origin);
  }

  async #allOf(file: LiteralFile, own: Exports['own'], all: Exports['all']): Promise<Value> {
    const members = new Map<string, Value>();
    const origin = originOf(file, file.root);
    let more: Unknown | undefined;
    for (const { module, node } of all) {
      const target = await this.#moduleAt(file, module);
      const found = target && (await this.exported(target, '*'));
      if (found?.kind !== 'object')
        more = unknown('unresolved-expression', `what ${module} gives to ${file.path}`, originOf(file, node));
      else {
        for (const [key, value] of found.members) if (key !== 'default') members.set(key, value);
        more ??= found.open;
      }
    }
    for (const [name, one] of own) members.set(name, await this.#valueOf(file, one));
    return objectOf(members, origin, more);
  }

  #valueOf(file: LiteralFile, exported: Exported): Promise<Value> | Value {
    const scope = { file, given: new Map<string, Value>() };
    const origin = originOf(file, exported.node);
    switch (exported.kind) {
      case 'value':
        return this.#values.of(exported.node, scope);
      case 'name':
        return this.named(exported.name, scope, origin);
      case 'member':
        return this.imported(file, exported.module, exported.member, origin);
      default:
        return open(`what ${file.path} exports`, origin);
    }
  }

  /** What `require` gives of a module. */
  async required(file: LiteralFile, module: string, origin: Origin): Promise<Value> {
    const target = /\.json$/.test(module) ? undefined : await this.#moduleAt(file, module);
    if (target === undefined) return this.imported(file, module, '*', origin);
    const { own, isModule } = exportsOf(target);
    return this.exported(target, isModule || !own.has('default') ? '*' : 'default');
  }

  /** What a name means at the top of a file, or what a function around is given for it. */
  async named(name: string, { file, given }: LiteralScope, origin: Origin): Promise<Value> {
    const own = given.get(name);
    if (own !== undefined) return own;
    if (++this.#steps > MOST_STEPS) return open('names that lead too far', origin);
    for (const statement of file.root.namedChildren) {
      if (statement === null) continue;
      if (statement.type === 'import_statement') {
        const member = importedAs(file, statement, name);
        const from = statement.childForFieldName('source');
        if (member !== undefined && from !== null)
          return isChanged(file, name)
            ? open(`what is put into ${name} in ${file.path}`, origin)
            : this.imported(file, unquoted(file.textOf(from)), member, origin);
      }
      const value = declared(file, statement, name);
      if (value === undefined) continue;
      if (value === 'changes' || isChanged(file, name))
        return open(`what ${name} is given in ${file.path}`, origin);
      return this.#values.of(value, { file, given: new Map() });
    }
    return open(`what ${name} is in ${file.path}`, origin);
  }

  /** A function at the top of a file, or one that it imports. */
  async functionNamed(name: string, file: LiteralFile, steps = 0): Promise<FunctionIn | undefined> {
    if (steps > 10) return undefined;
    for (const statement of file.root.namedChildren) {
      if (statement === null) continue;
      const declaration =
        statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
      if (
        declaration?.type === 'function_declaration' &&
        file.textOf(declaration.childForFieldName('name')!) === name
      )
        return { file, node: declaration };
      if (statement.type === 'import_statement') {
        const member = importedAs(file, statement, name);
        const from = statement.childForFieldName('source');
        if (member === undefined || from === null) continue;
        const target = await this.#moduleAt(file, unquoted(file.textOf(from)));
        return target && this.#functionOf(target, member, steps + 1);
      }
      const value = declared(file, statement, name);
      if (value === undefined || value === 'changes') continue;
      return /^(arrow_function|function_expression)$/.test(value.type) ? { file, node: value } : undefined;
    }
    return undefined;
  }

  async #functionOf(file: LiteralFile, member: string, steps: number): Promise<FunctionIn | undefined> {
    if (member !== 'default') {
      for (const statement of file.root.namedChildren) {
        if (statement?.type !== 'export_statement') continue;
        const from = statement.childForFieldName('source');
        const names = statement.descendantsOfType('export_specifier');
        const found = names.find(
          (one) =>
            one !== null &&
            file.textOf(one.childForFieldName('alias') ?? one.childForFieldName('name')!) === member,
        );
        if (from === null || (names.length > 0 && found === undefined)) continue;
        const target = await this.#moduleAt(file, unquoted(file.textOf(from)));
        const name = found ? file.textOf(found.childForFieldName('name')!) : member;
        const made = target && (await this.#functionOf(target, name, steps + 1));
        if (made !== undefined) return made;
      }
      return this.functionNamed(member, file, steps);
    }
    const exported = file.root.namedChildren.find(
      (one) => one?.type === 'export_statement' && one.childForFieldName('value') !== null,
    );
    const value = exported?.childForFieldName('value');
    if (value?.type === 'identifier') return this.functionNamed(file.textOf(value), file, steps);
    return value !== undefined && value !== null && /^(arrow_function|function_expression)$/.test(value.type)
      ? { file, node: value }
      : undefined;
  }

  /** What a file imports from another one: `default`, `*`, or a name. */
  async imported(file: LiteralFile, module: string, member: string, origin: Origin): Promise<Value> {
    if (/^\.{1,2}\/.*\.json$/.test(module)) {
      const path = join(folderOf(file.path), module);
      const read = path === undefined ? undefined : await this.#source.text(path);
      const [whole] = read?.kind === 'text' ? readStructured(path!, read.text).documents : [];
      const own =
        member === 'default' || member === '*'
          ? whole
          : whole?.kind === 'object'
            ? whole.members.get(member)
            : undefined;
      return own ?? open(`what ${module} holds`, origin);
    }
    const target = await this.#moduleAt(file, module);
    if (target === undefined) return open(`what ${module} gives to ${file.path}`, origin);
    const found = await this.exported(target, member);
    return found.kind === 'absent' ? open(`what ${target.path} exports as ${member}`, origin) : found;
  }

  async #moduleAt(file: LiteralFile, module: string): Promise<LiteralFile | undefined> {
    const read = await this.#source.text(file.path);
    const from =
      this.#program.modules.get(file.path) ??
      (read.kind === 'text' ? await moduleOf(this.#source, file.path, read.text) : undefined);
    if (from === undefined) return undefined;
    const at = { line: 1, column: 1 };
    const found = this.#program.resolve(from, { kind: 'module', module, at }, TOP);
    return found.kind === 'module' ? this.file(found.module.file) : undefined;
  }
}

/** The member that a name is of another module. */
function importedAs(file: LiteralFile, statement: SyntaxNode, name: string): string | undefined {
  const clause = statement.namedChildren.find((one) => one?.type === 'import_clause');
  for (const part of clause?.namedChildren ?? []) {
    if (part?.type === 'identifier' && file.textOf(part) === name) return 'default';
    if (part?.type === 'namespace_import' && file.textOf(part.namedChildren[0]!) === name) return '*';
    for (const one of part?.type === 'named_imports' ? part.namedChildren : []) {
      const member = one?.childForFieldName('name');
      if (one === null || member === null || member === undefined) continue;
      if (file.textOf(one.childForFieldName('alias') ?? member) === name) return file.textOf(member);
    }
  }
  return undefined;
}

/** What a name is declared with; `changes` where it may be given another value. */
function declared(
  file: LiteralFile,
  statement: SyntaxNode,
  name: string,
): SyntaxNode | 'changes' | undefined {
  const declaration =
    statement.type === 'export_statement' ? statement.childForFieldName('declaration') : statement;
  if (declaration === null || !/^(lexical|variable)_declaration$/.test(declaration.type)) return undefined;
  for (const one of declaration.namedChildren) {
    const named = one?.childForFieldName('name');
    if (one === null || named?.type !== 'identifier' || file.textOf(named) !== name) continue;
    const value = one.childForFieldName('value');
    return value === null || !/^const\b/.test(file.textOf(declaration)) ? 'changes' : value;
  }
  return undefined;
}

/** Whether something is put into what a name stands for, or may be: `config.plugins.push(…)`, `Object.assign(config, …)`. */
function isChanged(file: LiteralFile, name: string): boolean {
  return changedIn(file).has(name);
}

const changedIn = onceFor((file: LiteralFile): ReadonlySet<string> => {
  const first = (node: SyntaxNode | null | undefined): string | undefined => {
    let at = node ?? null;
    while (at !== null && /^(member|subscript)_expression$/.test(at.type))
      at = at.childForFieldName('object');
    return at?.type === 'identifier' ? file.textOf(at) : undefined;
  };
  const changed = file.root.descendantsOfType([...CHANGING]).map((node) => {
    if (node === null) return undefined;
    if (node.type === 'unary_expression')
      return /^delete\b/.test(file.textOf(node)) ? first(node.childForFieldName('argument')) : undefined;
    if (node.type !== 'call_expression') return first(node.childForFieldName('left'));
    const called = node.childForFieldName('function');
    const said = called === null ? '' : file.textOf(called);
    if (CHANGES_ITS_FIRST.test(said)) return first(node.childForFieldName('arguments')?.namedChildren[0]);
    return /\.(push|unshift|splice|pop|shift|sort|reverse|fill|set|delete)$/.test(said)
      ? first(called)
      : undefined;
  });
  return new Set(changed.flatMap((name) => name ?? []));
});

const CHANGING = [
  'assignment_expression',
  'augmented_assignment_expression',
  'call_expression',
  'unary_expression',
] as const;
const CHANGES_ITS_FIRST =
  /^(Object\.(assign|definePropert(y|ies)|setPrototypeOf)|_?\.?(merge|assign|set|defaultsDeep)|extend)$/;

/** A text that holds where the repository lies is one that no file says. */
function withoutPlaces(value: Value): Value {
  if (value.kind === 'known')
    return typeof value.value === 'string' && value.value.includes(RUNS_IN)
      ? open('the folder that the framework runs in', value.origin)
      : value;
  if (value.kind === 'list') return { ...value, items: value.items.map(withoutPlaces) };
  if (value.kind === 'composed') return { ...value, parts: value.parts.map(withoutPlaces) };
  if (value.kind === 'object')
    return {
      ...value,
      members: new Map([...value.members].map(([name, one]) => [name, withoutPlaces(one)])),
    };
  return value;
}

export function open(what: string, origin: Origin): Value {
  return unknown('unresolved-expression', what, origin);
}

export function originOf(
  { path }: Pick<LiteralFile, 'path'>,
  { startPosition, endPosition }: SyntaxNode,
): Origin {
  return inCode({
    file: path,
    line: startPosition.row + 1,
    column: startPosition.column + 1,
    endLine: endPosition.row + 1,
    endColumn: endPosition.column + 1,
  });
}
