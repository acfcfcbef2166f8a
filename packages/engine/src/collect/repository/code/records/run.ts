import { onceForText } from '../../../../once-for.ts';
import { givesProven } from '../behaviour/identity-origins.ts';
import { verifiesByAnyName } from '../behaviour/known-names.ts';
import type { RoutePart } from '../behaviour/route-part.ts';
import type { Program } from '../names/program.ts';
import type { Definition } from '../names/scopes.ts';
import {
  type Call,
  type CodeFunction,
  type Expression,
  type SourceModule,
  TOP,
} from '../syntax/source-module.ts';
import { bodyFor, bodyOf } from './bodies.ts';
import { heededCalls } from './heeded-calls.ts';
import { type ReadCalls, readCallsOf } from './read-calls.ts';
import { Sinks } from './sinks.ts';
import {
  type Activation,
  allWays,
  type Closure,
  givesCaller,
  NAMED,
  Names,
  NOTHING,
  namesCaller,
  namesIn,
  OPEN,
  type Origins,
  oneOf,
  partOfRequest,
  together,
  WAY,
} from './ways.ts';

const DEEPEST = 12;
const MOST = 400;

interface RunOptions {
  readonly partsOfPath?: ReadonlySet<string>;
  readonly part?: RoutePart | undefined;
}

/** Follows what a handler is given through the functions of the repository, to where records are named. */
export class Run {
  readonly program: Program;
  readonly sinks: Sinks;
  readonly calls: ReadCalls;
  /** What functions are given that are looked up in a table: `ROUTES[route](user, event)`. */
  readonly dispatched: (readonly Origins[])[] = [];
  #activations = 0;
  readonly #active = new Set<CodeFunction>();
  readonly #reading = new Set<Expression>();
  readonly #soFar = new Map<readonly Definition[], Origins>();

  readonly names = new Names();
  readonly #partsOfPath: ReadonlySet<string>;
  /** All that runs of the function that tells routes apart. */
  readonly part: RoutePart | undefined;

  /** `partsOfPath` are names under which a framework puts parts of the path into the query: pages of Next.js. */
  constructor(program: Program, { partsOfPath = new Set(), part }: RunOptions = {}) {
    this.program = program;
    this.calls = readCallsOf(program);
    this.#partsOfPath = partsOfPath;
    this.part = part;
    this.sinks = new Sinks(this);
  }

  /** Runs a function, and says what it gives. */
  activate(
    { module, function: number, around }: Closure,
    given: readonly Origins[],
    depth = 0,
    isHeeded = true,
  ): Origins {
    const run = module.functions[number]!;
    if (this.#active.has(run)) return NOTHING;
    if (depth > DEEPEST || this.#activations++ > MOST) {
      this.sinks.leaveOpen('following it through fewer functions', module, run.at);
      return OPEN;
    }
    this.#active.add(run);
    const results = new Map<number, Origins>();
    const activation: Activation = { module, function: number, given, around, depth, isHeeded, results };
    const body = bodyFor(this.part, module, number);
    for (const call of body.calls) this.sinks.visit(module.calls[call]!, call, activation);
    for (const text of body.texts) this.sinks.template(text, activation);
    for (const branch of body.branches) this.sinks.asked(branch.test, branch, activation);
    const ways = body.returns.map((value) => this.of(value, module, activation));
    if (run.gives !== undefined) ways.push(this.of(run.gives, module, activation));
    const result = oneOf(ways);
    this.#active.delete(run);
    return result;
  }

  /** Where a value comes from. `activation` is the run of the function that it stands in; nothing for the top of a module. */
  of(value: Expression, module: SourceModule, activation: Activation | undefined): Origins {
    switch (value.kind) {
      case 'name':
        return this.#name(value.name, module, activation);
      case 'member':
        return this.#member(value, module, activation);
      case 'index': {
        const all = [value.of, value.index].map((one) => this.of(one, module, activation));
        const ways = allWays(all[0]!) | allWays(all[1]!);
        // A part of a request by a name that is made up.
        return { ways: (ways & WAY.request) === 0 ? ways : (ways & ~WAY.request) | WAY.open };
      }
      case 'call':
        return activation === undefined ? NOTHING : this.result(value.call, activation);
      case 'function':
        return { ways: 0, functions: [{ module, function: value.function, around: activation }] };
      case 'object': {
        const members = new Map(
          value.members.map((one) => [one.name, this.of(one.value, module, activation)] as const),
        );
        return { ways: value.open ? this.#spread(activation) : 0, members };
      }
      case 'list':
        return together(value.items.map((one) => this.of(one, module, activation)));
      case 'choice':
        return oneOf(value.of.map((one) => this.of(one, module, activation)));
      case 'both':
        return together(value.of.map((one) => this.of(one, module, activation)));
      case 'compare':
        return {
          ways: this.#ways(value.left, module, activation) | this.#ways(value.right, module, activation),
        };
      case 'not':
        return { ways: this.#ways(value.of, module, activation) };
      case 'text': {
        const parts = module.texts[value.text]!.parts.filter((part) => typeof part !== 'string');
        return { ways: parts.reduce((ways, part) => ways | this.#ways(part, module, activation), 0) };
      }
      case 'other':
        return OPEN;
      case 'literal':
        return value.value === true ? { ways: 0, isTrue: true } : NOTHING;
      default:
        return NOTHING;
    }
  }

  /** What a call gives. */
  result(number: number, activation: Activation): Origins {
    const before = activation.results.get(number);
    if (before !== undefined) return before;
    activation.results.set(number, NOTHING);
    const result = this.#called(number, activation);
    activation.results.set(number, result);
    return result;
  }

  /** What an object takes over from others cannot be told apart: it may be of the caller where the caller is handed in. */
  #spread(activation: Activation | undefined): number {
    const given =
      activation === undefined ? 0 : activation.given.reduce((ways, one) => ways | allWays(one), 0);
    return (given & WAY.caller) | WAY.open;
  }

  #ways(value: Expression, module: SourceModule, activation: Activation | undefined): number {
    return allWays(this.of(value, module, activation));
  }

  #name(name: string, module: SourceModule, activation: Activation | undefined): Origins {
    const within = activation?.function ?? TOP;
    const found = this.program.scopes(module).lookUp(name, within);
    if (found.length === 0) return external(name);
    const [only] = found;
    if (only !== undefined && found.length === 1) return this.#defined(only, name, module, activation);
    return this.#oneOfSeveral(found, name, module, activation);
  }

  /**
   * A name with several values, of which each may be made of those before: where one asks for the name again it is what it was
   * so far. To ask all others each time would be as many ways as there are orders of them.
   */
  #oneOfSeveral(
    found: readonly Definition[],
    name: string,
    module: SourceModule,
    activation: Activation | undefined,
  ): Origins {
    const before = this.#soFar.get(found);
    if (before !== undefined) return before;
    let ways = NOTHING;
    for (const one of found) {
      this.#soFar.set(found, ways);
      ways = oneOf([ways, this.#defined(one, name, module, activation)]);
    }
    this.#soFar.delete(found);
    return ways;
  }

  #defined(one: Definition, name: string, module: SourceModule, activation: Activation | undefined): Origins {
    switch (one.kind) {
      case 'parameter': {
        const run = runOf(activation, module, one.function);
        if (run === undefined) return OPEN;
        const given = run.given[one.parameter] ?? NOTHING;
        return one.members.reduce((of, member) => this.#memberOf(of, member), given);
      }
      case 'binding': {
        const { value, within: scope } = one.binding;
        if (scope === TOP) return this.#atTop(name, module, activation);
        const run = runOf(activation, module, scope);
        if (run === undefined || this.#reading.has(value)) return run === undefined ? OPEN : NOTHING;
        this.#reading.add(value);
        const origins = this.of(value, module, run);
        this.#reading.delete(value);
        return origins;
      }
      case 'function': {
        const around = aroundOf(activation, module, one.function);
        return { ways: 0, functions: [{ module, function: one.function, around }] };
      }
      case 'import':
        return this.#atTop(name, module, activation);
      default:
        return NOTHING;
    }
  }

  /** Something that all calls share: functions, clients, settings. */
  #atTop(name: string, module: SourceModule, activation: Activation | undefined): Origins {
    const meaning = this.program.resolveName(module, name, activation?.function ?? TOP);
    const { functions } = this.program.functionsOf(meaning);
    if (functions.length > 0)
      return { ways: 0, functions: functions.map((one) => ({ ...one, around: undefined })) };
    const path = this.program.nameOf(meaning);
    return path === undefined ? NOTHING : external(path);
  }

  #member(
    value: Extract<Expression, { kind: 'member' }>,
    module: SourceModule,
    activation: Activation | undefined,
  ): Origins {
    const { name } = value;
    if (name === 'current_event' || name === 'currentEvent') return { ways: WAY.request };
    const of = this.of(value.of, module, activation);
    if (of.ways === WAY.query && this.#partsOfPath.has(name))
      return { ways: this.names.part(WAY.path, name) };
    if (of.ways !== 0 || of.members !== undefined) return this.#memberOf(of, name);
    const meaning = this.program.resolve(module, value, activation?.function ?? TOP);
    const { functions } = this.program.functionsOf(meaning);
    if (functions.length > 0)
      return { ways: 0, functions: functions.map((one) => ({ ...one, around: undefined })) };
    const path = this.program.pathOf(module, value, activation?.function ?? TOP);
    const whole = path === undefined ? NOTHING : holderOf(path);
    return whole.ways === 0 ? NOTHING : this.#memberOf(whole, name);
  }

  #called(number: number, activation: Activation): Origins {
    const { module } = activation;
    const call = module.calls[number]!;
    const { last, meaning, nameOfMeaning, functions, isLookedUp, isNaming, writes } = this.calls.of(
      call,
      module,
    );
    const given = call.arguments.map(({ value }) => this.of(value, module, activation));
    const base = call.callee.kind === 'member' ? this.of(call.callee.of, module, activation) : NOTHING;
    if (isLookedUp) this.dispatched.push(given);
    if (verifiesByAnyName(nameOfMeaning) || givesProven(nameOfMeaning)) return { ways: WAY.caller };
    const own = functions.map(
      (one): Closure => ({
        module: one.module,
        function: one.function,
        around: aroundOf(activation, one.module, one.function),
      }),
    );
    const handed = own.length > 0 ? own : (this.of(call.callee, module, activation).functions ?? []);
    if (handed.length > 0) {
      const isHeeded = heededCalls(module).has(number);
      const results = handed
        .slice(0, 4)
        .map((one) =>
          this.activate(one, this.#placed(one, call, given, base), activation.depth + 1, isHeeded),
        );
      return this.#asCaller(last, handed, together(results));
    }
    if ((base.ways & WAY.request) !== 0) return this.#askedOfRequest(call, last, base, given);
    if ((base.ways & NAMED) !== 0 && last === 'get')
      return { ways: this.names.part(allWays(base), saidFirst(call) ?? '') };
    const ways = given.reduce((all, one) => all | allWays(one), allWays(base));
    // Functions that are handed on are called with what the others are.
    for (const { functions: handedOn } of given)
      for (const one of handedOn ?? [])
        this.activate(
          one,
          module.functions.length === 0
            ? []
            : Array.from({ length: 4 }, () => ({ ways: ways & ~WAY.request })),
          activation.depth + 1,
        );
    // What a write gives was found too late to be compared.
    if (isNaming) return { ways: WAY.stored | (writes ? 0 : namesIn(ways)) };
    if (meaning.kind === 'open') return { ways: givesCaller(last) ? ways | WAY.open : ways };
    if (meaning.kind === 'external' && givesCaller(last) && !/^(get|find|load|has|is)$/.test(last))
      return { ways: ways | WAY.open };
    return { ways };
  }

  /** A member of a value. */
  #memberOf(of: Origins, name: string): Origins {
    const written = of.members?.get(name);
    if (written !== undefined) return written;
    if ((of.ways & WAY.request) === 0) return { ways: this.names.part(of.ways, name) };
    const part = partOfRequest(name);
    return { ways: part.ways | (of.ways & ~WAY.request) };
  }

  /** `c.req.param('id')`, `c.get('user')`, `request.get_json()`. */
  #askedOfRequest(call: Call, last: string, base: Origins, given: readonly Origins[]): Origins {
    const said = saidFirst(call);
    if (/^(get|get_query_string_value|get_header_value)$/.test(last) && said !== undefined) {
      // `request.get('user')` of Express is a header.
      if (/^(req|request)\.get$/.test(call.path ?? '')) return OPEN;
      if (namesCaller(said)) return { ways: WAY.caller };
      const part = partOfRequest(said);
      return part.ways === 0 ? OPEN : part;
    }
    if (last === 'valid')
      return said === 'param' ? { ways: WAY.path } : { ways: said === 'query' ? WAY.query : WAY.body };
    const part = this.#memberOf(base, last);
    const ways = said === undefined ? part.ways : this.names.part(part.ways, said);
    return { ways: given.reduce((all, one) => all | allWays(one), ways) };
  }

  /** What gives who is calling, and asks for a proof on its way, gives what was proven. */
  #asCaller(last: string, functions: readonly Closure[], result: Origins): Origins {
    if (!givesCaller(last) || (allWays(result) & WAY.caller) !== 0) return result;
    const proves = functions.some(({ module, function: number }) =>
      bodyOf(module, number).calls.some((one) =>
        /(^|\.)(compare_digest|timingSafeEqual|verify\w*)$/.test(module.calls[one]!.path ?? ''),
      ),
    );
    return { ...result, ways: proves ? WAY.caller : allWays(result) | WAY.open };
  }

  /** What each parameter is given. */
  #placed(
    { module, function: number }: Closure,
    call: Call,
    given: readonly Origins[],
    base: Origins,
  ): readonly Origins[] {
    const { parameters } = module.functions[number]!;
    const first = parameters[0]?.name;
    const bound = (first === 'self' || first === 'cls') && module.language === 'python' ? 1 : 0;
    const placed: Origins[] = parameters.map(() => NOTHING);
    if (bound === 1) placed[0] = base;
    for (const [index, { name, spread }] of call.arguments.entries()) {
      const at = name === undefined ? index + bound : parameters.findIndex((one) => one.name === name);
      if (spread)
        for (let rest = Math.min(at < 0 ? 0 : at, placed.length); rest < placed.length; rest++)
          placed[rest] = { ways: allWays(given[index]!) };
      else if (at >= 0 && at < placed.length) placed[at] = given[index]!;
    }
    return placed;
  }
}

/** What packages give by a name of theirs. */
const external = onceForText((path): Origins => {
  if (/^(flask|quart|bottle|sanic)(\.globals)?\.request$/.test(path)) return { ways: WAY.request };
  if (
    /^(flask(\.globals)?\.(g|session)|flask_login\.current_user|flask_jwt_extended\.current_user)$/.test(path)
  )
    return { ways: WAY.caller };
  return NOTHING;
});

/** The same of what a member is one of. */
const holderOf = onceForText((path) => external(path.slice(0, Math.max(0, path.lastIndexOf('.')))));

/** `param('id')` */
function saidFirst({ arguments: [first] }: Call): string | undefined {
  return first?.value.kind === 'literal' ? String(first.value.value) : undefined;
}

/** The run of a function, among those around. */
function runOf(
  activation: Activation | undefined,
  module: SourceModule,
  number: number,
): Activation | undefined {
  for (let at = activation; at !== undefined; at = at.around)
    if (at.module === module && at.function === number) return at;
  return undefined;
}

/** The run that a function was made in. */
function aroundOf(
  activation: Activation | undefined,
  module: SourceModule,
  number: number,
): Activation | undefined {
  const within = module.functions[number]!.within;
  return within === TOP ? undefined : runOf(activation, module, within);
}
