import type { Point } from 'web-tree-sitter';
import { BEHIND, COLUMNS, END, FIELD, type FlatTree, NO_TYPE, START, TYPE } from './flat-tree.ts';
import type { Place } from './source-module.ts';

/** What all nodes of a tree share. */
interface Whole extends FlatTree {
  readonly lines: Lines;
}

/** A node of a tree, with the questions that walks ask. */
export class SyntaxNode {
  readonly #whole: Whole;
  /** The same for the same node of a tree, however it was come to. */
  readonly id: number;
  readonly type: string;
  #named: readonly SyntaxNode[] | undefined;

  private constructor(whole: Whole, id: number) {
    this.#whole = whole;
    this.id = id;
    this.type = whole.kinds.names[whole.nodes[id + TYPE]!] ?? NO_TYPE;
  }

  static rootOf(tree: FlatTree): SyntaxNode {
    return new SyntaxNode({ ...tree, lines: new Lines(tree.text) }, 0);
  }

  get startIndex(): number {
    return this.#whole.nodes[this.id + START]!;
  }

  get endIndex(): number {
    return this.#whole.nodes[this.id + END]!;
  }

  /** Where it begins. */
  get at(): Place {
    return this.#whole.lines.placeOf(this.startIndex);
  }

  /** Just behind its last character. */
  get end(): Place {
    return this.#whole.lines.placeOf(this.endIndex);
  }

  /** As it is written. */
  get text(): string {
    return this.#whole.text.slice(this.startIndex, this.endIndex);
  }

  /** What is written in it before a part of it. */
  textBefore(part: SyntaxNode): string {
    return this.#whole.text.slice(this.startIndex, part.startIndex);
  }

  /** Whether it begins so. */
  startsWith(text: string): boolean {
    return this.#whole.text.startsWith(text, this.startIndex);
  }

  /** Its parts without the signs between them. */
  get namedChildren(): readonly SyntaxNode[] {
    this.#named ??= this.#parts((id) => this.#isNamed(id));
    return this.#named;
  }

  get namedChildCount(): number {
    return this.namedChildren.length;
  }

  /** Its parts with all signs: made anew each time. */
  get children(): readonly SyntaxNode[] {
    return this.#parts(() => true);
  }

  get nextNamedSibling(): SyntaxNode | null {
    const around = this.#around();
    const { nodes } = this.#whole;
    if (around < 0) return null;
    for (let id = nodes[this.id + BEHIND]!; id < nodes[around + BEHIND]!; id = nodes[id + BEHIND]!)
      if (this.#isNamed(id)) return this.#node(id);
    return null;
  }

  get parent(): SyntaxNode | null {
    const around = this.#around();
    return around < 0 ? null : this.#node(around);
  }

  /** The types of all that it stands in, the outermost first. */
  get typesAround(): readonly string[] {
    const { nodes } = this.#whole;
    const types: string[] = [];
    for (let id = 0; id < this.id; )
      if (nodes[id + BEHIND]! > this.id) {
        types.push(this.#node(id).type);
        id += COLUMNS;
      } else id = nodes[id + BEHIND]!;
    return types;
  }

  get root(): SyntaxNode {
    return this.#node(0);
  }

  childForFieldName(name: string): SyntaxNode | null {
    const field = this.#whole.kinds.fields.get(name);
    const { nodes } = this.#whole;
    const behind = nodes[this.id + BEHIND]!;
    if (field === undefined) return null;
    for (let id = this.id + COLUMNS; id < behind; id = nodes[id + BEHIND]!)
      if (nodes[id + FIELD] === field) return this.#node(id);
    return null;
  }

  childrenForFieldName(name: string): readonly SyntaxNode[] {
    const field = this.#whole.kinds.fields.get(name);
    return this.#parts((id) => this.#whole.nodes[id + FIELD] === field);
  }

  /** All of such types in it, and itself where it is of one. */
  descendantsOfType(...types: readonly string[]): readonly SyntaxNode[] {
    const { nodes, kinds } = this.#whole;
    const found: SyntaxNode[] = [];
    for (let id = this.id; id < nodes[this.id + BEHIND]!; id += COLUMNS)
      if (types.includes(kinds.names[nodes[id + TYPE]!] ?? NO_TYPE)) found.push(this.#node(id));
    return found;
  }

  #isNamed(id: number): boolean {
    return this.#whole.kinds.isNamed[this.#whole.nodes[id + TYPE]!] ?? true;
  }

  #parts(isWanted: (id: number) => boolean): readonly SyntaxNode[] {
    const { nodes } = this.#whole;
    const behind = nodes[this.id + BEHIND]!;
    const parts: SyntaxNode[] = [];
    for (let id = this.id + COLUMNS; id < behind; id = nodes[id + BEHIND]!)
      if (isWanted(id)) parts.push(this.#node(id));
    return parts;
  }

  /** The node that it is a part of: looked for from the root on, which few ask for. Less than zero of the root. */
  #around(): number {
    const { nodes } = this.#whole;
    let around = -1;
    for (let id = 0; id < this.id; )
      if (nodes[id + BEHIND]! > this.id) {
        around = id;
        id += COLUMNS;
      } else id = nodes[id + BEHIND]!;
    return around;
  }

  #node(id: number): SyntaxNode {
    return new SyntaxNode(this.#whole, id);
  }
}

/** The lines of a text. */
class Lines {
  readonly #starts: number[] = [0];
  /** Who asks goes through the text from place to place: the next is often in the same line. */
  #last = 0;

  constructor(text: string) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  placeOf(index: number): Place {
    if (!this.#isIn(this.#last, index)) this.#last = this.#lineOf(index);
    return { line: this.#last + 1, column: index - this.#starts[this.#last]! + 1 };
  }

  #isIn(line: number, index: number): boolean {
    return this.#starts[line]! <= index && index < (this.#starts[line + 1] ?? Number.POSITIVE_INFINITY);
  }

  #lineOf(index: number): number {
    let from = 0;
    let to = this.#starts.length - 1;
    while (from < to) {
      const middle = (from + to + 1) >>> 1;
      if (this.#starts[middle]! <= index) from = middle;
      else to = middle - 1;
    }
    return from;
  }
}

/** As editors count. */
export function placeOf({ row, column }: Point): Place {
  return { line: row + 1, column: column + 1 };
}
