import { inCode, type Location } from '../../model/origin.ts';
import { known, unknown, type Value } from '../../model/value.ts';
import type { Environment, Inputs } from '../collected.ts';
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
  for (const folder of sources.folders.keys()) {
    if (folder.includes('.terraform/')) continue;
    const configuration = await sources.module(folder);
    for (const body of bodiesOf(configuration)) {
      for (const expression of expressionsIn(body)) {
        for (const name of namesIn(expression, configuration)) names.add(name);
      }
    }
    for (const settings of configuration.settings) selected ||= selectsWorkspaces(settings.body);
  }
  return { names: [...names].sort(), selected };
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

function isWorkspace(expression: Expression | undefined): boolean {
  return (
    expression !== undefined &&
    expression.kind === 'attribute' &&
    traversalText(expression) === 'terraform.workspace'
  );
}

function namesIn(e: Expression, configuration: ModuleConfiguration): string[] {
  if (e.kind === 'binary' && (e.operator === '==' || e.operator === '!=')) {
    const other = isWorkspace(e.left) ? e.right : isWorkspace(e.right) ? e.left : undefined;
    const name = other && literalText(other);
    return name === undefined || name === '' ? [] : [name];
  }
  if (e.kind === 'index' && isWorkspace(e.key)) return keysOf(e.of, configuration);
  if (e.kind === 'call' && e.name === 'lookup' && isWorkspace(e.args[1]))
    return keysOf(e.args[0]!, configuration);
  if (e.kind === 'call' && e.name === 'contains' && isWorkspace(e.args[1]) && e.args[0]?.kind === 'tuple') {
    return e.args[0].items.flatMap((item) => literalText(item) ?? []);
  }
  return [];
}

/** The keys of an object that is written out, here or in a local or a default. */
function keysOf(of: Expression, configuration: ModuleConfiguration): string[] {
  if (of.kind === 'object') {
    return of.entries.flatMap(({ key }) => (key.kind === 'variable' ? key.name : literalText(key)) ?? []);
  }
  const text = of.kind === 'attribute' ? traversalText(of) : undefined;
  const [kind, name] = text?.split('.') ?? [];
  if (name === undefined) return [];
  const written =
    kind === 'local'
      ? configuration.locals.get(name)?.value
      : kind === 'var'
        ? configuration.variables.get(name)?.body.attributes.get('default')?.value
        : undefined;
  return written?.kind === 'object' ? keysOf(written, configuration) : [];
}

function selectsWorkspaces(body: Body): boolean {
  return body.blocks.some(
    (block) =>
      block.type === 'workspaces' ||
      block.body.attributes.has('workspace_key_prefix') ||
      ((block.type === 'backend' || block.type === 'cloud') && selectsWorkspaces(block.body)),
  );
}
