import { rowOf } from '../../../../knowledge/row-of.ts';
import { type ObjectValue, objectOf, type Value } from '../../../../model/value.ts';
import { originOf, type Run, seenThrough } from '../evaluate/run.ts';
import { NAMESPACES, OWN_NAMES, PROPERTY_NAMES } from './names.generated.ts';
import { member, notKnown, plain, structOf } from './row.ts';

/** The type that a `Cfn…` class of a module makes. */
export function cloudFormationType(module: string, name: string): string | undefined {
  const namespace = Object.hasOwn(NAMESPACES, module) ? NAMESPACES[module] : undefined;
  return namespace === undefined || !/^Cfn[A-Z]/.test(name) ? undefined : `${namespace}::${name.slice(3)}`;
}

/** The properties of a `Cfn…` construct, which are CloudFormation's with small first letters. */
export function cloudFormationProperties(
  module: string,
  props: Extract<Run, { kind: 'object' }>,
): ObjectValue {
  return named(module, props, 0);
}

function named(module: string, run: Extract<Run, { kind: 'object' }>, depth: number): ObjectValue {
  const members = new Map<string, Value>();
  let unnamed = false;
  for (const [key, value] of run.cell.members) {
    const name = nameOf(module, key);
    if (name === undefined) {
      // It stands under a name that is not known.
      unnamed = true;
      continue;
    }
    const seen = seenThrough(value, run.seen);
    if (seen.kind === 'undefined') continue;
    members.set(name, propertyOf(module, seen, name, depth + 1));
  }
  // What is not written is left to CloudFormation, but only synthesis shows what else the library adds.
  return objectOf(
    members,
    originOf(run),
    depth === 0 || unnamed || run.cell.open ? notKnown(run) : undefined,
  );
}

/** The value of a property, whose names inside are the library's or the application's own. */
function propertyOf(module: string, run: Run, name: string, depth: number): Value {
  // `Tags.of` adds tags to every construct of a scope, writes over those of the construct and takes them away.
  if (/Tags$/.test(name)) return notKnown(run);
  const names = OWN_NAMES[module];
  switch (names !== undefined && Object.hasOwn(names, name) ? names[name] : undefined) {
    case undefined:
      return converted(module, run, name, depth);
    case 'all':
      return asWritten(run);
    case 'outermost':
      return byOwnName(module, run, name, depth);
    case 'unless in a list':
      return run.kind === 'list' ? converted(module, run, name, depth) : asWritten(run);
    case 'not always':
      return structOf(run) === undefined && run.kind !== 'list' && run.kind !== 'choice'
        ? converted(module, run, name, depth)
        : notKnown(run);
  }
}

/** Parts under names of the application. */
function byOwnName(module: string, run: Run, name: string, depth: number): Value {
  const struct = structOf(run);
  if (struct === undefined) return notKnown(run);
  const members = [...struct.cell.members].map(([key, value]): [string, Value] => [
    key,
    converted(module, seenThrough(value, struct.seen), name, depth + 1),
  ]);
  return objectOf(new Map(members), originOf(run), struct.cell.open ? notKnown(run) : undefined);
}

const MAX_DEPTH = 14;

function converted(module: string, run: Run, name: string, depth: number): Value {
  // Objects may hold themselves.
  if (depth > MAX_DEPTH) return notKnown(run);
  if (run.kind === 'choice') {
    return {
      kind: 'choice',
      condition: run.condition,
      whenTrue: converted(module, run.yes, name, depth + 1),
      whenFalse: converted(module, run.no, name, depth + 1),
      origin: originOf(run),
    };
  }
  const struct = structOf(run);
  if (struct !== undefined) return named(module, struct, depth);
  if (run.kind === 'library') return member(run);
  if (run.kind === 'list') {
    const items = run.cell.items.map((item) =>
      converted(module, seenThrough(item, run.seen), name, depth + 1),
    );
    const more = run.cell.open ? notKnown(run) : undefined;
    return { kind: 'list', items, origin: originOf(run), ...(more === undefined ? {} : { open: more }) };
  }
  return plain(run);
}

/** A part whose names are the application's own. */
function asWritten(run: Run): Value {
  const value = plain(run);
  return value.kind === 'object' ||
    value.kind === 'known' ||
    value.kind === 'composed' ||
    value.kind === 'list'
    ? value
    : notKnown(run);
}

function nameOf(module: string, key: string): string | undefined {
  const names = rowOf(PROPERTY_NAMES, module);
  const special = names !== undefined && Object.hasOwn(names, key) ? names[key] : undefined;
  if (special !== undefined) return special === '' ? undefined : special;
  return key.charAt(0).toUpperCase() + key.slice(1);
}
