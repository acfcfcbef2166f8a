/** Options with which runners only answer, and run nothing. From the manual of each. */
const ANSWERS: readonly (readonly [program: RegExp, options: string])[] = [
  [
    /^just$/,
    '-V --version -h --help -l --list --summary -s --show --dump --evaluate --variables -n --dry-run --fmt --groups --completions --man',
  ],
  [/^g?make$/, '-v --version -h --help -n --just-print --dry-run --recon -q --question'],
  [/^task$/, '--version -h --help -l --list -a --list-all --summary -n --dry'],
  [/^(?:npm|pnpm|yarn|bun)$/, '-v --version -h --help -l'],
  // Commands are read and not run.
  [/^(?:bash|sh|zsh|dash|ash)$/, '-n'],
  [/^(?:mage|invoke|inv|poe)$/, '-V --version -h --help -l --list'],
];

/** Whether a program only says which it is, or what it could run: `nvcc --version`, `just --list`. */
export function tellsOfItself([program = '', ...words]: readonly string[]): boolean {
  const [only, more] = words;
  if (only !== undefined && more === undefined && /^(?:--version|-V|--help)$/.test(only)) return true;
  const answers = ANSWERS.find(([name]) => name.test(program))?.[1].split(' ') ?? [];
  // What stands behind the first word is handed to what it names; an option before it may have a value.
  const named = words.findIndex(
    (word, at) => !word.startsWith('-') && !/^--?[\w-]+$/.test(words[at - 1] ?? ''),
  );
  return words.slice(0, named < 0 ? undefined : named).some((word) => answers.includes(word));
}
