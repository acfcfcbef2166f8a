import type { Value } from '../../../model/value.ts';
import { placeIn, written } from '../fact.ts';
import type { DocumentLine } from './markup.ts';
import { isLeftOpen } from './own-words.ts';

const MOST = 20;

const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  ten: 10,
  twelve: 12,
  fourteen: 14,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 28, year: 365 };

const LENGTH = `(\\d{1,4}|${Object.keys(WORDS).join('|')})[ -](day|week|month|year)s?`;

/** `Backups for thirty days`, `backups are kept 14 days`, `backups (7 days)`, `30 days of backups`. */
const KEPT = [
  new RegExp(
    `\\bbackups?\\b[^()]{0,40}?\\b(?:for|kept|keep|last|retained|retention)\\b(?: (?:of|for|is|at least))?[ :=(]+${LENGTH}\\b`,
    'i',
  ),
  new RegExp(`\\bbackups?[ :(]+${LENGTH}\\b`, 'i'),
  new RegExp(`\\b${LENGTH} (?:of )?(?:\\w+ )?backups?\\b`, 'i'),
];

/** What is wished for, what is of another store or of another environment, and how often or how fast something is done. */
const OF_SOMETHING_ELSE =
  /\b(?:every|each|older|audit|logs?|state|dynamo\w*|tables?|s3|buckets?|files?|volumes?|redis|cache|search|users?|dev\w*|staging|test\w*|sandbox|demo|example|should|could|would|recommend\w*|consider\w*|planned|todo|if|until|after|within|restor\w+|R[TP]O|not|no|never|without|was|were|used to)\b/i;

/** For how many days the lines of a document say that backups of the database are kept, each at its own line. */
export function keptBackupsIn(path: string, lines: readonly DocumentLine[]): readonly Value[] {
  return lines
    .flatMap((line) => {
      if (line.kind === 'head' || line.isOpen === true || isLeftOpen(line.text)) return [];
      return line.text.split(/[;.]\s+|,\s+(?=\w+ (?:is|are)\b)/).flatMap((clause) => {
        const days = OF_SOMETHING_ELSE.test(clause) ? undefined : daysIn(clause);
        return days === undefined ? [] : [written({ days }, placeIn(path, line.line))];
      });
    })
    .slice(0, MOST);
}

function daysIn(clause: string): number | undefined {
  for (const pattern of KEPT) {
    const found = pattern.exec(clause);
    if (found === null) continue;
    const count = WORDS[found[1]!.toLowerCase()] ?? Number(found[1]);
    return count * DAYS[found[2]!.toLowerCase()]!;
  }
  return undefined;
}
