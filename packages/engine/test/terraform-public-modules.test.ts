import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { possibleTypes } from '../src/collect/terraform/mapping/possible-types.ts';
import { PUBLIC_MODULES, TYPES } from '../src/knowledge/terraform-modules.data.ts';
import { heldByPublicModule } from '../src/knowledge/terraform-modules.ts';
import { assessFolder } from './support/assess-folder.ts';
import { collectGraphs } from './support/collect-graphs.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';
import { evaluated } from './support/terraform.ts';

const SQS = 'terraform-aws-modules/sqs/aws';
const GIT_SQS = 'github.com/terraform-aws-modules/terraform-aws-sqs';
const { before } = PUBLIC_MODULES['terraform-aws-modules/terraform-aws-sqs']!;
const [MAJOR, NEXT] = before.split('.').map(Number) as [number, number];
const QUEUES = ['aws_sqs_queue', 'aws_sqs_queue_policy', 'aws_sqs_queue_redrive_allow_policy'];

/** The types of a call, where they are known. */
function typesOf(source: string, version?: string): readonly string[] | undefined {
  const held = heldByPublicModule(source, version);
  return held !== undefined && 'types' in held ? held.types : undefined;
}

describe('the types of a public module', () => {
  it.each<[source: string, version: string | undefined]>([
    [SQS, '4.0.0'],
    [SQS, 'v4.0.0'],
    [SQS, '= 4.0.0'],
    [SQS, '~> 4.0'],
    [SQS, '~> 4.1.0'],
    [SQS, '>= 3.0, < 5.0'],
    [SQS, `${MAJOR}.${NEXT - 1}.99`],
    [SQS, `~> ${MAJOR}.${NEXT - 1}.0`],
    [SQS, `< ${before}`],
    [`registry.terraform.io/${SQS}`, '4.0.0'],
    [`registry.opentofu.org/${SQS}`, '4.0.0'],
    ['Terraform-AWS-Modules/sqs/aws', '4.0.0'],
    [`git::https://${GIT_SQS}.git?ref=v4.0.0`, undefined],
    [`git::https://${GIT_SQS}?depth=1&ref=tags/v4.0.0`, undefined],
    [`git::https://${GIT_SQS}.git?ref=refs/tags/v4.0.0`, undefined],
    [`git::ssh://git@${GIT_SQS}.git?ref=v4.0.0`, undefined],
    [`${GIT_SQS}?ref=v4.0.0`, undefined],
    ['git@github.com:terraform-aws-modules/terraform-aws-sqs.git?ref=4.0.0', undefined],
  ])('are known for %s at %s', (source, version) => {
    expect(typesOf(source, version)).toEqual(expect.arrayContaining(QUEUES));
  });

  it.each<[source: string, version: string | undefined, why: string]>([
    [SQS, undefined, 'the newest release is taken, whatever it is'],
    [SQS, '', 'the same'],
    [SQS, '>= 4.0', 'no end'],
    [SQS, '~> 4', 'a single number has no end'],
    [SQS, before, 'newer than what was read'],
    [SQS, `~> ${MAJOR}.${NEXT - 1}`, 'the next minor release is one of them'],
    [SQS, '< 99.0.0', 'ends after what was read'],
    [SQS, '~> 98.0', 'the same'],
    [SQS, '!= 4.0.0', 'leaves all others'],
    [SQS, 'latest', 'no version'],
    [SQS, '5.0.0-beta1', 'not a release'],
    [`git::https://${GIT_SQS}.git`, undefined, 'a branch'],
    [`git::https://${GIT_SQS}.git?ref=main`, undefined, 'a branch'],
    [`git::https://${GIT_SQS}.git?ref=heads/v4.0.0`, undefined, 'a branch'],
    [`git::https://${GIT_SQS}.git?ref=v4`, undefined, 'a tag that moves'],
    [`git::https://${GIT_SQS}.git?ref=${'4'.repeat(40)}`, undefined, 'a commit'],
    [`git::https://${GIT_SQS}.git?ref=v4.0.0&ref=main`, undefined, 'two of them'],
  ])('depend on what %s at %s takes: %s', (source, version) => {
    expect(heldByPublicModule(source, version)).toEqual({ known: `before ${before}` });
  });

  it.each<[source: string, version: string | undefined, why: string]>([
    [`${SQS}//modules/nothing`, '4.0.0', 'a folder that no release has'],
    ['somebody/sqs/aws', '4.0.0', 'not known'],
    ['example.com/terraform-aws-modules/sqs/aws', '4.0.0', 'a registry of its own'],
    ['constructor', '4.0.0', 'not known'],
    ['toString/x/y', '4.0.0', 'not known'],
    ['git::https://github.com/somebody/terraform-aws-sqs.git?ref=v4.0.0', undefined, 'a copy'],
    ['git::https://example.com/terraform-aws-modules/terraform-aws-sqs.git?ref=v4.0.0', undefined, 'a copy'],
    [`https://example.com/?x=${GIT_SQS}&ref=v4.0.0`, undefined, 'another place'],
    [`${GIT_SQS}/modules/x?ref=v4.0.0`, undefined, 'no address of a folder'],
  ])('are not known for %s at %s: %s', (source, version) => {
    expect(heldByPublicModule(source, version)).toBeUndefined();
  });

  it('are those of its folders, and of the modules that it calls', () => {
    const role = typesOf('terraform-aws-modules/iam/aws//modules/iam-assumable-role', '~> 5.0');
    expect(role).toContain('aws_iam_role');
    expect(role).not.toContain('aws_iam_user');
    // The module of a cluster calls that of keys.
    expect(typesOf('terraform-aws-modules/eks/aws', '20.0.0')).toContain('aws_kms_key');
    // A bucket for states has one for logs, of a module of its own, whose calls lead on.
    expect(typesOf('cloudposse/tfstate-backend/aws', '1.4.1')).toContain('aws_dynamodb_table');
    expect(typesOf('hashicorp/dir/template', '1.0.2')).toEqual([]);
  });

  it('are open for releases that call what is not known', () => {
    const source = 'cloudposse/ecr/aws';
    const folder = PUBLIC_MODULES['cloudposse/terraform-aws-ecr']!.folders['.']!;
    const from = typeof folder === 'string' ? '' : folder.from;
    expect(typesOf(source, from)).toContain('aws_ecr_repository');
    expect(typesOf(source, `>= ${from}, < ${Number(from.split('.')[0])}.99`)).toContain('aws_ecr_repository');
    expect(typesOf(source, '0.2.0')).toBeUndefined();
    expect(typesOf(source, `< ${from}`)).toBeUndefined();
    expect(typesOf(source, '< 0.99')).toBeUndefined();
    expect(typesOf(source, '>= 0.1, < 0.99')).toBeUndefined();
  });

  it('are never fewer where more releases may be taken', () => {
    const wider = ['4.0.0', '~> 4.0.0', '~> 4.0', '>= 3.0, < 5.0', '< 5.0', '>= 3.0', ''];
    for (const [repository, { folders }] of Object.entries(PUBLIC_MODULES)) {
      const [owner, name] = repository.split('/terraform-') as [string, string?];
      if (name === undefined) continue;
      const [provider, ...rest] = name.split('-');
      for (const folder of Object.keys(folders)) {
        const inside = folder === '.' ? '' : `//${folder}`;
        const found = wider.map((version) =>
          typesOf(`${owner}/${rest.join('-')}/${provider}${inside}`, version),
        );
        const known = found.filter((types) => types !== undefined);
        for (const types of known) expect(types).toEqual(known[0]);
        expect(found.at(-1)).toBeUndefined();
        expect(found.at(-2)).toBeUndefined();
      }
    }
  });

  it('are names, each once, and none that hides others', () => {
    const names = TYPES.split(' ');
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/);
    expect(
      names.filter((name) => /cloudformation_stack|^helm_|^kubernetes_manifest|^awscc_/.test(name)),
    ).toEqual([]);
    for (const [repository, { folders }] of Object.entries(PUBLIC_MODULES))
      for (const folder of Object.values(folders)) {
        const places = (typeof folder === 'string' ? folder : folder.types)
          .split(' ')
          .filter((p) => p !== '');
        for (const place of places) expect(names[Number.parseInt(place, 36)], repository).toBeDefined();
      }
  });
});

describe('a module on disk', () => {
  const stacks = new URL('oracles/terraform/stacks/', import.meta.url).pathname;

  it('makes no resource but of the types that its configuration may become', async () => {
    let made = 0;
    for (const stack of readdirSync(stacks)) {
      const files = readdirSync(`${stacks}${stack}`, { recursive: true, encoding: 'utf8' });
      const texts = files
        .filter((file) => /\.tf(?:\.json)?$/.test(file))
        .map((file) => readFileSync(`${stacks}${stack}/${file}`, 'utf8'));
      const written = texts.flatMap((text) => [...text.matchAll(/\b(?:aws|null|random|terraform)_\w+/g)]);
      const { holds } = possibleTypes([...new Set(written.map(([type]) => type))]);
      for (const graph of await collectGraphs(`${stacks}${stack}`))
        for (const { type } of graph.resources) {
          made++;
          expect(holds, stack).toContain(type);
        }
    }
    expect(made).toBeGreaterThan(50);
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

  it('says for which releases it is known what it holds', async () => {
    const whyOf = async (version: string) => {
      const root = await evaluated({ 'main.tf': call('sqs', version) });
      const [place] = root.notSeen;
      return place;
    };
    expect(await whyOf('4.0.0')).toMatchObject({ why: 'not downloaded', holds: expect.any(Array) });
    const open = await whyOf('>= 4.0.0');
    expect(open?.why).toBe(`not downloaded, and what it holds is known only of releases before ${before}`);
    expect(open?.decidedBy).toBe('run terraform init');
    expect(open?.holds).toBeUndefined();
    expect(open?.configures).toBeUndefined();
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
