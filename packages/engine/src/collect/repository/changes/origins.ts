import { argumentFor } from '../code/names/arguments.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import { type Call, type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';

/** Where a value comes from: made anew, given by a caller from outside, read from where it is kept, or written in the code. */
export type Source = 'fresh' | 'outside' | 'stored' | 'constant' | 'open';

const FRESH =
  /(^|\.)(uuid\w*|v[147]|randomUUID|nanoid|ulid|monotonicFactory\(\)|cuid|createId|ksuid|uuid4|uuid1|uuid7|token_hex|token_urlsafe|randomBytes|ObjectId|objectId|generateId|newId|makeId|genId)(\(\))?(\.(hex|toString|string))?$/;
const TIMES = /(^|\.)(now|time|utcnow|getTime|toISOString|Date|isoformat|timestamp)(\(\))?$/;
const STORED =
  /(^|\.)(get_item|getItem|GetCommand|GetItemCommand|QueryCommand|ScanCommand|query|scan|get_object|getObject|GetObjectCommand|find|findOne|findById|findUnique|findFirst|find_one|fetchone|fetchall|fetchrow|readFile|readFileSync)(\(\))?$/;
const FROM_OUTSIDE =
  /^(event|evt|req|request|ctx|context|body|query|params|payload|message|record|input|args|data)$/;

/** What AWS gives each connection, request, message or run of its own. */
const ONLY_ONCE =
  /^(connectionId|requestId|awsRequestId|aws_request_id|messageId|eventID|executionId|executionArn)$/;

const FURTHEST = 12;
const MOST = 300;
/** How many functions of the repository may stand between a key and what makes it. */
const DEEPEST = 4;

const known = new WeakMap<Program, Callers>();

/** Who calls what, found once for all that ask. */
export function callersIn(program: Program): Callers {
  const before = known.get(program);
  if (before !== undefined) return before;
  const made = new Callers(program);
  known.set(program, made);
  return made;
}

/** Who calls each function of the repository. */
export class Callers {
  readonly #program: Program;
  readonly #fresh = new Map<Call, boolean[]>();
  readonly #of = new Map<SourceModule, Map<number, { module: SourceModule; call: Call; number: number }[]>>();

  constructor(program: Program) {
    this.#program = program;
    for (const module of program.modules.values())
      for (const [number, call] of module.calls.entries()) {
        const { functions } = program.functionsOf(program.resolve(module, call.callee, call.within));
        for (const found of functions) {
          let inModule = this.#of.get(found.module);
          if (inModule === undefined) {
            inModule = new Map();
            this.#of.set(found.module, inModule);
          }
          const before = inModule.get(found.function);
          if (before === undefined) inModule.set(found.function, [{ module, call, number }]);
          else before.push({ module, call, number });
        }
      }
  }

  of(module: SourceModule, number: number) {
    return this.#of.get(module)?.get(number) ?? [];
  }

  /** What those who call a function hand over for a parameter, where it stands. */
  handed(module: SourceModule, number: number, parameter: number): readonly ValueAt[] {
    return this.of(module, number).flatMap(({ module: caller, call }) => {
      const given = argumentFor(call, module.functions[number]!, parameter);
      return given === undefined ? [] : [{ module: caller, value: given.value, within: call.within }];
    });
  }

  /** Where the parts of a value come from. */
  sourcesOf(module: SourceModule, value: Expression, within: number, depth = 0): ReadonlySet<Source> {
    const found = new Set<Source>();
    const open: { module: SourceModule; value: Expression; within: number; steps: number }[] = [
      { module, value, within, steps: 0 },
    ];
    const seen = new Set<Expression | Call>();
    // What a module has made once is the same each time that a function gives it.
    const isKept = (at: number) => depth > 0 && at === TOP;
    const meaningOf = (meaning: Meaning, steps: number): void => {
      switch (meaning.kind) {
        case 'several':
          for (const one of meaning.of) meaningOf(one, steps);
          return;
        case 'value':
          if (isKept(meaning.within)) found.add('open');
          else open.push({ module: meaning.module, value: meaning.value, within: meaning.within, steps });
          return;
        case 'made': {
          const call = meaning.module.calls[meaning.call]!;
          if (isKept(call.within)) {
            found.add('open');
            return;
          }
          open.push({
            module: meaning.module,
            value: { kind: 'call', call: meaning.call, at: call.at },
            within: call.within,
            steps,
          });
          return;
        }
        case 'external':
          found.add(/^(process\.env|os\.environ)/.test(meaning.path) ? 'constant' : 'open');
          return;
        case 'parameter': {
          const own = meaning.module.functions[meaning.function]!.parameters[meaning.parameter]!;
          if (FROM_OUTSIDE.test(own.name ?? '') || meaning.members.some((one) => FROM_OUTSIDE.test(one))) {
            found.add('outside');
            return;
          }
          const callers = this.of(meaning.module, meaning.function);
          if (callers.length === 0) found.add('open');
          for (const { module: caller, call } of callers) {
            const given = argumentFor(call, meaning.module.functions[meaning.function]!, meaning.parameter);
            if (given === undefined || given.spread) found.add('open');
            else open.push({ module: caller, value: given.value, within: call.within, steps });
          }
          return;
        }
        case 'function':
        case 'class':
        case 'module':
        case 'instance':
          found.add('constant');
          return;
        default:
          found.add('open');
      }
    };
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at.steps > FURTHEST || seen.size > MOST) {
        found.add('open');
        continue;
      }
      const asked = at.value.kind === 'call' ? at.module.calls[at.value.call]! : at.value;
      if (seen.has(asked)) continue;
      seen.add(asked);
      const { module: own, value: one, within: inside, steps } = at;
      const next = (part: Expression) =>
        open.push({ module: own, value: part, within: inside, steps: steps + 1 });
      switch (one.kind) {
        case 'literal':
        case 'compare':
        case 'not':
        case 'function':
        case 'class':
          found.add('constant');
          break;
        case 'call': {
          const call = own.calls[one.call]!;
          const path =
            this.#program.pathOf(own, call.callee, call.within) ?? call.path ?? lastOf(call.callee);
          if (FRESH.test(path)) found.add('fresh');
          else if (TIMES.test(path)) found.add('constant');
          else if (STORED.test(path)) found.add('stored');
          else if (this.#givesFresh(own, call, depth)) found.add('fresh');
          else {
            for (const { value: given } of call.arguments) next(given);
            if (call.callee.kind === 'member') next(call.callee.of);
            if (call.arguments.length === 0 && call.callee.kind !== 'member') found.add('open');
          }
          break;
        }
        case 'name':
        case 'member': {
          if (ONLY_ONCE.test(one.name)) {
            found.add('fresh');
            break;
          }
          const meaning = this.#program.resolve(own, one, inside);
          if (one.kind === 'member' && (meaning.kind === 'open' || meaning.kind === 'value')) {
            if (meaning.kind === 'value' && meaning.value !== one) meaningOf(meaning, steps + 1);
            else next(one.of);
          } else meaningOf(meaning, steps + 1);
          break;
        }
        case 'other':
          found.add('open');
          break;
        default: {
          const parts = [...partsOf(one, own)].filter((part) => part !== one);
          for (const part of one.kind === 'index' ? [one.of] : parts) next(part);
          if ((one.kind === 'object' || one.kind === 'list') && one.open) found.add('open');
        }
      }
    }
    return found;
  }

  /**
   * Whether what is called are functions of the repository that give what was made anew, and never anything else. Each call is
   * asked once for each depth: functions that call each other would be asked as often as there are ways through them.
   */
  #givesFresh(module: SourceModule, call: Call, depth: number): boolean {
    if (depth >= DEEPEST || call.isNew) return false;
    const byDepth = this.#fresh.get(call) ?? [];
    this.#fresh.set(call, byDepth);
    byDepth[depth] ??= this.#givesFreshNow(module, call, depth);
    return byDepth[depth];
  }

  #givesFreshNow(module: SourceModule, call: Call, depth: number): boolean {
    const { functions, open } = this.#program.functionsOf(
      this.#program.resolve(module, call.callee, call.within),
    );
    return (
      !open &&
      functions.length > 0 &&
      functions.every(({ module: own, function: number }) => {
        const given = givenBy(own, number);
        return (
          given.length > 0 &&
          given.every((value) => {
            const from = value === undefined ? undefined : this.sourcesOf(own, value, number, depth + 1);
            return from?.size === 1 && from.has('fresh');
          })
        );
      })
    );
  }
}

/** What a function gives, nothing for each `return` without a value. */
function givenBy({ functions, returns }: SourceModule, number: number): readonly (Expression | undefined)[] {
  const { gives } = functions[number]!;
  const own = returns.filter(({ within }) => within === number).map(({ value }) => value);
  return gives === undefined ? own : [gives, ...own];
}

/** The last name of a chain. */
export function lastOf(value: Expression): string {
  return value.kind === 'name' || value.kind === 'member' ? value.name : '';
}
