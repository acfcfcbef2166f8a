import type { Location } from '../../../model/origin.ts';

/** A parsed `.tf` or `.tf.json` file. Positions are lines and columns from 1; columns count UTF-16 units. */
export interface TerraformFile {
  readonly file: string;
  readonly body: Body;
  /** Places where the file could not be parsed; what follows was salvaged as far as block headers allow. */
  readonly errors: readonly SyntaxProblem[];
}

export interface SyntaxProblem {
  readonly at: Location;
  /** What is wrong, in words: "unclosed string", "expected an expression". */
  readonly message: string;
  /** Lines that were lost to it (both inclusive). */
  readonly lostFrom: number;
  readonly lostTo: number;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

export interface Attribute {
  readonly name: string;
  readonly value: Expression;
  /** From the name to the end of the value. */
  readonly at: Location;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
  /** The whole block. */
  readonly at: Location;
}

/** HCL expressions, close to the grammar of the language specification. */
export type Expression =
  | {
      readonly kind: 'literal';
      readonly value: string | number | boolean | null;
      /** The digits as written, where a JavaScript number does not hold them exactly. */
      readonly digits?: string;
      readonly at: Location;
    }
  /** Quoted or heredoc template with its escapes, markers and indentation already interpreted. */
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[]; readonly at: Location }
  | { readonly kind: 'variable'; readonly name: string; readonly at: Location }
  | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string; readonly at: Location }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression; readonly at: Location }
  /** `of[*].rest` (full) or `of.*.rest` (attribute-only); `each` is applied to every element, where `{kind:'splat-item'}` is the element. */
  | {
      readonly kind: 'splat';
      readonly full: boolean;
      readonly of: Expression;
      readonly each: Expression;
      readonly at: Location;
    }
  | { readonly kind: 'splat-item'; readonly at: Location }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly expand: boolean;
      readonly at: Location;
    }
  | { readonly kind: 'unary'; readonly operator: '!' | '-'; readonly of: Expression; readonly at: Location }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Location;
    }
  | {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly then: Expression;
      readonly else: Expression;
      readonly at: Location;
    }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[]; readonly at: Location }
  | {
      readonly kind: 'object';
      readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
      readonly at: Location;
    }
  | {
      readonly kind: 'for';
      readonly keyName: string | undefined;
      readonly valueName: string;
      readonly collection: Expression;
      /** Set for object results. */
      readonly key: Expression | undefined;
      readonly value: Expression;
      readonly condition: Expression | undefined;
      /** `...` after the value of an object result. */
      readonly grouped: boolean;
      readonly at: Location;
    }
  /** A part that could not be parsed. */
  | {
      readonly kind: 'broken';
      readonly message: string;
      /** The name that stands there, where it is one: `providers` takes such keys. */
      readonly written?: Expression;
      readonly at: Location;
    };

export type BinaryOperator =
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '=='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '&&'
  | '||';

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly of: Expression }
  | {
      readonly kind: 'if';
      readonly test: Expression;
      readonly then: readonly TemplatePart[];
      readonly else: readonly TemplatePart[];
    }
  | {
      readonly kind: 'for';
      readonly keyName: string | undefined;
      readonly valueName: string;
      readonly collection: Expression;
      readonly body: readonly TemplatePart[];
    };
