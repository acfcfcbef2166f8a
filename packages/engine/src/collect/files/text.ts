import { isUtf8 } from 'node:buffer';

export interface DecodedText {
  readonly text: string;
  /** The first line that holds bytes which are no text; � stands for them. */
  readonly damagedAt?: number;
}

/** Bytes as text: UTF-8, or UTF-16 that says so by its first two bytes. `undefined` where they are none. */
export function decoded(bytes: Uint8Array): DecodedText | undefined {
  const wide = WIDE.find(([first, second]) => bytes[0] === first && bytes[1] === second);
  if (wide !== undefined) return { text: wide[2].decode(bytes) };
  if (bytes.subarray(0, LOOKED_AT).includes(0)) return undefined;
  const text = utf8.decode(bytes);
  const at = text.indexOf('\uFFFD');
  if (at < 0 || isUtf8(bytes)) return { text };
  return { text, damagedAt: text.slice(0, at).split('\n').length };
}

const LOOKED_AT = 65_536;
/** Each drops its byte order mark. */
const utf8 = new TextDecoder('utf-8');
const WIDE = [
  [0xff, 0xfe, new TextDecoder('utf-16le')],
  [0xfe, 0xff, new TextDecoder('utf-16be')],
] as const;
