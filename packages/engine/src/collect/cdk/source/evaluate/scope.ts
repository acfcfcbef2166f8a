import type { ClassCell, Run } from './run.ts';

/** Names and what they mean. */
export class Scope {
  readonly names = new Map<string, Binding>();
  readonly parent: Scope | undefined;
  /** Of the function or file that it belongs to: which file, and which instance `this` is. */
  readonly frame: Frame;

  constructor(parent: Scope | undefined, frame: Frame) {
    this.parent = parent;
    this.frame = frame;
  }

  find(name: string): Binding | undefined {
    return this.names.get(name) ?? this.parent?.find(name);
  }
}

export interface Frame {
  readonly file: string;
  readonly python: boolean;
  readonly self: Run | undefined;
  /** The class whose method runs, for `super`. */
  readonly home: ClassCell | undefined;
}

export interface Binding {
  value: Run;
  /** How many open conditions surrounded its declaration. */
  readonly depth: number;
}

/** The scope of a block: one of its own in JavaScript, that of its function in Python. */
export function innerScope(scope: Scope): Scope {
  return scope.frame.python ? scope : new Scope(scope, scope.frame);
}
