import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Callers } from '../changes/origins.ts';
import type { Program } from '../code/names/program.ts';
import { type SourceModule, TOP } from '../code/syntax/source-module.ts';
import { fact, openList, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
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
  const loop = module.calls.find(({ callee, path }) =>
    /(^|\.)(start_human_loop|StartHumanLoopCommand|startHumanLoop)$/.test(
      path ?? (callee.kind === 'member' ? callee.name : ''),
    ),
  );
  if (loop !== undefined)
    found.push(made(program, module, module.file, 'Augmented AI', [module.file], at(module, loop.at)));
  return found;
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
