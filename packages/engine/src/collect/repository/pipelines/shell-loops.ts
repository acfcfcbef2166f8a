import type { Ran } from './shell-ran.ts';
import type { WrittenWords } from './shell-tree.ts';

/** More words than anybody writes into a line. */
const MOST_WORDS = 30;

/** `d in a b c/{x,y};`: the words of a loop, where nothing has to be run or looked up for them. */
export function writtenWords(head: string): WrittenWords | undefined {
  const said = /^\s*([A-Za-z_]\w*)\s+in\s+([\w./:@+,{}\s-]{1,2000}?)[;\s]*(?:\bdo)?\s*$/.exec(head);
  if (said === null) return undefined;
  const words = said[2]!.split(/\s+/).flatMap(spelledOut);
  const isPlain = words.length <= MOST_WORDS && words.every((word) => word !== '' && !/[{}]/.test(word));
  return isPlain ? { name: said[1]!, words } : undefined;
}

/** `a/{b,c}` as the shell spells it out: `a/b` and `a/c`. */
function spelledOut(word: string): readonly string[] {
  const braces = /^([^{}]*)\{([^{},]*(?:,[^{},]*)+)\}([^{}]*)$/.exec(word);
  return braces === null ? [word] : braces[2]!.split(',').map((part) => `${braces[1]!}${part}${braces[3]!}`);
}

/** What a loop over `name` runs, with what is the same for each word told once. */
export function toldOnce(name: string, ran: readonly Ran[]): readonly Ran[] {
  // A name in capitals may be exported, and read by what is run.
  if (name !== name.toLowerCase()) return ran;
  const told = new Set<string>();
  return ran.filter(({ words, folder, line, variables }) => {
    const others = [...variables].filter(([other]) => other !== name);
    const key = JSON.stringify([words, folder, line, others]);
    return !told.has(key) && told.add(key);
  });
}
