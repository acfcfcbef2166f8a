import { hash } from 'node:crypto';
import { areaOf, type Check, type EvidenceKind, phaseOf } from '../catalog/check.ts';
import type { CollectedRepository, CollectedRoot, Environment, RootCandidate } from '../collect/collected.ts';
import { controlsOf } from '../knowledge/frameworks/index.ts';
import { REQUIREMENTS, type Requirement } from '../knowledge/requirements.ts';
import { SYNTHESIZE } from '../knowledge/synthesis.ts';
import { Graph, type GraphData } from '../model/graph.ts';
import type { Plane } from '../model/origin.ts';
import { combine, kindOf, type Outcome, POSSIBLE, type Possible } from '../model/outcome.ts';
import type { EdgeRule, ResourceNode } from '../model/resource.ts';
import type { Default } from '../model/value.ts';
import { accept } from './acceptance.ts';
import type {
  Assessment,
  CheckInfo,
  Coverage,
  NotAsked,
  PlanItem,
  ReportedOutcome,
  Verdict,
} from './assessment.ts';
import type { ReadConfiguration } from './configuration.ts';
import { type Criterion, DEFAULT_CRITERIA, decide, selects } from './criteria.ts';
import { inShort, judge } from './judge.ts';
import { judgeSource } from './not-synthesized.ts';
import { graphOfRepository, withInfrastructure } from './repository-graph.ts';
import { type CheckResult, levels, PHASES, score } from './score.ts';

/** Everything that was collected, and how it is to be judged. */
export interface AssessmentInput {
  readonly version: string;
  /** Path of the assessed folder as the caller gave it. */
  readonly path: string;
  readonly revision: string | null;
  readonly environment: Environment;
  readonly candidates: readonly RootCandidate[];
  readonly library: boolean;
  readonly roots: readonly CollectedRoot[];
  /** What the repository itself shows; checks on it are not judged without. */
  readonly repositoryRoot?: CollectedRepository;
  readonly checks: readonly Check[];
  /** All checks of this version, where only some of them are asked. */
  readonly catalogue?: readonly Check[];
  /** Why each check matters, by id (Markdown). */
  readonly notes: ReadonlyMap<string, string>;
  readonly edges: readonly EdgeRule[];
  readonly defaults: (type: string, path: string) => Default | undefined;
  readonly configuration: ReadConfiguration;
  readonly assumptions: readonly string[];
  readonly notices: readonly string[];
  readonly now: Date;
  /** Does the work of one check, and may look at the clock around it. */
  readonly around?: <T>(check: Check, work: () => T) => T;
}

const CODE_ALONE: readonly Plane[] = ['code'];

/** Judges what was collected. Pure: the same input gives the same assessment. */
export function assess(input: AssessmentInput): Assessment {
  const { configuration } = input.configuration;
  const criteria = criteriaOf(configuration.criteria?.go);
  const asked = { library: input.library, everythingAsked: configuration.criteria?.scope === 'launch' };
  const around = input.around ?? ((_, work) => work());
  const checks = input.checks.filter((check) => isAsked(check, input.configuration));
  const ofRoots = checks.filter((check) => check.about === undefined);
  const reported = unique([
    ...input.roots.flatMap((root) => {
      const graph = new Graph(graphOf(root, input));
      const nodes = new Map(root.resources.map((node) => [node.address, node]));
      const judged = root.root.kind === 'cdk-source' ? judgeSource : judge;
      return ofRoots.flatMap((check) =>
        around(check, () => judged(check, graph)).map((o) => report(o, check, root, nodes)),
      );
    }),
    ...judgedOfRepository({ ...input, checks }, around),
  ]);
  const { waivers, attestations } = input.configuration;
  const accepted = accept(reported, waivers, attestations, input.now, checks);
  const outcomes = accepted.outcomes;
  const results = resultsOf(checks, outcomes);
  const byRoot = Map.groupBy(outcomes, (o) => o.root);
  const verdict = decide(criteria, results, keysOf(outcomes), asked);
  return {
    tool: { name: 'airworthy', version: input.version },
    service: configuration.service ?? nameOf(input.path),
    subject: {
      path: input.path,
      revision: input.revision,
      environment: input.environment,
      library: input.library,
      roots: input.candidates.map((candidate) => ({
        ...candidate,
        verdict: verdictOfRoot(
          candidate,
          { ...input, checks },
          byRoot.get(candidate.path) ?? [],
          criteria,
          asked,
        ),
      })),
    },
    scope: {
      planes: [...new Set(input.roots.flatMap((root) => root.planes ?? CODE_ALONE))],
      ...outOfScope(checks, input.catalogue ?? checks),
    },
    verdict,
    score: score(results),
    levels: levels(results),
    outcomes,
    coverage: coverageOf(input),
    plan: planOf(checks, outcomes, verdict),
    checks: new Map(input.checks.map((c) => [c.id, infoOf(c, input.notes.get(c.id) ?? '')])),
    assumptions: input.assumptions,
    notices: [...input.notices, ...input.configuration.notices, ...accepted.notices],
  };
}

/** The outcomes of the checks on the repository itself. The resources of the roots are put in only for those that look at them. */
function judgedOfRepository(
  input: AssessmentInput,
  around: NonNullable<AssessmentInput['around']>,
): readonly ReportedOutcome[] {
  const { repositoryRoot: root, roots } = input;
  const checks = input.checks.filter((check) => check.about === 'repository');
  if (root === undefined || checks.length === 0) return [];
  const data = graphOfRepository(root, input);
  const own = new Graph(data);
  const joint = checks.some((c) => c.seesInfrastructure)
    ? new Graph(withInfrastructure(data, roots, root.services))
    : own;
  const nodes = new Map(root.resources.map((node) => [node.address, node]));
  return checks.flatMap((check) => {
    const graph = check.seesInfrastructure === true ? joint : own;
    return around(check, () => judge(check, graph)).map((o) => report(o, check, root, nodes));
  });
}

/** The graph of one root, as checks are given it. */
export function graphOf(root: CollectedRoot, input: Pick<AssessmentInput, 'edges' | 'defaults'>): GraphData {
  const files = root.files.read.length;
  const where = root.root.path === '.' || root.root.path === '' ? '' : ` of ${root.root.path}`;
  return {
    resources: root.resources,
    notSeen: root.notSeen,
    facts: root.facts,
    edges: input.edges,
    environment: root.environment,
    defaults: input.defaults,
    readInFull: files === 1 ? `the one file${where}` : `all ${files} files${where}`,
    origin: root.origin,
  };
}

function criteriaOf(
  own:
    | readonly (Partial<Omit<Criterion, 'id' | 'title'>> & Pick<Criterion, 'id' | 'title'>)[]
    | readonly object[]
    | undefined,
): readonly Criterion[] {
  if (own === undefined) return DEFAULT_CRITERIA;
  return (own as readonly Criterion[]).map((c) => ({ ...c, broken: c.broken ?? `not so: ${c.title}` }));
}

function verdictOfRoot(
  candidate: RootCandidate,
  input: AssessmentInput,
  own: readonly ReportedOutcome[],
  criteria: readonly Criterion[],
  asked: { readonly library: boolean; readonly everythingAsked: boolean },
): Verdict['decision'] | null {
  if (!candidate.assessed) return null;
  return decide(criteria, resultsOf(input.checks, own), keysOf(own), asked).decision;
}

function report(
  outcome: Outcome,
  check: Check,
  root: CollectedRoot | CollectedRepository,
  nodes: ReadonlyMap<string, ResourceNode>,
): ReportedOutcome {
  const kind = kindOf(outcome.could);
  const node = outcome.resource === null ? undefined : nodes.get(outcome.resource.address);
  const movedFrom = node?.meta?.members.get('movedFrom');
  const stable = movedFrom?.kind === 'known' ? String(movedFrom.value) : (outcome.resource?.address ?? '');
  const decider = outcome.deciders[0];
  const by = decidedBy(outcome);
  const synthesis = kind === 'unknown' && by === SYNTHESIZE ? waitsFor(outcome) : '';
  const unseen = outcome.resource === null && outcome.evidence.length === 0 ? (decider?.decidedBy ?? '') : '';
  // As many as there are outcomes, and all of them are kept.
  const reported: { -readonly [Name in keyof ReportedOutcome]: ReportedOutcome[Name] } = {
    key: digest(check.id, folderOf(root), stable, unseen),
    check: check.id,
    requirement: check.requirement,
    area: areaOf(check),
    severity: check.severity,
    resource: outcome.resource === null ? null : resourceOf(outcome.resource, root),
    root: root.root.path,
    outcome: kind,
    message: outcome.message,
    could: listed(outcome.could),
    evidence: outcome.evidence,
    group: groupOf(check.id, kind, outcome.messageId ?? '', kind === 'unknown' ? by : ''),
  };
  if (root.root.kind === 'cdk-source') reported.notSynthesized = true;
  if (outcome.messageId !== undefined) reported.messageId = outcome.messageId;
  if (outcome.property !== undefined) reported.property = outcome.property;
  if (outcome.expected !== undefined) reported.expected = outcome.expected;
  if (outcome.actual !== undefined) reported.actual = outcome.actual;
  if (kind === 'unknown') {
    reported.decidedBy = by;
    reported.reason = decider?.reason ?? 'unresolved-expression';
  }
  if (synthesis !== '') reported.openBecause = synthesis;
  return reported;
}

function resourceOf(
  { type, address, at }: NonNullable<Outcome['resource']>,
  { root }: CollectedRoot | CollectedRepository,
): ReportedOutcome['resource'] {
  return at === undefined
    ? { type, address, root: root.path }
    : { type, address, root: root.path, file: at.file, line: at.line };
}

/** The same list for the same possibilities: outcomes are many, and these are seven. */
function listed(could: ReadonlySet<Possible>): readonly Possible[] {
  const number = POSSIBLE.reduce((sum, p, i) => sum + (could.has(p) ? 2 ** i : 0), 0);
  LISTS[number] ??= POSSIBLE.filter((p) => could.has(p));
  return LISTS[number];
}

const LISTS: (readonly Possible[])[] = [];

/** What in particular synthesis has to show, and what else is open then. */
function waitsFor({ deciders }: Outcome): string {
  return inShort(deciders.flatMap((d) => (d.decidedBy === SYNTHESIZE ? (d.what ?? []) : d.decidedBy)));
}

function decidedBy(outcome: Outcome): string {
  const all = outcome.deciders.map((d) => d.decidedBy);
  // Before an app is synthesized nothing else decides.
  return all[0] === SYNTHESIZE ? SYNTHESIZE : inShort(all) || 'more evidence';
}

/** The outcomes that one sentence tells of. */
function groupOf(...parts: readonly string[]): string {
  const text = parts.join('\u0000');
  const before = GROUPS.get(text);
  if (before !== undefined) return before;
  const group = digest(text);
  if (GROUPS.size < MOST_GROUPS) GROUPS.set(text, group);
  return group;
}

const GROUPS = new Map<string, string>();
const MOST_GROUPS = 10_000;

/** Same check and address in two templates of one folder: the later ones are told apart by their place in the order. */
function unique(outcomes: readonly ReportedOutcome[]): readonly ReportedOutcome[] {
  const seen = new Map<string, number>();
  return outcomes.map((outcome) => {
    const before = seen.get(outcome.key) ?? 0;
    seen.set(outcome.key, before + 1);
    return before === 0 ? outcome : { ...outcome, key: digest(outcome.key, String(before)) };
  });
}

/** Templates may be renamed, so a template is known by its folder. */
function folderOf(root: CollectedRoot | CollectedRepository): string {
  if (root.home !== undefined) return root.home;
  if (root.root.kind === 'terraform') return root.root.path;
  return root.root.path.includes('/') ? root.root.path.slice(0, root.root.path.lastIndexOf('/')) : '';
}

function digest(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\u0000')).slice(0, 16);
}

const ACCEPTED: ReadonlySet<Possible> = new Set(['not-applicable']);

function setOf(could: readonly Possible[]): ReadonlySet<Possible> {
  const before = SETS.get(could);
  if (before !== undefined) return before;
  const set = new Set(could);
  SETS.set(could, set);
  return set;
}

const SETS = new WeakMap<readonly Possible[], ReadonlySet<Possible>>();

/** What each check could be over its rows; an accepted row neither blocks nor counts. */
function resultsOf(checks: readonly Check[], outcomes: readonly ReportedOutcome[]): readonly CheckResult[] {
  const rows = new Map<string, ReadonlySet<Possible>[]>();
  const openHere = new Set<string>();
  for (const o of outcomes) {
    if (o.outcome === 'unknown' && o.reason !== 'not-collected') openHere.add(o.check);
    const could: ReadonlySet<Possible> =
      o.outcome === 'waived' || o.outcome === 'attested' ? ACCEPTED : setOf(o.could);
    const own = rows.get(o.check);
    if (own === undefined) rows.set(o.check, [could]);
    else own.push(could);
  }
  return checks.map((check) => ({
    check,
    could: combine(rows.get(check.id) ?? []),
    isElsewhere: !openHere.has(check.id),
  }));
}

function keysOf(
  outcomes: readonly ReportedOutcome[],
): (check: string, kind: 'fail' | 'unknown') => readonly string[] {
  const byCheck = new Map<string, ReportedOutcome[]>();
  for (const o of outcomes) {
    const own = byCheck.get(o.check);
    if (own === undefined) byCheck.set(o.check, [o]);
    else own.push(o);
  }
  return (check, kind) =>
    (byCheck.get(check) ?? [])
      .filter((o) => o.outcome === kind && o.could.includes('fail'))
      .map((o) => o.key);
}

/** What would ask for a kind of evidence, in the order in which it is offered. */
const ASK: readonly (readonly [EvidenceKind, string])[] = [
  ['http', '--url'],
  ['load', '--import'],
  ['aws', '--live'],
  ['metrics', '--live'],
  ['attest', 'an attestation in airworthy.yaml'],
];

/** What only a statement shows is asked as soon as somebody states anything of it, and where everything is asked. */
function isAsked(check: Check, { configuration, stated }: ReadConfiguration): boolean {
  if (check.evidence.some((kind) => kind === 'iac' || kind === 'repo')) return true;
  const isStated = stated.includes(check.id) || stated.includes(check.requirement);
  return isStated || configuration.criteria?.scope === 'launch';
}

/** An attestation with its gaps, as it stands in `airworthy.yaml`. */
function attestationOf(fact: string): string {
  return `{ fact: ${fact}, owner: <who>, date: <YYYY-MM-DD>, link: <where the proof lies>, expires: <YYYY-MM-DD> }`;
}

/** Requirements that nobody looked at: those that no evidence in scope can show, and those that the catalogue has no check for. */
function outOfScope(
  checks: readonly Check[],
  catalogue: readonly Check[],
): Pick<Assessment['scope'], 'notAsked' | 'notCovered'> {
  const covered = new Set(checks.map((c) => c.requirement));
  const known = new Set(catalogue.map((c) => c.requirement));
  const open = REQUIREMENTS.filter((r) => !covered.has(r.id));
  const inCode = (r: Requirement) => r.evidence.includes('iac') || r.evidence.includes('repo');
  return {
    notAsked: open
      .filter((r) => !inCode(r))
      .map((r): NotAsked => {
        const asks = ASK.filter(([kind]) => r.evidence.includes(kind)).map(([, ask]) => ask);
        const write = r.evidence.includes('attest') ? { write: attestationOf(r.id) } : {};
        return { requirement: r.id, title: r.title, ask: [...new Set(asks)].join(' or '), ...write };
      }),
    notCovered: open.filter((r) => inCode(r) && !known.has(r.id)).map((r) => r.id),
  };
}

function coverageOf({ roots, repositoryRoot }: AssessmentInput): Coverage {
  const all = repositoryRoot === undefined ? roots : [...roots, repositoryRoot];
  const read = new Set(all.flatMap((r) => r.files.read));
  const unmapped = new Map<string, number>();
  const unmappedArguments = new Map<string, number>();
  for (const root of roots) {
    for (const [type, n] of root.unmapped) unmapped.set(type, (unmapped.get(type) ?? 0) + n);
    for (const [argument, n] of root.unmappedArguments) {
      unmappedArguments.set(argument, (unmappedArguments.get(argument) ?? 0) + n);
    }
  }
  const total = roots.reduce((sum, r) => sum + r.resources.filter((n) => n.foreign !== true).length, 0);
  const unknownTypes = [...unmapped.values()].reduce((sum, n) => sum + n, 0);
  return {
    files: {
      read: [...read].sort(),
      partly: distinctBy(
        all.flatMap((r) => r.files.partly),
        (p) => `${p.file}:${p.line}`,
      ),
      skipped: distinctBy(
        all.flatMap((r) => r.files.skipped),
        (s) => s.file,
      ),
    },
    resources: { total, mapped: total - unknownTypes, unmapped: sorted(unmapped, 'type') },
    unmappedArguments: sorted(unmappedArguments, 'argument'),
    notSeen: all.flatMap((r) =>
      r.notSeen.map((n) => ({ root: r.root.path, what: n.what, why: n.why, decidedBy: n.decidedBy })),
    ),
    ...(repositoryRoot === undefined ? {} : { repository: coverageOfRepository(repositoryRoot) }),
  };
}

function coverageOfRepository({
  paths,
  kinds,
  unread,
}: CollectedRepository): NonNullable<Coverage['repository']> {
  const leftOut = LEFT_OUT.flatMap((kind) => {
    const count = kinds.get(kind) ?? 0;
    return count === 0 ? [] : [{ kind, count }];
  });
  return { paths, leftOut, unread: sorted(unread, 'ending') };
}

/** What readers of application code leave out. */
const LEFT_OUT = ['test', 'example', 'generated', 'minified', 'vendored', 'declaration'] as const;

function sorted<K extends string>(
  counts: ReadonlyMap<string, number>,
  name: K,
): ({ count: number } & Record<K, string>)[] {
  return [...counts]
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .map(([key, n]) => ({ [name]: key, count: n }) as { count: number } & Record<K, string>);
}

/** Of several with one key the first is kept: what the reader of infrastructure says of a file goes before the others'. */
function distinctBy<T>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return [...Map.groupBy(items, key).values()].map(([first]) => first!);
}

const EFFORTS = ['minutes', 'hours', 'days', 'weeks'];

function planOf(
  checks: readonly Check[],
  outcomes: readonly ReportedOutcome[],
  verdict: Verdict,
): readonly PlanItem[] {
  const blocking = new Set(verdict.criteria.filter((c) => c.outcome === 'fail').flatMap((c) => c.checks));
  const failing = Map.groupBy(
    outcomes.filter((o) => o.outcome === 'fail'),
    (o) => o.check,
  );
  return checks
    .flatMap((check): PlanItem[] => {
      const gaps = (failing.get(check.id) ?? []).map((o) => o.key);
      if (gaps.length === 0) return [];
      return [
        {
          phase: phaseOf(check),
          check: check.id,
          outcomes: gaps,
          effort: check.effort,
          fix: check.fix,
          impact: { downtime: check.fixImpact.downtime },
          blocks: blocking.has(check.id),
        },
      ];
    })
    .sort(
      (a, b) =>
        PHASES.indexOf(a.phase) - PHASES.indexOf(b.phase) ||
        Number(b.blocks) - Number(a.blocks) ||
        EFFORTS.indexOf(a.effort) - EFFORTS.indexOf(b.effort),
    );
}

function infoOf(check: Check, why: string): CheckInfo {
  return {
    id: check.id,
    requirement: check.requirement,
    title: check.title,
    area: areaOf(check),
    severity: check.severity,
    effort: check.effort,
    phase: phaseOf(check),
    gap: check.gap,
    fix: check.fix,
    ...(check.snippets === undefined ? {} : { snippets: check.snippets }),
    aliases: check.aliases,
    frameworks: controlsOf(check),
    why,
  };
}

function nameOf(path: string): string {
  return path.replace(/\/+$/, '').split('/').at(-1) || 'this folder';
}

/** Checks that a criterion looks at; exported for the documentation of criteria. */
export function checksOf(criterion: Criterion, checks: readonly Check[]): readonly Check[] {
  return checks.filter((check) => selects(criterion, check));
}
