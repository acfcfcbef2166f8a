import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Callers } from '../changes/origins.ts';
import { branchesAround, lastName } from '../code/behaviour/reach.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, type Expression, isIn, type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { partsOf } from '../joins/expressions.ts';
import { callsTold } from '../joins/told-calls.ts';
import { at } from '../practices/places.ts';
import { unreadIn } from '../practices/unread.ts';

const LEADS_TO_PEOPLE =
  /^(to_?(human_?)?review|(send|queue|flag|mark|submit|route|escalate|create)_?(to|for)?_?(a_?)?(human|review|manual|person|operator|agent|task_?for_?review)\w*|needs_?(human_?)?review|request_?(human_?)?(review|approval)|human_?(review|loop|in_the_loop)\w*|escalate\w*|start_?human_?loop|manual_?review\w*)$/i;

/** Functions that lead something to a person, by their names, with those who call them. */
export function reviews(program: Program, callers: Callers, module: SourceModule): readonly RepositoryFact[] {
  const found: RepositoryFact[] = [];
  for (const [number, { name, within, at: start }] of module.functions.entries()) {
    if (name === undefined || within !== TOP || !LEADS_TO_PEOPLE.test(name)) continue;
    const files = [...new Set(callers.of(module, number).map((one) => one.module.file))].sort();
    const place = at(module, start);
    found.push(made(program, module, `${module.file} ${name}`, name, files, place));
  }
  const [loop] = callsTold(program, module, 'written', startsLoop);
  if (loop !== undefined)
    found.push(made(program, module, module.file, 'Augmented AI', [module.file], at(module, loop.call.at)));
  const told = callsTold(program, module, 'name', tellsPeople).find(({ call }) =>
    tellsOfWhatFails(module, call),
  );
  if (told !== undefined) found.push(perhaps(module, told.call));
  return found;
}

/** `sendInternalAlert(…)`, `notify_team(…)`: what tells people who run the application. */
const TELLS_PEOPLE =
  /^((send|post|raise|create|trigger|fire|emit)_?)?\w*(alert|pager?_?(on_?call|team|duty)|notif(y|ication)(_?(team|staff|admins?|ops|support|operators?|on_?call|slack))?)s?$/i;
const COMPARES = /valid|conform|verif|schema|fits|^is_?ok$/i;
const SAYS_WHETHER = /^(success|ok|is_?valid|valid)$/i;

function startsLoop(written: string): true | undefined {
  return /(^|\.)(start_human_loop|StartHumanLoopCommand|startHumanLoop)$/.test(written) || undefined;
}

function tellsPeople(name: string): true | undefined {
  return TELLS_PEOPLE.test(name) || undefined;
}

/** `if (!valid(answer)) await sendAlert(answer)`: what does not fit is handed to something that tells people. */
function tellsOfWhatFails(module: SourceModule, { arguments: given, at: place, within }: Call): boolean {
  if (within === TOP) return false;
  const names = new Set(given.flatMap(({ value }) => namesIn(module, value)));
  return branchesAround(module, place, module.functions[within]).some(({ test, then }) =>
    test.kind === 'not' && isIn(place, then) && asksWhether(module, test.of)
      ? namesIn(module, test.of).some((one) => names.has(one))
      : false,
  );
}

function asksWhether(module: SourceModule, test: Expression): boolean {
  if (test.kind === 'call') return COMPARES.test(lastName(module.calls[test.call]!.callee) ?? '');
  return test.kind === 'member' && SAYS_WHETHER.test(test.name);
}

/** The names in a value and in what is handed to the calls in it. */
function namesIn(module: SourceModule, value: Expression, steps = 0): readonly string[] {
  if (steps > 5) return [];
  return partsOf(value, module).flatMap((part) =>
    part.kind === 'name'
      ? [part.name]
      : part.kind === 'call'
        ? module.calls[part.call]!.arguments.flatMap((one) => namesIn(module, one.value, steps + 1))
        : [],
  );
}

/** Whether it is what a model answered, and who is told, is not followed. */
function perhaps(module: SourceModule, { callee, at: start }: Call): RepositoryFact {
  const place = at(module, start);
  const name = lastName(callee)!;
  const why = `telling whether ${name} gives people of the team what a model answered`;
  return fact({
    type: 'Repository::Review',
    address: `review in ${module.file}:${start.line} ${name}`,
    at: place,
    properties: {
      path: module.file,
      name,
      usedIn: openList([], unknown('unresolved-expression', why, inCode(place))),
    },
  });
}

function made(
  program: Program,
  module: SourceModule,
  address: string,
  name: string,
  files: readonly string[],
  place: ReturnType<typeof placeIn>,
): RepositoryFact {
  const users = files.map((file) => written(file, placeIn(file)));
  const unread = unreadIn(program);
  const usedIn: Plain =
    unread === undefined
      ? users
      : openList(users, unknown('unresolved-expression', `reading ${unread}`, inCode(place)));
  return fact({
    type: 'Repository::Review',
    address: `review in ${address}`,
    at: place,
    properties: { path: module.file, name, usedIn },
  });
}
