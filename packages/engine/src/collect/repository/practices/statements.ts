import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact, written } from '../fact.ts';
import { callsHandedStatements } from '../joins/handed-statements.ts';
import { type Constancy, constancyOf, worst } from './constancy.ts';
import { conditionOf, conditionsIn } from './dynamo-conditions.ts';
import { inWords } from './in-words.ts';
import { addressOf, at, functionAround } from './places.ts';
import { rawPartsIn } from './raw-parts.ts';
import { unreadIn } from './unread.ts';
import { alternatives, beginningOf, isText } from './written-texts.ts';

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
  /^(?:[\s(]|--[^\n]*\n|\/\*[\s\S]*?\*\/)*(select\b[\s\S]*\bfrom\b|select\s+[\d*]|insert\s+(or\s+\w+\s+)?into\b|update\b[\s\S]*\bset\b|delete\s+from\b|with\s+[\s\S]+\bselect\b|create\s+(table|index|unique|view|schema|database|role|user|extension)\b|alter\s+(table|role|user|database)\b|drop\s+(table|index|view|schema|database)\b|truncate\s+(table\s+)?\w|replace\s+into\b|merge\s+into\b|pragma\s+\w|call\s+\w+\s*\()/i;

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
      for (const handed of [
        { module, value, within: call.within },
        ...membersNamed(program, { module, value, within: call.within }),
      ]) {
        const statement = handedOver(program, handed);
        const place = value.kind === 'object' ? handed.value.at : value.at;
        if (statement !== undefined && isNew(place)) yield { ...statement, within: call.within, at: place };
      }
  }
  for (const call of module.calls)
    for (const { name, at: condition } of conditionsIn(program, module, call)) {
      const place = condition.module === module ? condition.value.at : call.at;
      const judgedAs = conditionOf(program, condition);
      if (judgedAs !== undefined && isNew(place))
        yield { start: name, ...judgedAs, within: call.within, at: place };
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

/** The statement that is handed over: of all that a name may stand for the worst, and of what is joined to it later on. */
function handedOver(
  program: Program,
  at: ValueAt,
): Pick<Statement, 'start' | 'constancy' | 'part'> | undefined {
  const { value } = at;
  const { written: all, open } = alternatives(program, at);
  const each = all.map((one) => statementOf(program, one));
  const first = each.find((one) => one !== undefined);
  if (first === undefined) return undefined;
  const name = value.kind === 'name' ? value.name : undefined;
  const found = all.map((one, i) => (says(one, name) ? undefined : each[i]) ?? goingOn(program, one, name));
  const constancy = worst([...found.map((one) => one.constancy), ...(open ? ['open' as const] : [])]);
  const part =
    found.find((one) => one.constancy === constancy)?.part ?? (constancy === 'open' ? name : undefined);
  return { start: first.start, constancy, part };
}

/** Whether a text is made of what its own name stood for before. */
function says({ module, value }: ValueAt, name: string | undefined): boolean {
  return (
    value.kind === 'text' &&
    module.texts[value.text]!.parts.some(
      (part) => typeof part !== 'string' && part.kind === 'name' && part.name === name,
    )
  );
}

/** `sql = sql + ' WHERE …'`: what is joined to the statement that the name stood for before. */
function goingOn(
  program: Program,
  { module, value, within }: ValueAt,
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

/** `{ text: … }`, `{ sql: … }`, `{ Statement: … }`: the statement in what is handed over, also under a name. */
function membersNamed(program: Program, { module, value, within }: ValueAt): readonly ValueAt[] {
  const meaning =
    value.kind === 'name'
      ? program.resolve(module, value, within)
      : { kind: 'value' as const, module, value, within };
  if (meaning.kind !== 'value' || meaning.value.kind !== 'object') return [];
  return meaning.value.members.flatMap((member) =>
    /^(text|sql|statement|query)$/i.test(member.name)
      ? [{ module: meaning.module, value: member.value, within: meaning.within }]
      : [],
  );
}

function statementOf(
  program: Program,
  at: ValueAt,
): Pick<Statement, 'start' | 'constancy' | 'part'> | undefined {
  const { module, value, within } = at;
  const start = startOf(beginningOf(program, at));
  if (start === undefined) return undefined;
  if (value.kind === 'text') {
    const { tag, parts } = module.texts[value.text]!;
    return tag === undefined ? { start, ...judged(program, module, parts, within) } : undefined;
  }
  if (value.kind !== 'call') return { start, constancy: 'constant', part: undefined };
  const { callee, arguments: given, within: called } = module.calls[value.call]!;
  const values = given.map((one) => one.value);
  if (callee.kind !== 'member') return undefined;
  if (callee.name === 'join') return { start, ...judged(program, module, [value], called) };
  const put = /^replace/.test(callee.name)
    ? values.slice(1)
    : /^(format|concat)$/.test(callee.name)
      ? values
      : [];
  return { start, ...judged(program, module, [callee.of, ...put], called) };
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
  return /\w+/.exec(SHAPE.exec(text)![1]!)![0].toUpperCase();
}
