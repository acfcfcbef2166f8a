import type { Assessment, CriterionResult } from '../assess/assessment.ts';
import { decidersOf } from './deciders.ts';
import { type Entry, entriesOf, messagesOf, resourcesOf } from './entries.ts';
import { headline, shown } from './findings.ts';
import type { RenderOptions, Run } from './format.ts';
import { type Place, placesIn } from './place.ts';
import { capital, count, synthesisNote, verdictWord } from './wording.ts';

type Level = 'error' | 'warning' | 'notice';

interface Annotation {
  readonly level: Level;
  readonly title: string;
  readonly text: string;
  readonly place?: Place;
}

/** What GitHub shows of one step, for each level; it drops what comes after without a word. */
const MOST = 10;

/**
 * Workflow commands that GitHub Actions turns into annotations: the verdict, then one for each gap and unknown at its
 * line, the most urgent first. What does not fit is counted in the last one.
 */
export function renderGithub({ assessment }: Run, { folder = '' }: RenderOptions): string {
  const places = placesIn(assessment, folder);
  const entries = entriesOf(assessment).filter((e) => e.kind === 'fail' || e.kind === 'unknown');
  const said = entries.map((e) => annotationOf(e, places.of(e.outcomes[0]!)));
  // What was not seen has no line: it must not take the room of what has one.
  const isNowhere = (at: number) =>
    entries[at]!.kind === 'unknown' && said[at]!.place?.standsForRoot === true;
  const all = [
    verdictOf(assessment),
    ...said.filter((_, at) => !isNowhere(at)),
    ...said.filter((_, at) => isNowhere(at)),
  ];
  const room: Readonly<Record<Level, number>> = {
    error: MOST,
    warning: MOST,
    // One place is kept for the notice that counts the rest.
    notice: fits(all) ? MOST : MOST - 1,
  };
  const kept = all.filter((a) => all.filter((b) => b.level === a.level).indexOf(a) < room[a.level]);
  const lines = kept.map(command);
  if (kept.length < all.length) lines.push(command(restOf(assessment, all, kept)));
  const accepted = assessment.outcomes.filter((o) => o.outcome === 'waived' || o.outcome === 'attested');
  if (accepted.length > 0)
    lines.push(
      `${count(accepted.length, 'outcome is', 'outcomes are')} waived or attested: the summary names them.`,
    );
  return `${lines.join('\n')}\n`;
}

function fits(all: readonly Annotation[]): boolean {
  return (['error', 'warning', 'notice'] as const).every(
    (level) => all.filter((a) => a.level === level).length <= MOST,
  );
}

function verdictOf(assessment: Assessment): Annotation {
  return {
    level: assessment.verdict.decision === 'GO' ? 'notice' : 'error',
    title: `${verdictWord(assessment)} ${assessment.service}`,
    text: headline(assessment),
  };
}

function annotationOf(entry: Entry, place: Place): Annotation {
  const { check, kind, outcomes, blocks } = entry;
  const unknown = kind === 'unknown';
  const decided = [...new Set(outcomes.flatMap((o) => o.decidedBy ?? []))];
  const names = resourcesOf(outcomes, 6);
  const message = messagesOf(entry, 3);
  const note = synthesisNote(outcomes);
  return {
    level: levelOf(entry),
    title: `${check.requirement} ${unknown ? 'Unknown: ' : ''}${unknown ? check.title : entry.title}`,
    text: [
      `${check.severity}${blocks.length > 0 ? `, blocks the launch (${saidOf(blocks)})` : ''}${note === '' ? '' : `, ${note}`}`,
      ...(names === '' ? [] : [names]),
      ...(message === entry.title && !unknown ? [] : [capital(message)]),
      ...(unknown && decided.length > 0 ? [`Decided by: ${decided.slice(0, 3).join('; ')}`] : []),
      ...(check.fix !== '' && !unknown ? [`To do: ${check.fix} (${check.effort})`] : []),
      `Why: airworthy explain ${check.id}`,
    ].join('\n'),
    place,
  };
}

/** An error is what stands against the launch or is grave; an unknown is never more than a warning unless it blocks. */
function levelOf({ kind, severity, blocks }: Entry): Level {
  const grave = severity === 'critical' || severity === 'high';
  if (kind === 'unknown') return blocks.length > 0 ? 'warning' : 'notice';
  if (blocks.length > 0 || grave) return 'error';
  return severity === 'medium' ? 'warning' : 'notice';
}

function saidOf(blocks: readonly CriterionResult[]): string {
  return blocks.map((c) => (c.outcome === 'fail' ? c.broken : c.title)).join(', ');
}

function restOf(assessment: Assessment, all: readonly Annotation[], kept: readonly Annotation[]): Annotation {
  const left = (level: Level) =>
    all.filter((a) => a.level === level).length - kept.filter((a) => a.level === level).length;
  const parts = (['error', 'warning', 'notice'] as const).flatMap((level) => {
    const number = left(level);
    return number === 0 ? [] : [count(number, level, `${level}s`)];
  });
  const open = decidersOf(assessment, entriesOf(assessment)).length;
  return {
    level: 'notice',
    title: `${count(all.length - kept.length, 'more finding', 'more findings')}`,
    text: `Not shown as annotations, of which GitHub shows ${MOST} of each kind: ${parts.join(', ')}. The job summary has them all${open === 0 ? '' : `, with the ${count(open, 'thing', 'things')} that would decide the unknown ones`}.`,
  };
}

function command({ level, title, text, place }: Annotation): string {
  const properties: readonly (readonly [string, string | number])[] = [
    ...(place === undefined
      ? []
      : [
          ['file', place.file] as const,
          ['line', place.line] as const,
          ...(place.endLine > place.line ? [['endLine', place.endLine] as const] : []),
        ]),
    ['title', shown(title)],
  ];
  const said = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  return `::${level} ${said}::${data(text.split('\n').map(shown).join('\n'))}`;
}

/** Text after the `::` of a workflow command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property of a workflow command, in which `:` and `,` have a meaning too. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
