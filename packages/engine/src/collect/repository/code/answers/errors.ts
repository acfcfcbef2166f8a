import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import { fact, openList, placeIn, type RepositoryFact, written } from '../../fact.ts';
import { type FunctionAt, lastName, type Reaches } from '../behaviour/reach.ts';
import { callsNamed } from '../names/calls-named.ts';
import { type Expression, isIn, type SourceModule } from '../syntax/source-module.ts';
import { type Answering, caughtOnTheWay } from './caught.ts';
import { heldNames } from './handed-parts.ts';
import { shownOfOwn } from './own-errors.ts';
import {
  ANSWER,
  isForDevelopers,
  isGeneral,
  isOutsideOfProduction,
  SENDS,
  type Shown,
  STATUS,
  shownBy,
  toldIn,
} from './shown-errors.ts';

interface Answers {
  readonly shown: readonly Shown[];
  readonly perhaps: Shown | undefined;
}

/** Answers to what went wrong, in code that answers requests: what they tell of the inside. */
export function errorAnswers(reaches: Reaches, starts: readonly FunctionAt[]): readonly RepositoryFact[] {
  const places = [...caughtOnTheWay(reaches, [...starts, ...middleware(reaches)]), ...errorHandlers(reaches)];
  const seen = new Set<string>();
  const facts: RepositoryFact[] = [];
  // An array is walked on while it grows.
  for (const place of places) {
    const key = `${place.module.file}:${place.at.line}:${place.at.column}`;
    if (seen.has(key)) continue;
    seen.add(key);
    places.push(...handedOn(reaches, place));
    const found = answersIn(reaches, place);
    if (found !== undefined) facts.push(errorAnswer(place, found));
  }
  return facts;
}

/** What FastAPI and Starlette call around every route: it is given the request and what answers it. */
function middleware({ program }: Reaches): readonly FunctionAt[] {
  return [...program.modules.values()].flatMap((module) =>
    module.language !== 'python'
      ? []
      : module.functions.flatMap((made, number) =>
          made.parameters.some(({ name }) => name === 'call_next') ? [{ module, function: number }] : [],
        ),
  );
}

/** `handleError(error, request, response)`: functions of the repository that are handed what went wrong, and what answers. */
function handedOn(
  { program }: Reaches,
  { module, range, name, types, from }: Answering,
): readonly Answering[] {
  if (name === undefined) return [];
  return module.calls.flatMap((call): readonly Answering[] => {
    if (!isIn(call.at, range)) return [];
    const names = call.arguments.map(({ value }) => (value.kind === 'name' ? value.name : ''));
    const index = names.indexOf(name);
    if (index < 0 || !names.some((one) => ANSWER.test(one))) return [];
    const { functions } = program.functionsOf(program.resolve(module, call.callee, call.within));
    return functions.map((one) => {
      const made = one.module.functions[one.function]!;
      const [own] = heldNames(made, call, index, 'all')?.keys() ?? [];
      return {
        module: one.module,
        at: made.at,
        range: made,
        name: own,
        members: undefined,
        answers: new Set(),
        types,
        from,
      };
    });
  });
}

/** `app.use((error, request, response, next) => …)`, `app.setErrorHandler(…)`, `@app.exception_handler(Exception)`, `@Catch()`. */
function errorHandlers({ program }: Reaches): readonly Answering[] {
  return [...program.modules.values()].flatMap((module) => {
    const found = new Map<number, number>();
    for (const call of callsNamed(module, ['use', 'setErrorHandler', 'onError'])) {
      const fits = lastName(call.callee) === 'use' ? 4 : 0;
      for (const { value } of call.arguments) {
        const { functions } = program.functionsOf(program.resolve(module, value, call.within));
        for (const one of functions)
          if (
            one.module === module &&
            (fits === 0 || module.functions[one.function]!.parameters.length === fits)
          )
            found.set(one.function, 0);
      }
    }
    for (const [number, made] of module.functions.entries()) {
      const general = made.decorators.some((one) => {
        const call = one.kind === 'call' ? module.calls[one.call]! : undefined;
        return (
          /^(exception_handler|errorhandler|app_errorhandler)$/.test(lastName(call?.callee ?? one) ?? '') &&
          call?.arguments.some(
            ({ value }) => isGeneral(value) || (value.kind === 'literal' && value.value === 500),
          ) === true
        );
      });
      if (general) found.set(number, made.parameters.length - 1);
      const isFilter =
        made.name === 'catch' &&
        made.class !== undefined &&
        module.classes[made.class]!.decorators.some(isFilterOf(module));
      if (isFilter) found.set(number, 0);
    }
    // Handlers in other files of Express are known by their four parameters.
    for (const [number, made] of module.functions.entries())
      if (made.parameters.length === 4 && /^(err|error)$/i.test(made.parameters[0]!.name ?? ''))
        found.set(number, 0);
    return [...found].map(([number, parameter]): Answering => {
      const made = module.functions[number]!;
      return {
        module,
        at: made.at,
        range: made,
        name: made.parameters[parameter]?.name,
        members: made.parameters[parameter]?.members,
        answers: new Set([number]),
        types: [],
        from: undefined,
      };
    });
  });
}

function isFilterOf(module: SourceModule): (decorator: Expression) => boolean {
  return (one) => {
    const call = one.kind === 'call' ? module.calls[one.call]! : undefined;
    // A filter for its own errors tells them on purpose.
    return lastName(call?.callee ?? one) === 'Catch' && (call?.arguments.length ?? 0) === 0;
  };
}

const OF_ANSWER = /^(body|response|result|payload|detail|answer)$/i;

/** What the answers of a place show, and what may be shown; `undefined` where it answers nothing. */
function answersIn(
  reaches: Reaches,
  { module, range, name, members, answers, at, types, from }: Answering,
): Answers | undefined {
  const { program } = reaches;
  const error = { program, module, name, members };
  const values: Expression[] = [];
  let answered = false;
  for (const one of module.returns) {
    if (!isIn(one.at, range) || one.value === undefined) continue;
    const isAnswer = answers.has(one.within) || hasStatus(one.value);
    if (!isAnswer || one.value.kind === 'literal' || handsOn(module, one.value)) continue;
    answered = true;
    values.push(one.value);
  }
  for (const call of module.calls)
    if (isIn(call.at, range) && SENDS.test(lastName(call.callee) ?? '')) {
      answered = true;
      // A status is a number, however it is found.
      if (!STATUS.test(lastName(call.callee) ?? ''))
        values.push(
          ...call.arguments.flatMap(({ value, name: said }) => (STATUS.test(said ?? '') ? [] : [value])),
        );
    }
  // What is put into a variable of an answer that is given further below.
  for (const { target, value, at: place, within } of module.bindings)
    if (
      target.kind === 'name' &&
      isIn(place, range) &&
      answers.has(within) &&
      OF_ANSWER.test(target.name) &&
      /^(object|list|text|call|index)$/.test(value.kind)
    ) {
      answered = true;
      values.push(value);
    }
  if (!answered) return undefined;
  const own =
    name === undefined
      ? []
      : shownOfOwn(reaches, { module, name, at, types, from }, values).filter(
          (one) => !isOutsideOfProduction(module, one.at, at),
        );
  // What is caught by its own class is told on purpose, but for what of another error was put into it.
  const told = toldIn(error, range, 0);
  const ofAny = isOfOneKind(types)
    ? []
    : values
        .flatMap((value) => shownBy(error, value, told, 0))
        .filter((one) => !isForDevelopers(module, one.at, at));
  const isKnown = ({ at: { line, column } }: Shown) =>
    ofAny.some((one) => one.at.line === line && one.at.column === column && one.perhaps === undefined);
  const all = [...ofAny, ...own.filter((one) => !isKnown(one))];
  return {
    shown: all.filter((one) => one.perhaps === undefined),
    perhaps: all.find((one) => one.perhaps !== undefined),
  };
}

/** `return next(error)`: somebody else answers. */
function handsOn(module: SourceModule, value: Expression): boolean {
  return value.kind === 'call' && /^(next|reject)$/.test(lastName(module.calls[value.call]!.callee) ?? '');
}

/** Whether only errors of classes of their own are caught. */
function isOfOneKind(types: readonly Expression[]): boolean {
  return types.length > 0 && !types.some(isGeneral);
}

function hasStatus(value: Expression): boolean {
  return value.kind === 'object' && value.members.some(({ name }) => name === 'statusCode');
}

function errorAnswer({ module, at, types }: Answering, { shown, perhaps }: Answers): RepositoryFact {
  const place = placeIn(module.file, at.line, at.column);
  const items = shown.map((one) => written(one.what, placeIn(module.file, one.at.line, one.at.column)));
  return fact({
    type: 'Repository::ErrorAnswer',
    address: `answer to ${isOfOneKind(types) ? 'own ' : ''}errors in ${module.file}`,
    at: place,
    properties: {
      file: module.file,
      shows:
        perhaps === undefined
          ? items
          : openList(
              items,
              unknown(
                'unresolved-expression',
                perhaps.unread === undefined
                  ? `reading what ${perhaps.perhaps} is when it is sent`
                  : `reading ${perhaps.unread}`,
                inCode(place),
              ),
            ),
    },
  });
}
