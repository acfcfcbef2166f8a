import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  /** The first line that holds bytes which are no text; � stands for them. */
  readonly damagedAt?: number;
}

/** Bytes as text: UTF-8, or UTF-16 that says so by its first two bytes; a nought in a text is shown as ␀. `undefined` where they are none. */
export function decoded(bytes: Uint8Array): DecodedText | undefined {
  const wide = WIDE.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  if (wide !== undefined) return { text: wide[2].decode(bytes) };
  const looked = bytes.subarray(0, LOOKED_AT);
  const noughts = looked.includes(0) ? looked.filter((byte) => byte === 0).length : 0;
  if (noughts > 0 && (noughts > looked.length * MOST_NOUGHTS || !isUtf8(bytes))) return undefined;
  const text = noughts === 0 ? utf8.decode(bytes) : utf8.decode(bytes).replaceAll('\0', NOUGHT);
  const at = text.indexOf('\uFFFD');
  if (at < 0 || isUtf8(bytes)) return { text };
  return { text, damagedAt: text.slice(0, at).split('\n').length };
}

const LOOKED_AT = 65_536;
/** Somebody may write one between the parts of a key. What is no text has one in every few bytes. */
const MOST_NOUGHTS = 0.01;
/** What stands for it: parsers take the character itself for the end. */
const NOUGHT = '\u2400';
/** Each drops its byte order mark. */
const utf8 = new TextDecoder('utf-8');
const WIDE = [
  [0xff, 0xfe, new TextDecoder('utf-16le')],
  [0xfe, 0xff, new TextDecoder('utf-16be')],
] as const;
