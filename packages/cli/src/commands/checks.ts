import type { Command } from 'commander';

/** `airworthy checks`: everything that is checked. */
export function addChecks(program: Command): void {
  program
    .command('checks')
    .description('list the checks, by requirement')
    .option('--json', 'as JSON, with aliases, languages and evidence kinds')
    .addHelpText('after', '\nExamples:\n  airworthy checks\n  airworthy checks --json')
    .action(async (options: { json?: boolean }) => {
      const engine = await import('@airworthy/engine');
      process.stdout.write(
        options.json ? `${JSON.stringify(engine.listChecks(), null, 2)}\n` : engine.renderCheckList(),
      );
    });
}
