import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { nodeFileSystem } from '../src/collect/files/node-file-system.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

const open = (files: Record<string, MemoryFile>, options = {}) =>
  openRepository(memoryFileSystem(files), '/repo', options);

test('walking lists files in order and reads none of them', async () => {
  const fs = memoryFileSystem({ 'b.tf': 'b', 'a/z.tf': 'z', 'a/b.tf': 'b' });
  const repository = await openRepository(fs, '/repo');
  expect(repository.paths).toEqual(['a/b.tf', 'a/z.tf', 'b.tf']);
  expect(fs.reads).toEqual([]);
});

test('dependencies and build results are left out, modules of terraform init are read', async () => {
  const repository = await open({
    'main.tf': '',
    'node_modules/x/main.tf': '',
    'build/main.tf': '',
    '.git/config': '',
    '.airworthy/run.json': '',
    '.terraform/providers/aws': '',
    '.terraform/modules/modules.json': '',
    '.terraform/modules/vpc/main.tf': '',
    '.terraform/modules/vpc/node_modules/x.js': '',
    'cdk.out/a.template.json': '',
  });
  expect(repository.paths).toEqual([
    '.terraform/modules/modules.json',
    '.terraform/modules/vpc/main.tf',
    'cdk.out/a.template.json',
    'main.tf',
  ]);
  expect(repository.leftOut('build/api.zip')).toContain('left out');
  expect(repository.leftOut('missing.tf')).toBeUndefined();
});

test('a file is read once, without its byte order mark', async () => {
  const fs = memoryFileSystem({ 'a.tf': '\uFEFFlocals {}' });
  const repository = await openRepository(fs, '/repo');
  expect(await repository.text('a.tf')).toEqual({ kind: 'text', text: 'locals {}' });
  await repository.text('a.tf');
  await repository.bytes('a.tf');
  expect(fs.reads).toHaveLength(1);
});

test('what cannot be read says why', async () => {
  const repository = await open({
    'binary.tf': new Uint8Array([1, 0, 2]),
    'key.js': `${'// ledger\n'.repeat(30)}const key = \`\${id}\0\${kind}\`;\n`,
    'locked.tf': { error: 'EACCES' },
    'big.tf': 'x'.repeat(6 * 1024 * 1024),
  });
  expect(await repository.text('key.js')).toMatchObject({
    kind: 'text',
    text: expect.stringContaining('${id}␀${kind}'),
  });
  expect(await repository.text('binary.tf')).toEqual({ kind: 'skipped', why: 'binary' });
  expect(await repository.bytes('binary.tf')).toEqual(new Uint8Array([1, 0, 2]));
  expect(await repository.text('locked.tf')).toEqual({ kind: 'skipped', why: 'permission denied' });
  expect(await repository.text('big.tf')).toEqual({
    kind: 'skipped',
    why: 'larger than the limit of 5 MB (6 MB)',
  });
  expect(await repository.text('none.tf')).toEqual({ kind: 'skipped', why: 'no such file' });
  expect(await repository.text('../etc/passwd')).toEqual({
    kind: 'skipped',
    why: 'outside the assessed folder',
  });
});

test('links inside the folder are followed, links out of it and circles are not', async () => {
  const repository = await open({
    'shared/common.tf': 'shared',
    'live/common.tf': { link: '../shared/common.tf' },
    'live/modules': { link: '../shared' },
    'live/circle': { link: '..' },
    'live/self': { link: 'self' },
    'live/out.tf': { link: '/etc/passwd' },
    '../etc/passwd': 'root',
    'live/gone': { link: './nothing' },
  });
  expect(repository.paths).toEqual(['live/common.tf', 'live/modules/common.tf', 'shared/common.tf']);
  expect(repository.skipped).toEqual([
    { file: 'live/circle', why: 'a link that leads back to where it stands' },
    { file: 'live/gone', why: 'a link to something that does not exist' },
    { file: 'live/out.tf', why: 'a link that leads out of the assessed folder', is: 'file' },
    { file: 'live/self', why: 'a link that leads back to where it stands' },
  ]);
  expect(await repository.text('live/out.tf')).toEqual({
    kind: 'skipped',
    why: 'a link that leads out of the assessed folder',
  });
});

test('a folder without permission is listed and everything else is read', async () => {
  const repository = await open({ secret: { error: 'EACCES' }, 'a.tf': '' });
  expect(repository.paths).toContain('a.tf');
});

test('the walk ends with a notice when there are too many files', async () => {
  const files = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`f${i}.tf`, '']));
  const repository = await open(files, { maximumFiles: 10 });
  expect(repository.paths).toHaveLength(10);
  expect(repository.skipped).toEqual([{ file: '.', why: 'more than 10 files; the rest was not looked at' }]);
});

const folder = mkdtempSync(join(tmpdir(), 'airworthy-files-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('the file system of the machine behaves the same', async () => {
  mkdirSync(join(folder, 'infra/deep'), { recursive: true });
  writeFileSync(join(folder, 'infra/main.tf'), '\uFEFFlocals {}');
  symlinkSync('..', join(folder, 'infra/deep/up'));
  symlinkSync('/etc', join(folder, 'infra/etc'));
  symlinkSync('main.tf', join(folder, 'infra/copy.tf'));
  symlinkSync('loop', join(folder, 'infra/loop'));
  const repository = await openRepository(nodeFileSystem, folder);
  expect(repository.paths).toEqual(['infra/copy.tf', 'infra/main.tf']);
  expect(repository.skipped.map((s) => s.file)).toEqual(['infra/deep/up', 'infra/etc', 'infra/loop']);
  expect(await repository.text('infra/copy.tf')).toEqual({ kind: 'text', text: 'locals {}' });
});

test('a folder that does not exist is an error for the caller to tell', async () => {
  await expect(openRepository(nodeFileSystem, join(folder, 'none'))).rejects.toMatchObject({
    code: 'ENOENT',
  });
});
