import { add, type Perturbation, replace } from './perturbation.ts';

/** A part that the example does not have, whose one line decides: with `on` it passes, with `off` it fails. */
export interface OneLine {
  readonly check: string;
  /** Address of what fails; null for what is asked of the root as a whole. */
  readonly resource: string | null;
  readonly code: string;
  readonly on: string;
  readonly off: string;
  /** The line with its value behind a variable; what follows the sign of equality unless given. */
  readonly hidden?: string;
  /** Where the gap is shown, where that is not the line itself. */
  readonly at?: string;
}

const FILE = 'added.tf';

export function oneLine({ check, resource, code, on, off, hidden, at }: OneLine): Perturbation {
  return {
    check,
    resource,
    given: [add(FILE, code)],
    off: [replace(FILE, on, off)],
    at: { file: FILE, text: at ?? off },
    hidden: [replace(FILE, on, hidden ?? on.replace(/=\s.*$/s, '= var.hidden'))],
  };
}
