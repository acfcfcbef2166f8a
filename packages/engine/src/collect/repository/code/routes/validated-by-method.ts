import type { Reaches } from '../behaviour/reach.ts';
import { RoutePart } from '../behaviour/route-part.ts';
import { type BodyHandling, bodyHandling } from '../behaviour/validation.ts';
import { type Branch, type Expression, isIn } from '../syntax/source-module.ts';
import { answersOtherwise } from './answers-otherwise.ts';
import type { HttpHandler } from './lambda.ts';

export const VERB = /^(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/;
const WRITES = /^(POST|PUT|PATCH)$/;

interface AskedBranch {
  readonly method: string;
  readonly branch: Branch;
}

/**
 * How a function that tells methods apart, and no paths, handles the body: what one method is compared with proves nothing for
 * the others.
 */
export function handledByMethod(reaches: Reaches, handler: HttpHandler, whole: BodyHandling): BodyHandling {
  if (handler.rest !== undefined || handler.routes.length > 0 || whole.validations.length === 0) return whole;
  const asked = branchesByMethod(handler);
  if (asked.length === 0) return whole;
  for (const { method, part } of partsByMethod(handler)) {
    const own = WRITES.test(method) ? bodyHandling(reaches, [{ ...handler, part }], [], 'lambda') : undefined;
    if (own?.body === undefined || own.validations.length > 0) continue;
    const isReadForAll =
      own.body.module === handler.module && asked.every((one) => !isIn(own.body!.at, one.branch.then));
    const open = isReadForAll ? `telling whether ${method} uses the body of ${handler.name}` : undefined;
    return { ...whole, validations: [], open: own.open ?? open };
  }
  return handledOtherwise(reaches, handler, whole, asked);
}

/** What is done where none of the methods is asked for. */
function handledOtherwise(
  reaches: Reaches,
  handler: HttpHandler,
  whole: BodyHandling,
  asked: readonly AskedBranch[],
): BodyHandling {
  const branches = asked.map((one) => one.branch);
  const rest = new RoutePart(handler.module, undefined, branches, branches);
  const own = bodyHandling(reaches, [{ ...handler, part: rest }], [], 'lambda');
  const isCompared = own.body === undefined || own.validations.length > 0;
  if (isCompared || answersOtherwise(reaches, { ...handler, rest }) === undefined) return whole;
  const open = `telling whether ${handler.name} uses the body where none of its methods is asked for`;
  return { ...whole, validations: [], open };
}

/** What of a function runs for each of the methods that it tells apart. */
export function partsByMethod(
  handler: HttpHandler,
): readonly { readonly method: string; readonly part: RoutePart }[] {
  const asked = branchesByMethod(handler);
  return asked.map(({ method, branch }) => {
    const others = asked.filter((one) => one.method !== method).map((one) => one.branch);
    return { method, part: new RoutePart(handler.module, branch, others, [branch]) };
  });
}

function branchesByMethod({ module, function: number }: HttpHandler): readonly AskedBranch[] {
  return module.branches.flatMap((branch) => {
    const method = branch.within === number ? methodIn(branch.test) : undefined;
    return method === undefined ? [] : [{ method, branch }];
  });
}

/** `event.httpMethod === 'POST'`, also by the name of a constant: `Method.POST`. */
function methodIn(test: Expression): string | undefined {
  if (test.kind === 'both') return test.of.map(methodIn).find((one) => one !== undefined);
  if (test.kind !== 'compare' || test.operator !== '==') return undefined;
  const { left, right } = test;
  const sides = [
    [left, right],
    [right, left],
  ] as const;
  for (const [subject, other] of sides) {
    const named = subject.kind === 'name' || subject.kind === 'member' ? subject.name : '';
    const verb = other.kind === 'literal' ? String(other.value) : other.kind === 'member' ? other.name : '';
    if (/method|verb/i.test(named) && VERB.test(verb)) return verb;
  }
  return undefined;
}
