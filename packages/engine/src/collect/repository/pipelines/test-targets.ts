import { folderOf } from '../../files/paths.ts';
import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import type { Command, Commands, OpenCommand } from './command.ts';
import { fatePlain, listOfCommands, masked, nothingOf } from './command-facts.ts';
import type { Followed } from './commands.ts';
import { type TargetRun, targetsOf } from './deploy-scripts.ts';
import { Settings } from './deployments.ts';
import { asScript, isForShell } from './just-recipes.ts';
import { isMadeByPattern, needsOf } from './make-runs.ts';
import { isOnlyPrinted, runsNothing } from './runs-nothing.ts';
import type { ScriptFiles, ScriptRun } from './scripts.ts';
import { isOpen } from './shell-text.ts';

/** `test`, and what is named as a part of it: `test-unit`. */
const IS_CALLED_TEST = /^test(?:s|[:_-][\w:.-]*)?$/;

/** Targets of makefiles and recipes of just that are called tests, with the tests that they run. */
export async function testTargets(
  files: ScriptFiles,
  followed: Followed,
): Promise<readonly RepositoryFact[]> {
  const found: RepositoryFact[] = [];
  for (const run of targetsNamed(files)) {
    const { tests, open } = await testsOf(run, followed);
    if (tests.length === 0 && open.length === 0) continue;
    const at = placeIn(run.file, lineOf(run));
    found.push(
      fact({
        type: 'Repository::TestTarget',
        address: `${run.file} ${run.called}`,
        at,
        properties: {
          path: run.file,
          name: run.called,
          tests: listOfCommands(
            tests.map((command) => {
              const { text, fate, file, line } = command;
              const place = placeIn(file, line);
              const cannotFail = fatePlain(fate, undefined, place);
              return written(
                {
                  text: masked(text),
                  ...(cannotFail === undefined ? {} : { cannotFail }),
                  ...nothingOf(command),
                },
                place,
              );
            }),
            open,
            at,
          ),
        },
      }),
    );
  }
  return found;
}

interface TestTarget extends ScriptRun {
  readonly target?: TargetRun['target'];
  /** What to call where others run before or after its own lines, and what would tell of them where that is open. */
  readonly together?: { readonly call: string; readonly file: string; readonly open?: string };
}

/** The tests that a target runs, those of what it needs included, and what may be one. */
async function testsOf(run: TestTarget, followed: Followed): Promise<Pick<Commands, 'open'> & Tests> {
  const { together } = run;
  if (together === undefined) {
    const { commands, open } = await followed.ofScript(run, new Settings(), 'taken');
    return { tests: commands.filter(isTest), open: open.filter(isSwallowed) };
  }
  const text = `${together.call} -f ${quoted(baseOf(together.file))} ${quoted(run.name)}`;
  const { commands, open } = await followed.of({
    text,
    file: run.file,
    line: lineOf(run),
    shell: { errexit: true, pipefail: false },
    folder: folderOf(together.file),
    variables: new Map(),
    settings: new Settings(),
    isMixed: true,
  });
  const more =
    together.open === undefined ? [] : [{ decidedBy: together.open, file: run.file, line: lineOf(run) }];
  const tests = commands.filter(isTest);
  const real = tests.filter(({ nothing }) => nothing !== true);
  if (real.length > 0) return { tests: real, open: open.filter(isSwallowed) };
  // Where its own lines do nothing, what it needs may be the test.
  if (open.length + more.length > 0)
    return { tests: [], open: tests.length > 0 || run.parts.length === 0 ? [...open, ...more] : [] };
  return { tests: tests.length === 0 && commands.every(isIdle) ? [idle(run, commands)] : tests, open: [] };
}

interface Tests {
  readonly tests: readonly Command[];
}

const isTest = ({ kind }: Command): boolean => kind === 'test';

const isSwallowed = (one: OpenCommand): boolean => one.isSwallowed === true;

const isIdle = (command: Command): boolean => command.nothing === true || isOnlyPrinted(command);

/** A target that is called a test where all that it needs does nothing. */
function idle(run: TestTarget, commands: readonly Command[]): Command {
  const { called, file, name } = run;
  const fate = runsNothing(commands);
  return {
    kind: 'test',
    text: called,
    words: [],
    file,
    line: lineOf(run),
    through: [],
    fate,
    nothing: true,
    names: [name],
  };
}

const lineOf = ({ parts, target }: TestTarget): number => parts[0]?.line ?? target?.line ?? 1;

const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

function targetsNamed({ makefiles, justfiles }: ScriptFiles): readonly TestTarget[] {
  return [
    ...targetsOf(makefiles).map(withNeeds),
    ...[...justfiles].flatMap(([file, justfile]) =>
      [...justfile.recipes.values()].filter(isForShell).map((recipe): TestTarget => {
        const run = asScript(recipe, file, justfile);
        const isAlone = recipe.before.length + recipe.after.length === 0;
        return isAlone ? run : { ...run, together: { call: 'just', file } };
      }),
    ),
  ].filter(({ name }) => IS_CALLED_TEST.test(name));
}

function withNeeds(run: TargetRun): TestTarget {
  const { target, makefile, at, called } = run;
  const needs = needsOf(target, makefile);
  const isOfPattern = isMadeByPattern(target, makefile);
  if (needs.length === 0 && !isOfPattern) return run;
  const open = isOfPattern ? `the rule by which ${called} is made` : `which targets ${called} needs`;
  const isKnown = !isOfPattern && !needs.some(isOpen);
  return { ...run, together: { call: 'make', file: at, ...(isKnown ? {} : { open }) } };
}
