import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact, written } from '../fact.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { type Constancy, constancyOf, worst } from './constancy.ts';
import { addressOf, at, functionAround } from './places.ts';
import { rawPartsIn } from './raw-parts.ts';
import { unreadIn } from './unread.ts';

/** The statements that the code of a module hands to a database, function by function. */
export function statements(program: Program, module: SourceModule): readonly RepositoryFact[] {
  const byFunction = new Map<string, { within: number; found: Statement[] }>();
  for (const statement of found(program, module)) {
    const address = addressOf(module, statement.within);
    const own = byFunction.get(address) ?? { within: statement.within, found: [] };
    byFunction.set(address, own);
    own.found.push(statement);
  }
  return [...byFunction].map(([address, { within, found: own }]) =>
    fact({
      type: 'Repository::Statements',
      address,
      at: at(module, own[0]!.at),
      properties: {
        path: module.file,
        function: functionAround(module, within),
        statements: own.map((one) => written(described(one, module), at(module, one.at))),
      },
    }),
  );
}

interface Statement {
  readonly start: string;
  readonly constancy: Constancy;
  readonly part: string | undefined;
  readonly within: number;
  readonly at: Place;
}

function described(
  { start, constancy, part, at: place }: Statement,
  module: SourceModule,
): { [name: string]: Plain } {
  const joined =
    constancy === 'open'
      ? unknown(
          'unresolved-expression',
          `where ${part ?? 'what is joined in'} comes from`,
          inCode(at(module, place)),
        )
      : constancy === 'given';
  return { start, joined, ...(part === undefined ? {} : { part }) };
}

/** Statements as they begin and go on; a sentence that begins with one of these words does not. */
const SHAPE =
  /^[\s(]*(select\b[\s\S]*\bfrom\b|select\s+[\d*]|insert\s+(or\s+\w+\s+)?into\b|update\b[\s\S]*\bset\b|delete\s+from\b|with\s+[\s\S]+\bselect\b|create\s+(table|index|unique|view|schema|database|role|user|extension)\b|alter\s+(table|role|user|database)\b|drop\s+(table|index|view|schema|database)\b|truncate\s+(table\s+)?\w|replace\s+into\b|merge\s+into\b|pragma\s+\w|call\s+\w+\s*\()/i;

/** Tags of templates that make parameters of what is put in. */
const MAKES_PARAMETERS =
  /^(sql|SQL|\$queryRaw|\$executeRaw|query|execute|sqlstring|pgsql|oneOrNone|any|many|one|none)$/;

/** Functions that write or throw texts: a statement in them is only told. */
const TELLS =
  /(^|\.)(log|info|warn|warning|error|debug|print|trace|Error|Exception|describe|it|test|echo|assert|expect)$/;

function* found(program: Program, module: SourceModule): Generator<Statement> {
  const seen = new Set<string>();
  const isNew = ({ line, column }: Place) => {
    const key = `${line}:${column}`;
    const before = seen.size;
    return seen.add(key).size > before;
  };
  for (const { call } of callsHandedStatements(program, module)) {
    if (call.path !== undefined && TELLS.test(call.path)) continue;
    if (call.callee.kind === 'member' && isText(call.callee.of)) continue;
    for (const { value } of call.arguments)
      for (const handed of [value, ...membersNamed(value)]) {
        const statement = handedOver(program, module, handed, call.within);
        if (statement !== undefined && isNew(handed.at))
          yield { ...statement, within: call.within, at: handed.at };
      }
  }
  for (const call of module.calls)
    for (const { name, value } of conditionsIn(call)) {
      const condition = conditionOf(program, module, value, call.within);
      if (condition !== undefined && isNew(value.at))
        yield { start: name, ...condition, within: call.within, at: value.at };
    }
  for (const { call, name, value } of rawPartsIn(module)) {
    const part = judged(program, module, partsOfText(module, value), call.within);
    if (part.constancy !== 'constant' && isNew(value.at))
      yield { start: name, ...part, within: call.within, at: value.at };
  }
  for (const { tag, parts, within, at: place } of module.texts) {
    const name = tag?.kind === 'name' || tag?.kind === 'member' ? tag.name : undefined;
    if (name === undefined || !MAKES_PARAMETERS.test(name)) continue;
    const start = startOf(parts[0]);
    if (start !== undefined && isNew(place))
      yield { start, constancy: 'constant', part: undefined, within, at: place };
  }
}

function partsOfText(module: SourceModule, value: Expression): readonly (string | Expression)[] {
  const text = value.kind === 'text' ? module.texts[value.text]! : undefined;
  return text !== undefined && text.tag === undefined ? text.parts : [value];
}

/** What says which records of DynamoDB are meant: it has a language of its own, with placeholders for names and values. */
const CONDITIONS = /^(KeyConditionExpression|FilterExpression|ConditionExpression)$/;

function conditionsIn({
  arguments: given,
}: Call): readonly { readonly name: string; readonly value: Expression }[] {
  const found: { readonly name: string; readonly value: Expression }[] = [];
  for (const { name, value } of given) {
    if (name !== undefined && CONDITIONS.test(name)) found.push({ name, value });
    if (value.kind === 'object')
      for (const member of value.members) if (CONDITIONS.test(member.name)) found.push(member);
  }
  return found;
}

/** A condition that is written as a text; what functions make of names and values (`Key("id").eq(id)`) is none. */
function conditionOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Pick<Statement, 'constancy' | 'part'> | undefined {
  const { written: all, open } = alternatives(program, module, value, within);
  const texts = all.filter((one) => isText(one.value));
  if (open || texts.length === 0 || texts.length < all.length) return undefined;
  const each = texts.map((one) => {
    if (one.value.kind !== 'text') return { constancy: 'constant' as const, part: undefined };
    const parts = one.module.texts[one.value.text]!.parts.filter((part) => typeof part !== 'string');
    const judgedParts = parts.map((part) => ({
      constancy: constancyOf(program, one.module, part, one.within),
      part: inWords(part, one.module),
    }));
    const constancy = worst(judgedParts.map((part) => part.constancy));
    return {
      constancy,
      part:
        constancy === 'constant' ? undefined : judgedParts.find((part) => part.constancy === constancy)?.part,
    };
  });
  const constancy = worst(each.map((one) => one.constancy));
  return { constancy, part: each.find((one) => one.constancy === constancy)?.part };
}

/** The statement that is handed over: of all that a name may stand for the worst, and of what is joined to it later on. */
function handedOver(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Pick<Statement, 'start' | 'constancy' | 'part'> | undefined {
  const { written: all, open } = alternatives(program, module, value, within);
  const each = all.map((one) => statementOf(program, one.module, one.value, one.within));
  const first = each.find((one) => one !== undefined);
  if (first === undefined) return undefined;
  const name = value.kind === 'name' ? value.name : undefined;
  const found = all.map((one, i) => each[i] ?? goingOn(program, one, name));
  const constancy = worst([...found.map((one) => one.constancy), ...(open ? ['open' as const] : [])]);
  const part =
    found.find((one) => one.constancy === constancy)?.part ?? (constancy === 'open' ? name : undefined);
  return { start: first.start, constancy, part };
}

/** `sql = sql + ' WHERE …'`: what is joined to the statement that the name stood for before. */
function goingOn(
  program: Program,
  { module, value, within }: Handed,
  name: string | undefined,
): Pick<Statement, 'constancy' | 'part'> {
  if (value.kind !== 'text')
    return { constancy: value.kind === 'literal' ? 'constant' : 'open', part: undefined };
  const { parts } = module.texts[value.text]!;
  const added = parts.map((part) =>
    typeof part !== 'string' && part.kind === 'name' && part.name === name ? '' : part,
  );
  return judged(program, module, added, within);
}

function isText(value: Expression): boolean {
  return value.kind === 'literal' || value.kind === 'text';
}

/** `{ text: … }`, `{ sql: … }`, `{ Statement: … }`: the statement in what is handed over. */
function membersNamed(value: Expression): readonly Expression[] {
  return value.kind === 'object'
    ? value.members
        .filter(({ name }) => /^(text|sql|statement|query)$/i.test(name))
        .map((member) => member.value)
    : [];
}

interface Handed {
  readonly module: SourceModule;
  readonly value: Expression;
  readonly within: number;
}

interface Alternatives {
  readonly written: readonly Handed[];
  /** Whether it may stand for something else. */
  readonly open: boolean;
}

/** What a name may stand for where it is written as a text. */
function alternatives(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Alternatives {
  if (isText(value) || value.kind === 'call') return { written: [{ module, value, within }], open: false };
  if (value.kind === 'choice') {
    const each = value.of.map((one) => alternatives(program, module, one, within));
    return { written: each.flatMap(({ written: own }) => own), open: each.some(({ open }) => open) };
  }
  if (value.kind !== 'name' && value.kind !== 'member') return { written: [], open: true };
  const meaning = program.resolve(module, value, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  const texts = all.map((one): Handed | undefined => {
    if (one.kind === 'value' && isText(one.value)) return one;
    return one.kind === 'made' && one.members.length === 0
      ? {
          module: one.module,
          value: { kind: 'call', call: one.call, at: value.at },
          within: one.module.calls[one.call]!.within,
        }
      : undefined;
  });
  return { written: texts.filter((one) => one !== undefined), open: texts.includes(undefined) };
}

function statementOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): Pick<Statement, 'start' | 'constancy' | 'part'> | undefined {
  if (value.kind === 'literal') {
    const start = startOf(value.value);
    return start === undefined ? undefined : { start, constancy: 'constant', part: undefined };
  }
  if (value.kind === 'text') {
    const text = module.texts[value.text]!;
    if (text.tag !== undefined) return undefined;
    const start = startOf(text.parts.map((part) => (typeof part === 'string' ? part : 'x')).join(''));
    return start === undefined ? undefined : { start, ...judged(program, module, text.parts, within) };
  }
  if (value.kind !== 'call') return undefined;
  const call = module.calls[value.call]!;
  if (call.callee.kind !== 'member' || !/^(format|concat)$/.test(call.callee.name)) return undefined;
  const base = call.callee.of;
  const start = base.kind === 'literal' ? startOf(base.value) : undefined;
  return start === undefined
    ? undefined
    : {
        start,
        ...judged(
          program,
          module,
          call.arguments.map((one) => one.value),
          within,
        ),
      };
}

function judged(
  program: Program,
  module: SourceModule,
  parts: readonly (string | Expression)[],
  within: number,
): Pick<Statement, 'constancy' | 'part'> {
  const all = parts.flatMap((part, i) => {
    if (typeof part === 'string') return [];
    const before = parts[i - 1];
    return [{ part, is: asValue(program, module, part, within, typeof before === 'string' ? before : '') }];
  });
  const constancy = worst(all.map(({ is }) => is));
  const part = constancy === 'constant' ? undefined : all.find(({ is }) => is === constancy)?.part;
  return { constancy, part: part === undefined ? undefined : inWords(part, module) };
}

/** Where the name of a table stands: those are seldom handed over from outside. */
const BEFORE_A_TABLE = /\b(from|into|update|join|table|exists|index|on)\s+["`\w.[]*$/i;

/** What a function is handed and puts where a value stands is no constant, unless all who hand it over are seen to give one. */
function asValue(
  program: Program,
  module: SourceModule,
  part: Expression,
  within: number,
  before: string,
): Constancy {
  const is = constancyOf(program, module, part, within);
  if (is !== 'open' || BEFORE_A_TABLE.test(before) || unreadIn(program) !== undefined) return is;
  const meaning =
    part.kind === 'name' || part.kind === 'member' ? program.resolve(module, part, within) : undefined;
  return meaning?.kind === 'parameter' ? 'given' : is;
}

function startOf(text: unknown): string | undefined {
  if (typeof text !== 'string' || !SHAPE.test(text)) return undefined;
  return /\w+/.exec(text)![0].toUpperCase();
}

/** An expression as a reader finds it again. */
function inWords(value: Expression, module: SourceModule): string {
  switch (value.kind) {
    case 'name':
      return value.name;
    case 'member':
      return `${inWords(value.of, module)}.${value.name}`;
    case 'index':
      return `${inWords(value.of, module)}[…]`;
    case 'call':
      return `${inWords(module.calls[value.call]!.callee, module)}(…)`;
    default:
      return 'an expression';
  }
}
