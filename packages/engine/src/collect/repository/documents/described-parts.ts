import type { DocumentLine, Section } from './markup.ts';
import { isLeftOpen, wordsIn } from './own-words.ts';

/** Headings below which the parts of a system may stand, or nothing but its folders. */
export const OF_PARTS =
  /^(?:the |our |main |its )?(?:modules?|services?|micro-?services?|packages?|parts|components?|applications?|apps|lambdas?|functions|(?:project|repository|repo|code|codebase|folder|directory|system|solution|service) (?:structure|layout|overview|organi[sz]ation|map)|structure|layout|overview|how it is built|monorepo)\b/i;

/** Who does something with whom, or where data lies. */
const WORKS_WITH =
  /\b(?:us(?:es|ed|ing)|calls?|called|invok\w+|reads?|writes?|sends?|receives?|publish\w*|subscrib\w+|consum\w+|trigger\w*|stor(?:es|ed|ing)|quer(?:y|ies)|talks?|depends?|fed|feeds?|updat\w+|upload\w*|forwards?|prox(?:y|ies)|serves?|loads?|polls?|listens?|passes|delivers?|behind|through|via)\b/i;

/** What is no part by its name, and words that stand in any sentence. */
const NO_PART =
  /^(?:src|tests?|docs?|scripts?|config|dist|build|lib|bin|public|assets|node modules|examples?|common|shared|utils?|types|readme|installation|usage|setup|prerequisites|development|testing|deployment|licen[cs]e|contributing)$/i;

const DRAWING = /^(?:mermaid|plantuml|puml|d2|graphviz|dot)$/i;

const FEWEST_PARTS = 3;
const FEWEST_WORDS = 4;
const FEWEST_RELATIONS = 2;

interface Part {
  readonly name: string;
  readonly says: string;
}

/**
 * Whether somewhere several parts are described together: what each does, and which of them work with each other, or a drawing of
 * them. A list of folders is none.
 */
export function describesParts(sections: readonly Section[]): boolean {
  return sections.some(
    (section, index) =>
      OF_PARTS.test(section.heading) &&
      (section.code.some(({ language }) => DRAWING.test(language)) ||
        workTogether(partsBelow(sections, index))),
  );
}

function workTogether(parts: readonly Part[]): boolean {
  const told = parts.filter(({ says }) => wordsIn(says) >= FEWEST_WORDS && !isLeftOpen(says));
  if (told.length < FEWEST_PARTS) return false;
  const related = told.filter(({ name, says }) =>
    told.some((other) => other.name !== name && worksWith(says, other.name)),
  );
  return related.length >= FEWEST_RELATIONS;
}

/** Whether one sentence says what is done with another part. */
function worksWith(says: string, other: string): boolean {
  const name = new RegExp(
    `(?<![\\w-])${other.replace(/[^\w ]/g, '\\$&').replace(/[ _-]+/g, '[ _-]?')}s?(?![\\w-])`,
    'i',
  );
  return says.split(/(?<=[.;!?])\s+/).some((sentence) => name.test(sentence) && WORKS_WITH.test(sentence));
}

/** Each part below a heading with what is said of it: a deeper heading, an item or a row. */
function partsBelow(sections: readonly Section[], index: number): readonly Part[] {
  const { level, lines } = sections[index]!;
  const parts: Part[] = lines.flatMap(partIn);
  for (const section of sections.slice(index + 1)) {
    if (section.level <= level) break;
    if (section.level === level + 1)
      parts.push({ name: nameOf(section.heading), says: section.lines.map(({ text }) => text).join(' ') });
    parts.push(...section.lines.flatMap(partIn));
  }
  return parts.filter(({ name }) => name.length > 2 && !NO_PART.test(name));
}

function partIn({ kind, cells, text }: DocumentLine): readonly Part[] {
  if (kind === 'row' && cells !== undefined)
    return [{ name: nameOf(cells[0] ?? ''), says: cells.slice(1).join(' ') }];
  if (kind !== 'item' && kind !== 'text') return [];
  const [, name, says] = /^(.{2,40}?)(?:\s+[-–—]+|\s*:)\s+(.+)$/.exec(text) ?? [];
  return name === undefined || wordsIn(name) > 4 ? [] : [{ name: nameOf(name), says: says! }];
}

/** `packages/api/` and “The API module” are called `api`. */
function nameOf(said: string): string {
  return said
    .replace(/[`*"]/g, '')
    .trim()
    .replace(/\/+$/, '')
    .replace(/^.*\//, '')
    .replace(
      /^(?:the|our)\s+|\s+(?:module|service|package|component|app|application|lambda|function)s?$/gi,
      '',
    )
    .trim();
}
