import type { Location } from '../../../../model/origin.ts';
import type { Construct } from './construct.ts';
import type { Execution } from './execution.ts';
import type { Run } from './run.ts';

/** What a program is written against: what its names mean there, what calls of it make, and what is changed by whom. */
export interface Framework {
  /** Whether a class of the program extends one of a package that is not read. */
  extendsUnread?: boolean;
  /** What a name means that nothing in a file declares. */
  named(name: string, at: Location): Run | undefined;
  /** What an import of a package means; `undefined` where it means nothing that is known. */
  imported(module: string, name: string, at: Location): Run | undefined;
  member(object: Extract<Run, { kind: 'library' }>, name: string, at: Location): Run;
  attribute(construct: Construct, name: string, at: Location): Run;
  memberOf(object: Extract<Run, { kind: 'made' | 'node' | 'attribute' }>, name: string, at: Location): Run;
  call(
    callee: Extract<Run, { kind: 'library' | 'attribute' | 'made' | 'node' }>,
    args: readonly Run[],
    at: Location,
    by: Execution,
  ): Run;
  /** Makes an instance of one of its classes. */
  make(of: Extract<Run, { kind: 'library' }>, args: readonly Run[], at: Location, by: Execution): Run;
  /** The place of a construct of a package that is not read. */
  place(args: readonly Run[], at: Location, by: Execution): Construct | undefined;
  /** Something that is not followed may change this construct and what is below it. */
  change(construct: Construct, at: Location, what: string): void;
  /** Something is written to what was reached from a construct. */
  written(to: Extract<Run, { kind: 'attribute' }>, key: string | undefined, at: Location): void;
  changeAll(at: Location, what: string): void;
  /** Something is called that is not read. */
  outside(callee: Run, args: readonly Run[], at: Location): void;
  /** A place was not followed. */
  missed(at: Location, why: string): void;
}
