import { homedir } from 'node:os';
import { join } from 'node:path';
import type { AssessOptions } from '@airworthy/engine';
import { afterwards } from './exit.ts';

type CacheOptions = NonNullable<AssessOptions['cache']>;

/**
 * What the engine needs to remember a result for the next run: nothing with `--no-cache`. The result lies under
 * `.airworthy/` of the assessed folder, the key that seals it in the user's own cache folder.
 */
export function remembering(options: { readonly cache: boolean; readonly verbose?: boolean }): {
  cache?: CacheOptions;
} {
  if (!options.cache) return {};
  const told = (sentence: string) => void process.stderr.write(`${sentence}\n`);
  return {
    cache: {
      home: cacheHome(),
      ...(options.verbose === true ? { onTrouble: told } : {}),
      // The report is out then: nobody waits for it while it is kept.
      afterwards,
    },
  };
}

function cacheHome(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'airworthy');
}
