import { branchesAround, lastName } from '../behaviour/reach.ts';
import type { Meaning } from '../names/meaning.ts';
import {
  type Branch,
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { KEYS, type Naming } from './uses.ts';

/** `client.get(`patrons/${id}`)`: a client that somebody made asks a service for what stands in the address. */
export function asksByAddress({ callee, arguments: [first] }: Call, module: SourceModule): boolean {
  return (
    callee.kind === 'member' &&
    /^(get|put|post|patch|delete|head|request)$/.test(callee.name) &&
    first?.value.kind === 'text' &&
    module.texts[first.value.text]!.parts.some((part) => typeof part === 'string' && part.includes('/'))
  );
}

/**
 * Whether a branch surely goes no further: it throws, answers that it will not, or returns something else than the record, where
 * that `isHeeded`.
 */
export function leaves(
  module: SourceModule,
  { then }: Pick<Branch, 'then'>,
  isOfRecord: (value: Expression) => boolean,
  isHeeded = true,
): boolean {
  const inner = module.branches.filter((one) => isIn(one.at, then));
  const isHere = ({ at }: { readonly at: Place }) =>
    isIn(at, then) &&
    !inner.some((one) => isIn(at, one.then) || (one.otherwise !== undefined && isIn(at, one.otherwise)));
  return (
    module.throws.some(isHere) ||
    module.calls.some((call) => isHere(call) && refuses(call)) ||
    module.returns.some(
      (one) =>
        isHeeded &&
        isHere(one) &&
        (one.value === undefined ||
          isFailing(one.value) ||
          !(goesOn(one.value, module) || isOfRecord(one.value))),
    ) ||
    inner.some(
      ({ then: one, otherwise }) =>
        otherwise !== undefined &&
        [one, otherwise].every((arm) => leaves(module, { then: arm }, isOfRecord, isHeeded)),
    )
  );
}

/**
 * Whether who does not come into a branch surely goes no further, and nothing is done there with the record:
 * `if (card.owner === user.id) { … } return { statusCode: 403 }`.
 */
export function leavesOtherwise(
  module: SourceModule,
  branch: Branch,
  isOfRecord: (value: Expression) => boolean,
): boolean {
  if (branch.within === TOP) return false;
  const around = branchesAround(module, branch.at, module.functions[branch.within])
    .flatMap(({ then, otherwise }) => [then, otherwise ?? then])
    .filter((range) => isIn(branch.at, range));
  const ends = [module.functions[branch.within]!.end, ...around.map(({ end }) => end)];
  const end = ends.reduce((first, one) => (isBefore(one, first) ? one : first));
  const rest = branch.otherwise ?? { at: branch.then.end, end };
  const isHere = ({ at }: { readonly at: Place }) => isIn(at, rest);
  return (
    leaves(module, { then: rest }, () => true) &&
    module.returns.every((one) => !isHere(one) || one.value === undefined || !isOfRecord(one.value)) &&
    module.calls.every(
      (one) =>
        !isHere(one) ||
        !(
          one.arguments.some(({ value }) => isOfRecord(value)) ||
          (one.callee.kind === 'member' && isOfRecord(one.callee.of))
        ),
    )
  );
}

function refuses({ callee, arguments: given }: Call): boolean {
  const name = lastName(callee) ?? '';
  const [first] = given;
  if (/^(next|reject|abort)$/i.test(name)) return first !== undefined;
  // `status(refusal)`: a status that is not written out.
  if (/^(sendStatus|status|code)$/.test(name) && first !== undefined && first.value.kind !== 'literal')
    return true;
  return (
    /^(forbidden|notFound|unauthori[sz]ed|redirect)$/i.test(name) ||
    given.some(({ value }) => isFailing(value))
  );
}

/** `404`, `{ statusCode: 404 }`, `({ error }, 404)`. */
function isFailing(value: Expression): boolean {
  if (value.kind === 'literal')
    return typeof value.value === 'number' && value.value >= 400 && value.value < 600;
  if (value.kind === 'list') return value.items.some(isFailing);
  return (
    value.kind === 'object' &&
    value.members.some((one) => /^status(_?code)?$/i.test(one.name) && isFailing(one.value))
  );
}

/** `return next()`: whoever comes after answers. */
function goesOn(value: Expression, module: SourceModule): boolean {
  if (value.kind !== 'call') return false;
  const { callee, arguments: given } = module.calls[value.call]!;
  return lastName(callee) === 'next' && given.length === 0;
}

/** Whether a class does something with what it is made of: errors and plain data do not. */
export function doesMore({ module, class: number }: Extract<Meaning, { kind: 'class' }>): boolean {
  const { methods, bases } = module.classes[number]!;
  return (
    !bases.some((base) => /(Error|Exception|Model|Schema|Dto|DTO)$/.test(lastName(base) ?? '')) &&
    methods.some((one) => !/^(constructor|toString|toJSON|__\w+__)$/.test(module.functions[one]!.name ?? ''))
  );
}

/** One call of a chain. */
export interface Link {
  readonly name: string;
  readonly call: Call;
  readonly number: number | undefined;
}

/** The calls of a chain, the last first. */
export function chainOf(call: Call, module: SourceModule): readonly Link[] {
  const links: Link[] = [];
  let number: number | undefined;
  for (let at: Call | undefined = call; at !== undefined; ) {
    links.push({ name: lastName(at.callee) ?? '', call: at, number });
    let of: Expression | undefined = at.callee.kind === 'member' ? at.callee.of : undefined;
    while (of?.kind === 'member') {
      if (of.name === 'objects' || of.name === 'query') links.push({ name: of.name, call: at, number });
      of = of.of;
    }
    number = of?.kind === 'call' ? of.call : undefined;
    at = number === undefined ? undefined : module.calls[number];
  }
  return links;
}

/** The parts of a call that name its record; nothing where it is no such call. */
export function partsNaming(
  { where }: Naming,
  { arguments: given }: Call,
): readonly Expression[] | 'open' | undefined {
  const [first, second] = given;
  switch (where) {
    case 'named': {
      const parts = given
        .filter(({ name }) => name !== undefined && KEYS.test(name))
        .map(({ value }) => value);
      if (parts.length > 0) return parts;
      return given.some(({ spread }) => spread) ? 'open' : undefined;
    }
    case 'key-members': {
      if (first === undefined) return undefined;
      if (first.value.kind !== 'object') return [first.value];
      const parts = first.value.members.filter(({ name }) => KEYS.test(name)).map(({ value }) => value);
      return parts.length > 0 ? parts : first.value.open ? 'open' : undefined;
    }
    case 'where-of-first': {
      if (first === undefined) return undefined;
      if (first.value.kind !== 'object') return [first.value];
      const own = first.value.members.find(({ name }) => name === 'where');
      return own === undefined ? [first.value] : [own.value];
    }
    case 'own-where-of-first': {
      if (first?.value.kind !== 'object') return undefined;
      const own = first.value.members.find(({ name }) => name === 'where');
      return own === undefined ? undefined : [own.value];
    }
    case 'first':
      return first === undefined ? undefined : [first.value];
    case 'second':
      return second === undefined ? undefined : [second.value];
    default:
      return given.map(({ value }) => value);
  }
}
