import type { Inputs, RootCandidate, RootRole } from '../collected.ts';
import { folderOf, join } from '../files/paths.ts';
import { literalText, type ModuleConfiguration } from './configuration.ts';
import type { TerraformSources } from './sources.ts';

/** A role and the evidence for it. */
interface Judged {
  readonly role: RootRole;
  readonly because: string;
}

const EXAMPLE_FOLDER = /^(examples?|samples?|demos?)$/i;
const TEST_FOLDER = /^(tests?|fixtures?|testdata|test-fixtures|__tests__|spec)$/i;
const LEGACY_FOLDER = /^(legacy|deprecated|archived?|old|obsolete)$/i;

const PASSED_OVER: ReadonlySet<RootRole> = new Set(['example', 'test']);

/** A heading or sentence in a README that is about the whole folder. */
const LEGACY_SENTENCE =
  /^\W*(deprecated|legacy|archived|obsolete|do not use)\b|\b(this|these)\b.{0,60}\b(is|are|was|were|has been|have been)\b.{0,30}\b(deprecated|legacy|archived|obsolete|replaced|superseded|decommissioned|retired|no longer (used|maintained|deployed))\b|\bdo not (use|deploy|apply)\b|\bno longer (used|maintained|deployed)\b/i;
const LEGACY_HEADING = /\b(deprecated|legacy|archived|obsolete|do not use)\b/i;

/**
 * Finds every folder with Terraform files and says what it is: a root that is deployed, a module that others call,
 * an example, a test, or legacy, each with the evidence. A repository of nothing but modules is a library.
 */
export async function discoverTerraform(
  sources: TerraformSources,
  inputs: Pick<Inputs, 'roots'>,
): Promise<readonly RootCandidate[]> {
  const folders = [...sources.folders.keys()].filter((f) => !`/${f}/`.includes('/.terraform/')).sort();
  const configurations = await Promise.all(folders.map((folder) => sources.module(folder)));
  const calledBy = callersOf(configurations);
  const values = foldersWithValues(sources);
  const filled = configurations.some((c) => !isEmpty(c));
  const judged = new Map<string, Judged>();
  for (const configuration of configurations) {
    const found = await judge(sources, configuration, calledBy, values);
    judged.set(
      configuration.folder,
      found.role === 'root' && filled && isEmpty(configuration) ? EMPTY : found,
    );
  }
  const strong = configurations.some((c) => judged.get(c.folder)?.role === 'root' && isDeployable(c, values));
  const examples = configurations.filter((c) => PASSED_OVER.has(judged.get(c.folder)!.role));
  const published = publishedModule(examples, judged, values);
  const hasRoot =
    published === undefined || strong ? [...judged.values()].some((j) => j.role === 'root') : false;
  const byFolder = new Map(configurations.map((c) => [c.folder, c]));
  const named = new Set(inputs.roots.map((path) => join('.', path)));
  return folders.map((path): RootCandidate => {
    const configuration = byFolder.get(path)!;
    let { role, because } = judged.get(path)!;
    // Without a provider, a backend or values of its own a folder is only a root where no other has them.
    if (role === 'root' && strong && !isDeployable(configuration, values)) {
      role = 'module';
      because = 'no provider, backend or tfvars of its own, and other folders have them';
    } else if (role === 'root' && !strong && published !== undefined) {
      role = 'module';
      because = `no provider, backend or tfvars of its own, and ${published}`;
    }
    const base = { path, kind: 'terraform', role } as const;
    if (named.size > 0) {
      const isNamed = named.has(path);
      return {
        ...base,
        assessed: isNamed,
        because: isNamed ? `named with --root (${because})` : `${because}; --root names others`,
      };
    }
    if (role === 'module' && !hasRoot)
      return { ...base, assessed: true, because: `${because}; the repository is a library of modules` };
    const clouds = role === 'root' ? otherClouds(configuration, byFolder) : undefined;
    if (clouds !== undefined && clouds.size > 0)
      return { ...base, assessed: false, because: `nothing of AWS, but of ${[...clouds].sort().join(', ')}` };
    return { ...base, assessed: role === 'root', because };
  });
}

/** Providers of other clouds, by the prefix of their resources. */
const OTHER_CLOUDS: ReadonlySet<string> = new Set([
  'alicloud',
  'azuread',
  'azurerm',
  'digitalocean',
  'google',
  'hcloud',
  'ibm',
  'linode',
  'oci',
  'openstack',
  'scaleway',
  'tencentcloud',
  'vultr',
]);

/** The other clouds that a root is made of; `undefined` where it holds something of AWS, or could in what was not read. */
function otherClouds(
  configuration: ModuleConfiguration,
  byFolder: ReadonlyMap<string, ModuleConfiguration>,
  seen: Set<string> = new Set(),
): ReadonlySet<string> | undefined {
  const { folder, providers, resources, data, partly, skipped, notSeen } = configuration;
  const found = new Set<string>();
  if (seen.has(folder)) return found;
  seen.add(folder);
  if (partly.length + skipped.length + notSeen.length > 0) return undefined;
  const used = [...resources.keys(), ...data.keys()].map((name) => name.split('_')[0]!);
  for (const cloud of [...used, ...providers.map((p) => p.labels[0] ?? '')]) {
    if (/^aws/.test(cloud)) return undefined;
    if (OTHER_CLOUDS.has(cloud)) found.add(cloud);
  }
  for (const call of configuration.calls.values()) {
    const attribute = call.body.attributes.get('source');
    const source = (attribute && literalText(attribute.value)) ?? '';
    const local = /^\.\.?(\/|$)/.test(source) ? join(folder, source) : undefined;
    const called = local === undefined ? undefined : byFolder.get(local);
    // The last part of an address in the registry names the provider.
    if (called === undefined && OTHER_CLOUDS.has(/^[\w-]+\/[\w-]+\/(\w+)$/.exec(source)?.[1] ?? '')) continue;
    const inside = called && otherClouds(called, byFolder, seen);
    if (inside === undefined) return undefined;
    for (const cloud of inside) found.add(cloud);
  }
  return found;
}

/** What says that the modules here are published for others: examples that can be deployed call one of them. */
function publishedModule(
  examples: readonly ModuleConfiguration[],
  judged: ReadonlyMap<string, Judged>,
  values: ReadonlySet<string>,
): string | undefined {
  for (const example of examples) {
    if (!isDeployable(example, values)) continue;
    for (const [folder, call] of localCalls(example)) {
      const role = judged.get(folder)?.role;
      if (role === 'module') return `${call} shows how others call ${folder === '.' ? 'this' : folder}`;
    }
  }
  return undefined;
}

/** The folders that a configuration calls as modules, with the call in words. */
function* localCalls(configuration: ModuleConfiguration): Generator<[string, string]> {
  for (const [name, call] of configuration.calls) {
    const attribute = call.body.attributes.get('source');
    const source = attribute && literalText(attribute.value);
    if (source === undefined || !/^\.\.?(\/|$)/.test(source)) continue;
    const folder = join(configuration.folder, source);
    if (folder !== undefined) yield [folder, `module.${name} in ${call.at.file}:${call.at.line}`];
  }
}

async function judge(
  sources: TerraformSources,
  configuration: ModuleConfiguration,
  calledBy: ReadonlyMap<string, string>,
  values: ReadonlySet<string>,
): Promise<Judged> {
  const { folder } = configuration;
  const parts = folder.split('/');
  const example = parts.find((part) => EXAMPLE_FOLDER.test(part));
  if (example !== undefined) return { role: 'example', because: `in a folder named ${example}` };
  const test = parts.find((part) => TEST_FOLDER.test(part));
  // `environments/test` is an environment, and `test` with a backend is deployed.
  const deployedTest = test !== undefined && (hasBackend(configuration) || beside(parts, test));
  if (test !== undefined && !deployedTest) return { role: 'test', because: `in a folder named ${test}` };
  const legacy = await legacyEvidence(sources, folder);
  if (legacy !== undefined) return { role: 'legacy', because: legacy };
  const caller = calledBy.get(folder);
  if (caller !== undefined) return { role: 'module', because: `called by ${caller}` };
  const module = parts.slice(0, -1).find((part) => /^modules?$/i.test(part));
  if (module !== undefined && !hasBackend(configuration) && !values.has(folder)) {
    return { role: 'module', because: `in a folder named ${module}` };
  }
  return { role: 'root', because: deployableBecause(configuration, values) ?? 'no other folder calls it' };
}

function callersOf(configurations: readonly ModuleConfiguration[]): Map<string, string> {
  const callers = new Map<string, string>();
  for (const configuration of configurations) {
    for (const [folder, call] of localCalls(configuration)) {
      if (folder === configuration.folder || callers.has(folder)) continue;
      // An example calls the root of a library; both facts are needed to see which is which.
      callers.set(folder, call);
    }
  }
  return callers;
}

/** Providers and variables alone deploy nothing: something else copies them to where it works. */
const EMPTY: Judged = { role: 'module', because: 'it declares nothing to deploy and no backend' };

function isEmpty(configuration: ModuleConfiguration): boolean {
  const { resources, data, calls, others, partly, skipped, notSeen } = configuration;
  return (
    resources.size +
      data.size +
      calls.size +
      others.size +
      partly.length +
      skipped.length +
      notSeen.length ===
      0 && !hasBackend(configuration)
  );
}

function isDeployable(configuration: ModuleConfiguration, values: ReadonlySet<string>): boolean {
  return deployableBecause(configuration, values) !== undefined;
}

function deployableBecause(
  configuration: ModuleConfiguration,
  values: ReadonlySet<string>,
): string | undefined {
  const found: string[] = [];
  if (configuration.providers.length > 0) found.push('a provider');
  if (hasBackend(configuration)) found.push('a backend');
  if (values.has(configuration.folder)) found.push('tfvars');
  if (found.length === 0) return undefined;
  return `has ${found.length === 1 ? found[0] : `${found.slice(0, -1).join(', ')} and ${found.at(-1)}`} of its own`;
}

function hasBackend(configuration: ModuleConfiguration): boolean {
  return configuration.settings.some((settings) =>
    settings.body.blocks.some((block) => block.type === 'backend' || block.type === 'cloud'),
  );
}

/** `test` as an environment: directly below a folder of environments. */
function beside(parts: readonly string[], test: string): boolean {
  const above = parts[parts.indexOf(test) - 1] ?? '';
  return /^(env|envs|environment|environments|stages|live|accounts)$/i.test(above);
}

/** Terraform folders with files of values in them or right below them. */
function foldersWithValues(sources: TerraformSources): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of sources.repository.paths) {
    if (!/\.tfvars(\.json)?$/.test(path)) continue;
    let folder = folderOf(path);
    while (folder !== '.' && !sources.folders.has(folder)) folder = folderOf(folder);
    if (sources.folders.has(folder)) found.add(folder);
  }
  return found;
}

async function legacyEvidence(sources: TerraformSources, folder: string): Promise<string | undefined> {
  const named = folder.split('/').find((part) => LEGACY_FOLDER.test(part));
  if (named !== undefined) return `the folder name says ${named}`;
  // The README of the whole repository speaks of more than one folder.
  if (folder === '.') return undefined;
  for (const name of ['README.md', 'README', 'README.txt', 'readme.md', 'Readme.md']) {
    const path = `${folder}/${name}`;
    if (!sources.repository.has(path)) continue;
    const text = await sources.repository.text(path);
    if (text.kind !== 'text') continue;
    const lines = text.text.split(/\r?\n/).slice(0, 20);
    const first = lines.findIndex((line) => line.trim() !== '');
    for (const [index, line] of lines.entries()) {
      const says = (index === first && LEGACY_HEADING.test(line)) || LEGACY_SENTENCE.test(line);
      if (says) return `${path}:${index + 1} says "${line.trim().slice(0, 80)}"`;
    }
  }
  return undefined;
}
