import { INVOCATIONS, isSymbolic, withoutKeys } from './edge.ts';
import type { Many } from './many.ts';
import { descend, type Properties, type Resource } from './properties.ts';
import { deciderAt, describe, type Reading } from './reading.ts';
import { isNamedAlike } from './symbolic-name.ts';
import { all, any, asMember, Truth } from './truth.ts';
import type { Value } from './value.ts';

/** All values along an edge path: `[]` steps into list members, `[Name=X]` into those whose `Name` is X. */
export function valuesAlong(start: Properties, path: string): Many<Properties> {
  const step = /^(.*?)\[(?:(\w+)=([^\]]*))?\](?:\.(.*))?$/.exec(path);
  if (step === null) return start.list(path);
  const [, before = '', name, value, after] = step;
  const members = start.list(before);
  const chosen = name === undefined ? members : members.where((m) => m.text(name).is(value!));
  return chosen.flatMap((m) => (after === undefined ? m.list() : valuesAlong(m, after)));
}

/** Whether a value means a resource: by reference, by ARN or by its literal name. */
export function refersTo(reading: Reading<string>, target: Resource): Truth {
  const yes = () => Truth.yes(asMember(reading.proof(reading.value)));
  return reading.inspect((written) => {
    const value = calledAt(written);
    const refer = refers(value, target, reading, yes);
    return refer.state === 'unknown' ? any(refer, namedAlike(value, target, reading, yes)) : refer;
  });
}

/**
 * What a gateway is told to call, where it says so by an address of its own:
 * `arn:…:apigateway:…:lambda:path/2015-03-31/functions/<ARN of the function>/invocations`. Anything else is itself.
 */
function calledAt(value: Value): Value {
  if (value.kind === 'known') {
    if (typeof value.value !== 'string' || value.via !== undefined) return value;
    const called = BEFORE_CALLED.exec(value.value);
    return called === null ? value : { ...value, value: called[1]!.replace(INVOCATIONS, '') };
  }
  if (value.kind !== 'composed') return value;
  const from = value.parts.findIndex((p) => p.kind === 'known' && BEFORE_CALLED.test(String(p.value)));
  const before = value.parts.slice(0, from + 1).map((p) => (p.kind === 'known' ? String(p.value) : ''));
  if (from < 0 || !OF_GATEWAY.test(before.join(''))) return value;
  const parts = value.parts
    .slice(from)
    .map((part, at, all) => {
      if (part.kind !== 'known') return part;
      const text = at === 0 ? BEFORE_CALLED.exec(String(part.value))![1]! : String(part.value);
      return { ...part, value: at === all.length - 1 ? text.replace(INVOCATIONS, '') : text };
    })
    .filter((part) => part.kind !== 'known' || part.value !== '');
  return parts.length === 1 ? parts[0]! : { ...value, parts };
}

const OF_GATEWAY = /^arn:[^:]*:apigateway:/;
const BEFORE_CALLED = /:lambda:path\/[^/]*\/functions\/(.*)$/;

function namedAlike(value: Value, target: Resource, reading: Reading<string>, yes: () => Truth): Truth {
  const { graph, address } = reading.place;
  const scope = address === undefined ? undefined : graph.scopeOf(address);
  const property = target.node.identity?.name;
  if (scope === undefined || scope !== target.node.scope || property === undefined) return Truth.no();
  return target.text(property).inspect((own) => (isNamedAlike(value, target.node, own) ? yes() : Truth.no()));
}

function refers(value: Value, target: Resource, reading: Reading<string>, yes: () => Truth): Truth {
  switch (value.kind) {
    case 'known':
      if (value.via !== undefined && means(value.via.address, target)) return yes();
      return typeof value.value === 'string'
        ? byBareName(value.value, target, reading, meansByName(value.value, value, target, yes))
        : Truth.no();
    case 'reference':
      return names(value.to.address, target, value, yes);
    case 'composed': {
      const named = value.parts.some(
        (p) =>
          (p.kind === 'reference' && means(p.to.address, target)) ||
          (p.kind === 'known' && p.via !== undefined && means(p.via.address, target)),
      );
      if (named) return yes();
      const other = value.parts.find((p) => p.kind === 'reference');
      if (other?.kind === 'reference') return names(other.to.address, target, other, yes);
      const texts = value.parts.filter((p) => p.kind === 'known').map((p) => String(p.value));
      const name = nameOf(target);
      // The pieces we know are an ARN around the target's literal name: account and region do not matter.
      if (
        name !== undefined &&
        texts.some((t) => endsWithName(t, name)) &&
        String(texts[0]).startsWith('arn:')
      ) {
        return typeMatchesArn(texts.join('*'), target) ? yes() : Truth.no();
      }
      const open = value.parts.find((p) => p.kind === 'unknown');
      if (open === undefined) return Truth.no();
      // A text that ends in a written name cannot mean a resource whose name is generated.
      if (value.parts.at(-1)?.kind === 'known' && hasGeneratedName(target)) return Truth.no();
      return mayNameTarget(texts, target)
        ? Truth.unknown([deciderAt('unresolved-expression', openWords(open), value.origin)])
        : Truth.no();
    }
    case 'unknown':
      return Truth.unknown([deciderAt(value.reason, value.decidedBy, value.origin)]);
    case 'sensitive':
      return value.reveal === undefined
        ? Truth.unknown([deciderAt('not-collected', 'the deployed value', value.origin)])
        : refers(value.reveal(), target, reading, yes);
    default:
      return Truth.no();
  }
}

/** Whether an address is the target's, or that of a block which was joined into it. */
function means(address: string, target: Resource): boolean {
  return address === target.address || target.node.joined?.includes(address) === true;
}

/** Whether an address is the target's. One that stands for any number of instances (`x[?]`) may be any of them. */
function names(address: string, target: Resource, value: Value, yes: () => Truth): Truth {
  if (means(address, target)) return yes();
  const symbolic = isSymbolic(address) || isSymbolic(target.address);
  if (!symbolic || withoutKeys(address) !== withoutKeys(target.address)) return Truth.no();
  return Truth.unknown([
    deciderAt('unresolved-expression', `how many ${withoutKeys(address)} there are`, value.origin),
  ]);
}

function openWords(value: Value): string {
  return value.kind === 'unknown' ? value.decidedBy : 'the deployed value';
}

/** What is meant by a bare name, and not by an ARN, which says its region itself. */
function byBareName(text: string, target: Resource, reading: Reading<string>, named: Truth): Truth {
  const { graph, address } = reading.place;
  const arn = target.node.identity?.arn;
  if (text.startsWith('arn:') || arn === undefined || !REGIONAL.test(arn)) return named;
  const source = address === undefined ? undefined : graph.resourceAt(address);
  return source === undefined ? named : all(named, inOneRegion(source, target));
}

function meansByName(text: string, value: Value, target: Resource, yes: () => Truth): Truth {
  const property = target.node.identity?.name;
  if (property === undefined) return Truth.no();
  const name = target.text(property);
  return name.inspect((own) => {
    switch (own.kind) {
      case 'known':
        return text === own.value ||
          target.node.identity?.also?.some((other) => other.replace('{name}', String(own.value)) === text) ||
          (typeMatchesArn(text, target) && endsWithName(text, String(own.value)))
          ? yes()
          : Truth.no();
      case 'unknown':
        return text.startsWith('arn:') && !typeMatchesArn(text, target)
          ? Truth.no()
          : Truth.unknown([deciderAt(own.reason, own.decidedBy, own.origin)]);
      case 'composed': {
        const open = own.parts.find((p) => p.kind === 'unknown');
        if (open?.kind !== 'unknown' || !matchesParts(text, own.parts)) return Truth.no();
        return Truth.unknown([deciderAt(open.reason, open.decidedBy, value.origin)]);
      }
      default:
        return Truth.no(); // a generated name cannot be written elsewhere
    }
  });
}

function nameOf(target: Resource): string | undefined {
  const property = target.node.identity?.name;
  if (property === undefined) return undefined;
  const value = descend(target.value, property.split('.'));
  return value.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}

function hasGeneratedName(target: Resource): boolean {
  const property = target.node.identity?.name;
  return property !== undefined && descend(target.value, property.split('.')).kind === 'absent';
}

function endsWithName(text: string, name: string): boolean {
  const bare = text.replace(/(:\*|\/\*)$/, '');
  return bare === name || bare.endsWith(`:${name}`) || bare.endsWith(`/${name}`);
}

function typeMatchesArn(text: string, target: Resource): boolean {
  const pattern = target.node.identity?.arn;
  if (!text.startsWith('arn:') || pattern === undefined) return false;
  const service = pattern.split(':')[2];
  return text.split(':')[2] === service;
}

function mayNameTarget(texts: readonly string[], target: Resource): boolean {
  const first = texts[0];
  if (first?.startsWith('arn:') && first.split(':').length > 3) return typeMatchesArn(first, target);
  const name = nameOf(target);
  if (name === undefined) return true;
  return texts.every((t) => name.includes(t) || t.startsWith('arn:'));
}

function matchesParts(text: string, parts: readonly Value[]): boolean {
  const pattern = parts
    .map((p) => (p.kind === 'known' ? String(p.value).replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '.*'))
    .join('');
  return new RegExp(`(^|[:/])${pattern}$`).test(text);
}

/** Names of regional services are of one region: the same name in another one means something else. */
const REGIONAL = /^arn:[^:]*:[^:]*:\*:/;

/**
 * Whether two resources are in one region, so that a name in one can mean the other. Where the code gives a region to
 * one of them only, or gives what has no value here, it may be.
 */
export function inOneRegion(a: Resource, b: Resource): Truth {
  const [one, other] = [a.node.region, b.node.region];
  if (one === other) return Truth.yes(asMember(b.whereabouts()));
  if (one === undefined || other === undefined || one.startsWith('?') || other.startsWith('?'))
    return Truth.unknown([deciderAt('input-without-value', 'the regions of both', a.origin)]);
  return Truth.no(asMember(b.whereabouts()));
}

/** Whether the code says in which region it stands. */
export function isRegionTold(of: Resource): Truth {
  const { region } = of.node;
  if (region !== undefined && !region.startsWith('?')) return Truth.yes(asMember(of.whereabouts()));
  const decidedBy = region?.slice(1) ?? 'the regions that it is deployed to';
  return Truth.unknown([deciderAt('input-without-value', decidedBy, of.origin)]);
}

export function mayPointOutside(written: Value, type: string): boolean {
  const value = calledAt(written);
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' && value.via === undefined && serviceMatches(value.value, type);
    case 'unknown':
    case 'sensitive':
      return true;
    // What a parameter store answers may be anything of anybody's.
    case 'reference':
      return value.to.address === STORED;
    case 'composed': {
      if (
        value.parts.some(
          (p) =>
            (p.kind === 'reference' && p.to.address !== STORED) ||
            (p.kind === 'known' && p.via !== undefined),
        )
      )
        return false;
      const first = value.parts[0];
      return first?.kind !== 'known' || serviceMatches(String(first.value), type);
    }
    default:
      return false;
  }
}

/** Stands as the address of what is read from a store of parameters or secrets at deployment. */
const STORED = 'dynamic';

const SERVICE_OF_ARN = /^arn:[^:]*:([^:]+):/;

function serviceMatches(text: string, type: string): boolean {
  const service = SERVICE_OF_ARN.exec(text)?.[1];
  return service === undefined
    ? !text.startsWith('arn:') || !/^arn:[^:]*:[^:]+:/.test(text)
    : type.toLowerCase().includes(`::${service.replace('-', '')}`.toLowerCase());
}

export function unknownOutside(value: Value): Truth {
  if (value.kind === 'unknown')
    return Truth.unknown([deciderAt(value.reason, value.decidedBy, value.origin)]);
  return Truth.unknown([
    deciderAt('not-collected', `the account (${describe(value)} is not defined in this code)`, value.origin),
  ]);
}

/** The resources that a value reads from, on both sides of an open choice. */
export function addressesIn(value: Value): readonly string[] {
  switch (value.kind) {
    case 'reference':
      return [value.to.address];
    case 'known':
      return value.via === undefined ? [] : [value.via.address];
    case 'composed':
      return value.parts.flatMap(addressesIn);
    case 'choice':
      return [...addressesIn(value.whenTrue), ...addressesIn(value.whenFalse)];
    default:
      return [];
  }
}
