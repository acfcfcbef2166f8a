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
      nodes: nodesUnder(cursor),
      text,
      isWhole: !tree.rootNode.hasError,
    };
  } finally {
    cursor.delete();
  }
}

/** Filled by one tree after the other; a tree has its own part of it as a copy. */
let room = new Int32Array(COLUMNS * 2 ** 14);

function nodesUnder(cursor: TreeCursor): Int32Array {
  const open: number[] = [];
  for (let at = 0; ; at += COLUMNS) {
    if (at + COLUMNS > room.length) room = twice(room);
    room[at + TYPE] = cursor.nodeTypeId;
    room[at + FIELD] = cursor.currentFieldId;
    room[at + START] = cursor.startIndex;
    room[at + END] = cursor.endIndex;
    if (cursor.gotoFirstChild()) {
      open.push(at);
      continue;
    }
    room[at + BEHIND] = at + COLUMNS;
    while (!cursor.gotoNextSibling()) {
      if (!cursor.gotoParent()) return room.slice(0, at + COLUMNS);
      room[open.pop()! + BEHIND] = at + COLUMNS;
    }
  }
}

function twice(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}
