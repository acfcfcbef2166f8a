import type { Assessment } from '../../assess/assessment.ts';
import { decidersOf, deciderText } from '../deciders.ts';
import { type Entry, gapTitle, messagesOf, placesOf, resourcesOf } from '../entries.ts';
import { snippetsFor } from '../snippets.ts';
import { capital, count, SEVERITIES, synthesisNote } from '../wording.ts';
import { code, codeBlock, folded, table, text } from './markup.ts';

/** Lists longer than this are folded. */
const LONG = 12;

/** What is in order, with the line that shows it. */
export function strengths(assessment: Assessment, entries: readonly Entry[], verbose: boolean): string {
  // A check with a gap elsewhere is no strength.
  const open = new Set(
    entries.filter((e) => e.kind !== 'pass' && e.kind !== 'not-applicable').map((e) => e.check.id),
  );
  const checks = [
    ...Map.groupBy(
      entries.filter((e) => e.kind === 'pass' && !open.has(e.check.id)),
      (e) => e.check.id,
    ).values(),
  ];
  if (checks.length === 0) return '';
  const rows = checks.map((own) => {
    const outcomes = own.flatMap((e) => e.outcomes);
    const note = synthesisNote(outcomes);
    return [
      own[0]!.check.requirement,
      `${text(own[0]!.check.title)}${note === '' ? '' : ` (${note})`}`,
      code(placesOf(outcomes, verbose ? 50 : 3)),
    ];
  });
  const list = table(['Requirement', 'What is in order', 'Evidence'], rows);
  return [
    '## Strengths',
    checks.length === assessment.score.checks.pass
      ? `${count(checks.length, 'check passes', 'checks pass')} at every place that was looked at.`
      : `${checks.length} of the ${count(assessment.score.checks.pass, 'check', 'checks')} that pass do so at every place that was looked at; the others have places that are waived, attested, or unknown but no gap.`,
    rows.length > LONG && !verbose ? folded(count(rows.length, 'check', 'checks'), list) : list,
  ].join('\n\n');
}

/** What blocks the launch, and every other critical gap, each with what to do. */
export function criticalGaps(assessment: Assessment, entries: readonly Entry[]): string {
  const own = gapsOf(entries).filter(isCritical);
  if (own.length === 0) {
    return '## Critical gaps\n\nNo gap was found that is critical or keeps a criterion from holding.';
  }
  return [
    '## Critical gaps',
    `${count(own.length, 'gap', 'gaps')} that ${own.length === 1 ? 'is critical or keeps' : 'are critical or keep'} a criterion from holding.`,
    ...own.map((entry) => gap(assessment, entry)),
  ].join('\n\n');
}

/** Every check with a gap once, with all its places: so that the gaps add up to those that the score counts. */
function gapsOf(entries: readonly Entry[]): readonly Entry[] {
  const groups = Map.groupBy(
    entries.filter((e) => e.kind === 'fail'),
    (e) => e.check.id,
  );
  return [...groups.values()].map((own) => {
    const outcomes = own.flatMap((e) => e.outcomes);
    const first = own[0]!;
    if (own.length === 1) return first;
    return {
      ...first,
      outcomes,
      blocks: [...new Set(own.flatMap((e) => e.blocks))],
      title: gapTitle(first.check, outcomes.length),
    };
  });
}

function isCritical({ severity, blocks }: Entry): boolean {
  return severity === 'critical' || blocks.length > 0;
}

function gap(assessment: Assessment, entry: Entry): string {
  const { check, outcomes, severity, blocks } = entry;
  const message = messagesOf(entry, 3);
  const note = synthesisNote(outcomes);
  const snippets = snippetsFor(assessment, outcomes, check);
  const lines = [
    `Severity: ${severity}${blocks.length === 0 ? '' : `; breaks the criterion: ${text(blocks.map((c) => c.title).join(', '))}`}${note === '' ? '' : `; ${note}`}`,
    `Where: ${code(placesOf(outcomes, 8)) || (outcomes.every((o) => o.root === '') ? 'the repository as a whole' : 'the root as a whole')}${resourcesOf(outcomes, 8) === '' ? '' : ` (${code(resourcesOf(outcomes, 8))})`}`,
    ...(message === entry.title ? [] : [`Found: ${text(message)}`]),
    ...(check.fix === '' ? [] : [`To do (${check.effort}): ${text(check.fix)}`]),
  ];
  return [
    `### ${check.requirement} ${text(entry.title)}`,
    lines.map((line) => `- ${line}`).join('\n'),
    ...snippets.map((s) =>
      folded(`The fix in ${s.title}`, codeBlock(s.code, s.language === 'terraform' ? 'hcl' : 'yaml')),
    ),
  ].join('\n\n');
}

/** The other gaps, by severity. */
export function improvements(entries: readonly Entry[], verbose: boolean): string {
  const own = gapsOf(entries).filter((e) => !isCritical(e));
  if (own.length === 0) return '';
  const parts = SEVERITIES.flatMap((severity) => {
    const same = own.filter((e) => e.severity === severity);
    if (same.length === 0) return [];
    const list = table(
      ['Requirement', 'Gap', 'Where', 'To do', 'Effort'],
      same.map((e) => {
        const note = synthesisNote(e.outcomes);
        return [
          e.check.requirement,
          `${text(e.title)}${note === '' ? '' : ` (${note})`}`,
          code(placesOf(e.outcomes, verbose ? 50 : 3)),
          text(capital(e.check.fix)),
          e.check.effort,
        ];
      }),
    );
    return [
      `**${capital(severity)}: ${count(same.length, 'gap', 'gaps')}**`,
      same.length > LONG && !verbose ? folded(count(same.length, 'gap', 'gaps'), list) : list,
    ];
  });
  return [
    '## Improvements',
    `${count(own.length, 'gap', 'gaps')} that ${own.length === 1 ? 'does' : 'do'} not block the launch.`,
    ...parts,
  ].join('\n\n');
}

/** What is neither fine nor a gap, with what would decide it: what holds the launch first. */
export function unknowns(assessment: Assessment, entries: readonly Entry[], verbose: boolean): string {
  const deciders = decidersOf(assessment, entries);
  if (deciders.length === 0) return '';
  const open = assessment.score.checks.unknown;
  const list = table(
    ['What would decide', 'Requirements', 'Places', 'Keeps open'],
    deciders.map((d) => {
      const note = synthesisNote(d.outcomes);
      return [
        `${text(capital(deciderText(d, verbose ? 50 : 6)))}${note === '' ? '' : ` (${note})`}`,
        d.requirements.join(', '),
        `${d.outcomes.length}`,
        d.blocks.length === 0 ? '' : `**${text(d.blocks.map((c) => c.title).join(', '))}**`,
      ];
    }),
  );
  return [
    '## Unknown',
    open === 0
      ? 'Every check is decided; open is only what single resources turn out to be.'
      : `${count(open, 'check is', 'checks are')} undecided. None of them counts as passed.`,
    deciders.length > LONG && !verbose
      ? folded(`${count(deciders.length, 'thing', 'things')} that would decide`, list)
      : list,
  ].join('\n\n');
}
