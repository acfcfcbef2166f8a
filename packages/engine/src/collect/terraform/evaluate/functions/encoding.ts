import { TextDecoder } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { known, type Value } from '../../../../model/value.ts';
import { fail } from '../failure.ts';
import { computedAt } from '../origins.ts';
import { ANY, STRING } from '../types.ts';
import { openPart } from '../worlds.ts';
import { type Call, open, openNullable, plain, structural, type Table } from './definition.ts';
import { fromJsonText, jsonPieces } from './json.ts';
import { yamlDecode, yamlEncode } from './yaml.ts';

function utf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('the result is not valid UTF-8');
  }
}

function fromBase64(text: string): Buffer {
  const compact = text.replace(/[\r\n]/g, '');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact))
    return fail('the text is not valid base64');
  return Buffer.from(compact, 'base64');
}

function utf16(text: string, encoding: string): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  return /be$/i.test(encoding) || /^utf-16$/i.test(encoding) ? bytes.swap16() : bytes;
}

function encoded(text: string, encoding: string): Buffer {
  if (/^utf-?8$/i.test(encoding)) return Buffer.from(text);
  if (/^utf-16(?:le|be)?$/i.test(encoding)) {
    const bytes = utf16(text, encoding);
    return /^utf-16$/i.test(encoding) ? Buffer.concat([Buffer.from([0xfe, 0xff]), bytes]) : bytes;
  }
  if (/^(?:us-ascii|ascii|iso-8859-1|latin1)$/i.test(encoding)) {
    const last = /ascii/i.test(encoding) ? 0x7f : 0xff;
    if ([...text].some((char) => char.codePointAt(0)! > last)) return fail(`${encoding} lacks a character`);
    return Buffer.from(text, 'latin1');
  }
  return decoder(encoding) && fail(`encoding to ${encoding} is not supported`);
}

function decoder(encoding: string): TextDecoder {
  try {
    return new TextDecoder(encoding, { ignoreBOM: true });
  } catch {
    return fail(`${encoding} is not a known encoding`);
  }
}

/** RFC 4180 with a header line. */
function csv(text: string): Map<string, string>[] {
  const rows = records(text);
  const header = rows.shift() ?? fail('the text has no header line');
  if (new Set(header).size !== header.length) return fail('two columns have the same name');
  return rows.map((row) => {
    if (row.length !== header.length) return fail('a line has another number of fields than the header');
    return new Map(header.map((name, index) => [name, row[index]!]));
  });
}

function records(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    if (row.length === 0 && /^\r?\n/.test(text.slice(at, at + 2))) {
      at += text[at] === '\r' ? 2 : 1;
      continue;
    }
    let field = '';
    if (text[at] === '"') {
      at++;
      for (;;) {
        const quote = text.indexOf('"', at);
        if (quote === -1) return fail('a quoted field is not closed');
        field += text.slice(at, quote);
        at = quote + 1;
        if (text[at] !== '"') break;
        field += '"';
        at++;
      }
      if (at < text.length && !/^(?:,|\r?\n|\r?$)/.test(text.slice(at, at + 2)))
        return fail('text after a quoted field');
    } else {
      const end = text.slice(at).search(/[,\n]/);
      field = end === -1 ? text.slice(at) : text.slice(at, at + end);
      at += field.length;
      if (text[at] !== ',') field = field.replace(/\r$/, '');
      if (field.includes('"')) return fail('a bare quote in a field');
    }
    row.push(field);
    if (text[at] === '\r') at++;
    if (text[at] === ',') {
      at++;
      if (at === text.length || text[at] === '\n') row.push('');
    }
    if (at >= text.length || text[at] === '\n') {
      rows.push(row);
      row = [];
      at++;
    }
  }
  return rows;
}

function urlencoded(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

function jsonencode(value: Value, call: Call): Value {
  const origin = computedAt(call.at, [value]);
  const parts = jsonPieces(value).map((piece) => (typeof piece === 'string' ? known(piece, origin) : piece));
  const [first] = parts;
  if (parts.length === 1 && first?.kind === 'known') return { ...first, structure: value };
  return { kind: 'composed', parts, structure: value, origin };
}

/** What is encoded stays to be read where the whole is known in pieces only: scripts of hosts are. */
function base64encode(text: Value, call: Call): Value {
  const origin = computedAt(call.at, [text]);
  if (text.kind === 'known')
    return { ...known(Buffer.from(String(text.value)).toString('base64'), origin), structure: text };
  const encoded = call.unknown(openPart(text) ?? text);
  return text.kind === 'composed' ? { kind: 'composed', parts: [encoded], structure: text, origin } : encoded;
}

function jsondecode(text: Value, call: Call): Value {
  if ((text.kind === 'known' || text.kind === 'composed') && text.structure !== undefined)
    return decoded(text.structure);
  if (text.kind !== 'known') return call.unknown(openPart(text) ?? text);
  return fromJsonText(String(text.value), computedAt(call.at, [text]));
}

/** JSON has lists and objects only: what comes back from it is never a map or a set. */
function decoded(value: Value): Value {
  if (value.kind === 'list') return { ...value, as: 'tuple', items: value.items.map(decoded) };
  if (value.kind !== 'object') return value;
  return {
    ...value,
    as: 'object',
    members: new Map([...value.members].map(([name, member]) => [name, decoded(member)])),
  };
}

export const encoding: Table = {
  base64decode: plain([STRING], ([text]: [string]) => utf8(fromBase64(text))),
  base64encode: structural([open(STRING)], ([text], call) => base64encode(text!, call)),
  base64gunzip: plain([STRING], ([text]: [string]) => {
    try {
      return utf8(gunzipSync(fromBase64(text), { maxOutputLength: 50_000_000 }));
    } catch {
      return fail('the text is not base64 of gzip');
    }
  }),
  // The bytes depend on the compressor; only their meaning is the same.
  base64gzip: structural([STRING], ([text], call) => {
    const bytes = gzipSync(Buffer.from(text!.kind === 'known' ? String(text!.value) : ''));
    return bytes.length > 0 ? call.unknown(text!) : fail('nothing to compress');
  }),
  csvdecode: plain([STRING], ([text]: [string]) => csv(text)),
  jsondecode: structural([open(STRING)], ([text], call) => jsondecode(text!, call)),
  jsonencode: structural([openNullable(ANY)], ([value], call) => jsonencode(value!, call)),
  textdecodebase64: plain([STRING, STRING], ([text, name]: [string, string]) =>
    decoder(name).decode(fromBase64(text)),
  ),
  textencodebase64: plain([STRING, STRING], ([text, name]: [string, string]) =>
    encoded(text, name).toString('base64'),
  ),
  urldecode: plain([STRING], ([text]: [string]) => {
    try {
      return decodeURIComponent(text.replaceAll('+', '%20'));
    } catch {
      return fail('the text is not URL encoded');
    }
  }),
  urlencode: plain([STRING], ([text]: [string]) => urlencoded(text)),
  yamldecode: structural([STRING], ([text], call) => yamlDecode(text!, call)),
  yamlencode: structural([{ type: ANY, nullable: true }], ([value], call) => call.result(yamlEncode(value!))),
};
