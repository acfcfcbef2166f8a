import type { Program } from '../code/names/program.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';
import { partsOf } from '../joins/expressions.ts';
import { lastOf } from './origins.ts';
import type { StoreCall } from './store-calls.ts';

/** Names of what changes with every write. */
const VERSION =
  /(^|[^a-z])(\w*(?<!con|in|sub)version|revision|rev|etag|__v|xmin|last_?(updated?|modified)\w*|(updated|modified)_?(at|on)|sequence(_?number)?)([^a-z]|$)/i;
/** Names of when something was changed. */
const CHANGED = String.raw`[\w.#]*(?:last_?(?:updated?|modified)|(?:updated|modified)_?(?:at|on))\w*`;
/** `updatedAt < :now`, `:now > updatedAt`: true of whoever writes later, whatever they have read. */
const ONLY_EARLIER = new RegExp(`${CHANGED}\\s*<=?(?!>)|(?::\\w+|\\?)\\s*>=?\\s*${CHANGED}`, 'gi');
const IS_CHANGED = new RegExp(`^${CHANGED}$`, 'i');

/**
 * Whether the condition of a write of DynamoDB lets it through only where nobody else wrote in the meantime. That a record is
 * there (`attribute_exists`) says nothing of that. `undefined` where there is no condition.
 */
export function keepsOthers(
  program: Program,
  { input, module, within, kind }: StoreCall,
  written: readonly string[],
): boolean | 'open' | undefined {
  const condition = input.members.get('ConditionExpression') ?? input.members.get('Expected');
  if (condition === undefined) return undefined;
  const text = textOf(program, module, condition, within);
  if (text === undefined)
    return wordsIn(program, module, condition, within).some((one) => VERSION.test(one)) || 'open';
  const called = namesCalled(input.members.get('ExpressionAttributeNames'));
  const plain = text
    .replace(/\battribute_exists\s*\([^)]*\)/gi, '')
    .replace(/#\w+/g, (name) => called.get(name) ?? name)
    .replace(ONLY_EARLIER, 'before <');
  const isOfNew = /\battribute_not_exists\b/i.test(plain);
  if (VERSION.test(plain.replace(/\battribute_not_exists\s*\([^)]*\)/gi, ''))) return true;
  const compared = [...plain.matchAll(/([\w.#]+)\s*(=|<>|<=?|>=?|\bin\b|\bbetween\b)/gi)];
  if (compared.length === 0 && !/\b(contains|begins_with|size|attribute_type)\b/i.test(plain))
    return isOfNew ? kind === 'puts' || 'open' : false;
  // What is replaced is still what it was.
  const isStill = compared.some(([, name, by]) => /^(=|in)$/i.test(by!) && written.includes(name!));
  return (isStill && !isOfNew) || 'open';
}

/** `{ '#v': 'version' }`. */
export function namesCalled(names: Expression | undefined): ReadonlyMap<string, string> {
  return new Map(
    names?.kind === 'object'
      ? names.members.flatMap(({ name, value }) =>
          value.kind === 'literal' ? [[name, String(value.value)] as const] : [],
        )
      : [],
  );
}

/** The text of a value, what is put in as `?`. */
export function textOf(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
): string | undefined {
  if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
  if (value.kind === 'text')
    return module.texts[value.text]!.parts.map((part) => (typeof part === 'string' ? part : ' ? ')).join('');
  const meaning = program.resolve(module, value, within);
  if (meaning.kind !== 'value' || (meaning.value.kind !== 'literal' && meaning.value.kind !== 'text'))
    return undefined;
  return textOf(program, meaning.module, meaning.value, meaning.within);
}

/** Names and texts of a condition that is put together: `Attr('version').eq(read)`. */
function wordsIn(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
): readonly string[] {
  if (steps > 8) return [];
  const meaning = value.kind === 'name' ? program.resolve(module, value, within) : undefined;
  if (meaning?.kind === 'value' && meaning.value !== value)
    return wordsIn(program, meaning.module, meaning.value, meaning.within, steps + 1);
  const made: Expression | undefined =
    meaning?.kind === 'made' && meaning.module === module
      ? { kind: 'call', call: meaning.call, at: value.at }
      : undefined;
  return partsOf(made ?? value, module).flatMap((part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') return [part.value];
    if (part.kind === 'object') return part.members.map(({ name }) => name);
    if (part.kind !== 'call') return [];
    const { callee, arguments: given } = module.calls[part.call]!;
    const by = lastOf(callee);
    // As in a text: that something is there, or was changed earlier, says nothing of what was read.
    if (/^(?:not_)?exists$/.test(by)) return [];
    const words = [...(by === '' ? [] : [callee]), ...given.map((one) => one.value)].flatMap((one) =>
      wordsIn(program, module, one.kind === 'member' ? one.of : one, within, steps + 1),
    );
    return /^lte?$/.test(by) ? words.filter((word) => !IS_CHANGED.test(word)) : words;
  });
}
