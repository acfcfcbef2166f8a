import type { Assessment, CriterionResult, Interval, ReportedOutcome } from '../assess/assessment.ts';
import type { Area } from '../catalog/check.ts';
import type { Effort, OutcomeKind, Phase, Severity } from '../model/outcome.ts';

/** The words that every report uses for the same thing, so that a reader who knows one knows all. */

export const SEVERITIES: readonly Severity[] = ['critical', 'high', 'medium', 'low'];
export const EFFORTS: readonly Effort[] = ['minutes', 'hours', 'days', 'weeks'];

export const AREAS: readonly Area[] = [
  'security',
  'monitoring',
  'backup',
  'data',
  'infrastructure',
  'compliance',
  'operations',
  'cost',
  'performance',
  'testing',
  'application',
];

export const AREA_TITLES: Readonly<Record<Area, string>> = {
  infrastructure: 'Infrastructure',
  security: 'Security',
  monitoring: 'Monitoring',
  cost: 'Cost',
  performance: 'Performance',
  data: 'Data',
  backup: 'Backup',
  compliance: 'Compliance',
  operations: 'Operations',
  testing: 'Testing',
  application: 'Application',
};

/** In the order in which a reader wants to see them. */
export const STATES: readonly OutcomeKind[] = [
  'fail',
  'unknown',
  'waived',
  'attested',
  'pass',
  'not-applicable',
];

export const STATE_WORDS: Readonly<Record<OutcomeKind, { readonly word: string; readonly sign: string }>> = {
  pass: { word: 'pass', sign: '✓' },
  fail: { word: 'gap', sign: '✗' },
  unknown: { word: 'unknown', sign: '?' },
  'not-applicable': { word: 'not applicable', sign: '–' },
  waived: { word: 'waived', sign: '○' },
  attested: { word: 'attested', sign: '●' },
};

export const CRITERION_WORDS: Readonly<
  Record<CriterionResult['outcome'], { readonly word: string; readonly state: OutcomeKind }>
> = {
  met: { word: 'met', state: 'pass' },
  fail: { word: 'failed', state: 'fail' },
  unknown: { word: 'undecided', state: 'unknown' },
  'not-asked': { word: 'not asked', state: 'not-applicable' },
  'not-applicable': { word: 'does not apply', state: 'not-applicable' },
};

export const PHASE_TITLES: Readonly<Record<Phase, string>> = {
  critical: 'Before anything else',
  high: 'Before the launch',
  medium: 'Soon after the launch',
  'long-term': 'In the long term',
};

/** What the options that ask for more evidence reach. */
/** What an option of the contract reaches. This version reads code only, so no report offers the options yet. */
export const ASKS: Readonly<Record<string, string>> = {
  '--live': 'the account',
  '--url': 'the running app',
  '--import': 'results of another tool',
};

export type VerdictWord = 'GO' | 'NO-GO' | 'LIBRARY';

/** The first word of every report. */
export function verdictWord({ verdict }: Assessment): VerdictWord {
  return verdict.library ? 'LIBRARY' : verdict.decision;
}

/** The sentence behind the word: which criteria, and for lack of what. */
export function verdictSentence(assessment: Assessment): string {
  const { verdict } = assessment;
  const { pass, fail, unknown } = assessment.score.checks;
  const of = (outcome: CriterionResult['outcome']) => verdict.criteria.filter((c) => c.outcome === outcome);
  const [failed, open, unasked] = [of('fail'), of('unknown'), of('not-asked')];
  const total = verdict.criteria.length;
  const parts: string[] = [];
  if (verdict.library) {
    parts.push(
      'nothing here is deployed by itself, so the verdict belongs to the root that calls these modules',
    );
  } else if (pass + fail + unknown === 0 && verdict.decision === 'GO') {
    return 'nothing to assess here: no check applies to what was read';
  } else if (verdict.decision === 'NO-GO' && verdict.lackOfEvidence) {
    parts.push('for lack of evidence: no gap that was found blocks the launch');
  }
  if (failed.length > 0) {
    parts.push(
      `${failed.length} of ${count(total, 'criterion', 'criteria')} ${failed.length === 1 ? 'fails' : 'fail'}: ${list(failed.map((c) => c.broken))}`,
    );
  }
  if (open.length > 0) {
    const subject =
      failed.length > 0
        ? `${open.length} undecided`
        : `${open.length} of ${count(total, 'criterion', 'criteria')} ${open.length === 1 ? 'is' : 'are'} undecided`;
    parts.push(`${subject}: ${list(open.map((c) => c.title))}`);
  }
  if (failed.length + open.length === 0 && !verdict.library) {
    const held = of('met').length + of('not-applicable').length;
    const missing = verdict.decision === 'NO-GO';
    parts.push(
      missing
        ? `${unasked.length} of ${count(total, 'criterion', 'criteria')} ${unasked.length === 1 ? 'was' : 'were'} not asked: ${list(unasked.map((c) => c.title))}`
        : held === total
          ? `all ${count(total, 'criterion', 'criteria')} hold`
          : `all criteria that were asked hold (${held} of ${total})`,
    );
    return parts.join('; ');
  }
  if (unasked.length > 0) parts.push(`${unasked.length} not asked`);
  return parts.join('; ');
}

/** "41-58 %", or one number where both ends are the same. Never 100 % before everything passes. */
export function percent({ lower, upper }: Interval): string {
  const { from, to } = percentRange({ lower, upper });
  return from === to ? `${from} %` : `${from}-${to} %`;
}

export function percentRange({ lower, upper }: Interval): { readonly from: number; readonly to: number } {
  const atMost = (share: number, rounded: number) => (share < 1 ? Math.min(99, rounded) : 100);
  if (lower === upper) {
    const same = atMost(lower, Math.round(lower * 100));
    return { from: same, to: same };
  }
  return { from: Math.floor(lower * 100), to: atMost(upper, Math.ceil(upper * 100)) };
}

/**
 * "8 requirements need the account, 4 the running app": what other evidence would ask, each requirement under the first
 * that can. Empty when everything was asked.
 */
export function notAskedSentence({ scope }: Assessment): string {
  const byAsk = Map.groupBy(scope.notAsked, (row) => row.ask.split(' or ')[0]!);
  return [...byAsk]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([ask, rows], index) => {
      const said = ASKS[ask] ?? ask;
      return index === 0
        ? `${count(rows.length, 'requirement', 'requirements')} ${rows.length === 1 ? 'needs' : 'need'} ${said}`
        : `${rows.length} ${said}`;
    })
    .join(', ');
}

/** "126 of 176 requirements have no check in this version". Empty when every one has. */
export function notCoveredSentence({ scope }: Assessment): string {
  if (scope.notCovered.length === 0) return '';
  const [have] = scope.notCovered.length === 1 ? ['has'] : ['have'];
  return `${count(scope.notCovered.length, 'requirement', 'requirements')} of the catalogue ${have} no check in this version`;
}

/** "environment prod (the only one with a tfvars file)". */
export function environmentSentence({ subject }: Assessment): string {
  const { name, because } = subject.environment;
  return name === undefined ? `no environment (${because})` : `environment ${name} (${because})`;
}

/** "96 checks: 31 pass, 47 gaps, 18 unknown". */
export function countSentence({ score }: Assessment): string {
  const { pass, fail, unknown, notApplicable } = score.checks;
  const rest =
    notApplicable === 0 ? '' : ` (${notApplicable} more ${notApplicable === 1 ? 'does' : 'do'} not apply)`;
  return `${count(pass + fail + unknown, 'check', 'checks')}: ${pass} pass, ${count(fail, 'gap', 'gaps')}, ${unknown} unknown${rest}`;
}

/** "14 files in full, 1 in part (infra/old.tf:12: unclosed string)", then resources, then what was not seen. */
export function readSentence({ coverage }: Assessment, longest = 3): string {
  const { files, resources, notSeen } = coverage;
  const parts = [`${count(files.read.length, 'file', 'files')} in full`];
  if (files.partly.length > 0) {
    const places = files.partly.map((p) => `${p.file}:${p.line}: ${p.why}`);
    parts.push(`${files.partly.length} in part (${shortList(places, longest, '; ')})`);
  }
  if (files.skipped.length > 0) {
    const places = files.skipped.map((s) => `${s.file}: ${s.why}`);
    parts.push(`${files.skipped.length} not at all (${shortList(places, longest, '; ')})`);
  }
  const types =
    resources.total === 0
      ? 'no resource of infrastructure'
      : `${resources.mapped} of ${count(resources.total, 'resource', 'resources')} known by type`;
  const unseen =
    notSeen.length === 0
      ? ''
      : `; not seen: ${shortList([...new Set(notSeen.map((n) => n.what))], longest, ', ')}`;
  const left = leftOutSentences(coverage).map((sentence) => `; ${sentence}`);
  return `${parts.join(', ')}; ${types}${unseen}${left.join('')}`;
}

/** What of the repository is not taken for code of the application, and which code is in languages that nothing reads. */
export function leftOutSentences({ repository }: Assessment['coverage']): readonly string[] {
  if (repository === undefined) return [];
  const { leftOut, unread } = repository;
  const files = leftOut.reduce((sum, { count: n }) => sum + n, 0);
  return [
    ...(files === 0
      ? []
      : [
          `not taken for code of the application: ${list(leftOut.map((l) => `${l.count} ${l.kind}`))} ${files === 1 ? 'file' : 'files'}`,
        ]),
    ...(unread.length === 0
      ? []
      : [
          `code that is not read: ${shortList(
            unread.map((u) => `${u.count} .${u.ending}`),
            4,
            ', ',
          )}`,
        ]),
  ];
}

/** A root by name. What belongs to none of them is about the repository itself. */
export function rootName(root: string): string {
  return root === '' ? 'the repository' : root;
}

/** What an outcome is about that names no resource. */
export function wholeOf(root: string): string {
  if (root === '') return 'the whole repository';
  return root === '.' ? 'the whole root' : `the whole root ${root}`;
}

/** What is said of outcomes that were read from the source of a CDK app without synthesis; empty for others. */
export function synthesisNote(outcomes: readonly ReportedOutcome[]): string {
  const own = outcomes.filter((o) => o.notSynthesized === true).length;
  if (own === 0) return '';
  return own === outcomes.length ? 'not synthesized' : `${own} of ${outcomes.length} not synthesized`;
}

/** How many levels, from the lowest, are reached. */
export function levelReached({ levels }: Assessment): number {
  return levels.filter((level) => level.reached).length;
}

export function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** The text as the beginning of a sentence. A name or code at its start stays as it is. */
export function capital(text: string): string {
  return /^[a-z][a-z'’-]*(?=[ ,;:.?!]|$)/.test(text) && !/^\S*[-]\S*$/.test(text)
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

export function list(parts: readonly string[]): string {
  return parts.join(', ');
}

export function shortList(parts: readonly string[], longest: number, separator: string): string {
  const shown = parts.slice(0, longest);
  const more = parts.length - shown.length;
  return more === 0 ? shown.join(separator) : `${shown.join(separator)}${separator}… ${more} more`;
}
