import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type Expression, isBefore, isIn, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';
import { columnsSet } from './columns-set.ts';
import { namesCalled, textOf } from './conditions.ts';
import { type Callers, lastOf } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

const OWNER =
  /^(owner\w*|holder\w*|locked_?by|leased?_?by|held_?by|container(_?id)?|instance(_?id)?|worker(_?id)?)$/i;
const END =
  /^(expires?\w*|expiry|expiration|ttl|lease_?(until|end|expires)\w*|locked_?until|until|timeout_?at|time_?to_?live)$/i;
const RENEWS = /^(renew|extend|refresh|heartbeat|keep_?alive|touch|prolong)/i;
/** Names nothing else that it renews. */
const RENEWS_IT = new RegExp(`${RENEWS.source}$`, 'i');

/** Leases and locks that are written where others see them: rows of a table that say who has something, and until when. */
export function leases(
  program: Program,
  callers: Callers,
  stores: readonly StoreCall[],
): readonly RepositoryFact[] {
  const found = new Map<string, RepositoryFact>();
  const renewing = renewals(program, callers, stores);
  for (const store of stores) {
    const { module, within, input } = store;
    const names = namesWritten(program, store);
    const owner = names.some((name) => OWNER.test(name));
    const expires = names.some((name) => END.test(name));
    const own = functionAround(module, within);
    const isLease =
      (owner && expires) ||
      ((owner || expires) && /lock|lease/i.test(`${own ?? ''} ${module.file.replace(/^.*\//, '')}`));
    if (!isLease || store.kind === 'adds' || within === TOP || RENEWS.test(own ?? '')) continue;
    const address = `lease in ${addressOf(module, within)}`;
    if (found.has(address)) continue;
    found.set(
      address,
      fact({
        type: 'Repository::Lease',
        address,
        at: at(module, store.at),
        properties: {
          path: module.file,
          function: own,
          owner:
            owner ||
            (input.open
              ? unknown('unresolved-expression', 'what is written', inCode(at(module, store.at)))
              : false),
          expires:
            expires ||
            (input.open
              ? unknown('unresolved-expression', 'what is written', inCode(at(module, store.at)))
              : false),
          renewed: renewedBy(program, callers, store, renewing.get(module)),
        },
      }),
    );
  }
  return [...found.values()];
}

/**
 * By module, whether a function of it is asked to renew what is taken there, or what would decide it: one that is called so,
 * and writes what a lease has. One that refreshes anything else renews no lease.
 */
function renewals(
  program: Program,
  callers: Callers,
  stores: readonly StoreCall[],
): ReadonlyMap<SourceModule, true | string> {
  const found = new Map<SourceModule, true | string>();
  for (const store of stores) {
    const { module, within, input, statement } = store;
    const own = functionAround(module, within) ?? '';
    if (!RENEWS.test(own) || found.get(module) === true) continue;
    const names = namesWritten(program, store);
    const condition = input.members.get('ConditionExpression');
    const asked = condition === undefined ? undefined : textOf(program, module, condition, within);
    const said = [
      own,
      ...names,
      ...namesCalled(input.members.get('ExpressionAttributeNames')).values(),
      ...(asked?.match(/\w+/g) ?? []),
    ];
    const ends = names.some((name) => END.test(name));
    const isOfLease =
      said.some((name) => OWNER.test(name) || /lock|lease/i.test(name)) || (ends && RENEWS_IT.test(own));
    if (isOfLease) found.set(module, isCalled(callers, module, within) || `who calls ${own}`);
    // Subscriptions and certificates end as well.
    else if (ends) found.set(module, `whether ${own} renews the lease`);
    else if (names.length === 0 && input.open && statement === undefined)
      found.set(module, `what ${own} writes`);
  }
  return found;
}

function isCalled(callers: Callers, module: SourceModule, within: number): boolean {
  const named = namedAround(module, within);
  return named !== TOP && callers.of(module, named).length > 0;
}

/** The function with a name that a place stands in. */
function namedAround(module: SourceModule, within: number): number {
  let named = within;
  while (named !== TOP && module.functions[named]!.name === undefined)
    named = module.functions[named]!.within;
  return named;
}

/** The names of what a call of DynamoDB or a statement writes, as far as they are written out. */
export function namesWritten(program: Program, store: StoreCall): readonly string[] {
  const { module, input, within, statement } = store;
  if (statement !== undefined) return statement.match(/\w+/g) ?? [];
  // What an update takes away, or asks for in its condition, it does not write.
  const set = columnsSet(program, store);
  if (set !== undefined) return set;
  const item =
    input.members.get('Item') ??
    input.members.get('ExpressionAttributeNames') ??
    input.members.get('UpdateExpression');
  if (item === undefined) return [];
  const parts = [...partsOf(item, module)];
  const meaning = program.resolve(module, item, within);
  if (meaning.kind === 'value') parts.push(...partsOf(meaning.value, meaning.module));
  return parts.flatMap((part) => {
    if (part.kind === 'object')
      return part.members.flatMap(({ name, value }) =>
        value.kind === 'literal' && typeof value.value === 'string' ? [name, value.value] : [name],
      );
    return part.kind === 'literal' && typeof part.value === 'string' ? (part.value.match(/\w+/g) ?? []) : [];
  });
}

/**
 * Whether somebody takes it only where they have nothing in memory yet, and go on with what they have otherwise: the
 * lease may have ended, and somebody else may have it.
 */
function renewedBy(
  program: Program,
  callers: Callers,
  { module, within, at: place }: StoreCall,
  renewed: true | string | undefined,
): Plain {
  if (renewed === true) return true;
  const open = (decidedBy: string) => unknown('unresolved-expression', decidedBy, inCode(at(module, place)));
  const unread = unreadIn(program);
  if (unread !== undefined) return open(`reading ${unread}`);
  if (renewed !== undefined) return open(renewed);
  const named = namedAround(module, within);
  if (named === TOP) return open('who takes it');
  const asked = callers.of(module, named);
  if (asked.length === 0) return open('who takes it');
  return !asked.some(({ module: caller, call }) => leavesBefore(caller, call.within, call.at));
}

/** `if user in opened: return opened[user]` before a call, with what memory keeps. */
function leavesBefore(
  module: SourceModule,
  within: number,
  place: { line: number; column: number },
): boolean {
  if (within === TOP) return false;
  const kept = new Set(
    module.bindings.flatMap(({ target, value, within: at }) =>
      at === TOP && target.kind === 'name' && (value.kind === 'object' || value.kind === 'call')
        ? [target.name]
        : [],
    ),
  );
  return module.branches.some((branch) => {
    if (branch.within !== within || !isBefore(branch.then.end, place)) return false;
    const asked = namesIn(module, branch.test).filter((name) => kept.has(name));
    return module.returns.some(
      ({ at: end, value, within: inside }) =>
        inside === within &&
        isIn(end, branch.then) &&
        value !== undefined &&
        namesIn(module, value).some((name) => asked.includes(name)),
    );
  });
}

function namesIn(module: SourceModule, value: Expression): readonly string[] {
  return [...partsOf(value, module)].flatMap((part) => {
    if (part.kind === 'name') return [part.name];
    return part.kind === 'call' ? [lastOfReceiver(module, part.call)] : [];
  });
}

function lastOfReceiver(module: SourceModule, number: number): string {
  const { callee } = module.calls[number]!;
  return callee.kind === 'member' ? lastOf(callee.of) : '';
}
