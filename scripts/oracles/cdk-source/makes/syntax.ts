import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Language, Parser, type TreeCursor } from 'web-tree-sitter';

/** A node of a syntax tree, with its way up. */
export class Syntax {
  readonly type: string;
  readonly field: string | null;
  readonly parent: Syntax | undefined;
  readonly children: Syntax[] = [];
  readonly #source: string;
  readonly #start: number;
  readonly #end: number;

  constructor(cursor: TreeCursor, source: string, parent: Syntax | undefined) {
    this.type = cursor.nodeType;
    this.field = cursor.currentFieldName;
    this.parent = parent;
    this.#source = source;
    this.#start = cursor.startIndex;
    this.#end = cursor.endIndex;
    parent?.children.push(this);
  }

  get text(): string {
    return this.#source.slice(this.#start, this.#end);
  }

  /** The first characters, where the whole may be a whole file. */
  get beginning(): string {
    return this.#source.slice(this.#start, Math.min(this.#end, this.#start + 300));
  }

  child(field: string): Syntax | undefined {
    return this.children.find((child) => child.field === field);
  }

  has(type: string): boolean {
    return this.children.some((child) => child.type === type);
  }

  /** Without parentheses around it. */
  get bare(): Syntax {
    const inner = this.children[1];
    if (this.type !== 'parenthesized_expression' || inner === undefined) return this;
    // `(0, f)(x)` calls `f`.
    return (inner.type === 'sequence_expression' ? (inner.children.at(-1) ?? inner) : inner).bare;
  }

  /** What it is part of, without parentheses between. */
  get around(): { readonly node: Syntax | undefined; readonly field: string | null } {
    let at: Syntax = this;
    while (
      at.parent?.type === 'parenthesized_expression' ||
      (at.parent?.type === 'sequence_expression' &&
        at.parent.parent?.type === 'parenthesized_expression' &&
        at.parent.children.at(-1) === at)
    )
      at = at.parent;
    return { node: at.parent, field: at.field };
  }
}

const require = createRequire(import.meta.url);
const parser = Parser.init().then(async () => {
  const made = new Parser();
  made.setLanguage(
    await Language.load(
      await readFile(require.resolve('tree-sitter-javascript/tree-sitter-javascript.wasm')),
    ),
  );
  return made;
});

/** JavaScript as its syntax. Compiled code nests thousands deep, so that nothing here calls itself. */
export async function syntaxOf(source: string): Promise<Syntax> {
  const tree = (await parser).parse(source);
  if (tree === null) throw new Error('not parsed');
  if (tree.rootNode.hasError) throw new Error('not JavaScript as the grammar knows it');
  const cursor = tree.walk();
  const root = new Syntax(cursor, source, undefined);
  let at: Syntax | undefined = root;
  while (at !== undefined) {
    if (cursor.gotoFirstChild()) at = new Syntax(cursor, source, at);
    else {
      while (at !== undefined && !cursor.gotoNextSibling()) {
        at = at.parent;
        if (at === undefined || !cursor.gotoParent()) return done();
      }
      if (at?.parent === undefined) return done();
      at = new Syntax(cursor, source, at.parent);
    }
  }
  return done();

  function done(): Syntax {
    cursor.delete();
    tree?.delete();
    return root;
  }
}
