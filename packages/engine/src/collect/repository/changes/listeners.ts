import type { FunctionAt } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isInside,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { parentsIn } from './call-parents.ts';
import { lastOf } from './origins.ts';

export const LISTENS_BY_NAME = /^(on|once|addListener|prependListener|prependOnceListener)$/;
/** Who emits an event waits for nobody. Source: nodejs.org/api/events.html, "Asynchronous vs. synchronous" */
const STREAM =
  /(^|\.)(pipe|createReadStream|createInterface|PassThrough|Readable(\.from)?)\(\)|^(csv-parser|csv-parse|fast-csv|split2|busboy)\b[^(]*\(\)/;
const MAKES_STREAM = /^(pipe|createReadStream|Readable|PassThrough)$/;
const GOES_ON = /^(on|once|addListener|prependListener|setEncoding|unpipe|resume|pause)$/;
/** These wait for what is registered by the same words. Sources: telegraf.js.org, grammy.dev, github.com/octokit/webhooks.js */
const AWAITS = /^(telegraf|grammy|probot|@octokit\/(webhooks|app))\b/;
const SETTLES = /^(done|cb|callback|next|ack|resolve)$/;
const ANSWERS =
  /(^|\.)(res|resp|response|reply|ws|socket|connection|parentPort)(\.\w+\(\d*\))*\.(send|json|end|sendStatus|redirect|render|postMessage)$/;

/** How what emits an event treats the promise of a listener: `undefined` where the listener itself says when it has ended. */
export function heardBy(
  program: Program,
  module: SourceModule,
  taker: Call,
  listener: FunctionAt,
): 'late' | 'open' | undefined {
  if (module.language !== 'script' || !LISTENS_BY_NAME.test(lastOf(taker.callee))) return undefined;
  const saysWhen = saysItsEnd(listener);
  if (saysWhen && !isOfData(taker)) return undefined;
  const path = program.pathOf(module, taker.callee, taker.within) ?? '';
  if (AWAITS.test(path)) return undefined;
  if (!STREAM.test(path) && !isStream(program, module, taker.callee, taker.within)) return 'open';
  // A file that reads a stream when it is loaded answers nobody.
  if (taker.within === TOP) return undefined;
  return saysWhen || holdsBack(listener) || !isOfData(taker) ? 'open' : 'late';
}

function isStream(program: Program, module: SourceModule, callee: Expression, within: number): boolean {
  if (callee.kind !== 'member') return false;
  const of = program.resolve(module, callee.of, within);
  if (of.kind !== 'made' || of.members.length > 0) return false;
  const call = of.module.calls[of.call]!;
  const last = lastOf(call.callee);
  return (
    MAKES_STREAM.test(last) || (GOES_ON.test(last) && isStream(program, of.module, call.callee, call.within))
  );
}

/** What comes of an error, or after the last piece, may concern nobody who waits. */
function isOfData({ arguments: [event] }: Call): boolean {
  return (
    event?.value.kind === 'literal' && /^(data|line|row|record|entry|file)$/.test(String(event.value.value))
  );
}

/** `stream.pause()` … `stream.resume()`: nothing more comes until then. Who hears another event may wait for that. */
function holdsBack(listener: FunctionAt): boolean {
  return callsInside(listener).some(({ callee }) => /^(resume|emit)$/.test(lastOf(callee)));
}

/** Whether it answers, or settles the promise around it: `on('end', async () => { await store(all); resolve(); })`. */
function saysItsEnd(listener: FunctionAt): boolean {
  const settles = settlesAround(listener);
  return callsInside(listener).some(
    ({ path = '' }) => SETTLES.test(path) || settles.has(path) || ANSWERS.test(path),
  );
}

/** What the promises around a function call their first parameter. */
function settlesAround({ module, function: listener }: FunctionAt): ReadonlySet<string> {
  const names = new Set<string>();
  for (let at = module.functions[listener]!.within; at !== TOP; at = module.functions[at]!.within) {
    const parent = parentsIn(module).functions.get(at);
    const name = module.functions[at]!.parameters[0]?.name;
    if (parent?.kind === 'argument' && module.calls[parent.call]!.isNew && name !== undefined)
      names.add(name);
  }
  return names;
}

function callsInside({ module, function: listener }: FunctionAt): readonly Call[] {
  return module.calls.filter(({ within }) => isInside(module, within, listener));
}
