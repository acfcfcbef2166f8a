import { inCode, type Location } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import { type Unknown, unknown } from '../../model/value.ts';
import type { CollectedRoot } from '../collected.ts';
import { folderOf } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { literalText } from './configuration.ts';
import { TerraformSources } from './sources.ts';
import { loadParser } from './syntax/parse.ts';
import type { Body, Expression } from './syntax/tree.ts';
import { generatedBy } from './terragrunt-generated.ts';

/** What Terragrunt adds to the modules that it deploys. */
export interface Terragrunt {
  /** Its units. */
  readonly files: readonly string[];
  /** Variables that some file of it gives a value, and where; which of the values is deployed is not told. */
  readonly given: ReadonlyMap<string, Unknown>;
  /** A place that may give a value to any variable. */
  readonly any: Unknown | undefined;
  /** A place that may write resources into a module. */
  readonly anything: Unknown | undefined;
  /** A place that writes a provider with tags for everything. */
  readonly tags: Unknown | undefined;
}

const read = new WeakMap<TerraformSources, Promise<Terragrunt | undefined>>();

/** What all files of Terragrunt say together; `undefined` where the repository does not use it. */
export function terragruntOf(sources: TerraformSources): Promise<Terragrunt | undefined> {
  const before = read.get(sources);
  if (before !== undefined) return before;
  const all = readAll(sources);
  read.set(sources, all);
  return all;
}

/** Modules that Terragrunt deploys may hold what a root lacks; where it writes resources, they may be the root's own. */
export async function withTerragrunt(
  roots: readonly CollectedRoot[],
  repository: Repository,
): Promise<readonly CollectedRoot[]> {
  if (!repository.paths.some((path) => UNIT.test(path))) return roots;
  const { files, anything } = (await terragruntOf(new TerraformSources(repository, await loadParser())))!;
  const unseen: NotSeen = {
    what: files.length === 1 ? files[0]! : `${files.length} terragrunt.hcl files`,
    why: 'Terragrunt says there what is deployed with which values, and it is not read',
    decidedBy: 'assessing each module with --root and --var-file',
    ...(anything === undefined ? { beyond: true } : { origin: anything.origin }),
  };
  return roots.map((root) =>
    root.root.kind === 'terraform' ? { ...root, notSeen: [...root.notSeen, unseen] } : root,
  );
}

const UNIT = /(?:^|\/)terragrunt(?:\.stack)?\.hcl(?:\.json)?$/;
/** Files of other tools that share its ending, and the lock file of providers. */
const OTHERS = /(?:^|\/)\.[^/]+\.hcl$|\.(?:pkr|nomad)\.hcl$/;
/** Arguments for Terraform that give values as well. */
const GIVES_MORE = /\b(?:required_var_files|optional_var_files|env_vars)\b|-var(?:-file)?\b/;

async function readAll(sources: TerraformSources): Promise<Terragrunt | undefined> {
  const { paths } = sources.repository;
  const files = paths.filter((path) => UNIT.test(path));
  if (files.length === 0) return undefined;
  const given = new Map<string, Unknown>();
  const found: { any?: Unknown; anything?: Unknown; tags?: Unknown } = {};
  const note = (what: keyof typeof found, at: Location | undefined): void => {
    if (at !== undefined) found[what] ??= unknown('not-collected', decidedAt(at), inCode(at));
  };
  const noteAll = (at: Location): void => {
    for (const what of ['any', 'anything', 'tags'] as const) note(what, at);
  };
  for (const path of paths) {
    if (!/\.hcl(?:\.json)?$/.test(path) || OTHERS.test(path)) continue;
    const start = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const text = await sources.repository.text(path);
    const parsed = path.endsWith('.json') ? undefined : await sources.file(path);
    if (text.kind !== 'text' || parsed?.kind !== 'parsed' || parsed.file.errors.length > 0) {
      noteAll(start);
      continue;
    }
    if (takesFromOutside(text.text, paths)) noteAll(start);
    if (GIVES_MORE.test(text.text)) note('any', start);
    // What lies beside a unit is copied into the module that it takes from elsewhere.
    if (UNIT.test(path) && sources.folders.has(folderOf(path))) note('anything', start);
    const { anything, tags } = generatedBy(parsed.file);
    note('anything', anything);
    note('tags', tags);
    const inputs = parsed.file.body.attributes.get('inputs');
    if (inputs === undefined) continue;
    for (const { name, at } of namesIn(inputs.value, parsed.file.body, 0)) {
      if (name === undefined) note('any', at);
      else if (!given.has(name)) given.set(name, unknown('not-collected', decidedAt(at), inCode(at)));
    }
  }
  return { files, given, any: found.any, anything: found.anything, tags: found.tags };
}

function decidedAt(at: Location): string {
  return `--var or --var-file with what Terragrunt gives at ${at.file}:${at.line}`;
}

/** Whether a file takes settings from one of a name that is nowhere here: `find_in_parent_folders("common.hcl")`. */
function takesFromOutside(text: string, paths: readonly string[]): boolean {
  return [...text.matchAll(/([\w.-]+\.hcl)"/g)].some(
    ([, name]) => !paths.some((path) => path === name || path.endsWith(`/${name}`)),
  );
}

interface Given {
  /** `undefined` where any name may be given. */
  readonly name: string | undefined;
  readonly at: Location;
}

/** The names that an expression of inputs gives values, merged ones included. */
function namesIn(value: Expression, body: Body, depth: number): readonly Given[] {
  const open = [{ name: undefined, at: value.at }];
  if (depth > 10) return open;
  const follow = (inner: Expression) => namesIn(inner, body, depth + 1);
  switch (value.kind) {
    case 'object':
      return value.entries.map(({ key }) => ({
        name: key.kind === 'variable' ? key.name : literalText(key),
        at: key.at,
      }));
    case 'call':
      return value.name === 'merge' && !value.expand ? value.args.flatMap(follow) : open;
    case 'conditional':
      return [...follow(value.then), ...follow(value.else)];
    case 'attribute': {
      // The inputs of another file of Terragrunt are among all that are read.
      if (value.name === 'inputs' && isConfiguration(value.of, body)) return [];
      const local = localIn(value, body);
      return local === undefined ? open : follow(local);
    }
    default:
      return open;
  }
}

/** Whether an expression is another file of Terragrunt: one that is included, or read. */
function isConfiguration(value: Expression, body: Body): boolean {
  if (value.kind === 'call') return value.name === 'read_terragrunt_config';
  if (value.kind !== 'attribute') return false;
  if (value.of.kind === 'variable' && value.of.name === 'include') return true;
  const local = localIn(value, body);
  return local?.kind === 'call' && local.name === 'read_terragrunt_config';
}

/** What `local.name` is in its file. */
function localIn(value: Expression & { readonly kind: 'attribute' }, body: Body): Expression | undefined {
  if (value.of.kind !== 'variable' || value.of.name !== 'local') return undefined;
  const blocks = body.blocks.filter((block) => block.type === 'locals');
  return blocks
    .map((block) => block.body.attributes.get(value.name)?.value)
    .find((local) => local !== undefined);
}
