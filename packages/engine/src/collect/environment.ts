import type { Environment, Inputs, RootCandidate } from './collected.ts';

/** Names that say production, in the order in which they are believed. */
export const PRODUCTION_NAMES: readonly string[] = ['prod', 'production', 'live', 'prd'];

/** Names of environments, for folders and files that nothing else marks as one. */
const ENVIRONMENT_NAME =
  /^((non|pre)[-_]?)?(prod|production|prd|live)([-_]?(us|eu|ap|ca|sa|me|af)[-_a-z0-9]*)?$|^(dev|develop|development|stage|staging|stg|test|testing|tst|qa|uat|sandbox|sbx|preview|demo|int|integration|perf|canary|beta|alpha|dr)([-_]?\d+)?$/i;

/** Folders whose members are environments: `environments/prod`, `tfvars/prod.tfvars`. */
const HOLDER = /^(env|envs|environment|environments|stages|tfvars|workspaces)$/i;

/** Folders that hold files of values, among them those of environments. */
const VALUES_HOLDER = /^(vars|variables|config|configs|configuration|params|parameters|values)$/i;

/** Files of values that belong to no environment. */
const SHARED =
  /^(terraform|variables|vars|common|global|shared|all|base|default|defaults|example|examples|sample|template|secret|secrets|backend.*|.*[-_.](example|sample|template|backend)|(example|sample|backend)[-_.].*)$/i;

/** Where the repository names an environment, and by what: that becomes the words of a report. */
export interface Naming {
  readonly name: string;
  readonly by: 'values' | 'folder' | 'workspace' | 'parameters' | 'context' | 'stage';
}

const BY: Readonly<Record<Naming['by'], string>> = {
  values: 'with a tfvars file',
  folder: 'with a folder',
  workspace: 'that the code asks the workspace for',
  parameters: 'with a parameter file',
  context: 'that the CDK app is configured for',
  stage: 'with a stage of its own in the cloud assembly',
};

/**
 * Chooses the environment that is assessed: `--env`; else the one that `airworthy.yaml` declares production; else the
 * only one; else the one whose name says production; else none, and the defaults hold.
 */
export function chooseEnvironment(
  paths: readonly string[],
  candidates: readonly RootCandidate[],
  languages: readonly Naming[],
  inputs: Pick<Inputs, 'env' | 'declaredEnvironment' | 'environmentFiles'>,
): Environment {
  const namings = namingsIn(paths, candidates, languages);
  const declared = [...(inputs.environmentFiles?.keys() ?? [])];
  if (inputs.declaredEnvironment !== undefined) declared.push(inputs.declaredEnvironment);
  const known = [...new Set([...namings.map((n) => n.name), ...declared])].sort();
  const choose = (name: string | undefined, because: string): Environment => ({ name, because, known });

  if (inputs.env !== undefined) {
    const unheard = known.length > 0 && !known.includes(inputs.env);
    return choose(inputs.env, unheard ? `--env; the repository knows ${listed(known)}` : '--env');
  }
  if (inputs.declaredEnvironment !== undefined) {
    return choose(inputs.declaredEnvironment, 'declared production in airworthy.yaml');
  }
  if (known.length === 1) {
    const by = namings.find((n) => n.name === known[0])?.by;
    return choose(known[0], by === undefined ? 'the only one in airworthy.yaml' : `the only one ${BY[by]}`);
  }
  for (const production of PRODUCTION_NAMES) {
    const name = known.find((k) => k.toLowerCase() === production);
    if (name !== undefined)
      return choose(
        name,
        `its name says production; the others are ${listed(known.filter((k) => k !== name))}`,
      );
  }
  if (known.length === 0) return choose(undefined, 'nothing names one; the defaults hold');
  return choose(undefined, `none of ${listed(known)} says production; the defaults hold`);
}

function namingsIn(
  paths: readonly string[],
  candidates: readonly RootCandidate[],
  languages: readonly Naming[],
): Naming[] {
  const namings: Naming[] = [];
  const roots = candidates.filter((c) => c.kind === 'terraform' && c.role === 'root');
  const rootFolders = new Set(candidates.filter((c) => c.kind === 'terraform').map((c) => c.path));
  const passedOver = candidates.filter(
    (c) => c.role === 'example' || c.role === 'test' || c.role === 'legacy',
  );
  for (const path of paths) {
    if (passedOver.some((c) => c.kind === 'terraform' && c.path !== '.' && path.startsWith(`${c.path}/`)))
      continue;
    const values = environmentOfValues(path, rootFolders);
    if (values !== undefined) namings.push({ name: values, by: 'values' });
    const parameters = environmentOfParameters(path);
    if (parameters !== undefined) namings.push({ name: parameters, by: 'parameters' });
  }
  for (const root of roots) {
    const name = environmentOfFolder(
      root.path,
      roots.map((r) => r.path),
    );
    if (name !== undefined) namings.push({ name, by: 'folder' });
  }
  for (const naming of languages) if (naming.name !== 'default') namings.push(naming);
  return namings;
}

/** The environment that a `.tfvars` file belongs to, by its name and its folders. */
export function environmentOfValues(path: string, rootFolders: ReadonlySet<string>): string | undefined {
  const match = /^(?:(.*)\/)?([^/]+)\.tfvars(?:\.json)?$/.exec(path);
  if (match === null || path.startsWith('.terraform/') || path.includes('/.terraform/')) return undefined;
  const folder = match[1] ?? '.';
  const base = match[2]!;
  if (base.endsWith('.auto')) return undefined;
  const name = base
    .replace(/^(terraform|variables|vars)[-_.]/i, '')
    .replace(/[-_.](terraform|variables|vars)$/i, '');
  // A root's own folder says for itself which environment it is.
  const folders = rootFolders.has(folder) ? [] : folder.split('/');
  const isName = !SHARED.test(name);
  if (isName && ENVIRONMENT_NAME.test(name)) return name;
  const holder = folders.findLastIndex((part) => HOLDER.test(part));
  const below = folders[holder + 1];
  if (holder >= 0 && below !== undefined) return below;
  const named = folders.findLast((part) => ENVIRONMENT_NAME.test(part));
  if (named !== undefined) return named;
  if (!isName) return undefined;
  const last = folders.at(-1) ?? '';
  return rootFolders.has(folder) || HOLDER.test(last) || VALUES_HOLDER.test(last) ? name : undefined;
}

/** The environment that a folder of a root names: `environments/dev`, or `staging` beside `prod`. */
export function environmentOfFolder(path: string, roots: readonly string[]): string | undefined {
  const parts = path.split('/');
  const holder = parts.findLastIndex((part) => HOLDER.test(part));
  const below = parts[holder + 1];
  if (holder >= 0 && below !== undefined) return below;
  for (const [depth, part] of [...parts.entries()].reverse()) {
    if (!ENVIRONMENT_NAME.test(part)) continue;
    const above = parts.slice(0, depth).join('/');
    const siblings = roots.filter((r) => r !== path && (above === '' ? true : r.startsWith(`${above}/`)));
    const besideAnother = siblings.some((r) => {
      const other = r.split('/')[depth];
      return other !== undefined && other !== part && ENVIRONMENT_NAME.test(other);
    });
    if (besideAnother) return part;
  }
  return undefined;
}

/** The environment that a file of CloudFormation parameters belongs to: `params/prod.json`, `prod.parameters.json`. */
export function environmentOfParameters(path: string): string | undefined {
  const match = /^(?:(?:.*\/)?([^/]+)\/)?([^/]+)\.(json|ya?ml)$/i.exec(path);
  if (match === null) return undefined;
  const base = match[2]!;
  const suffixed =
    /^(.+?)[-_.](?:params|parameters)$/i.exec(base)?.[1] ??
    /^(?:params|parameters)[-_.](.+)$/i.exec(base)?.[1];
  if (suffixed !== undefined) return ENVIRONMENT_NAME.test(suffixed) ? suffixed : undefined;
  if (match[1] === undefined || !/^(params|parameters)$/i.test(match[1])) return undefined;
  return ENVIRONMENT_NAME.test(base) ? base : undefined;
}

/**
 * The same candidates once the environment is chosen: a root of another environment is listed, not assessed, where
 * a sibling belongs to the chosen one.
 */
export function forEnvironment(
  candidates: readonly RootCandidate[],
  environment: Environment,
  inputs: Pick<Inputs, 'roots'>,
): readonly RootCandidate[] {
  if (environment.name === undefined) return candidates;
  const assemblies = ofEnvironment(candidates, environment.name, inputs);
  const roots = candidates.filter((c) => c.kind === 'terraform' && c.role === 'root').map((c) => c.path);
  const named = new Map(roots.map((path) => [path, environmentOfFolder(path, roots)]));
  const chosen = roots.filter((path) => named.get(path) === environment.name);
  return assemblies.map((candidate) => {
    const name = named.get(candidate.path);
    if (!candidate.assessed || candidate.kind !== 'terraform' || name === undefined) return candidate;
    if (name === environment.name || inputs.roots.includes(candidate.path)) return candidate;
    const hasSibling = chosen.some((path) => above(path, environment.name!) === above(candidate.path, name));
    if (!hasSibling) return candidate;
    return { ...candidate, assessed: false, because: `belongs to environment ${name}` };
  });
}

/** Of the cloud assemblies of several environments, those of the chosen one. */
function ofEnvironment(
  candidates: readonly RootCandidate[],
  name: string,
  { roots }: Pick<Inputs, 'roots'>,
): readonly RootCandidate[] {
  if (!candidates.some((c) => c.assessed && c.environment === name.toLowerCase())) return candidates;
  return candidates.map((candidate) => {
    const { assessed, environment } = candidate;
    const other = environment !== undefined && environment !== name.toLowerCase();
    if (!assessed || !other || roots.includes(candidate.path)) return candidate;
    return { ...candidate, assessed: false, because: `belongs to environment ${environment}` };
  });
}

/** The environment that a name of several words has among them: `JobsApi-prod-Database`, `ProdStage`, `cdk.out.dev`. */
export function environmentInName(name: string): string | undefined {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .split(/[-_./\s]+/)
    .filter((word) => word !== '');
  return words.find((word) => STAGE_NAME.test(word))?.toLowerCase();
}

/** Names of environments that also as a word among others mean nothing else. */
const STAGE_NAME =
  /^(prod|production|prd|live|dev|develop|development|stage|staging|stg|testing|qa|uat|sandbox|preprod|nonprod)$/i;

function above(path: string, name: string): string {
  const parts = path.split('/');
  return parts.slice(0, parts.lastIndexOf(name)).join('/');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
