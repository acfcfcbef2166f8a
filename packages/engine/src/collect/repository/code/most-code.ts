import { getHeapStatistics } from 'node:v8';
import { onceFor } from '../../../once-for.ts';
import type { SourceOfFiles } from '../reader.ts';
import { isReadableCode } from './syntax/parse.ts';
import { LONGEST_MODULE } from './syntax/parse-code.ts';

/** A file of code that was not read. */
export interface UnreadFile {
  readonly file: string;
  readonly why: string;
  /** Where it is not enough to make the file readable. */
  readonly decidedBy?: string;
}

/** Characters of code that are read in one repository: some 8,000 files. */
export const MOST_CODE = 16_000_000;

/** Bytes that are kept for each of them until all is judged, with room to work in: some 80 were measured. */
const KEPT_FOR_EACH = 110;

/** What is read where Node is given less memory than on a machine of 8 GB. */
function mostCode(): number {
  return Math.min(MOST_CODE, Math.floor(getHeapStatistics().heap_size_limit / KEPT_FOR_EACH));
}

/** The files behind as much code as is read: in the order of paths, and tests after what they test. */
export const codeLeftOver = onceFor(async (source: SourceOfFiles): Promise<ReadonlySet<string>> => {
  const left = new Set<string>();
  let room = mostCode();
  for (const kind of ['source', 'test'] as const)
    for (const file of source.paths) {
      if (!isReadableCode(file) || source.kind(file) !== kind) continue;
      const read = await source.text(file);
      if (read.kind !== 'text' || read.text.length > LONGEST_MODULE) continue;
      room -= read.text.length;
      if (room < 0) left.add(file);
    }
  return left;
});

/** Why there is no module of a file of code whose text can be had. */
export async function whyUnread(source: SourceOfFiles, file: string): Promise<UnreadFile> {
  if (!(await codeLeftOver(source)).has(file))
    return { file, why: `larger than the limit of ${LONGEST_MODULE} characters for code` };
  const most = mostCode().toLocaleString('en-US');
  return {
    file,
    why: `behind the ${most} characters of code that are read in one repository`,
    decidedBy: 'assessing the folders of the repository one by one',
  };
}
