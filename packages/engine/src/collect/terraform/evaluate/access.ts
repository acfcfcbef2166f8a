import type { Location } from '../../../model/origin.ts';
import { type Unknown, unknown, type Value } from '../../../model/value.ts';
import { canonical } from './canonical.ts';
import { convert } from './convert.ts';
import { fail } from './failure.ts';
import { toInteger } from './number.ts';
import { computedAt, usedAt } from './origins.ts';
import { exactOf } from './scalar.ts';
import { NUMBER, STRING } from './types.ts';
import { across, acrossOne, unknownFrom } from './worlds.ts';

/** `value.name`. Throws where there is no such member and none can be hidden. */
export function attribute(value: Value, name: string, at: Location): Value {
  return acrossOne(value, at, (of) => {
    switch (of.kind) {
      case 'object': {
        const member = of.members.get(name);
        if (member !== undefined) return usedAt(member, at);
        return of.open === undefined
          ? fail(`there is no attribute named "${name}"`)
          : hidden(of.open, `.${name}`, at);
      }
      case 'reference': {
        const { address, attribute: path } = of.to;
        return usedAt({ ...of, to: { address, attribute: path === '' ? name : `${path}.${name}` } }, at);
      }
      case 'unknown':
        return { ...unknownFrom(of, [], `${canonical(of)}.${name}`, at) };
      case 'absent':
        return fail('the value is not set');
      case 'known':
        return fail(of.value === null ? 'the value is null' : 'the value does not have any attributes');
      default:
        return fail('the value does not have any attributes');
    }
  });
}

function hidden(open: Unknown, step: string, at: Location): Unknown {
  return unknown(open.reason, open.decidedBy, computedAt(at, [open]), `${canonical(open)}${step}`);
}

/** `value[key]`. Throws where there is no such element and none can be hidden. */
export function element(value: Value, key: Value, at: Location): Value {
  return across([value, key], at, (pair) => {
    const [of, by] = pair as readonly [Value, Value];
    if (by.kind === 'known' && by.value === null) return fail('the index is null');
    if (of.kind === 'known')
      return fail(of.value === null ? 'the value is null' : 'the value cannot be indexed');
    if (of.kind === 'composed') return fail('a string cannot be indexed');
    if (of.kind === 'list' && of.as === 'set') return fail('elements of a set have no index');
    const open = by.kind !== 'known';
    const text = () => `${canonical(of)}[${canonical(by)}]`;
    if (of.kind === 'object') {
      if (by.kind === 'list' || by.kind === 'object') return fail('the key must be a string');
      if (open) return of.any === undefined ? unknownFrom(by, [of], text(), at) : usedAt(of.any, at);
      const name = convert(by, STRING);
      const key = name.kind === 'known' ? String(name.value) : '';
      const member = of.members.get(key);
      if (member !== undefined) return usedAt(member, at);
      return of.open === undefined
        ? fail(`there is no element "${key}"`)
        : hidden(of.open, `[${JSON.stringify(key)}]`, at);
    }
    if (of.kind === 'list') {
      if (open && (by.kind === 'list' || by.kind === 'object')) return fail('the index must be a number');
      if (open) return of.any === undefined ? unknownFrom(by, [of], text(), at) : usedAt(of.any, at);
      const index = position(by);
      // Where members are hidden, they may stand before the ones that are seen.
      if (of.open !== undefined)
        return of.any === undefined ? hidden(of.open, `[${index}]`, at) : usedAt(of.any, at);
      const item = index < 0 ? undefined : of.items[index];
      return item === undefined
        ? fail(`the list has ${of.items.length} elements, no index ${index}`)
        : usedAt(item, at);
    }
    if (of.kind === 'reference' && !open) {
      const { address, attribute: path } = of.to;
      return usedAt({ ...of, to: { address, attribute: `${path}[${canonical(by)}]` } }, at);
    }
    return unknownFrom(of, [by], text(), at);
  });
}

function position(key: Value): number {
  const number = convert(key, NUMBER);
  const index = number.kind === 'known' ? toInteger(exactOf(number)) : undefined;
  return index === undefined ? fail('the index must be a whole number') : Number(index);
}
