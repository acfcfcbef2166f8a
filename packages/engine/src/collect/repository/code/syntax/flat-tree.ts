import type { Language, Tree, TreeCursor } from 'web-tree-sitter';
import { onceFor } from '../../../../once-for.ts';

/** What the numbers of types and fields mean in a grammar. */
export interface Kinds {
  /** By the number of the type; {@link NO_TYPE} stands for what is not in the language. */
  readonly names: readonly string[];
  readonly isNamed: readonly boolean[];
  /** By name. A node that is in no field has the field 0. */
  readonly fields: ReadonlyMap<string, number>;
}

/**
 * A tree as numbers: the nodes in the order in which they begin, what holds others before them. To ask the parser costs a way
 * over to WebAssembly and back for each question; this costs one walk, and goes to another thread as it is.
 */
export interface FlatTree {
  readonly kinds: Kinds;
  /** {@link COLUMNS} for each node. */
  readonly nodes: Int32Array;
  /** What the tree was made of. */
  readonly text: string;
  /** Whether all of it is in the language: what is missing where it is not has no end that its text tells. */
  readonly isWhole: boolean;
}

/** How many numbers a node has, and which: places are in UTF-16 units, `BEHIND` is the node that follows behind all of its parts. */
export const COLUMNS = 5;
export const TYPE = 0;
export const FIELD = 1;
export const START = 2;
export const END = 3;
export const BEHIND = 4;

export const NO_TYPE = 'ERROR';

const kindsOf = onceFor((language: Language): Kinds => {
  const { types, fields } = language;
  return {
    names: types,
    isNamed: types.map((_, type) => language.nodeTypeIsNamed(type)),
    fields: new Map(fields.flatMap((name, field) => (name === null ? [] : [[name, field]]))),
  };
});

export function flatTree(tree: Tree, text: string): FlatTree {
  const cursor = tree.walk();
  try {
    return {
      kinds: kindsOf(tree.language),
      nodes: Int32Array.from(nodesUnder(cursor)),
      text,
      isWhole: !tree.rootNode.hasError,
    };
  } finally {
    cursor.delete();
  }
}

function nodesUnder(cursor: TreeCursor): readonly number[] {
  const nodes: number[] = [];
  const open: number[] = [];
  for (;;) {
    const at = nodes.length;
    nodes.push(cursor.nodeTypeId, cursor.currentFieldId, cursor.startIndex, cursor.endIndex, 0);
    if (cursor.gotoFirstChild()) {
      open.push(at);
      continue;
    }
    nodes[at + BEHIND] = nodes.length;
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return nodes;
      nodes[open.pop()! + BEHIND] = nodes.length;
    }
  }
}
