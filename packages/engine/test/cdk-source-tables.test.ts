import { describe, expect, it } from 'vitest';
import type { Value } from '../src/model/value.ts';
import { readSource } from './support/cdk-source.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const HEAD = `import { App, Stack } from 'aws-cdk-lib';
import { AttributeType, Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
const stack = new Stack(new App(), 'S');
const text = (name: string) => ({ name, type: AttributeType.STRING });
const shelf = (props = {}) => new Table(stack, 'T', { partitionKey: text('isbn'), ...props });
`;

/** The key and the indexes of the table that a program makes: `isbn`, `by-author(author, year)`, `…` where more may be there. */
async function tableOf(more: string, head = HEAD) {
  const files = { 'cdk.json': '{"app": "npx tsx app.ts"}', 'app.ts': `${head}${more}` };
  const { resources } = await readSource('/repo', undefined, memoryFileSystem(files));
  const members = resources[0]?.properties.members;
  const keys = (value: Value | undefined) => itemsOf(value, (key) => textIn(key, 'AttributeName')).join(', ');
  const indexes = (value: Value | undefined) =>
    itemsOf(value, (index) => `${textIn(index, 'IndexName')}(${keys(memberOf(index, 'KeySchema'))})`);
  return [keys(members?.get('KeySchema')), ...indexes(members?.get('GlobalSecondaryIndexes'))];
}

function itemsOf(value: Value | undefined, inWords: (item: Value) => string): readonly string[] {
  if (value?.kind !== 'list') return ['?'];
  return [...value.items.map(inWords), ...(value.open === undefined ? [] : ['…'])];
}

function memberOf(value: Value, name: string): Value | undefined {
  return value.kind === 'object' ? value.members.get(name) : undefined;
}

function textIn(value: Value, name: string): string {
  const member = memberOf(value, name);
  return member?.kind === 'known' ? String(member.value) : '?';
}

const INDEX = "addGlobalSecondaryIndex({ indexName: 'by-author', partitionKey: text('author') })";

describe('the key of a table', () => {
  it.each([
    ['shelf();', ['isbn', '?']],
    ["shelf({ sortKey: text('copy') });", ['isbn, copy', '?']],
    ['shelf({ sortKey: undefined });', ['isbn', '?']],
    ["new TableV2(stack, 'T', { partitionKey: text('isbn') });", ['isbn', '?']],
    ["const KEY = 'isbn'; new Table(stack, 'T', { partitionKey: text(KEY) });", ['isbn', '?']],
  ])('is what its properties say: %s', async (more, expected) => {
    expect(await tableOf(more)).toEqual(expected);
  });

  it.each([
    ['shelf({ sortKey: chosen() });', ['isbn, …', '?']],
    ['shelf({ sortKey: process.env.SORTED ? text("copy") : undefined });', ['isbn, …', '?']],
    ['shelf(chosen());', ['?', '?']],
    ["new Table(stack, 'T', { partitionKey: text(process.env.KEY) });", ['?', '?']],
    ["new Table(stack, 'T', { partitionKey: chosen() });", ['?', '?']],
  ])('is open where they do not: %s', async (more, expected) => {
    expect(await tableOf(more)).toEqual(expected);
  });
});

describe('the indexes of a table', () => {
  it.each([
    [`shelf().${INDEX};`, ['isbn', 'by-author(author)', '…']],
    [
      "const t = shelf(); for (const name of ['author', 'year']) t.addGlobalSecondaryIndex({ indexName: `by-${name}`, partitionKey: text(name) });",
      ['isbn', 'by-author(author)', 'by-year(year)', '…'],
    ],
    [
      `class Shelf extends Table { constructor(s: any, id: string) { super(s, id, { partitionKey: text('isbn') }); this.${INDEX}; } } new Shelf(stack, 'T');`,
      ['isbn', 'by-author(author)', '…'],
    ],
    [
      "new TableV2(stack, 'T', { partitionKey: text('isbn'), globalSecondaryIndexes: [{ indexName: 'by-author', partitionKey: text('author') }] });",
      ['isbn', 'by-author(author)', '…'],
    ],
  ])('are those that are added: %s', async (more, expected) => {
    expect(await tableOf(more)).toEqual(expected);
  });

  it.each([
    [`const t = shelf(); if (process.env.INDEXED) t.${INDEX};`, ['isbn', '?']],
    [`const t = shelf(); for (const name of chosen()) t.${INDEX};`, ['isbn', '?']],
    [`const t = shelf(); const later = () => t.${INDEX};`, ['isbn', '?']],
    [
      "shelf().addGlobalSecondaryIndex({ indexName: chosen(), partitionKey: text('author') });",
      ['isbn', '?(author)', '…'],
    ],
    [
      "shelf().addGlobalSecondaryIndex({ indexName: 'by-two', partitionKeys: [text('a'), text('b')] });",
      ['isbn', 'by-two(?)', '…'],
    ],
    [`const t = shelf(); t.${INDEX}; (t.node.defaultChild as any).globalSecondaryIndexes = [];`, ['?', '?']],
    [`const t = shelf(); t.${INDEX}; chosen(t);`, ['?', '?']],
  ])('are not told where they may not be there, or be others: %s', async (more, expected) => {
    expect(await tableOf(`import { chosen } from 'chosen';\n${more}`)).toEqual(expected);
  });
});
