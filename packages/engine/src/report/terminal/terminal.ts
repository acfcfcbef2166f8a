import type { Assessment } from '../../assess/assessment.ts';
import type { Severity } from '../../model/outcome.ts';
import { decidersOf, deciderText } from '../deciders.ts';
import { type Entry, entriesOf, messagesOf, placeOf, placesOf, resourcesOf } from '../entries.ts';
import {
  AREAS,
  count,
  countSentence,
  environmentSentence,
  levelReached,
  notAskedSentence,
  notCoveredSentence,
  percent,
  readSentence,
  SEVERITIES,
  synthesisNote,
  type VerdictWord,
  verdictSentence,
  verdictWord,
} from '../wording.ts';
import { Sheet, type Tone } from './sheet.ts';
import { flow, plain, width } from './text.ts';

export interface TerminalOptions {
  readonly columns: number;
  /** Colour repeats what a word already says; without it the words are the same. */
  readonly colour: boolean;
  /** Whole lists, and what passes. */
  readonly verbose: boolean;
  /** The verdict and its sentence only. */
  readonly quiet?: boolean;
}

/** The assessment on one screen: verdict, what blocks, what else, how sure, what was read. */
export function renderTerminal(assessment: Assessment, options: TerminalOptions): string {
  const sheet = new Sheet(options);
  if (options.quiet === true) {
    verdictOnly(sheet, assessment);
    return sheet.toString();
  }
  const entries = entriesOf(assessment);
  head(sheet, assessment);
  blocks(sheet, assessment, entries, options);
  gaps(sheet, entries, options);
  unknowns(sheet, assessment, entries, options);
  accepted(sheet, entries, options);
  if (options.verbose) passes(sheet, entries);
  closing(sheet, assessment, entries, options);
  return sheet.toString();
}

const LABEL = 12;
const TITLE = 20;
const MOST = { blocking: 12, entries: 8, lines: 8, deciders: 6, places: 6, files: 3, names: 6, about: 3 };

const TONE_OF: Readonly<Record<VerdictWord, Tone>> = { GO: 'good', 'NO-GO': 'bad', LIBRARY: 'warn' };
const TONES: Readonly<Record<Severity, Tone>> = {
  critical: 'bad',
  high: 'warn',
  medium: 'strong',
  low: 'quiet',
};

function verdictOnly(sheet: Sheet, assessment: Assessment): void {
  const word = verdictWord(assessment);
  sheet.labelled(
    word,
    TONE_OF[word],
    word.length + 2,
    `${assessment.service}, ${environmentSentence(assessment)}: ${verdictSentence(assessment)}`,
  );
}

function head(sheet: Sheet, assessment: Assessment): void {
  const word = verdictWord(assessment);
  const { pass, fail, unknown } = assessment.score.checks;
  const indent = word.length + 2;
  const name = `${assessment.service}, ${environmentSentence(assessment)}`;
  const wide = !sheet.narrow;
  const lines: string[] = [verdictSentence(assessment)];
  if (pass + fail + unknown > 0) {
    const score = `ready ${percent(assessment.score)}`;
    const level = `level ${levelReached(assessment)} of ${assessment.levels.length}`;
    lines.push([score, level, countSentence(assessment)].join('   '));
  }
  const unasked = notAskedSentence(assessment);
  if (unasked !== '') lines.push(`not asked: ${unasked}`);
  const stated = assessment.scope.notAsked.filter((row) => row.write !== undefined);
  if (stated.length > 0)
    lines.push(`to be stated in airworthy.yaml: ${stated.map((row) => row.requirement).join(', ')}`);
  const uncovered = notCoveredSentence(assessment);
  if (uncovered !== '') lines.push(`not covered: ${uncovered}`);
  if (wide) sheet.labelled(word, TONE_OF[word], indent, name);
  else {
    sheet.line(0, sheet.paint(word, TONE_OF[word]));
    sheet.text(2, name);
  }
  for (const line of lines)
    sheet.line(wide ? indent : 2, ...spaced(line, sheet.columns - (wide ? indent : 2)));
}

/** Wraps at the triple spaces between figures where there are any, else at words. */
function spaced(line: string, columns: number): readonly string[] {
  if (!line.includes('   ')) return flow([line], columns);
  const pieces = line.split('   ');
  return width(line) <= columns ? [line] : flow(pieces, columns);
}

function blocks(
  sheet: Sheet,
  { verdict }: Assessment,
  entries: readonly Entry[],
  options: TerminalOptions,
): void {
  const own = entries.filter((e) => e.kind === 'fail' && e.blocks.length > 0);
  if (own.length === 0) return;
  title(sheet, verdict.library ? 'WOULD BLOCK A LAUNCH' : 'BLOCKS THE LAUNCH');
  shortened(sheet, own, MOST.blocking, options, (e) => entryInFull(sheet, e));
}

function gaps(sheet: Sheet, entries: readonly Entry[], options: TerminalOptions): void {
  const all = entries.filter((e) => e.kind === 'fail');
  const own = all.filter((e) => e.blocks.length === 0);
  if (own.length === 0) return;
  const bySeverity = SEVERITIES.flatMap((severity) => {
    const number = own.filter((e) => e.severity === severity).length;
    return number === 0 ? [] : [`${severity} ${number}`];
  }).join(' · ');
  sheet.blank();
  sheet.labelled(
    'GAPS',
    'strong',
    LABEL,
    all.length === own.length ? bySeverity : `besides these: ${bySeverity}`,
  );
  const weighty = own.filter((e) => e.severity === 'critical' || e.severity === 'high');
  shortened(sheet, weighty, MOST.entries, options, (e) => entryInFull(sheet, e));
  for (const severity of ['medium', 'low'] as const) {
    const lesser = own.filter((e) => e.severity === severity);
    shortened(sheet, lesser, MOST.lines, options, (e) => entryInLine(sheet, e));
  }
}

function entryInFull(sheet: Sheet, entry: Entry): void {
  const { check, outcomes } = entry;
  const indent = entryHead(sheet, entry, entry.title);
  const message = messagesOf(entry, 2);
  const room = sheet.columns - indent;
  sheet.line(
    indent,
    ...flow(
      [
        placesOf(outcomes, filesOf(outcomes) > MOST.files ? MOST.files : MOST.places),
        resourcesOf(outcomes, MOST.names),
        synthesisNote(outcomes),
        message === entry.title ? '' : message,
      ],
      room,
    ),
  );
  if (check.fix !== '') sheet.withEdge(indent, `do: ${check.fix}`, check.effort);
}

function filesOf(outcomes: Entry['outcomes']): number {
  return new Set(outcomes.map((outcome) => placeOf(outcome)?.file)).size;
}

function entryInLine(sheet: Sheet, entry: Entry): void {
  const indent = sheet.narrow ? 4 : TITLE;
  const pieces = flow(
    [
      entry.title,
      placesOf(entry.outcomes, 2),
      resourcesOf(entry.outcomes, 3),
      synthesisNote(entry.outcomes),
      entry.check.effort,
    ],
    sheet.columns - indent,
  );
  entryHead(sheet, entry, '');
  if (sheet.narrow) sheet.line(indent, ...pieces);
  else {
    sheet.lines[sheet.lines.length - 1] += pieces[0] ?? '';
    sheet.line(indent, ...pieces.slice(1));
  }
}

/** "  critical  SEC-14  title"; says where the lines below begin. */
function entryHead(sheet: Sheet, { severity, check }: Entry, text: string): number {
  const painted = sheet.paint(severity, TONES[severity]);
  if (sheet.narrow) {
    sheet.line(2, `${painted}  ${check.requirement}`);
    if (text !== '') sheet.text(4, text);
    return 4;
  }
  const lines = text === '' ? [''] : [...flow([text], sheet.columns - TITLE)];
  const pad = ' '.repeat(LABEL - 2 - severity.length);
  sheet.lines.push(`  ${painted}${pad}${check.requirement.padEnd(TITLE - LABEL - 2)}  ${lines[0]}`);
  sheet.line(TITLE, ...lines.slice(1));
  return LABEL;
}

function unknowns(
  sheet: Sheet,
  assessment: Assessment,
  entries: readonly Entry[],
  options: TerminalOptions,
): void {
  const deciders = decidersOf(assessment, entries);
  if (deciders.length === 0) return;
  const blocking = deciders.filter((d) => d.blocks.length > 0);
  const open = assessment.score.checks.unknown;
  // Where every check is decided, what is left open is about single resources and cannot become a gap of its check.
  const checks = open === 0 ? 'no check, single resources only' : count(open, 'check', 'checks');
  sheet.blank();
  sheet.labelled('UNKNOWN', 'strong', LABEL, `${checks}; what would decide them:`);
  const most = Math.max(MOST.deciders, Math.min(MOST.blocking, blocking.length));
  shortened(sheet, deciders, most, options, (decider) => {
    const requirements = decider.requirements.slice(0, 6).join(', ');
    const more = decider.requirements.length > 6 ? `, … ${decider.requirements.length - 6} more` : '';
    const criteria =
      decider.blocks.length === 0 ? '' : `; keeps open: ${decider.blocks.map((c) => c.title).join(', ')}`;
    const blocks = decider.blocks.length > 0;
    const synthesis = synthesisNote(decider.outcomes);
    sheet.labelled(
      blocks ? 'blocks' : 'open',
      blocks ? 'warn' : undefined,
      LABEL,
      `${deciderText(decider, MOST.about)}  (${requirements}${more}${criteria}${synthesis === '' ? '' : `; ${synthesis}`})`,
      2,
    );
  });
}

/** What somebody took responsibility for is always shown: a waiver is a decision, not a pass. */
function accepted(sheet: Sheet, entries: readonly Entry[], options: TerminalOptions): void {
  for (const kind of ['waived', 'attested'] as const) {
    const own = entries.filter((e) => e.kind === kind);
    if (own.length === 0) continue;
    const label = kind.toUpperCase();
    sheet.blank();
    sheet.labelled(label, 'strong', LABEL, count(own.length, 'entry', 'entries'));
    shortened(sheet, own, MOST.lines, options, (e) => {
      const by = e.outcomes[0]!.accepted;
      const names = resourcesOf(e.outcomes, 3);
      const said = by === undefined ? '' : `: ${by.reason} (${by.owner}, until ${by.until})`;
      sheet.labelled(
        e.check.requirement,
        undefined,
        LABEL,
        `${e.title}${names === '' ? '' : `  ${names}`}${said}`,
        2,
      );
    });
  }
}

function passes(sheet: Sheet, entries: readonly Entry[]): void {
  const own = entries.filter((e) => e.kind === 'pass');
  if (own.length === 0) return;
  sheet.blank();
  sheet.labelled('PASS', 'strong', LABEL, count(own.length, 'entry', 'entries'));
  for (const e of own) {
    const pieces = [
      e.check.title,
      placesOf(e.outcomes, 2),
      resourcesOf(e.outcomes, 3),
      synthesisNote(e.outcomes),
    ].filter((p) => p !== '');
    sheet.labelled(e.check.requirement, undefined, LABEL, pieces.join('  '), 2);
  }
}

function closing(
  sheet: Sheet,
  assessment: Assessment,
  entries: readonly Entry[],
  options: TerminalOptions,
): void {
  const { score, subject, notices, assumptions } = assessment;
  sheet.blank();
  const areas = AREAS.flatMap((area) => {
    const own = score.areas.find((a) => a.area === area);
    const total = own === undefined ? 0 : own.pass + own.fail + own.unknown;
    return own === undefined || total === 0 ? [] : [`${area} ${own.pass}/${total}`];
  });
  if (areas.length > 0) sheet.labelled('AREAS', 'strong', LABEL, areas.join(' · '));
  const longest = options.verbose ? Number.POSITIVE_INFINITY : 3;
  sheet.labelled('READ', 'strong', LABEL, readSentence(assessment, longest));
  if (subject.roots.length > 1) roots(sheet, assessment, options);
  for (const notice of notices) sheet.labelled('NOTICE', 'warn', LABEL, notice);
  const assumed = options.verbose ? assumptions : assumptions.slice(0, 3);
  for (const assumption of assumed) sheet.labelled('ASSUMED', 'strong', LABEL, assumption);
  if (assumptions.length > assumed.length) {
    sheet.line(sheet.narrow ? 2 : LABEL, `… ${assumptions.length - assumed.length} more (--verbose)`);
  }
  farewell(sheet, assessment, entries);
}

function roots(sheet: Sheet, { subject }: Assessment, options: TerminalOptions): void {
  const assessed = subject.roots.filter((r) => r.assessed);
  const listed = subject.roots.filter((r) => !r.assessed);
  const parts = assessed.map((r) => `${r.path} ${r.verdict ?? 'assessed'}`);
  if (parts.length > 0) sheet.labelled('ROOTS', 'strong', LABEL, parts.join(' · '));
  if (listed.length === 0) return;
  const shown = options.verbose ? listed : listed.slice(0, 4);
  const more = listed.length - shown.length;
  const said = shown.map((r) =>
    options.verbose ? `${r.path} (${r.role}: ${r.because})` : `${r.path} (${r.role})`,
  );
  if (more > 0) said.push(`… ${more} more (--verbose)`);
  sheet.labelled('LISTED', 'strong', LABEL, `not assessed: ${said.join(', ')}; --root names one`);
}

function farewell(sheet: Sheet, assessment: Assessment, entries: readonly Entry[]): void {
  const { pass, fail, unknown } = assessment.score.checks;
  const go = verdictWord(assessment) === 'GO';
  sheet.blank();
  if (go && pass + fail + unknown === 0) {
    sheet.text(0, 'Is the infrastructure in another folder? Name it: airworthy assess <path>');
    return;
  }
  if (go && fail + unknown === 0) {
    sheet.text(0, 'Nothing that was asked stands against the launch. Have a good flight.');
  }
  const worst = entries.find((e) => e.kind === 'fail') ?? entries.find((e) => e.kind === 'unknown');
  if (worst !== undefined) sheet.labelled('why:', undefined, 9, `airworthy explain ${plain(worst.check.id)}`);
  sheet.labelled('in full:', undefined, 9, 'airworthy assess --format html --output report.html');
}

function title(sheet: Sheet, text: string): void {
  sheet.blank();
  sheet.line(0, sheet.paint(text, 'strong'));
}

function shortened<Row>(
  sheet: Sheet,
  rows: readonly Row[],
  most: number,
  { verbose }: TerminalOptions,
  show: (row: Row) => void,
): void {
  // One row more is no longer than the line that would stand for it.
  const shown = verbose || rows.length <= most + 1 ? rows : rows.slice(0, most);
  for (const row of shown) show(row);
  if (rows.length > shown.length) {
    sheet.line(sheet.narrow ? 2 : LABEL, `… ${rows.length - shown.length} more (--verbose)`);
  }
}
