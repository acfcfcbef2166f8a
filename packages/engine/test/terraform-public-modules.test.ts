import { describe, expect, it } from 'vitest';
import { PUBLIC_MODULES } from '../src/knowledge/terraform-modules.data.ts';
import { typesOfPublicModule } from '../src/knowledge/terraform-modules.ts';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';

const SQS = 'terraform-aws-modules/sqs/aws';
const NEWEST = PUBLIC_MODULES[SQS]!.newest;
const [MAJOR, MINOR] = NEWEST.split('.').map(Number) as [number, number];
const QUEUES = ['aws_sqs_queue', 'aws_sqs_queue_policy', 'aws_sqs_queue_redrive_allow_policy'];

describe('the types of a public module', () => {
  it.each<[source: string, version: string | undefined]>([
    [SQS, '4.0.0'],
    [SQS, 'v4.0.0'],
    [SQS, '= 4.0.0'],
    [SQS, '~> 4.0'],
    [SQS, '~> 4.1.0'],
    [SQS, '>= 3.0, < 5.0'],
    [SQS, NEWEST],
    [SQS, `${MAJOR}.${MINOR}.99`],
    [SQS, `~> ${MAJOR}.${MINOR}.0`],
    [SQS, `< ${MAJOR}.${MINOR + 1}.0`],
    [`registry.terraform.io/${SQS}`, '4.0.0'],
    ['git::https://github.com/terraform-aws-modules/terraform-aws-sqs.git?ref=v4.0.0', undefined],
    ['github.com/terraform-aws-modules/terraform-aws-sqs?ref=v4.0.0', undefined],
    ['git@github.com:terraform-aws-modules/terraform-aws-sqs.git?ref=4.0.0', undefined],
  ])('are known for %s at %s', (source, version) => {
    expect(typesOfPublicModule(source, version)).toEqual(expect.arrayContaining(QUEUES));
  });

  it.each<[source: string, version: string | undefined, why: string]>([
    [SQS, undefined, 'the newest release is taken, whatever it is'],
    [SQS, '', 'the same'],
    [SQS, '>= 4.0', 'no end'],
    [SQS, '~> 4', 'a single number has no end'],
    [SQS, `${MAJOR}.${MINOR + 1}.0`, 'newer than what was read'],
    [SQS, `~> ${MAJOR}.${MINOR}`, 'the next minor release is one of them'],
    [SQS, '< 99.0.0', 'ends after what was read'],
    [SQS, '~> 98.0', 'the same'],
    [SQS, '!= 4.0.0', 'leaves all others'],
    [SQS, 'latest', 'no version'],
    [SQS, '5.0.0-beta1', 'not a release'],
    [`${SQS}//modules/nothing`, '4.0.0', 'a folder that no release has'],
    ['somebody/sqs/aws', '4.0.0', 'not known'],
    ['constructor', '4.0.0', 'not known'],
    ['toString/x/y', '4.0.0', 'not known'],
    ['git::https://github.com/terraform-aws-modules/terraform-aws-sqs.git', undefined, 'a branch'],
    ['git::https://github.com/terraform-aws-modules/terraform-aws-sqs.git?ref=main', undefined, 'a branch'],
    ['git::https://github.com/somebody/terraform-aws-sqs.git?ref=v4.0.0', undefined, 'a copy'],
    ['git::https://example.com/terraform-aws-modules/terraform-aws-sqs.git?ref=v4.0.0', undefined, 'a copy'],
  ])('are not known for %s at %s: %s', (source, version) => {
    expect(typesOfPublicModule(source, version)).toBeUndefined();
  });

  it('are those of its folders, and of the modules that it calls', () => {
    const role = typesOfPublicModule('terraform-aws-modules/iam/aws//modules/iam-assumable-role', '~> 5.0');
    expect(role).toContain('aws_iam_role');
    expect(role).not.toContain('aws_iam_user');
    // The module of a cluster calls that of keys.
    expect(typesOfPublicModule('terraform-aws-modules/eks/aws', '20.0.0')).toContain('aws_kms_key');
    expect(typesOfPublicModule('hashicorp/dir/template', '1.0.2')).toEqual([]);
  });
});

describe('a call of a public module that was not downloaded', () => {
  const BUCKET = `resource "aws_s3_bucket" "kept" {\n  bucket = "kept"\n}\n`;
  const outcomeOf = async (check: string, calls: string) => {
    const fileSystem = memoryFileSystem({ 'main.tf': `${BUCKET}${calls}` });
    const { outcomes } = await assessFolder('/repo', { fileSystem, only: [check], language: 'terraform' });
    return outcomes.filter((o) => o.resource === null || o.resource.address === 'aws_s3_bucket.kept');
  };
  const call = (name: string, version: string) =>
    `module "other" {\n  source  = "terraform-aws-modules/${name}/aws"\n  version = "${version}"\n}\n`;

  it('sets nothing of resources elsewhere that it cannot configure', async () => {
    const [alone] = await outcomeOf('s3-versioning', '');
    expect(alone?.outcome).toBe('fail');
    expect((await outcomeOf('s3-versioning', call('sqs', '4.0.0')))[0]?.outcome).toBe('fail');
    // It has resources that version buckets, of its own or others.
    expect((await outcomeOf('s3-versioning', call('s3-bucket', '4.0.0')))[0]?.outcome).toBe('unknown');
    expect((await outcomeOf('s3-versioning', call('sqs', '>= 4.0.0')))[0]?.outcome).toBe('unknown');
  });

  it('hides none of what it cannot hold', async () => {
    const hidden = async (calls: string) => {
      const fileSystem = memoryFileSystem({ 'main.tf': `${BUCKET}${calls}` });
      const { outcomes } = await assessFolder('/repo', { fileSystem, language: 'terraform' });
      return outcomes
        .filter((o) => o.outcome === 'unknown' && o.decidedBy?.includes('module.other'))
        .map((o) => o.check);
    };
    const all = await hidden(call('sqs', '>= 4.0.0'));
    const some = await hidden(call('sqs', '4.0.0'));
    expect(some.length).toBeLessThan(all.length / 4);
    expect(some).toContain('sqs-redrive');
    expect(all).toContain('lambda-timeout-set');
    expect(some).not.toContain('lambda-timeout-set');
  });
});
