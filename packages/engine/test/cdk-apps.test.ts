import { describe, expect, it } from 'vitest';
import { findApps } from '../src/collect/cdk/apps.ts';
import { openRepository } from '../src/collect/files/open.ts';
import { assessRepository } from '../src/index.ts';
import { readSource } from './support/cdk-source.ts';
import { type MemoryFile, memoryFileSystem } from './support/memory-file-system.ts';

type Files = Readonly<Record<string, MemoryFile>>;

const found = async (files: Files) => {
  const apps = await findApps(await openRepository(memoryFileSystem(files), '/repo'));
  return apps.map(({ file, folder, command, others }) => [file, folder, command, ...(others ?? [])]);
};

const QUEUE = `
import { App, Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
new Queue(new Stack(new App(), 'Jobs'), 'Waiting');`;
const scripts = (deploy: string) => JSON.stringify({ name: 'letters', scripts: { deploy } });

describe('an application without cdk.json', () => {
  it.each<[string, string, string]>([
    ['in quotes', 'cdk deploy --app "npx tsx jobs.ts" --all', 'npx tsx jobs.ts'],
    ['by its short name', "npx cdk synth -q -a 'npx tsx jobs.ts'", 'npx tsx jobs.ts'],
    ['behind an equals sign', 'npx aws-cdk@2.180.0 diff --app="npx tsx jobs.ts"', 'npx tsx jobs.ts'],
    ['before what is done with it', 'tsc && cdk --app "npx tsx jobs.ts" deploy', 'npx tsx jobs.ts'],
    ['as a file alone', 'cdk deploy --require-approval never --app jobs.js', 'node jobs.js'],
  ])('is found by the script of its package: %s', async (_, deploy, command) => {
    expect(await found({ 'infra/package.json': scripts(deploy), 'infra/jobs.ts': QUEUE })).toEqual([
      ['infra/package.json', 'infra', command],
    ]);
  });

  it.each<[string, string, string]>([
    ['a shell script beside it', 'infra/up.sh', '#!/bin/sh\nnpx cdk deploy \\\n  --app "npx tsx jobs.ts"\n'],
    ['a shell script that goes there', 'up.sh', 'cd infra\ncdk deploy --app "npx tsx jobs.ts"\n'],
    ['a target of make', 'Makefile', 'up:\n\tcd infra && cdk deploy --app "npx tsx jobs.ts"\n'],
    [
      'a workflow',
      '.github/workflows/up.yml',
      'jobs:\n  up:\n    steps:\n      - run: npx cdk deploy --app "npx tsx jobs.ts"\n        working-directory: infra\n',
    ],
  ])('is found by %s', async (_, file, text) => {
    expect(await found({ [file]: text, 'infra/jobs.ts': QUEUE })).toEqual([
      [file, 'infra', 'npx tsx jobs.ts'],
    ]);
  });

  it.each<[string, string]>([
    ['a folder that was made before', 'cdk deploy --app cdk.out'],
    ['what a variable holds', 'cdk deploy --app "npx tsx $APP.ts"'],
    ['another tool', 'cdktf synth --app "npx tsx jobs.ts" && cdk8s synth --app "npx tsx jobs.ts"'],
    ['all of it', 'cdk deploy --all'],
    ['the application of another command', 'cdk deploy; flask run --app jobs.py'],
  ])('is not named by %s', async (_, deploy) => {
    expect(await found({ 'infra/package.json': scripts(deploy), 'infra/jobs.ts': QUEUE })).toEqual([]);
  });

  it('is none where two folders have the file that a pipeline runs, and none where nobody has it', async () => {
    const up = {
      'up.sh': 'cd a\ncdk deploy --app "npx tsx jobs.ts"\ncd ../b\n cdk deploy --app "npx tsx jobs.ts"',
    };
    expect(await found({ ...up, 'a/jobs.ts': QUEUE, 'jobs.ts': QUEUE })).toEqual([]);
    expect(await found(up)).toEqual([]);
  });

  it('is one with a cdk.json that names none; what that names comes first', async () => {
    const files = { 'package.json': scripts('cdk deploy --app "npx tsx jobs.ts"'), 'jobs.ts': QUEUE };
    expect(await found({ ...files, 'cdk.json': '{"context": {"a": 1}}' })).toEqual([
      ['cdk.json', '.', 'npx tsx jobs.ts'],
    ]);
    expect(await found({ ...files, 'cdk.json': '{"app": "npx tsx other.ts"}' })).toEqual([
      ['cdk.json', '.', 'npx tsx other.ts'],
    ]);
    expect(await found({ ...files, 'cdk.json': '{"app": "npx tsx other.ts' })).toEqual([
      ['cdk.json', '.', undefined],
    ]);
  });

  it('is the one of a cdk.json below where that makes the same', async () => {
    const files = {
      'package.json': scripts('cdk deploy --app "npx tsx infra/bin/jobs.ts"'),
      'infra/cdk.json': '{"app": "npx tsx bin/jobs.ts"}',
      'infra/bin/jobs.ts': QUEUE,
    };
    const own = ['infra/cdk.json', 'infra', 'npx tsx bin/jobs.ts'];
    expect(await found(files)).toEqual([own]);
    expect(await found({ ...files, 'package.json': scripts('cdk synth --app "tsx other.ts"') })).toEqual([
      ['package.json', '.', 'tsx other.ts'],
      own,
    ]);
  });

  const several: Files = {
    'package.json': JSON.stringify({
      scripts: { jobs: 'cdk deploy --app "npx tsx jobs.ts"', mail: 'cdk deploy --app "npx tsx mail.ts"' },
    }),
    'jobs.ts': QUEUE,
    'mail.ts': QUEUE.replace("'Jobs'", "'Mail'"),
  };

  it('is read as one root with the others of its folder', async () => {
    const { resources } = await readSource('/repo', undefined, memoryFileSystem(several));
    expect(resources.map(({ address }) => address)).toEqual([
      'Jobs/Waiting/Resource',
      'Mail/Waiting/Resource',
    ]);
  });

  it('says which of them is not here', async () => {
    const { 'mail.ts': _gone, ...rest } = several;
    const { notSeen } = await readSource('/repo', undefined, memoryFileSystem(rest));
    expect(notSeen.map(({ what, why }) => `${what}: ${why}`)).toContain(
      'npx tsx mail.ts: package.json runs it, and what it runs is not here',
    );
  });

  it('is assessed, and no other folder is asked for', async () => {
    const { assessment } = await assessRepository({
      path: '/repo',
      fileSystem: memoryFileSystem(several),
      now: new Date('2026-11-21T12:00:00Z'),
    });
    expect(assessment.subject.roots).toMatchObject([{ path: '.', kind: 'cdk-source', assessed: true }]);
    expect(JSON.stringify(assessment.outcomes)).not.toContain('a folder that holds the infrastructure');
  });

  it('says why it is not read where it is of version 1', async () => {
    const one = "const { App, Stack } = require('@aws-cdk/core');\nnew Stack(new App(), 'Jobs');";
    const files = { 'package.json': scripts('cdk deploy --app jobs.js'), 'jobs.js': one };
    const { notSeen } = await readSource('/repo', undefined, memoryFileSystem(files));
    expect(notSeen.map(({ why }) => why)).toContain('version 1 of the CDK library is not read');
  });
});
