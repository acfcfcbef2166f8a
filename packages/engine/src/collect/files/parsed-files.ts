import type { Repository } from './repository.ts';

/** Syntax trees of an earlier run. Trees are plain data that nobody changes. */
export interface ParsedFiles {
  /** What `parse` makes of this text. `reader` names the parser, for two may read the same file. */
  of<T>(reader: string, file: string, text: string, parse: () => T): T;
  /** The same for a parser that is only loaded where something is parsed, and for trees that last as long as the run. */
  later<T>(reader: string, file: string, text: string, parse: () => Promise<T>): Promise<T>;
}

/** The tree of a file of this repository: parsed, or from an earlier run. */
export function parsedIn<T>(
  { parsedFiles }: Repository,
  reader: string,
  file: string,
  text: string,
  parse: () => T,
): T {
  return parsedFiles === undefined ? parse() : parsedFiles.of(reader, file, text, parse);
}
