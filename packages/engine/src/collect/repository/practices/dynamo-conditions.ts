import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { type Constancy, constancyOf, worst } from './constancy.ts';
import { inWords } from './in-words.ts';
import { alternatives, isText } from './written-texts.ts';

/** What says which records of DynamoDB are meant: it has a language of its own, with placeholders for names and values. */
const CONDITIONS = /^(KeyConditionExpression|FilterExpression|ConditionExpression)$/;

export function conditionsIn({
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
export function conditionOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): { readonly constancy: Constancy; readonly part: string | undefined } | undefined {
  const { written: all, open } = alternatives(program, { module, value, within });
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
