const ESCAPES: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  v: '\v',
  0: '\0',
};

/** What a text in quotes says. */
export function unquoted(quoted: string): string {
  return unescaped(quoted.slice(1, -1));
}

/** A text with what stands behind backslashes put in. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|([\s\S]))/g,
    put,
  );
}

function put(all: string, long: string, short: string, byte: string, line: string, one: string): string {
  if (line !== undefined) return '';
  if (one !== undefined) return Object.hasOwn(ESCAPES, one) ? ESCAPES[one]! : one;
  const code = Number.parseInt(long ?? short ?? byte, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : all;
}
