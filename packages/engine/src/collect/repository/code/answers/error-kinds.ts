import { branchesAround, type FunctionAt, lastName } from '../behaviour/reach.ts';
import type { Program } from '../names/program.ts';
import { type Expression, isIn, type Place, type SourceModule } from '../syntax/source-module.ts';
import { isGeneral } from './shown-errors.ts';

/** A class of the repository. */
export interface ClassAt {
  readonly module: SourceModule;
  readonly class: number;
}

/** What went wrong, as it is called where it is answered. */
export interface AnsweredAs {
  readonly module: SourceModule;
  readonly name: string;
  readonly at: Place;
  /** In Python, the classes that are caught. */
  readonly types: readonly Expression[];
  /** Where it was caught that is handed to it; nothing where it answers for whatever goes wrong anywhere. */
  readonly from: { readonly module: SourceModule; readonly at: Place } | undefined;
}

const FURTHEST = 10;

export function innermost(module: SourceModule, at: Place): FunctionAt | undefined {
  const number = module.functions.findLastIndex((made) => isIn(at, made));
  return number < 0 ? undefined : { module, function: number };
}

/** Whether a place is for errors of one kind alone. */
export function isOfOneKind({ module, at: from, types }: AnsweredAs, at: Place): boolean {
  return (
    (types.length > 0 && !types.some(isGeneral)) ||
    branchesAround(module, at, { at: from }).some(
      ({ test, then }) => isIn(at, then) && kindsIn(module, test).length > 0,
    )
  );
}

/** Whether a place is only for errors of another kind: `if (error instanceof NotFound)`, and for what is told in development. */
export function onlyForOthers(
  program: Program,
  { module, at: from }: AnsweredAs,
  own: ClassAt | undefined,
  at: Place,
): boolean {
  return branchesAround(module, at, { at: from }).some(({ test, then }) => {
    const kinds = kindsIn(module, test);
    if (kinds.length === 0) return false;
    const fits = kinds.some((one) =>
      typeof one === 'string'
        ? own === undefined || isNamed(program, own, one)
        : isKindOf(program, own, module, one),
    );
    return isIn(at, then) ? !fits : own !== undefined && fits && kinds.length === 1 && test.kind !== 'both';
  });
}

/** The kinds of errors that a condition asks for: classes, or the name of one. */
function kindsIn(module: SourceModule, test: Expression): readonly (Expression | string)[] {
  if (test.kind === 'both' || test.kind === 'choice') return test.of.flatMap((one) => kindsIn(module, one));
  if (test.kind === 'compare' && test.operator === 'instanceof')
    return isGeneral(test.right) ? [] : [test.right];
  if (test.kind === 'compare' && test.operator === '==') {
    const sides = [test.left, test.right];
    const text = sides.find((one) => one.kind === 'literal');
    const isName = sides.some((one) => one.kind === 'member' && one.name === 'name');
    return isName && text?.kind === 'literal' && typeof text.value === 'string' ? [text.value] : [];
  }
  if (test.kind !== 'call') return [];
  const { callee, arguments: given } = module.calls[test.call]!;
  const [, type] = given;
  // `isProblem(error)`.
  const named = /^is_?(\w+)$/i.exec(lastName(callee) ?? '')?.[1];
  if (named !== undefined && /(error|exception|problem)$/i.test(named) && !/^native_?error$/i.test(named))
    return [named];
  return lastName(callee) === 'isinstance' && type !== undefined && !isGeneral(type.value)
    ? type.value.kind === 'list'
      ? type.value.items
      : [type.value]
    : [];
}

/** Whether an own error is of a class, or of one above it. */
export function isKindOf(
  program: Program,
  own: ClassAt | undefined,
  module: SourceModule,
  type: Expression,
): boolean {
  const wanted = program.resolve(module, type, innermost(module, type.at)?.function ?? -1);
  if (wanted.kind !== 'class') return wanted.kind === 'open';
  if (own === undefined) return true;
  return [own, ...above(program, own)].some(
    (one) => one.module === wanted.module && one.class === wanted.class,
  );
}

/** The classes of the repository that a class is made of, the nearest first. */
export function above(program: Program, { module, class: number }: ClassAt, steps = 0): readonly ClassAt[] {
  if (steps > FURTHEST) return [];
  const own = module.classes[number]!;
  return own.bases.flatMap((base) => {
    const found = program.resolve(module, base, own.within);
    return found.kind === 'class' ? [found, ...above(program, found, steps + 1)] : [];
  });
}

/** Whether an own error, or one above it, is called so. */
function isNamed(program: Program, own: ClassAt, name: string): boolean {
  const plain = (one: string) => one.replace(/_/g, '').toLowerCase();
  return [own, ...above(program, own)].some((one) => plain(nameOf(one)) === plain(name));
}

export function nameOf({ module, class: number }: ClassAt): string {
  return module.classes[number]!.name ?? 'an own error';
}
