import { onceFor } from '../../../once-for.ts';
import { argumentFor } from '../code/names/arguments.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { putInto } from './filled-lists.ts';
import { unreadIn } from './unread.ts';

/** Whether what is joined into a text may be what somebody from outside wrote: it cannot, it may, or nobody can tell. */
export type Constancy = 'constant' | 'given' | 'open';

/** Functions that make a value harmless, or that only count. */
const HARMLESS =
  /(^|\.)(Number|parseInt|parseFloat|int|float|len|BigInt|Boolean|bool|escapeId|escapeIdentifier|escapeLiteral|escape|quote_ident|quoteIdent|Identifier|Literal|toISOString|now|getTime|randomUUID|uuid4|uuid)(\(\))?$/;

/** Names by which what a caller sent comes into the code. */
const FROM_CALLERS =
  /(^|\.)(req|request|event|ctx|body|query|params|queryStringParameters|pathParameters|headers|args|form|input|argv)(\.|\(|$)/;

/** What reads a part of what a caller sent. What anything else of that name does (a builder called `query`) is not told by it. */
const READS_OF_CALLERS =
  /^(get|getAll|getlist|get_?list|getfirst|getone|one|header|param|params|query|input|all|only|json|get_json|get_data|getBody|body|text|formData|form|values|items|keys|pop|dict|model_dump|to_?dict|read)$/i;

const FURTHEST = 16;

/** How constant an expression of a module is. */
export function constancyOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): Constancy {
  if (steps > FURTHEST) return 'open';
  const next = (one: Expression) => constancyOf(program, module, one, within, steps + 1);
  switch (value.kind) {
    case 'literal':
    case 'compare':
    case 'not':
      return 'constant';
    case 'choice':
      return worst(value.of.map(next));
    case 'both':
      return next(value.of.at(-1)!);
    case 'text':
      return worst(partsIn(module, value).map(next));
    case 'list':
      return value.open ? 'open' : worst([...value.items.map(next), ...afterwards(program, value, steps)]);
    case 'index':
      return ofIndex(program, module, value, within, steps);
    case 'call':
      return ofCall(program, module, value.call, steps);
    case 'name':
    case 'member':
      if (value.kind === 'member' && /^(length|size|rowcount)$/.test(value.name)) return 'constant';
      if (isOnAList(module, value, within)) return 'constant';
      return ofMeaning(program, program.resolve(module, value, within), steps + 1);
    default:
      return 'open';
  }
}

function partsIn(module: SourceModule, value: Extract<Expression, { kind: 'text' }>): readonly Expression[] {
  return module.texts[value.text]!.parts.filter((part) => typeof part !== 'string');
}

/** The worst decides: one part that is given makes all of it so. */
export function worst(all: readonly Constancy[]): Constancy {
  return all.includes('given') ? 'given' : all.includes('open') ? 'open' : 'constant';
}

/** What is put into a list later on. */
function afterwards(program: Program, list: Expression, steps: number): readonly Constancy[] {
  return putInto(program, list).map((put) =>
    put === undefined ? 'open' : constancyOf(program, put.module, put.value, put.within, steps + 1),
  );
}

/** `COLUMNS[sort]`, where the table is written in the code. */
function ofIndex(
  program: Program,
  module: SourceModule,
  value: Extract<Expression, { kind: 'index' }>,
  within: number,
  steps: number,
): Constancy {
  const of = program.resolve(module, value.of, within);
  if (of.kind === 'value' && (of.value.kind === 'object' || of.value.kind === 'list')) {
    if (of.value.kind === 'list') return ofMeaning(program, of, steps);
    if (of.value.open) return 'open';
    return worst(
      of.value.members.map((one) => constancyOf(program, of.module, one.value, of.within, steps + 1)),
    );
  }
  return ofMeaning(program, of, steps + 1);
}

function ofCall(program: Program, module: SourceModule, number: number, steps: number): Constancy {
  const call = module.calls[number]!;
  const path = call.path ?? program.pathOf(module, call.callee, call.within);
  if (path !== undefined && HARMLESS.test(path)) return 'constant';
  const given = call.arguments.map(({ value }) =>
    constancyOf(program, module, value, call.within, steps + 1),
  );
  if (call.callee.kind === 'member') {
    const { name, of } = call.callee;
    // `$${values.push(name)}`: how many there are now.
    if (name === 'push' && isList(program, module, of, call.within)) return 'constant';
    if (name === 'join') {
      // `', '.join(...)`, `ids.map(() => '?').join(', ')`.
      const list = module.language === 'python' ? call.arguments[0]?.value : of;
      return list === undefined ? 'open' : ofItems(program, module, list, call.within, steps);
    }
    if (/^(format|concat|replace|replaceAll)$/.test(name))
      return worst([constancyOf(program, module, of, call.within, steps + 1), ...given]);
    if (
      /^(trim|strip|lower|upper|toLowerCase|toUpperCase|toString|get|slice|substring|repeat|lstrip|rstrip|title)$/.test(
        name,
      )
    ) {
      const from = constancyOf(program, module, of, call.within, steps + 1);
      if (from !== 'open') return from;
    }
  }
  if (
    path !== undefined &&
    FROM_CALLERS.test(path) &&
    (call.callee.kind !== 'member' || READS_OF_CALLERS.test(call.callee.name))
  )
    return 'given';
  const callee = program.resolve(module, call.callee, call.within);
  if (callee.kind === 'function') {
    const gives = program.given(callee.module, callee.function);
    return gives === undefined ? 'open' : ofMeaning(program, gives, steps + 1);
  }
  return path === 'String' || path === 'str' ? worst(given) : 'open';
}

/** The items of a list that is joined: placeholders made for each of them are constant. */
function ofItems(
  program: Program,
  module: SourceModule,
  list: Expression,
  within: number,
  steps: number,
): Constancy {
  if (list.kind === 'call') {
    const call = module.calls[list.call]!;
    if (call.callee.kind === 'member' && /^(map|fill)$/.test(call.callee.name)) {
      const [made] = call.arguments.map(({ value }) => value);
      if (made?.kind === 'literal') return 'constant';
      if (made?.kind === 'function') {
        const gives = module.functions[made.function]!.gives;
        const index = module.functions[made.function]!.parameters[1]?.name;
        if (gives === undefined) return 'open';
        const parts = [...partsOf(gives, module)].filter((part) => part.kind === 'name');
        if (parts.every((part) => part.name === index)) return 'constant';
      }
    }
    return 'open';
  }
  const found = constancyOf(program, module, list, within, steps + 1);
  return found === 'given' && !isList(program, module, list, within) ? 'open' : found;
}

/** Whether a list is written in the code, and not handed over as a whole. */
function isList(program: Program, module: SourceModule, value: Expression, within: number): boolean {
  const meaning = program.resolve(module, value, within);
  return meaning.kind === 'value' && meaning.value.kind === 'list';
}

function ofMeaning(program: Program, meaning: Meaning, steps: number): Constancy {
  if (steps > FURTHEST) return 'open';
  switch (meaning.kind) {
    case 'value':
      return constancyOf(program, meaning.module, meaning.value, meaning.within, steps + 1);
    case 'several':
      return worst(meaning.of.map((one) => ofMeaning(program, one, steps + 1)));
    case 'external':
      if (/^(process\.env|os\.environ|import\.meta\.env)/.test(meaning.path)) return 'constant';
      return FROM_CALLERS.test(meaning.path) ? 'given' : 'open';
    case 'made':
      if (meaning.members.length > 0 && FROM_CALLERS.test(meaning.members.join('.'))) return 'given';
      return ofCall(program, meaning.module, meaning.call, steps + 1);
    case 'parameter':
      return ofParameter(program, meaning, steps);
    default:
      return 'open';
  }
}

/** What a function is given: by those who call it, where they are seen, and by strangers where it is asked from outside. */
function ofParameter(
  program: Program,
  { module, function: number, parameter, members }: Extract<Meaning, { kind: 'parameter' }>,
  steps: number,
): Constancy {
  const own = module.functions[number]!;
  const { name } = own.parameters[parameter]!;
  if (FROM_CALLERS.test([name ?? '', ...members].join('.'))) return 'given';
  const found: Constancy[] = [];
  for (const { module: caller, call } of callsByName(program).get(own.name ?? '') ?? []) {
    const callee = program.resolve(caller, call.callee, call.within);
    const isIt = callee.kind === 'function' && callee.module === module && callee.function === number;
    // A method of something that cannot be told, called by the same name, may be this one.
    if (!isIt && (callee.kind === 'function' || callee.kind === 'external')) continue;
    const given = argumentFor(call, own, parameter);
    if (members.length > 0 || given === undefined || given.spread) return 'given';
    found.push(constancyOf(program, caller, given.value, call.within, steps + 2));
  }
  if (found.includes('given')) return 'given';
  if (unreadIn(program, module) !== undefined) return 'open';
  return found.length === 0 ? 'given' : worst(found);
}

/** Calls by the last name of what is called, whoever is meant by it. */
const callsByName = onceFor((program: Program) =>
  Map.groupBy(
    [...program.modules.values()].flatMap((module) => module.calls.map((call) => ({ module, call }))),
    ({ call }) => lastName(call.callee),
  ),
);

function lastName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}

/** Whether the code asks, around it, if the value is one of those that it knows: `KINDS.includes(kind)`, `kind in KINDS`. */
function isOnAList(module: SourceModule, value: Expression, within: number): boolean {
  const name = lastName(value);
  if (name === undefined) return false;
  const around = new Set<number>();
  for (let at = within; at !== TOP; at = module.functions[at]!.within) around.add(at);
  const asks = module.calls.some(
    ({ callee, arguments: [first], within: at }) =>
      around.has(at) &&
      callee.kind === 'member' &&
      /^(includes|has|hasOwn|hasOwnProperty|test|match|fullmatch)$/.test(callee.name) &&
      first !== undefined &&
      lastName(first.value) === name,
  );
  return (
    asks ||
    module.branches.some(
      ({ test, within: at }) =>
        around.has(at) &&
        [...partsOf(test, module)].some(
          (part) =>
            part.kind === 'compare' && /^(not )?in$/.test(part.operator) && lastName(part.left) === name,
        ),
    )
  );
}
