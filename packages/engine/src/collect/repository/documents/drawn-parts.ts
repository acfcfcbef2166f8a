import { OF_PARTS } from './described-parts.ts';
import type { Picture, Section } from './markup.ts';
import { wordsOf } from './own-words.ts';

/** Whether the repository has a file, by its path from a document. */
export type IsThere = (path: string) => boolean;

/** What a drawing of a system is called, by its file or by what stands in its place. */
const OF_SYSTEM =
  /architect|\b(?:system|infra\w*|components?|cloud|aws|services?|network|deployment|context|containers?|data ?flow)\b.{0,20}\b(?:diagram|overview|map|landscape|view)\b|\btopology\b|\bc4\b/i;

/** Below a heading that speaks of the parts, any drawing is one of them, and what shows something else is not. */
const OF_SOMETHING_ELSE = /\b(?:screen ?shots?|screen|logo|badge|banner|demo|icon|ui|page|build|coverage)\b/i;

/** Fewer are a caption. */
const FEWEST_WORDS = 5;

/** Whether somewhere the parts of the system are drawn in a picture of the repository, and a sentence says what it shows. */
export function drawsParts(sections: readonly Section[], isThere: IsThere): boolean {
  return sections.some(
    (section) =>
      isIntroduced(section) &&
      section.pictures.some((picture) => showsParts(picture, section) && isThere(fileOf(picture))),
  );
}

function showsParts({ says, path }: Picture, { heading }: Section): boolean {
  const called = `${says} ${path.slice(path.lastIndexOf('/') + 1)}`.replaceAll(/[_.-]+/g, ' ');
  return OF_SYSTEM.test(called) || (OF_PARTS.test(heading) && !OF_SOMETHING_ELSE.test(called));
}

function isIntroduced({ lines, pictures }: Section): boolean {
  const shown = new Set(pictures.map(({ line }) => line));
  const words = lines.filter(({ line }) => !shown.has(line)).map(wordsOf);
  return words.some((count) => count >= FEWEST_WORDS);
}

/** Without what follows a path in a link: `parts.png?raw=true`. */
function fileOf({ path }: Picture): string {
  return path.replace(/[?#].*$/, '');
}
