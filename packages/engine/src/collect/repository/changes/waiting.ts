import type { FunctionAt } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isInside,
  type Place,
  type SourceModule,
  TOP,
} from '../code/syntax/source-module.ts';
import { callsTold, inOrder, type ToldCall } from '../joins/told-calls.ts';
import { isOfAPage } from '../practices/pages.ts';
import { functionAround } from '../practices/places.ts';
import { answersIn, callbackOf, isAnsweredAfter, isAnsweredBefore } from './answered.ts';
import { parentsIn } from './call-parents.ts';
import { callsBetween } from './calls-between.ts';
import { concerns } from './concern.ts';
import { comparesCount, keptInMemory } from './kept-in-memory.ts';
import { heardBy, LISTENS_BY_NAME } from './listeners.ts';
import { type Callers, lastOf } from './origins.ts';
import { saidAgainAt } from './said-again.ts';
import { GATHERS, type StoreCall } from './store-calls.ts';

/** Where a change begins that somebody may be told of before it is stored. */
export interface Late {
  readonly module: SourceModule;
  readonly within: number;
  readonly at: Place;
  /** What is called there. */
  readonly call: string;
  readonly of: string;
  /** What keeps it back; `undefined` where that cannot be told, with what would decide it. */
  readonly how: string | undefined;
  readonly decidedBy?: string;
}

const NOBODY_WAITS = 'nothing waits for it';
const BESIDE = 'it is done beside the answer';
const AFTER = 'it is done after the answer';

/** What runs a function later or beside what goes on. */
const LATER =
  /^((window|globalThis)\.)?(setTimeout|setImmediate|queueMicrotask)$|^process\.nextTick$|(^|\.)(waitUntil|create_task|ensure_future|add_task|call_later|call_soon|threading\.Timer|threading\.Thread|Timer|submit)$|^next\/server\.after$/;
const AGAIN_AND_AGAIN = /^((window|globalThis)\.)?setInterval$|(^|\.)(add_job|schedule|every|repeat_every)$/;
type Later = 'once' | 'repeated' | 'on an event';

function runsLater(name: string): Later | undefined {
  if (AGAIN_AND_AGAIN.test(name)) return 'repeated';
  if (LISTENS.test(name)) return 'on an event';
  return LATER.test(name) ? 'once' : undefined;
}

function listensByName(name: string): Later | undefined {
  return LISTENS_BY_NAME.test(name) ? 'on an event' : undefined;
}

/** What keeps a function and calls it when something happens. */
const REGISTERS =
  /^(on|once|get|post|put|patch|delete|all|use|route|register|subscribe|addListener|addEventListener|handle\w*|describe|it|test|command|action|process|consume|createServer|listen|\w*[hH]ook|task|job|schedule|each|eachMessage|run|Router|middy|wrap\w*|query|mutation|procedure|set\w*Handler|define\w*|create\w*|resolver|decorate|before\w*|after\w*)$/;
/** Who emits an event waits for nobody. Sources: nodejs.org/api/events.html, docs.nestjs.com/techniques/events */
const LISTENS =
  /^(node:)?(events|eventemitter[23])(\.default)?(\.EventEmitter[23]?)?\(\)\.(on|once|addListener|prependListener)$/;
const IS_EVENT = 'OnEvent';
const AT_THE_END = /^(atexit\.register|process\.(on|once))$/;

const TOLD_BEFORE = 'whether somebody was told before that it is stored';
const MAY_CONCERN_NOBODY = 'whether anybody is told of it before it is stored';

/** Follows changes from where they are made to those who ask for them, as far as each waits for the next. */
export function lateChanges(
  program: Program,
  callers: Callers,
  stores: readonly StoreCall[],
  texts: ReadonlyMap<string, string>,
): { readonly late: readonly Late[]; readonly waited: ReadonlySet<StoreCall> } {
  const uses = new Uses(program, texts);
  const late: Late[] = [];
  const waited = new Set<StoreCall>();
  /** Functions that end when something is stored, with what that is. */
  const storing = new Map<SourceModule, Map<number, string>>();
  const open: { module: SourceModule; function: number; of: string }[] = [];
  const storesIn = (module: SourceModule, within: number, of: string) => {
    for (let at = within; at !== TOP; at = module.functions[at]!.within) {
      const own = storing.get(module) ?? new Map<number, string>();
      storing.set(module, own);
      if (!own.has(at)) {
        own.set(at, of);
        open.push({ module, function: at, of });
      }
      if (module.functions[at]!.name !== undefined) return;
    }
  };
  const look = (module: SourceModule, number: number, of: string, call: string): boolean => {
    const { within, at } = module.calls[number]!;
    const is = uses.of(module, number);
    // What a file does when it is loaded answers nobody.
    if (is.kind !== 'waited' && within === TOP) return true;
    const name = is.kind === 'waited' ? '' : (functionAround(module, within) ?? '');
    const concern = concerns(`${call} ${name}`, module.file);
    if (is.kind === 'waited') {
      if (!isAnsweredBefore(module, module.calls[number]!)) {
        storesIn(module, within, of);
        return true;
      }
      if (concern !== 'nobody') late.push({ module, within, at, call, of, ...unlessFor(concern, AFTER) });
      return false;
    }
    if (concern !== 'nobody')
      late.push({
        module,
        within,
        at,
        call,
        of,
        ...(is.kind === 'late' ? unlessFor(concern, is.how) : { how: undefined, decidedBy: is.decidedBy }),
      });
    return false;
  };
  for (const store of stores) if (look(store.module, store.number, store.of, store.name)) waited.add(store);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const { module, number, call } of callers.of(at.module, at.function)) {
      if (isOfAPage(program, module)) continue;
      look(module, number, at.of, lastOf(call.callee));
    }
    for (const { module, call, runs } of uses.handedOver(at.module, at.function)) {
      const name = module.calls[call]!;
      const concern = concerns(nameOfFunction(at.module, at.function), '');
      if (isOfAPage(program, module) || concern === 'nobody') continue;
      // What calls itself again later is a job that nobody asked for.
      if (module === at.module && isInside(module, name.within, at.function)) continue;
      const isOpen = name.within === TOP || runs !== 'once';
      late.push({
        module,
        within: name.within,
        at: name.at,
        call: nameOfFunction(at.module, at.function),
        of: at.of,
        ...(!isOpen
          ? unlessFor(concern, BESIDE)
          : runs !== 'on an event' && keptInMemory(at.module).size > 0
            ? unlessFor(concern, 'memory holds it until a timer stores it')
            : { how: undefined, decidedBy: TOLD_BEFORE }),
      });
    }
  }
  late.push(...uses.countedUp(storing));
  return { late, waited };
}

/** What keeps a change back; of one that may concern nobody that is not told. */
function unlessFor(concern: 'perhaps' | 'somebody', how: string): Pick<Late, 'how' | 'decidedBy'> {
  return concern === 'perhaps' ? { how: undefined, decidedBy: MAY_CONCERN_NOBODY } : { how };
}

interface Handed {
  readonly module: SourceModule;
  readonly call: number;
  readonly value: Expression;
  readonly runs: Later;
}

function nameOfFunction(module: SourceModule, number: number): string {
  return module.functions[number]!.name ?? '';
}

type Use =
  | { readonly kind: 'waited' }
  | { readonly kind: 'late'; readonly how: string }
  | { readonly kind: 'open'; readonly decidedBy: string };

const WAITED: Use = { kind: 'waited' };

/** What becomes of a chain whose next part answers: `.then(answer)`; nothing where it does not. */
function answeredByChain(module: SourceModule, next: Call, around: () => Use): Use | undefined {
  const [first] = next.arguments;
  if (first === undefined || lastOf(next.callee) !== 'then') return undefined;
  if (first.value.kind === 'function') {
    if (!answersIn(module, first.value.function)) return undefined;
    return isAnsweredAfter(module, next)
      ? { kind: 'open', decidedBy: 'which answer is given first' }
      : around();
  }
  return { kind: 'open', decidedBy: 'whether what its then calls answers' };
}

/** What becomes of what calls give. */
class Uses {
  readonly #program: Program;
  readonly #texts: ReadonlyMap<string, string>;

  constructor(program: Program, texts: ReadonlyMap<string, string>) {
    this.#program = program;
    this.#texts = texts;
  }

  of(module: SourceModule, number: number, steps = 0): Use {
    const call = module.calls[number]!;
    if (steps > 12) return { kind: 'open', decidedBy: 'following what waits for it' };
    const parent = parentsIn(module).calls.get(number);
    if (module.language === 'python') {
      const taker = parent?.kind === 'argument' ? module.calls[parent.call]! : undefined;
      if (taker !== undefined && LATER.test(this.#nameOf(module, taker)))
        return this.#isJoined(module, taker) ? WAITED : { kind: 'late', how: BESIDE };
      return this.#around(module, call.within, steps);
    }
    if (call.isAwaited) return this.#around(module, call.within, steps);
    if (parent === undefined) {
      const callback = callbackOf(call);
      if (callback !== undefined)
        return answersIn(module, callback)
          ? this.#around(module, call.within, steps)
          : { kind: 'open', decidedBy: 'whether the answer waits for its callback' };
      if (/Sync$/.test(lastOf(call.callee))) return WAITED;
      return this.#isStatement(module, call) ? { kind: 'late', how: NOBODY_WAITS } : WAITED;
    }
    switch (parent.kind) {
      case 'callee': {
        const next = module.calls[parent.call]!;
        const use = this.of(module, parent.call, steps + 1);
        // `put().then(() => response.json())`: nobody waits for the chain, and the answer is a part of it.
        return use.kind === 'late' && use.how === NOBODY_WAITS
          ? (answeredByChain(module, next, () => this.#around(module, call.within, steps)) ?? use)
          : use;
      }
      case 'argument': {
        const taker = module.calls[parent.call]!;
        const name = this.#nameOf(module, taker);
        if (LATER.test(name)) return { kind: 'late', how: BESIDE };
        if (GATHERS.test(lastOf(taker.callee))) return this.#gathered(module, call.within, steps);
        return this.of(module, parent.call, steps + 1);
      }
      case 'given':
        return this.#around(module, parent.function, steps);
      case 'bound':
        return this.#bound(module, call, parent.name, () => this.#around(module, call.within, steps));
      default:
        return this.#around(module, call.within, steps);
    }
  }

  /** `promises.push(put())`: all of them may be waited for together. */
  #gathered(module: SourceModule, within: number, steps: number): Use {
    for (let at = within; ; at = module.functions[at]!.within) {
      const together = module.calls.some(
        (call) => call.within === at && /^Promise\.(all|allSettled|any|race)$/.test(call.path ?? ''),
      );
      if (together) return this.#around(module, at, steps);
      if (at === TOP) return { kind: 'open', decidedBy: 'what becomes of the list that it is put into' };
    }
  }

  /** `const stored = put(); await stored`: what is said of it after an answer comes too late. */
  #bound(module: SourceModule, call: Call, name: string, around: () => Use): Use {
    const text = this.#texts.get(module.file);
    if (text === undefined) return around();
    const again = saidAgainAt(text, module, name, call);
    if (again === undefined) return { kind: 'late', how: NOBODY_WAITS };
    const { within } = call;
    return isAnsweredBefore(module, { at: again, within }) && !isAnsweredBefore(module, call)
      ? { kind: 'late', how: AFTER }
      : around();
  }

  /** Calls that a function is handed to by its name and that run it later. */
  handedOver(module: SourceModule, number: number): readonly Handed[] {
    const { name } = module.functions[number]!;
    if (name === undefined) return [];
    this.#handedOver ??= this.#allHanded();
    return (this.#handedOver.get(name) ?? []).filter(({ module: other, value, call, runs }) => {
      const taker = other.calls[call]!;
      const { within } = taker;
      if (runs === 'on an event' && !this.#isHeard(other, taker, { module, function: number })) return false;
      const { functions } = this.#program.functionsOf(this.#program.resolve(other, value, within));
      return functions.some((one) => one.module === module && one.function === number);
    });
  }

  /** Whether what emits an event may go on before the listener has ended. */
  #isHeard(module: SourceModule, taker: Call, listener: FunctionAt): boolean {
    const by = this.#nameOf(module, taker);
    if (LISTENS.test(by)) return true;
    return !AT_THE_END.test(by) && heardBy(this.#program, module, taker, listener) !== undefined;
  }

  #handedOver: ReadonlyMap<string, readonly Handed[]> | undefined;

  #allHanded(): ReadonlyMap<string, readonly Handed[]> {
    const found = new Map<string, Handed[]>();
    for (const module of this.#program.modules.values())
      for (const { number, call, is: runs } of this.#runningLater(module)) {
        if (this.#isJoined(module, call)) continue;
        for (const { value } of call.arguments) {
          const said = lastOf(value);
          if (said === '') continue;
          const before = found.get(said) ?? [];
          found.set(said, before);
          before.push({ module, call: number, value, runs });
        }
      }
    return found;
  }

  #runningLater(module: SourceModule): readonly ToldCall<Later>[] {
    const byName = callsTold(this.#program, module, 'name', runsLater);
    return inOrder(
      callsTold(this.#program, module, 'pathOrText', runsLater),
      byName.filter(({ call, as }) => this.#nameOf(module, call) === as),
      callsTold(this.#program, module, 'name', listensByName),
    );
  }

  /** What is around a place: a function with a name is waited for by those who call it; one without by what takes it. */
  #around(module: SourceModule, within: number, steps: number): Use {
    if (within === TOP) return WAITED;
    const { name, isDeclared, decorators } = module.functions[within]!;
    if (decorators.some((one) => one.kind === 'call' && lastOf(module.calls[one.call]!.callee) === IS_EVENT))
      return { kind: 'open', decidedBy: TOLD_BEFORE };
    const parent = parentsIn(module).functions.get(within);
    if (parent?.kind !== 'argument' || (name !== undefined && isDeclared)) return WAITED;
    const taker = module.calls[parent.call]!;
    const by = this.#nameOf(module, taker);
    if (LATER.test(by)) {
      // `await new Promise((done) => setTimeout(…))`.
      const outer = module.functions[within]!.within;
      const isPromise = outer !== TOP && this.#takerOf(module, outer)?.isNew === true;
      return isPromise ? WAITED : { kind: 'late', how: BESIDE };
    }
    if (AGAIN_AND_AGAIN.test(by) || LISTENS.test(by)) return { kind: 'open', decidedBy: TOLD_BEFORE };
    if (AT_THE_END.test(by)) return WAITED;
    const heard = heardBy(this.#program, module, taker, { module, function: within });
    if (heard === 'late') return { kind: 'late', how: NOBODY_WAITS };
    if (heard === 'open')
      return { kind: 'open', decidedBy: 'whether what emits the event waits for its listeners' };
    const last = lastOf(taker.callee);
    if (last === 'forEach' && module.language === 'script') return { kind: 'late', how: NOBODY_WAITS };
    if (/^(then|catch|finally|map|flatMap|all|allSettled|filter|reduce)$/.test(last))
      return this.of(module, parent.call, steps + 1);
    const use = this.of(module, parent.call, steps + 1);
    if (use.kind === 'waited' || REGISTERS.test(last) || taker.within === TOP) return WAITED;
    return {
      kind: 'open',
      decidedBy: `whether ${last === '' ? 'the call' : last} waits for what it is given`,
    };
  }

  #takerOf(module: SourceModule, number: number): Call | undefined {
    const parent = parentsIn(module).functions.get(number);
    return parent?.kind === 'argument' ? module.calls[parent.call] : undefined;
  }

  /** Whether the same function waits for what it began. */
  #isJoined(module: SourceModule, taker: Call): boolean {
    return (
      module.language === 'python' &&
      taker.within !== TOP &&
      module.calls.some(
        ({ callee, within }) =>
          within === taker.within &&
          /^(join|gather|wait|wait_for|result|as_completed|shutdown|ThreadPoolExecutor|ProcessPoolExecutor)$/.test(
            lastOf(callee),
          ),
      )
    );
  }

  #nameOf(module: SourceModule, call: Call): string {
    return this.#program.pathOf(module, call.callee, call.within) ?? call.path ?? lastOf(call.callee);
  }

  /** Whether nothing stands before a call but the end of another statement. */
  #isStatement(module: SourceModule, { at }: Call): boolean {
    const text = this.#texts.get(module.file);
    if (text === undefined) return false;
    const lines = text.split('\n', at.line);
    let before = (lines[at.line - 1] ?? '').slice(0, at.column - 1).trimEnd();
    for (let line = at.line - 2; before === '' && line >= 0; line--) {
      before = (lines[line] ?? '').replace(/\/\/.*$/, '').trimEnd();
      if (/\*\/$|^\s*\*/.test(before)) before = '';
    }
    if (before === '' || /(^|\W)void$/.test(before)) return true;
    if (/(^|\W)(else|do)$/.test(before)) return true;
    if (/(^|\W)(await|return|yield|new|of|in|typeof|case|throw|default)$/.test(before)) return false;
    return !/([=(,?:&|+\-*/!<>[.%^~]|=>)$/.test(before);
  }

  /** `if (changes >= 20) upload()`: what is stored only after several changes, which memory alone holds until then. */
  *countedUp(storing: ReadonlyMap<SourceModule, ReadonlyMap<number, string>>): Generator<Late> {
    for (const module of this.#program.modules.values()) {
      const kept = keptInMemory(module);
      if (kept.size === 0) continue;
      for (const { test, then, within } of module.branches) {
        if (within === TOP || !comparesCount(module, test, kept)) continue;
        for (const call of callsBetween(module, then)) {
          if (call.within !== within) continue;
          const { functions } = this.#program.functionsOf(
            this.#program.resolve(module, call.callee, call.within),
          );
          const of = functions
            .map((one) => storing.get(one.module)?.get(one.function))
            .find((one) => one !== undefined);
          const concern = concerns(lastOf(call.callee), module.file);
          if (of === undefined || concern === 'nobody') continue;
          yield {
            module,
            within,
            at: call.at,
            call: lastOf(call.callee),
            of,
            ...unlessFor(concern, 'memory holds several changes before they are stored'),
          };
        }
      }
    }
  }
}
