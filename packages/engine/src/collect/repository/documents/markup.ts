import { rowOf } from '../../../knowledge/row-of.ts';

/** A line of a document, by what it is. */
export interface DocumentLine {
  readonly text: string;
  readonly line: number;
  readonly kind: 'text' | 'item' | 'tick' | 'row' | 'head' | 'quote';
  /** Cells of a row of a table. */
  readonly cells?: readonly string[];
  /** `1.` before an item. */
  readonly isNumbered?: true;
  /** A box without its tick: what it says is not done. */
  readonly isOpen?: true;
  /** Of an item of a list to be worked through: a cross or a warning is none. */
  readonly box?: 'ticked' | 'open';
  /** It says nothing itself, and leads to where something is said. */
  readonly leads?: true;
}

/** What stands in a block of code or between backticks. */
export interface CodeBlock {
  readonly text: string;
  readonly line: number;
  readonly language: string;
}

/** A heading and what stands below it up to the next one. */
export interface Section {
  /** Empty for what comes before the first heading. */
  readonly heading: string;
  readonly level: number;
  readonly line: number;
  readonly lines: readonly DocumentLine[];
  readonly code: readonly CodeBlock[];
  readonly pictures: readonly Picture[];
}

/** A picture that is shown. */
export interface Picture {
  /** What stands in its place where it cannot be shown. */
  readonly says: string;
  readonly path: string;
  readonly line: number;
}

interface Open {
  heading: string;
  level: number;
  line: number;
  lines: DocumentLine[];
  code: CodeBlock[];
  pictures: Picture[];
}

/** A document as sections. Markdown; the headings of reStructuredText, AsciiDoc and plain text; the text of pages. Never throws. */
export function sectionsOf(path: string, text: string): readonly Section[] {
  if (/\.(?:html?|[jt]sx|vue|svelte|astro)$/i.test(path)) return sectionsOfPage(text);
  const lines = text.split(/\r?\n/);
  const sections: Open[] = [{ heading: '', level: 0, line: 1, lines: [], code: [], pictures: [] }];
  let start = 0;
  if (lines[0] === '---') {
    const end = lines.indexOf('---', 1);
    if (end > 0 && end < 100) start = end + 1;
  }
  for (let i = start; i < lines.length; i++) {
    const current = sections.at(-1)!;
    const line = lines[i]!;
    const fence = /^\s*(?:>\s*)?(```+|~~~+|----$)\s*([\w+-]*)/.exec(line);
    if (fence !== null && (fence[1] !== '----' || /\.adoc$/i.test(path))) {
      const block: string[] = [];
      const from = i + 1;
      while (++i < lines.length && !lines[i]!.trim().startsWith(fence[1]!)) block.push(lines[i]!);
      current.code.push({ text: block.join('\n'), line: from + 1, language: fence[2]!.toLowerCase() });
      continue;
    }
    const heading = headingAt(lines, i, path);
    if (heading !== undefined) {
      sections.push({ ...heading, line: i + 1, lines: [], code: [], pictures: [] });
      if (heading.underlined) i++;
      continue;
    }
    if (
      /^(?: {4}|\t)\s*\S/.test(line) &&
      (lines[i - 1] ?? '').trim() === '' &&
      !/^\s*(?:[-*+]|\d+[.)])\s/.test(line)
    ) {
      const block: string[] = [];
      const from = i;
      while (i < lines.length && /^(?: {4}|\t)/.test(lines[i]!)) block.push(lines[i++]!.trim());
      i--;
      if (block.some((one) => looksTyped(one))) {
        current.code.push({ text: block.join('\n'), line: from + 1, language: '' });
        continue;
      }
      for (const [offset, one] of block.entries())
        current.lines.push({ text: one, line: from + offset + 1, kind: 'text' });
      continue;
    }
    current.pictures.push(...picturesIn(line, i + 1));
    const read = lineOf(line, i, lines);
    if (read !== undefined) current.lines.push(read);
    for (const inline of line.matchAll(/`([^`\n]{3,400})`/g)) {
      if (looksTyped(inline[1]!)) current.code.push({ text: inline[1]!, line: i + 1, language: 'inline' });
    }
  }
  return sections.filter((s) => s.heading !== '' || s.lines.length > 0 || s.code.length > 0);
}

/** `![parts](parts.png)` of Markdown, `image::parts.png[]` of AsciiDoc, `.. image:: parts.png` of reStructuredText, `<img>`. */
const PICTURES: readonly RegExp[] = [
  /!\[(?<says>[^\]]*)\]\(\s*<?(?<path>[^\s)>]+)[^)]*\)/g,
  /\bimage::?(?<path>[^\s[]+)\[(?<says>[^\]]*)\]/g,
  /^\s*\.\. (?:image|figure)::\s*(?<path>\S+)(?<says>)\s*$/g,
];

function picturesIn(line: string, at: number): readonly Picture[] {
  const shown = PICTURES.flatMap((form) =>
    [...line.matchAll(form)].map(({ groups }) => ({ says: groups!['says']!, path: groups!['path']! })),
  );
  const tags = [...line.matchAll(/<img\b[^>]*>/gi)].map(([tag]) => ({
    says: attribute(tag, 'alt'),
    path: attribute(tag, 'src'),
  }));
  return [...shown, ...tags].map((one) => ({ ...one, line: at }));
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`, 'i').exec(tag)?.[1] ?? '';
}

interface Heading {
  readonly heading: string;
  readonly level: number;
  readonly underlined: boolean;
}

const UNDERLINE = /^(={3,}|-{3,}|~{3,}|\^{3,}|"{3,}|\*{3,})\s*$/;

function headingAt(lines: readonly string[], i: number, path: string): Heading | undefined {
  const line = lines[i]!;
  const marked = /^\s{0,3}(#{1,6}|={1,6}(?=\s\S))\s+(.*?)\s*#*\s*$/.exec(line);
  if (marked !== null && (marked[1]!.startsWith('#') || /\.(?:adoc|asciidoc)$/i.test(path)))
    return { heading: plain(marked[2]!), level: marked[1]!.length, underlined: false };
  const next = lines[i + 1] ?? '';
  const under = UNDERLINE.exec(next);
  if (
    under !== null &&
    /^\S/.test(line) &&
    !/^[-*+|>]|^\d+\./.test(line) &&
    line.length <= next.trim().length + 4 &&
    line.length < 100
  ) {
    const level = '=-~^"*'.indexOf(under[1]![0]!) + 1;
    return { heading: plain(line), level, underlined: true };
  }
  return undefined;
}

function lineOf(raw: string, i: number, lines: readonly string[]): DocumentLine | undefined {
  const text = raw.trim();
  if (text === '' || UNDERLINE.test(text) || /^<!--.*-->$/.test(text)) return undefined;
  const line = i + 1;
  if (/^\|.*\|?$/.test(text)) {
    if (/^\|?[\s:|-]+\|?$/.test(text) && text.includes('-')) return undefined;
    const cells = text
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => plain(cell));
    const isHead = /^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/.test(lines[i + 1] ?? '');
    return { text: plain(text.replaceAll('|', ' ')), line, kind: isHead ? 'head' : 'row', cells };
  }
  const item = /^(?:[-*+•]|(\d+)[.)])\s+(.*)$/.exec(text);
  const body = item === null ? text : item[2]!;
  if (/^(?:\[[ xX]\]|[✅✔☑✓❌✗☐⬜⚠]️?)\s*/u.test(body)) {
    const box = boxOf(body);
    return {
      text: plain(body.replace(/^(?:\[[ xX]\]|[✅✔☑✓❌✗☐⬜⚠]️?)\s*/u, '')),
      line,
      kind: 'tick',
      ...(/^(?:\[ \]|[❌✗☐⬜⚠])/u.test(body) ? { isOpen: true as const } : {}),
      ...(box === undefined ? {} : { box }),
    };
  }
  const leads = LEADS.test(body) ? { leads: true as const } : {};
  if (item !== null)
    return {
      text: plain(body),
      line,
      kind: 'item',
      ...leads,
      ...(item[1] === undefined ? {} : { isNumbered: true }),
    };
  if (text.startsWith('>')) return { text: plain(text.replace(/^>\s*/, '')), line, kind: 'quote' };
  return { text: plain(text), line, kind: 'text', ...leads };
}

function boxOf(body: string): 'ticked' | 'open' | undefined {
  if (/^(?:\[ \]|[☐⬜])/u.test(body)) return 'open';
  return /^(?:\[[xX]\]|[✅✔☑✓])/u.test(body) ? 'ticked' : undefined;
}

/** Nothing but a link, or a sentence that sends its reader there. */
const LEADS =
  /^\[[^\]]*\]\([^)]*\)[\s.]*$|^(?:please\s+)?(?:see|refer to|read|visit|have a look at|check(?: out)?|go to|(?:for )?(?:more|further|additional)(?: information| details?)?)\b[^[\]]{0,80}\[[^\]]*\]\([^)]*\)[^[\]]{0,120}$/i;

/** A text without the signs of markup. */
function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__)(.+?)\1/g, '$2')
    .replace(/(^|[\s(])[*_](\S(?:[^*_]*\S)?)[*_](?=[\s).,:;]|$)/g, '$1$2')
    .replace(/^[✅✔☑✓❌✗⚠🚀📋🔧]️?\s*/u, '')
    .trim();
}

const TOOLS =
  /^(?:\$\s+|>\s+|sudo\s+)?(?:[A-Z_]+=\S+\s+)*(?:aws|kubectl|helm|terraform|tofu|terragrunt|cdk|sam|serverless|sls|pulumi|curl|wget|npm|npx|yarn|pnpm|node|deno|bun|git|gh|glab|psql|pg_dump|pg_restore|mysql|mysqldump|mongosh?|mongodump|mongorestore|redis-cli|docker|docker-compose|podman|ssh|scp|rsync|make|just|python3?|pip3?|uv|poetry|alembic|flask|ruby|bundle|rails|rake|go|cargo|mvn|gradle|\.\/gradlew|java|bash|sh|systemctl|journalctl|kill|tail|grep|jq|dig|nslookup|openssl|vault|consul|nomad|ansible(?:-playbook)?|gcloud|az|heroku|fly|flyctl|vercel|k6|artillery|eb|ecs-cli|copilot|export|source|cd|cp|mv|rm|sqlite3|nc|telnet|ping|top|ps|df|du|for|while|if)\s+\S|^(?:\$\s+)?(?:\.{0,2}\/)?(?:scripts?|bin|ops|tools|deploy)\/[\w./-]+(?:\s|$)|^\$\s+\S|^\.\/[\w./-]+/;

/** Whether a line is to be typed into a shell. */
export function looksTyped(text: string): boolean {
  return TOOLS.test(text.trim());
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  apos: "'",
};

/** The text of a page by its headings: what a reader of it sees. */
function sectionsOfPage(text: string): readonly Section[] {
  const body = text
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<(script|style|head)\b[\s\S]*?<\/\1>/gi, (all) => all.replace(/[^\n]/g, ''));
  const sections: Open[] = [{ heading: '', level: 0, line: 1, lines: [], code: [], pictures: [] }];
  const piece =
    /<(h[1-6]|p|li|td|dd|dt|blockquote|div|Text|Title|Typography|Heading)\b[^>]*>([^<]*(?:<(?!\/?(?:h[1-6]|p|li|td|dd|dt|blockquote|div|Text|Title|Typography|Heading|table|ul|ol|tr)\b)[^<]*)*)/gi;
  let line = 1;
  let counted = 0;
  for (const match of body.matchAll(piece)) {
    for (; counted < match.index; counted++) if (body[counted] === '\n') line++;
    const said = match[2]!
      .replace(/<[^>]*>/g, ' ')
      .replace(/\{['"`]\s*['"`]\}/g, ' ')
      .replace(/&(\w+);/g, (all, name: string) => rowOf(ENTITIES, name) ?? all)
      .replace(/\s+/g, ' ')
      .trim();
    if (said === '') continue;
    const level = /^h([1-6])$/i.exec(match[1]!)?.[1];
    if (level !== undefined)
      sections.push({ heading: said, level: Number(level), line, lines: [], code: [], pictures: [] });
    else sections.at(-1)!.lines.push({ text: said, line, kind: 'text' });
  }
  return sections.filter((s) => s.heading !== '' || s.lines.length > 0);
}
