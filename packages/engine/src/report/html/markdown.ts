import { html, link, type Markup } from './markup.ts';

/** The Markdown of a check's notes: paragraphs, lists, headings, code, emphasis and links. Anything else is text. */
export function markdown(source: string): Markup {
  const blocks: Markup[] = [];
  const lines = source.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]!;
    if (line.trim() === '') {
      at++;
    } else if (line.startsWith('```')) {
      const end = lines.findIndex((l, index) => index > at && l.startsWith('```'));
      const code = lines.slice(at + 1, end === -1 ? undefined : end).join('\n');
      blocks.push(html`<pre><code>${code}</code></pre>`);
      at = end === -1 ? lines.length : end + 1;
    } else if (/^#{1,6} /.test(line)) {
      blocks.push(html`<p><strong>${inline(line.replace(/^#+ /, ''))}</strong></p>`);
      at++;
    } else {
      const isItem = (l: string) => /^\s*(?:[-*]|\d+\.) /.test(l);
      const begin = at;
      const items = isItem(line);
      while (at < lines.length && lines[at]!.trim() !== '' && (at === begin || items || !isItem(lines[at]!)))
        at++;
      const own = lines.slice(begin, at);
      if (!items) {
        blocks.push(html`<p>${inline(own.join(' '))}</p>`);
        continue;
      }
      const joined: string[] = [];
      for (const l of own) {
        if (isItem(l)) joined.push(l.replace(/^\s*(?:[-*]|\d+\.) /, ''));
        else joined[joined.length - 1] += ` ${l.trim()}`;
      }
      blocks.push(html`<ul>${joined.map((item) => html`<li>${inline(item)}</li>`)}</ul>`);
    }
  }
  return html`${blocks}`;
}

const INLINE =
  /`([^`]+)`|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)|<(https?:\/\/[^>\s]+)>/g;

function inline(text: string): Markup {
  const parts: (Markup | string)[] = [];
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, code, strong, emphasis, label, address, bare] = match;
    parts.push(text.slice(from, match.index));
    if (code !== undefined) parts.push(html`<code>${code}</code>`);
    else if (strong !== undefined) parts.push(html`<strong>${strong}</strong>`);
    else if (emphasis !== undefined) parts.push(html`<em>${emphasis}</em>`);
    else if (label !== undefined && address !== undefined) parts.push(link(address, label));
    else if (bare !== undefined) parts.push(link(bare, bare));
    from = match.index + all.length;
  }
  parts.push(text.slice(from));
  return html`${parts}`;
}
