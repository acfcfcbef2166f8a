import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findApps } from '../../src/collect/cdk/apps.ts';
import { collectSource } from '../../src/collect/cdk/source/collect.ts';
import type { CollectedRoot } from '../../src/collect/collected.ts';
import type { FileSystem } from '../../src/collect/files/file-system.ts';
import { nodeFileSystem } from '../../src/collect/files/node-file-system.ts';
import { openRepository } from '../../src/collect/files/open.ts';
import { holds, NO_WORLD } from '../../src/model/condition.ts';
import type { Value } from '../../src/model/value.ts';

/** What synthesis makes, by construct path; see `scripts/oracles/cdk-source`. */
export type Synthesized = Readonly<Record<string, { readonly type: string; readonly properties: unknown }>>;

/** The resources of templates, by construct path. */
export function resourcesIn(templates: readonly unknown[]): Synthesized {
  const made: Record<string, { type: string; properties: unknown }> = {};
  for (const template of templates as readonly { Resources?: Record<string, Made> }[]) {
    for (const one of Object.values(template.Resources ?? {})) {
      const path = one.Metadata?.['aws:cdk:path'];
      if (typeof path === 'string') made[path] = { type: one.Type, properties: one.Properties ?? {} };
    }
  }
  return made;
}

interface Made {
  readonly Type: string;
  readonly Properties?: unknown;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

export function synthesized(name: string): Synthesized {
  const file = join(import.meta.dirname, '../oracles/cdk-source', `${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Synthesized;
}

/** Reads the one application of a folder from its source. */
export async function readSource(
  folder: string,
  environment?: string,
  fileSystem: FileSystem = nodeFileSystem,
): Promise<CollectedRoot> {
  const repository = await openRepository(fileSystem, folder);
  const [app] = await findApps(repository);
  if (app === undefined) throw new Error(`no CDK app in ${folder}`);
  const candidate = {
    path: app.folder,
    kind: 'cdk-source',
    role: 'root',
    assessed: true,
    because: '',
  } as const;
  return collectSource(repository, candidate, app, { name: environment, because: 'given', known: [] });
}

/** Everything that the source is said to show and synthesis does not, as sentences; and how many facts agreed. */
export function refutations(
  root: CollectedRoot,
  made: Synthesized,
): { readonly wrong: readonly string[]; readonly agreed: number } {
  const wrong: string[] = [];
  let agreed = 0;
  for (const { address, type, exists, properties } of root.resources) {
    // A path that hangs on what is not known names its place in the source.
    if (!type.startsWith('AWS::') || address.includes('{')) continue;
    const there = made[address];
    if (there === undefined) {
      if (holds(exists, NO_WORLD) === true) wrong.push(`${address} does not exist`);
      continue;
    }
    if (there.type !== type) {
      wrong.push(`${address} is a ${there.type}, not a ${type}`);
      continue;
    }
    agreed++;
    compare(properties, there.properties, address, (said) => {
      if (said === undefined) agreed++;
      else wrong.push(said);
    });
  }
  return { wrong, agreed };
}

function compare(
  value: Value,
  actual: unknown,
  path: string,
  say: (wrong: string | undefined) => void,
): void {
  switch (value.kind) {
    case 'known':
      // Numbers and texts of numbers mean the same to CloudFormation.
      say(
        String(value.value) === String(actual)
          ? undefined
          : `${path} is ${JSON.stringify(actual)}, not ${String(value.value)}`,
      );
      return;
    case 'absent':
      say(actual === undefined ? undefined : `${path} is ${JSON.stringify(actual)}, not absent`);
      return;
    case 'reference':
    case 'composed':
      say(actual !== undefined ? undefined : `${path} is not there`);
      return;
    case 'object': {
      const there =
        typeof actual === 'object' && actual !== null ? (actual as Record<string, unknown>) : undefined;
      if (
        there === undefined &&
        ![...value.members.values()].every((m) => m.kind === 'absent' || m.kind === 'unknown')
      ) {
        say(`${path} is ${JSON.stringify(actual)}, not an object`);
        return;
      }
      for (const [name, member] of value.members) compare(member, there?.[name], `${path}.${name}`, say);
      if (value.open === undefined && Object.keys(there ?? {}).length > value.members.size)
        say(`${path} holds more than was said`);
      return;
    }
    case 'list': {
      const there = Array.isArray(actual) ? (actual as readonly unknown[]) : [];
      for (const [index, item] of value.items.entries())
        compare(item, there[index], `${path}[${index}]`, say);
      if (value.open === undefined && there.length > value.items.length)
        say(`${path} holds more than was said`);
      return;
    }
    default:
  }
}
