import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readModule } from './module-releases.ts';

const clones: string[] = [];
afterEach(() => {
  for (const clone of clones.splice(0)) rmSync(clone, { recursive: true });
});

/** A repository with these releases, the oldest first. */
function cloneOf(releases: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const clone = mkdtempSync(join(tmpdir(), 'releases-'));
  clones.push(clone);
  const git = (...command: string[]) =>
    execFileSync('git', ['-C', clone, '-c', 'user.name=a', '-c', 'user.email=a@example.com', ...command], {
      stdio: 'pipe',
    });
  git('init', '--quiet');
  for (const [tag, files] of Object.entries(releases)) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      writeFileSync(join(clone, path), text);
    }
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', '--message', tag);
    git('tag', tag);
  }
  return clone;
}

const QUEUE = 'resource "aws_sqs_queue" "this" {}\n';
const TOPIC = 'resource "aws_sns_topic" "this" {}\n';

test('types and calls of all releases are kept, with the newest that has them', () => {
  const { folders, before } = readModule(
    cloneOf({
      'v1.0.0': {
        'main.tf': `${QUEUE}module "a" {\n  source = "./modules/a"\n}\n`,
        'modules/a/main.tf': TOPIC,
        'examples/all/main.tf': 'resource "aws_instance" "shown" {}\n',
      },
      'v1.1.0': {
        'main.tf':
          'module "b" {\n  source  = "somebody/b/aws"\n  version = "~> 2.0"\n}\nmodule "c" {\n  source = local.c\n}\n',
      },
      unreleased: { 'main.tf': 'resource "aws_instance" "later" {}\n' },
    }),
  );
  expect([...folders.keys()].sort()).toEqual(['.', 'modules/a']);
  const { types, calls, unread } = folders.get('.')!;
  expect([...types]).toEqual([['aws_sqs_queue', [1, 0, 0]]]);
  expect([...calls.values()]).toEqual([
    { source: './modules/a', version: '', newest: [1, 0, 0] },
    { source: 'somebody/b/aws', version: '~> 2.0', newest: [1, 1, 0] },
  ]);
  expect([...unread.values()]).toEqual([[1, 1, 0]]);
  expect(before).toBe('1.2.0');
});

test('a patch that was not read is only trusted where no patch has brought resources before', () => {
  const first = { '1.0.0': { 'main.tf': QUEUE } };
  expect(readModule(cloneOf({ ...first, '1.0.1': { 'outputs.tf': '' } })).before).toBe('1.1.0');
  expect(readModule(cloneOf({ ...first, '1.0.1': { 'topic.tf': TOPIC } })).before).toBe('1.0.2');
  expect(readModule(cloneOf({ ...first, '1.0.1': { 'modules/topic/main.tf': TOPIC } })).before).toBe('1.1.0');
  expect(readModule(cloneOf({ ...first, '1.1.0': { 'topic.tf': TOPIC } })).before).toBe('1.2.0');
});

test('configuration in another syntax is not known', () => {
  const { folders } = readModule(cloneOf({ '1.0.0': { 'main.tf.json': '{}', 'main.tf': QUEUE } }));
  expect([...folders.get('.')!.unread.keys()]).toEqual(['main.tf.json is not read']);
});
