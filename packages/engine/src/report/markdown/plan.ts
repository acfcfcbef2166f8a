import type { Assessment } from '../../assess/assessment.ts';
import { type Entry, gapTitle, placesOf, resourcesOf } from '../entries.ts';
import { capital, count, EFFORTS, PHASE_TITLES } from '../wording.ts';
import { code, table, text } from './markup.ts';

/** What to do, by phase, in the order of the plan, with what each phase takes. */
export function plan(assessment: Assessment): string {
  if (assessment.plan.length === 0) return '';
  const phases = (['critical', 'high', 'medium', 'long-term'] as const).flatMap((phase) => {
    const items = assessment.plan.filter((item) => item.phase === phase);
    if (items.length === 0) return [];
    const efforts = EFFORTS.flatMap((effort) => {
      const number = items.filter((i) => i.effort === effort).length;
      return number === 0 ? [] : [`${number} of ${effort}`];
    }).join(', ');
    return [
      `### ${PHASE_TITLES[phase]}`,
      `${count(items.length, 'step', 'steps')}: ${efforts}.`,
      table(
        ['Step', 'Closes', 'Effort', 'Note'],
        items.map((item) => {
          const check = assessment.checks.get(item.check);
          const notes = [
            ...(item.blocks ? ['lifts a blocking criterion'] : []),
            ...(item.impact.downtime ? ['interrupts the service'] : []),
          ];
          return [
            text(capital(item.fix)),
            `${check === undefined ? code(item.check) : `${check.requirement} ${text(gapTitle(check, item.outcomes.length))}`}`,
            item.effort,
            notes.join(', '),
          ];
        }),
      ),
    ];
  });
  return [
    '## Plan',
    `${count(assessment.plan.length, 'step', 'steps')}, one for each check with a gap. Efforts are orders of magnitude and are not added up.`,
    ...phases,
  ].join('\n\n');
}

/** What somebody took responsibility for: a decision, not a pass. */
export function accepted(entries: readonly Entry[]): string {
  const own = entries.filter((e) => e.kind === 'waived' || e.kind === 'attested');
  if (own.length === 0) return '';
  return [
    '## Accepted',
    'Neither passes nor gaps: somebody took responsibility for these, until a date.',
    table(
      ['Requirement', 'State', 'What', 'Where', 'Why', 'Who', 'Until'],
      own.map((e) => {
        const by = e.outcomes[0]!.accepted;
        const names = resourcesOf(e.outcomes, 3);
        return [
          e.check.requirement,
          e.kind,
          `${text(e.title)}${names === '' ? '' : ` (${code(names)})`}`,
          code(placesOf(e.outcomes, 3)),
          text(by?.reason ?? ''),
          text(by?.owner ?? ''),
          text(by?.until ?? ''),
        ];
      }),
    ),
  ].join('\n\n');
}
