import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { airworthy, type Ended, inFolder } from './support/airworthy.ts';

const GOOD = 'resource "aws_dynamodb_table" "good" {\n  name = "good"\n  hash_key = "id"\n}\n';

/** One clear message: a sentence or two, no stack trace, the pinned exit code. */
function refused(end: Ended, message: RegExp): void {
  expect(end.code).toBe(2);
  expect(end.stdout).toBe('');
  expect(end.stderr).toMatch(message);
  expect(end.stderr).not.toMatch(/\n\s+at /);
  expect(end.stderr.trim().split('\n').length).toBeLessThanOrEqual(3);
}

/** Everything else is still assessed, and the ledger says what was not read. */
async function stillAssessed(
  folder: string,
  why: RegExp,
): Promise<{ outcomes: { check: string; outcome: string; resource: { address: string } | null }[] }> {
  const end = await airworthy(['assess', folder, '--json']);
  expect(end.stderr).not.toMatch(/\n\s+at /);
  expect([0, 1]).toContain(end.code);
  const document = JSON.parse(end.stdout);
  expect(
    document.outcomes.some(
      (o: { resource: { address: string } | null }) => o.resource?.address === 'aws_dynamodb_table.good',
    ),
  ).toBe(true);
  const { files, notSeen } = document.coverage;
  expect(JSON.stringify([files.partly, files.skipped, notSeen])).toMatch(why);
  return document;
}

describe('wrong usage', () => {
  it.each([
    [['assess', '--jsn'], /unknown option '--jsn'[\s\S]*--json/],
    [['asses'], /unknown command 'asses'[\s\S]*assess/],
    [['assess', '--format', 'htm'], /unknown format "htm"; did you mean html/],
    [['assess', '--format', 'quarterly'], /unknown format "quarterly"\. Formats: terminal/],
    [['assess', '--only', 'BKP-99'], /no such check, requirement or area \(airworthy checks lists them\)/],
    [['assess', '--only', 's3-versionning'], /did you mean s3-versioning/],
    [['assess', '--var', 'x'], /--var wants name=value/],
    [['assess', '--json', '--format', 'html'], /both want standard output/],
    [['assess', 'examples/flashcards', '--root', 'nowhere'], /no root "nowhere"|nowhere/],
    [['assess', 'examples/flashcards', '--env', 'production-eu'], /production-eu/],
    [['assess', 'examples/flashcards', '--var-file', 'nope.tfvars'], /nope\.tfvars/],
    [['assess', 'examples/flashcards', '--config', 'nope.yaml'], /nope\.yaml/],
    [['assess', 'no/such/folder'], /no folder no\/such\/folder: give the path/],
    [['assess', 'README.md'], /README\.md/],
    [['explain', 'dynamodb-pitr', '--path', 'examples/flashcards'], /no check or outcome "dynamodb-pitr"/],
    [['completion', 'tcsh'], /Allowed choices are bash, zsh, fish/],
  ])('%j', async (args, message) => {
    refused(await airworthy(args), message);
  });
});

describe('folders without infrastructure', () => {
  it('says so for an empty folder', async () => {
    await inFolder({}, async (folder) =>
      refused(await airworthy(['assess', folder]), /nothing to assess|no infrastructure/i),
    );
  });

  it('says so for a folder of other things', async () => {
    await inFolder(
      { 'package.json': '{"name":"x"}', 'k8s.yaml': 'apiVersion: v1\nkind: Pod\n' },
      async (folder) => refused(await airworthy(['assess', folder]), /nothing to assess|no infrastructure/i),
    );
  });
});

describe('files that cannot be read as they are', () => {
  it.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    [
      'broken HCL',
      {
        'broken.tf':
          'resource "aws_sqs_queue" "q" {\n  name = "unclosed\n}\nresource "aws_s3_bucket" "b" {\n}\n',
      },
      /broken\.tf/,
    ],
    [
      'a merge conflict',
      { 'conflict.tf': 'locals {\n<<<<<<< HEAD\n  a = 1\n=======\n  a = 2\n>>>>>>> x\n}\n' },
      /conflict\.tf/,
    ],
    [
      'a missing brace',
      { 'brace.tf': 'resource "aws_sqs_queue" "q" {\n  name = "q"\n\nresource "aws_s3_bucket" "b" {\n}\n' },
      /brace\.tf/,
    ],
    [
      'a binary file named .tf',
      { 'binary.tf': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3, 0, 0]) },
      /binary/,
    ],
    ['a file over the limit', { 'large.tf': `# ${'x'.repeat(5.5 * 1024 * 1024)}\n` }, /limit of 5 MB/],
    [
      'broken YAML',
      {
        'template.yaml':
          'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Q:\n    Type: AWS::SQS::Queue\n   Properties: {\n',
      },
      /template\.yaml/,
    ],
    [
      'broken JSON',
      {
        'template.json':
          '{"AWSTemplateFormatVersion":"2010-09-09","Resources":{"Q":{"Type":"AWS::SQS::Queue",}',
      },
      /template\.json/,
    ],
    [
      'a YAML alias bomb',
      {
        'bomb.yaml': `AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Q: {Type: "AWS::SQS::Queue"}\na: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((n, i) => `${n}: &${n} [${`*${'abcdefgh'[i]},`.repeat(9).slice(0, -1)}]`).join('\n')}\nMetadata: *i\n`,
      },
      /bomb\.yaml/,
    ],
    [
      'deep nesting',
      { 'deep.tf': `locals {\n  x = ${'['.repeat(20_000)}1${']'.repeat(20_000)}\n}\n` },
      /deep\.tf/,
    ],
    [
      'a module that calls itself',
      {
        'main.tf': 'module "again" {\n  source = "./loop"\n}\n',
        'loop/main.tf': 'module "me" {\n  source = "../loop"\n}\n',
      },
      /calls itself/,
    ],
    [
      'a module that is not there',
      { 'main.tf': 'module "network" {\n  source = "terraform-aws-modules/vpc/aws"\n}\n' },
      /terraform init/,
    ],
    ['a module outside the folder', { 'main.tf': 'module "up" {\n  source = "../outside"\n}\n' }, /outside/],
  ])('%s', async (_, files, why) => {
    await inFolder({ 'good.tf': GOOD, ...files }, (folder) => stillAssessed(folder, why));
  });

  it('links in a circle and out of the folder', async () => {
    await inFolder(
      { 'repo/good.tf': GOOD, 'outside/secret.tf': 'locals { x = "outside" }\n' },
      async (top) => {
        const folder = join(top, 'repo');
        mkdirSync(join(folder, 'a'));
        symlinkSync('..', join(folder, 'a/up'));
        symlinkSync('../outside/secret.tf', join(folder, 'leak.tf'));
        symlinkSync('loop.tf', join(folder, 'loop.tf'));
        const document = await stillAssessed(folder, /leads out/);
        expect(JSON.stringify(document)).not.toContain('secret.tf"');
      },
    );
  });

  it('never lets file() read outside the folder', async () => {
    await inFolder(
      {
        'repo/good.tf': `${GOOD}resource "aws_sqs_queue" "q" {\n  name = file("../../outside.txt")\n}\n`,
        'outside.txt': 'do-not-read-me',
      },
      async (top) => {
        const end = await airworthy(['assess', join(top, 'repo'), '--json']);
        expect(end.stdout).not.toContain('do-not-read-me');
      },
    );
  });
});

describe('airworthy.yaml', () => {
  it.each([
    ['service: [', /airworthy\.yaml:\d+/],
    ['tier: golden', /airworthy\.yaml:1: tier/],
    ['waiver: []', /airworthy\.yaml:1: .*waiver/],
    ['- a\n- b', /airworthy\.yaml/],
    ['environments:\n  prod: { files: [gone.tfvars] }', /there is no gone\.tfvars/],
  ])('%j is refused with its place', async (text, message) => {
    await inFolder({ 'main.tf': GOOD, 'airworthy.yaml': text }, async (folder) =>
      refused(await airworthy(['assess', folder]), message),
    );
  });

  it('reports a waiver that is past its day, and one that matches nothing', async () => {
    const waiver = (check: string, until: string) =>
      `  - { check: ${check}, reason: accepted-risk, text: t, owner: o, until: ${until} }\n`;
    const text = `waivers:\n${waiver('dynamodb-point-in-time-recovery', '2020-01-01')}${waiver('rds-deletion-protection', '2099-01-01')}  - { check: x }\n`;
    await inFolder({ 'main.tf': GOOD, 'airworthy.yaml': text }, async (folder) => {
      const end = await airworthy(['assess', folder, '--verbose']);
      expect(end.code).toBe(1);
      expect(end.stdout.replace(/\s+/g, ' ')).toMatch(/ended on 2020-01-01/);
      expect(end.stdout.replace(/\s+/g, ' ')).toMatch(/matches nothing/);
      expect(end.stdout.replace(/\s+/g, ' ')).toMatch(/waiver 3 is not valid/);
    });
  });
});

describe('writing reports', () => {
  it('says where it cannot write', async () => {
    await inFolder({ 'main.tf': GOOD }, async (folder) => {
      writeFileSync(join(folder, 'file'), '');
      const end = await airworthy([
        'assess',
        folder,
        '--format',
        'html',
        '--output',
        join(folder, 'file/report.html'),
      ]);
      expect(end.code).toBe(2);
      expect(end.stderr).toMatch(/cannot write .*report\.html/);
    });
  });
});
