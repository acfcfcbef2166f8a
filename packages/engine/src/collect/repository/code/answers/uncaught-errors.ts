import { fact, placeIn, type RepositoryFact } from '../../fact.ts';
import type { Reach, Reaches } from '../behaviour/reach.ts';
import { type HttpHandler, statusIn } from '../routes/lambda.ts';
import { TOP } from '../syntax/source-module.ts';

/**
 * Handlers of Lambda in which nothing is caught: what goes wrong ends the function, and the entry in front answers without
 * the text. Source: API Gateway, "Set up Lambda proxy integrations": 502 and a fixed message.
 */
export function uncaughtErrors(
  reaches: Reaches,
  handlers: readonly HttpHandler[],
): readonly RepositoryFact[] {
  return handlers.flatMap((handler) =>
    isBare(handler) && leavesErrors(reaches, handler)
      ? [
          fact({
            type: 'Repository::ErrorAnswer',
            address: `answer to errors of ${handler.name}`,
            at: placeIn(handler.module.file, handler.at.line, handler.at.column),
            properties: { file: handler.module.file, uncaught: true, shows: [] },
          }),
        ]
      : [],
  );
}

/** Whether nothing is around the function that could answer for it. */
function isBare({ module, function: number, name }: HttpHandler): boolean {
  if (module.language === 'python') return module.functions[number]!.decorators.length === 0;
  const exported = module.exports.find((one) => one.name === name.slice(name.lastIndexOf('.') + 1))?.value;
  if (exported?.kind !== 'name') return exported?.kind === 'function';
  const values = module.bindings.filter(
    ({ target, within }) => within === TOP && target.kind === 'name' && target.name === exported.name,
  );
  return values.length > 0
    ? values.every(({ value }) => value.kind === 'function')
    : module.functions[number]!.name === exported.name;
}

const TELLS_THE_LAST_ERROR = /(^|\.)(format_exc|print_exc|exc_info|format_exception)$/;

/** Whether it answers by itself alone, catches nothing, and nothing on its way keeps the text of what it caught. */
function leavesErrors(reaches: Reaches, handler: HttpHandler): boolean {
  const reach = reaches.of(handler);
  const own = new Set(reaches.inside(handler.module, handler.function));
  const answers = reach.returns.filter(({ depth }) => depth === 0);
  return (
    reach.open.length === 0 &&
    answers.length > 0 &&
    answers.every(({ value }) => statusIn(value) !== undefined) &&
    handler.module.catches.every(({ within }) => !own.has(within)) &&
    keepsNoText(reaches, reach)
  );
}

function keepsNoText(reaches: Reaches, reach: Reach): boolean {
  const isNamed = reach.functions.some(({ module, function: number }) => {
    const inside = new Set(reaches.inside(module, number));
    return module.catches.some(({ within, name }) => inside.has(within) && name !== undefined);
  });
  return !isNamed && reach.calls.every(({ call }) => !TELLS_THE_LAST_ERROR.test(call.path ?? ''));
}
