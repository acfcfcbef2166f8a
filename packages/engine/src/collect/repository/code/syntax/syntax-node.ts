import type { Language, Node, Point, Tree } from 'web-tree-sitter';
import { onceFor } from '../../../../once-for.ts';
import type { Place } from './source-module.ts';

/** What all nodes of a tree share. */
interface Whole {
  readonly root: Node;
  /** What the tree was made of. */
  readonly text: string;
  /** Whether all of it is in the language: what is missing where it is not has no end that its text tells. */
  readonly isWhole: boolean;
  /** Fields are asked for by number: looking for the name is a search of its own. */
  readonly fields: ReadonlyMap<string | null, number>;
}

const fieldsOf = onceFor(
  ({ fields }: Language): Whole['fields'] => new Map(fields.map((name, id) => [name, id])),
);

/**
 * A node of a tree that asks the parser everything once. Each question goes over to WebAssembly and back, and each node that
 * comes back is made anew: what a walk asks decides how long it takes.
 */
export class SyntaxNode {
  readonly #whole: Whole;
  readonly #node: Node;
  readonly type: string;
  #end = -1;
  #named: readonly SyntaxNode[] | undefined;

  private constructor(whole: Whole, node: Node) {
    this.#whole = whole;
    this.#node = node;
    this.type = node.type;
  }

  static rootOf({ rootNode: root, language }: Tree, text: string): SyntaxNode {
    return new SyntaxNode({ root, text, isWhole: !root.hasError, fields: fieldsOf(language) }, root);
  }

  /** The same for the same node of a tree, however it was come to. */
  get id(): number {
    return this.#node.id;
  }

  get startIndex(): number {
    return this.#node.startIndex;
  }

  get endIndex(): number {
    if (this.#end < 0) this.#end = this.#endOfName() ?? this.#node.endIndex;
    return this.#end;
  }

  /** Where a plain name ends its text tells: costs no question. */
  #endOfName(): number | undefined {
    const { text, isWhole } = this.#whole;
    if (!isWhole || !NAMES.has(this.type)) return undefined;
    let end = this.startIndex;
    while (isOfName(text.charCodeAt(end))) end++;
    return end > this.startIndex && endsNames(text.charCodeAt(end)) ? end : undefined;
  }

  /** Where it begins. */
  get at(): Place {
    return placeOf(this.#node.startPosition);
  }

  /** Just behind its last character. */
  get end(): Place {
    return placeOf(this.#node.endPosition);
  }

  /** As it is written. */
  get text(): string {
    return this.#whole.text.slice(this.startIndex, this.endIndex);
  }

  /** What is written in it before a part of it: costs no question, as its beginning does. */
  textBefore(part: SyntaxNode): string {
    return this.#whole.text.slice(this.startIndex, part.startIndex);
  }

  /** Whether it begins so. */
  startsWith(text: string): boolean {
    return this.#whole.text.startsWith(text, this.startIndex);
  }

  /** Its parts without the signs between them. */
  get namedChildren(): readonly SyntaxNode[] {
    this.#named ??= this.#all(this.#node.namedChildren);
    return this.#named;
  }

  get namedChildCount(): number {
    return this.#named?.length ?? this.#node.namedChildCount;
  }

  /** Its parts with all signs: made anew each time. */
  get children(): readonly SyntaxNode[] {
    return this.#all(this.#node.children);
  }

  get nextNamedSibling(): SyntaxNode | null {
    return this.#one(this.#node.nextNamedSibling);
  }

  get parent(): SyntaxNode | null {
    return this.#one(this.#node.parent);
  }

  get root(): SyntaxNode {
    return new SyntaxNode(this.#whole, this.#whole.root);
  }

  childForFieldName(name: string): SyntaxNode | null {
    const id = this.#whole.fields.get(name);
    return id === undefined ? null : this.#one(this.#node.childForFieldId(id));
  }

  /** Two fields that it always has, in their order: where it has no other parts, both are known with one question. */
  bothParts(first: string, second: string): readonly [SyntaxNode | null, SyntaxNode | null] {
    const parts = this.namedChildren;
    return parts.length === 2 && this.#whole.isWhole
      ? [parts[0]!, parts[1]!]
      : [this.childForFieldName(first), this.childForFieldName(second)];
  }

  childrenForFieldName(name: string): readonly SyntaxNode[] {
    return this.#all(this.#node.childrenForFieldName(name));
  }

  descendantsOfType(types: string | string[]): readonly SyntaxNode[] {
    return this.#all(this.#node.descendantsOfType(types));
  }

  #one(node: Node | null): SyntaxNode | null {
    return node === null ? null : new SyntaxNode(this.#whole, node);
  }

  #all(nodes: readonly (Node | null)[]): readonly SyntaxNode[] {
    const all: SyntaxNode[] = [];
    for (const node of nodes) if (node !== null) all.push(new SyntaxNode(this.#whole, node));
    return all;
  }
}

const NAMES: ReadonlySet<string> = new Set([
  'identifier',
  'property_identifier',
  'shorthand_property_identifier',
  'shorthand_property_identifier_pattern',
  'type_identifier',
]);

/** Letters, digits and `_`, as far as all languages agree. */
function isOfName(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/** Whether no name goes on with it: other letters may, and `$`, `-` (of attributes) and escapes. Behind the last is nothing. */
function endsNames(code: number): boolean {
  return Number.isNaN(code) || (code < 128 && code !== 36 && code !== 45 && code !== 92);
}

/** As editors count. */
export function placeOf({ row, column }: Point): Place {
  return { line: row + 1, column: column + 1 };
}
