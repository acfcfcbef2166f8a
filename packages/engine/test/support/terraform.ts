import type { Environment, Inputs, RootCandidate } from '../../src/collect/collected.ts';
import { chooseEnvironment, forEnvironment } from '../../src/collect/environment.ts';
import { openRepository } from '../../src/collect/files/open.ts';
import { collectTerraform, type TerraformRoot, workspaceUse } from '../../src/collect/terraform/collect.ts';
import { discoverTerraform } from '../../src/collect/terraform/discover.ts';
import type { TerraformInstance } from '../../src/collect/terraform/instance.ts';
import { TerraformSources } from '../../src/collect/terraform/sources.ts';
import { loadParser } from '../../src/collect/terraform/syntax/parse.ts';
import type { Value } from '../../src/model/value.ts';
import { type MemoryFile, memoryFileSystem } from './memory-file-system.ts';

export type Given = Partial<Omit<Inputs, 'vars' | 'environmentVars'>> & {
  readonly vars?: Record<string, string>;
  readonly environmentVars?: Record<string, string>;
};

export interface Assessed {
  readonly candidates: readonly RootCandidate[];
  readonly environment: Environment;
  readonly sources: TerraformSources;
  readonly inputs: Inputs;
  /** Evaluates the root of a folder. */
  root(path?: string): Promise<TerraformRoot>;
}

/** Discovers the roots of the given files and chooses the environment. */
export async function discover(files: Record<string, MemoryFile>, given: Given = {}): Promise<Assessed> {
  const { vars, environmentVars, ...rest } = given;
  const inputs: Inputs = {
    roots: [],
    varFiles: [],
    params: new Map(),
    now: new Date('2026-01-01T00:00:00Z'),
    ...rest,
    vars: new Map(Object.entries(vars ?? {})),
    environmentVars: new Map(Object.entries(environmentVars ?? {})),
  };
  const repository = await openRepository(memoryFileSystem(files), '/repo');
  const sources = new TerraformSources(repository, await loadParser());
  const found = await discoverTerraform(sources, inputs);
  const workspaces = await workspaceUse(sources);
  const environment = chooseEnvironment(
    repository.paths,
    found,
    workspaces.names.map((name) => ({ name, by: 'workspace' as const })),
    inputs,
  );
  const candidates = forEnvironment(found, environment, inputs);
  return {
    candidates,
    environment,
    sources,
    inputs,
    root: (path = '.') => {
      const candidate = candidates.find((c) => c.path === path);
      if (candidate === undefined) throw new Error(`no root at ${path}`);
      return collectTerraform(sources, candidate, environment, inputs);
    },
  };
}

/** Evaluates the root at the top of the given files. */
export async function evaluated(
  files: string | Record<string, MemoryFile>,
  given: Given = {},
): Promise<TerraformRoot> {
  const assessed = await discover(typeof files === 'string' ? { 'main.tf': files } : files, given);
  return assessed.root();
}

export function instance(root: TerraformRoot, address: string): TerraformInstance {
  const found = root.instances.find((i) => i.address === address);
  if (found === undefined) {
    throw new Error(`no ${address} among ${root.instances.map((i) => i.address).join(', ')}`);
  }
  return found;
}

export function addresses(root: TerraformRoot): string[] {
  return root.instances.map((i) => i.address);
}

/** A value in short: scalars as they are, references as `-> address.attribute`, unknowns as `?reason`. */
export function brief(value: Value | undefined): unknown {
  if (value === undefined) return undefined;
  switch (value.kind) {
    case 'known':
      return value.value;
    case 'list':
      return value.open === undefined ? value.items.map(brief) : [...value.items.map(brief), '...'];
    case 'object': {
      const members = Object.fromEntries([...value.members].map(([name, member]) => [name, brief(member)]));
      return value.open === undefined ? members : { ...members, '...': brief(value.open) };
    }
    case 'reference':
      return `-> ${value.to.address}.${value.to.attribute}`;
    case 'unknown':
      return `?${value.reason}`;
    case 'composed':
      return value.parts
        .map((part) => (part.kind === 'known' ? String(part.value) : `{${brief(part)}}`))
        .join('');
    case 'choice':
      return { if: value.condition.op, then: brief(value.whenTrue), else: brief(value.whenFalse) };
    case 'sensitive':
      return '(sensitive)';
    case 'absent':
      return '(absent)';
  }
}
