import { inCode } from '../../model/origin.ts';
import type { FactNode } from '../../model/resource.ts';
import { known, objectOf, unknown, type Value } from '../../model/value.ts';
import type { RootCandidate } from '../collected.ts';
import type { Repository } from '../files/repository.ts';
import type { ModuleInstance } from './module.ts';
import { workspaceIn } from './workspaces.ts';

/** Arguments of a backend that say where it is: without one of them, `terraform init` is given more. */
const PLACE: Readonly<Record<string, readonly string[]>> = { s3: ['bucket', 'key'] };

/**
 * Where a root keeps its state, as a fact: `backend` is the type of the backend, `local` where none is written, and the
 * others are its arguments; `workspace` is there where the code speaks of workspaces. A module has none of its own; what Terragrunt writes, or a file that cannot be read, may say otherwise.
 */
export function stateFacts(
  module: ModuleInstance,
  root: RootCandidate,
  repository: Repository,
): readonly FactNode[] {
  if (root.role === 'module') return [];
  const { settings, files } = module.configuration;
  const asked = workspaceIn(module.configuration);
  const workspace: Record<string, Value> =
    asked === undefined ? {} : { workspace: known(true, inCode(asked)) };
  const backend = settings
    .flatMap((block) => block.body.blocks)
    .find((block) => block.type === 'backend' || block.type === 'cloud');
  if (backend === undefined) {
    const terragrunt = repository.paths.some((path) => /(^|\/)terragrunt\.hcl$/.test(path));
    const lost = [...module.configuration.skipped, ...module.configuration.partly][0];
    const first = { file: files[0] ?? root.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
    const origin = inCode(settings[0]?.at ?? first);
    const kept: Value = terragrunt
      ? unknown('not-collected', 'the backend that Terragrunt writes', origin)
      : lost === undefined && files.length > 0 && module.configuration.notSeen.length === 0
        ? known('local', origin)
        : unknown('not-readable', `reading ${lost?.file ?? 'all files'} of the root`, origin);
    const open = kept.kind === 'unknown' ? kept : undefined;
    const properties = objectOf({ backend: kept, ...workspace }, origin, open);
    return [{ kind: 'terraform-state', properties, origin }];
  }
  const origin = inCode(backend.at);
  const type = backend.type === 'cloud' ? 'cloud' : (backend.labels[0] ?? 'local');
  const members = new Map<string, Value>([['backend', known(type, origin)]]);
  for (const [name, attribute] of backend.body.attributes)
    members.set(name, module.evaluate(attribute.value));
  for (const [name, value] of Object.entries(workspace)) members.set(name, value);
  const partial = PLACE[type]?.some((name) => !members.has(name)) === true;
  const given = unknown('input-without-value', 'what terraform init is given (-backend-config)', origin);
  return [
    { kind: 'terraform-state', properties: objectOf(members, origin, partial ? given : undefined), origin },
  ];
}
