import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { collectRepository } from '../src/index.ts';
import type { ResourceNode } from '../src/model/resource.ts';
import type { Value } from '../src/model/value.ts';

/*
 * The construct tree of an assembly is the library's own account of what it synthesized, written from its constructs and
 * not from the templates: every resource in it, with its type and the properties as the constructs hold them.
 */
interface TreeNode {
  readonly path: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly children?: Readonly<Record<string, TreeNode>>;
}

const top = fileURLToPath(new URL('../../..', import.meta.url));

const ASSEMBLIES: readonly (readonly [app: string, assembly: string, env: string | undefined])[] = [
  ['examples/jobs-api', 'examples/jobs-api/assemblies/prod', 'prod'],
  ['examples/jobs-api', 'examples/jobs-api/assemblies/dev', 'dev'],
  ['examples/documents-pipeline', 'examples/documents-pipeline/assemblies/prod', 'prod'],
  ['examples/documents-pipeline', 'examples/documents-pipeline/assemblies/dev', 'dev'],
  ['packages/engine/test/parity/cdk', 'packages/engine/test/parity/cdk/cdk.out', undefined],
  [
    'packages/engine/test/fixtures/cdk/assembly',
    'packages/engine/test/fixtures/cdk/assembly/cdk.out',
    undefined,
  ],
];

/** Where template and tree differ by the library's own doing: an escape hatch changes the template only. */
const OVERRIDDEN: ReadonlySet<string> = new Set([
  'JobsApi-prod-Database/Instance/Resource BackupRetentionPeriod',
  'Gallery/Service/Database/Resource CopyTagsToSnapshot',
]);

function resourcesIn(node: TreeNode, found: TreeNode[] = []): readonly TreeNode[] {
  if (typeof node.attributes?.['aws:cdk:cloudformation:type'] === 'string') found.push(node);
  for (const child of Object.values(node.children ?? {})) resourcesIn(child, found);
  return found;
}

async function collected(app: string, env: string | undefined): Promise<ReadonlyMap<string, ResourceNode>> {
  const { roots } = await collectRepository({
    path: `${top}/${app}`,
    ...(env === undefined ? {} : { env }),
    now: new Date('2026-11-21T12:00:00Z'),
  });
  return new Map(roots.flatMap((root) => root.resources.map((node) => [node.address, node])));
}

/** The properties that both write as plain values; the tree begins them with a small letter. */
function literals(node: TreeNode): readonly (readonly [name: string, value: unknown])[] {
  const props = (node.attributes?.['aws:cdk:cloudformation:props'] ?? {}) as Record<string, unknown>;
  return Object.entries(props).flatMap(([key, value]) =>
    ['string', 'number', 'boolean'].includes(typeof value)
      ? [[`${key[0]!.toUpperCase()}${key.slice(1)}`, value] as const]
      : [],
  );
}

/** The tree writes `dbSubnetGroupName` where the template has `DBSubnetGroupName`. */
function memberOf({ properties }: ResourceNode, name: string): Value | undefined {
  const key = [...properties.members.keys()].find((k) => k.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : properties.members.get(key);
}

const plain = (value: Value | undefined) => (value?.kind === 'known' ? value.value : value?.kind);

const counted = { resources: 0, values: 0, overridden: 0 };

describe.each(ASSEMBLIES)('%s: %s', (app, assembly, env) => {
  it('has the resources of its construct tree, with their types and plain values', async () => {
    const tree = (JSON.parse(readFileSync(`${top}/${assembly}/tree.json`, 'utf8')) as { tree: TreeNode })
      .tree;
    const nodes = await collected(app, env);
    const expected = resourcesIn(tree).filter(
      (n) => n.attributes?.['aws:cdk:cloudformation:type'] !== 'AWS::CDK::Metadata',
    );
    const paths = new Set(expected.map((n) => n.path));
    expect([...paths].filter((path) => !nodes.has(path))).toEqual([]);
    // The tree does not describe what the library makes as a bare resource: custom resources and its own helpers.
    const further = [...nodes.values()].filter((n) => !paths.has(n.address));
    const bare = (n: ResourceNode) => n.framework !== undefined || /^Custom::/.test(n.sourceType ?? n.type);
    expect(further.filter((n) => !bare(n)).map((n) => `${n.type} ${n.address}`)).toEqual([]);
    for (const { path, ...rest } of expected) {
      const node = nodes.get(path)!;
      counted.resources++;
      expect(node.sourceType ?? node.type, path).toBe(rest.attributes?.['aws:cdk:cloudformation:type']);
      for (const [name, value] of literals({ path, ...rest })) {
        if (OVERRIDDEN.has(`${path} ${name}`)) {
          counted.overridden++;
          continue;
        }
        counted.values++;
        expect(plain(memberOf(node, name)), `${path} ${name}`).toEqual(value);
      }
    }
  });
});

describe('what was compared', () => {
  it('is enough to mean something, and every exception is there', () => {
    expect(counted.resources).toBeGreaterThan(350);
    expect(counted.values).toBeGreaterThan(500);
    expect(counted.overridden).toBe(OVERRIDDEN.size);
  });
});

describe('what the tree does not tell', async () => {
  const nodes = await collected('packages/engine/test/fixtures/cdk/assembly', undefined);
  const property = (path: string, name: string) => nodes.get(path)?.properties.members.get(name);

  it('is what escape hatches change', () => {
    expect(property('Gallery/Service/Database/Resource', 'DeletionProtection')).toMatchObject({
      value: true,
    });
    expect(property('Gallery/Service/Database/Resource', 'CopyTagsToSnapshot')).toBeUndefined();
  });

  it('is that a parameter has its default', () => {
    expect(property('Gallery/Service/Handler/Resource', 'MemorySize')).toMatchObject({ value: 256 });
  });

  it('is that a condition decides whether a resource is there: it is not, by the default', () => {
    expect(nodes.get('Gallery/Service/Extra')?.exists).toEqual({ op: 'never' });
  });

  it('is that references across stacks lead to the resource itself', () => {
    const actions = property('Gallery/Service/Errors/Resource', 'AlarmActions');
    expect(actions).toMatchObject({
      items: [{ kind: 'reference', to: { address: 'Gallery/Messages/Alerts/Resource' } }],
    });
  });

  it('is that a nested stack is part of its parent', () => {
    expect(nodes.get('Gallery/Service/Storage/Files/Resource')?.type).toBe('AWS::S3::Bucket');
    expect(property('Gallery/Service/Storage/Files/Resource', 'VersioningConfiguration')).toMatchObject({
      kind: 'object',
    });
  });
});
