/** Markup that is safe to put into a page. Made only by `html`, which escapes everything else. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Part = Markup | string | number | undefined | false | readonly Part[];

/** A template whose strings are markup and whose values are text, unless they are markup themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += rendered(value) + strings[index + 1];
  });
  return new Markup(text);
}

function rendered(part: Part): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Markup) return part.text;
  if (typeof part === 'object') return part.map(rendered).join('');
  return escaped(String(part));
}

/** Text as it may stand in an element or a quoted attribute; controls and direction overrides are left out. */
function escaped(text: string): string {
  return text
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g,
      '',
    )
    .replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** An address of the web, or nothing: no other scheme becomes a link. */
export function link(address: string, label: string): Markup {
  return /^https?:\/\/[^\s]+$/i.test(address)
    ? html`<a href="${address}" rel="noopener noreferrer">${label}</a>`
    : html`${label}`;
}
