import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import type { Program } from '../code/names/program.ts';
import { type Call, isBefore, type Range, type SourceModule } from '../code/syntax/source-module.ts';
import { fact, type RepositoryFact } from '../fact.ts';
import { at } from '../practices/places.ts';
import { comparedIn } from '../tests/assertions.ts';
import { pythonCases } from '../tests/python-cases.ts';
import { scriptCases } from '../tests/script-cases.ts';
import { saidTest, type TestCase } from '../tests/test-case.ts';
import { callsBetween } from './calls-between.ts';
import type { StoringFunctions } from './storing-functions.ts';
import { runTogether } from './together.ts';
import { WorkInTests } from './work-in-tests.ts';

/** Texts without which nothing in a file runs together. */
const MAY_RUN_TOGETHER =
  /\bPromise\s*\.\s*(all|allSettled)\b|\bThreadPoolExecutor\b|\bProcessPoolExecutor\b|\bThread\b|\bmultiprocessing\b|\bgather\b|\bTaskGroup\b|\bcreate_task_?group\b|\bnew Worker\b|\bp-(map|limit|all)\b/;

export function mayRunTogether(text: string): boolean {
  return MAY_RUN_TOGETHER.test(text);
}

/** What a test says of itself that lets several write the same. */
const SAYS_SO =
  /concurren|simultan|parallel|\brace\b|racing|at_once|at once|same time|same_time|lost.?update|two writers|both write|optimistic|stale version|lose_nothing|loses? nothing|interleav/i;

/** Tests of a file in which several calls run together and may write, as far as they compare something afterwards. */
export function concurrentTests(
  program: Program,
  storing: StoringFunctions,
  module: SourceModule,
  text: string,
): readonly RepositoryFact[] {
  const isPython = module.language === 'python';
  const cases = isPython
    ? pythonCases(module, { classes: () => true, bases: new Set() }).cases
    : scriptCases(module);
  const lines = text.split('\n');
  const work = new WorkInTests(program, storing, module);
  const found = new Map<string, RepositoryFact>();
  for (const one of cases) {
    const { body } = one;
    if (body === undefined) continue;
    for (const { by, call, work: own } of runTogether(module, body)) {
      const writes = work.writes(own);
      if (writes === 'no') continue;
      const { assertions, unclear } = comparedIn(body, { module, resolve: () => undefined });
      const isCompared = assertions.some((p) => !p.isConstant && isFromThenOn(module, p.at, call));
      if (!isCompared && !unclear && writes !== 'yes') continue;
      const said = `${one.name} ${module.file} ${lines.slice(one.at.line - 1, body.end.line).join('\n')}`;
      const isSame = SAYS_SO.test(said) || work.isOfTheSame(own);
      const address = `writers at once in ${module.file} ${one.name}`;
      const place = at(module, call.at);
      const open = openBecause(one, writes === 'yes', isSame, work.replaces);
      found.set(
        address,
        fact({
          type: 'Repository::ConcurrentTest',
          address,
          at: place,
          properties: {
            path: module.file,
            test: one.name,
            by,
            writes: open === undefined ? true : unknown('unresolved-expression', open, inCode(place)),
            compares:
              isCompared ||
              (unclear
                ? unknown('unresolved-expression', `reading what ${saidTest(one)} calls`, inCode(place))
                : false),
          },
        }),
      );
    }
  }
  return [...found.values()];
}

/** What would decide whether several write the same in a test; nothing where they do. */
function openBecause(
  one: TestCase,
  writes: boolean,
  isSame: boolean,
  replaces: string | undefined,
): string | undefined {
  if (!writes) return `whether what ${saidTest(one)} runs together writes`;
  if (!isSame) return `whether what ${saidTest(one)} runs together writes the same`;
  return replaces === undefined
    ? undefined
    : `what stands in for the rest of the code where ${replaces} is called`;
}

/** Whether a comparison stands behind what runs together, or around it: `expect(await Promise.all(…))`. */
function isFromThenOn(module: SourceModule, place: Call['at'], together: Range): boolean {
  if (!isBefore(place, together.at)) return true;
  return callsBetween(module, { at: place, end: together.at }).some(
    (call) =>
      call.at.line === place.line && call.at.column === place.column && isBefore(together.at, call.end),
  );
}
