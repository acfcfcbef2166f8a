import packageJson from '../package.json' with { type: 'json' };
import { assess } from './assess/assess.ts';
import type { Assessed } from './cache/remembered-run.ts';
import { CHECKS } from './catalog/index.generated.ts';
import { readNotes } from './catalog/notes.ts';
import { chosen } from './catalog/selection.ts';
import type { WithInputs } from './collect-options.ts';
import { collectRepository } from './collect-repository.ts';
import type { AssessOptions } from './index.ts';
import { documentedDefault } from './knowledge/defaults/index.ts';
import { EDGES } from './knowledge/edges/index.ts';
import { FRAMEWORKS, type FrameworkId } from './knowledge/frameworks/index.ts';
import { quotedTexts } from './quoted-texts.ts';
import { Stopwatch } from './timings.ts';

/** `today` decides which waivers hold; collectors are given `options.now`. */
export async function assessNow(options: WithInputs<AssessOptions>, today = options.now): Promise<Assessed> {
  const watch = options.onTimings === undefined ? undefined : new Stopwatch();
  const collected = await collectRepository(options);
  watch?.read();
  options.onProgress?.('deciding');
  const checks = chosen(CHECKS, options.select);
  const assessment = assess({
    ...collected,
    assumptions: [...collected.assumptions, ...cutTo(options.select?.framework, checks.length)],
    version: packageJson.version,
    path: options.path,
    checks,
    catalogue: CHECKS,
    notes: await readNotes(),
    edges: EDGES,
    defaults: documentedDefault,
    notices: collected.roots.flatMap((root) => root.notices ?? []),
    now: today,
    ...(watch === undefined ? {} : { around: (check, work) => watch.around(check.id, work) }),
  });
  if (watch !== undefined) options.onTimings?.(watch.timings());
  return { assessment, texts: await quotedTexts(assessment, collected.repository) };
}

/** What a report says that was cut to one framework. */
function cutTo(framework: FrameworkId | undefined, checks: number): readonly string[] {
  if (framework === undefined) return [];
  return [`framework: ${FRAMEWORKS[framework].name}, so ${checks} of ${CHECKS.length} checks`];
}
