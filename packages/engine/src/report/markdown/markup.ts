import { shown } from '../findings.ts';

/**
 * A value from outside as text of GitHub-flavoured Markdown, on one line: nothing in it is markup, a link, a mention or
 * a new cell of a table.
 */
export function text(value: string): string {
  return shown(value)
    .replace(/[\\`*_{}[\]()#+\-!|~>$]/g, (mark, at: number, all: string) =>
      needed(mark, at, all) ? `\\${mark}` : mark,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/(^|[^\w`])@(?=\w)/g, '$1@\u200b')
    .replace(/^(\d+)([.)]) /, '$1\\$2 ')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, (w) => `${w.slice(0, 3)}\u200b.`);
}

/** Marks that mean something only at the beginning of a line or beside their like are left alone inside words. */
function needed(mark: string, at: number, all: string): boolean {
  if ('()'.includes(mark)) return mark === '(' && all[at - 1] === ']';
  if ('#+->'.includes(mark)) return /^\s*$/.test(all.slice(0, at));
  if (mark === '_') return !(/\w/.test(all[at - 1] ?? '') && /\w/.test(all[at + 1] ?? ''));
  if ('{}!$'.includes(mark)) return false;
  return true;
}

/** A name or place as code on one line. */
export function code(value: string): string {
  const plain = shown(value);
  if (plain === '') return '';
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${plain}${pad}${fence}`;
}

/** Lines of code in a fence that they cannot close. */
export function codeBlock(value: string, language: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const lines = value
    .split(/\r?\n/)
    .map((line) => line.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, ''));
  return `${fence}${language}\n${lines.join('\n').trimEnd()}\n${fence}`;
}

/** A table; cells are Markdown already, in which a bar would end the cell even inside code. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A list that opens; its summary is text from here, what is inside is Markdown. */
export function folded(summary: string, inside: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${inside}\n\n</details>`;
}
