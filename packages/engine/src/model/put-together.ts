import type { Resource } from './properties.ts';
import { deciderAt, type Reading } from './reading.ts';
import { Truth } from './truth.ts';
import {
  type Composed,
  type Known,
  READ_OFF,
  type ReferenceTarget,
  type Unknown,
  type Value,
} from './value.ts';

/** Whether nothing, or an empty text, is written here. What is looked up at deployment is neither. */
export function isBlank(reading: Reading<string>): Truth {
  return reading.inspect((written) => {
    const value = revealed(written);
    if (value.kind === 'unknown') return isLookedUp(value) ? Truth.no(reading.proof(value)) : open(value);
    const nothing = value.kind === 'known' && (value.value === null || value.value === '');
    return (nothing || value.kind === 'absent' ? Truth.yes : Truth.no)(reading.proof(value, 'a text'));
  });
}

/**
 * Whether a name is put together around what is read off a resource: `${table.name}-archive`. An address, an ARN or a path
 * is none; where the rest has no value, it may be empty.
 */
export function isNamePutTogether(reading: Reading<string>): Truth {
  return reading.inspect((written) => {
    const value = revealed(written);
    const proof = reading.proof(value, 'what is read off a resource, with nothing beside it');
    switch (value.kind) {
      case 'known':
        return value.around !== undefined && OF_NAME.test(String(value.value))
          ? Truth.yes(proof)
          : Truth.no(proof);
      case 'composed': {
        const texts = value.parts.filter((part) => part.kind === 'known');
        if (readOff(value).length === 0 || !texts.every(isOfName)) return Truth.no(proof);
        const rest = value.parts.filter((part) => readOff(part).length === 0);
        const open = rest.find((part) => part.kind === 'unknown');
        const isWritten = readOff(value).length > 1 || rest.some((part) => part.kind === 'known');
        return isWritten || open?.kind !== 'unknown' ? Truth.yes(proof) : openHere(open);
      }
      case 'unknown':
        return isLookedUp(value) ? Truth.no(proof) : open(value);
      default:
        return Truth.no(proof);
    }
  });
}

/** Whether all of a text is read off one resource of the code. */
export function isWhollyReadOff(reading: Reading<string>): Truth {
  return reading.inspect((value) =>
    value.kind === 'unknown' && isLookedUp(value)
      ? Truth.no(reading.proof(value, 'read off a resource'))
      : reading.isBareReference(),
  );
}

/** Whether some of a text is read off this resource. */
export function isReadOff(reading: Reading<string>, target: Resource): Truth {
  return reading.inspect((written) => {
    const value = revealed(written);
    if (value.kind === 'unknown') return open(value);
    const addresses = [target.address, ...(target.node.joined ?? [])];
    const own = readOff(value).some(({ address }) => addresses.includes(address));
    return (own ? Truth.yes : Truth.no)(reading.proof(value));
  });
}

/** Whether two texts are the same: as they are known, or because they are put together of the same parts. */
export function isSameText(a: Reading<string>, b: Reading<string>): Truth {
  return a.inspect((left) =>
    b.inspect((right) => {
      const [one, other] = [revealed(left), revealed(right)];
      // A name that is not written is made by AWS, and is like no other.
      if (other.kind === 'absent') return Truth.no(b.proof(other));
      if (one.kind === 'known' && typeof one.value === 'string') return b.is(one.value);
      if (other.kind === 'known' && typeof other.value === 'string') return a.is(other.value);
      const same =
        one.kind === 'composed' && other.kind === 'composed' ? haveSameText(one, other) : undefined;
      if (same !== undefined) return (same ? Truth.yes : Truth.no)(a.proof(one), b.proof(other));
      return one.kind === 'unknown' ? open(one) : openHere(other);
    }),
  );
}

const OF_NAME = /^[\w.-]*$/;

function isOfName(part: Known): boolean {
  return OF_NAME.test(String(part.value));
}

function revealed(value: Value): Value {
  return value.kind === 'sensitive' && value.reveal !== undefined ? value.reveal() : value;
}

/** What is there and only found at deployment: a look-up that finds nothing ends it. */
function isLookedUp({ reason, expression }: Unknown): boolean {
  return reason === 'data-source' || reason === 'computed' || expression === READ_OFF;
}

function readOff(value: Value): readonly ReferenceTarget[] {
  if (value.kind === 'reference') return [value.to];
  if (value.kind === 'composed') return value.parts.flatMap(readOff);
  const target = value.kind === 'known' ? (value.via ?? value.around) : undefined;
  return target === undefined ? [] : [target];
}

/** Of texts around the same references the letters decide that stand between them, where those are as many. */
function haveSameText(a: Composed, b: Composed): boolean | undefined {
  const pairs = a.parts.map((part, i) => [part, b.parts[i]] as const);
  const isAlike = a.parts.length === b.parts.length && pairs.every(([one, other]) => areAlike(one, other!));
  if (!isAlike) return undefined;
  if (lettersOf(a).length !== lettersOf(b).length) return false;
  if (pairs.some(([one, other]) => textOf(one).length !== textOf(other!).length)) return undefined;
  return lettersOf(a) === lettersOf(b);
}

function areAlike(a: Value, b: Value): boolean {
  if (a.kind === 'known') return b.kind === 'known';
  if (a.kind !== 'reference' || b.kind !== 'reference') return false;
  return a.to.address === b.to.address && a.to.attribute === b.to.attribute;
}

function lettersOf({ parts }: Composed): string {
  return parts.map(textOf).join('');
}

function textOf(part: Value): string {
  return part.kind === 'known' ? String(part.value) : '';
}

function open({ reason, decidedBy, origin }: Unknown): Truth {
  return Truth.unknown([deciderAt(reason, decidedBy, origin)]);
}

function openHere(value: Value): Truth {
  return value.kind === 'unknown'
    ? open(value)
    : Truth.unknown([deciderAt('computed', 'the deployed value', value.origin)]);
}
