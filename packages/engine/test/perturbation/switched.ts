import { add, type Perturbation, replace } from './perturbation.ts';

const FILE = 'added.tf';

/** A part that the example does not have, as it should be, and the text in it that is switched off. */
export interface Switch {
  readonly check: string;
  /** `null` for what is asked of the root as a whole. */
  readonly resource: string | null;
  readonly code: string;
  readonly on: string;
  readonly off: string;
  /** What stands there when it is hidden; `var.hidden` unless given. */
  readonly hidden?: string;
  /** Where the gap is shown; where it is switched off unless given. */
  readonly at?: string | { readonly file: string; readonly text: string };
  /** What would decide it then, where that is not the variable. */
  readonly decidedBy?: string;
}

export function switched({ check, resource, code, on, off, hidden, at, decidedBy }: Switch): Perturbation {
  return {
    check,
    given: [add(FILE, code)],
    resource,
    off: [replace(FILE, on, off)],
    at: typeof at === 'object' ? at : { file: FILE, text: at ?? off },
    hidden: [replace(FILE, on, hidden ?? 'var.hidden')],
    ...(decidedBy === undefined ? {} : { decidedBy }),
  };
}
