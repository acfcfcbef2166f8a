import { branchesAround, lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import {
  type Call,
  type Expression,
  isIn,
  type Place,
  type SourceModule,
} from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact, written } from '../fact.ts';
import { isOfAPage } from '../practices/pages.ts';
import { at } from '../practices/places.ts';
import { isFailure } from './error-shapes.ts';

/** Answers to what went wrong that are a status and nothing else: one fact, with the files that answer so. */
export function emptyErrors(program: Program): readonly RepositoryFact[] {
  const files = [...program.modules.values()].flatMap((module) => {
    if (isOfAPage(program, module)) return [];
    const place = emptyIn(program, module);
    return place === undefined ? [] : [{ module, place }];
  });
  const [first] = files;
  if (first === undefined) return [];
  return [
    fact({
      type: 'Repository::EmptyError',
      address: 'errors without a body',
      at: at(first.module, first.place),
      properties: { files: files.map(({ module, place }) => written(module.file, at(module, place))) },
    }),
  ];
}

function emptyIn(program: Program, module: SourceModule): Place | undefined {
  const values = [
    ...module.returns.map(({ value, within }) => ({ value, within })),
    ...module.functions.map(({ gives }, within) => ({ value: gives, within })),
  ];
  for (const { value, within } of values)
    if (value !== undefined && isEmptyAnswer(program, module, value, within)) return value.at;
  return module.calls.find((call) => endsEmpty(module, call))?.at;
}

/** `response.status(404).end()` */
function endsEmpty(module: SourceModule, { callee, arguments: given }: Call): boolean {
  if (given.length > 0 || callee.kind !== 'member' || callee.of.kind !== 'call') return false;
  if (!/^(end|send)$/.test(callee.name)) return false;
  const before = module.calls[callee.of.call]!;
  const [status] = before.arguments;
  return (
    /^(status|code)$/.test(lastName(before.callee) ?? '') && status !== undefined && isFailure(status.value)
  );
}

/** `{ statusCode: 404 }`, `'', 404`, and what a function of the repository makes so: `notFound()`. */
function isEmptyAnswer(program: Program, module: SourceModule, value: Expression, within: number): boolean {
  if (value.kind === 'list') {
    const [body, status, ...others] = value.items;
    return (
      others.length === 0 &&
      body?.kind === 'literal' &&
      body.value === '' &&
      status !== undefined &&
      isFailure(status)
    );
  }
  if (value.kind === 'object') return isEmpty(program, module, value, undefined);
  if (value.kind !== 'call') return false;
  const call = module.calls[value.call]!;
  const meaning = program.resolve(module, call.callee, within);
  return meaning.kind === 'function' && makesEmpty(program, meaning, call);
}

function makesEmpty(
  program: Program,
  { module, function: number }: { readonly module: SourceModule; readonly function: number },
  call: Call,
): boolean {
  const { gives } = module.functions[number]!;
  const returned = module.returns.filter(({ within }) => within === number).map(({ value }) => value);
  const values = [...(gives === undefined ? [] : [gives]), ...returned];
  return (
    values.length > 0 &&
    values.every((value) => {
      const meaning = value === undefined ? undefined : program.resolve(module, value, number);
      return (
        meaning?.kind === 'value' &&
        meaning.module === module &&
        isEmpty(program, module, meaning.value, { call, number })
      );
    })
  );
}

const OF_ANSWER = /^(statusCode|statusDescription|headers|multiValueHeaders|cookies|isBase64Encoded|body)$/;

interface Making {
  readonly call: Call;
  readonly number: number;
}

/** An answer with a failing status whose body is not there, or is a parameter that nothing was given for. */
function isEmpty(
  program: Program,
  module: SourceModule,
  answer: Expression,
  making: Making | undefined,
): boolean {
  if (answer.kind !== 'object' || answer.open) return false;
  // What tells something in other members is a result of the code's own, and no answer.
  if (answer.members.some(({ name }) => !OF_ANSWER.test(name))) return false;
  const status = answer.members.find(({ name }) => name === 'statusCode')?.value;
  if (status === undefined || !isFailure(status)) return false;
  const body = answer.members.find(({ name }) => name === 'body')?.value;
  if (body !== undefined && !isNothing(module, body, making)) return false;
  return program
    .scopes(module)
    .added(answer, 'body')
    .every(
      ({ value, at: place, within }) =>
        isNothing(module, value, making) ||
        branchesAround(module, place, module.functions[within]).some(
          ({ test, then }) => isIn(place, then) && isNothing(module, test, making),
        ),
    );
}

/** Whether a value is nothing: written so, or a parameter without a value of its own that this call gives none for. */
function isNothing(module: SourceModule, value: Expression, making: Making | undefined): boolean {
  if (value.kind === 'literal') return value.value === '' || value.value === null;
  if (value.kind !== 'name' || making === undefined) return false;
  const { call, number } = making;
  if (call.arguments.some(({ spread, name }) => spread || name === value.name)) return false;
  const { parameters } = module.functions[number]!;
  const index = parameters.findIndex(({ name }) => name === value.name);
  return (
    index >= call.arguments.length && parameters[index]!.otherwise === undefined && !parameters[index]!.rest
  );
}
