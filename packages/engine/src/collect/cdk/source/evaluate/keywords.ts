import type { ObjectCell, Run } from './run.ts';

/** The keyword arguments of a Python call: an object behind the other arguments, marked as such. */
export function keywordsIn(args: readonly Run[]): Extract<Run, { kind: 'object' }> | undefined {
  const last = args.at(-1);
  return last?.kind === 'object' && isKeywords(last.cell) ? last : undefined;
}

/** Marks an object as the keyword arguments of a Python call. */
export function markedKeywords(cell: ObjectCell): ObjectCell {
  KEYWORDS.add(cell);
  return cell;
}

/** Whether an object stands for the keyword arguments of a Python call. */
export function isKeywords(cell: ObjectCell): boolean {
  return KEYWORDS.has(cell);
}

const KEYWORDS = new WeakSet<ObjectCell>();
