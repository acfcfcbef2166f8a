import type { Command } from './command.ts';
import type { Fate } from './shell-fates.ts';

/** Whether a command does nothing but to say something, to wait or to end. */
export function isOnlyPrinted({ words, kind }: Command): boolean {
  return kind === 'other' && /^(echo|printf|true|:|exit|sleep)$/.test(words[0] ?? '');
}

/** Why a test cannot fail that only prints, or has nothing in it. */
export function runsNothing(commands: readonly Command[]): Fate {
  const prints = commands.some(({ words }) => words[0] === 'echo' || words[0] === 'printf');
  return { swallowed: prints ? 'it runs nothing but words' : 'it runs nothing at all' };
}
