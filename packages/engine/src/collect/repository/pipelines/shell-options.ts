import type { Shell } from './shell-ran.ts';

/** A shell after `set` was given some words: `-eu -o pipefail`, `+e`. */
export function withOptions(shell: Shell, options: readonly string[]): Shell {
  let { errexit, pipefail } = shell;
  for (const [index, option] of options.entries()) {
    // What follows is no option: the arguments are set to it.
    if (option === '--') break;
    const on = option.startsWith('-');
    if (!on && !option.startsWith('+')) continue;
    if (/^[-+]\w*e/.test(option) && !/^[-+]o$/.test(option)) errexit = on;
    if (/^[-+]\w*o$/.test(option)) {
      const named = options[index + 1];
      if (named === 'pipefail') pipefail = on;
      if (named === 'errexit') errexit = on;
    }
  }
  return { errexit, pipefail };
}
