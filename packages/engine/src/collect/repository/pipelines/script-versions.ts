import type { Plain } from '../fact.ts';
import type { Command, OpenCommand } from './command.ts';
import { versionUnseen } from './deployment-versions.ts';
import { versionIn } from './deployments.ts';
import type { ScriptRun } from './scripts.ts';
import { GIVEN } from './shell-text.ts';

/** What makes or keeps something that is deployed. */
const MAKES = new Set(['build', 'keep', 'publish', 'fetch', 'plan', 'deploy']);

/** The commit or version that a script gives to what it deploys; what may give one and does not tell leaves it open. */
export function versionOfScript(
  run: ScriptRun,
  commands: readonly Command[],
  unfollowed: readonly OpenCommand[],
): Plain {
  const making = commands.filter(({ kind, output }) => MAKES.has(kind) || output !== undefined);
  const given = making.flatMap(({ version, deploys }) => version ?? deploys?.version ?? [])[0];
  const tagged = commands.find(({ words }) => words[0] === 'git' && words[1] === 'tag' && words.length > 2);
  return given ?? tagged?.text ?? versionUnseen([...unfollowed, ...perhaps(run, making)]);
}

/** A value of the caller may be a version, and so may what the script asks of git and hands on by the environment. */
function perhaps(run: ScriptRun, making: readonly Command[]): readonly OpenCommand[] {
  const handed = making
    .filter(({ words, text }) => SPEAKS_OF_ONE.test(text) && words.some((word) => word.includes(GIVEN)))
    .map(({ file, line }) => ({ decidedBy: `what ${run.called} is given by whoever calls it`, file, line }));
  const asked = run.parts
    .filter(({ text }) => versionIn(text, []) !== undefined)
    .map(({ line }) => ({
      decidedBy: `what ${run.called} does with the version that it asks for`,
      file: run.file,
      line,
    }));
  return [...handed, ...asked];
}

/** What names a version in an option or a variable: `image_tag=$1`. */
const SPEAKS_OF_ONE = /image|tag|version|commit|revision|release|sha|digest|build|archive|artifact/i;
