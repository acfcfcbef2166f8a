import { describe, expect, it } from 'vitest';
import { atom, not } from '../../src/model/condition.ts';
import { known } from '../../src/model/value.ts';
import { choice, here, instance, map, open, properties, ref } from './instances.ts';

const BUCKET = 'aws_s3_bucket.data';
const CREATE = atom('var.create', 'a value for var.create');

const bucket = () => instance(BUCKET, { bucket: 'data' });
const versioning = (of: Parameters<typeof instance>[1][string], status = 'Enabled', when?: typeof CREATE) =>
  instance(
    'aws_s3_bucket_versioning.data',
    { bucket: of, versioning_configuration: [{ status }] },
    ...(when === undefined ? [] : [when]),
  );

describe('split resources', () => {
  it('are written into the resource that they reference', () => {
    const { resources } = map([
      bucket(),
      versioning(ref(BUCKET)),
      instance('aws_s3_bucket_public_access_block.data', {
        bucket: ref(BUCKET),
        block_public_acls: true,
        block_public_policy: true,
        ignore_public_acls: true,
      }),
    ]);
    expect(resources).toHaveLength(1);
    expect(properties(resources[0])).toEqual({
      BucketName: 'data',
      VersioningConfiguration: { Status: 'Enabled' },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: '<absent = false>',
      },
    });
  });

  it('keep the place of the joining resource', () => {
    const joining = versioning(ref(BUCKET));
    const [node] = map([bucket(), joining]).resources;
    expect(node!.properties.members.get('VersioningConfiguration')!.origin.at.line).toBe(
      joining.config.origin.at.line,
    );
  });

  it('find their target by its literal name', () => {
    expect(properties(map([bucket(), versioning('data')]).resources[0])['VersioningConfiguration']).toEqual({
      Status: 'Enabled',
    });
  });

  it('find their target by a value that was read off it', () => {
    const via = known('data', here(), { address: BUCKET, attribute: 'bucket' });
    expect(map([bucket(), versioning(via)]).resources).toHaveLength(1);
  });

  it('stay on their own where the target is not here', () => {
    const { resources, unmapped } = map([bucket(), versioning('elsewhere')]);
    expect(resources.map((r) => r.type)).toEqual(['AWS::S3::Bucket', 'aws_s3_bucket_versioning']);
    expect(properties(resources[0])['VersioningConfiguration']).toBeUndefined();
    expect(unmapped.size).toBe(0);
  });

  it('leave a choice where they exist under an open condition', () => {
    expect(
      properties(map([bucket(), versioning(ref(BUCKET), 'Enabled', CREATE)]).resources[0]),
    ).toMatchObject({ VersioningConfiguration: { either: { Status: 'Enabled' }, or: '<absent>' } });
  });

  it('leave no choice where they share the condition of their target', () => {
    const target = instance(BUCKET, { bucket: 'data' }, CREATE);
    expect(properties(map([target, versioning(ref(BUCKET), 'Enabled', CREATE)]).resources[0])).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
    });
  });

  it('make the property unknown on every candidate when their target is unknown', () => {
    const { resources } = map([
      bucket(),
      instance('aws_s3_bucket.logs', { bucket: 'logs' }),
      versioning(open('a value for var.bucket')),
    ]);
    expect(resources.slice(0, 2).map((r) => properties(r)['VersioningConfiguration'])).toEqual([
      '<unknown: a value for var.bucket>',
      '<unknown: a value for var.bucket>',
    ]);
    expect(resources[2]!.type).toBe('aws_s3_bucket_versioning');
  });

  it('follow an open condition in the name of their target', () => {
    const either = choice(CREATE, ref(BUCKET), ref('aws_s3_bucket.logs'));
    const { resources } = map([
      bucket(),
      instance('aws_s3_bucket.logs', { bucket: 'logs' }),
      versioning(either),
    ]);
    expect(resources.map((r) => properties(r)['VersioningConfiguration'])).toEqual([
      { either: { Status: 'Enabled' }, or: '<absent>' },
      { either: { Status: 'Enabled' }, or: '<absent>' },
    ]);
  });

  it('are unknown where two of them contradict each other, and not where they agree', () => {
    const two = (second: string) =>
      properties(map([bucket(), versioning(ref(BUCKET)), versioning('data', second)]).resources[0])[
        'VersioningConfiguration'
      ];
    expect(two('Suspended')).toMatch(/unknown: one resource instead of several/);
    expect(two('Enabled')).toEqual({ Status: 'Enabled' });
  });

  it('do not contradict each other under opposite conditions', () => {
    const second = instance(
      'aws_s3_bucket_versioning.other',
      { bucket: ref(BUCKET), versioning_configuration: [{ status: 'Suspended' }] },
      not(CREATE),
    );
    const [node] = map([bucket(), versioning(ref(BUCKET), 'Enabled', CREATE), second]).resources;
    expect(properties(node)['VersioningConfiguration']).toEqual({
      either: {
        either: '<unknown: one resource instead of several that contradict each other>',
        or: { Status: 'Enabled' },
      },
      or: { either: { Status: 'Suspended' }, or: '<absent>' },
    });
  });

  it('may be where nothing was read', () => {
    const notSeen = [{ what: 'module.storage', why: 'not installed', decidedBy: 'run terraform init' }];
    const node = map([bucket()], notSeen).resources[0];
    expect(properties(node)['VersioningConfiguration']).toBe('<unknown: module.storage: run terraform init>');
    expect(properties(map([bucket(), versioning(ref(BUCKET))], notSeen).resources[0])).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LoggingConfiguration: '<unknown: module.storage: run terraform init>',
    });
  });

  it('may mean each bucket of an unknown for_each', () => {
    const target = instance('aws_s3_bucket.all[?]', {});
    const { resources } = map([target, versioning(ref('aws_s3_bucket.all["a"]'))]);
    expect(properties(resources[0])['VersioningConfiguration']).toBe(
      '<unknown: how many aws_s3_bucket.all there are>',
    );
  });

  it('agree with their target in all keys', () => {
    const stage = (api: string) =>
      instance(`aws_api_gateway_stage.${api}`, {
        stage_name: 'prod',
        rest_api_id: ref(`aws_api_gateway_rest_api.${api}`),
      });
    const { resources } = map([
      stage('a'),
      stage('b'),
      instance('aws_api_gateway_method_settings.a', {
        rest_api_id: ref('aws_api_gateway_rest_api.a'),
        stage_name: 'prod',
        method_path: '*/*',
        settings: [{ throttling_rate_limit: 100 }],
      }),
    ]);
    expect(resources).toHaveLength(2);
    expect(properties(resources[0])['MethodSettings']).toEqual([
      {
        HttpMethod: '*',
        ResourcePath: '/*',
        ThrottlingBurstLimit: '<absent = -1>',
        ThrottlingRateLimit: 100,
      },
    ]);
    expect(properties(resources[1])['MethodSettings']).toBeUndefined();
  });
});
