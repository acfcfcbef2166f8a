import { onceFor } from '../../../once-for.ts';
import { isOfItem } from '../code/names/items.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isIn,
  type Range,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsBetween } from './calls-between.ts';
import { lastOf } from './origins.ts';
import type { StoringFunctions } from './storing-functions.ts';
import type { Work } from './together.ts';

type Writes = 'yes' | 'no' | 'perhaps';

/** Commands and statements: what the test itself stores tries no code, and what the code stores is known. */
const COMMANDS = /(^|\.)(\w+Command|(put|update|delete|batch_write|transact_write)_items?)$/;
const STATEMENTS = /^\s*(insert|update|delete|merge|replace|truncate|create|drop|alter|select)\b/i;
const REQUESTS = /(^|\.)(post|put|patch|delete|del)$/;
const ASKS_ONLY = /(login|log-?in|sign-?in|token|search|query|graphql|auth)\b/i;
/** What calls are told first and what names no record: a table, an address, a client. */
const OF_NO_RECORD =
  /table|bucket|queue|topic|url|host|endpoint|client|config|conn|pool|\bdb\b|database|session|ctx|context|\bapp\b|request|token|options|https?:/i;
/** Calls that write nothing, whatever they are called on. */
const HARMLESS =
  /^(get\w*|find\w*|list\w*|read\w*|fetch_?(all|one)?|load\w*|count\w*|describe\w*|head|options|render\w*|screen|goto|wait\w*|sleep|delay|setTimeout|expect|assert\w*|resolve|reject|json|text|then|catch|finally|map|forEach|flatMap|filter|from|fill|range|keys|values|entries|push|append|all|allSettled|gather|submit|Thread|Process|ThreadPoolExecutor|ProcessPoolExecutor|start|join|result|len|enumerate|sorted|zip|list|tuple|dict|set|str|int|repr|print|log|debug|info|now|Date|random\w*|randint|uuid\w*|String|Number|Array|Promise|Error|stringify|parse|close|connect|end|stop|toString|is[A-Z_]\w*|has[A-Z_]\w*|fn|mock\w*|spyOn|agent|request|query_?selector\w*|getBy\w*|accept|type|auth|header|Barrier|Event|Lock|as_completed|items|copy|concat|slice|join|split|trim)$/;
const REPLACES =
  /^(jest|vi)\.(mock|doMock|spyOn)$|(^|\.)(mockClient|patch|patch\.object|proxyquire|MagicMock)$|^(sinon|td)\.\w+$/;
const FURTHEST = 4;

/** What runs together in the tests of a file, and whether that writes. */
export class WorkInTests {
  readonly #program: Program;
  readonly #storing: StoringFunctions;
  readonly #module: SourceModule;
  /** What the file puts other code in place of something with: what then writes, is not told. */
  readonly replaces: string | undefined;

  constructor(program: Program, storing: StoringFunctions, module: SourceModule) {
    this.#program = program;
    this.#storing = storing;
    this.#module = module;
    this.replaces = module.calls.find(({ path }) => path !== undefined && REPLACES.test(path))?.path;
  }

  writes({ ranges, handed, isOpen }: Work): Writes {
    const all: Writes[] = [
      isOpen ? 'perhaps' : 'no',
      ...ranges.map((range) => this.#inRange(this.#module, range, 0)),
      ...handed.map(
        ({ value, within, isCalled }) =>
          this.#ofFunction(this.#module, value, within, 0) ?? (isCalled ? this.#byName(lastOf(value)) : 'no'),
      ),
    ];
    return worst(all);
  }

  /** Whether two of them are told the same first thing: `store('a', 1)` beside `store('a', 2)`, or a name that is none of theirs. */
  isOfTheSame({ ranges }: Work): boolean {
    const said = new Set<string>();
    for (const range of ranges)
      for (const call of callsBetween(this.#module, range)) {
        const [first] = call.arguments;
        if (first === undefined || this.#ofCall(this.#module, call, 0) === 'no') continue;
        if (/(^|\.)post$/.test(call.path ?? '') || OF_NO_RECORD.test(writtenAs(first.value))) continue;
        const own = this.#module.functions[call.within];
        // Handed to each of a list, and the same for all of them.
        if (own !== undefined && isInOne(own, ranges) && !this.#isOfParameters(first.value, call.within))
          return true;
        const key = `${call.path ?? lastOf(call.callee)} ${writtenAs(first.value)}`;
        if (writtenAs(first.value) !== '' && said.has(`${key} ${call.at.line}:${call.at.column}`)) continue;
        if (writtenAs(first.value) !== '' && said.has(key)) return true;
        said.add(key).add(`${key} ${call.at.line}:${call.at.column}`);
      }
    return false;
  }

  #isOfParameters(value: Expression, within: number): boolean {
    const { parameters } = this.#module.functions[within]!;
    const parts = partsOf(value, this.#module);
    if (parts.some(({ kind }) => kind === 'call' || kind === 'other' || kind === 'function')) return true;
    const names = new Set(
      parameters.flatMap(({ name, members }) => [name ?? '', ...(members ?? []).map(({ local }) => local)]),
    );
    return parameters.some(({ name, members }) => name === undefined && members === undefined)
      ? true
      : parts.some((part) => part.kind === 'name' && names.has(part.name));
  }

  #inRange(module: SourceModule, range: Range, steps: number): Writes {
    return worst(callsBetween(module, range).map((call) => this.#ofCall(module, call, steps)));
  }

  #ofCall(module: SourceModule, call: Call, steps: number): Writes {
    const followed = this.#ofFunction(module, call.callee, call.within, steps);
    if (followed !== undefined) return followed;
    const name = lastOf(call.callee);
    const path = call.path ?? name;
    // The command that is sent stands beside it.
    if (COMMANDS.test(path) || (name === 'send' && call.arguments[0]?.value.kind === 'call')) return 'no';
    if (this.#storing.isNew(call) || call.arguments.some(({ value }) => isStatement(value))) return 'no';
    // What is posted is new more often than it replaces something.
    if (REQUESTS.test(path))
      return /post$/.test(path) || ASKS_ONLY.test(addressIn(module, call)) || !isRequest(module, call)
        ? 'perhaps'
        : 'yes';
    if (/(^|\.)fetch$/.test(path)) return methodOf(call);
    if (name === '') return 'no';
    // What is kept by a key may be anything: that the name fits says nothing.
    if (isOfItem(call.callee)) return HARMLESS.test(name) ? 'no' : 'perhaps';
    return this.#byName(name);
  }

  #byName(name: string): Writes {
    if (this.#storing.isNamed(name)) return 'yes';
    return HARMLESS.test(name) ? 'no' : 'perhaps';
  }

  /** What a function of the repository or of the test does; nothing where it leads to none. */
  #ofFunction(module: SourceModule, value: Expression, within: number, steps: number): Writes | undefined {
    const { functions } = this.#program.functionsOf(this.#program.resolve(module, value, within));
    if (functions.length === 0) return undefined;
    return worst(functions.map((one) => this.#inFunction(one.module, one.function, steps)));
  }

  /** Many calls of a test lead to the same few functions. */
  readonly #inFunction = onceFor((module: SourceModule, number: number, steps: number): Writes => {
    if (this.#storing.has(module, number)) return 'yes';
    return steps >= FURTHEST ? 'perhaps' : this.#inRange(module, module.functions[number]!, steps + 1);
  });
}

function worst(all: readonly Writes[]): Writes {
  if (all.includes('yes')) return 'yes';
  return all.includes('perhaps') ? 'perhaps' : 'no';
}

function isInOne(own: Range, ranges: readonly Range[]): boolean {
  return ranges.some((range) => isIn(own.at, range));
}

function isStatement(value: Expression): boolean {
  return value.kind === 'literal' && typeof value.value === 'string' && STATEMENTS.test(value.value);
}

/** `client.post('/cards')`, with an address first. */
function isRequest(module: SourceModule, call: Call): boolean {
  return /[/:]/.test(addressIn(module, call));
}

function addressIn(module: SourceModule, { arguments: [first] }: Call): string {
  if (first?.value.kind === 'literal') return String(first.value.value);
  return first?.value.kind === 'text'
    ? module.texts[first.value.text]!.parts.filter((part) => typeof part === 'string').join('')
    : '';
}

function methodOf({ arguments: [, settings] }: Call): Writes {
  if (settings === undefined) return 'no';
  if (settings.value.kind !== 'object') return 'perhaps';
  const method = settings.value.members.find(({ name }) => name === 'method')?.value;
  if (method === undefined) return settings.value.open ? 'perhaps' : 'no';
  if (method.kind !== 'literal') return 'perhaps';
  if (/^post$/i.test(String(method.value))) return 'perhaps';
  return /^(put|patch|delete)$/i.test(String(method.value)) ? 'yes' : 'no';
}

function writtenAs(value: Expression): string {
  if (value.kind === 'literal') return JSON.stringify(value.value);
  if (value.kind === 'name') return value.name;
  if (value.kind === 'member') return `${writtenAs(value.of)}.${value.name}`;
  return '';
}
