import type { Assessment, CheckInfo, ReportedOutcome } from '../assess/assessment.ts';
import type { Evidence } from '../model/outcome.ts';
import { checkOf, placeText } from './entries.ts';
import { excerptOf, type Sources } from './excerpt.ts';
import { toOutcome } from './json/contract.ts';
import type { Contract } from './json/schema.ts';
import { type Snippet, snippetsFor } from './snippets.ts';
import { Sheet, type Tone } from './terminal/sheet.ts';
import { plain, width } from './terminal/text.ts';
import { capital, count, STATE_WORDS, STATES, wholeOf } from './wording.ts';

/** What there is to say about a check, a requirement, another tool's rule id, or one outcome. */
export type Explanation =
  | {
      readonly kind: 'found';
      readonly checks: readonly {
        readonly check: CheckInfo;
        readonly outcomes: readonly ReportedOutcome[];
      }[];
    }
  /** Nothing goes by this name; `nearest` are ids that resemble it. */
  | { readonly kind: 'no-check'; readonly asked: string; readonly nearest: readonly string[] }
  /** The check is there but says nothing about this resource; `addresses` are those that it speaks of. */
  | {
      readonly kind: 'no-resource';
      readonly check: CheckInfo;
      readonly asked: string;
      readonly addresses: readonly string[];
    };

export interface ExplainOptions {
  readonly columns: number;
  readonly colour: boolean;
  readonly sources: Sources;
}

/** Why a check, requirement, alias or outcome key came out as it did; with an address, for that resource only. */
export function explain(assessment: Assessment, asked: string, address?: string): Explanation {
  const byKey = assessment.outcomes.filter((o) => o.key === asked);
  if (byKey.length > 0)
    return { kind: 'found', checks: [{ check: checkOf(assessment, byKey[0]!), outcomes: byKey }] };
  const wanted = asked.toLowerCase();
  const known = [...assessment.checks.values()];
  const checks = known.filter((c) =>
    [c.id, c.requirement, ...c.aliases].some((name) => name.toLowerCase() === wanted),
  );
  if (checks.length === 0) return { kind: 'no-check', asked, nearest: nearest(wanted, known) };
  const found = checks.map((check) => {
    const all = assessment.outcomes.filter((o) => o.check === check.id);
    const outcomes = address === undefined ? all : all.filter((o) => o.resource?.address === address);
    return { check, outcomes: inOrder(outcomes), all };
  });
  if (address !== undefined && found.every((f) => f.outcomes.length === 0)) {
    const addresses = found.flatMap((f) =>
      f.all.flatMap((o) => (o.resource === null ? [] : [o.resource.address])),
    );
    return {
      kind: 'no-resource',
      check: checks[0]!,
      asked: address,
      addresses: [...new Set(addresses)].sort(),
    };
  }
  const shown = address === undefined ? found : found.filter((f) => f.outcomes.length > 0);
  return { kind: 'found', checks: shown.map(({ check, outcomes }) => ({ check, outcomes })) };
}

function inOrder(outcomes: readonly ReportedOutcome[]): readonly ReportedOutcome[] {
  return [...outcomes].sort((a, b) => STATES.indexOf(a.outcome) - STATES.indexOf(b.outcome));
}

/** Ids that share most pairs of letters with what was asked. */
function nearest(asked: string, checks: readonly CheckInfo[]): readonly string[] {
  const pairs = (text: string) =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const own = pairs(asked);
  const likeness = (name: string) => {
    const other = pairs(name.toLowerCase());
    return (2 * [...own].filter((p) => other.has(p)).length) / Math.max(1, own.size + other.size);
  };
  return checks
    .map((c) => ({ id: c.id, like: Math.max(...[c.id, c.requirement, ...c.aliases].map(likeness)) }))
    .filter(({ like }) => like > 0.4)
    .sort((a, b) => b.like - a.like || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id);
}

/** The explanation as a person reads it. */
export function renderExplain(
  assessment: Assessment,
  asked: string,
  address: string | undefined,
  options: ExplainOptions,
): string {
  const explanation = explain(assessment, asked, address);
  const sheet = new Sheet(options);
  if (explanation.kind === 'no-check') {
    sheet.text(0, `No check, requirement, rule or outcome is called ${explanation.asked}.`);
    if (explanation.nearest.length > 0) sheet.text(0, `Nearest: ${explanation.nearest.join(', ')}`);
    sheet.text(0, 'All of them: airworthy checks');
  } else if (explanation.kind === 'no-resource') {
    sheet.text(0, `${explanation.check.id} says nothing about ${explanation.asked}.`);
    const some = explanation.addresses.slice(0, 10);
    if (some.length > 0)
      sheet.text(0, `It speaks of: ${some.join(', ')}${explanation.addresses.length > 10 ? ', …' : ''}`);
  } else {
    for (const { check, outcomes } of explanation.checks) {
      sheet.blank();
      explained(sheet, assessment, check, outcomes, options.sources);
    }
  }
  return sheet.toString();
}

const LABEL = 10;
const MOST = 10;
const TONES: Readonly<Record<ReportedOutcome['outcome'], Tone | undefined>> = {
  fail: 'bad',
  unknown: 'warn',
  waived: 'warn',
  attested: undefined,
  pass: 'good',
  'not-applicable': 'quiet',
};

function explained(
  sheet: Sheet,
  assessment: Assessment,
  check: CheckInfo,
  outcomes: readonly ReportedOutcome[],
  sources: Sources,
): void {
  sheet.labelled(check.requirement, 'strong', LABEL, check.title);
  sheet.text(sheet.narrow ? 2 : LABEL, `${check.id}, ${check.severity}, area ${check.area}`);
  if (outcomes.length === 0) {
    sheet.blank();
    const unasked = assessment.scope.notAsked.find((n) => n.requirement === check.requirement);
    sheet.text(
      0,
      unasked === undefined
        ? 'It has no outcome here: nothing that was read is of a kind that it looks at.'
        : `It was not asked: ${unasked.ask} would ask it.`,
    );
    if (unasked?.write !== undefined) sheet.text(0, `attestations: [${unasked.write}]`);
  }
  for (const outcome of outcomes.slice(0, MOST)) {
    sheet.blank();
    one(sheet, outcome, sources);
  }
  if (outcomes.length > MOST) {
    sheet.blank();
    sheet.text(
      0,
      `… ${count(outcomes.length - MOST, 'more outcome', 'more outcomes')}; one of them: airworthy explain ${check.id} ${outcomes.at(-1)!.resource?.address ?? ''}`.trimEnd(),
    );
  }
  sheet.blank();
  if (outcomes.some((o) => o.outcome === 'fail' || o.outcome === 'unknown' || o.outcome === 'waived'))
    fix(sheet, check, snippetsFor(assessment, outcomes, check));
  const why = check.why.replace(/\r\n?/g, '\n').trim();
  if (why !== '') {
    const [first = '', ...others] = why.split(/\n{2,}/);
    sheet.labelled('why', 'strong', LABEL, unmarked(first));
    for (const paragraph of others) {
      for (const line of paragraph.split(/\n(?=\s*[-*] )/))
        sheet.text(sheet.narrow ? 2 : LABEL, unmarked(line));
    }
  }
  if (check.aliases.length > 0) sheet.labelled('also', 'strong', LABEL, check.aliases.join(', '));
}

function one(sheet: Sheet, outcome: ReportedOutcome, sources: Sources): void {
  const { word } = STATE_WORDS[outcome.outcome];
  const name = outcome.resource === null ? wholeOf(outcome.root) : outcome.resource.address;
  sheet.labelled(word, TONES[outcome.outcome], Math.max(LABEL, width(word) + 2), name);
  const indent = sheet.narrow ? 2 : LABEL;
  sheet.text(indent, capital(outcome.message));
  const told: readonly (readonly [string, string | undefined])[] = [
    ['property', outcome.property],
    ['actual', outcome.actual],
    ['expected', outcome.expected],
    [
      'could be',
      outcome.outcome === 'unknown' ? outcome.could.map((c) => STATE_WORDS[c].word).join(' or ') : undefined,
    ],
    ['read', outcome.notSynthesized === true ? 'from source, not synthesized' : undefined],
    ['not seen', outcome.openBecause],
    ['decide', outcome.outcome === 'unknown' ? outcome.decidedBy : undefined],
    [
      'accepted',
      outcome.accepted === undefined
        ? undefined
        : `${outcome.accepted.reason} (${outcome.accepted.owner}, until ${outcome.accepted.until})`,
    ],
  ];
  for (const [label, text] of told) {
    if (text !== undefined && text !== '') sheet.labelled(label, undefined, LABEL, text);
  }
  for (const evidence of outcome.evidence) quoted(sheet, evidence, sources);
}

/** A quoted fact: its place, the code there, and each step to the literal that decided it, with that code too. */
function quoted(sheet: Sheet, { at, trail, value }: Evidence, sources: Sources): void {
  const said = value === undefined ? '' : `  ${value}`;
  sheet.labelled('at', undefined, LABEL, `${placeText(at)}${said}`);
  code(sheet, sources, at, 2);
  trail.forEach((step, index) => {
    const what = step.what === undefined ? '' : `${step.what}  `;
    sheet.labelled('from', undefined, LABEL, `${what}${placeText(step)}`);
    if (index === trail.length - 1) code(sheet, sources, step, 1);
  });
}

function code(sheet: Sheet, sources: Sources, at: Evidence['at'], context: number): void {
  const lines = excerptOf(sources, at, { context, longest: 12 });
  const digits = String(lines.at(-1)?.line ?? 0).length;
  for (const { line, text } of lines) {
    const pointer = line >= at.line && line <= Math.max(at.line, at.endLine) ? '>' : ' ';
    const shown = `${pointer} ${String(line).padStart(digits)}  ${plain(text.replaceAll('\t', '  '))}`;
    sheet.line(sheet.narrow ? 2 : LABEL, cut(shown, sheet.columns - (sheet.narrow ? 2 : LABEL)));
  }
}

/** Code keeps its line; what does not fit is cut. */
function cut(text: string, columns: number): string {
  if (width(text) <= columns) return text;
  let shown = '';
  for (const character of text) {
    if (width(shown + character) > columns - 1) break;
    shown += character;
  }
  return `${shown}…`;
}

function fix(sheet: Sheet, { fix: words, effort }: CheckInfo, snippets: readonly Snippet[]): void {
  if (words !== '') sheet.labelled('do', 'strong', LABEL, `${words} (${effort})`);
  for (const { title, code } of snippets) {
    const indent = sheet.narrow ? 4 : LABEL + 2;
    // One language that needs no further words speaks for itself.
    if (snippets.length > 1 || title.includes(';')) sheet.text(sheet.narrow ? 2 : LABEL, `${title}:`);
    for (const line of code.split('\n')) sheet.line(indent, cut(plain(line), sheet.columns - indent));
    sheet.blank();
  }
}

/** Markdown as a terminal shows it: the words without the marks. */
function unmarked(text: string): string {
  return text
    .replace(/^#+ /gm, '')
    .replace(/\*\*([^*]+)\*\*/g, '$1')
    .replace(/`([^`]+)`/g, '$1')
    .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '$1 ($2)');
}

export type ExplainDocument =
  | {
      readonly schemaVersion: '1';
      readonly checks: readonly {
        readonly id: string;
        readonly requirement: string;
        readonly title: string;
        readonly severity: string;
        readonly effort: string;
        readonly fix: string;
        readonly snippets: { readonly terraform?: string; readonly cloudformation?: string };
        readonly why: string;
        readonly aliases: readonly string[];
        readonly notAsked: string | null;
        readonly outcomes: Contract['outcomes'];
      }[];
    }
  | { readonly schemaVersion: '1'; readonly error: string; readonly nearest: readonly string[] };

/** The explanation as one JSON document. */
export function explainJson(assessment: Assessment, asked: string, address?: string): ExplainDocument {
  const explanation = explain(assessment, asked, address);
  if (explanation.kind === 'no-check') {
    return { schemaVersion: '1', error: `no check is called ${asked}`, nearest: explanation.nearest };
  }
  if (explanation.kind === 'no-resource') {
    const error = `${explanation.check.id} says nothing about ${explanation.asked}`;
    return { schemaVersion: '1', error, nearest: explanation.addresses };
  }
  return {
    schemaVersion: '1',
    checks: explanation.checks.map(({ check, outcomes }) => ({
      id: check.id,
      requirement: check.requirement,
      title: check.title,
      severity: check.severity,
      effort: check.effort,
      fix: check.fix,
      snippets: check.snippets ?? {},
      why: check.why,
      aliases: check.aliases,
      notAsked:
        outcomes.length > 0
          ? null
          : (assessment.scope.notAsked.find((n) => n.requirement === check.requirement)?.ask ?? null),
      outcomes: outcomes.map(toOutcome),
    })),
  };
}
