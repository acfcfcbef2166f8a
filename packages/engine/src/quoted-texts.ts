import type { Assessment } from './assess/assessment.ts';
import type { Repository } from './collect/files/repository.ts';
import type { Sources } from './report/excerpt.ts';

/** The texts that evidence points to, by file, read before a report asks for them: renderers are synchronous and pure. */
export async function quotedTexts(
  assessment: Assessment,
  repository: Repository,
): Promise<ReadonlyMap<string, string>> {
  const wanted = new Set<string>();
  for (const outcome of assessment.outcomes) {
    for (const evidence of outcome.evidence) {
      wanted.add(evidence.at.file);
      for (const step of evidence.trail) wanted.add(step.file);
    }
  }
  const texts = new Map<string, string>();
  for (const file of wanted) {
    if (!repository.has(file)) continue;
    const text = await repository.text(file);
    if (text.kind === 'text') texts.set(file, text.text);
  }
  return texts;
}

/** Lines of those texts; a text is split when its first line is asked for. */
export function sourcesOf(texts: ReadonlyMap<string, string>): Sources {
  const split = new Map<string, readonly string[]>();
  return {
    excerpt(file, line, endLine) {
      let lines = split.get(file);
      if (lines === undefined) {
        lines = texts.get(file)?.split(/\r?\n/) ?? [];
        split.set(file, lines);
      }
      return lines.slice(line - 1, endLine).map((text, i) => ({ line: line + i, text }));
    },
  };
}
