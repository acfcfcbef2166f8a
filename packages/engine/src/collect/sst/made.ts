import type { Location } from '../../model/origin.ts';
import type { Value } from '../../model/value.ts';
import type { Construct } from '../cdk/source/evaluate/construct.ts';
import type { Execution } from '../cdk/source/evaluate/execution.ts';
import type { Run } from '../cdk/source/evaluate/run.ts';
import type { Application, Place } from './application.ts';

/** One call of an application: a component that is made, or a method of one. */
export interface Made {
  readonly application: Application;
  /** The component. */
  readonly construct: Construct;
  /** What the component is called in addresses. */
  readonly what: string;
  /** What it was made with. */
  readonly settings: Run | undefined;
  /** What the call is given. */
  readonly args: readonly Run[];
  readonly place: Place;
  readonly at: Location;
  readonly by: Execution;
  /** The function that something names or describes, as others name it. */
  functionOf(said: Run | undefined, what: string, handedOn?: HandedOn): Value;
  /** The names that `$transform` sets in what is made of a class of the provider. */
  changedOf(provided: string): ReadonlySet<string> | undefined;
}

/** What a component says of the functions that are described for it. */
export interface HandedOn {
  /** Changes what they are given. */
  readonly transform?: Run | undefined;
  /** Holds where they say nothing else. */
  readonly defaults?: Run | undefined;
}

/** What a component makes, and what its methods do. */
export interface Component {
  /** The types of what it makes and is not read. */
  readonly beside: readonly string[];
  /** It runs code of its own, which is not read: of what types that is, and what leads to it. */
  readonly runs?: readonly string[];
  readonly make?: (made: Made) => void;
  /** What a method gives, where that is used further. */
  readonly methods?: Readonly<Record<string, (made: Made) => Run | undefined>>;
}
