import { codeEnding } from '../file-kind.ts';
import type { Findings } from '../findings.ts';
import type { SourceOfFiles } from '../reader.ts';
import type { RepositoryType } from '../types.ts';

/** Languages that applications and their pages are written in and that are not read. */
const OTHERS: Readonly<Record<string, string>> = {
  astro: 'Astro',
  cs: 'C#',
  ex: 'Elixir',
  go: 'Go',
  java: 'Java',
  kt: 'Kotlin',
  php: 'PHP',
  rb: 'Ruby',
  rs: 'Rust',
  scala: 'Scala',
  svelte: 'Svelte',
  vue: 'Vue',
};

/** Says what code in languages that are not read could hold: of pages only what pages have. */
export function otherLanguages(
  source: SourceOfFiles,
  findings: Findings,
  types: readonly RepositoryType[],
  ofPages: readonly RepositoryType[] = [],
): void {
  const counts = new Map<string, string[]>();
  for (const path of source.paths) {
    const ending = codeEnding(path);
    if (ending === undefined || !Object.hasOwn(OTHERS, ending)) continue;
    const kind = source.kind(path);
    if (kind !== 'source' && kind !== 'other') continue;
    const before = counts.get(ending);
    if (before === undefined) counts.set(ending, [path]);
    else before.push(path);
  }
  for (const [ending, paths] of counts) {
    const holds = /^(astro|svelte|vue)$/.test(ending) ? ofPages : types;
    if (holds.length > 0)
      findings.unseen({
        what: paths.length === 1 ? paths[0]! : `${paths.length} files of ${OTHERS[ending]}`,
        why: `${OTHERS[ending]} is not read`,
        decidedBy: 'looking at them by hand',
        holds,
        file: paths[0]!,
      });
  }
}
