import type { Assessment } from '../../assess/assessment.ts';
import { ASKS, capital, count, leftOutSentences, rootName, synthesisNote } from '../wording.ts';
import { code, folded, text } from './markup.ts';

/** Lists longer than this are folded. */
const LONG = 12;

/** What this assessment could not see, did not ask and does not cover. */
export function limitations({ coverage, scope, outcomes }: Assessment): string {
  const { files, resources, notSeen, unmappedArguments } = coverage;
  const blocks: string[] = [];
  const block = (title: string, items: readonly string[]) => {
    if (items.length === 0) return;
    const list = items.map((item) => `- ${item}`).join('\n');
    blocks.push(
      `**${title}**`,
      items.length > LONG ? folded(count(items.length, 'entry', 'entries'), list) : list,
    );
  };
  const note = synthesisNote(outcomes);
  block(
    'Not synthesized',
    note === ''
      ? []
      : [
          `${count(outcomes.filter((o) => o.notSynthesized === true).length, 'outcome was', 'outcomes were')} read from the source of a CDK app, not from what it synthesizes`,
        ],
  );
  block(
    'Not seen',
    notSeen.map(
      (n) =>
        `${code(n.what)} in ${n.root === '' ? rootName('') : code(n.root)}: ${text(n.why)}. Decided by: ${text(n.decidedBy)}`,
    ),
  );
  block(
    'Read in part',
    files.partly.map((f) => `${code(`${f.file}:${f.line}`)} ${text(f.why)}`),
  );
  block(
    'Not read',
    files.skipped.map((f) => `${code(f.file)} ${text(f.why)}`),
  );
  block(
    'Left out',
    leftOutSentences(coverage).map((sentence) => text(capital(sentence))),
  );
  block(
    'Resource types that are not known here',
    resources.unmapped.map((u) => `${code(u.type)} ${count(u.count, 'resource', 'resources')}`),
  );
  block(
    'Arguments that are not known here',
    unmappedArguments.map((u) => `${code(u.argument)} ${count(u.count, 'time', 'times')}`),
  );
  block(
    'Not asked',
    [...Map.groupBy(scope.notAsked, (n) => n.ask)].map(([ask, rows]) => {
      const said = ask
        .split(' or ')
        .map((a) => ASKS[a] ?? a)
        .join(' or ');
      return `${text(said)} would decide ${count(rows.length, 'requirement', 'requirements')}: ${rows.map((r) => text(r.requirement)).join(', ')}`;
    }),
  );
  block(
    'To be stated',
    scope.notAsked.flatMap(({ requirement, title, write }) =>
      write === undefined
        ? []
        : [`${text(requirement)}: ${text(title)}. Attestations in airworthy.yaml: ${code(write)}`],
    ),
  );
  block(
    'Not covered',
    scope.notCovered.length === 0
      ? []
      : [`No check in this version: ${scope.notCovered.map(text).join(', ')}`],
  );
  const read = `${count(files.read.length, 'file was', 'files were')} read in full; ${resources.mapped} of ${count(resources.total, 'resource is', 'resources are')} known by type.`;
  return ['## Limitations', `${read}${blocks.length === 0 ? ' Nothing was left out.' : ''}`, ...blocks].join(
    '\n\n',
  );
}
