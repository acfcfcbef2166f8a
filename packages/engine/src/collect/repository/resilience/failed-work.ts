import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { callsBetween } from '../changes/calls-between.ts';
import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isBefore,
  isIn,
  type Place,
  type Range,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { addressOf, at, functionAround } from '../practices/places.ts';
import { type Kept, keptBy, keptIn } from './kept-failures.ts';

/** Names of work that somebody counts on, and that is done for others. */
const WORK =
  /^(send(_?(e?mail|message|sms|invoice|receipt|notification|reminder))?|send[A-Z]\w*|deliver\w*|dispatch\w*|publish\w*|enqueue\w*|charge\w*|refund\w*|export\w*|keep|store|save|upload\w*|process_?(order|payment|message|record|job|document)\w*|ship\w*|invoice\w*)$/i;
/** Catches around work that somebody counts on, and whether what failed goes anywhere but into a log. */
export function failedWork(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const found = new Map<string, RepositoryFact>();
  const add = (within: number, place: Place, work: string, kept: Kept) => {
    const address = `failed work in ${addressOf(module, within)}`;
    if (found.has(address)) return;
    const where = at(module, place);
    found.set(
      address,
      fact({
        type: 'Repository::FailedWork',
        address,
        at: where,
        properties: {
          path: module.file,
          function: functionAround(module, within),
          work,
          kept:
            typeof kept === 'boolean'
              ? kept
              : unknown('unresolved-expression', kept.decidedBy, inCode(where)),
        },
      }),
    );
  };
  for (const { tried, caught, types, within, at: place } of module.catches) {
    if (within === TOP) continue;
    const work = callsIn(module, tried, within).find(isWork);
    if (work === undefined) continue;
    const kept = isTold(module, tried, caught, within) || keptIn(program, module, caught);
    const name = lastOf(work.callee);
    add(within, place, name, kept === false ? (unlessOfOthers(types, name) ?? false) : kept);
  }
  for (const call of module.calls) {
    const { callee, arguments: given, within } = call;
    const [handler] = given;
    if (callee.kind !== 'member' || callee.name !== 'catch' || handler === undefined || within === TOP)
      continue;
    const work = workIn(module, call);
    if (work !== undefined)
      add(within, call.at, lastOf(work.callee), keptBy(program, module, handler.value, within));
  }
  return [...found.values()];
}

/** One kind of failure of a client may not be that of the work at all: `except queue.exceptions.ReceiptHandleIsInvalid`. */
function unlessOfOthers(types: readonly Expression[], work: string): Kept | undefined {
  const isOfOneKind = (type: Expression) =>
    type.kind === 'member' && lastOf(type.of) === 'exceptions' && type.name !== 'ClientError';
  if (types.length === 0 || !types.every(isOfOneKind)) return undefined;
  return { decidedBy: `whether ${work} fails with ${types.map(lastOf).join(' or ')}` };
}

/** What is given back where it went well, and what is where it did not, are two things: who asked can tell. */
function isTold(module: SourceModule, tried: Range, caught: Range, within: number): boolean {
  const own = module.returns.filter(({ within: inside, value }) => inside === within && value !== undefined);
  const well = own.filter(({ at: place }) => isIn(place, tried));
  const otherwise = own.filter(({ at: place }) => isBefore(caught.end, place));
  return well.some((one) => otherwise.some((other) => !isTheSame(one.value!, other.value!)));
}

function isTheSame(a: Expression, b: Expression): boolean {
  return (
    (a.kind === 'literal' && b.kind === 'literal' && a.value === b.value) ||
    (a.kind === 'name' && b.kind === 'name' && a.name === b.name)
  );
}

function callsIn(module: SourceModule, range: Range, within: number): readonly Call[] {
  return callsBetween(module, range).filter((call) => call.within === within);
}

function isWork(call: Call): boolean {
  const name = lastOf(call.callee);
  // `response.send()` answers; `client.send(new GetCommand())` asks.
  return (
    WORK.test(name) && !/(^|\.)(res|response|reply|h|ctx)\.send$/.test(call.path ?? '') && !sendsCommand(call)
  );
}

/** `client.send(command)`: what is handed to a client of AWS is called so, unless it sends or publishes something itself. */
function sendsCommand({ callee, path, arguments: given }: Call): boolean {
  if (lastOf(callee) !== 'send') return false;
  const [first] = given;
  if (given.length !== 1 || first === undefined) return false;
  return (
    first.value.kind === 'call' ||
    (first.value.kind === 'name' && /command|params|input/i.test(first.value.name)) ||
    /(^|\.)\w*(client|ddb|db|dynamo\w*|s3|ssm|sqs|sns|ses|kms|cognito\w*|lambda|events?|eb)\w*\.send$/i.test(
      path ?? '',
    )
  );
}

/** `work().then(…).catch(log)`: work in the chain, or in what its parts are handed. */
function workIn(module: SourceModule, end: Call): Call | undefined {
  const inside = callsBetween(module, end).filter((call) => call !== end);
  return inside.find(isWork);
}
