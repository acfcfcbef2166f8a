import type { Location } from '../../../../model/origin.ts';
import type { Scalar } from '../../../../model/value.ts';
import type { Calls } from './calls-written.ts';
import type { Mentions } from './mentions.ts';

/** A file of an application, whichever of the languages it is written in. */
export interface SourceFile {
  readonly file: string;
  readonly language: 'script' | 'python';
  readonly body: readonly Statement[];
  /** Places that could not be parsed; nothing is known of what stands there. */
  readonly problems: readonly Location[];
  /** What it names, followed or not. */
  readonly mentions: Mentions;
  /** What it calls, followed or not; nothing in Python. */
  readonly calls: Calls | undefined;
}

interface At {
  readonly at: Location;
}

export type Statement =
  | (At & { readonly kind: 'import'; readonly module: string; readonly names: readonly ImportedName[] })
  /** `export { a, b as c } from './x'`, or everything of it. */
  | (At & { readonly kind: 'export-from'; readonly module: string; readonly names?: readonly ImportedName[] })
  | (At & { readonly kind: 'export'; readonly name: string; readonly value: Expression })
  | (At & { readonly kind: 'declare'; readonly target: Pattern; readonly value: Expression | undefined })
  | (At & {
      readonly kind: 'assign';
      readonly target: Expression;
      readonly value: Expression;
      /** What combines with the old value (`+=`). */
      readonly operator?: string;
    })
  | (At & { readonly kind: 'expression'; readonly value: Expression })
  | (At & {
      readonly kind: 'if';
      readonly test: Expression;
      readonly yes: readonly Statement[];
      readonly no: readonly Statement[];
    })
  | (At & {
      readonly kind: 'each';
      readonly target: Pattern;
      readonly over: Expression;
      readonly body: readonly Statement[];
      /** `for … in` of JavaScript, which goes over keys. */
      readonly keys?: boolean;
    })
  /** Any other loop: how often it runs is not followed. */
  | (At & { readonly kind: 'loop'; readonly body: readonly Statement[] })
  | (At & { readonly kind: 'return'; readonly value: Expression | undefined })
  | (At & { readonly kind: 'throw' })
  /** `break` and `continue`. */
  | (At & { readonly kind: 'leave' })
  | (At & { readonly kind: 'function'; readonly name: string; readonly value: FunctionExpression })
  | (At & { readonly kind: 'class'; readonly name: string; readonly value: ClassExpression })
  | (At & { readonly kind: 'block'; readonly body: readonly Statement[] })
  | (At & {
      readonly kind: 'try';
      readonly body: readonly Statement[];
      readonly handler: readonly Statement[];
      readonly after: readonly Statement[];
    })
  | (At & {
      readonly kind: 'switch';
      readonly on: Expression;
      readonly cases: readonly {
        readonly test: Expression | undefined;
        readonly body: readonly Statement[];
      }[];
    });

/** `imported` is `*` for the module as a whole, `default` for its default. */
export interface ImportedName {
  readonly imported: string;
  readonly local: string;
}

export type Expression =
  | (At & { readonly kind: 'literal'; readonly value: Scalar })
  | (At & { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] })
  | (At & { readonly kind: 'name'; readonly name: string })
  | (At & { readonly kind: 'member'; readonly object: Expression; readonly name: string })
  | (At & { readonly kind: 'index'; readonly object: Expression; readonly index: Expression })
  | (At & {
      readonly kind: 'call';
      readonly callee: Expression;
      readonly args: readonly Argument[];
      readonly creates: boolean;
    })
  | (At & { readonly kind: 'object'; readonly entries: readonly Entry[] })
  | (At & { readonly kind: 'list'; readonly items: readonly Argument[] })
  | FunctionExpression
  | ClassExpression
  | (At & { readonly kind: 'not'; readonly of: Expression })
  | (At & {
      readonly kind: 'binary';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
    })
  | (At & {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  | (At & { readonly kind: 'super' })
  /** An assignment that stands where a value is expected. */
  | (At & { readonly kind: 'assignment'; readonly target: Expression; readonly value: Expression })
  /** Something that is not followed; `parts` may run all the same. */
  | (At & { readonly kind: 'opaque'; readonly parts: readonly Expression[] });

export interface Argument {
  readonly value: Expression;
  /** Name of a Python keyword argument. */
  readonly name?: string;
  /** `...x`, `*x`, or `**x` of keywords. */
  readonly spread?: 'list' | 'object';
}

export type Entry =
  | { readonly key: string | Expression; readonly value: Expression }
  | { readonly spread: Expression };

export interface FunctionExpression extends At {
  readonly kind: 'function';
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[] | Expression;
  /** What it gives back comes later or in pieces: `async`, generators. */
  readonly deferred?: boolean;
  readonly decorated?: boolean;
}

export interface Parameter {
  readonly target: Pattern;
  readonly rest?: 'list' | 'object';
  /** `constructor(private readonly x)`: the name of the field that it becomes. */
  readonly field?: string;
}

export interface ClassExpression extends At {
  readonly kind: 'class';
  readonly base: Expression | undefined;
  readonly make: FunctionExpression | undefined;
  readonly methods: readonly Method[];
  readonly fields: readonly Field[];
  /** `@dataclass`: its fields are the parameters that make one. */
  readonly record?: boolean;
}

export interface Method {
  readonly name: string;
  readonly value: FunctionExpression;
  readonly fixed: boolean;
  /** A getter or property: read without a call. */
  readonly getter: boolean;
}

export interface Field {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly fixed: boolean;
}

/** What a value is taken apart into. */
export type Pattern =
  | { readonly kind: 'name'; readonly name: string; readonly fallback?: Expression }
  | {
      readonly kind: 'object';
      readonly members: readonly { readonly key: string; readonly target: Pattern }[];
      readonly rest?: string;
      readonly fallback?: Expression;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly (Pattern | undefined)[];
      readonly fallback?: Expression;
    }
  | { readonly kind: 'place'; readonly place: Expression; readonly fallback?: Expression };
