import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Node } from 'web-tree-sitter';
import { type GrammarName, grammarOf } from '../src/collect/cdk/source/grammar.ts';
import { flatTree } from '../src/collect/repository/code/syntax/flat-tree.ts';
import { parsedCode, parserOf } from '../src/collect/repository/code/syntax/parse-code.ts';
import { ParsingThread } from '../src/collect/repository/code/syntax/parsing-thread.ts';
import { SyntaxNode } from '../src/collect/repository/code/syntax/syntax-node.ts';

interface Code {
  readonly name: string;
  readonly grammar: GrammarName;
  readonly text: string;
}

const top = join(import.meta.dirname, '../../..');
const code: readonly Code[] = [
  ...globSync(['examples/*/**/*.{ts,tsx,js,py}', 'packages/cli/src/*.ts'], {
    cwd: top,
    exclude: (path) => /node_modules|cdk\.out/.test(path),
  })
    .sort()
    .filter((_, index) => index % 3 === 0)
    .map((name) => ({ name, grammar: grammarOf(name)!, text: readFileSync(join(top, name), 'utf8') })),
  { name: 'broken', grammar: 'typescript', text: 'const a = {\n  b: [1, \n};;; ) function {\nlet ä = "€\n' },
  { name: 'broken Python', grammar: 'python', text: 'def f(:\n  return [1,\n\nclass 3:\n' },
  {
    name: 'a form of other letters',
    grammar: 'typescript',
    text: "type A = import('x').B<C>;\nlet b = '😀';\n",
  },
  { name: 'a form that the grammar lacks', grammar: 'tsx', text: 'const A = s.div<{ w: boolean }>`a`;\n' },
  { name: 'nothing', grammar: 'python', text: '' },
];

/**
 * All that walks ask of a node, by the parser's own answers. In broken code it knows siblings that it does not find, and in
 * some types fields that are no parts of the node: it is asked for what it lists.
 */
function toldByParser(node: Node, fields: readonly string[]): unknown {
  return {
    type: node.type,
    text: node.text,
    from: [node.startIndex, node.startPosition.row + 1, node.startPosition.column + 1],
    to: [node.endIndex, node.endPosition.row + 1, node.endPosition.column + 1],
    named: node.namedChildren.map((child) => child?.startIndex),
    next: node.parent?.namedChildren.find((one) => one!.startIndex >= node.endIndex && one!.id !== node.id)
      ?.startIndex,
    around: node.parent?.type,
    fields: fields.flatMap((field) => {
      const child = node.childForFieldName(field);
      return child === null || child.parent?.id !== node.id ? [] : [[field, child.startIndex, child.type]];
    }),
    inFields: fields.map((field) => node.childrenForFieldName(field).length),
    parts: node.children.map((child) => child && toldByParser(child, fields)),
  };
}

function toldByTree(node: SyntaxNode, fields: readonly string[]): unknown {
  return {
    type: node.type,
    text: node.text,
    from: [node.startIndex, node.at.line, node.at.column],
    to: [node.endIndex, node.end.line, node.end.column],
    named: node.namedChildren.map((child) => child.startIndex),
    next: node.nextNamedSibling?.startIndex,
    around: node.parent?.type,
    fields: fields.flatMap((field) => {
      const child = node.childForFieldName(field);
      return child === null ? [] : [[field, child.startIndex, child.type]];
    }),
    inFields: fields.map((field) => node.childrenForFieldName(field).length),
    parts: node.children.map((child) => toldByTree(child, fields)),
  };
}

/** The fields that walks ask for, in all languages. */
const FIELDS = [
  'name',
  'function',
  'arguments',
  'body',
  'object',
  'left',
  'right',
  'value',
  'operators',
  'key',
];

describe('a tree as numbers', () => {
  it.each(code.filter(({ text }) => text.length < 3000))(
    'says of $name what the parser says',
    async ({ grammar, text }) => {
      const tree = (await parserOf(grammar)).parse(text)!;
      const root = SyntaxNode.rootOf(flatTree(tree, text));
      expect(toldByTree(root, FIELDS)).toEqual(toldByParser(tree.rootNode, FIELDS));
      tree.delete();
    },
  );

  it('finds all nodes of a type in a node', async () => {
    const { tree } = (await parsedCode('typescript', 'f(a, (b) => a + c(b));'))!;
    const names = SyntaxNode.rootOf(tree).descendantsOfType('identifier');
    expect(names.map(({ text }) => text)).toEqual(['f', 'a', 'b', 'a', 'c', 'b']);
  });
});

describe('the thread that parses', () => {
  let thread: ParsingThread | undefined;
  afterEach(() => thread?.end());
  const here = () => Promise.all(code.map(({ grammar, text }) => parsedCode(grammar, text)));
  const there = (by: ParsingThread) => code.map(({ grammar, text }) => by.parse(grammar, text));

  it('gives what this thread would', async () => {
    thread = new ParsingThread();
    expect(await Promise.all(there(thread))).toEqual(await here());
  });

  it('loses nothing where it ends before it is done', async () => {
    thread = new ParsingThread();
    const asked = there(thread);
    await asked[0];
    thread.end();
    expect(await Promise.all(asked)).toEqual(await here());
  });

  it('is not missed when it has ended', async () => {
    thread = new ParsingThread();
    thread.end();
    expect(await Promise.all(there(thread))).toEqual(await here());
  });

  it('is there for much code and more than one processor only', () => {
    const paths = (count: number) => Array.from({ length: count }, (_, n) => `src/${n}.ts`);
    expect(ParsingThread.for(paths(149), 2)).toBeUndefined();
    expect(ParsingThread.for(paths(150), 1)).toBeUndefined();
    expect(ParsingThread.for([...paths(149), 'README.md'], 2)).toBeUndefined();
    thread = ParsingThread.for(paths(150), 2);
    expect(thread).toBeDefined();
  });
});
