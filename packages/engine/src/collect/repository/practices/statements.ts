import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, type RepositoryFact, written } from '../fact.ts';
import { type Constancy, constancyOf, worst } from './constancy.ts';
import { addressOf, at, functionAround } from './places.ts';
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
  for (const call of module.calls) {
    if (call.path !== undefined && TELLS.test(call.path)) continue;
    if (call.callee.kind === 'member' && isText(call.callee.of)) continue;
    for (const { value } of call.arguments)
      for (const handed of [value, ...membersNamed(value)])
        for (const one of alternatives(program, module, handed, call.within)) {
          const statement = statementOf(program, one.module, one.value, one.within);
          if (statement !== undefined && isNew(handed.at))
            yield { ...statement, within: call.within, at: handed.at };
        }
  }
  for (const { tag, parts, within, at: place } of module.texts) {
    const name = tag?.kind === 'name' || tag?.kind === 'member' ? tag.name : undefined;
    if (name === undefined || !MAKES_PARAMETERS.test(name)) continue;
    const start = startOf(parts[0]);
    if (start !== undefined && isNew(place))
      yield { start, constancy: 'constant', part: undefined, within, at: place };
  }
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

/** What a name may stand for where it is written as a text. */
function alternatives(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): readonly Handed[] {
  if (isText(value) || value.kind === 'call') return [{ module, value, within }];
  if (value.kind === 'choice') return value.of.flatMap((one) => alternatives(program, module, one, within));
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const meaning = program.resolve(module, value, within);
  const all = meaning.kind === 'several' ? meaning.of : [meaning];
  return all.flatMap((one): Handed[] => {
    if (one.kind === 'value' && isText(one.value)) return [one];
    if (one.kind === 'made' && one.members.length === 0)
      return [
        {
          module: one.module,
          value: { kind: 'call', call: one.call, at: value.at },
          within: one.module.calls[one.call]!.within,
        },
      ];
    return [];
  });
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
