import { callsBetween } from '../changes/calls-between.ts';
import { wordsOf } from '../changes/concern.ts';
import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Binding,
  type Call,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
} from '../code/syntax/source-module.ts';

/** Whether what failed goes anywhere but into a log, or what would decide it. */
export type Kept = boolean | { readonly decidedBy: string };

const ONLY_TELLS =
  /(^|\.)(log|info|warn|warning|error|debug|trace|exception|critical|fatal|print|captureException|capture_exception|captureMessage|addMetric|count|increment|put_metric\w*|recordException|record_exception|append_?(Persistent)?_?[kK]eys|put_?[mM]etadata|addErrorAsMetadata|addBreadcrumb|setStatus|setAttribute|addAnnotation|addMetadata)$/;
/** What makes a value of others, or looks at one. */
const ONLY_MAKES =
  /(^|\.)(format_exc|print_exc|String|stringify|str|repr|toString|dumps|inspect|now|time|utcnow|isoformat|toISOString|Date|Error|format|join|includes|startsWith|endsWith|isinstance|is\w+|getattr|hasattr|hasOwnProperty|get|keys|len|type|child|bind|logger|getLogger|get_logger|perf_counter|getTime|model_dump\w*|dict|json_dumps|split|slice|trim|replace|toFixed|toUpperCase|toLowerCase|map|filter)$/;
const ANSWERS =
  /(^|\.)(status|json|send|end|reply|response|code|next|reject|redirect|render|sendStatus|fail|abort)$/;
/** What only measures or traces, whatever it is called: `span.addEvent()`, `failures_counter.add(1)`. */
const MEASURES =
  /^(spans?|tracers?|loggers?|metrics?|meters?|counters?|histograms?|gauges?|statsd|telemetry)$/;
/** Words for what is said of something, and kept nowhere but beside a log: `putMetricData`. */
const OF_LOGS = /^(metrics?|annotations?|breadcrumbs?)$/;
/** Undoes or gives back what the work began with; `response.end()` answers. */
const CLEARS_UP =
  /(^|\.)(rollback|close|\w*(client|conn|connection|lock|mutex|semaphore|session|cursor|pool|runner)\w*(\(\))?\.release)$|(?<!(^|\.)(res|resp|response|reply|ctx)(\.\w+\(\))*)\.end$/i;
/** What puts something where it is found again, tries again, or tells somebody. */
const KEEPS =
  /^(put|send|enqueue|requeue|publish|push|append|add|insert|create|update|save|write|store|persist|keep|mark|record|retry|repeat|schedule|notify|alert|emit|dispatch|execute|commit|release|nack)$/;
/** What stands before such a word and changes nothing of it: `safe_send`. */
const BEFORE = /^(|re|safe|safely|do|try|async|auto|bulk|batch)$/;
const FURTHEST = 3;

/** What becomes of what failed where a range runs for it: it is thrown on, answered, put somewhere, tried again. */
export function keptIn(program: Program, module: SourceModule, caught: Range, steps = 0): Kept {
  if (module.throws.some(({ at }) => isIn(at, caught))) return true;
  const given =
    steps > 0 ? [] : module.returns.filter(({ at, value }) => value !== undefined && isIn(at, caught));
  // What is given back may tell who asked that it failed; what a function gives that only helps tells nobody.
  if (given.some(({ value }) => !isNothing(value!))) return true;
  const calls = callsBetween(module, caught).map((call) => keptByCall(program, module, call, steps));
  if (calls.includes(true)) return true;
  const open = calls.find((one) => typeof one === 'object');
  if (open !== undefined) return open;
  const noted = module.bindings.find(
    (one) => isIn(one.at, caught) && (!one.declares || isSetElsewhere(module, one, caught)),
  );
  if (noted !== undefined)
    return { decidedBy: `what becomes of ${lastOf(noted.target) || 'what is noted'} afterwards` };
  return given.length === 0 ? false : { decidedBy: 'whether who asked looks at what is given back' };
}

/** A name that is set outside of a range as well, in the same function: Python declares where it sets. */
function isSetElsewhere(module: SourceModule, { target, within }: Binding, range: Range): boolean {
  return (
    target.kind === 'name' &&
    module.bindings.some(
      (other) =>
        other.within === within &&
        other.target.kind === 'name' &&
        other.target.name === target.name &&
        !isIn(other.at, range),
    )
  );
}

/** What becomes of what failed where a function is handed to `catch`. */
export function keptBy(program: Program, module: SourceModule, handler: Expression, within: number): Kept {
  if (handler.kind !== 'function') {
    const path = program.pathOf(module, handler, within) ?? lastOf(handler);
    if (ONLY_TELLS.test(path)) return false;
    if (ANSWERS.test(path)) return true;
    return (
      followed(program, module, handler, within, 0) ?? { decidedBy: `what ${path === '' ? 'it' : path} does` }
    );
  }
  const own = module.functions[handler.function]!;
  const kept = keptIn(program, module, own);
  const gives = own.gives;
  return kept === false && gives !== undefined && gives.kind !== 'call'
    ? { decidedBy: 'whether who asked looks at what is given instead' }
    : kept;
}

function keptByCall(program: Program, module: SourceModule, call: Call, steps: number): Kept {
  const name = call.path ?? lastOf(call.callee);
  const looks = onlyLooks(module, call, name);
  if (ANSWERS.test(name) && !looks) return true;
  if (ONLY_TELLS.test(name) || ONLY_MAKES.test(name)) return false;
  return (
    followed(program, module, call.callee, call.within, steps) ??
    (looks ? false : keptByName(module, call, name))
  );
}

/** Whether a call measures, undoes what was begun, or reads what a response says. */
function onlyLooks(module: SourceModule, { callee, arguments: given }: Call, name: string): boolean {
  const last = lastOf(callee);
  return (
    CLEARS_UP.test(name) ||
    /(^|\.)std(err|out)\.write$/.test(name) ||
    (last === 'json' && given.length === 0) ||
    (last === 'next' && module.language === 'python') ||
    name
      .split('.')
      .slice(0, -1)
      .some((of) => MEASURES.test(wordsOf(of).findLast((word) => word !== '') ?? ''))
  );
}

function keptByName(module: SourceModule, { callee, within }: Call, name: string): Kept {
  const words = wordsOf(lastOf(callee));
  const verb = words.find((word) => !BEFORE.test(word)) ?? '';
  const keeps = KEEPS.test(verb) || (verb === 'change' && words.includes('message'));
  if (!keeps) return { decidedBy: `what ${name === '' ? 'the call' : name} does` };
  if (words.some((word) => OF_LOGS.test(word))) return false;
  const list = callee.kind === 'member' && callee.of.kind === 'name' ? callee.of.name : undefined;
  const isOfFunction =
    /^(push|append|add)$/.test(lastOf(callee)) &&
    module.bindings.some(
      ({ target, value, within: at }) =>
        at === within && target.kind === 'name' && target.name === list && value.kind === 'list',
    );
  return isOfFunction ? { decidedBy: `what becomes of ${list} afterwards` } : true;
}

/** What a function of the repository does with it; nothing where it leads to none. */
function followed(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps: number,
): Kept | undefined {
  if (steps >= FURTHEST) return undefined;
  const { functions } = program.functionsOf(program.resolve(module, value, within));
  const all = functions.map((one) =>
    keptIn(program, one.module, one.module.functions[one.function]!, steps + 1),
  );
  if (all.length === 0 || all.includes(true)) return all.length === 0 ? undefined : true;
  return all.find((one) => typeof one === 'object') ?? false;
}

function isNothing(value: Expression): boolean {
  return (
    (value.kind === 'literal' && value.value === null) ||
    (value.kind === 'name' && value.name === 'undefined')
  );
}
