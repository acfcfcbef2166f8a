import { relative, resolve } from 'node:path';
import type { ReadConfiguration } from './assess/configuration.ts';
import { CannotRun } from './cannot-run.ts';
import { cdk } from './collect/cdk/language.ts';
import { cloudformation } from './collect/cloudformation/language.ts';
import type {
  CollectedRepository,
  CollectedRoot,
  Environment,
  Inputs,
  RootCandidate,
  Services,
  Synthesized,
} from './collect/collected.ts';
import { infrastructureElsewhere, isApplication, rootElsewhere } from './collect/elsewhere.ts';
import { chooseEnvironment, forEnvironment } from './collect/environment.ts';
import { withEnvironments } from './collect/environment-facts.ts';
import type { FileSystem } from './collect/files/file-system.ts';
import { nodeFileSystem } from './collect/files/node-file-system.ts';
import { openRepository } from './collect/files/open.ts';
import type { Repository } from './collect/files/repository.ts';
import { whyOf } from './collect/files/why.ts';
import { withFunctionCode } from './collect/function-code.ts';
import { withGraphqlFields } from './collect/graphql/fields.ts';
import type { FoundRoots, Language } from './collect/language.ts';
import { withRoutesOfDocuments } from './collect/openapi/routes.ts';
import { filesOf, type OtherTool, otherTools } from './collect/other-tools.ts';
import { isReadableCode } from './collect/repository/code/syntax/parse.ts';
import { ParsingThread } from './collect/repository/code/syntax/parsing-thread.ts';
import { withCodeOfContainers } from './collect/repository/joins/container-code.ts';
import { handlersNamed, withCodeOfFunctions } from './collect/repository/joins/function-code.ts';
import { readRepository, sourceOf } from './collect/repository/repository-root.ts';
import { deploysServices } from './collect/serverless/deployed.ts';
import { toolsThatDeploy } from './collect/serverless/services.ts';
import { terraform } from './collect/terraform/language.ts';
import type { Planned } from './collect/terraform/plan/planned.ts';
import { readPlanned } from './collect/terraform/plan/read.ts';
import { withStateFiles } from './collect/terraform/state-files.ts';
import { withTerragrunt } from './collect/terraform/terragrunt.ts';
import type { CollectOptions, WithInputs } from './collect-options.ts';
import type { NotSeen } from './model/resource.ts';
import {
  mustBeFolder,
  mustHaveFiles,
  mustHaveRoots,
  mustKnow,
  nothingAssessed,
  nothingFound,
} from './what-was-asked.ts';

type Options = WithInputs<CollectOptions>;

/** Everything that was read, before anything is judged. */
export interface Collected {
  readonly repository: Repository;
  readonly configuration: ReadConfiguration;
  readonly environment: Environment;
  readonly candidates: readonly RootCandidate[];
  readonly library: boolean;
  readonly roots: readonly CollectedRoot[];
  /** What the repository itself shows: code, pipelines, documents. Nothing where it was not asked for. */
  readonly repositoryRoot?: CollectedRepository;
  readonly revision: string | null;
  readonly assumptions: readonly string[];
}

/** Finds the roots of a folder and evaluates those that are assessed. Throws {@link CannotRun}. */
export async function collectRepository(options: Options): Promise<Collected> {
  const fs = options.fileSystem ?? nodeFileSystem;
  const progress = options.onProgress ?? (() => {});
  progress('looking for infrastructure');
  await mustBeFolder(fs, options.path);
  const configuration = await configurationOf(fs, options);
  const opened = await openRepository(
    fs,
    options.path,
    options.parsedFiles === undefined ? {} : { parsedFiles: options.parsedFiles },
  );
  const synthesis = await withSynthesis(opened, inputsOf(options, configuration), options);
  // It takes a while to begin, and infrastructure is read meanwhile.
  const thread = readsRepository(options) ? ParsingThread.for(synthesis.repository.paths) : undefined;
  try {
    return await collectOpened({ ...synthesis, fs, configuration, thread }, options);
  } finally {
    thread?.end();
  }
}

interface Opened {
  readonly fs: FileSystem;
  readonly configuration: ReadConfiguration;
  readonly repository: Repository;
  readonly synthesized?: Synthesized;
  readonly thread: ParsingThread | undefined;
}

async function collectOpened(
  { fs, configuration, repository, synthesized, thread }: Opened,
  options: Options,
): Promise<Collected> {
  const progress = options.onProgress ?? (() => {});
  const planned = await plannedOf(fs, options);
  const inputs = {
    ...inputsOf(options, configuration),
    varFiles: valueFiles(options, repository),
    ...(planned === undefined ? {} : { planned }),
    ...(synthesized === undefined ? {} : { synthesized }),
  };
  mustHaveFiles(inputs, repository);

  progress('reading files');
  if (readsRepository(options)) readCodeAhead(repository);
  const found = await findRoots(repository, inputs, options.languages);
  const alone = options.languages?.every((language) => language === 'repository') === true;
  if (!alone && found.candidates.length === 0 && options.roots.length > 0)
    throw nothingFound(found, repository, options);
  const environment = chooseEnvironment(repository.paths, found.candidates, found.environments, inputs);
  mustKnow(environment, options);
  const candidates = forEnvironment(found.candidates, environment, inputs);
  const assessable = candidates.some((candidate) => candidate.assessed);
  if (!alone) mustHaveRoots(candidates, options);
  await found.settle?.(candidates.filter((c) => c.assessed));

  const roots: CollectedRoot[] = [];
  for (const candidate of candidates) {
    if (!candidate.assessed) continue;
    progress(`evaluating ${candidate.path}`);
    const root = withRoutesOfDocuments(await found.collect(candidate, environment));
    const withCode = await withFunctionCode(
      root,
      repository,
      candidate.kind === 'terraform' ? candidate.path : undefined,
    );
    roots.push(await withStateFiles(await withGraphqlFields(withCode, repository), repository));
  }
  progress('reading the repository');
  const read = readsRepository(options)
    ? await readRepository(repository, environment, candidates, {
        handlers: roots.flatMap(handlersNamed),
        ...(thread === undefined ? {} : { parser: thread.parse }),
      })
    : undefined;
  const tools = read === undefined ? otherTools(repository.paths) : await toolsThatDeploy(read.source);
  const elsewhere = alone || assessable ? undefined : rootElsewhere(candidates, tools);
  if (elsewhere !== undefined) {
    if (read === undefined || !isApplication(read.root))
      throw nothingAssessed(candidates, found, repository, options);
    const isTold = deploysServices(read.root);
    roots.push(infrastructureElsewhere(elsewhere, environment, { listed: candidates, tools, isTold }));
  }
  const source = () => read?.source ?? sourceOf(repository, environment, candidates);
  const joined: CollectedRoot[] = [];
  for (const root of roots) {
    const named = withEnvironments(root, environment, inputs);
    joined.push(await withCodeOfContainers(await withCodeOfFunctions(named, source, appOf(root)), source));
  }
  const library =
    candidates.some((c) => c.assessed) && candidates.every((c) => !c.assessed || c.role === 'module');
  const complete = withOtherTools(
    await withTerragrunt(withUnreadable(joined, [...repository.skipped, ...found.skipped]), repository),
    tools,
    read?.root.services,
  );
  return {
    repository,
    configuration,
    environment,
    candidates: elsewhere === undefined ? candidates : [elsewhere, ...candidates],
    library,
    roots: library ? withCallers(complete) : complete,
    ...(read === undefined ? {} : { repositoryRoot: read.root }),
    revision: await revisionOf(fs, options.path),
    assumptions: [...assumptionsOf(configuration, environment), ...(synthesized?.failures ?? [])],
  };
}

function readsRepository({ languages }: CollectOptions): boolean {
  return languages?.includes('repository') !== false;
}

/** Code is read from the disk while infrastructure is looked for: who asks for one file after the other waits for none then. */
function readCodeAhead(repository: Repository): void {
  for (const path of repository.paths) if (isReadableCode(path)) void repository.text(path);
}

/** The folder of an app of the CDK that was read from its source. */
function appOf({ root }: CollectedRoot): string | undefined {
  return root.kind === 'cdk-source' ? root.path : undefined;
}

/** Seconds that the app command of one CDK application may take. */
const SYNTH_SECONDS = 120;

async function withSynthesis(
  repository: Repository,
  inputs: Inputs,
  options: Options,
): Promise<{ readonly repository: Repository; readonly synthesized?: Synthesized }> {
  if (options.synth !== true) return { repository };
  const { synthesizeApps } = await import('./collect/cdk/synth/synthesize.ts');
  return synthesizeApps(repository, inputs, {
    variables: options.variables,
    timeoutSeconds: options.synthSeconds ?? SYNTH_SECONDS,
    onCommand: options.onCommand ?? (() => {}),
  });
}

/** In the order in which they are asked: a cloud assembly claims its templates before they are looked at as such. */
const LANGUAGES: readonly Language[] = [terraform, cdk, cloudformation];

async function findRoots(
  repository: Repository,
  inputs: Inputs,
  wanted: CollectOptions['languages'],
): Promise<FoundRoots> {
  const byKind = new Map<string, FoundRoots>();
  const parts: FoundRoots[] = [];
  const claims = new Set<string>();
  for (const language of LANGUAGES) {
    if (wanted !== undefined && !wanted.includes(language.name)) continue;
    const found = await language.find(repository, inputs, claims);
    parts.push(found);
    for (const file of found.claims) claims.add(file);
    for (const candidate of found.candidates) byKind.set(`${candidate.kind} ${candidate.path}`, found);
  }
  return {
    candidates: parts.flatMap((found) => found.candidates),
    environments: parts.flatMap((found) => found.environments),
    claims,
    skipped: parts.flatMap((found) => found.skipped),
    async settle(assessed) {
      for (const part of parts) await part.settle?.(assessed);
    },
    collect: (candidate, environment) =>
      byKind.get(`${candidate.kind} ${candidate.path}`)!.collect(candidate, environment),
  };
}

async function plannedOf(fs: FileSystem, { path, plan, state }: Options): Promise<Planned | undefined> {
  if (plan !== undefined && state !== undefined) {
    throw new CannotRun('--plan and --state: give one of them, the plan already knows the state');
  }
  if (plan !== undefined) return readPlanned(fs, plan, 'plan', path);
  return state === undefined ? undefined : readPlanned(fs, state, 'state', path);
}

/** The files of `--var-file`, as paths of the repository. They may be given from where the caller stands or from its top. */
function valueFiles(options: Options, repository: Repository): readonly string[] {
  return options.varFiles.map((given) => {
    const fromHere = relative(repository.root, resolve(given)).replaceAll('\\', '/');
    const fromTop = relative(repository.root, resolve(repository.root, given)).replaceAll('\\', '/');
    const found = [fromHere, fromTop].find((path) => repository.has(path));
    const inRoot = repository.paths.filter((path) => path.endsWith(`/${fromTop}`));
    if (found === undefined && inRoot.length === 0) {
      throw new CannotRun(`--var-file ${given}: there is no such file inside ${options.path}`);
    }
    return found ?? given;
  });
}

async function configurationOf(fs: FileSystem, options: Options): Promise<ReadConfiguration> {
  const names = options.config === undefined ? ['airworthy.yaml', 'airworthy.yml'] : [options.config];
  for (const name of names) {
    const path = options.config === undefined ? resolve(options.path, name) : resolve(name);
    let text: string;
    try {
      text = new TextDecoder().decode(await fs.readFile(path));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (options.config === undefined && code === 'ENOENT') continue;
      throw new CannotRun(
        `cannot read the configuration ${name}: ${code === 'ENOENT' ? 'there is no such file' : whyOf(error)}`,
      );
    }
    // Loaded where there is one: making its schema takes as long as reading a small repository.
    const { ConfigurationError, readConfiguration } = await import('./assess/configuration.ts');
    try {
      return readConfiguration(name, text);
    } catch (error) {
      if (error instanceof ConfigurationError) throw new CannotRun(error.message);
      throw error;
    }
  }
  return NO_CONFIGURATION;
}

const NO_CONFIGURATION: ReadConfiguration = {
  configuration: {},
  waivers: [],
  attestations: [],
  stated: [],
  notices: [],
};

function inputsOf(options: Options, { configuration }: ReadConfiguration): Inputs {
  const environments = Object.entries(configuration.environments ?? {});
  const declared = environments.find(([, e]) => e.production === true)?.[0];
  return {
    ...(options.env === undefined ? {} : { env: options.env }),
    ...(declared === undefined ? {} : { declaredEnvironment: declared }),
    environmentFiles: new Map(environments.map(([name, e]) => [name, e.files ?? []])),
    roots: options.roots,
    vars: options.vars,
    varFiles: options.varFiles,
    ...(options.workspace === undefined ? {} : { workspace: options.workspace }),
    params: options.params,
    environmentVars: new Map(
      Object.entries(options.variables).flatMap(([name, value]): [string, string][] =>
        name.startsWith('TF_VAR_') && value !== undefined ? [[name.slice('TF_VAR_'.length), value]] : [],
      ),
    ),
    now: options.now,
  };
}

/**
 * What could not be read and could be a template of its own stands in the ledger of the first root, and keeps absence
 * open there. CloudFormation takes no template over 1 MB and no binary one, so files skipped for that are none.
 */
function withUnreadable(
  roots: readonly CollectedRoot[],
  skipped: readonly Skipped[],
): readonly CollectedRoot[] {
  const [first, ...rest] = roots;
  if (first === undefined || skipped.length === 0) return roots;
  const known = new Set(roots.flatMap((root) => root.files.skipped.map((s) => s.file)));
  const more = skipped.filter((s) => !known.has(s.file));
  const unseen = more
    .filter((s) => couldHoldTemplates(s))
    .map((s): NotSeen => ({ what: s.file, why: s.why, decidedBy: `making ${s.file} readable` }));
  const files = { ...first.files, skipped: [...first.files.skipped, ...more] };
  return [{ ...first, files, notSeen: [...first.notSeen, ...unseen] }, ...rest];
}

/** What another tool deploys from the same repository may be what a root lacks: an alarm, a function. */
function withOtherTools(
  roots: readonly CollectedRoot[],
  tools: readonly OtherTool[],
  services: Services | undefined,
): readonly CollectedRoot[] {
  const isTold = ({ name }: OtherTool) => services?.tools.includes(name) === true;
  const told =
    (services?.resources ?? []).length > 0
      ? 'only functions and their events are read of it, for the code'
      : 'it is not read';
  const unseen = tools.map(
    (tool): NotSeen => ({
      what: filesOf(tool),
      why: `${tool.name} deploys what is defined there, and ${isTold(tool) ? told : 'it is not read'}`,
      decidedBy: tool.decidedBy,
      ...(isTold(tool) ? { toldWithCode: true } : {}),
    }),
  );
  return unseen.length === 0
    ? roots
    : roots.map((root) => ({ ...root, notSeen: [...root.notSeen, ...unseen] }));
}

/** What a library lacks, an alarm or a budget, the root that calls it may have. */
function withCallers(roots: readonly CollectedRoot[]): readonly CollectedRoot[] {
  const caller: NotSeen = {
    what: 'the root that calls this module',
    why: 'a library is deployed by its callers',
    decidedBy: 'assessing a root that calls it',
    beyond: true,
  };
  return roots.map((root) => ({ ...root, notSeen: [...root.notSeen, caller] }));
}

function couldHoldTemplates({ file, why }: Skipped): boolean {
  if (/\.(ya?ml|json|template)$/i.test(file)) return !/^larger than|^binary|leads back/.test(why);
  return !/\.[^/]+$/.test(file) && why === 'permission denied';
}

interface Skipped {
  readonly file: string;
  readonly why: string;
}

/** The checked-out commit, where the assessed folder is the top of a Git repository. */
async function revisionOf(fs: FileSystem, path: string): Promise<string | null> {
  const read = async (name: string) => {
    try {
      return new TextDecoder().decode(await fs.readFile(resolve(path, '.git', name))).trim();
    } catch {
      return undefined; // not a repository, or a worktree whose files lie elsewhere
    }
  };
  const head = await read('HEAD');
  if (head === undefined) return null;
  const ref = /^ref: (.+)$/.exec(head)?.[1];
  const commit =
    ref === undefined
      ? head
      : ((await read(ref)) ??
        (await read('packed-refs'))
          ?.split('\n')
          .find((l) => l.endsWith(` ${ref}`))
          ?.split(' ')[0]);
  return commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null;
}

function assumptionsOf({ configuration }: ReadConfiguration, environment: Environment): readonly string[] {
  const assumed: string[] = [];
  if (configuration.tier === undefined) assumed.push('tier: standard');
  if (configuration.criteria?.go === undefined) assumed.push('criteria: the default ones');
  if (environment.name === undefined)
    assumed.push('environment: none is named; the defaults of the code hold');
  return assumed;
}
