import type { Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { type Constancy, constancyOf, worst } from './constancy.ts';
import { inWords } from './in-words.ts';
import { alternatives, isText } from './written-texts.ts';

/** What says which records of DynamoDB are meant: it has a language of its own, with placeholders for names and values. */
const CONDITIONS = /^(KeyConditionExpression|FilterExpression|ConditionExpression)$/;

interface Condition {
  readonly name: string;
  readonly at: ValueAt;
}

/** Also those of an object that is handed over under its name, and that are put into it later on. */
export function conditionsIn(
  program: Program,
  module: SourceModule,
  { arguments: given, within }: Call,
): readonly Condition[] {
  return given.flatMap(({ name, value }): readonly Condition[] => {
    if (name !== undefined) return CONDITIONS.test(name) ? [{ name, at: { module, value, within } }] : [];
    const meaning = program.resolve(module, value, within);
    const all = meaning.kind === 'several' ? meaning.of : [meaning];
    return (value.kind === 'object' ? [{ kind: 'value' as const, module, value, within }] : all).flatMap(
      (one) => (one.kind === 'value' ? membersOf(program, one) : []),
    );
  });
}

function membersOf(program: Program, { module, value: object, within }: ValueAt): readonly Condition[] {
  if (object.kind !== 'object') return [];
  const made = [...object.members, ...(object.perhaps ?? [])].flatMap(({ name, value }) =>
    CONDITIONS.test(name) ? [{ name, at: { module, value, within } }] : [],
  );
  const added = program.scopes(module).allAdded(object);
  return [
    ...made,
    ...added.flatMap(({ target, value, within: own }) =>
      target.kind === 'member' && CONDITIONS.test(target.name)
        ? [{ name: target.name, at: { module, value, within: own } }]
        : [],
    ),
  ];
}

/** A condition that is written as a text; what functions make of names and values (`Key("id").eq(id)`) is none. */
export function conditionOf(
  program: Program,
  at: ValueAt,
): { readonly constancy: Constancy; readonly part: string | undefined } | undefined {
  const { written: all, open } = alternatives(program, at);
  const texts = all.filter(({ module, value }) => isText(value) || joins(module, value));
  if (texts.length === 0) return undefined;
  const each = texts.map((one) => ({
    one,
    constancy: constancyOf(program, one.module, one.value, one.within),
  }));
  const isAll = !open && texts.length === all.length;
  const constancy = worst([...each.map((own) => own.constancy), ...(isAll ? [] : ['open' as const])]);
  const worstOne = each.find((own) => own.constancy === constancy)?.one ?? at;
  return { constancy, part: constancy === 'constant' ? undefined : partOf(program, worstOne, constancy) };
}

function joins(module: SourceModule, value: Expression): boolean {
  if (value.kind !== 'call') return false;
  const { callee } = module.calls[value.call]!;
  return callee.kind === 'member' && callee.name === 'join';
}

/** What is put in that makes it so. */
function partOf(program: Program, { module, value, within }: ValueAt, constancy: Constancy): string {
  const parts = value.kind === 'text' ? module.texts[value.text]!.parts : [value];
  const part = parts.find(
    (one) => typeof one !== 'string' && constancyOf(program, module, one, within) === constancy,
  );
  return part === undefined || typeof part === 'string' ? 'an expression' : inWords(part, module);
}
