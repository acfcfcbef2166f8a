import { createHash } from 'node:crypto';
import type { Condition } from '../../../model/condition.ts';
import type { Value } from '../../../model/value.ts';
import { numberText } from './scalar.ts';

/** Longer texts are told apart by a hash; nobody reads them. */
const MAX_LENGTH = 400;

/** A text of a value that is the same for the same value: what identifies open conditions and unknowns. */
export function canonical(value: Value): string {
  const text = textOf(value, 0);
  if (text.length <= MAX_LENGTH) return text;
  return `${text.slice(0, MAX_LENGTH - 60)}…#${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function textOf(value: Value, depth: number): string {
  if (depth > 100) return '…';
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'number' ? numberText(value) : JSON.stringify(value.value);
    case 'list': {
      const items = value.items.map((item) => textOf(item, depth + 1));
      if (value.open) items.push(`${textOf(value.open, depth + 1)}...`);
      return `[${items.join(', ')}]`;
    }
    case 'object': {
      const members = [...value.members]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${name} = ${textOf(member, depth + 1)}`);
      if (value.open) members.push(`${textOf(value.open, depth + 1)}...`);
      return `{${members.join(', ')}}`;
    }
    case 'absent':
      return 'null';
    case 'unknown': {
      const { file, line, column } = value.origin.at;
      return value.expression ?? `(unknown at ${file}:${line}:${column})`;
    }
    case 'reference':
      return value.to.attribute === '' ? value.to.address : `${value.to.address}.${value.to.attribute}`;
    case 'composed':
      return `"${value.parts
        .map((part) =>
          part.kind === 'known'
            ? typeof part.value === 'string'
              ? JSON.stringify(part.value).slice(1, -1)
              : String(part.value)
            : `\${${textOf(part, depth + 1)}}`,
        )
        .join('')}"`;
    case 'choice':
      return `(${conditionText(value.condition)} ? ${textOf(value.whenTrue, depth + 1)} : ${textOf(value.whenFalse, depth + 1)})`;
    case 'sensitive':
      return `sensitive(#${value.fingerprint})`;
  }
}

/** A text of a condition, the same for conditions that are written the same. */
export function conditionText(condition: Condition): string {
  switch (condition.op) {
    case 'always':
      return 'true';
    case 'never':
      return 'false';
    case 'atom':
      return condition.id;
    case 'not':
      return `!(${conditionText(condition.of)})`;
    case 'and':
      return `(${condition.of.map(conditionText).join(' && ')})`;
    case 'or':
      return `(${condition.of.map(conditionText).join(' || ')})`;
  }
}
