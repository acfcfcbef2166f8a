import { type Callers, callersIn, lastOf } from '../changes/origins.ts';
import { branchesAround } from '../code/behaviour/reach.ts';
import { argumentFor } from '../code/names/arguments.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { CodeFunction, Expression, Parameter, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { unreadIn } from '../practices/unread.ts';
import { keptSmall, smallPart } from './compared.ts';
import { chainOf } from './written-as.ts';
import { modelWrittenOut } from './written-models.ts';

/** Who says how large a number may be: the code, or a caller as they like; `open` where that cannot be told. */
export type Bound = 'code' | 'caller' | 'open';

const FURTHEST = 10;
const CLAMPS = /(^|\.)(min|clamp|_\.clamp|fmin)$/;
/** What gives the number that it is given. */
const SAME_NUMBER =
  /(^|\.)(Number|parseInt|parseFloat|BigInt|int|float|abs|floor|ceil|round|trunc|max|String|str|Integer)$/;
const REQUEST = /^_?(req|request|event|evt|ctx|context|c)$/;
const OF_REQUEST =
  /^(query|body|params|queryStringParameters|pathParameters|args|GET|query_params|values|form)$/;
const ASKS_REQUEST =
  /(^|\.)((req|request|ctx|context|c)(\.req)?\.(query|param|get_argument)|(req|request)\.(args|GET|query_params|values|form|query)\.get|searchParams(\(\))?\.get|search_params\.get|query_params\.get)$/;
const ANSWERS = /^(get|post|put|patch|delete|route|api_route|Get|Post|Put|Patch|Delete|All)$/;
const HAS_MOST = /\.(max|lte|lt|less|valid|oneOf)\(\)/;
const IS_ONE_OF = /\.(enum|literal|nativeEnum|oneOf|valid)\(\)/;
const SCHEMA = /^(z|zod|joi|yup|v|valibot|t|Type|s)\./i;
const PARSES = /^(parse|parseAsync|safeParse|validate|validateSync|validateAsync|attempt|cast)$/;

/** Follows numbers to where their size is decided. */
export class Bounds {
  readonly #program: Program;
  readonly #callers: Callers;

  constructor(program: Program) {
    this.#program = program;
    this.#callers = callersIn(program);
  }

  of({ module, value, within }: ValueAt, steps = 0): Bound {
    if (steps > FURTHEST) return 'open';
    const next = (one: Expression) => this.of({ module, value: one, within }, steps + 1);
    switch (value.kind) {
      case 'literal':
        return typeof value.value === 'number' ? 'code' : 'open';
      case 'product':
        return worst(value.of.map(next));
      case 'choice': {
        const small = smallPart(module, value);
        return worst(
          value.of.filter((one) => !isNothing(one)).map((one) => (one === small ? 'code' : next(one))),
        );
      }
      case 'call':
        return this.#ofCall({ module, value, within }, value.call, [], steps);
      case 'name':
      case 'member':
        return this.#ofName({ module, value, within }, steps);
      default:
        return 'open';
    }
  }

  #ofName({ module, value, within }: ValueAt, steps: number): Bound {
    const kept = keptSmall({ module, value, within });
    if (kept !== undefined) return kept;
    const choice = value.kind === 'name' ? this.#choiceNamed(module, value.name, within) : undefined;
    if (choice !== undefined) return this.of(choice, steps + 1);
    const declared = value.kind === 'member' ? this.#ofField(module, value, within) : undefined;
    return declared ?? this.#ofMeaning(this.#program.resolve(module, value, within), value, steps);
  }

  /** `const limit = asked < 100 ? asked : 100`: what a name means would be any of both, whatever is asked. */
  #choiceNamed(module: SourceModule, name: string, within: number): ValueAt | undefined {
    const [only, ...others] = this.#program.scopes(module).lookUp(name, within);
    return only?.kind === 'binding' && others.length === 0 && only.binding.value.kind === 'choice'
      ? { module, value: only.binding.value, within: only.binding.within }
      : undefined;
  }

  /** A field that decorators of its class limit: `@Max(100) limit: number`. */
  #ofField(
    module: SourceModule,
    { of, name }: Extract<Expression, { kind: 'member' }>,
    within: number,
  ): Bound | undefined {
    const meaning = this.#program.resolve(module, of, within);
    if (meaning.kind !== 'instance') return undefined;
    const field = meaning.module.classes[meaning.class]!.fields.find((one) => one.name === name);
    const names = (field?.decorators ?? []).map((one) =>
      one.kind === 'call' ? lastOf(meaning.module.calls[one.call]!.callee) : lastOf(one),
    );
    if (names.some((one) => /^(Max|IsIn|IsEnum)$/.test(one))) return 'code';
    return names.length > 0 && field?.value === undefined ? 'caller' : undefined;
  }

  #ofMeaning(meaning: Meaning, asked: Expression, steps: number): Bound {
    switch (meaning.kind) {
      case 'value':
        return meaning.value === asked ? 'open' : this.of(meaning, steps + 1);
      case 'several':
        if (meaning.of.some((one) => this.#clampsAnyhow(one, steps))) return 'code';
        return worst(meaning.of.map((one) => this.#ofMeaning(one, asked, steps + 1)));
      case 'made': {
        const { module, call, members } = meaning;
        const value = { kind: 'call', call, at: asked.at } as const;
        return this.#ofCall({ module, value, within: module.calls[call]!.within }, call, members, steps + 1);
      }
      case 'parameter':
        return this.#ofParameter(meaning, steps);
      case 'external':
        if (/^(process\.env|os\.environ)/.test(meaning.path)) return 'code';
        return OF_REQUEST.test(meaning.path.split('.').at(-2) ?? '') ? 'caller' : 'open';
      default:
        return 'open';
    }
  }

  /** `limit = Math.min(limit, 100)`, whatever holds. */
  #clampsAnyhow(meaning: Meaning, steps: number): boolean {
    if (meaning.kind !== 'made' || !CLAMPS.test(nameOf(meaning.module, meaning.call))) return false;
    const { module, call: number } = meaning;
    const { at, within, arguments: given } = module.calls[number]!;
    return (
      module.bindings.some(({ value }) => value.kind === 'call' && value.call === number) &&
      branchesAround(module, at, module.functions[within]).length === 0 &&
      given.some(({ value }) => this.of({ module, value, within }, steps + 1) === 'code')
    );
  }

  #ofCall({ module, within }: ValueAt, number: number, members: readonly string[], steps: number): Bound {
    const call = module.calls[number]!;
    const name = nameOf(module, number);
    const each = call.arguments.map(({ value }) => this.of({ module, value, within }, steps + 1));
    if (CLAMPS.test(name)) return each.includes('code') ? 'code' : worst(each);
    if (SAME_NUMBER.test(name)) return worst(/(^|\.)(max)$/.test(name) ? each : each.slice(0, 1));
    if (ASKS_REQUEST.test(name)) return 'caller';
    if (/(^|\.)(getenv|environ\.get)$/.test(name)) return 'code';
    const parsed = this.#ofSchema(module, number, members);
    if (parsed !== undefined) return parsed;
    if (members.length > 0) return members.some((one) => OF_REQUEST.test(one)) ? 'caller' : 'open';
    const { functions } = this.#program.functionsOf(this.#program.resolve(module, call.callee, within));
    return worst(
      functions.flatMap((one) => {
        const made = one.module.functions[one.function]!;
        const given = one.module.returns.flatMap(({ value, within: at }) =>
          at === one.function && value !== undefined ? [value] : [],
        );
        return [...(made.gives === undefined ? [] : [made.gives]), ...given].map((value) =>
          this.of({ module: one.module, value, within: one.function }, steps + 1),
        );
      }),
    );
  }

  /** What a schema lets through: `z.object({ limit: z.number().max(100) }).parse(request.query)`, and a member of that. */
  #ofSchema(module: SourceModule, number: number, members: readonly string[]): Bound | undefined {
    const { callee, within } = module.calls[number]!;
    if (callee.kind !== 'member' || !PARSES.test(callee.name)) return undefined;
    const schema = this.#program.resolve(module, callee.of, within);
    if (schema.kind !== 'made') return 'open';
    const name = members.at(-1);
    if (name === undefined || /^(data|value)$/.test(name)) return ofRule(schema.module, schema.call);
    const calls = chainCalls(schema.module, schema.call);
    const fields = calls.flatMap((one) =>
      schema.module.calls[one]!.arguments.flatMap(({ value }) =>
        value.kind === 'object' ? value.members : [],
      ),
    );
    const rule = fields.find((one) => one.name === name)?.value;
    return rule?.kind === 'call' ? ofRule(schema.module, rule.call) : 'open';
  }

  /** Where a caller hands nothing over. */
  #otherwise(
    { module, function: number, parameter }: Extract<Meaning, { kind: 'parameter' }>,
    steps: number,
  ): Bound {
    const value = module.functions[number]!.parameters[parameter]!.otherwise;
    return value === undefined ? 'open' : this.of({ module, value, within: number }, steps + 1);
  }

  #ofParameter(meaning: Extract<Meaning, { kind: 'parameter' }>, steps: number): Bound {
    const { module, function: number, parameter, members } = meaning;
    const made = module.functions[number]!;
    const own = made.parameters[parameter]!;
    if (members.some((one) => OF_REQUEST.test(one)) && REQUEST.test(own.name ?? 'request')) return 'caller';
    const declared = declaredBy(module, made, own, members);
    if (declared !== undefined) return declared;
    if (members.length > 0) return 'open';
    // A caller that was not read may hand over another one.
    const unread = unreadIn(this.#program, module) === undefined ? [] : ['open' as const];
    return worst([
      ...unread,
      ...this.#callers.of(module, number).map(({ module: caller, call }) => {
        const given = argumentFor(call, made, parameter);
        if (given === undefined) return this.#otherwise(meaning, steps);
        const at = { module: caller, value: given.value, within: call.within };
        if (!given.spread) return this.of(at, steps + 1);
        const field = modelWrittenOut(this.#program, at)?.fields.find(({ name }) => name === own.name);
        // `limit: Annotated[int, Field(le=100)]`
        return /\bl[et]\s*=\s*\d/.test(field?.type ?? '') ? 'code' : 'open';
      }),
    ]);
  }
}

/** What a parameter that a framework fills from the request says of its size. */
function declaredBy(
  module: SourceModule,
  made: CodeFunction,
  own: Parameter,
  members: readonly string[],
): Bound | undefined {
  const callsIn = (values: readonly Expression[]) =>
    values.flatMap((value) =>
      partsOf(value, module).flatMap((one) => (one.kind === 'call' ? [module.calls[one.call]!] : [])),
    );
  if (module.language === 'script') {
    const [asks] = callsIn(own.decorators).filter(({ callee }) =>
      /^(Query|Param|Body)$/.test(lastOf(callee)),
    );
    if (asks === undefined || members.length > 0) return undefined;
    return asks.arguments.length === 1 ? 'caller' : 'open';
  }
  if (!callsIn(made.decorators).some(({ callee }) => ANSWERS.test(lastOf(callee)))) return undefined;
  const said = callsIn([own.otherwise, own.annotation].filter((one) => one !== undefined));
  if (said.some((one) => one.arguments.some(({ name }) => /^(le|lt)$/.test(name ?? '')))) return 'code';
  const isOther = said.some(({ callee }) => !/^(Query|Path|Body|Field)$/.test(lastOf(callee)));
  return isOther || members.length > 0 ? 'open' : 'caller';
}

/** `z.coerce.number().max(100)`. */
function ofRule(module: SourceModule, number: number): Bound {
  const chain = `${chainOf(module.calls[number]!.callee, module) ?? ''}()`;
  if (HAS_MOST.test(chain) || IS_ONE_OF.test(chain)) return 'code';
  return SCHEMA.test(chain) && !/\.(transform|pipe|refine|custom|preprocess)\(\)/.test(chain)
    ? 'caller'
    : 'open';
}

/** The calls of a chain, the last first. */
function chainCalls(module: SourceModule, number: number): readonly number[] {
  const { callee } = module.calls[number]!;
  return callee.kind === 'member' && callee.of.kind === 'call'
    ? [number, ...chainCalls(module, callee.of.call)]
    : [number];
}

function nameOf(module: SourceModule, number: number): string {
  const { callee } = module.calls[number]!;
  return chainOf(callee, module) ?? lastOf(callee);
}

function isNothing(value: Expression): boolean {
  return value.kind === 'literal' && value.value === null;
}

/** Who decides, of several: a caller who may decide in one case may in all. */
function worst(each: readonly Bound[]): Bound {
  if (each.length === 0) return 'open';
  return each.includes('caller') ? 'caller' : each.includes('open') ? 'open' : 'code';
}
