import { fact, placeIn, type RepositoryFact, written } from '../fact.ts';
import { fatePlain, listOfCommands, masked, nothingOf } from './command-facts.ts';
import type { Followed } from './commands.ts';
import { targetsOf } from './deploy-scripts.ts';
import { Settings } from './deployments.ts';
import { asScript, isForShell } from './just-recipes.ts';
import type { ScriptFiles, ScriptRun } from './scripts.ts';

/** `test`, and what is named as a part of it: `test-unit`. */
const IS_CALLED_TEST = /^test(?:s|[:_-][\w:.-]*)?$/;

/** Targets of makefiles and recipes of just that are called tests, with the tests that they run. */
export async function testTargets(
  files: ScriptFiles,
  followed: Followed,
): Promise<readonly RepositoryFact[]> {
  const found: RepositoryFact[] = [];
  for (const run of targetsNamed(files)) {
    const { commands, open } = await followed.ofScript(run, new Settings(), 'taken');
    const tests = commands.filter(({ kind }) => kind === 'test');
    if (tests.length === 0) continue;
    const at = placeIn(run.file, run.parts[0]?.line ?? 1);
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
            open.filter(({ isSwallowed }) => isSwallowed === true),
            at,
          ),
        },
      }),
    );
  }
  return found;
}

function targetsNamed({ makefiles, justfiles }: ScriptFiles): readonly ScriptRun[] {
  return [
    ...targetsOf(makefiles),
    ...[...justfiles].flatMap(([file, justfile]) =>
      [...justfile.recipes.values()].filter(isForShell).map((recipe) => asScript(recipe, file, justfile)),
    ),
  ].filter(({ name }) => IS_CALLED_TEST.test(name));
}
