import type { SeenAt } from '../behaviour/answers.ts';
import { HeldAnswers } from '../behaviour/held-answers.ts';
import type { Reaches } from '../behaviour/reach.ts';
import type { HttpHandler } from './lambda.ts';

/** Where something is answered, or what would tell whether it is. */
export type AnswersOtherwise = SeenAt | { readonly decidedBy: string };

/**
 * What a function of Lambda that tells routes apart by branches answers where none of them is asked for. Nothing where it refuses
 * that, as most do.
 */
export function answersOtherwise(reaches: Reaches, handler: HttpHandler): AnswersOtherwise | undefined {
  const { rest: part } = handler;
  if (part === undefined) return undefined;
  const ways = new HeldAnswers(reaches, part).of(handler);
  const given = ways.find(({ held }) => held === 'something');
  if (given !== undefined) return { module: given.module, at: given.value.at };
  const [open] = ways;
  if (open === undefined) return undefined;
  const place = `${open.module.file}:${open.value.at.line}`;
  return { decidedBy: `telling what is answered where none of its routes is asked for (${place})` };
}
