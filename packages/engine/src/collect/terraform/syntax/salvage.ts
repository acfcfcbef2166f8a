import type { Node, Tree } from 'web-tree-sitter';
import type { Fault } from './build.ts';

/** A line on which a block of a Terraform file begins. */
export const BLOCK_HEADER =
  /^(?:resource|data|ephemeral|module|variable|output|locals|provider|terraform|moved|import|removed|check)\b.*\{/gm;

/** The first place at which a tree does not fit the grammar, and what is wrong there in words. */
export function firstError(tree: Tree, text: string): Fault | undefined {
  let node: Node = tree.rootNode;
  if (!node.hasError) return undefined;
  // Down to the innermost node that is itself the error; a loop, because trees can be very deep.
  for (let depth = 0; depth < 2000; depth++) {
    if (node.isError || node.isMissing) break;
    const child = firstChildWithError(node);
    if (child === undefined) break;
    node = child;
  }
  return { offset: node.startIndex, message: inWords(node, text) };
}

function firstChildWithError(node: Node): Node | undefined {
  const cursor = node.walk();
  try {
    if (!cursor.gotoFirstChild()) return undefined;
    do {
      const child = cursor.currentNode;
      if (child.isMissing || child.isError || child.hasError) return child;
    } while (cursor.gotoNextSibling());
    return undefined;
  } finally {
    cursor.delete();
  }
}

function inWords(node: Node, text: string): string {
  if (node.isMissing) {
    const wanted = node.type.includes('template')
      ? 'unclosed string'
      : `expected ${NAMES[node.type] ?? `"${node.type}"`}`;
    return wanted;
  }
  const found = text
    .slice(node.startIndex, node.startIndex + 40)
    .split('\n')[0]!
    .trim();
  if (/^(?:<{7}|={7}|>{7})/.test(found)) return 'a merge conflict marker';
  if (/["\n]$/.test(found) && (found.match(/"/g)?.length ?? 0) % 2 === 1) return 'unclosed string';
  return found === ''
    ? 'unexpected end'
    : `unexpected ${found.length > 30 ? `${found.slice(0, 30)}…` : found}`;
}

const NAMES: Record<string, string> = {
  '<<': 'an expression',
  heredoc_identifier: 'the end of a heredoc',
  block_end: '}',
  object_end: '}',
  tuple_end: ']',
  identifier: 'a name',
  expression: 'an expression',
};

/** Start of the first line after `offset` that looks like a block header, or the end of the text. */
export function nextHeader(text: string, offset: number): number {
  BLOCK_HEADER.lastIndex = offset;
  for (let match = BLOCK_HEADER.exec(text); match !== null; match = BLOCK_HEADER.exec(text)) {
    if (match.index > offset) return match.index;
  }
  return text.length;
}
