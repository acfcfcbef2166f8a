import type { Place, SourceModule } from '../syntax/source-module.ts';

/** What something that stands before a handler does. */
export type GuardKind =
  /** Proves who is calling. */
  | 'authenticates'
  /** Asks what somebody may do whose identity was proven before. */
  | 'authorizes'
  /** Compares a key that all callers share. */
  | 'shares-a-key'
  /** Believes what the caller writes: a header that names a role. */
  | 'believes-the-caller'
  | 'rate-limits'
  | 'validates'
  /** A guard that lets this route through: its list of public ones names it. */
  | 'lets-through'
  /** Nobody can tell from the code. */
  | 'unknown';

export interface Guard {
  readonly name: string;
  readonly kind: GuardKind;
  readonly module: SourceModule;
  /** Where it is put before the handler. */
  readonly at: Place;
  /** Where it does what it does. */
  readonly by?: { readonly module: SourceModule; readonly at: Place };
  /** For kind `unknown`: what would tell. */
  readonly decidedBy?: string;
  readonly library?: string;
  /** Of a proof that a function asks for: where it does so. */
  readonly asked?: AskedAt;
}

export interface AskedAt {
  readonly module: SourceModule;
  readonly at: Place;
  readonly within: number;
  /** Whether the branches around it are known to let nobody by. */
  readonly isBranchTold: boolean;
}

/** What a route is called inside its application, for guards that let some through. */
export interface RouteName {
  readonly method: string;
  readonly path: string | undefined;
}

/** A guard of which the code does not tell what it does. */
export function unknownGuard(name: string, place: Pick<Guard, 'module' | 'at'>, decidedBy: string): Guard {
  return { name, kind: 'unknown', ...place, decidedBy };
}
