import type { DocumentLine, Section } from './markup.ts';

/** What stands in place of something that nobody wrote yet. */
const TO_BE =
  /^\W*to[- ]do\b|\b(?:todo|tbd|tba|tbc|fixme|wip|lorem ipsum|dolor sit|coming soon|work in progress|placeholder)\b|\bto be (?:decided|defined|agreed|written|done|filled(?: in)?|confirmed|determined|added|completed|announced|documented)\b|\b(?:fill (?:this |it |me )?in|add \S.{0,40} here|describe \S.{0,40} here|insert \S.{0,40} here|replace (?:this|with)|your \S.{0,20} (?:here|goes here)|not (?:yet )?(?:written|decided|defined|agreed|documented)(?: yet)?|nobody yet|none yet|write (?:me|this))\b/i;

/** Gaps of a template: `<name>`, `[date]`, `{{ owner }}`, `____`. What stands in a sentence as `{time}` belongs to it. */
const GAP =
  /<(?!https?:|mailto:|br\b|\/?(?:b|i|em|strong|code|a|p|li|ul|kbd|details|summary)\b)[^<>\n]{1,60}>|\[(?:[A-Z][A-Za-z ]*|[a-z ]*(?:name|date|time|team|link|email|phone|number|role|owner)[a-z ]*)\](?!\()|\{\{[^}]*\}\}|_{3,}|\.{4,}|…{2,}/g;

/** Instructions that a template gives to whoever fills it in. */
const INSTRUCTION =
  /^(?:\(?(?:e\.g\.|for example|example:|describe|list|explain|provide|outline|document|specify|enter|include|note|hint|tip|instructions?:)\b.{0,160})$/i;

/** The words of a line that are its own. */
export function wordsOf(line: DocumentLine): number {
  if (line.kind === 'tick' || line.kind === 'head' || line.leads === true) return 0;
  return wordsIn(line.cells === undefined ? line.text : line.cells.slice(1).join(' '));
}

/** The words of a text, without what a template left to be filled in. */
export function wordsIn(text: string): number {
  if (TO_BE.test(text)) return 0;
  // A label without anything behind it says nothing: `Owner: <name>`.
  const own = text.replace(GAP, ' ').replace(/^[\w /-]{1,30}:\s*$/, '');
  if (
    INSTRUCTION.test(own.trim()) &&
    /[.…:]?$/.test(own) &&
    /^(?:describe|list|explain|provide|outline|document|specify|enter|include)\b/i.test(own.trim())
  ) {
    // An instruction addresses whoever writes; a step of a runbody names what it works on.
    if (/\b(?:here|this section|the following|your)\b/i.test(own)) return 0;
  }
  return own.match(/[\p{L}\p{N}][\p{L}\p{N}’'./%-]*/gu)?.length ?? 0;
}

/** Whether anybody left a text to be filled in. */
export function isLeftOpen(text: string): boolean {
  return text.trim() === '' || TO_BE.test(text) || wordsIn(text) === 0;
}

/** The words of a section that are its own: what is typed counts too. */
export function wordsBelow(section: Section): number {
  const said = section.lines.reduce((sum, line) => sum + wordsOf(line), 0);
  const typed = section.code
    .filter((block) => block.language !== 'inline')
    .reduce((sum, block) => sum + Math.min(20, block.text.split(/\s+/).filter(Boolean).length), 0);
  return said + typed;
}
