/**
 * How our checks agree with labels that others wrote, rule by rule, through the aliases of the checks:
 *
 *     npm run bench:labels -- <folder> [--rule <id>] [--list]
 *
 * `<folder>` holds clones named `checkov`, `trivy-checks`, `cdk-nag` and `aws-guard-rules-registry`; what is not there is left out.
 * Nothing of them is kept. A label is right, wrong, undecided (unknown, which is never wrong), or silent: our checks have
 * no outcome for that resource. `--list` prints every label that is not right; `labels/triage.ts` says why some are wrong.
 * A label on a block that configures another resource (a bucket's lifecycle) is looked up at that resource, and one on a
 * resource that others configure (a load balancer and its listeners) at those.
 *
 * Silent, and meant so: a policy of headers or a group of parameters that nothing uses; the settings of a bucket or stage
 * from elsewhere in a fixture that names it by its id; what we have no opinion on (functions that nobody calls
 * asynchronously, disks that a template does not list, permission sets of people, pools of users without a policy of
 * passwords, which have AWS's own); plain listeners under a rule about TLS, which another check judges.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS } from '../packages/engine/src/catalog/index.generated.ts';
import type { ReportedOutcome } from '../packages/engine/src/index.ts';
import { cdkNag } from './labels/cdk-nag.ts';
import { checkov } from './labels/checkov.ts';
import { guard } from './labels/guard.ts';
import type { Corpus, Label, Labelled } from './labels/labelled.ts';
import { saidOf } from './labels/said.ts';
import { reasonFor } from './labels/triage.ts';
import { trivy } from './labels/trivy.ts';

const CORPORA: readonly (readonly [folder: string, corpus: Corpus])[] = [
  ['checkov', checkov],
  ['trivy-checks', trivy],
  ['cdk-nag', cdkNag],
  ['aws-guard-rules-registry', guard],
];

type Result = 'right' | 'wrong' | 'explained' | 'undecided' | 'silent';

/** Rule ids differ in spelling between tools: `DYNAMODB_PITR_ENABLED` is `DynamoDBPITREnabled`. */
function spelled(rule: string): string {
  return rule.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

const ours = new Map<string, string[]>();
for (const check of CHECKS) {
  for (const alias of check.aliases) {
    ours.set(spelled(alias), [...(ours.get(spelled(alias)) ?? []), check.id]);
  }
}

/** Our checks for a rule, by any of its names. */
function checksOf({ rule, also }: Labelled): readonly string[] {
  return [
    ...new Set([rule, ...(also === undefined ? [] : [also])].flatMap((id) => ours.get(spelled(id)) ?? [])),
  ];
}

function named({ rule, also }: Labelled, asked: string): boolean {
  return [rule, also ?? ''].some((id) => spelled(id) === spelled(asked));
}

/** The worst of what several checks say, against the label. */
function resultOf(label: Label, own: readonly ReportedOutcome[]): Result {
  const said = new Set(own.map((o) => o.outcome));
  if (said.has('fail')) return label === 'fail' ? 'right' : 'wrong';
  if (own.length === 0) return 'silent';
  if (said.has('unknown')) return 'undecided';
  return label === 'pass' ? 'right' : said.has('pass') ? 'wrong' : 'silent';
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string' }, list: { type: 'boolean', default: false } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('which folder holds the corpora? npm run bench:labels -- <folder>');
  process.exit(2);
}

const NONE = { labels: 0, right: 0, wrong: 0, explained: 0, undecided: 0, silent: 0 };
const table: Record<string, Record<Result | 'labels', number>> = {};
for (const [name, read] of CORPORA) {
  const at = join(folder, name);
  if (!existsSync(at)) continue;
  const claimed = read(at).filter(
    (labelled) =>
      checksOf(labelled).length > 0 && (values.rule === undefined || named(labelled, values.rule)),
  );
  for (const labels of Map.groupBy(claimed, (labelled) => labelled.code).values()) {
    for (const ofRule of Map.groupBy(labels, (labelled) => labelled.rule).values()) {
      const said = await saidOf(ofRule, checksOf(ofRule[0]!)).catch((error: Error) => error);
      for (const [at, labelled] of ofRule.entries()) note(labelled, said instanceof Error ? said : said[at]!);
    }
  }
}
console.table(table);

function note(labelled: Labelled, said: readonly ReportedOutcome[] | Error): void {
  const { corpus, rule, name, resource = 'whole', label } = labelled;
  const key = [corpus, rule, name, resource].join(' · ');
  const own = said instanceof Error ? [] : said;
  const raw = resultOf(label, own);
  const why = raw === 'wrong' ? reasonFor(labelled, key, own) : undefined;
  const result = why === undefined ? raw : 'explained';
  const row = table[corpus] ?? { ...NONE };
  table[corpus] = row;
  row.labels++;
  row[result]++;
  if (values.list && result !== 'right') {
    const words = said instanceof Error ? [said.message] : own.map((o) => `${o.outcome}: ${o.message}`);
    const checks = checksOf(labelled).join(', ');
    console.log(`${result}: ${key}: labelled ${label}; ${checks}: ${why ?? [...new Set(words)].join('; ')}`);
  }
}
