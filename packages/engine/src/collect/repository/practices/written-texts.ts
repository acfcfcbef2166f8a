import type { Meaning, Program } from '../code/names/program.ts';
import type { ValueAt } from '../code/routes/route.ts';
import type { Expression } from '../code/syntax/source-module.ts';

const FURTHEST = 8;

interface Alternatives {
  readonly written: readonly ValueAt[];
  /** Whether it may stand for something else. */
  readonly open: boolean;
}

export function isText(value: Expression): boolean {
  return value.kind === 'literal' || value.kind === 'text';
}

/** What a name may stand for, or a function of the repository give, where it is written as a text. */
export function alternatives(program: Program, at: ValueAt, steps = 0): Alternatives {
  const { module, value, within } = at;
  if (isText(value)) return { written: [at], open: false };
  if (value.kind === 'choice')
    return together(value.of.map((one) => alternatives(program, { module, value: one, within }, steps + 1)));
  if (value.kind === 'call') return ofCall(program, at, value.call, steps);
  if (value.kind !== 'name' && value.kind !== 'member') return { written: [], open: true };
  const meaning = program.resolve(module, value, within);
  return together(
    (meaning.kind === 'several' ? meaning.of : [meaning]).map((one) => {
      if (one.kind === 'value' && isText(one.value)) return { written: [one], open: false };
      if (one.kind !== 'made' || one.members.length > 0) return { written: [], open: true };
      const { module: of, call } = one;
      const made: ValueAt = {
        module: of,
        value: { kind: 'call', call, at: value.at },
        within: of.calls[call]!.within,
      };
      return ofCall(program, made, call, steps);
    }),
  );
}

function together(each: readonly Alternatives[]): Alternatives {
  return { written: each.flatMap(({ written }) => written), open: each.some(({ open }) => open) };
}

/** A call itself, and where a function of the repository is called what that gives. */
function ofCall(program: Program, at: ValueAt, number: number, steps: number): Alternatives {
  const given = givenBy(program, at, number);
  if (given.length === 0 || steps > FURTHEST) return { written: [at], open: false };
  return together(given.map((one) => alternatives(program, one, steps + 1)));
}

/** What functions of the repository give that a call may lead to, where each gives one expression. */
function givenBy(program: Program, { module }: ValueAt, number: number): readonly ValueAt[] {
  const { callee, within } = module.calls[number]!;
  const { functions } = program.functionsOf(program.resolve(module, callee, within));
  const given = functions.map((one) => ofMeaning(program.given(one.module, one.function)));
  return given.some((one) => one === undefined) ? [] : given.flatMap((one) => one ?? []);
}

function ofMeaning(meaning: Meaning | undefined): ValueAt | undefined {
  if (meaning?.kind === 'value') return meaning;
  if (meaning?.kind !== 'made' || meaning.members.length > 0) return undefined;
  const { module, call } = meaning;
  const { at, within } = module.calls[call]!;
  return { module, value: { kind: 'call', call, at }, within };
}

/** Gives back the text that it is called on, with something put in or taken away. */
const OF_ITS_OWN = /^(format|concat|replace|replaceAll|trim|trimStart|trimEnd|strip|toString)$/;

/** A text as far as its beginning is written, with `x` for all that is put in; nothing where it begins with something else. */
export function beginningOf(
  program: Program,
  { module, value, within }: ValueAt,
  steps = 0,
): string | undefined {
  if (steps > FURTHEST) return undefined;
  const next = (one: Expression) => beginningOf(program, { module, value: one, within }, steps + 1);
  switch (value.kind) {
    case 'literal':
      return typeof value.value === 'string' ? value.value : undefined;
    case 'text': {
      const [first, ...others] = module.texts[value.text]!.parts;
      if (first === undefined) return undefined;
      const begins = typeof first === 'string' ? first : (next(first) ?? 'x');
      return begins + others.map((part) => (typeof part === 'string' ? part : 'x')).join('');
    }
    case 'list': {
      const [first] = value.items;
      return first === undefined ? undefined : next(first);
    }
    case 'name':
    case 'member': {
      const meaning = program.resolve(module, value, within);
      const all = (meaning.kind === 'several' ? meaning.of : [meaning]).flatMap(
        (one) => ofMeaning(one) ?? [],
      );
      const begins = all.map((one) =>
        one.value === value ? undefined : beginningOf(program, one, steps + 1),
      );
      return begins.find((one) => one !== undefined);
    }
    case 'call': {
      const { callee, arguments: given, within: called } = module.calls[value.call]!;
      if (callee.kind !== 'member') return undefined;
      const list = module.language === 'python' ? given[0]?.value : callee.of;
      const of = callee.name === 'join' ? list : OF_ITS_OWN.test(callee.name) ? callee.of : undefined;
      const begins = of && beginningOf(program, { module, value: of, within: called }, steps + 1);
      return begins === undefined ? undefined : `${begins} x`;
    }
    default:
      return undefined;
  }
}
