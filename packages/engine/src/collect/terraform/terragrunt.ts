import { inCode, type Location } from '../../model/origin.ts';
import { type Unknown, unknown } from '../../model/value.ts';
import { literalText } from './configuration.ts';
import type { TerraformSources } from './sources.ts';
import type { Body, Expression } from './syntax/tree.ts';

/** What Terragrunt gives to variables of the modules that it deploys. */
export interface TerragruntInputs {
  /** Variables that some file of it gives a value, and where; which of the values is deployed is not told. */
  readonly given: ReadonlyMap<string, Unknown>;
  /** A place that may give a value to any variable. */
  readonly any: Unknown | undefined;
}

const read = new WeakMap<TerraformSources, Promise<TerragruntInputs | undefined>>();

/** The inputs in all files of Terragrunt together; `undefined` where the repository does not use it. */
export function terragruntInputs(sources: TerraformSources): Promise<TerragruntInputs | undefined> {
  const before = read.get(sources);
  if (before !== undefined) return before;
  const inputs = readAll(sources);
  read.set(sources, inputs);
  return inputs;
}

const UNIT = /(?:^|\/)terragrunt(?:\.stack)?\.hcl(?:\.json)?$/;
/** Files of other tools that share its ending, and the lock file of providers. */
const OTHERS = /(?:^|\/)\.[^/]+\.hcl$|\.(?:pkr|nomad)\.hcl$/;
/** Arguments for Terraform that give values as well. */
const GIVES_MORE = /\b(?:required_var_files|optional_var_files|env_vars)\b|-var(?:-file)?\b/;

async function readAll(sources: TerraformSources): Promise<TerragruntInputs | undefined> {
  const { paths } = sources.repository;
  if (!paths.some((path) => UNIT.test(path))) return undefined;
  const given = new Map<string, Unknown>();
  let any: Unknown | undefined;
  const open = (at: Location): void => {
    any ??= unknown('not-collected', decidedAt(at), inCode(at));
  };
  for (const path of paths) {
    if (!/\.hcl(?:\.json)?$/.test(path) || OTHERS.test(path)) continue;
    const start = { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const text = await sources.repository.text(path);
    const parsed = path.endsWith('.json') ? undefined : await sources.file(path);
    if (text.kind !== 'text' || parsed?.kind !== 'parsed' || parsed.file.errors.length > 0) {
      open(start);
      continue;
    }
    if (GIVES_MORE.test(text.text) || takesFromOutside(text.text, paths)) open(start);
    const inputs = parsed.file.body.attributes.get('inputs');
    if (inputs === undefined) continue;
    for (const { name, at } of namesIn(inputs.value, parsed.file.body, 0)) {
      if (name === undefined) open(at);
      else if (!given.has(name)) given.set(name, unknown('not-collected', decidedAt(at), inCode(at)));
    }
  }
  return { given, any };
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
