/** Interpretation of the text of templates: escapes, indentation, strip markers. */

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** `$${` and `%%{` stand for `${` and `%{`, in quoted strings and heredocs alike. */
export function literalMarkers(text: string): string {
  return text.includes('{') ? text.replace(/([$%])\1\{/g, '$1{') : text;
}

/** The text that the inside of a quoted string stands for. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return normal(literalMarkers(text));
  // One pass, so that an escaped backslash never becomes part of another escape.
  const plain = text.replace(
    /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([\s\S]))|([$%])\4\{/g,
    (whole, short?: string, long?: string, one?: string, marker?: string) => {
      if (marker !== undefined) return `${marker}{`;
      if (one !== undefined) return ESCAPES[one] ?? whole;
      const code = Number.parseInt(short ?? long ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
    },
  );
  return normal(plain);
}

/** Terraform holds all text in composed form (NFC). */
export function normal(text: string): string {
  return /[^\x00-\x7f]/.test(text) ? text.normalize('NFC') : text;
}

/** White space as Go's unicode.IsSpace has it (JavaScript adds U+FEFF and lacks U+0085). */
export const LEADING_SPACE = /^[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;
export const TRAILING_SPACE = /[\t\n\v\f\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/;
