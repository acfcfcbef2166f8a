/**
 * Assesses every folder below the one given and says how that went: `node scripts/survey.ts <folder> [samples] [seed]`.
 * For judging results on real repositories by hand: a table of coverage, unknowns by reason, and random outcomes with
 * their code.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { assessRepository } from '../packages/engine/src/index.ts';
import { excerptOf } from '../packages/engine/src/report/excerpt.ts';
import { choices } from './fuzz/mutate.ts';

const [folder, samples = '0', seed = '1'] = process.argv.slice(2);
if (folder === undefined) {
  console.error('Usage: node scripts/survey.ts <folder of repositories> [samples] [seed]');
  process.exit(2);
}

const reasons = new Map<string, number>();
const unmapped = new Map<string, number>();
const sampled: string[] = [];
const pick = choices(Number(seed));
const totals = { outcomes: 0, unknown: 0 };

console.log(
  '| repository | s | roots | files | partly | skipped | not seen | resources | mapped | pass | gap | unknown | n/a |',
);
console.log('|---|---|---|---|---|---|---|---|---|---|---|---|---|');
for (const name of readdirSync(folder).sort()) {
  const start = performance.now();
  try {
    const run = await assessRepository({
      path: join(folder, name),
      now: new Date(),
    });
    const { assessment } = run;
    const seconds = ((performance.now() - start) / 1000).toFixed(2);
    const count = (kind: string) => assessment.outcomes.filter((o) => o.outcome === kind).length;
    const { files, resources, notSeen } = assessment.coverage;
    const roots = assessment.subject.roots;
    console.log(
      `| ${name} | ${seconds} | ${roots.filter((r) => r.assessed).length} of ${roots.length} | ${files.read.length} | ${files.partly.length} | ${files.skipped.length} | ${notSeen.length} | ${resources.total} | ${resources.mapped} | ${count('pass')} | ${count('fail')} | ${count('unknown')} | ${count('not-applicable')} |`,
    );
    for (const { type, count: n } of resources.unmapped) unmapped.set(type, (unmapped.get(type) ?? 0) + n);
    totals.outcomes += assessment.outcomes.length;
    for (const o of assessment.outcomes) {
      if (o.outcome !== 'unknown') continue;
      totals.unknown++;
      reasons.set(o.reason ?? '?', (reasons.get(o.reason ?? '?') ?? 0) + 1);
    }
    const decided = assessment.outcomes.filter((o) => o.resource !== null || o.outcome !== 'unknown');
    for (let i = 0; i < Number(samples) && decided.length > 0; i++) {
      const o = decided[pick(decided.length)]!;
      const at = o.evidence[0]?.at;
      const code = at === undefined ? [] : excerptOf(run.sources, at, { context: 4, longest: 14 });
      sampled.push(
        `${name}: ${o.outcome.toUpperCase()} ${o.check} ${o.resource?.address ?? '(root)'} in ${o.root}\n  ${o.message}${o.decidedBy === undefined ? '' : `\n  decided by: ${o.decidedBy} (${o.reason})`}\n${code.map((l) => `  ${at!.file}:${l.line}: ${l.text}`).join('\n')}`,
      );
    }
  } catch (error) {
    console.log(`| ${name} | ${(error as Error).name}: ${(error as Error).message.slice(0, 160)} |`);
    if ((error as Error).name !== 'CannotRun')
      console.log((error as Error).stack?.split('\n').slice(0, 6).join('\n'));
  }
}
const table = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([k, n]) => `${k} ${n}`)
    .join(', ');
console.log(
  `\nunknown: ${totals.unknown} of ${totals.outcomes} (${((100 * totals.unknown) / Math.max(1, totals.outcomes)).toFixed(1)} %) by reason: ${table(reasons)}`,
);
console.log(`unmapped: ${table(unmapped)}`);
if (sampled.length > 0) console.log(`\n${sampled.join('\n\n')}`);
