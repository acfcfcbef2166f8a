import packageJson from '../package.json' with { type: 'json' };
import { assess } from './assess/assess.ts';
import type { Assessed } from './cache/remembered-run.ts';
import { CHECKS, NOTES } from './catalog/index.generated.ts';
import { chosen } from './catalog/selection.ts';
import { collectRepository } from './collect-repository.ts';
import type { AssessOptions } from './index.ts';
import { documentedDefault } from './knowledge/defaults/index.ts';
import { EDGES } from './knowledge/edges/index.ts';
import { quotedTexts } from './quoted-texts.ts';
import { Stopwatch } from './timings.ts';

/** `today` decides which waivers hold; collectors are given `options.now`. */
export async function assessNow(options: AssessOptions, today = options.now): Promise<Assessed> {
  const watch = options.onTimings === undefined ? undefined : new Stopwatch();
  const collected = await collectRepository(options);
  watch?.read();
  options.onProgress?.('deciding');
  const assessment = assess({
    ...collected,
    version: packageJson.version,
    path: options.path,
    checks: chosen(CHECKS, options.select),
    notes: NOTES,
    edges: EDGES,
    defaults: documentedDefault,
    notices: collected.roots.flatMap((root) => root.notices ?? []),
    now: today,
    ...(watch === undefined ? {} : { around: (check, work) => watch.around(check.id, work) }),
  });
  if (watch !== undefined) options.onTimings?.(watch.timings());
  return { assessment, texts: await quotedTexts(assessment, collected.repository) };
}
