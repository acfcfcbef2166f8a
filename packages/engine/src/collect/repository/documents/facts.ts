import { inCode } from '../../../model/origin.ts';
import { unknown, type Value } from '../../../model/value.ts';
import { fact, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { clocksIn } from './clocks.ts';
import { commandsIn } from './commands.ts';
import { dayIn, minutesIn } from './dates.ts';
import type { IsThere } from './drawn-parts.ts';
import type { LinkElsewhere } from './elsewhere.ts';
import { keptBackupsIn } from './kept-backups.ts';
import { type DocumentKind, kindOfDocument, subjectsOf } from './kinds.ts';
import { leftToDo } from './left-to-do.ts';
import { type DocumentLine, type Section, sectionsOf } from './markup.ts';
import { measuredIn } from './measured.ts';
import { otherRegionIn } from './other-region.ts';
import { isLeftOpen, wordsBelow } from './own-words.ts';
import { targetsIn } from './targets.ts';
import { labelsIn, topicsOf } from './topics.ts';

/** Fewer words are a note that something should be written. */
const FEWEST_WORDS = 12;
const MOST_SECTIONS = 300;
const MOST_COMMANDS = 300;

/** One document as a fact; `called` is what links of the application call it, `isThere` asks for pictures beside it. */
export function documentIn(
  path: string,
  text: string,
  called?: DocumentKind,
  isThere: IsThere = () => false,
): RepositoryFact {
  const sections = sectionsOf(path, text).slice(0, MOST_SECTIONS);
  const title = sections.find((section) => section.heading !== '')?.heading ?? nameOf(path);
  const own = kindOfDocument(path, title);
  const kind = own === 'other' ? (called ?? own) : own;
  const commands = sections.flatMap(commandsIn).slice(0, MOST_COMMANDS);
  const words = sections.reduce((sum, section) => sum + wordsBelow(section), 0);
  const lines = sections.flatMap((section) => section.lines);
  return fact({
    type: 'Repository::Document',
    address: path,
    at: placeIn(path),
    plane: 'document',
    properties: {
      path,
      kind,
      title,
      filled: words >= FEWEST_WORDS,
      words,
      sections: sections
        .filter((section) => section.heading !== '')
        .map((section) => sectionOf(path, section)),
      commands: commands.map(({ text: typed, tool, complete, line, asks }) =>
        written({ text: typed, tool, complete, ...asks }, placeIn(path, line)),
      ),
      topics: topicsOf(sections, commands, isThere),
      subjects: subjectsOf(path, title),
      ...said(path, lines),
      ...targetsIn(path, kind, sections),
      measured: measuredIn(path, kind, sections),
      backupsKept: keptBackupsIn(path, lines),
      clocks: clocksIn(path, sections),
      leftToDo: leftToDo(path, kind, sections),
      otherRegion: otherRegionIn(path, kind, lines),
      severities: new Set(
        lines.flatMap((line) => /^\s*((?:P|S|SEV|Sev)[- ]?[0-5])\b/.exec(line.text)?.[1] ?? []),
      ).size,
      contacts: contactsIn(text),
    },
  });
}

function sectionOf(path: string, section: Section): Value {
  const words = wordsBelow(section);
  return written(
    { heading: section.heading, level: section.level, filled: words >= 2, words },
    placeIn(path, section.line),
  );
}

/** What lines say by their labels: owner, days, times to restore. Each stands at its own line. */
function said(path: string, lines: readonly DocumentLine[]): { readonly [name: string]: Plain } {
  const found: { [name: string]: Plain } = {};
  const note = (name: string, value: Plain, line: DocumentLine): void => {
    if (value !== undefined && !(name in found)) found[name] = written(value, placeIn(path, line.line));
  };
  for (const line of lines) {
    for (const [label, value] of labelsIn(line)) {
      if (/^(?:service )?owners?$|^owned by$|^responsible$/i.test(label) && !isLeftOpen(value))
        note('owner', value.replace(/[.;](?:\s.*)?$/, '').slice(0, 80), line);
    }
    const tried =
      /\blast (?:tried|tested|exercised|drill\w*|rehears\w+|executed|used)\b[^\n]{0,3}?(?:on|:)?\s*([^.|]*)/i.exec(
        line.text,
      );
    if (tried !== null) note('lastTried', dayIn(line.text.slice(tried.index)) ?? 'never', line);
    else {
      const once = /\b(?:tried|tested|rehearsed|exercised)\b(?: \w+){0,4} (?:on|in) (?=\S*\d)/i.exec(
        line.text,
      );
      if (once !== null) note('lastTried', dayIn(line.text.slice(once.index)), line);
    }
    if (
      /\b(?:reviewed|updated|last change[d]?|last reviewed|written|approved|version of|date|of)\b/i.test(
        line.text,
      ) &&
      tried === null
    )
      note('dated', dayIn(line.text), line);
  }
  const kept = lines.find(
    ({ kind, text }) =>
      kind !== 'tick' && kind !== 'head' && /\baudit/i.test(text) && !isLeftOpen(text) && LENGTH.test(text),
  );
  if (kept !== undefined) note('auditKept', LENGTH.exec(kept.text)![0], kept);
  for (const [name, pattern] of RECOVERY) {
    const stated = lines.flatMap((line, index) => statedIn(line, pattern, lines, index));
    const shortest = stated.toSorted((a, b) => a.minutes - b.minutes)[0];
    if (shortest !== undefined) note(name, shortest.minutes, shortest.line);
  }
  return found;
}

/** How long something is kept. */
const LENGTH =
  /\b\d+\s*(?:days?|weeks?|months?|years?)\b|\b(?:one|two|three|five|six|seven|ten) (?:months?|years?)\b|\bfor ever\b|\bindefinitely\b/i;

const RECOVERY: readonly (readonly ['rto' | 'rpo', RegExp])[] = [
  ['rto', /\bRTO\b|recovery time objective/i],
  ['rpo', /\bRPO\b|recovery point objective/i],
];

interface Stated {
  readonly minutes: number;
  readonly line: DocumentLine;
}

/** A time that a line gives, or the rows of a table below a head that names it. */
function statedIn(
  line: DocumentLine,
  pattern: RegExp,
  lines: readonly DocumentLine[],
  index: number,
): readonly Stated[] {
  if (line.kind === 'head') {
    const column = line.cells!.findIndex((cell) => pattern.test(cell));
    if (column < 0) return [];
    const stated: Stated[] = [];
    for (const row of lines.slice(index + 1)) {
      if (row.kind !== 'row') break;
      const minutes = minutesIn(row.cells![column] ?? '');
      if (minutes !== undefined) stated.push({ minutes, line: row });
    }
    return stated;
  }
  const named = pattern.exec(line.text);
  if (named === null) return [];
  const after = line.text.slice(named.index + named[0].length, named.index + named[0].length + 40);
  const minutes = minutesIn(after.replace(/(?:\bR[TP]O\b|[.;]\s).*$/, ''));
  return minutes === undefined ? [] : [{ minutes, line }];
}

function contactsIn(text: string): number {
  const mails = text.match(/(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+/g) ?? [];
  const phones = text.match(/(?:\+\d{1,3}[ -]?)(?:\(?\d{1,4}\)?[ -]?){2,5}\d{2,}/g) ?? [];
  const channels = text.match(/(?:^|\s)#[a-z][\w-]{2,40}\b/g) ?? [];
  return new Set([...mails, ...phones, ...channels]).size;
}

/** A document, or a place of documents, elsewhere: what a link says of it is all that is known. */
export function documentElsewhere(link: LinkElsewhere & { readonly file: string }): RepositoryFact {
  const at = placeIn(link.file, link.line);
  const what = link.kind === undefined ? `the documents at ${link.url}` : link.url;
  const open = unknown('not-collected', `reading ${what}, or an attestation in airworthy.yaml`, inCode(at));
  return fact({
    type: 'Repository::Document',
    address: link.url,
    at,
    plane: 'document',
    properties: {
      path: link.url,
      kind: link.kind ?? open,
      title: link.text,
      filled: open,
      words: open,
      sections: open,
      commands: open,
      topics: open,
      subjects: open,
      owner: open,
      dated: open,
      lastTried: open,
      auditKept: open,
      clocks: open,
      objectives: open,
      thresholds: open,
      leftToDo: open,
      measured: open,
      rto: open,
      rpo: open,
      severities: open,
      contacts: open,
      elsewhere: true,
      operations: link.operations ? true : undefined,
    },
  });
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}
