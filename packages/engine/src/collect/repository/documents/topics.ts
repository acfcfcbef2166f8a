import type { Command } from './commands.ts';
import { describesParts } from './described-parts.ts';
import { drawsParts, type IsThere } from './drawn-parts.ts';
import type { DocumentLine, Section } from './markup.ts';
import { isLeftOpen, wordsBelow, wordsIn } from './own-words.ts';
import { statesLimits } from './stated-limits.ts';

interface Topic {
  readonly topic: string;
  /** A heading below which something stands. */
  readonly heading?: RegExp;
  /** What stands before a colon, in the first cell of a row, or in bold before a sentence. */
  readonly label?: RegExp;
  /** A sentence that speaks of it by itself. */
  readonly says?: RegExp;
}

const DURATION =
  /\b\d+(?:\.\d+)?\s*(?:s|sec\w*|m|min\w*|h|hrs?|hours?|d|days?|weeks?|months?|years?)\b|\b(?:immediately|at once|next (?:working|business) day|a (?:day|week|month|year))\b/i;

const ASKED =
  '\\b(?:ask\\w*|request(?:s|ed|ing)?|rights?|obtain\\w*|entitled|receive|provide (?:you|them|people|users)|send (?:you|them)|write to|(?:you|they|people|users) (?:can|may))\\b.{0,60}\\b';
const THEIRS =
  '(?:your|their|that|this|all|any|the personal)(?: own)?(?: personal)? ?(?:data|information)\\b';

/** What people are given. Copies are kept for other ends too, and whoever works there has access. */
const EXPORT = new RegExp(
  [
    // Not the word of the shell: `export REGION=…`.
    '^(?=.*\\b(?:data|information|accounts?|records?|files?|cop(?:y|ies)|csv|json|pdf|history|everything)\\b).*\\bexport(?:s|ed|ing)?\\b(?!\\s+\\w+=)',
    `${ASKED}cop(?:y|ies) of ${THEIRS}`,
    `${ASKED}access (?:to )?${THEIRS}`,
    // An item of what they may ask for.
    `^\\W*(?:an? )?cop(?:y|ies) of ${THEIRS}\\W*$`,
    '\\bdownload (?:your|their|all)(?: personal)? (?:data|information)\\b',
    '\\bportab',
  ].join('|'),
  'i',
);

/** Something is taken away or handed out, and it is somebody's. */
const OF_PEOPLE =
  /^(?=.*\b(?:delet\w+|eras\w+|remov\w+|forgotten|export\w*|cop(?:y|ies)|download\w*)\b).*\b(?:(?<!\b(?:IAM|AWS) )users?|customers?|persons?|people|personal|members?|readers?|patients?|students?|subscribers?|subjects?|their data|(?<!\b(?:AWS|IAM|cloud) )accounts?|GDPR)\b/i;

/** What documents speak of. */
const TOPICS: readonly Topic[] = [
  {
    topic: 'trigger',
    heading:
      /^(?:triggers?|when\b.*|symptoms?|alarms?|alerts?|detection|indicators?|conditions?|what (?:is|you) see\w*|signs?)$/i,
    label: /^(?:triggers?|when(?: to use)?|symptoms?|alarms?|alerts?|detection)$/i,
  },
  {
    topic: 'verification',
    heading: /verif|validat|^(?:check|confirm|done when|afterwards|success)/i,
    label: /^(?:verif\w+|check|confirm|done when|validation)$/i,
  },
  {
    topic: 'owner',
    heading: /^(?:owners?|who|responsible|contacts?|maintainers?)$/i,
    label: /^(?:owners?|owned by|responsible|maintained by|service owner|team)$/i,
  },
  {
    topic: 'roles',
    heading: /roles?|responsibilit|who does what|command structure/i,
    label: /^(?:roles?|responsibilit\w+|incident (?:lead|commander)|lead|commander)$/i,
  },
  {
    topic: 'message',
    heading: /messages?|communicat|templates?|status (?:page|update)|to (?:users|readers|customers)/i,
    label: /^(?:to (?:users|readers|customers)\b.*|messages?|templates?|communication)$/i,
  },
  {
    topic: 'post-mortem',
    heading: /post-?mortem|afterwards|after the incident|retrospective|lessons|review/i,
    label: /^(?:post-?mortem|afterwards|retrospective)$/i,
    says: /\bpost-?mortems?\b.*\b(?:within|days?|hours?)\b/i,
  },
  {
    topic: 'security',
    heading: /security (?:incident|breach|event|issue)s?|(?:data )?breach|leak|compromis|intrusion/i,
    label: /^(?:security incidents?|(?:data )?breach(?:es)?|leaks?|compromised? \w+)$/i,
  },
  {
    topic: 'window',
    heading: /windows?\b/i,
    label: /windows?\b/i,
    says: /\b(?:deploy|release|go(?:es)? out|change)\w*\b.*\b(?:monday|tuesday|wednesday|thursday|friday|weekdays?)\b/i,
  },
  {
    topic: 'freeze',
    heading: /freez|frozen|blackout|moratori/i,
    label: /freez|frozen|blackout|moratori/i,
    says: /\b(?:freeze|frozen|blackout|moratorium)\b/i,
  },
  {
    topic: 'review',
    heading: /review|approv/i,
    label: /review|approv/i,
    says: /\b(?:reviews?|reviewed|approves?|approved|approval)\b.*\b(?:change|pull request|release|deploy|goes out|before)/i,
  },
  {
    topic: 'architecture',
    heading: /architect|system (?:design|overview)|how it (?:all )?works/i,
  },
  { topic: 'deployment', heading: /deploy|releas(?:e|ing)|rollout|ci\/?cd|pipeline/i },
  // What callers are held to is no limit of the system.
  {
    topic: 'scaling',
    heading: /scal(?:e|ing)|capacity|(?<!\b(?:rate|usage|api|requests?|size|upload|file|known) )\blimits/i,
  },
  {
    topic: 'troubleshooting',
    heading: /trouble|debug|known (?:issues|problems)|common (?:issues|problems|errors)/i,
  },
  {
    topic: 'getting-started',
    heading:
      /get(?:ting)? started|^start using\b|first steps|quick ?start|how to (?:start|begin)|begin|start here|sign(?:ing)? up/i,
  },
  { topic: 'features', heading: /features?|what (?:it|else|you|there)\b|functions/i },
  { topic: 'questions', heading: /questions|faq|frequently asked|help/i },
  {
    topic: 'retention',
    says: /\b(?:kept|keep|keeps|retain\w*|retention|stored?|deleted after|end after|expires? after|logs?)\b.*(?:\d+\s*(?:days?|months?|years?|weeks?)|until)\b/i,
  },
  {
    topic: 'deletion',
    says: /\b(?:delet\w+|eras\w+|remov\w+|forgotten)\b.*\b(?:account|data|request|personal|you)\b|\b(?:account|data|request)\b.*\b(?:delet\w+|eras\w+|remov\w+)\b/i,
  },
  {
    topic: 'export',
    says: EXPORT,
  },
  { topic: 'people', heading: OF_PEOPLE, says: OF_PEOPLE },
  { topic: 'dry-run', says: /\bdry[- ]?runs?\b|\brehears/i },
  { topic: 'cut-over', says: /\bcut-?over\b|\bswitch(?:ed|es|ing)? over\b|\bread-only\b/i },
  { topic: 'way-back', says: /\bway back\b|\broll(?:ed|s|ing)? ?back\b|\bundo\b|\bback ?out\b/i },
  { topic: 'percentiles', says: /\bp9\d(?:\.\d)?\b/i },
  { topic: 'lockouts', says: /\blocked[- ]out\b|\blockouts?\b/i },
  { topic: 'throttling', heading: /throttl/i, says: /throttl/i },
  {
    topic: 'objectives',
    says: /\b(?:availability|uptime|success)\b.{0,80}\b9\d(?:\.\d+)?\s*%|\b9\d(?:\.\d+)?\s*%.{0,80}\b(?:availab|uptime|of (?:requests|calls|each|the time))|\bp9[059]\b.{0,40}(?:under|below|<|≤|less than|\d)\s*\d+\s*(?:ms|s)\b|\bSLO\b.{0,60}\d/i,
  },
];

/** What a document speaks of and fills in. Headings alone, ticks and what was left open count for nothing. */
export function topicsOf(
  sections: readonly Section[],
  commands: readonly Command[],
  isThere: IsThere,
): readonly string[] {
  const found = new Set<string>();
  const lines = sections.flatMap((section) => section.lines);
  const filled = sections.filter(
    (section, index) => section.heading !== '' && wordsWithin(sections, index) >= 2,
  );
  for (const { topic, heading, label, says } of TOPICS) {
    const told =
      (heading !== undefined && filled.some((section) => heading.test(section.heading))) ||
      (label !== undefined && lines.some((line) => labelled(line, label))) ||
      (says !== undefined &&
        lines.some((line) => line.kind !== 'tick' && says.test(line.text) && !isLeftOpen(line.text)));
    if (told) found.add(topic);
  }
  if (describesParts(sections) || drawsParts(sections, isThere)) found.add('architecture');
  if (statesLimits(sections)) found.add('scaling');
  const spoken = lines.filter((line) => line.kind !== 'tick' && line.kind !== 'head');
  if (
    commands.length > 0 ||
    spoken.filter((line) => line.isNumbered === true && wordsIn(line.text) >= 2).length >= 2
  )
    found.add('steps');
  if (spoken.some((line) => isLabelOf(line, /^(?:verify|verification|check)\b/i))) found.add('verification');
  if (rowsLike(spoken, SEVERITY) >= 2) found.add('severities');
  if (rowsLike(spoken, DURATION) >= 2) found.add('times');
  if (spoken.some((line) => ROTATION.test(line.text) && !isLeftOpen(line.text))) found.add('rotation');
  if (escalates(spoken)) found.add('escalation');
  if (spoken.some((line) => ofRegion(line))) found.add('loss-of-region');
  const stages = stagesOf(sections, spoken);
  if (stages.length >= 2) found.add('stages');
  if (stages.some((stage) => CRITERION.test(stage))) found.add('criteria');
  return [...found].sort();
}

/** The words below a heading and the deeper ones that follow it. */
function wordsWithin(sections: readonly Section[], index: number): number {
  const { level } = sections[index]!;
  let words = wordsBelow(sections[index]!);
  for (let i = index + 1; i < sections.length && sections[i]!.level > level; i++)
    words += wordsBelow(sections[i]!);
  return words;
}

/** A time for the loss of a region, or copies in another one, as something that is promised. */
function ofRegion(line: DocumentLine): boolean {
  if (!/region/i.test(line.text) || /\b(?:no|not|none|without)\b/i.test(line.text) || isLeftOpen(line.text))
    return false;
  if (line.cells !== undefined) return /\bregion\b/i.test(line.cells[0] ?? '') && DURATION.test(line.text);
  return /\b(?:backups?|copies|copied|replicated?|restore\w*)\b.{0,60}\b(?:two|another|second|other|several) regions?\b/i.test(
    line.text,
  );
}

const SEVERITY =
  /^\s*(?:P|S|SEV|Sev|Severity|Priority)[- ]?[0-5]\b|^\s*(?:critical|major|minor|high|medium|low)\b/i;
const ROTATION =
  /\brotat\w+|\btakes? turns\b|\beach week\b|\ba week each\b|\bweekly\b|\bon[- ]call (?:schedule|calendar)\b|\bshifts?\b|\bof the week\b|\b(?:primary|secondary) on[- ]call\b|\bone person at a time\b/i;
const CRITERION =
  /\d+\s*%|\b\d+ (?:of|out of|users?|readers?|customers?|teams?|days?|weeks?|errors?|incidents?)\b|\b(?:a|one|two|three) (?:weeks?|months?) (?:without|within|of)\b|(?:under|below|less than|at least|no more than|fewer than|<|>|≥|≤)\s*\d/i;

function rowsLike(lines: readonly DocumentLine[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line.text) && wordsIn(line.text.replace(SEVERITY, ' ')) >= 2)
    .length;
}

function escalates(lines: readonly DocumentLine[]): boolean {
  const steps = lines.filter(
    (line) =>
      (line.kind === 'row' || line.kind === 'item') &&
      DURATION.test(line.text) &&
      !isLeftOpen(line.text) &&
      wordsIn(line.text) >= 3,
  );
  if (steps.length >= 2) return true;
  return lines.some(
    (line) =>
      /\bescalat\w+/i.test(line.text) &&
      !isLeftOpen(afterLabel(line) ?? line.text) &&
      wordsIn(line.text) >= 4,
  );
}

/** What each stage of a launch says: a row of a table, or a heading with what stands below it. */
function stagesOf(sections: readonly Section[], lines: readonly DocumentLine[]): readonly string[] {
  const rows = lines
    .filter((line) => line.kind === 'row' && STAGE.test(line.cells![0] ?? ''))
    .map((line) => line.text);
  if (rows.length >= 2) return rows;
  return sections
    .filter((section) => section.heading !== '' && STAGE.test(section.heading))
    .map((section) => section.lines.map((line) => line.text).join('\n'));
}

const STAGE =
  /\b(?:internal|alpha|beta|pilot|canary|early access|everyone|general|public|ga|phase \d|stage \d|wave \d|\d+ ?%)/i;

/** Whether a line has a label that fits, with something behind it. */
function labelled(line: DocumentLine, label: RegExp): boolean {
  if (line.kind === 'tick' || line.kind === 'head') return false;
  return labelsIn(line).some(([name, value]) => label.test(name) && !isLeftOpen(value));
}

function isLabelOf(line: DocumentLine, label: RegExp): boolean {
  return labelsIn(line).some(([name, value]) => label.test(name) && !isLeftOpen(value));
}

function afterLabel(line: DocumentLine): string | undefined {
  return labelsIn(line)[0]?.[1];
}

/** `Owner: x`, `| Owner | x |`, `Roles. The lead decides.` */
export function labelsIn(line: DocumentLine): readonly (readonly [string, string])[] {
  if (line.cells !== undefined) {
    const [name = '', ...rest] = line.cells;
    return [[name.trim(), rest.join(' ').trim()]];
  }
  const found: (readonly [string, string])[] = [];
  for (const part of line.text.split(/(?<=[.;])\s+(?=[A-Z][\w ]{1,30}[:.])/)) {
    const colon = /^([A-Z][\w /-]{1,40}?):\s*(.*)$/.exec(part.trim());
    if (colon !== null) found.push([colon[1]!.trim(), colon[2]!.trim()]);
  }
  const sentence = /^([A-Z][\w /-]{1,30})\.\s+(\S.*)$/.exec(line.text);
  if (sentence !== null) found.push([sentence[1]!, sentence[2]!]);
  const phrase = /^([A-Z][\w /,-]{1,60}):\s*(.*)$/.exec(line.text);
  if (phrase !== null) found.push([phrase[1]!.trim(), phrase[2]!.trim()]);
  return found;
}
