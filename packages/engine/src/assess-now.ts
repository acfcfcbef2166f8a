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

/** `today` decides which waivers hold; collectors are given `options.now`. */
export async function assessNow(options: AssessOptions, today = options.now): Promise<Assessed> {
  const collected = await collectRepository(options);
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
  });
  return { assessment, texts: await quotedTexts(assessment, collected.repository) };
}
