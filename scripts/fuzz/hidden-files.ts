import type { Assessment } from '../../packages/engine/src/index.ts';
import type { MemoryFile } from '../../packages/engine/test/support/memory-file-system.ts';
import type { Seed } from './seeds.ts';

interface Hidden {
  readonly files: Readonly<Record<string, MemoryFile>>;
  readonly hidden: readonly string[];
}

/** One to four files of a repository that nobody may read. */
export function withHiddenFiles({ files, targets }: Seed, pick: (below: number) => number): Hidden {
  const hidden = [...new Set(Array.from({ length: 1 + pick(4) }, () => targets[pick(targets.length)]!))];
  const locked = hidden.map((file): [string, MemoryFile] => [file, { error: 'EACCES' }]);
  return { files: { ...files, ...Object.fromEntries(locked) }, hidden };
}

/** What nobody may say better who saw less; `undefined` where all is well. */
export function becameBetter(before: Assessment, after: Assessment): string | undefined {
  const was = new Map(before.outcomes.map((one) => [rowOf(one), one.outcome]));
  for (const one of after.outcomes) {
    const old = was.get(rowOf(one));
    if (one.outcome === 'pass' && old !== 'pass') return `${rowOf(one)}: ${old ?? 'nothing'} became a pass`;
    if (one.outcome === 'fail' && old !== undefined && old !== 'fail')
      return `${rowOf(one)}: ${old} became a gap`;
    if (old === 'fail' && one.outcome !== 'fail' && one.outcome !== 'unknown')
      return `${rowOf(one)}: a gap became ${one.outcome}`;
  }
  if (before.verdict.decision === 'NO-GO' && after.verdict.decision !== 'NO-GO') return 'NO-GO became GO';
  if (after.score.lower > before.score.lower + 1e-12) return 'the lower bound of the score rose';
  return undefined;
}

function rowOf({ check, resource, root }: Assessment['outcomes'][number]): string {
  return `${check} on ${root} ${resource?.address ?? 'the root'}`;
}
