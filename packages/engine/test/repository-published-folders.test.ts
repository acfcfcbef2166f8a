import { describe, expect, it } from 'vitest';
import { openRepository } from '../src/collect/files/open.ts';
import { publishedFolders } from '../src/collect/repository/published-folders.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

/* A page in a folder that is called a demo is a page of people as soon as something puts it where people are. */
const PAGE = { 'demo/index.html': '<script src="app.js"></script>', 'demo/app.js': 'start();' };

describe('folders of demos', () => {
  it.each([
    ['a script', { 'scripts/publish.sh': 'aws s3 sync "$(dirname "$0")/../demo" "s3://$1" --delete\n' }],
    ['a makefile', { Makefile: 'publish:\n\taws s3 cp ./demo/ s3://pages --recursive\n' }],
    ['a manifest', { 'package.json': '{ "scripts": { "publish": "aws s3 sync demo s3://pages" } }' }],
  ])('are published by %s', async (_, files) => {
    const repository = await openRepository(memoryFileSystem({ ...PAGE, ...files }), '/repo');
    expect(await publishedFolders(repository)).toEqual(['demo']);
  });

  it.each([
    ['nothing names them', {}],
    ['they are only fetched', { 'scripts/get.sh': 'aws s3 sync s3://pages demo\n' }],
    ['another folder is published', { 'scripts/publish.sh': 'aws s3 sync site s3://pages\n' }],
  ])('are examples where %s', async (_, files) => {
    const repository = await openRepository(memoryFileSystem({ ...PAGE, ...files }), '/repo');
    expect(await publishedFolders(repository)).toEqual([]);
  });
});
