import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { type Unknown, unknown, type Value } from '../../../../model/value.ts';
import { fail, NotKnown } from '../failure.ts';
import { computedAt } from '../origins.ts';
import { byteOrder } from '../scalar.ts';
import type { FileContents } from '../scope.ts';
import { ANY, STRING } from '../types.ts';
import { type Call, open, plain, structural, type Table } from './definition.ts';
import { members } from './string.ts';

/** Text and bytes of a file inside the root; a file that is there but not readable is unknown, a missing one an error. */
export function contents(path: string, call: Call): FileContents {
  const read = call.scope.files.read(path);
  if ('text' in read) return read;
  if (read.missing || path === '' || isFolder(path, call)) return fail(`there is no file at ${path}`);
  throw new NotKnown(unreadable(path, read.why, call));
}

function isFolder(path: string, call: Call): boolean {
  const list = call.scope.files.list(path);
  return Array.isArray(list) && list.length > 0;
}

function unreadable(path: string, why: string, call: Call): Unknown {
  const origin = computedAt(call.at, call.args);
  return unknown('not-readable', `the file ${path} (${why})`, origin, `file(${JSON.stringify(path)})`);
}

function text(path: string, call: Call, { text, bytes } = contents(path, call)): string {
  if (bytes.includes(0) || !Buffer.from(bytes).equals(Buffer.from(text))) {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return fail(`${path} is not valid UTF-8`);
    }
  }
  return text;
}

function hashOf(algorithm: string, encoding: 'hex' | 'base64') {
  return plain([STRING], ([path]: [string], call: Call) =>
    createHash(algorithm).update(contents(path, call).bytes).digest(encoding),
  );
}

/** A glob of Go's doublestar: `*` and `?` within a name, `**` across folders, `{a,b}` and `[a-z]`. */
export function globRegex(pattern: string): RegExp {
  let out = '';
  let braces = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (pattern.startsWith('**/', at) && (at === 0 || pattern[at - 1] === '/')) {
      out += '(?:[^/]+/)*';
      at += 2;
    } else if (pattern.startsWith('**', at)) {
      out += '.*';
      at++;
    } else if (char === '*') out += '[^/]*';
    else if (char === '?') out += '[^/]';
    else if (char === '[') {
      const end = pattern.indexOf(']', at + 2);
      if (end === -1) return fail('the pattern is not valid');
      out += `[${pattern
        .slice(at + 1, end)
        .replace(/^[!^]/, '^')
        .replaceAll('\\', '\\\\')}]`;
      at = end;
    } else if (char === '{') {
      out += '(?:';
      braces++;
    } else if (char === '}' && braces > 0) {
      out += ')';
      braces--;
    } else if (char === ',' && braces > 0) out += '|';
    else if (char === '\\' && at + 1 < pattern.length) out += pattern[++at]!.replace(/[^\w]/g, '\\$&');
    else out += char.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  }
  try {
    return new RegExp(`^${out}$`, 's');
  } catch {
    return fail('the pattern is not valid');
  }
}

/** The form of a path that names the same place in fewer steps. */
function clean(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith('/') ? normal.slice(0, -1) : normal;
}

function templatefile(path: Value, names: Value, call: Call): Value {
  if (path.kind !== 'known') return call.unknown(path);
  const given = members(names, call);
  for (const name of given.keys())
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name))
      return fail(`${name} is not a name that a template can use`);
  const asked = String(path.value);
  const found = contents(asked, call);
  return call.template(found.file ?? asked, text(asked, call, found), given);
}

export const filesystem: Table = {
  abspath: structural([STRING], ([path], call) =>
    path!.kind === 'known' && posix.isAbsolute(String(path!.value))
      ? call.result(clean(String(path!.value)))
      : unknown(
          'computed',
          'the folder in which the deployment runs',
          computedAt(call.at, call.args),
          `abspath(${path!.kind === 'known' ? JSON.stringify(path!.value) : ''})`,
        ),
  ),
  basename: plain([STRING], ([path]: [string]) => (path === '' ? '.' : posix.basename(path) || '/')),
  dirname: plain([STRING], ([path]: [string]) => {
    const cut = path.lastIndexOf('/');
    return cut === -1 ? '.' : clean(path.slice(0, cut + 1));
  }),
  file: plain([STRING], ([path]: [string], call: Call) => text(path, call)),
  filebase64: plain([STRING], ([path]: [string], call: Call) =>
    Buffer.from(contents(path, call).bytes).toString('base64'),
  ),
  filebase64sha256: hashOf('sha256', 'base64'),
  filebase64sha512: hashOf('sha512', 'base64'),
  fileexists: plain([STRING], ([path]: [string], call: Call) => {
    const read = call.scope.files.read(path);
    if ('text' in read) return true;
    if (read.missing) {
      const list = call.scope.files.list(path);
      return Array.isArray(list) && list.length > 0 ? fail(`${path} is a folder`) : false;
    }
    return /\bnot a (?:regular )?file|folder|directory/i.test(read.why)
      ? fail(`${path} is a folder`)
      : unreadable(path, read.why, call);
  }),
  filemd5: hashOf('md5', 'hex'),
  fileset: plain([STRING, STRING], ([path, pattern]: [string, string], call: Call) => {
    const list = call.scope.files.list(path);
    if ('why' in list) return unreadable(path, list.why, call);
    const regex = globRegex(clean(pattern));
    return call.result(list.filter((name) => regex.test(name)).toSorted(byteOrder), 'set');
  }),
  filesha1: hashOf('sha1', 'hex'),
  filesha256: hashOf('sha256', 'hex'),
  filesha512: hashOf('sha512', 'hex'),
  pathexpand: structural([STRING], ([path], call) => {
    const text = path!.kind === 'known' ? String(path!.value) : '';
    if (!text.startsWith('~')) return path!;
    const origin = computedAt(call.at, call.args);
    return unknown(
      'computed',
      'the home of the user who deploys',
      origin,
      `pathexpand(${JSON.stringify(text)})`,
    );
  }),
  templatefile: structural([STRING, open(ANY)], ([path, names], call) => templatefile(path!, names!, call)),
};
