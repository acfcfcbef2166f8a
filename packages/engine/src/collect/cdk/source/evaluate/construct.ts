import type { Condition } from '../../../../model/condition.ts';
import type { Location } from '../../../../model/origin.ts';
import type { Run } from './run.ts';

/** A construct that the source makes, of a class of the library. */
export interface Construct {
  /** Path from the app down: `Api/Handler`. Unique. */
  readonly path: string;
  /** Path of the resource that it makes, which is mostly its child: `Api/Handler/Resource`. */
  readonly address: string;
  readonly module: string;
  readonly name: string;
  readonly parent: Construct | undefined;
  readonly props: Run | undefined;
  readonly at: Location;
  readonly exists: Condition;
  /** More may be made like it, with other values. */
  readonly isOneOfMany?: boolean;
  /** The methods that were called on it, in order. */
  readonly calls: MethodCall[];
  /** What could have changed it after it was made, in a way that is not followed. */
  changed?: { readonly at: Location; readonly what: string };
}

/** `table.addGlobalSecondaryIndex({…})`. */
export interface MethodCall {
  readonly name: string;
  readonly args: readonly Run[];
  readonly at: Location;
  readonly exists: Condition;
}
