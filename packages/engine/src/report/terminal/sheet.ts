import { padEnd, plain, width, wrap } from './text.ts';

export type Tone = 'bad' | 'warn' | 'good' | 'strong' | 'quiet';

const ESCAPES: Readonly<Record<Tone, string>> = {
  bad: '\u001b[1;31m',
  warn: '\u001b[33m',
  good: '\u001b[1;32m',
  strong: '\u001b[1m',
  quiet: '\u001b[2m',
};

/** Lines of a terminal report. Laid out as plain text first, so that colour never moves or replaces a word. */
export class Sheet {
  readonly lines: string[] = [];
  readonly columns: number;
  /** Too little room for a column of labels. */
  readonly narrow: boolean;
  readonly colour: boolean;

  constructor(options: { readonly columns: number; readonly colour: boolean }) {
    // Beyond 120 columns a line is hard to follow back to its start.
    this.columns = Math.max(20, Math.min(options.columns, 120));
    this.narrow = this.columns < 60;
    this.colour = options.colour;
  }

  paint(text: string, tone: Tone | undefined): string {
    return this.colour && tone !== undefined && text !== '' ? `${ESCAPES[tone]}${text}\u001b[0m` : text;
  }

  blank(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** Text wrapped at an indent. */
  text(indent: number, text: string): void {
    for (const line of wrap(text, this.columns - indent)) this.line(indent, line);
  }

  /** Lines that fit already. */
  line(indent: number, ...lines: readonly string[]): void {
    for (const line of lines) this.lines.push((' '.repeat(indent) + line).trimEnd());
  }

  /** A label, then text that hangs beside it; below it where there is no room. */
  labelled(label: string, tone: Tone | undefined, indent: number, text: string, from = 0): void {
    const hang = this.narrow ? from + 2 : indent;
    const beside = !this.narrow && width(label) + from < indent;
    const said = wrap(text, this.columns - hang);
    const head = ' '.repeat(from) + this.paint(plain(label), tone);
    if (!beside) {
      this.lines.push(head);
      this.line(hang, ...said);
      return;
    }
    const gap = ' '.repeat(indent - from - width(label));
    this.lines.push((head + gap + (said[0] ?? '')).trimEnd());
    this.line(hang, ...said.slice(1));
  }

  /** Text, with a word at the right edge where it fits on the last line, else on a line of its own. */
  withEdge(indent: number, text: string, edge: string): void {
    const lines = [...wrap(text, this.columns - indent)];
    const last = lines.pop() ?? '';
    this.line(indent, ...lines);
    const room = this.columns - indent - width(edge);
    if (edge === '') this.line(indent, last);
    else if (width(last) + 2 <= room) this.line(indent, padEnd(last, room) + edge);
    else this.line(indent, last, edge);
  }

  toString(): string {
    return `${this.lines.join('\n').replace(/\n+$/, '')}\n`;
  }
}
