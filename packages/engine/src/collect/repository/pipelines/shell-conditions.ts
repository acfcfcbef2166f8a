import { isOpen } from './shell-text.ts';

/** `[ a = b ]` and the like; nothing where a side is open. */
export function compared(words: readonly string[]): boolean | undefined {
  if (words.some(isOpen)) return undefined;
  const [a, b, c, more] = words;
  if (more !== undefined) return undefined;
  if (a === '!' && c === undefined) return b === '';
  if (b === undefined) return a !== undefined && a !== '';
  if (c === undefined) return a === '-z' ? b === '' : a === '-n' ? b !== '' : undefined;
  if (b === '=' || b === '==') return globFits(c, a!);
  if (b === '!=') return !globFits(c, a!);
  return undefined;
}

export function globFits(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|\\]/g, '\\$&')
    .replace(/\*+/g, '[\\s\\S]*')
    .replace(/\?/g, '[\\s\\S]');
  try {
    return new RegExp(`^${source}$`).test(text);
  } catch {
    return false;
  }
}
