import type { FunctionAt } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { handlersOf } from '../code/routes/handlers.ts';
import type { HttpHandler } from '../code/routes/lambda.ts';
import { servedBy } from '../code/routes/served.ts';
import { writtenAs } from '../code/routes/texts.ts';
import { type Expression, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import type { ReachedCode } from './reached-code.ts';

/** What would tell whether a function answers by nothing but the routes that its code has. */
export interface Untold {
  readonly why: string;
  readonly file: string;
  readonly line: number;
}

/**
 * Nothing where a function answers by the routes of its code alone: its handler tells them apart itself, or hands what it is given
 * on to a framework that does.
 */
export function untoldAnswers(program: Program, reached: ReachedCode): Untold | undefined {
  const [first] = reached.modules;
  const { handlers, routes } = servedBy(program);
  const untold = (why: string, line = 1) => ({ why, file: first!.file, line });
  if (first === undefined || reached.handler === undefined)
    return untold('which of its code is called first');
  const name = `${first.file.replace(/\.\w+$/, '')}.${reached.handler}`;
  const own = handlers.find((one) => one.name === name);
  if (own !== undefined && own.routes.length > 0)
    return aroundHandler(program, first, own.name) ?? aroundFunction(program, own);
  const modules = new Set(reached.modules);
  const isFramework = routes.some(({ framework, module }) => framework !== 'lambda' && modules.has(module));
  if (!isFramework) return untold(`what ${name} answers`, own?.at.line);
  return isHandedOn(program, first, reached.handler)
    ? undefined
    : untold(`what ${name} answers by itself`, own?.at.line);
}

/** What stands around a handler and may answer in its place; of middy only what it is named for runs. */
function aroundHandler(program: Program, module: SourceModule, name: string): Untold | undefined {
  const made = handlersOf(program, module).find((one) => name.endsWith(`.${one.name}`));
  if (made === undefined) return undefined;
  const meaning = program.resolve(module, made.value, TOP);
  if (meaning.kind !== 'made' || /^@middy\/core\b/.test(program.nameOf(meaning) ?? '')) return undefined;
  const { callee } = meaning.module.calls[meaning.call]!;
  return {
    why: `what ${writtenAs(meaning.module, callee)} does around it`,
    file: module.file,
    line: made.at.line,
  };
}

/** `@logger.inject_lambda_context` only looks on. */
function aroundFunction(program: Program, { module, function: number }: HttpHandler): Untold | undefined {
  const { decorators, within, at } = module.functions[number]!;
  const other = decorators.find(
    (one) => !/^aws_(lambda_powertools|xray_sdk)\b/.test(program.pathOf(module, one, within) ?? ''),
  );
  if (other === undefined) return undefined;
  return { why: `what ${writtenAs(module, other)} does around it`, file: module.file, line: at.line };
}

/** Whether a framework is all that answers: `serverless(app)`, `Mangum(app)`, `(event, context) => serve(event, context)`. */
function isHandedOn(program: Program, module: SourceModule, handler: string): boolean {
  const named = module.exports.find(({ name }) => name === handler)?.value;
  const value: Expression = named ?? { kind: 'name', name: handler, at: { line: 1, column: 1 } };
  const meaning = program.resolve(module, value, TOP);
  if (meaning.kind === 'function') return handsOn(program, meaning);
  return meaning.kind === 'made' && program.nameOf(meaning) !== undefined;
}

/** Whether all that a function answers is what something that is not of the repository makes of what it is given. */
function handsOn(program: Program, { module, function: number }: FunctionAt): boolean {
  const { gives, parameters } = module.functions[number]!;
  const given = parameters[0]?.name;
  const answers = [
    ...(gives === undefined ? [] : [gives]),
    ...module.returns.flatMap(({ value, within }) => (within === number && value ? [value] : [])),
  ];
  return (
    given !== undefined &&
    answers.length > 0 &&
    answers.every((one) => {
      const call = one.kind === 'call' ? module.calls[one.call]! : undefined;
      const [, second] = call?.arguments ?? [];
      const isGiven = [call?.arguments[0], second].some(
        (argument) => argument?.value.kind === 'name' && argument.value.name === given,
      );
      return call !== undefined && isGiven && program.pathOf(module, call.callee, number) !== undefined;
    })
  );
}
