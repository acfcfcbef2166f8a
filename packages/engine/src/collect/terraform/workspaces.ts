import { inCode, type Location } from '../../model/origin.ts';
import { known, unknown, type Value } from '../../model/value.ts';
import type { Environment, Inputs } from '../collected.ts';
import { folderOf } from '../files/paths.ts';
import { expressionsIn, literalText, type ModuleConfiguration, traversalText } from './configuration.ts';
import type { TerraformSources } from './sources.ts';
import type { Body, Expression } from './syntax/tree.ts';

/** What the code says of workspaces. */
export interface WorkspaceUse {
  /** Names that the code compares `terraform.workspace` with or looks up by it. */
  readonly names: readonly string[];
  /** Whether a backend selects workspaces. */
  readonly selected: boolean;
}

export async function workspacesIn(sources: TerraformSources): Promise<WorkspaceUse> {
  const names = new Set<string>();
  let selected = false;
  const given = Map.groupBy(
    sources.repository.paths.filter((path) => READ_BY_ITSELF.test(path.slice(path.lastIndexOf('/') + 1))),
    folderOf,
  );
  for (const folder of sources.folders.keys()) {
    if (folder.includes('.terraform/')) continue;
    const configuration = await sources.module(folder);
    const written: Written = { configuration, given: await givenObjects(sources, given.get(folder) ?? []) };
    for (const expression of expressionsOf(configuration))
      for (const name of namesIn(expression, written)) names.add(name);
    for (const settings of configuration.settings) selected ||= selectsWorkspaces(settings.body);
  }
  return { names: [...names].sort(), selected };
}

/** Where the code of a folder first asks for `terraform.workspace`. */
export function workspaceIn(configuration: ModuleConfiguration): Location | undefined {
  return expressionsOf(configuration).find(
    (expression) => expression.kind === 'attribute' && traversalText(expression) === 'terraform.workspace',
  )?.at;
}

/** `terraform.workspace`: as given; as chosen where the code names it; `default` where nothing speaks of workspaces. */
export function workspaceValue(
  use: WorkspaceUse,
  environment: Environment,
  inputs: Pick<Inputs, 'workspace'>,
): (at: Location) => Value {
  return (at) => {
    const from = (what: string): ReturnType<typeof inCode> => inCode({ ...at, what });
    if (inputs.workspace !== undefined) return known(inputs.workspace, from('--workspace'));
    if (environment.name !== undefined && use.names.includes(environment.name)) {
      return known(environment.name, from(`workspace ${environment.name} (${environment.because})`));
    }
    const others = use.names.some((name) => name !== 'default');
    if (!others && !use.selected && environment.name === undefined)
      return known('default', from('the default workspace'));
    return unknown(
      'input-without-value',
      '--workspace NAME',
      from('terraform.workspace'),
      'terraform.workspace',
    );
  };
}

/** Gone through for the whole repository, and again for each root. */
function expressionsOf(configuration: ModuleConfiguration): readonly Expression[] {
  const before = EXPRESSIONS.get(configuration);
  if (before !== undefined) return before;
  const expressions = [...bodiesOf(configuration)].flatMap(expressionsIn);
  EXPRESSIONS.set(configuration, expressions);
  return expressions;
}

const EXPRESSIONS = new WeakMap<ModuleConfiguration, readonly Expression[]>();

function* bodiesOf(configuration: ModuleConfiguration): Generator<Body> {
  yield { attributes: configuration.locals, blocks: [] };
  for (const blocks of [
    configuration.variables.values(),
    configuration.outputs.values(),
    configuration.resources.values(),
    configuration.data.values(),
    configuration.calls.values(),
    configuration.providers,
  ]) {
    for (const block of blocks) yield block.body;
  }
}

/** What a folder says itself: its code, and the objects that its tfvars files give to variables. */
interface Written {
  readonly configuration: ModuleConfiguration;
  readonly given: ReadonlyMap<string, Expression>;
}

/** Files that Terraform reads without being told to. */
const READ_BY_ITSELF = /^(terraform\.tfvars|.*\.auto\.tfvars)(\.json)?$/;

async function givenObjects(
  sources: TerraformSources,
  paths: readonly string[],
): Promise<Map<string, Expression>> {
  const given = new Map<string, Expression>();
  for (const path of paths) {
    const read = await sources.file(path);
    if (read.kind !== 'parsed') continue;
    for (const [name, { value }] of read.file.body.attributes) given.set(name, value);
  }
  return given;
}

/** Calls that leave a name what it is, or nearly so. */
const SAME_NAME: ReadonlySet<string> = new Set(['lower', 'replace', 'trimspace']);

/** Whether an expression is `terraform.workspace`, by itself or through a local value. */
function isWorkspace(expression: Expression | undefined, written: Written, depth = 0): boolean {
  if (expression === undefined || depth > 4) return false;
  if (expression.kind === 'call')
    return SAME_NAME.has(expression.name) && isWorkspace(expression.args[0], written, depth + 1);
  if (expression.kind !== 'attribute') return false;
  const text = traversalText(expression);
  if (text === 'terraform.workspace') return true;
  const [kind, name, ...more] = text?.split('.') ?? [];
  if (kind !== 'local' || name === undefined || more.length > 0) return false;
  return isWorkspace(written.configuration.locals.get(name)?.value, written, depth + 1);
}

function namesIn(e: Expression, written: Written): string[] {
  if (e.kind === 'binary' && (e.operator === '==' || e.operator === '!=')) {
    const other = isWorkspace(e.left, written) ? e.right : isWorkspace(e.right, written) ? e.left : undefined;
    const name = other && literalText(other);
    return name === undefined || name === '' ? [] : [name];
  }
  if (e.kind === 'index' && isWorkspace(e.key, written)) return keysOf(e.of, written);
  if (e.kind === 'call' && e.name === 'lookup' && isWorkspace(e.args[1], written))
    return keysOf(e.args[0]!, written);
  if (e.kind === 'call' && e.name === 'contains' && isWorkspace(e.args[1], written)) {
    const [among] = e.args;
    if (among?.kind === 'tuple') return among.items.flatMap((item) => literalText(item) ?? []);
    if (among?.kind === 'call' && among.name === 'keys' && among.args[0] !== undefined)
      return keysOf(among.args[0], written);
  }
  return [];
}

/** The keys of an object that is written out, here or in a local, a tfvars file or a default. */
function keysOf(of: Expression, written: Written): string[] {
  if (of.kind === 'object') {
    return of.entries.flatMap(({ key }) => (key.kind === 'variable' ? key.name : literalText(key)) ?? []);
  }
  const text = of.kind === 'attribute' ? traversalText(of) : undefined;
  const [kind, name] = text?.split('.') ?? [];
  if (name === undefined) return [];
  const { locals, variables } = written.configuration;
  const object =
    kind === 'local'
      ? locals.get(name)?.value
      : kind === 'var'
        ? (written.given.get(name) ?? variables.get(name)?.body.attributes.get('default')?.value)
        : undefined;
  return object?.kind === 'object' ? keysOf(object, written) : [];
}

function selectsWorkspaces(body: Body): boolean {
  return body.blocks.some(
    (block) =>
      block.type === 'workspaces' ||
      block.body.attributes.has('workspace_key_prefix') ||
      ((block.type === 'backend' || block.type === 'cloud') && selectsWorkspaces(block.body)),
  );
}
