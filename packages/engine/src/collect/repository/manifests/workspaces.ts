import { folderOf } from '../../files/paths.ts';
import { starsFit } from '../../files/wildcard.ts';
import type { SourceOfFiles } from '../reader.ts';
import { itemsOf, member, readStructured, textOf } from '../structured-text.ts';
import type { Manifest } from './reader.ts';

/** Packages that share one lock file: its folder, and the patterns of their folders. */
export interface Workspace {
  readonly folder: string;
  readonly ecosystem: Manifest['ecosystem'];
  /** Nothing where the file that says so cannot be read. */
  readonly patterns: readonly string[] | undefined;
  /** The file that says so. */
  readonly file: string;
}

/** The workspaces that manifests declare, and those that pnpm declares in a file of its own. */
export async function workspacesIn(
  manifests: readonly { readonly file: string; readonly manifest: Manifest }[],
  source: SourceOfFiles,
): Promise<readonly Workspace[]> {
  const found: Workspace[] = [];
  for (const { file, manifest } of manifests) {
    const folder = folderOf(file);
    const { ecosystem, workspaces } = manifest;
    const own = folder === '.' ? 'pnpm-workspace.yaml' : `${folder}/pnpm-workspace.yaml`;
    const read = ecosystem === 'npm' && source.has(own) ? await source.text(own) : undefined;
    const listed =
      read?.kind === 'text'
        ? itemsOf(member(readStructured(own, read.text).documents[0], 'packages')).flatMap(
            (p) => textOf(p) ?? [],
          )
        : [];
    const patterns = [...workspaces, ...listed];
    if (read?.kind === 'skipped') found.push({ folder, ecosystem, patterns: undefined, file: own });
    if (patterns.length > 0) found.push({ folder, ecosystem, patterns, file });
  }
  return found;
}

/** The workspace that a folder belongs to, the nearest one above it. */
export function workspaceOf(
  folder: string,
  ecosystem: Manifest['ecosystem'],
  workspaces: readonly Workspace[],
): Workspace | undefined {
  return workspaces
    .filter((w) => w.ecosystem === ecosystem && belongs(folder, w))
    .sort((a, b) => b.folder.length - a.folder.length)[0];
}

/** The workspaces above a folder of which nobody knows whether it belongs to them. */
export function perhapsOf(
  folder: string,
  ecosystem: Manifest['ecosystem'],
  workspaces: readonly Workspace[],
): readonly Workspace[] {
  return workspaces.filter(
    (w) => w.ecosystem === ecosystem && w.patterns === undefined && isBelow(folder, w.folder),
  );
}

function isBelow(folder: string, top: string): boolean {
  return folder !== top && (top === '.' || folder.startsWith(`${top}/`));
}

function belongs(folder: string, { folder: top, patterns }: Workspace): boolean {
  if (patterns === undefined || !isBelow(folder, top)) return false;
  const below = top === '.' ? folder : folder.slice(top.length + 1);
  const fits = (pattern: string) => matches(stepsOf(pattern), below.split('/'));
  return (
    patterns.some((p) => !p.startsWith('!') && fits(p)) &&
    !patterns.some((p) => p.startsWith('!') && fits(p.slice(1)))
  );
}

function stepsOf(pattern: string): readonly string[] {
  return pattern.split('/').filter((step) => step !== '' && step !== '.');
}

/** Whether a path fits a pattern, step by step: `**` is any number of steps, `*` any part of one. */
function matches(pattern: readonly string[], path: readonly string[]): boolean {
  let fitting = new Set([0]);
  for (const step of [...path, undefined]) {
    // What `**` can stand for begins with nothing.
    for (const at of fitting) if (pattern[at] === '**') fitting.add(at + 1);
    if (step === undefined) break;
    const next = new Set<number>();
    for (const at of fitting) {
      const wanted = pattern[at];
      if (wanted === '**') next.add(at);
      else if (wanted !== undefined && starsFit(wanted, step)) next.add(at + 1);
    }
    fitting = next;
  }
  return fitting.has(pattern.length);
}
