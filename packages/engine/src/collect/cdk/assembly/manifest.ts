import { folderOf, join } from '../../files/paths.ts';
import type { Repository } from '../../files/repository.ts';

/** A cloud assembly as its manifests say, the nested ones of its stages included. */
export interface Assembly {
  /** Folder of the outermost manifest. */
  readonly folder: string;
  /** As the manifest writes it: `55.0.0`. */
  readonly version: string;
  readonly stacks: readonly AssembledStack[];
  /** Look-ups that the account did not answer: `vpc-provider:account=…`. */
  readonly missing: readonly string[];
  /** What could not be taken as it stands, as sentences, with the file. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly file: string;
  readonly why: string;
  /** No resource can be hidden behind it. */
  readonly harmless?: boolean;
}

/** A stack of an assembly. */
export interface AssembledStack {
  /** Id of its artifact, unique in its manifest. */
  readonly id: string;
  /** Name that it is deployed under. */
  readonly name: string;
  /** Folder of the manifest that lists it. */
  readonly folder: string;
  /** Path of its template in the repository. */
  readonly template: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  /** As the manifest writes it. */
  readonly terminationProtection: boolean | undefined;
  /** Ids of the stages around it, from the outside. */
  readonly stages: readonly string[];
  /** What the construct tree says of each construct, by its path. */
  readonly metadata: ReadonlyMap<string, readonly MetadataEntry[]>;
}

export interface MetadataEntry {
  readonly type: string;
  readonly data: unknown;
  readonly trace: readonly string[];
}

const MANIFEST = /(?:^|\/)manifest\.json$/;
const DEEPEST_STAGE = 10;
const MOST_STACKS = 2000;
const MOST_PROBLEMS = 50;

/** Every assembly of a repository that no other one holds, in the order of their folders. */
export async function readAssemblies(repository: Repository): Promise<readonly Assembly[]> {
  const found: Assembly[] = [];
  const inner = new Set<string>();
  for (const file of repository.paths) {
    if (!MANIFEST.test(file)) continue;
    const manifest = await readManifest(repository, file);
    if (manifest === undefined) continue;
    const reading = new Reading(repository);
    await reading.manifest(folderOf(file), manifest, []);
    for (const folder of reading.nested) inner.add(folder);
    found.push({
      folder: folderOf(file),
      version: manifest.version,
      stacks: reading.stacks,
      missing: reading.missing,
      problems: reading.problems,
    });
  }
  return found.filter((assembly) => !inner.has(assembly.folder));
}

/** What is read of the manifest of an assembly. */
export interface Manifest {
  readonly version: string;
  readonly artifacts: Readonly<Record<string, unknown>>;
  readonly missing: readonly unknown[];
}

/** A manifest where a file is one: other tools write files of this name too. */
async function readManifest(repository: Repository, file: string): Promise<Manifest | undefined> {
  return manifestIn(await readJson(repository, file));
}

/** The manifest of an assembly that a document is, if it is one. */
export function manifestIn(json: unknown): Manifest | undefined {
  if (!isRecord(json) || typeof json['version'] !== 'string' || !isRecord(json['artifacts']))
    return undefined;
  const types = Object.values(json['artifacts']).map((a) => (isRecord(a) ? a['type'] : undefined));
  const isAssembly = types.some((type) => type === STACK || type === STAGE || type === 'cdk:tree');
  if (!isAssembly) return undefined;
  const missing = Array.isArray(json['missing']) ? json['missing'] : [];
  return { version: json['version'], artifacts: json['artifacts'], missing };
}

const STACK = 'aws:cloudformation:stack';
const STAGE = 'cdk:cloud-assembly';

class Reading {
  readonly stacks: AssembledStack[] = [];
  readonly missing: string[] = [];
  readonly problems: Problem[] = [];
  readonly nested = new Set<string>();
  readonly #templates = new Set<string>();
  readonly #repository: Repository;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  async manifest(folder: string, manifest: Manifest, stages: readonly string[]): Promise<void> {
    const file = inside(folder, 'manifest.json') ?? folder;
    for (const one of manifest.missing) this.missing.push(lookUp(one));
    for (const [id, artifact] of Object.entries(manifest.artifacts)) {
      if (!isRecord(artifact)) continue;
      const properties = isRecord(artifact['properties']) ? artifact['properties'] : {};
      if (artifact['type'] === STACK) await this.#stack(folder, file, id, artifact, properties, stages);
      if (artifact['type'] === STAGE) await this.#stage(folder, file, id, properties, stages);
    }
  }

  async #stack(
    folder: string,
    file: string,
    id: string,
    artifact: Readonly<Record<string, unknown>>,
    properties: Readonly<Record<string, unknown>>,
    stages: readonly string[],
  ): Promise<void> {
    if (this.stacks.length >= MOST_STACKS) {
      if (this.stacks.length === MOST_STACKS) this.#problem(file, `more than ${MOST_STACKS} stacks`);
      return;
    }
    const name = typeof properties['stackName'] === 'string' ? properties['stackName'] : id;
    const written = properties['templateFile'];
    const template = typeof written === 'string' ? inside(folder, written) : undefined;
    if (typeof written !== 'string') return this.#problem(file, `the stack ${id} names no template`);
    if (template === undefined) {
      return this.#problem(file, `the template of the stack ${id} lies outside of the assembly (${written})`);
    }
    if (!this.#repository.has(template)) {
      const why = this.#repository.leftOut(template) ?? 'it is not there';
      return this.#problem(file, `the template ${written} of the stack ${id} cannot be read: ${why}`);
    }
    if (this.#templates.has(template)) {
      return this.#problem(file, `the stack ${id} shares the template ${written} with another stack`);
    }
    this.#templates.add(template);
    this.stacks.push({
      id,
      name,
      folder,
      template,
      parameters: texts(properties['parameters']),
      tags: texts(properties['tags']),
      terminationProtection: flag(properties['terminationProtection']),
      stages,
      metadata: await this.#metadata(folder, file, artifact),
    });
  }

  async #metadata(
    folder: string,
    file: string,
    artifact: Readonly<Record<string, unknown>>,
  ): Promise<ReadonlyMap<string, readonly MetadataEntry[]>> {
    const elsewhere = artifact['additionalMetadataFile'];
    const path = typeof elsewhere === 'string' ? inside(folder, elsewhere) : undefined;
    const further = path === undefined ? undefined : await readJson(this.#repository, path);
    if (typeof elsewhere === 'string' && !isRecord(further)) {
      this.#problem(
        path ?? file,
        'the metadata of a stack cannot be read: its source lines are not known',
        true,
      );
    }
    const all = new Map<string, MetadataEntry[]>();
    for (const source of [artifact['metadata'], further]) {
      if (!isRecord(source)) continue;
      for (const [construct, entries] of Object.entries(source)) {
        if (Array.isArray(entries)) {
          const key = construct.replace(/^\//, '');
          all.set(key, [...(all.get(key) ?? []), ...entries.flatMap(metadataEntry)]);
        }
      }
    }
    return all;
  }

  async #stage(
    folder: string,
    file: string,
    id: string,
    properties: Readonly<Record<string, unknown>>,
    stages: readonly string[],
  ): Promise<void> {
    const written = properties['directoryName'];
    const path = typeof written === 'string' ? inside(folder, written) : undefined;
    if (path === undefined || path === folder) {
      return this.#problem(file, `the stage ${id} lies outside of the assembly (${String(written)})`);
    }
    if (this.nested.has(path) || stages.length >= DEEPEST_STAGE) {
      return this.#problem(file, `the stage ${id} leads back to itself or nests too deep`);
    }
    this.nested.add(path);
    const manifest = await readManifest(this.#repository, `${path}/manifest.json`);
    if (manifest === undefined)
      return this.#problem(file, `the stage ${id} has no readable manifest in ${written}`);
    await this.manifest(path, manifest, [...stages, id]);
  }

  #problem(file: string, why: string, harmless = false): void {
    if (this.problems.length >= MOST_PROBLEMS) return;
    this.problems.push(harmless ? { file, why, harmless } : { file, why });
  }
}

/** A path of the assembly; `undefined` where it leads out of it. */
function inside(folder: string, path: string): string | undefined {
  if (path.startsWith('/') || /^[a-z]:/i.test(path)) return undefined;
  const joined = join(folder, path.replaceAll('\\', '/'));
  if (joined === undefined) return undefined;
  return folder === '.' || joined === folder || joined.startsWith(`${folder}/`) ? joined : undefined;
}

async function readJson(repository: Repository, path: string): Promise<unknown> {
  const read = await repository.text(path);
  if (read.kind === 'skipped') return undefined;
  try {
    return JSON.parse(read.text);
  } catch {
    return undefined;
  }
}

function metadataEntry(entry: unknown): readonly MetadataEntry[] {
  if (!isRecord(entry) || typeof entry['type'] !== 'string') return [];
  const trace = Array.isArray(entry['trace']) ? entry['trace'].filter((f) => typeof f === 'string') : [];
  return [{ type: entry['type'], data: entry['data'], trace }];
}

function lookUp(one: unknown): string {
  if (!isRecord(one)) return 'a look-up without a name';
  return (
    ([one['provider'], one['key']].find((t) => typeof t === 'string') as string | undefined) ?? 'a look-up'
  );
}

function texts(record: unknown): ReadonlyMap<string, string> {
  if (!isRecord(record)) return new Map();
  return new Map(
    Object.entries(record).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v] as const] : [])),
  );
}

function flag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
