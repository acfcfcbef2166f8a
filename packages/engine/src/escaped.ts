/** A text as a regular expression that means it: what `RegExp.escape` is where Node is newer than the oldest that is supported. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
