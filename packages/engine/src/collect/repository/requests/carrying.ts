import { callersIn } from '../changes/origins.ts';
import { type FunctionAt, lastName } from '../code/behaviour/reach.ts';
import { bodyParameter } from '../code/behaviour/validation.ts';
import { argumentFor } from '../code/names/arguments.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Served } from '../code/routes/served.ts';
import type { Call, Expression, Member, SourceModule } from '../code/syntax/source-module.ts';
import { putInto } from '../practices/filled-lists.ts';
import { unreadIn } from '../practices/unread.ts';
import { BODY_CALL, bodyOf, byName, type Carried, fetched, messagesIn, ofChain, SECRET } from './carried.ts';
import { isFetchedSecret } from './fetched-secrets.ts';
import { depthOf, type Followed, isFoundElsewhere, listGivenTo, memberOf, valuesOf } from './followed.ts';
import { isTypeOfMessages, receivesMessages } from './received-messages.ts';
import { ofValidation } from './validation-errors.ts';
import { chainOf } from './written-as.ts';

/** Functions that only write a value in another form. */
const REWRITES =
  /^(JSON\.stringify|JSON\.parse|json\.dumps|json\.loads|json\.load|str|repr|String|util\.inspect|inspect|pformat|pprint\.pformat|dict|list|base64\.b64decode|Object\.(assign|entries|values|fromEntries))$/;
const REWRITES_ITSELF =
  /^(toString|decode|encode|slice|substring|substr|strip|trim|model_dump|model_dump_json|dict|toJSON|copy|format|get_json|items|join)$/;
/** What reads a text gives what stood in it. */
const PARSES = /^(parse|parseSync|parse_raw|loads?|safe_?load|DictReader|reader)$/i;
/** An error of class-validator holds what was validated, in `target` and `value`. */
const OF_VALIDATION = /^(Array<)?ValidationError\b/;
const VALIDATES = /^class-validator\.(validate|validateSync)$/;
const KEPT = /Body|\bs3\b|bucket|blob|document|storage|\bstore\b/i;
const READS_KEPT = /\.(read|transformToString|read_text|readText)$/;
/** Gives members of a list as they are. */
const KEEPS_MEMBERS = /^(filter|sort|toSorted|reverse|toReversed|at|pop|shift|find|concat|flat|splice)$/;
/** What is called so leaves something out, and nobody sees here what. */
const LEAVES_OUT =
  /redact|mask|saniti[sz]e|scrub|censor|strip|clean|hide|hidden|obfuscat|anonymi[sz]|pseudonymi[sz]|omit|pick|safe|without|encrypt|hash|digest/i;
/** As the program says of a name that leads to such a file. */
const NOT_READ = / is not read$/;
const DEEPEST = 10;
/** So many functions are followed into what they give. */
const MOST_FUNCTIONS = 5;
/** So many in all, for one value that is logged. */
const MOST_FOLLOWED = 400;

interface ParameterAt extends FunctionAt {
  readonly parameter: number;
  /** Only the bodies of messages that are handed over. */
  readonly ofMessages?: true;
}

/** What callers hand over for a parameter: of itself, and parameters of theirs. */
interface Handed {
  readonly carried: readonly Carried[];
  readonly from: readonly ParameterAt[];
}

/** What an object keeps of what it was called with. */
const KEPT_EVENT = /^(self|this|cls)\._?(event|evt|request|req)$/;

/** Follows what is handed on to where it came from. */
export class Carrying {
  readonly #program: Program;
  readonly #handlers: ReadonlyMap<SourceModule, ReadonlySet<number>>;
  /** Parameters of routes that are the body itself: a model of pydantic, `@Body()`. */
  readonly #bodies: ReadonlySet<string>;
  readonly #handed = new Map<string, Handed>();
  /** The parameters that are come upon while it is looked what callers hand over for one. */
  #comeUpon: ParameterAt[] | undefined;
  #followed: Followed | undefined;
  #followedSoFar = 0;

  constructor(program: Program, served: Served) {
    this.#program = program;
    const handlers = new Map<SourceModule, Set<number>>();
    for (const { module, function: number } of served.handlers)
      handlers.set(module, (handlers.get(module) ?? new Set()).add(number));
    this.#handlers = handlers;
    this.#bodies = bodiesOf(program, served);
  }

  in({ module, value, within }: ValueAt, steps = 0): readonly Carried[] {
    if (steps > DEEPEST) return [{ of: 'unknown', what: 'following it through fewer steps', at: value.at }];
    if (steps === 0 && this.#comeUpon === undefined) this.#followedSoFar = 0;
    const next = (one: Expression) => this.in({ module, value: one, within }, steps + 1);
    switch (value.kind) {
      case 'object':
        return [
          ...value.members.flatMap((one) => this.#ofMember({ module, value: one.value, within }, one, steps)),
          ...(value.spread ?? []).flatMap(next),
          ...this.#program
            .scopes(module)
            .allAdded(value)
            .flatMap(({ target, value: added, within: at }) =>
              target.kind === 'member'
                ? this.#ofMember({ module, value: added, within: at }, target, steps)
                : [],
            ),
        ];
      case 'list':
        return [
          ...value.items.flatMap(next),
          ...putInto(this.#program, value).flatMap((put) =>
            put === undefined
              ? { of: 'unknown' as const, what: 'reading what is put into the list', at: value.at }
              : this.in(put, steps + 1),
          ),
        ];
      case 'choice':
        return value.of.flatMap(next);
      case 'both':
        return value.of.slice(-1).flatMap(next);
      case 'text':
        return module.texts[value.text]!.parts.flatMap((part) =>
          typeof part === 'string' ? [] : next(part),
        );
      case 'index':
        return next(value.of);
      case 'call':
        return this.#ofCall(module, value.call, steps).map((one) => ({ ...one, at: value.at }));
      case 'name':
      case 'member':
        return this.#ofName(module, value, within, steps);
      default:
        return [];
    }
  }

  #ofMember(of: ValueAt, { name, at }: Pick<Member, 'name' | 'at'>, steps: number): readonly Carried[] {
    if (of.value.kind !== 'name' && of.value.kind !== 'member') return this.in(of, steps + 1);
    const carried = SECRET.test(name) ? [] : this.in(of, steps + 1);
    return carried.length > 0 ? carried : byName(name, name, at);
  }

  #ofCall(module: SourceModule, number: number, steps: number): readonly Carried[] {
    const call = module.calls[number]!;
    const chain = chainOf(call.callee, module) ?? '';
    const last = lastName(call.callee) ?? '';
    const [first] = call.arguments;
    if (receivesMessages(this.#program, module, call)) return [messagesIn(`${chain}()`, call.at)];
    if (isFetchedSecret(this.#program, module, call, [])) return [fetched(chain, call.at)];
    if (BODY_CALL.test(chain))
      return [{ of: 'body', what: `${chain}(), the body of a request,`, at: call.at }];
    if (last === 'get' && first?.value.kind === 'literal' && call.callee.kind === 'member') {
      const member: Expression = {
        kind: 'member',
        of: call.callee.of,
        name: String(first.value.value),
        at: call.at,
      };
      return this.in({ module, value: member, within: call.within }, steps + 1);
    }
    if (READS_KEPT.test(chain) && KEPT.test(chain))
      return [{ of: 'content', what: `what ${chain}() gives, the content of a kept file,`, at: call.at }];
    const given = () =>
      call.arguments.flatMap(({ value }) => this.in({ module, value, within: call.within }, steps + 1));
    if (VALIDATES.test(this.#program.pathOf(module, call.callee, call.within) ?? ''))
      return [ofValidation(this.#program, call.at)];
    // An error is written with its text.
    if (call.isNew && /(Error|Exception)$/.test(last)) return given();
    if (REWRITES.test(call.path ?? chain) || REWRITES.test(chain)) return given();
    if (PARSES.test(last) && first !== undefined)
      return this.in({ module, value: first.value, within: call.within }, steps + 1);
    if (call.callee.kind === 'member' && /^(map|flatMap|reduce)$/.test(last)) {
      const all = this.in({ module, value: call.callee.of, within: call.within }, steps + 1);
      const [whole] = all;
      if (whole === undefined) return [];
      // What a message has beside its body may be in every log.
      if (all.every(({ messages }) => messages) && first?.value.kind === 'function' && last !== 'reduce')
        return valuesOf({ module, function: first.value.function }).flatMap((one) => this.in(one, steps + 1));
      return [{ of: 'unknown', what: `telling what ${last} leaves of ${whole.what}`, at: call.at }];
    }
    if (call.callee.kind === 'member' && KEEPS_MEMBERS.test(last)) {
      const all = this.in({ module, value: call.callee.of, within: call.within }, steps + 1);
      return all.filter(({ messages }) => messages);
    }
    if (call.callee.kind === 'member' && REWRITES_ITSELF.test(last))
      return [
        ...this.in({ module, value: call.callee.of, within: call.within }, steps + 1),
        ...(last === 'format' ? given() : []),
      ];
    return this.#givenBy(module, call, [], steps);
  }

  /** What functions of the repository give where they are called, or a member of that. */
  #givenBy(module: SourceModule, call: Call, members: readonly string[], steps: number): readonly Carried[] {
    const callee = this.#program.resolve(module, call.callee, call.within);
    const unread = this.#unreadOf(callee);
    if (unread !== undefined)
      return [
        {
          of: 'unknown',
          what: `reading what ${lastName(call.callee) ?? 'it'} gives: ${unread}`,
          at: call.at,
        },
      ];
    const { functions } = this.#program.functionsOf(callee);
    const before = this.#followed;
    const found = functions.flatMap((one): readonly Carried[] => {
      const depth = depthOf(before, one);
      // What gives itself gives nothing more.
      if (depth === undefined) return [];
      const name = lastName(call.callee) ?? 'it';
      if (depth >= MOST_FUNCTIONS || steps >= DEEPEST || ++this.#followedSoFar > MOST_FOLLOWED)
        return [{ of: 'unknown', what: `following what ${name} gives`, at: call.at }];
      this.#followed = { ...one, call, from: module, before };
      const given = valuesOf(one).flatMap((own) => this.in(memberOf(own, members), steps + 1));
      this.#followed = before;
      const [first] = given;
      return first !== undefined && LEAVES_OUT.test(name)
        ? [{ of: 'unknown', what: `telling what ${name} leaves of ${first.what}`, at: call.at }]
        : given;
    });
    return found;
  }

  /** Why it is not seen what is called, where that is in a file that was not read: itself, or what it is a method of. */
  #unreadOf(callee: Meaning): string | undefined {
    if (callee.kind === 'several')
      return callee.of.map((one) => this.#unreadOf(one)).find((one) => one !== undefined);
    if (callee.kind === 'open') return NOT_READ.test(callee.why) ? callee.why : undefined;
    if (callee.kind !== 'made') return undefined;
    const made = callee.module.calls[callee.call]!;
    const of = this.#program.resolve(callee.module, made.callee, made.within);
    return of.kind === 'open' && NOT_READ.test(of.why) ? of.why : undefined;
  }

  /** What a parameter is given where the function is followed from a call; nothing where it is not followed. */
  #givenFor(
    { module, function: number, parameter, members }: Extract<Meaning, { kind: 'parameter' }>,
    steps: number,
  ): readonly Carried[] | undefined {
    const now = this.#followed;
    let followed = now;
    while (followed !== undefined && (followed.module !== module || followed.function !== number))
      followed = followed.before;
    if (followed === undefined) return undefined;
    const { call, from, before } = followed;
    const made = module.functions[number]!;
    const given = argumentFor(call, made, parameter)?.value ?? made.parameters[parameter]!.otherwise;
    if (given === undefined) return [];
    this.#followed = before;
    const found = this.in(memberOf({ module: from, value: given, within: call.within }, members), steps + 1);
    this.#followed = now;
    return found;
  }

  #ofName(module: SourceModule, value: Expression, within: number, steps: number): readonly Carried[] {
    const chain = chainOf(value, module) ?? '';
    const named = ofChain(chain, value.at);
    if (named !== undefined) return [named];
    const meaning = this.#program.resolve(module, value, within);
    const last = lastName(value) ?? '';
    if (isWritten(meaning)) return [];
    if (SECRET.test(last)) return byName(last, chain || last, value.at);
    const carried = [
      ...this.#ofMeaning(meaning, chain, steps),
      ...(meaning.kind === 'open' ? this.#ofMessage(module, value, within, steps) : []),
    ].map((one) => ({ ...one, at: value.at }));
    if (carried.length > 0) return carried;
    return KEPT_EVENT.test(chain)
      ? [{ of: 'unknown', what: `telling what ${chain} holds`, at: value.at }]
      : byName(last, chain || last, value.at);
  }

  /** `message.Body` of one that was received, and a name that was given such a member. */
  #ofMessage(module: SourceModule, value: Expression, within: number, steps: number): readonly Carried[] {
    if (value.kind === 'member')
      return value.name === 'Body'
        ? this.in({ module, value: value.of, within }, steps + 1)
            .filter(({ messages }) => messages)
            .map(bodyOf)
        : [];
    if (value.kind !== 'name') return [];
    return this.#program
      .scopes(module)
      .lookUp(value.name, within)
      .flatMap((one) =>
        one.kind === 'binding' && one.binding.value.kind === 'member' && one.binding.value.name === 'Body'
          ? this.#ofMessage(module, one.binding.value, one.binding.within, steps + 1)
          : [],
      );
  }

  #ofMeaning(meaning: Meaning, chain: string, steps: number): readonly Carried[] {
    switch (meaning.kind) {
      case 'several':
        return meaning.of.flatMap((one) => this.#ofMeaning(one, chain, steps + 1));
      case 'value':
        return this.in(meaning, steps + 1);
      case 'made':
        return this.#ofMade(meaning, steps + 1);
      case 'parameter':
        return this.#ofParameter(meaning, chain, steps);
      default:
        return [];
    }
  }

  #ofMade({ module, call: number, members }: Extract<Meaning, { kind: 'made' }>, steps: number) {
    if (members.length === 0) return this.#ofCall(module, number, steps);
    const call = module.calls[number]!;
    if (isFetchedSecret(this.#program, module, call, members))
      return [fetched(chainOf(call.callee, module) ?? 'it', call.at)];
    if (!receivesMessages(this.#program, module, call)) return this.#givenBy(module, call, members, steps);
    return members.length === 1 && members[0] === 'Messages'
      ? [messagesIn(`${chainOf(call.callee, module) ?? 'it'}().Messages`, call.at)]
      : [];
  }

  #ofParameter(
    meaning: Extract<Meaning, { kind: 'parameter' }>,
    chain: string,
    steps: number,
  ): readonly Carried[] {
    const { module, function: number, parameter, members } = meaning;
    const { at, parameters } = module.functions[number]!;
    const { name, type } = parameters[parameter]!;
    const ofMessages = isTypeOfMessages(this.#program, module, type);
    if (ofMessages === 'yes') {
      if (members.length === 0 || members.join() === 'Messages') return [messagesIn(chain, at)];
      if (members.join() === 'Body') return [bodyOf(messagesIn(chain.replace(/\.Body$/, ''), at))];
    }
    if (ofMessages === 'perhaps' && /^(Messages|Body)?$/.test(members.join('.')))
      return [{ of: 'unknown', what: `reading what ${type} is`, at }];
    const given = this.#givenFor(meaning, steps);
    if (given !== undefined && given.length > 0) return given;
    if (members.length === 0 && OF_VALIDATION.test(type ?? '')) return [ofValidation(this.#program, at)];
    if (members.length === 0 && this.#bodies.has(idOf({ module, function: number }, parameter)))
      return [{ of: 'body', what: `${chain}, the body of a request,`, at }];
    const isEvent = parameter === 0 && /^(event|evt)$/.test(name ?? '');
    if (members.length === 0) {
      if (isEvent && this.#handlers.get(module)?.has(number) === true)
        return [{ of: 'request', what: `${name}, a request as a whole,`, at }];
      if (isEvent && given === undefined)
        return [{ of: 'unknown', what: `looking at what ${module.file} is called with`, at }];
      if (/^_?(req|request|ctx)$/.test(name ?? '') && module.language === 'script')
        return [{ of: 'request', what: `${name}, a request as a whole,`, at }];
      return given ?? this.#handedTo({ module, function: number, parameter });
    }
    if (members.join() === 'Body' && given === undefined)
      return this.#handedTo({ module, function: number, parameter, ofMessages: true });
    // A message has a body, and what a bucket tells has none.
    const mayBeEvent = isEvent || (parameter === 0 && name === undefined);
    if (mayBeEvent && members.join() === 'Records')
      return [{ of: 'unknown', what: `looking at what ${module.file} is called with`, at }];
    const whole = ofChain(`${name ?? 'request'}.${members.join('.')}`, at);
    return whole === undefined ? [] : [whole];
  }

  /** What those who call a function hand over, and those who call these, however many there are. */
  #handedTo(one: ParameterAt): readonly Carried[] {
    if (this.#comeUpon !== undefined) {
      this.#comeUpon.push(one);
      return [];
    }
    const all = new Map([[`${idOf(one, one.parameter)}${one.ofMessages ? ' Body' : ''}`, one]]);
    const found = new Map<string, Carried>();
    // A map is walked on while it grows.
    for (const each of all.values()) {
      const { carried, from } = this.#handedItself(each);
      for (const own of carried) {
        if (each.ofMessages && !own.messages && own.of !== 'unknown') continue;
        const kept = each.ofMessages && own.messages ? bodyOf(own) : own;
        found.set(`${kept.of} ${kept.what}`, kept);
      }
      for (const own of from) {
        const next = each.ofMessages ? ({ ...own, ofMessages: true } as const) : own;
        all.set(`${idOf(own, own.parameter)}${next.ofMessages ? ' Body' : ''}`, next);
      }
    }
    return [...found.values()];
  }

  /** What is handed over where a function is called, or the list that it is called with each member of. */
  #handedItself(to: ParameterAt): Handed {
    const id = idOf(to, to.parameter);
    const before = this.#handed.get(id);
    if (before !== undefined) return before;
    const own = to.module.functions[to.function]!;
    const values = callersIn(this.#program).handed(to.module, to.function, to.parameter);
    const each = to.parameter === 0 ? listGivenTo(to) : undefined;
    const from: ParameterAt[] = [];
    const followed = this.#followed;
    this.#comeUpon = from;
    this.#followed = undefined;
    const seen = [...values, ...(each === undefined ? [] : [each])].flatMap((one) => this.in(one));
    this.#comeUpon = undefined;
    this.#followed = followed;
    const unread = isFoundElsewhere(to) ? unreadIn(this.#program, to.module) : undefined;
    const carried: readonly Carried[] =
      unread === undefined ? seen : [...seen, { of: 'unknown', what: `reading ${unread}`, at: own.at }];
    const handed = { carried, from };
    this.#handed.set(id, handed);
    return handed;
  }
}

/** A value that stands in the code, and so is nobody's secret but that of the code. */
function isWritten(meaning: Meaning): boolean {
  return meaning.kind === 'value' && (meaning.value.kind === 'literal' || meaning.value.kind === 'compare');
}

function bodiesOf(program: Program, served: Served): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { handlers, framework } of served.routes)
    for (const one of handlers)
      for (const [index, parameter] of one.module.functions[one.function]!.parameters.entries())
        if (
          parameter.members === undefined &&
          bodyParameter(program, one.module, parameter, one.function, framework) !== undefined
        )
          found.add(idOf(one, index));
  return found;
}

function idOf({ module, function: number }: FunctionAt, parameter: number): string {
  return `${module.file}#${number}#${parameter}`;
}
