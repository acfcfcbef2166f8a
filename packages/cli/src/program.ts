import { Command, type Option } from 'commander';
import packageJson from '../package.json' with { type: 'json' };
import { addAssess } from './commands/assess.ts';
import { addChecks } from './commands/checks.ts';
import { addCompletion } from './commands/completion.ts';
import { addExplain } from './commands/explain.ts';

/** The command line as a whole: commands, options and help. Nothing runs before `parseAsync`. */
export function createProgram(): Command {
  const program = new Command('airworthy')
    .description(
      'Production readiness with evidence: GO or NO-GO, what is missing, why, and what to do first.',
    )
    .version(packageJson.version, '-v, --version')
    .showSuggestionAfterError(true)
    .showHelpAfterError('(airworthy --help shows the commands)')
    .configureHelp({ sortSubcommands: false, optionDescription })
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  airworthy assess                       the verdict on this folder
  airworthy assess infra --env prod      on another folder, for one environment
  airworthy explain BKP-02               why, with the evidence and its trail
  airworthy checks                       everything that is checked

Exit codes: 0 GO, 1 NO-GO, 2 could not run, 130 interrupted.`,
    );

  addAssess(program);
  addExplain(program);
  addChecks(program);
  addCompletion(program);
  return program;
}

/** What an option says of itself. Our defaults are in its words; that a list starts empty is not worth any. */
function optionDescription({ description, argChoices }: Option): string {
  return argChoices === undefined ? description : `${description} (${argChoices.join(', ')})`;
}
