import { isAlias, isMap, isScalar, isSeq, type Node, parseAllDocuments, parseDocument } from 'yaml';
import type { Origin } from '../../../../model/origin.ts';
import { known, type Value } from '../../../../model/value.ts';
import { normal } from '../../syntax/text.ts';
import { fail } from '../failure.ts';
import { exactFromText } from '../number.ts';
import { computedAt } from '../origins.ts';
import { byteOrder, numberOf, numberText } from '../scalar.ts';
import type { Call } from './definition.ts';
import { jsonString } from './json.ts';

/** Values from one YAML document, with the words of YAML that Terraform knows. */
export function yamlDecode(text: Value, call: Call): Value {
  const source = text.kind === 'known' ? String(text.value) : '';
  const origin = computedAt(call.at, [text]);
  const document = parseDocument(source, {
    schema: 'failsafe',
    version: '1.2',
    logLevel: 'silent',
    uniqueKeys: false,
  });
  if (source.replace(/^\s*#.*$/gm, '').trim() === '') return fail('the text holds no document');
  if (
    /^---/m.test(source.trimStart().slice(3)) &&
    parseAllDocuments(source, { schema: 'failsafe' }).length > 1
  )
    return fail('the text holds more than one document');
  if (document.errors.length > 0)
    return fail(`not valid YAML: ${document.errors[0]!.message.split('\n')[0]}`);
  let budget = 100_000;
  const build = (node: Node | null): Value => {
    if (budget-- < 0) return fail('the YAML is too large');
    if (node === null) return known(null, origin);
    if (isAlias(node)) return build(node.resolve(document) ?? fail('an alias without an anchor'));
    if (isScalar(node)) return scalar(String(node.value ?? ''), node.type ?? 'PLAIN', node.tag, origin);
    if (isSeq(node))
      return { kind: 'list', as: 'tuple', items: node.items.map((item) => build(item as Node)), origin };
    if (!isMap(node)) return fail('not valid YAML');
    const members = new Map<string, Value>();
    const merged = new Map<string, Value>();
    for (const pair of node.items) {
      const key = build(pair.key as Node);
      if (key.kind !== 'known' || key.value === null) return fail('a key of a mapping must be a scalar');
      const value = build(pair.value as Node | null);
      const name = typeof key.value === 'number' ? numberText(key) : String(key.value);
      if (name === '<<') {
        for (const one of value.kind === 'list' ? value.items : [value]) {
          if (one.kind !== 'object') return fail('only mappings can be merged');
          for (const [inner, member] of one.members) if (!merged.has(inner)) merged.set(inner, member);
        }
      } else members.set(name, value);
    }
    return { kind: 'object', as: 'object', members: new Map([...merged, ...members]), origin };
  };
  return build(document.contents as Node | null);
}

function scalar(text: string, style: string, tag: string | undefined, origin: Origin): Value {
  if (tag !== undefined && !/^(?:!|tag:yaml\.org,2002:.*)$/.test(tag))
    return fail(`the tag ${tag} is not supported`);
  if (style !== 'PLAIN' || tag === '!' || tag === 'tag:yaml.org,2002:str') return known(normal(text), origin);
  if (/^(?:~|null|Null|NULL|)$/.test(text)) return known(null, origin);
  if (/^(?:y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/.test(text)) return known(true, origin);
  if (/^(?:n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/.test(text)) return known(false, origin);
  if (/^[-+]?[0-9][0-9_]*$/.test(text)) return numberOf(exactFromText(text.replaceAll('_', ''))!, origin);
  if (/^[-+]?0x[0-9a-fA-F_]+$/.test(text)) return integer(text, '0x', origin);
  if (/^[-+]?0b[01_]+$/.test(text)) return integer(text, '0b', origin);
  if (/^[-+]?0o[0-7_]+$/.test(text)) return integer(text.replace(/0o?/, '0o'), '0o', origin);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(text))
    return known(text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY, origin);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return known(`${text}T00:00:00Z`, origin);
  if (/^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/.test(text)) {
    const exact = exactFromText(text.replace(/\.(?=$|[eE])/, ''));
    if (exact !== undefined) return numberOf(exact, origin);
  }
  return known(normal(text), origin);
}

function integer(text: string, prefix: string, origin: Origin): Value {
  const value = BigInt(text.replace(/[-+_]/g, '').toLowerCase());
  const digits = `${text.startsWith('-') ? '-' : ''}${value}`;
  return numberOf(exactFromText(digits) ?? fail(`a number after ${prefix} is too large`), origin);
}

/** YAML as Terraform writes it: quoted strings, members in order, two spaces of indentation. */
export function yamlEncode(value: Value): string {
  const text = write(value, '', true);
  // A plain scalar on its own needs the end of the document marked.
  return isFull(value) || /^[[{"]/.test(text) ? text : `${text}...\n`;
}

function write(value: Value, indent: string, lead: boolean): string {
  if (value.kind === 'list') {
    if (value.items.length === 0) return '[]\n';
    return value.items
      .map((item, index) => `${index === 0 && lead ? '' : indent}- ${nested(item, `${indent}  `, true)}`)
      .join('');
  }
  if (value.kind === 'object') {
    if (value.members.size === 0) return '{}\n';
    return [...value.members]
      .toSorted(([a], [b]) => byteOrder(a, b))
      .map(
        ([name, member], index) =>
          `${index === 0 && lead ? '' : indent}${jsonString(name)}:${member_(member, indent)}`,
      )
      .join('');
  }
  return `${scalarText(value, indent)}\n`;
}

function nested(value: Value, indent: string, lead: boolean): string {
  return isFull(value) ? write(value, indent, lead) : write(value, indent, true);
}

function member_(value: Value, indent: string): string {
  if (!isFull(value)) return ` ${write(value, indent, true)}`;
  // Lists stand at the indentation of their name, objects one step further in.
  return `\n${write(value, value.kind === 'list' ? indent : `${indent}  `, false)}`;
}

function isFull(value: Value): boolean {
  return (
    (value.kind === 'list' && value.items.length > 0) || (value.kind === 'object' && value.members.size > 0)
  );
}

function scalarText(value: Value, indent: string): string {
  if (value.kind === 'sensitive')
    return scalarText(value.reveal?.() ?? fail('the value is not known'), indent);
  if (value.kind !== 'known') return fail('the value is not known');
  if (typeof value.value === 'number') return numberText(value);
  if (typeof value.value !== 'string') return String(value.value);
  // Text of several lines is written as a block, everything else in quotes.
  return quotedOrBlock(value.value, indent);
}

function quotedOrBlock(text: string, indent: string): string {
  if (!text.includes('\n') || /[^\n\x20-\x7e\u00a0-\ud7ff]| \n| $/.test(text)) return JSON.stringify(text);
  const lines = text.split('\n');
  const chomp = text.endsWith('\n\n') ? '+' : text.endsWith('\n') ? '' : '-';
  if (text.endsWith('\n')) lines.pop();
  const hint = /^[ \n]/.test(text) ? '2' : '';
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : `${indent}  ${line}`)).join('\n')}`;
}
