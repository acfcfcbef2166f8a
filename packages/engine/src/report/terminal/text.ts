/** Laying out plain text by display columns: wide characters take two, marks none. */

const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{20000}-\u{3fffd}])/u;
const MARK = /^[\p{Mn}\p{Me}\p{Cf}]/u;

/** Characters as people see them. What cuts them is made where a text needs it: most are plain ASCII. */
function graphemesOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;

/** A text without anything that could steer a terminal or reorder a line: escapes, controls, direction overrides. */
export function plain(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

export function width(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemesOf(text)) columns += graphemeWidth(segment);
  return columns;
}

function graphemeWidth(grapheme: string): number {
  if (MARK.test(grapheme)) return 0;
  return WIDE.test(grapheme) || grapheme.includes('\ufe0f') ? 2 : 1;
}

export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}

/** Lines of at most `columns`; words that are longer are broken, after a separator where there is one. */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (more: string) => width(line) + (line === '' ? 0 : 1) + width(more) <= columns;
  for (const word of plain(text).split(/ +/)) {
    if (word === '') continue;
    let rest = word;
    if (!fits(rest)) {
      if (line !== '') lines.push(line);
      line = '';
      while (width(rest) > columns) {
        const cut = breakAt(rest, columns);
        lines.push(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
    }
    line = line === '' ? rest : `${line} ${rest}`;
  }
  if (line !== '') lines.push(line);
  return lines.length === 0 ? [''] : lines;
}

/** Where to break a word that does not fit: after the last separator in its second half, else at the edge. */
function breakAt(word: string, columns: number): number {
  let end = 0;
  let used = 0;
  let separator = 0;
  for (const { segment, index } of graphemesOf(word)) {
    used += graphemeWidth(segment);
    if (used > columns) break;
    end = index + segment.length;
    if (/[/._:,\-=]/.test(segment) && used > columns / 2) separator = end;
  }
  return separator > 0 ? separator : Math.max(1, end);
}

/** Several pieces on as few lines as possible, two spaces between them; a piece that does not fit begins a new line. */
export function flow(pieces: readonly string[], columns: number): readonly string[] {
  const lines: string[] = [];
  for (const piece of pieces.map(plain)) {
    if (piece === '') continue;
    const last = lines.at(-1);
    if (last !== undefined && width(last) + 2 + width(piece) <= columns)
      lines[lines.length - 1] = `${last}  ${piece}`;
    else lines.push(...wrap(piece, columns));
  }
  return lines;
}
