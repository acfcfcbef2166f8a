import { createHash } from 'node:crypto';
import { rowOf } from '../../../../knowledge/row-of.ts';
import { unknown } from '../../../../model/value.ts';
import { fail } from '../failure.ts';
import { computedAt } from '../origins.ts';
import { NUMBER, STRING } from '../types.ts';
import { type Definition, plain, structural, type Table } from './definition.ts';

function digest(algorithm: string, encoding: 'hex' | 'base64' = 'hex'): Definition {
  return plain([STRING], ([text]: [string]) => createHash(algorithm).update(text).digest(encoding));
}

/** What differs at every run is decided at deployment. */
function random(params: Definition['params'], rest?: Definition['params'][number]): Definition {
  return {
    params,
    ...(rest === undefined ? {} : { rest }),
    run: (args, call) => {
      if (
        args.some(
          (arg) => arg.kind === 'known' && typeof arg.value === 'number' && !Number.isInteger(arg.value),
        )
      )
        return fail('a whole number is required');
      const { file, line, column } = call.at;
      return unknown(
        'computed',
        `deployment: ${call.name} differs at every run`,
        computedAt(call.at, args),
        `${call.name} at ${file}:${line}:${column}`,
      );
    },
  };
}

const NAMESPACES: Record<string, string> = {
  dns: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  url: '6ba7b811-9dad-11d1-80b4-00c04fd430c8',
  oid: '6ba7b812-9dad-11d1-80b4-00c04fd430c8',
  x500: '6ba7b814-9dad-11d1-80b4-00c04fd430c8',
};

function uuid5(namespace: string, name: string): string {
  const space = (rowOf(NAMESPACES, namespace) ?? namespace).replace(/^urn:uuid:|[{}]/g, '');
  if (!/^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i.test(space))
    return fail('the namespace is not a UUID');
  const bytes = createHash('sha1')
    .update(Buffer.from(space.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const hash: Table = {
  base64sha256: digest('sha256', 'base64'),
  base64sha512: digest('sha512', 'base64'),
  bcrypt: random([{ type: STRING }], { type: NUMBER }),
  md5: digest('md5'),
  rsadecrypt: structural([STRING, STRING], ([text, key], call) =>
    !(key!.kind === 'known' && String(key!.value).includes('-----BEGIN'))
      ? fail('the key is not a private key')
      : unknown('unsupported-construct', 'the private key', computedAt(call.at, [text!]), 'rsadecrypt(…)'),
  ),
  sha1: digest('sha1'),
  sha256: digest('sha256'),
  sha512: digest('sha512'),
  uuid: random([]),
  uuidv5: plain([STRING, STRING], ([namespace, name]: [string, string]) => uuid5(namespace, name)),
};
