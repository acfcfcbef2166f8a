import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import type { Environment, RootCandidate } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import type { CdkApp } from '../apps.ts';
import type { Assembly } from './manifest.ts';
import { framesOf, type SourcePlaces } from './places.ts';

/** What shows that an assembly was made from other source than what lies beside it. */
export interface Staleness {
  /** Certain: what the source has now is not in the assembly. */
  readonly notSeen: readonly NotSeen[];
  readonly notices: readonly string[];
}

const NOTHING: Staleness = { notSeen: [], notices: [] };

/**
 * Compares an assembly with the source beside it: the lines that its traces name have to be there. Without traces nothing
 * can be compared, which is no sign of either.
 */
export async function staleness(
  repository: Repository,
  assembly: Assembly,
  { app, places }: { readonly app: CdkApp | undefined; readonly places: SourcePlaces },
): Promise<Staleness> {
  if (app === undefined) return NOTHING;
  const gone = new Set<string>();
  const beyond = new Map<string, number>();
  const lines = new Map<string, number>();
  let matched = false;
  for (const stack of assembly.stacks) {
    for (const entries of stack.metadata.values()) {
      const [frame] = framesOf(entries);
      if (frame === undefined) continue;
      const file = places.fileOf(frame.file);
      if (file === undefined) {
        gone.add(frame.file);
        continue;
      }
      matched = true;
      const count = lines.get(file) ?? (await lineCount(repository, file));
      lines.set(file, count);
      if (frame.line > count) beyond.set(file, Math.max(frame.line, beyond.get(file) ?? 0));
    }
  }
  // Files that are not found mean something only where others of the same application are.
  const missing = matched ? [...gone].filter((file) => isSource(file)) : [];
  const [name, line] = [...beyond][0] ?? [];
  const sign =
    missing.length > 0
      ? `${missing[0]!.split('/').slice(-2).join('/')} made a part of it and is gone`
      : name !== undefined
        ? `line ${line} of ${name} made a part of it and is not there`
        : undefined;
  if (sign === undefined) return NOTHING;
  const why = `it was synthesized from other source than what is here: ${sign}`;
  return {
    notSeen: [
      {
        what: assembly.folder,
        why,
        decidedBy: 'synthesizing again: cdk synth, or airworthy assess --synth',
      },
    ],
    notices: [`${assembly.folder} is stale: ${why}`],
  };
}

interface Made {
  readonly app: CdkApp;
  readonly candidate: RootCandidate;
  readonly environment: Environment;
  /** The resources of the assembly. */
  readonly made: readonly ResourceNode[];
}

/**
 * Constructs that the source makes for certain and that an assembly does not have, as notices: it was made before they
 * were written, or for another environment than the one that is assessed.
 */
export async function unmadeConstructs(
  repository: Repository,
  { app, candidate, environment, made }: Made,
): Promise<readonly string[]> {
  if (app.language === 'other') return [];
  const { collectSource } = await import('../source/collect.ts');
  const source = await collectSource(repository, { ...candidate, path: app.folder }, app, environment);
  const there = new Set(made.map((resource) => resource.address));
  const unmade = source.resources.filter((r) => isCertain(r) && !there.has(r.address));
  const [first] = unmade;
  if (first === undefined) return [];
  const { file, line } = first.origin.at;
  const more = unmade.length === 1 ? '' : ` and ${unmade.length - 1} more`;
  return [
    `${candidate.path} may be stale: it lacks ${first.address} (${file}:${line})${more}, which the source makes`,
  ];
}

/** A resource whose type and whole path the source says. */
function isCertain({ exists, type, address }: ResourceNode): boolean {
  return exists.op === 'always' && type.startsWith('AWS::') && !address.includes('{');
}

function isSource(path: string): boolean {
  return /\.(ts|tsx|js|mjs|cjs|py)$/.test(path) && !path.includes('/node_modules/');
}

async function lineCount(repository: Repository, file: string): Promise<number> {
  const read = await repository.text(file);
  return read.kind === 'text' ? read.text.split('\n').length : Number.POSITIVE_INFINITY;
}
