/** A change of the example: a text that stands in a file once, replaced; a file added; a file removed. */
export type Change =
  | { readonly file: string; readonly from: string; readonly to: string }
  | { readonly file: string; readonly text: string }
  | { readonly file: string; readonly text: undefined };

/** One check, its protected thing switched off and hidden. Paths are those of the example's infrastructure. */
export interface Perturbation {
  readonly check: string;
  /** What is added first, where the example has no such thing: with it the check passes. */
  readonly given?: readonly Change[];
  /** Address of the resource that fails; null for what is asked of the root as a whole. */
  readonly resource: string | null;
  /** The root whose outcome it is, where that is not the example's own but one that was added first. */
  readonly root?: string;
  readonly off: readonly Change[];
  /** Where the gap is shown: the last line of this text, which stands in the changed file once. */
  readonly at: { readonly file: string; readonly text: string };
  /** Changes that put the deciding value behind `var.hidden`, which has no value. */
  readonly hidden: readonly Change[];
  /** What would decide it then, where that is not the variable. */
  readonly decidedBy?: string;
  /** For what belongs to the account: changes that take it out of the code, which makes it unknown. */
  readonly absent?: readonly Change[];
  /** Other checks that fail for the same reason: one thing that is switched off may be asked for by two rows. */
  readonly besides?: readonly string[];
}

export const replace = (file: string, from: string, to: string): Change => ({ file, from, to });
export const add = (file: string, text: string): Change => ({ file, text });
export const remove = (file: string): Change => ({ file, text: undefined });
