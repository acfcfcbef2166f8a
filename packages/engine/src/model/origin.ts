/** The kind of place that evidence came from. */
export type Plane = 'code' | 'plan' | 'live' | 'http' | 'metric' | 'load' | 'document' | 'attested';

/** A range in a file (lines and columns count from 1, the end is inclusive), with what stands there. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** What stands there in the words of its language: `variable pitr`, `local.tables`, `module.network`, `prod.tfvars`. */
  readonly what?: string;
}

/** Whether one place lies in another, from its first character to its last. */
export function isWithin(inner: Location, outer: Location): boolean {
  const starts = inner.line > outer.line || (inner.line === outer.line && inner.column >= outer.column);
  const ends =
    inner.endLine < outer.endLine || (inner.endLine === outer.endLine && inner.endColumn <= outer.endColumn);
  return starts && ends && inner.file === outer.file;
}

/**
 * Where a value came from. `at` is where the value is used; `trail` leads from there, step by step,
 * to the literal, the default or the missing input that decided it.
 */
export interface Origin {
  readonly plane: Plane;
  readonly at: Location;
  readonly trail: readonly Location[];
  readonly collectedAt?: string;
}

/** An origin in code without any trail yet. */
export function inCode(at: Location): Origin {
  return { plane: 'code', at, trail: [] };
}

/** The same origin, seen from `at`: the former place becomes the first step of the trail. */
export function seenFrom(at: Location, origin: Origin): Origin {
  return { ...origin, at, trail: [origin.at, ...origin.trail] };
}

/** The last place of the trail: the literal, default or missing input that everything hangs on. */
export function root(origin: Origin): Location {
  return origin.trail.at(-1) ?? origin.at;
}
