import { argumentFor } from '../names/arguments.ts';
import { partsOf } from '../syntax/expressions.ts';
import { type Expression, type SourceModule, TOP } from '../syntax/source-module.ts';
import { stops } from './answers.ts';
import { attachedBy } from './attached.ts';
import { isProof } from './callers.ts';
import { comparesBody } from './own-comparison.ts';
import { type CallAt, type FunctionAt, lastName, type Reaches } from './reach.ts';

export const BODY_READ =
  /(^|\.)(body|rawBody|json_body|parsedBody)(\.|$)|^flask\.request\.(json|form|data|values|files)\b|^request\.(json|form|data|POST)\b/;
export const BODY_CALL =
  /(^|\.)(req|request|ctx\.request|c\.req|current_event|app\.current_request)(\(\))?\.(json|text|form|formData|parseBody|get_json|get_data|body)$/;

/** What a value is of a request. */
type Part = 'body' | 'request' | 'other' | 'open';

const FURTHEST = 8;
const REQUEST = /^(req|request|event|evt|ctx|context|c|_req|_event)$/;
const OTHER_PART =
  /^(headers|params|query|cookies|session|user|method|url|path|path_params|pathParameters|query_params|queryStringParameters|requestContext|args|locals)$/;
const NOT_SENT = /^_?(res|response|reply|next|app|logger|log)$/;
const ASKS = /^(post|put|patch|delete|request|send|fetch|query|execute|invoke|find\w*|scan|load\w*)$/;
/** What turns a body into another form of it, whoever wrote it. */
const TURNS =
  /^(JSON\.parse|JSON\.stringify|json\.loads|json\.dumps|Object\.(assign|keys|values|entries|fromEntries)|Array\.from|Buffer\.from|String|Number|structuredClone|dict|list|str|int|float|atob|parse_qs|parse_qsl|plainToClass|plainToInstance|class-transformer\.\w+|lodash(\.\w+)*|decodeURIComponent|unquote|copy\.\w+|base64\.\w+|urllib\.parse\.\w+)$/;

/**
 * Whether a function of the repository that is named like a validator compares the body with anything: the body, or the
 * request whose body it reads, is handed to it, and what it finds can refuse. Looking whether fields are there is no comparison.
 */
export class OwnValidation {
  readonly #reaches: Reaches;
  readonly #asked = new Set<string>();

  constructor(reaches: Reaches) {
    this.#reaches = reaches;
  }

  compares({ module, call, meaning }: CallAt): 'yes' | 'no' | 'perhaps' {
    if (meaning.kind !== 'function') return 'no';
    const reach = this.#reaches.of(meaning);
    const readsBody =
      reach.reads.some(({ read }) => BODY_READ.test(read.path ?? '')) ||
      reach.calls.some((one) => BODY_CALL.test(one.call.path ?? ''));
    const parts = call.arguments.map(({ value }) => this.#part(module, value, call.within, 0));
    const isGiven = parts.includes('body') || (readsBody && parts.includes('request'));
    if (!isGiven) return parts.includes('open') ? 'perhaps' : 'no';
    if (!comparesBody(this.#reaches, reach, (...one) => this.#part(...one, 0) !== 'other')) {
      const isFollowed =
        reach.open.length === 0 && reach.calls.every((one) => one.call.callee.kind !== 'call');
      return isFollowed ? 'no' : 'perhaps';
    }
    if (stops(reach)) return 'yes';
    // `getattr(rules, name)(body)`: what it calls may refuse.
    if (reach.open.length > 0 || reach.calls.some((one) => one.call.callee.kind === 'call')) return 'perhaps';
    return this.#isAsked(module, call.at, call.within);
  }

  /** Whether what a call gives decides something where it is called. */
  #isAsked(module: SourceModule, at: Expression['at'], within: number): 'yes' | 'no' | 'perhaps' {
    const names = new Set<string>();
    const has = (value: Expression): boolean => {
      const waiting = [value];
      for (const one of waiting) {
        if (one.kind === 'name' && names.has(one.name)) return true;
        if (one.kind === 'call') {
          if (one.at.line === at.line && one.at.column === at.column) return true;
          const { callee, arguments: given } = module.calls[one.call]!;
          waiting.push(callee, ...given.map((argument) => argument.value));
        } else waiting.push(...partsOf(one));
      }
      return false;
    };
    for (const { target, value, within: scope } of module.bindings)
      if (scope === within && target.kind === 'name' && has(value)) names.add(target.name);
    if (module.branches.some((one) => has(one.test))) return 'yes';
    const isUsed =
      names.size > 0 ||
      module.returns.some((one) => one.within === within && one.value !== undefined && has(one.value)) ||
      (within !== TOP && module.functions[within]!.gives !== undefined);
    return isUsed ? 'perhaps' : 'no';
  }

  #part(module: SourceModule, value: Expression, within: number, steps: number): Part {
    if (steps > FURTHEST) return 'open';
    const of = (one: Expression) => this.#part(module, one, within, steps + 1);
    switch (value.kind) {
      case 'literal':
      case 'function':
      case 'class':
      case 'module':
      case 'compare':
      case 'not':
        return 'other';
      case 'index':
        return of(value.of);
      case 'name':
      case 'member':
      case 'call':
        return this.#named(module, value, within, steps);
      case 'text':
        return anyOf(
          module.texts[value.text]!.parts.flatMap((one) => (typeof one === 'string' ? [] : [of(one)])),
        );
      case 'other':
        return 'open';
      default:
        return anyOf(partsOf(value).map(of));
    }
  }

  #named(module: SourceModule, value: Expression, within: number, steps: number): Part {
    return this.#meant(this.#reaches.program.resolve(module, value, within), value, steps);
  }

  #meant(meaning: ReturnType<Reaches['program']['resolve']>, value: Expression, steps: number): Part {
    switch (meaning.kind) {
      case 'several':
        return anyOf(meaning.of.map((one) => this.#meant(one, value, steps + 1)));
      case 'value':
        return meaning.value === value
          ? 'open'
          : this.#part(meaning.module, meaning.value, meaning.within, steps + 1);
      case 'external':
        if (BODY_READ.test(meaning.path)) return 'body';
        return /(^|\.)request$/.test(meaning.path) ? 'request' : 'other';
      case 'parameter':
        return this.#parameter(meaning, steps);
      case 'made':
        return this.#made(meaning.module, meaning.call, meaning.members, steps);
      case 'open':
        return 'open';
      default:
        return 'other';
    }
  }

  #parameter(
    {
      module,
      function: number,
      parameter,
      members,
    }: { module: SourceModule; function: number; parameter: number; members: readonly string[] },
    steps: number,
  ): Part {
    const own = module.functions[number]!.parameters[parameter]!;
    const whole = [own.name ?? '', ...members].join('.');
    if (BODY_READ.test(whole) || BODY_CALL.test(whole)) return 'body';
    if (members.some((one) => OTHER_PART.test(one))) return 'other';
    const isBody = own.decorators.some(
      (one) => one.kind === 'call' && lastName(module.calls[one.call]!.callee) === 'Body',
    );
    if (isBody) return 'body';
    if (own.name !== undefined && NOT_SENT.test(own.name)) return 'other';
    if (own.name !== undefined && REQUEST.test(own.name)) return 'request';
    const key = `${module.file}#${number}#${parameter}`;
    if (this.#asked.has(key)) return 'other';
    this.#asked.add(key);
    const callers = attachedBy(this.#reaches.program).callsOf({
      module,
      function: number,
    } satisfies FunctionAt);
    const parts = callers.map(({ module: from, call }) => {
      const given = argumentFor(call, module.functions[number]!, parameter);
      if (given === undefined) return 'other';
      return given.spread ? 'open' : this.#part(from, given.value, call.within, steps + 1);
    });
    this.#asked.delete(key);
    return parts.length === 0 ? 'open' : anyOf(parts);
  }

  #made(module: SourceModule, number: number, members: readonly string[], steps: number): Part {
    const { program } = this.#reaches;
    const call = module.calls[number]!;
    const meaning = program.resolve(module, call.callee, call.within);
    const name = program.nameOf(meaning) ?? call.path ?? '';
    const [first] = call.arguments;
    const isGet = lastName(call.callee) === 'get' && first?.value.kind === 'literal';
    if (isGet && first.value.kind === 'literal' && first.value.value === 'body') return 'body';
    if (BODY_CALL.test(call.path ?? '') || BODY_CALL.test(name) || BODY_READ.test(name)) return 'body';
    if (members.some((one) => BODY_READ.test(one))) return 'body';
    const of = (value: Expression) => this.#part(module, value, call.within, steps + 1);
    if (call.callee.kind === 'member' && of(call.callee.of) === 'body') return 'body';
    if (isGet && call.callee.kind === 'member') return of(call.callee.of) === 'body' ? 'body' : 'other';
    if (TURNS.test(name) || call.isNew || isProof({ name, call }))
      return anyOf(call.arguments.map(({ value }) => of(value)));
    const { functions } = program.functionsOf(meaning);
    // What services and databases answer is not what was sent, whoever asked for it.
    if (functions.length === 0)
      return call.isAwaited || ASKS.test(lastName(call.callee) ?? '') ? 'other' : 'open';
    return anyOf(functions.map((at) => this.#given(at, steps + 1)));
  }

  #given({ module, function: number }: FunctionAt, steps: number): Part {
    const key = `${module.file}#${number}`;
    if (this.#asked.has(key)) return 'other';
    this.#asked.add(key);
    const { gives } = module.functions[number]!;
    const values = [
      ...(gives === undefined ? [] : [gives]),
      ...module.returns.flatMap((one) =>
        one.within === number && one.value !== undefined ? [one.value] : [],
      ),
    ];
    const part = anyOf(values.map((value) => this.#part(module, value, number, steps + 1)));
    this.#asked.delete(key);
    return part;
  }
}

function anyOf(parts: readonly Part[]): Part {
  return (['body', 'request', 'open'] as const).find((one) => parts.includes(one)) ?? 'other';
}
