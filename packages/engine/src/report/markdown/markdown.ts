import type { Assessment, CriterionResult } from '../../assess/assessment.ts';
import { KNOWLEDGE } from '../../knowledge/versions.ts';
import { entriesOf } from '../entries.ts';
import type { RenderOptions, Run } from '../format.ts';
import {
  AREA_TITLES,
  AREAS,
  CRITERION_WORDS,
  capital,
  count,
  countSentence,
  environmentSentence,
  levelReached,
  notAskedSentence,
  notCoveredSentence,
  percent,
  shortList,
  verdictSentence,
  verdictWord,
} from '../wording.ts';
import { checklists } from './checklists.ts';
import { criticalGaps, improvements, strengths, unknowns } from './gaps.ts';
import { limitations } from './limitations.ts';
import { code, table, text } from './markup.ts';
import { accepted, plan } from './plan.ts';

/** A part of the document. Where the document may not be long, what can be spared goes first. */
interface Part {
  readonly name: string;
  readonly text: string;
  /** Zero is never left out; the highest goes first. */
  readonly spare: number;
}

/** The assessment as a person would write a readiness document, in GitHub-flavoured Markdown. */
export function renderMarkdown({ assessment }: Run, { date, verbose, mostBytes }: RenderOptions): string {
  const entries = entriesOf(assessment);
  const parts: readonly Part[] = [
    { name: 'the summary', text: summary(assessment, date), spare: 0 },
    { name: 'strengths', text: strengths(assessment, entries, verbose), spare: 4 },
    { name: 'critical gaps', text: criticalGaps(assessment, entries), spare: 1 },
    { name: 'improvements', text: improvements(entries, verbose), spare: 2 },
    { name: 'what is unknown', text: unknowns(assessment, entries, verbose), spare: 1 },
    { name: 'what was accepted', text: accepted(entries), spare: 2 },
    ...checklists(entries, verbose).map((part) => ({ ...part, spare: 5 })),
    { name: 'the plan', text: plan(assessment), spare: 3 },
    { name: 'limitations', text: limitations(assessment), spare: 2 },
    { name: 'how this was decided', text: decided(assessment), spare: 1 },
  ];
  return fitted(
    parts.filter((part) => part.text !== ''),
    mostBytes,
  );
}

/** The parts as one text. What has to be left out is named at the end. */
function fitted(parts: readonly Part[], mostBytes = Number.POSITIVE_INFINITY): string {
  const left: string[] = [];
  let kept = parts;
  for (;;) {
    const note =
      left.length === 0
        ? []
        : [
            `> Left out here for its length: ${text(left.join(', '))}. The report in another place (\`--output report.md\`) has it.`,
          ];
    const document = `${[...kept.map((part) => part.text), ...note].join('\n\n')}\n`;
    if (Buffer.byteLength(document) <= mostBytes) return document;
    const spare = Math.max(...kept.map((part) => part.spare));
    const last = kept.findLast((part) => part.spare === spare);
    if (last === undefined || spare === 0) return document;
    left.unshift(last.name);
    kept = kept.filter((part) => part !== last);
  }
}

/** The checks whose gaps break a criterion, and how many more may; of one that is open the first of those. */
function decidedIn({ checks, outcomes }: CriterionResult, assessment: Assessment): string {
  const keys = new Set(outcomes);
  const broken = new Set(
    assessment.outcomes.filter((o) => o.outcome === 'fail' && keys.has(o.key)).map((o) => o.check),
  );
  if (broken.size === 0) return shortList(checks.map(code), FEW, ', ');
  const open = checks.length - broken.size;
  const gaps = checks.filter((id) => broken.has(id)).map(code);
  return [gaps.join(', '), ...(open === 0 ? [] : [`${open} unknown`])].join('; ');
}

const FEW = 8;

function summary(assessment: Assessment, date: Date): string {
  const { subject, scope, score, levels, verdict } = assessment;
  const unasked = notAskedSentence(assessment);
  const uncovered = notCoveredSentence(assessment);
  const { pass, fail, unknown } = score.checks;
  const facts: readonly (readonly [string, string])[] = [
    ['Environment', text(environmentSentence(assessment).replace(/^environment /, ''))],
    ['Revision', subject.revision === null ? 'not known' : code(subject.revision)],
    ['Date', `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
    ['Scope', text(scope.planes.join(', ') || 'nothing was asked')],
    ...(pass + fail + unknown === 0
      ? []
      : ([
          [
            'Ready',
            `${percent(score)}: the share of checks that pass, if everything unknown turns out a gap, and if it turns out well`,
          ],
          ['Checks', text(countSentence(assessment))],
          ['Level', `${levelReached(assessment)} of ${levels.length}`],
        ] as const)),
    ...(unasked === '' ? [] : [['Not asked', text(unasked)] as const]),
    ...(uncovered === '' ? [] : [['Not covered', text(uncovered)] as const]),
  ];
  const areas = AREAS.flatMap((area) => score.areas.filter((row) => row.area === area)).filter(
    (row) => row.pass + row.fail + row.unknown > 0,
  );
  return [
    `# Production readiness of ${text(assessment.service)}`,
    `**${verdictWord(assessment)}**: ${text(verdictSentence(assessment))}.`,
    table(
      ['', ''],
      facts.map(([term, said]) => [`**${term}**`, said]),
    ),
    '## Verdict',
    table(
      ['Criterion', 'Outcome', 'Checks that decide it'],
      verdict.criteria.map((c) => [
        text(capital(c.title)),
        c.outcome === 'met' || c.outcome === 'not-applicable'
          ? CRITERION_WORDS[c.outcome].word
          : `**${CRITERION_WORDS[c.outcome].word}**`,
        decidedIn(c, assessment) || 'none in scope',
      ]),
    ),
    ...(areas.length === 0
      ? []
      : [
          `Counted per check, each once; ${count(score.checks.notApplicable, 'check', 'checks')} that ${score.checks.notApplicable === 1 ? 'does' : 'do'} not apply left aside:`,
          table(
            ['Area', 'Ready', 'Pass', 'Gap', 'Unknown'],
            [
              ...areas.map((row) => [
                AREA_TITLES[row.area],
                percent(row),
                `${row.pass}`,
                `${row.fail}`,
                `${row.unknown}`,
              ]),
              ['**All**', `**${percent(score)}**`, `**${pass}**`, `**${fail}**`, `**${unknown}**`],
            ],
          ),
        ]),
  ].join('\n\n');
}

function decided({ scope, subject, tool, checks, assumptions, notices }: Assessment): string {
  const listed = (title: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`**${title}**`, items.map((item) => `- ${item}`).join('\n')];
  return [
    '## How this was decided',
    `Each check is decided from evidence of the planes that were asked (${text(scope.planes.join(', ') || 'none')}) and says where that stands. What could not be seen is unknown, never fine. A launch is GO when every criterion holds; a criterion that an unknown check could still break does not hold.`,
    ...listed(
      'Roots',
      subject.roots.map(
        (r) =>
          `${code(r.path)} ${r.kind}, ${r.role}: ${r.assessed ? (r.verdict ?? 'assessed') : 'listed, not assessed'} (${text(r.because)})`,
      ),
    ),
    ...listed(
      'Assumed, because it was not said',
      assumptions.map((a) => text(capital(a))),
    ),
    ...listed(
      'Notices',
      notices.map((n) => text(capital(n))),
    ),
    ...listed('Versions', [
      `${tool.name} ${text(tool.version)}, ${count(checks.size, 'check', 'checks')}`,
      ...KNOWLEDGE.map((k) => `${text(k.name)}, ${k.date}`),
    ]),
  ].join('\n\n');
}
