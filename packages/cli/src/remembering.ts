import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * What the engine needs to remember a result for the next run: nothing with `--no-cache`. The result lies under
 * `.airworthy/` of the assessed folder, the key that seals it in the user's own cache folder.
 */
export function remembering(options: { readonly cache: boolean; readonly verbose?: boolean }): {
  cache?: { home: string; onTrouble?: (sentence: string) => void };
} {
  if (!options.cache) return {};
  const home = cacheHome();
  if (options.verbose !== true) return { cache: { home } };
  return { cache: { home, onTrouble: (sentence) => void process.stderr.write(`${sentence}\n`) } };
}

function cacheHome(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'airworthy');
}
