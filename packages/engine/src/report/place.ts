import type { Assessment, ReportedOutcome } from '../assess/assessment.ts';
import type { Location } from '../model/origin.ts';

/** Where a finding is shown in tools that show everything at a line of a file. */
export interface Place {
  /** From the top of the repository, with `/`. */
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** Known where the text itself decided. */
  readonly columns?: { readonly from: number; readonly to: number };
  /** The finding is about the root as a whole: the line only stands for it. */
  readonly standsForRoot: boolean;
}

/** Gives every outcome a place: where its deciding line stands, else where its resource does, else its root. */
export function placesIn(
  assessment: Assessment,
  folder: string,
): {
  readonly of: (outcome: ReportedOutcome) => Place;
  readonly at: (location: Location) => Place;
  /** Stands for the assessment as a whole. */
  readonly whole: Place;
} {
  const read = [...assessment.coverage.files.read].sort();
  const at = (location: Location): Place => {
    const line = Math.max(1, location.line);
    const endLine = Math.max(line, location.endLine);
    const exact =
      location.line >= 1 &&
      location.column >= 1 &&
      (endLine > line || location.endColumn >= location.column) &&
      location.endColumn >= 1;
    return {
      file: inRepository(folder, location.file),
      line,
      endLine,
      ...(exact ? { columns: { from: location.column, to: location.endColumn } } : {}),
      standsForRoot: false,
    };
  };
  const ofRoot = (root: string): Place => ({
    file: inRepository(folder, fileOfRoot(read, root)),
    line: 1,
    endLine: 1,
    standsForRoot: true,
  });
  const of = (outcome: ReportedOutcome): Place => {
    const first = outcome.evidence.find((e) => e.at.file !== '')?.at;
    if (first !== undefined) return at(first);
    const { file, line } = outcome.resource ?? {};
    if (file === undefined || line === undefined) return ofRoot(outcome.root);
    return at({ file, line, column: 0, endLine: line, endColumn: 0 });
  };
  const main = assessment.subject.roots.find((r) => r.assessed)?.path ?? '.';
  return { of, at, whole: ofRoot(main) };
}

/** A template stands for itself; a folder is stood for by the first file that was read in it. */
function fileOfRoot(read: readonly string[], root: string): string {
  if (read.includes(root)) return root;
  const prefix = root === '' || root === '.' ? '' : `${root}/`;
  const own = read.filter((file) => file.startsWith(prefix));
  return own.find((file) => !file.slice(prefix.length).includes('/')) ?? own[0] ?? (root === '' ? '.' : root);
}

/** A path relative to the assessed folder, from the top of the repository. */
export function inRepository(folder: string, file: string): string {
  const path = file.replaceAll('\\', '/');
  if (folder === '') return path;
  return path === '.' || path === '' ? folder : `${folder}/${path}`;
}

/** A path as a relative URI reference: each step encoded, a first step with a colon not taken for a scheme. */
export function uriOf(path: string): string {
  const steps = path.split('/').map((step) => encodeURIComponent(wellFormed(step)));
  return steps.join('/') || '.';
}

function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}
