import type { ReportedOutcome } from '../../assess/assessment.ts';
import { type Entry, placesOf, stateOf } from '../entries.ts';
import { AREA_TITLES, AREAS, STATE_WORDS, STATES, synthesisNote } from '../wording.ts';
import { code, folded, table, text } from './markup.ts';

/** Every check of each area with its state and the line that shows it: one part for each area. */
export function checklists(
  entries: readonly Entry[],
  verbose: boolean,
): readonly { readonly name: string; readonly text: string }[] {
  const areas = AREAS.filter((area) => entries.some((e) => e.check.area === area));
  return areas.map((area, index) => {
    const checks = [
      ...Map.groupBy(
        entries.filter((e) => e.check.area === area),
        (e) => e.check.id,
      ).values(),
    ]
      .map((own) => {
        const outcomes = own.flatMap((e) => e.outcomes);
        return { check: own[0]!.check, outcomes, state: stateOf(outcomes) };
      })
      .sort(
        (a, b) =>
          STATES.indexOf(a.state) - STATES.indexOf(b.state) ||
          (a.check.requirement < b.check.requirement ? -1 : 1),
      );
    const tally = STATES.flatMap((state) => {
      const number = checks.filter((c) => c.state === state).length;
      return number === 0 ? [] : [`${number} ${STATE_WORDS[state].word}`];
    }).join(', ');
    const list = table(
      ['State', 'Requirement', 'Check', 'Evidence'],
      checks.map(({ check, outcomes, state }) => {
        const note = synthesisNote(outcomes);
        return [
          `${STATE_WORDS[state].sign} ${STATE_WORDS[state].word}`,
          check.requirement,
          `${text(check.title)}${note === '' ? '' : ` (${note})`}`,
          evidenceOf(outcomes, state, verbose),
        ];
      }),
    );
    const heading =
      index === 0
        ? '## Checklists\n\nEach check has the state of its worst place, and the lines that decided it. A check whose only open places were waived or attested stands under that word, though the score counts it by its other places.\n\n'
        : '';
    return {
      name: `the checklist of ${AREA_TITLES[area].toLowerCase()}`,
      text: `${heading}### ${AREA_TITLES[area]}\n\n${folded(tally, list)}`,
    };
  });
}

/** Where the state stands; for an unknown without a line what would decide it. */
function evidenceOf(outcomes: readonly ReportedOutcome[], state: string, verbose: boolean): string {
  const same = outcomes.filter((o) => o.outcome === state);
  const own = same.length > 0 ? same : outcomes;
  const places = code(placesOf(own, verbose ? 50 : 3));
  const number = own.length < outcomes.length ? `, ${own.length} of ${outcomes.length} places` : '';
  if (state !== 'unknown') return `${places || text(own[0]?.message ?? '')}${number}`;
  const by = [...new Set(own.flatMap((o) => o.decidedBy ?? []))];
  const said =
    by.length === 0 ? '' : `decided by ${text(by[0]!)}${by.length > 1 ? ` and ${by.length - 1} more` : ''}`;
  return [places, said].filter((s) => s !== '').join(': ') + number;
}
