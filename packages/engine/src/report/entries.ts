import type { Assessment, CheckInfo, CriterionResult, ReportedOutcome } from '../assess/assessment.ts';
import type { Location } from '../model/origin.ts';
import { combine, type OutcomeKind, type Possible, type Severity } from '../model/outcome.ts';
import { EFFORTS, SEVERITIES, shortList } from './wording.ts';

/** One line of a report: outcomes with the same check, message and root cause are one entry with its resources in it. */
export interface Entry {
  readonly check: CheckInfo;
  readonly kind: OutcomeKind;
  readonly severity: Severity;
  /** By place. */
  readonly outcomes: readonly ReportedOutcome[];
  /** Criteria that fail or stay open because of it. */
  readonly blocks: readonly CriterionResult[];
  /** What it is called: the gap's sentence, or the outcome's message. */
  readonly title: string;
}

/** All entries, sorted by what blocks, then severity, then effort (quick wins first), then place. */
export function entriesOf(assessment: Assessment): readonly Entry[] {
  const blocking = blockingCriteria(assessment);
  const groups = Map.groupBy(assessment.outcomes, (o) => JSON.stringify([o.outcome, o.check, o.group]));
  return [...groups.values()].map((own) => entry(assessment, own, blocking)).sort(byUrgency);
}

/** The criteria behind a NO-GO, by the key of each outcome that keeps them from holding. */
function blockingCriteria({ verdict }: Assessment): ReadonlyMap<string, readonly CriterionResult[]> {
  const byKey = new Map<string, CriterionResult[]>();
  for (const criterion of verdict.criteria) {
    if (criterion.outcome !== 'fail' && criterion.outcome !== 'unknown') continue;
    for (const key of criterion.outcomes) byKey.set(key, [...(byKey.get(key) ?? []), criterion]);
  }
  return byKey;
}

function entry(
  assessment: Assessment,
  unsorted: readonly ReportedOutcome[],
  blocking: ReadonlyMap<string, readonly CriterionResult[]>,
): Entry {
  const outcomes = [...unsorted].sort((a, b) => comparePlaces(placeOf(a), placeOf(b)));
  const first = outcomes[0]!;
  const check = checkOf(assessment, first);
  return {
    check,
    kind: first.outcome,
    severity: SEVERITIES.find((s) => outcomes.some((o) => o.severity === s)) ?? first.severity,
    outcomes,
    blocks: [...new Set(outcomes.flatMap((o) => blocking.get(o.key) ?? []))],
    title: outcomes.every(isGap) ? gapTitle(check, outcomes.length) : first.message,
  };
}

/** Found, waived or not; a waived unknown is not called a gap. */
function isGap({ outcome, could }: ReportedOutcome): boolean {
  return outcome === 'fail' || (outcome === 'waived' && could.every((p) => p === 'fail'));
}

/** What was found, said once where all say the same: "timeout is 3", or "timeout is 3; timeout is 5; … 2 more". */
export function messagesOf({ outcomes }: Entry, longest: number): string {
  const messages = [...new Set(outcomes.map((o) => o.message))];
  return shortList(messages, longest, '; ');
}

export function gapTitle({ gap }: CheckInfo, resources: number): string {
  return (resources === 1 ? gap.one : gap.many).replaceAll('{count}', String(resources));
}

/** Metadata of an outcome's check; what the outcome itself says where the check is not listed. */
export function checkOf(assessment: Assessment, outcome: ReportedOutcome): CheckInfo {
  return (
    assessment.checks.get(outcome.check) ?? {
      id: outcome.check,
      requirement: outcome.requirement,
      title: outcome.message,
      area: outcome.area,
      severity: outcome.severity,
      effort: 'hours',
      phase: outcome.severity === 'low' ? 'long-term' : outcome.severity,
      gap: { one: outcome.message, many: outcome.message },
      fix: '',
      aliases: [],
      frameworks: {},
      why: '',
    }
  );
}

function byUrgency(a: Entry, b: Entry): number {
  return (
    Number(b.blocks.length > 0) - Number(a.blocks.length > 0) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    EFFORTS.indexOf(a.check.effort) - EFFORTS.indexOf(b.check.effort) ||
    comparePlaces(placeOf(a.outcomes[0]!), placeOf(b.outcomes[0]!)) ||
    (a.check.id < b.check.id ? -1 : a.check.id > b.check.id ? 1 : 0)
  );
}

/** Where the deciding line stands: that of the first evidence, else that of the resource. What is nowhere has none. */
export function placeOf(
  outcome: ReportedOutcome,
): { readonly file: string; readonly line: number } | undefined {
  const at = outcome.evidence[0]?.at;
  if (at !== undefined && at.file !== '' && !isInNoDocument(outcome)) return at;
  const { file, line } = outcome.resource ?? {};
  return file === undefined || line === undefined ? undefined : { file, line };
}

/** What several documents were looked through for and none says stands in none of them. */
function isInNoDocument({ resource, evidence }: ReportedOutcome): boolean {
  const looked = new Set(evidence.map((one) => one.resource));
  return (
    resource === null &&
    looked.size > 1 &&
    evidence.every(({ plane, at }) => plane === 'document' && at.line <= 1)
  );
}

type Place = ReturnType<typeof placeOf>;

function comparePlaces(a: Place, b: Place): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}

/** "infra/dynamodb.tf:4, :19, :33": each file named once. */
export function placesOf(outcomes: readonly ReportedOutcome[], longest: number): string {
  const places = new Map<string, { readonly file: string; readonly line: number }>();
  for (const outcome of outcomes) {
    const place = placeOf(outcome);
    if (place !== undefined) places.set(`${place.file}:${place.line}`, place);
  }
  const all = [...places.values()];
  const shown = all.slice(0, longest);
  const said = shown.map((p, i) => (shown[i - 1]?.file === p.file ? `:${p.line}` : `${p.file}:${p.line}`));
  if (all.length > shown.length) said.push(`… ${all.length - shown.length} more`);
  return said.join(', ');
}

/** "users, sessions, locks": addresses of several resources, without what all of them share and what stands beside them. */
export function resourcesOf(outcomes: readonly ReportedOutcome[], longest: number): string {
  const addresses = [
    ...new Set(outcomes.flatMap((o) => (o.resource === null ? [] : nameBesidePlace(o, o.resource)))),
  ];
  if (addresses.length <= 1) return addresses[0] ?? '';
  // Facts of the repository are paths and sentences, whose dots are no steps.
  const prefix = outcomes.some((o) => o.root === '') ? '' : sharedPrefix(addresses);
  return shortList(
    addresses.map((a) => a.slice(prefix.length)),
    longest,
    ', ',
  );
}

/** A fact of the repository without the file that stands beside it as its place: `fetch` of `src/rates.ts fetch`. */
function nameBesidePlace(
  outcome: ReportedOutcome,
  { address }: NonNullable<ReportedOutcome['resource']>,
): readonly string[] {
  const file = outcome.root === '' ? placeOf(outcome)?.file : undefined;
  if (file === undefined) return [address];
  // What tells facts of one name apart is the line, which stands beside it too.
  const numbered = address.endsWith(')') ? address.lastIndexOf(` (${file}:`) : -1;
  const name = numbered < 0 ? address : address.slice(0, numbered);
  if (name === file) return [];
  if (name.startsWith(`${file} `)) return [name.slice(file.length + 1)];
  const within = ` in ${file}`;
  if (name.endsWith(within)) return [name.slice(0, -within.length)];
  return [name.replace(`${within} `, ': ')];
}

/** The leading steps (up to a dot) that all addresses have in common. */
function sharedPrefix(addresses: readonly string[]): string {
  const [first, ...rest] = addresses.map(stepsOf);
  let shared = 0;
  while (shared < first!.length - 1 && rest.every((steps) => steps[shared] === first![shared])) shared++;
  return first!
    .slice(0, shared)
    .map((step) => `${step}.`)
    .join('');
}

/** What stands whole in an address, whatever dots are in it (`["eu.west"]`, `{src/app.ts:3}`), or one dot. */
const WHOLE_OR_DOT = /\{[^}]*\}|\[(?:"(?:\\.|[^"\\])*"|[^\]"])*\]|\./g;

/** `module`, `tables["eu.west"]` and `this` of `module.tables["eu.west"].this`. */
function stepsOf(address: string): readonly string[] {
  const dots = [...address.matchAll(WHOLE_OR_DOT)].flatMap((found) =>
    found[0] === '.' ? [found.index] : [],
  );
  return [...dots, address.length].map((dot, at) => address.slice(at === 0 ? 0 : dots[at - 1]! + 1, dot));
}

/** The state of a check as a whole, as the score counts it; a waiver or attestation shows where nothing is open. */
export function stateOf(outcomes: readonly ReportedOutcome[]): OutcomeKind {
  const own = outcomes.filter((o) => o.outcome !== 'waived' && o.outcome !== 'attested');
  const could: ReadonlySet<Possible> =
    own.length === 0 ? new Set<Possible>(['not-applicable']) : combine(own.map((o) => new Set(possible(o))));
  const [only] = could;
  if (could.size > 1 || only === undefined) return 'unknown';
  if (only === 'fail') return 'fail';
  if (outcomes.some((o) => o.outcome === 'waived')) return 'waived';
  if (outcomes.some((o) => o.outcome === 'attested')) return 'attested';
  return only;
}

function possible(outcome: ReportedOutcome): readonly Possible[] {
  if (outcome.could.length > 0) return outcome.could;
  return outcome.outcome === 'unknown' ? ['pass', 'fail'] : [outcome.outcome as Possible];
}

/** A place as text: "infra/main.tf:12". */
export function placeText(at: Pick<Location, 'file' | 'line'>): string {
  return at.line > 0 ? `${at.file}:${at.line}` : at.file;
}
