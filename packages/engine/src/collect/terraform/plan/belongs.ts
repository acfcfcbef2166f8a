import { CannotRun } from '../../../cannot-run.ts';
import type { RootCandidate } from '../../collected.ts';
import type { TerraformSources } from '../sources.ts';
import { topOf } from './join.ts';
import type { Planned } from './planned.ts';

/**
 * The assessed root that a plan or state belongs to: the one whose resources and module calls are most like its own.
 * Throws {@link CannotRun} where none is, or several are equally.
 */
export async function rootOf(
  planned: Planned,
  assessed: readonly RootCandidate[],
  sources: TerraformSources,
): Promise<RootCandidate> {
  const theirs = new Set([
    ...(planned.configuration?.declared() ?? []),
    ...planned.resources.map((r) => topOf(r.address)),
  ]);
  const about = `--${planned.from} ${planned.file}`;
  // A state before the first apply is empty, and fits the only root there is.
  if (theirs.size === 0 && assessed.length === 1) return assessed[0]!;
  const found: { root: RootCandidate; likeness: number }[] = [];
  for (const root of assessed) {
    const { resources, calls } = await sources.module(root.path);
    const ours = new Set([...resources.keys(), ...[...calls.keys()].map((name) => `module.${name}`)]);
    const shared = [...theirs].filter((name) => ours.has(name)).length;
    if (shared > 0) found.push({ root, likeness: shared / (theirs.size + ours.size - shared) });
  }
  found.sort((a, b) => b.likeness - a.likeness);
  const [best, second] = found;
  mustBeOfAws(planned);
  if (best === undefined) {
    const roots = assessed.map((r) => r.path).slice(0, 8);
    throw new CannotRun(
      `${about}: none of its ${planned.resources.length} resources is in the assessed roots (${roots.join(', ')}); give the ${planned.from} of one of them`,
    );
  }
  if (second !== undefined && second.likeness === best.likeness) {
    const same = found.filter((f) => f.likeness === best.likeness).map((f) => f.root.path);
    throw new CannotRun(`${about} fits ${same.join(' and ')} equally: name the root with --root`);
  }
  return best.root;
}

/** A plan without code is its own root. Throws {@link CannotRun} where it holds nothing that could be judged. */
export function rootOfItsOwn(planned: Planned): RootCandidate {
  mustBeOfAws(planned);
  const because = `given with --${planned.from}; no Terraform code in the assessed folder`;
  return { path: planned.file, kind: 'terraform', role: 'root', assessed: true, because };
}

function mustBeOfAws({ from, file, resources }: Planned): void {
  const providers = new Set(resources.map((r) => r.type.split('_')[0]!));
  if (providers.size === 0 || [...providers].some((name) => name.startsWith('aws'))) return;
  const listed = [...providers].sort().slice(0, 5).join(', ');
  throw new CannotRun(`--${from} ${file}: nothing of AWS in it, but of ${listed}`);
}
