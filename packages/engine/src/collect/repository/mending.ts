import { codeEnding } from './file-kind.ts';

/** Compilers may take code that is not read here: there is nothing to mend in it then. */
export function mending(file: string, line: number): string {
  return codeEnding(file) === undefined
    ? `mending line ${line}`
    : `mending line ${line}, or looking at the file by hand where the line is right`;
}
