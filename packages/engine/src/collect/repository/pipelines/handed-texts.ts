import type { Ran } from './shell-ran.ts';
import { isOpen, OPEN, quoted } from './shell-text.ts';

/** A text that a command hands to a shell. */
interface Handed {
  readonly text: string;
  /** Whether the first failure in it ends it. */
  readonly errexit: boolean;
}

/** The text that `bash -c`, `eval` or GNU parallel hands to a shell; `open` where it is not known, nothing where it is no such command. */
export function textHanded(
  words: readonly string[],
  { argumentsOpen, written }: Ran,
): Handed | 'open' | undefined {
  const [program = ''] = words;
  if (program === 'eval' && SETS_VARIABLES.test(written)) return { text: '', errexit: false };
  if (program === 'parallel') {
    const runs = runsOfParallel(words);
    return runs === undefined || (isOpen(runs.text) && !runs.argumentsOpen)
      ? 'open'
      : { text: runs.text, errexit: true };
  }
  const given = /^(bash|sh|zsh|dash|ash)$/.test(program) ? commandOption(words) : -1;
  if (given < 0 && program !== 'eval') return undefined;
  const text = given > 0 ? words[given + 1] : words.slice(1).join(' ');
  const isKnown = text !== undefined && (!isOpen(text) || (program === 'eval' && argumentsOpen === true));
  if (!isKnown) return 'open';
  return { text, errexit: words.some((word) => /^-\w*e\w*$/.test(word) && word !== '-c') };
}

/**
 * Programs that say how variables are set, to be evaluated, and run nothing by that. Sources: AWS CLI Command Reference, "configure
 * export-credentials"; ssh-agent(1); the manuals of docker-machine, minikube and Homebrew.
 */
const SETS_VARIABLES =
  /^eval\s+"?(?:\$\(|`)\s*(?:aws\s+configure\s+export-credentials\s[^$`|;&()]*--format[ =](?:env|env-no-export)|ssh-agent(?:\s+-s)?|docker-machine\s+env|minikube\s+(?:-p\s+\S+\s+)?docker-env|(?:\/\S+\/)?brew\s+shellenv)(?:\s[^$`|;&()]*)?(?:\)|`)"?\s*$/;

/** Where a shell is told that a text follows: `-c`, `-lc`. What stands behind a file is for that. Source: bash(1), "OPTIONS". */
function commandOption(words: readonly string[]): number {
  for (let at = 1; at < words.length && /^[-+]./.test(words[at]!); at++) {
    if (/^-[A-Za-z]*c$/.test(words[at]!)) return at;
    if (/^[-+][A-Za-z]*[oO]$|^--(?:rcfile|init-file)$/.test(words[at]!)) at++;
  }
  return -1;
}

/** The lines that GNU parallel hands to a shell, one for each run. */
interface ParallelRuns {
  readonly text: string;
  /** What is open of it are arguments, which parallel quotes: no command is among them. */
  readonly argumentsOpen: boolean;
}

/** What `parallel --retries 3 ::: "npm test" "npm run lint"` runs. Source: GNU parallel manual, "OPTIONS" and "Replacement strings". */
function runsOfParallel(words: readonly string[]): ParallelRuns | undefined {
  const start = commandAt(words);
  const given = words.slice(0, start);
  if (given.some((word) => ELSEWHERE.test(word))) return undefined;
  if (given.some((word) => /^--dry-?run$/.test(word))) return { text: '', argumentsOpen: false };
  const source = words.findIndex((word, at) => at >= start && /^::::?\+?$/.test(word));
  const command = words.slice(start, source < 0 ? undefined : source).join(' ');
  const lists = source < 0 ? [] : words.slice(source);
  // From a file, from several lists that are combined, or from what comes in.
  const isWritten = lists[0] === ':::' && !lists.slice(1).some((word) => /^::::?\+?$/.test(word));
  const items = isWritten ? lists.slice(1) : undefined;
  if (command === '')
    return items === undefined ? undefined : { text: items.join('\n'), argumentsOpen: false };
  const lines = (items ?? [OPEN]).map((item) => withItem(command, item === OPEN ? item : quoted(item)));
  return { text: lines.join('\n'), argumentsOpen: true };
}

/** Puts one item where the command says, or behind it; what is made of an item is not known. */
function withItem(command: string, item: string): string {
  const placed = command.replaceAll('{}', item).replace(/\{[^{}\s]*\}/g, OPEN);
  return placed === command ? `${command} ${item}` : placed;
}

/** Where the command begins behind the options. */
function commandAt(words: readonly string[]): number {
  let at = 1;
  for (; at < words.length && words[at]!.startsWith('-'); at++) {
    if (words[at] === '--') return at + 1;
    if (VALUED.has(words[at]!)) at++;
  }
  return at;
}

const VALUED: ReadonlySet<string> = new Set(
  `-j --jobs -P --max-procs --delay --timeout --halt --joblog --retries --results --tmpdir --memfree --load --nice --colsep -C
   -I -N -n --max-args -L -l --max-lines -s --max-chars -d --delimiter -E --tagstring --env --shuf --limit --termseq`.split(
    /\s+/,
  ),
);

/** Other machines, commands from a file or a pipe, and names of its own for what is put in. */
const ELSEWHERE =
  /^(?:-S|--sshlogin(?:file)?|--slf|-a|--arg-file|--pipe(?:-?part)?|--sem(?:aphore)?|-I|--rpl|-X|-m|--xargs|-q|--quote|--profile|-J)(?:$|=)/;
