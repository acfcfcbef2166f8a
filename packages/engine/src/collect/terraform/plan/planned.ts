import type { Location } from '../../../model/origin.ts';
import type { Configuration } from './configuration.ts';
import type { Json, JsonObject } from './json.ts';

/** What a plan says will be there, or a state says is there, in Terraform's words. */
export interface Planned {
  readonly from: 'plan' | 'state';
  /** Name of the file as reports give it: relative to the assessed folder, or its bare name where it lies outside. */
  readonly file: string;
  /** Managed resources that are there once the plan is applied, or that the state has. */
  readonly resources: readonly PlannedResource[];
  /** Values of the root's variables; a state has none. */
  readonly variables: ReadonlyMap<string, Json>;
  /** How the values were written; a state does not say. */
  readonly configuration: Configuration | undefined;
  /** Whether what it does not show is not there: not so for a plan of targets only, and not for a state. */
  readonly complete: boolean;
  /** What a reader has to know of the file itself. */
  readonly notices: readonly string[];
}

export interface PlannedResource {
  /** `module.network["a"].aws_subnet.private[0]` */
  readonly address: string;
  /** `module.network["a"]`, empty for the root. */
  readonly module: string;
  readonly type: string;
  readonly name: string;
  readonly values: JsonObject;
  /** Trees of `true` where apply decides a value, and where a value must not be shown. */
  readonly unknown: Json;
  readonly sensitive: Json;
}

/**
 * A place in a plan or state. These files have one long line and may hold secrets, so the place is told in words, and
 * the name is none that an excerpt could be read from.
 */
export function placeIn(planned: Pick<Planned, 'from' | 'file'>, what: string): Location {
  const file = `--${planned.from} ${planned.file}`;
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1, what: `${planned.from}: ${what}` };
}
