import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROWS } from '../src/collect/cdk/source/constructs/rows.ts';
import { readSource, refutations, resourcesIn, synthesized } from './support/cdk-source.ts';

/*
 * What is read from a CDK application's source is compared with what the application synthesizes, value by value. Less
 * may be known without synthesis, but nothing else.
 */
const fixtures = join(import.meta.dirname, 'fixtures/cdk/source');

describe.each([
  ['every-row', 'every-row', undefined, 300],
  ['changed', 'changed', undefined, 5],
  ['aspect', 'aspect', undefined, 3],
  ['names', 'names', undefined, 50],
  ['left-out', 'left-out', undefined, 100],
  ['environments', 'environments.prod', 'prod', 30],
  ['environments', 'environments.dev', 'dev', 20],
  ['environments', 'environments.prod', undefined, 0],
  ['environments-python', 'environments.prod', 'prod', 30],
  ['environments-python', 'environments.dev', 'dev', 20],
])('the source of %s as %s, read for environment %s', (folder, recorded, environment, atLeast) => {
  it(`says nothing that synthesis refutes, and at least ${atLeast} things that it confirms`, async () => {
    const { wrong, agreed } = refutations(
      await readSource(join(fixtures, folder), environment),
      synthesized(recorded),
    );
    expect(wrong).toEqual([]);
    expect(agreed).toBeGreaterThanOrEqual(atLeast);
  });
});

const examples = join(import.meta.dirname, '../../../examples');

describe.each(['jobs-api', 'documents-pipeline'])('the source of the example %s', (name) => {
  it.each(['prod', 'dev'])('says nothing that its assembly of %s refutes', async (environment) => {
    const folder = join(examples, name, 'assemblies', environment);
    const files = readdirSync(folder).filter((file) => file.endsWith('.template.json'));
    const templates = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown);
    const { wrong, agreed } = refutations(
      await readSource(join(examples, name), environment),
      resourcesIn(templates),
    );
    expect(wrong).toEqual([]);
    expect(agreed).toBeGreaterThanOrEqual(40);
  });
});

describe('the classes that are read', () => {
  it('are all proven by synthesis but those whose library is not installed or that build something', async () => {
    const root = await readSource(join(fixtures, 'every-row'));
    const seen = new Set(root.resources.map((r) => r.sourceType?.replace('aws-cdk-lib/', '')));
    expect(Object.keys(ROWS).filter((name) => !seen.has(name))).toEqual([
      'aws-lambda-nodejs.NodejsFunction',
      'aws-lambda-python-alpha.PythonFunction',
      'aws-rds.DatabaseInstanceReadReplica',
      'aws-codepipeline.Pipeline',
    ]);
  });

  it('have every property of their table in the proof', async () => {
    const root = await readSource(join(fixtures, 'every-row'));
    const proven = new Set<string>();
    for (const { sourceType, properties } of root.resources) {
      const row = ROWS[sourceType?.replace('aws-cdk-lib/', '') ?? ''];
      for (const [name, { path }] of Object.entries({ ...row?.props, ...row?.added })) {
        const [first = ''] = path.replace('[0]', '').split('.');
        if ([...properties.members.keys()].some((key) => key.replace('[0]', '') === first))
          proven.add(`${sourceType}.${name}`);
      }
    }
    const all = Object.entries(ROWS).flatMap(([name, { props, added }]) =>
      Object.keys({ ...props, ...added }).map((p) => `aws-cdk-lib/${name}.${p}`),
    );
    expect(all.filter((p) => !proven.has(p) && !UNPROVEN.test(p))).toEqual([]);
  });
});

const UNPROVEN = /NodejsFunction|PythonFunction|ReadReplica|Pipeline|DockerImageFunction|FromSnapshot/;
