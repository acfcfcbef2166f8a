import { inCode } from '../../../../model/origin.ts';
import { unknown } from '../../../../model/value.ts';
import type { Program } from '../../code/names/program.ts';
import type { Place, SourceModule } from '../../code/syntax/source-module.ts';
import { type Plain, placeIn, written } from '../../fact.ts';
import type { TestModule } from '../assertions.ts';
import { saidTest, type TestCase } from '../test-case.ts';
import { Answers } from './answers.ts';
import { comparedAnswer } from './compared.ts';

interface Around {
  /** Whether a test shows something without comparing it itself. */
  readonly proves: (one: TestCase) => boolean;
  /** Whether the runner minds that some tests are focused, and leaves out the others. */
  readonly minds: boolean;
}

/** The first test of a file that runs and compares what own code answered; nothing where each is told to compare something else. */
export function firstCompared(
  cases: readonly TestCase[],
  tests: TestModule,
  near: readonly SourceModule[],
  program: Program,
  { proves, minds }: Around,
): Plain {
  const { module } = tests;
  const answers = new Answers(program, near);
  let open: { readonly one: TestCase; readonly isUpTo: boolean } | undefined;
  const focused = minds ? cases.filter((one) => one.focused !== undefined) : [];
  for (const one of focused.length > 0 ? focused : cases) {
    if (one.skipped !== undefined || one.fails === 'always') continue;
    const found = one.body === undefined ? 'open' : comparedAnswer(one.body, tests, answers);
    const isSure = one.onlyIf !== true && one.fails === undefined;
    if (typeof found === 'object' && isSure)
      return written(one.name, placeIn(module.file, found.line, found.column));
    if (found !== undefined || proves(one)) open ??= { one, isUpTo: typeof found === 'object' };
  }
  const unclear = (what: string, { line, column }: Place) =>
    unknown('unresolved-expression', what, inCode(placeIn(module.file, line, column)));
  if (open !== undefined) {
    const { one, isUpTo } = open;
    const what = isUpTo
      ? `whether the condition of ${saidTest(one)} lets it run, and pass where it compares`
      : `reading where what ${saidTest(one)} compares comes from`;
    return unclear(what, one.at);
  }
  // The broken part may compare more.
  const [problem] = module.problems;
  return problem === undefined ? undefined : unclear(`mending line ${problem.line}`, problem);
}
