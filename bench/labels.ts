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
 * Silent, and meant so: a block whose resource the code does not have (the lifecycle of a bucket from elsewhere); what we
 * have no opinion on (functions that nobody calls asynchronously, disks that a template does not list, permission sets of
 * people); checks that judge the account as a whole, where one file holds good and bad.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS } from '../packages/engine/src/catalog/index.generated.ts';
import { assessRepository, type ReportedOutcome } from '../packages/engine/src/index.ts';
import { memoryFileSystem } from '../packages/engine/test/support/memory-file-system.ts';
import { cdkNag } from './labels/cdk-nag.ts';
import { checkov } from './labels/checkov.ts';
import { completed } from './labels/completed.ts';
import { guard } from './labels/guard.ts';
import type { Code, Corpus, Label, Labelled } from './labels/labelled.ts';
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

async function outcomesOf(fixture: Code, checks: readonly string[]): Promise<readonly ReportedOutcome[]> {
  const { code, added } = completed(fixture);
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(code.files),
    select: { only: checks, skip: [] },
    roots: [],
    vars: new Map(),
    varFiles: [],
    params: new Map(),
    variables: {},
    now: new Date(),
  });
  return run.assessment.outcomes.filter((o) => o.resource === null || !added.has(o.resource.address));
}

/**
 * What our checks say of the labelled resource, or of those that it configures or that configure it. What they say of the
 * whole is no answer where one file holds good and bad.
 */
function about(
  { code, resource }: Labelled,
  outcomes: readonly ReportedOutcome[],
  alike: boolean,
): readonly ReportedOutcome[] {
  if (resource === undefined) return outcomes;
  const at = (address: string) =>
    outcomes.filter((o) => o.resource !== null && isAt(o.resource.address, address));
  const ofRoot = alike ? outcomes.filter((o) => o.resource === null) : [];
  const own = at(resource);
  if (own.length > 0 || code.language !== 'terraform') return [...ofRoot, ...own];
  const named = namedIn(code, resource).flatMap(at);
  if (named.length > 0) return [...ofRoot, ...named];
  const naming = outcomes.filter(
    (o) => o.resource !== null && namedIn(code, o.resource.address).includes(resource),
  );
  return [...ofRoot, ...naming];
}

/** The resources that a Terraform block names. */
function namedIn({ files }: Code, resource: string): readonly string[] {
  const [type, name] = resource.split(/[.[]/);
  const block = new RegExp(`^resource\\s+"?${type}"?\\s+"?${name}"?[^]*?^\\}`, 'm');
  const texts = Object.values(files).map((text) => block.exec(text)?.[0] ?? '');
  return [...new Set(texts.flatMap((text) => text.match(/\baws_\w+\.[\w-]+/g) ?? []))];
}

/** The worst of what several checks say, against the label. */
function resultOf(label: Label, own: readonly ReportedOutcome[]): Result {
  const said = new Set(own.map((o) => o.outcome));
  if (said.has('fail')) return label === 'fail' ? 'right' : 'wrong';
  if (own.length === 0) return 'silent';
  if (said.has('unknown')) return 'undecided';
  return label === 'pass' ? 'right' : said.has('pass') ? 'wrong' : 'silent';
}

/** The resource itself, its instances, or what is written in it and mapped to a resource of its own. */
function isAt(address: string, labelled: string): boolean {
  return address === labelled || address.startsWith(`${labelled}[`) || address.startsWith(`${labelled}.`);
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
  for (const [code, labels] of Map.groupBy(claimed, (labelled) => labelled.code)) {
    for (const ofRule of Map.groupBy(labels, (labelled) => labelled.rule).values()) {
      const outcomes = await outcomesOf(code, checksOf(ofRule[0]!)).catch((error: Error) => error);
      const alike = new Set(ofRule.map(({ label }) => label)).size === 1;
      for (const labelled of ofRule) note(labelled, outcomes, alike);
    }
  }
}
console.table(table);

function note(labelled: Labelled, outcomes: readonly ReportedOutcome[] | Error, alike: boolean): void {
  const { corpus, rule, name, resource = 'whole', label } = labelled;
  const key = [corpus, rule, name, resource].join(' · ');
  const own = outcomes instanceof Error ? [] : about(labelled, outcomes, alike);
  const raw = resultOf(label, own);
  const why = raw === 'wrong' ? reasonFor(labelled, key, own) : undefined;
  const result = why === undefined ? raw : 'explained';
  const row = table[corpus] ?? { ...NONE };
  table[corpus] = row;
  row.labels++;
  row[result]++;
  if (values.list && result !== 'right') {
    const said =
      outcomes instanceof Error ? [outcomes.message] : own.map((o) => `${o.outcome}: ${o.message}`);
    const checks = checksOf(labelled).join(', ');
    console.log(`${result}: ${key}: labelled ${label}; ${checks}: ${why ?? [...new Set(said)].join('; ')}`);
  }
}
