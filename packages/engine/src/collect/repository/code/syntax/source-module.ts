/**
 * One file of code as what it says: the same shape for TypeScript, JavaScript and Python. Plain data, so that it can be kept.
 * Functions, classes and calls stand in lists; a part of one that is another is its number there. Code of a module that is in
 * no function is `within` {@link TOP}.
 */
export interface SourceModule {
  readonly file: string;
  readonly language: 'script' | 'python';
  readonly imports: readonly Import[];
  /** Of scripts, as written; what the top of a Python module defines is all exported. */
  readonly exports: readonly Export[];
  readonly functions: readonly CodeFunction[];
  readonly classes: readonly CodeClass[];
  /** In TypeScript, the interfaces and aliases that are made of other types; nothing where there are none. */
  readonly types?: readonly NamedType[];
  /** In the order in which they begin; of a chain (`a().b()`) the whole stands before its parts. */
  readonly calls: readonly Call[];
  /** Every value that is given a name or put into a member. */
  readonly bindings: readonly Binding[];
  /** Members that are read, each chain once and whole (`event.headers.host`); not those that are only called. */
  readonly reads: readonly Read[];
  /** Texts with parts that are put in: templates, formatted strings, concatenations. Also where they are arguments. */
  readonly texts: readonly Text[];
  readonly branches: readonly Branch[];
  readonly catches: readonly Catch[];
  readonly returns: readonly Ending[];
  readonly throws: readonly Ending[];
  /** In Python; nothing where there are none. */
  readonly yields?: readonly Ending[];
  readonly elements: readonly Element[];
  /** In Python, in the order in which they stand. */
  readonly asserts: readonly Assert[];
  /** Places that are not in the language, or nested too deep: what stands around them was read in part. */
  readonly problems: readonly Problem[];
}

/** A place that could not be read. */
export interface Problem extends Place {
  readonly why: string;
  /** In the markup of a component: what shows something and listens to people, and nothing else. */
  readonly inMarkup?: true;
}

/** The value of `within` for what is in no function. */
export const TOP = -1;

/** A line and column, both counted from one. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface Range {
  readonly at: Place;
  /** Just behind the last character. */
  readonly end: Place;
}

/** A value as far as it is written. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null; readonly at: Place }
  | { readonly kind: 'name'; readonly name: string; readonly at: Place }
  /** `of.name`, `of['name']`; `isItem` where Python says it in brackets, which means another thing there. */
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      readonly isItem?: true;
      readonly at: Place;
    }
  /** `of[index]` with an index that is no literal text; in Python also types: `Annotated[User, Depends(user)]`. */
  | { readonly kind: 'index'; readonly of: Expression; readonly index: Expression; readonly at: Place }
  /** `require('x')`, `await import('x')`. */
  | { readonly kind: 'module'; readonly module: string; readonly at: Place }
  | { readonly kind: 'call'; readonly call: number; readonly at: Place }
  | { readonly kind: 'function'; readonly function: number; readonly at: Place }
  | { readonly kind: 'class'; readonly class: number; readonly at: Place }
  /** `open` where more members may follow (`...rest`, names that are computed). */
  | {
      readonly kind: 'object';
      readonly members: readonly Member[];
      readonly open: boolean;
      /** Of an open one: all that may follow, each perhaps, where that is written out: `...(test && { limit })`. */
      readonly perhaps?: readonly Member[];
      /** Of an open one: what is spread into it: `...request.body`. */
      readonly spread?: readonly Expression[];
      readonly at: Place;
    }
  | {
      readonly kind: 'list';
      readonly items: readonly Expression[];
      readonly open: boolean;
      readonly at: Place;
    }
  | { readonly kind: 'text'; readonly text: number; readonly at: Place }
  /** One of them: `a || b`, `a ?? b`, `test ? a : b`; `inTurn` where each stands in for those before it. */
  | {
      readonly kind: 'choice';
      readonly of: readonly Expression[];
      readonly inTurn?: true;
      readonly at: Place;
    }
  /** `&&`, `and`. */
  | { readonly kind: 'both'; readonly of: readonly Expression[]; readonly at: Place }
  /** `==` stands for `===` too; `in` for membership; `match` for a case that is no literal. */
  | {
      readonly kind: 'compare';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: Place;
    }
  | { readonly kind: 'not'; readonly of: Expression; readonly at: Place }
  /** `30 * DAY`; of two numbers the number itself. */
  | { readonly kind: 'product'; readonly of: readonly Expression[]; readonly at: Place }
  /** `sum`: what is put together or added up, where nothing says which; `isKind`: the kind of something, `typeof x`. */
  | {
      readonly kind: 'other';
      readonly sum?: readonly Expression[];
      readonly isKind?: true;
      readonly at: Place;
    };

export type ObjectExpression = Extract<Expression, { kind: 'object' }>;

export interface Member {
  readonly name: string;
  readonly value: Expression;
  readonly at: Place;
}

export interface Import {
  /** The name that it has here; nothing for `import 'x'` and `from x import *`. */
  readonly local: string | undefined;
  /** As written: `express`, `./routes/cards`, `.store`, `..core.config`. */
  readonly module: string;
  /** `default`, `*` for the module as a whole, else the name that it has there. */
  readonly member: string;
  /** Types only. */
  readonly typeOnly: boolean;
  readonly within: number;
  readonly at: Place;
}

export interface Export {
  /** `default`; `*` for all of `from`, or for what `module.exports` is. */
  readonly name: string;
  readonly value: Expression | undefined;
  /** Another module whose `member` it is. */
  readonly from?: { readonly module: string; readonly member: string };
  readonly at: Place;
}

/** A member that a pattern gives a name: `{ id: number }`. */
export interface NamedMember {
  readonly member: string;
  readonly local: string;
}

export interface Parameter {
  /** Of a pattern (`{ id }`) the names in it, by member. */
  readonly name: string | undefined;
  readonly members?: readonly NamedMember[];
  /** Its type as written. */
  readonly type?: string;
  /** In Python the type as a value: `Annotated[User, Depends(user)]`. */
  readonly annotation?: Expression;
  readonly otherwise?: Expression;
  readonly decorators: readonly Expression[];
  /** `...rest`, `*args`, `**kwargs`. */
  readonly rest: boolean;
  /** A member of the object too: `constructor(private readonly users: Users)`. */
  readonly kept: boolean;
}

export interface CodeFunction extends Range {
  readonly name: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly decorators: readonly Expression[];
  readonly isAsync: boolean;
  /** Whether its name is one of the scope that it stands in: a declaration, no method and no value. */
  readonly isDeclared: boolean;
  readonly returnType?: string;
  /** The class that it is a method of. */
  readonly class: number | undefined;
  readonly within: number;
  /** What an arrow function gives without `return`. */
  readonly gives?: Expression;
}

export interface CodeClass extends Range {
  readonly name: string | undefined;
  readonly bases: readonly Expression[];
  readonly decorators: readonly Expression[];
  readonly methods: readonly number[];
  readonly fields: readonly Field[];
  readonly within: number;
}

/** `interface Note extends Message`, `type Note = Message & { at: string }`. */
export interface NamedType {
  readonly name: string;
  /** The types that it has all of, as they are written. */
  readonly of: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly type?: string;
  readonly value?: Expression;
  readonly decorators: readonly Expression[];
  readonly at: Place;
}

export interface Argument {
  /** In Python, where it is named. */
  readonly name?: string;
  readonly value: Expression;
  /** `...list`, `*list`, `**members`. */
  readonly spread: boolean;
}

export interface Call extends Range {
  readonly callee: Expression;
  /**
   * The callee with names resolved through the imports of the file: `express.Router().get`, `@aws-sdk/client-s3.S3Client`,
   * `boto3.client`, `app.post`, `this.users.find`. Nothing where it is no chain of names and calls.
   */
  readonly path: string | undefined;
  readonly arguments: readonly Argument[];
  /** `new Client()`. */
  readonly isNew: boolean;
  readonly isAwaited: boolean;
  readonly within: number;
}

export interface Binding {
  /** A name or a member: `app`, `this.client`, `module.exports`. */
  readonly target: Expression;
  readonly value: Expression;
  /** In Python the type that it is declared with. */
  readonly annotation?: Expression;
  /** `const`, `let`, `var`, and the first in Python; not one that changes what was declared. */
  readonly declares: boolean;
  /** Only where nothing is there: `??=`, `||=`. */
  readonly unlessThere?: boolean;
  /** Of scripts: no branch says so, and yet a name may not be given it: behind `&&`, in a loop. */
  readonly perhaps?: boolean;
  readonly within: number;
  readonly at: Place;
}

export interface Read {
  readonly value: Expression;
  /** As {@link Call.path}: `process.env.TABLE`, `os.environ.TABLE`, `event.headers.host`. */
  readonly path: string | undefined;
  /** What stands in for it: `process.env.PORT ?? '3000'`. */
  readonly otherwise?: Expression;
  readonly within: number;
  readonly at: Place;
}

export interface Text extends Range {
  readonly parts: readonly (string | Expression)[];
  /** The function that a template is handed to: sql`…`. */
  readonly tag?: Expression;
  readonly within: number;
}

/** What runs only where something holds. */
export interface Branch {
  /** Of a case of a `switch` or `match` the comparison with its subject. */
  readonly test: Expression;
  readonly then: Range;
  readonly otherwise?: Range;
  readonly within: number;
  readonly at: Place;
}

/** An `assert`, or a `with` whose context is given to a test as what it expects (`pytest.raises(…)` in `parametrize`). */
export interface Assert {
  readonly at: Place;
  /** Decided when it was written: always true. */
  readonly isConstant: boolean;
  /** It always fails: nobody may come here. */
  readonly isFalse: boolean;
  /** What is compared last, as it is written: `== []`, `not in found`. */
  readonly compared?: { readonly operator: string; readonly right: string };
  /** What has to hold. */
  readonly said?: Expression;
  /** What stands under a `with` that expects an error of it. */
  readonly during?: Range;
}

/** What runs where something was thrown. */
export interface Catch {
  readonly tried: Range;
  readonly caught: Range;
  /** The name of what was thrown. */
  readonly name: string | undefined;
  /** Of a pattern (`catch ({ message })`) the names in it, by member. */
  readonly members?: readonly NamedMember[];
  /** The classes that are caught, in Python. */
  readonly types: readonly Expression[];
  readonly isEmpty: boolean;
  readonly within: number;
  readonly at: Place;
}

export interface Ending {
  readonly value: Expression | undefined;
  readonly within: number;
  readonly at: Place;
}

/** An element of JSX. */
export interface Element {
  readonly name: string;
  readonly attributes: readonly Member[];
  /** Whether attributes are spread into it. */
  readonly open: boolean;
  readonly within: number;
  readonly at: Place;
}

/** Whether an object may have a member of such a name that is not among those that it surely has. */
export function mayAlsoHave({ open, perhaps }: ObjectExpression, name: RegExp): boolean {
  return open && (perhaps?.some((one) => name.test(one.name)) ?? true);
}

/** Whether a place is in a range. */
export function isIn(at: Place, { at: start, end }: Range): boolean {
  return !isBefore(at, start) && isBefore(at, end);
}

/** Whether a function is another one, or is written in it. */
export function isInside({ functions }: SourceModule, within: number, outer: number): boolean {
  for (let at = within; at !== TOP; at = functions[at]!.within) if (at === outer) return true;
  return false;
}

export function isBefore(a: Place, b: Place): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
