import { wildcard } from '../../files/wildcard.ts';
import { isOpen } from './shell-text.ts';
import type { Piece, Pipe } from './shell-tree.ts';

/** `[ a = b ]` and the like; nothing where a side is open. */
export function compared(words: readonly string[]): boolean | undefined {
  if (words.some(isOpen)) return undefined;
  const [a, b, c, more] = words;
  if (more !== undefined) return undefined;
  if (a === '!' && c === undefined) return b === '';
  if (b === undefined) return a !== undefined && a !== '';
  if (c === undefined) return a === '-z' ? b === '' : a === '-n' ? b !== '' : undefined;
  if (b === '=' || b === '==') return globFits(c, a!);
  if (b === '!=') {
    const fits = globFits(c, a!);
    return fits === undefined ? undefined : !fits;
  }
  return undefined;
}

/** A file that a condition asks for. */
export interface AskedFile {
  readonly path: string;
  /** Whether it holds where the file is there. */
  readonly is: boolean;
  /** Whether it asks more of the file than to be there. */
  readonly more: boolean;
}

/** `[ -f setup.sh ]`, `[ ! -e setup.sh ]`. */
export function fileAsked(words: readonly string[]): AskedFile | undefined {
  const is = words[0] !== '!';
  const [operator = '', path, more] = is ? words : words.slice(1);
  return path === undefined || more !== undefined || !/^-[efrsx]$/.test(operator)
    ? undefined
    : { path, is, more: /^-[sx]$/.test(operator) };
}

/** Nothing where a pattern is not read: a class that names a kind of signs. */
export function globFits(pattern: string, text: string): boolean | undefined {
  return wildcard(pattern)?.(text);
}

/** Whether a pipe only asks something: what comes behind it hangs on the answer. */
export function isQuestion({ commands }: Pipe): boolean {
  const [last] = commands.slice(-1);
  const [piece] = last?.kind === 'simple' ? (last.words[0]?.pieces ?? []) : [];
  return (
    piece?.kind === 'text' && /^(\[\[?|test|[ef]?grep|command|which|type|hash|diff|cmp)$/.test(piece.text)
  );
}

/** The variable that `[ -z "${STAGE:-}" ]` asks, and whether it is then empty. */
export function emptinessAsked({ commands, negated }: Pipe): { name: string; empty: boolean } | undefined {
  const [command, more] = commands;
  if (command?.kind !== 'simple' || more !== undefined) return undefined;
  const words = command.words.map(({ pieces }) => pieces);
  const said = words.map(([first, other]) =>
    first?.kind === 'text' && other === undefined ? first.text : undefined,
  );
  if (!/^(\[\[?|test)$/.test(said[0] ?? '')) return undefined;
  const asked = words.filter((_, at) => at > 0 && !/^\]\]?$/.test(said[at] ?? ''));
  const [first, second, third] = asked;
  const operator = asked.length === 1 ? '-n' : asked.length === 2 ? textOf(first) : undefined;
  const compared = asked.length === 3 && third?.length === 0 ? textOf(second) : undefined;
  const [piece, other] = (operator === undefined ? first : asked.at(-1)) ?? [];
  if (piece?.kind !== 'variable' || other !== undefined) return undefined;
  const isEmpty =
    operator === '-z' || compared === '=' || compared === '=='
      ? true
      : operator === '-n' || compared === '!='
        ? false
        : undefined;
  return isEmpty === undefined ? undefined : { name: piece.name, empty: isEmpty !== negated };
}

function textOf(pieces: readonly Piece[] | undefined): string | undefined {
  const [piece, other] = pieces ?? [];
  return piece?.kind === 'text' && other === undefined ? piece.text : undefined;
}
