import { lastOf } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';

/** A limit in a statement: a number, a name, or what is put in there. */
const LIMIT =
  /\blimit\s+(?:[^\s,;)]+\s*,\s*)?(\d+|\?|\$\d+|[:@]\w+|%s|%\(\w+\)s|\u0000)|\bfetch\s+(?:first|next)\s+(\d+|\?|\$\d+|[:@]\w+|%s|\u0000)|\bselect\s+top\s*\(?\s*(\d+|\?|@\w+|\u0000)/gi;
const PLACEHOLDER = /\?|%s/g;

/** What a statement says of how many it gives: what decides it, `number` where it is written, nothing where it cannot be told. */
export function limitsOfStatement(
  program: Program,
  module: SourceModule,
  call: Call,
): readonly (ValueAt | 'number' | undefined)[] {
  const found = call.arguments.flatMap(({ value }, index) =>
    statementsOf(program, module, value, call.within).flatMap(({ text, parts, ...at }) =>
      [...text.matchAll(LIMIT)].map((match) => {
        const said = match[1] ?? match[2] ?? match[3] ?? '';
        if (/^\d+$/.test(said)) return 'number';
        const before = text.slice(0, match.index + match[0].length - 1);
        if (said === '\u0000') {
          const value = parts[[...before.matchAll(/\u0000/g)].length];
          return value === undefined ? undefined : { ...at, value };
        }
        const value = givenFor(
          said,
          before,
          call.arguments.slice(index + 1).map((one) => one.value),
        );
        return value === undefined ? undefined : { module, value, within: call.within };
      }),
    ),
  );
  return found.length === 0 ? [undefined] : found;
}

/** What is handed over for a placeholder: by its place, its number or its name. */
function givenFor(said: string, before: string, others: readonly Expression[]): Expression | undefined {
  const [first] = others;
  const all = first?.kind === 'list' && !first.open ? first.items : others;
  if (/^\$\d/.test(said)) return all[Number(said.slice(1)) - 1];
  if (said === '?' || said === '%s') return all[[...before.matchAll(PLACEHOLDER)].length];
  const name = /\w+/.exec(said)?.[0];
  const replaced =
    first?.kind === 'object' ? first.members.find((one) => one.name === 'replacements') : undefined;
  const named = replaced?.value ?? first;
  return named?.kind === 'object' ? named.members.find((one) => one.name === name)?.value : undefined;
}

interface Statement {
  readonly module: SourceModule;
  readonly within: number;
  readonly text: string;
  /** What is put in, in order. */
  readonly parts: readonly Expression[];
}

function statementsOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): readonly Statement[] {
  if (steps > 4) return [];
  if (value.kind === 'literal')
    return typeof value.value === 'string' ? [{ module, within, text: value.value, parts: [] }] : [];
  if (value.kind === 'text') {
    const { parts } = module.texts[value.text]!;
    const text = parts.map((part) => (typeof part === 'string' ? part : '\u0000')).join('');
    return [{ module, within, text, parts: parts.filter((part) => typeof part !== 'string') }];
  }
  if (value.kind === 'call') {
    const [first] = module.calls[value.call]!.arguments;
    return first === undefined ? [] : statementsOf(program, module, first.value, within, steps + 1);
  }
  if (value.kind !== 'name' && value.kind !== 'member') return [];
  const meaning = program.resolve(module, value, within);
  return (meaning.kind === 'several' ? meaning.of : [meaning]).flatMap((one) =>
    one.kind === 'value' ? statementsOf(program, one.module, one.value, one.within, steps + 1) : [],
  );
}

/** What `.limit(…)` of a chain is given; `number` where the call itself says how many. */
export function limitsOfChains(
  program: Program,
  module: SourceModule,
  values: readonly Expression[],
  within: number,
): readonly (ValueAt | 'number' | undefined)[] {
  const found: (ValueAt | 'number' | undefined)[] = [];
  const look = (own: SourceModule, number: number): void => {
    const { callee, arguments: given, within: at } = own.calls[number]!;
    const [first, second] = given;
    const name = lastOf(callee);
    if (/^(limit|take)$/.test(name)) found.push(first && { module: own, value: first.value, within: at });
    else if (name === 'slice') found.push(second && { module: own, value: second.value, within: at });
    else if (/^(first|top|paginate|fetch_page)$/.test(name)) found.push('number');
    if (callee.kind === 'member') follow(own, callee.of, at);
  };
  const follow = (own: SourceModule, value: Expression, at: number): void => {
    if (value.kind === 'call') look(own, value.call);
    else if (value.kind === 'name') {
      const meaning = program.resolve(own, value, at);
      for (const one of meaning.kind === 'several' ? meaning.of : [meaning])
        if (one.kind === 'made' && one.members.length === 0) {
          const { callee } = one.module.calls[one.call]!;
          // What a name was given may begin with the name itself: `query = query.limit(20)`.
          if (callee.kind !== 'member' || callee.of.kind !== 'name') look(one.module, one.call);
          else found.push(...limitsOfCall(one.module, one.call));
        }
    }
  };
  for (const value of values) follow(module, value, within);
  return found.length === 0 ? [undefined] : found;
}

function limitsOfCall(module: SourceModule, number: number): readonly (ValueAt | undefined)[] {
  const { callee, arguments: given, within } = module.calls[number]!;
  if (!/^(limit|take)$/.test(lastOf(callee))) return [];
  const [first] = given;
  return [first && { module, value: first.value, within }];
}
