import { pathOf } from './path.ts';
import {
  type Argument,
  type Assert,
  type Binding,
  type Branch,
  type Call,
  type Catch,
  type CodeClass,
  type CodeFunction,
  type Element,
  type Ending,
  type Export,
  type Expression,
  type Import,
  type NamedType,
  type Place,
  type Problem,
  type Range,
  type Read,
  type SourceModule,
  type Text,
  TOP,
} from './source-module.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Nobody nests deeper by hand, and every level costs the stack of the program that reads it: 900 overflow it at first sight. */
const DEEPEST = 400;
const MAX_PROBLEMS = 20;

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Gathers what one walk over a file finds. Lists are filled at the beginning of a thing, so that its parts come after it. */
export class Builder {
  readonly text: string;
  within = TOP;
  classOf: number | undefined;
  #depth = 0;
  readonly imports: Import[] = [];
  readonly exports: Export[] = [];
  readonly functions: Open<CodeFunction>[] = [];
  readonly classes: Open<CodeClass>[] = [];
  readonly types: NamedType[] = [];
  readonly #calls: Open<Call>[] = [];
  readonly #bindings: Binding[] = [];
  readonly #reads: Open<Read>[] = [];
  readonly #texts: Open<Text>[] = [];
  readonly #branches: Branch[] = [];
  readonly #catches: Catch[] = [];
  readonly #returns: Ending[] = [];
  readonly #throws: Ending[] = [];
  readonly #elements: Element[] = [];
  readonly #asserts: Assert[] = [];
  readonly #yields: Ending[] = [];
  readonly #problems: Problem[] = [];

  constructor(text: string) {
    this.text = text;
  }

  /** A call at its beginning; `filled` says the rest of it. */
  call(node: SyntaxNode, fill: () => { callee: Expression; arguments: readonly Argument[] }): Expression {
    const at = node.at;
    const number = this.#calls.length;
    const call: Open<Call> = {
      callee: { kind: 'other', at },
      path: undefined,
      arguments: [],
      isNew: false,
      isAwaited: false,
      within: this.within,
      at,
      end: node.end,
    };
    this.#calls.push(call);
    const filled = fill();
    call.callee = filled.callee;
    call.arguments = filled.arguments;
    return { kind: 'call', call: number, at };
  }

  /** Goes one level deeper, as far as anything is read; whoever goes there comes back with {@link leave}. */
  enter(node: SyntaxNode): boolean {
    if (this.#depth >= DEEPEST) {
      this.problem(node.at, 'it is nested too deeply');
      return false;
    }
    this.#depth++;
    return true;
  }

  leave(): void {
    this.#depth--;
  }

  argumentsOf(call: number): readonly Argument[] {
    return this.#calls[call]!.arguments;
  }

  changeCall(value: Expression, change: { isNew?: boolean; isAwaited?: boolean }): Expression {
    if (value.kind !== 'call') return value;
    const call = this.#calls[value.call]!;
    if (change.isNew !== undefined) call.isNew = change.isNew;
    if (change.isAwaited !== undefined) call.isAwaited = change.isAwaited;
    return value;
  }

  /** A function, and what is in it. */
  function(
    node: SyntaxNode,
    start: Omit<CodeFunction, 'within' | 'at' | 'end' | 'parameters' | 'class'>,
    fill: (made: Open<CodeFunction>) => void,
  ): Expression {
    const at = node.at;
    const number = this.functions.length;
    const made: Open<CodeFunction> = {
      ...start,
      parameters: [],
      class: this.classOf,
      within: this.within,
      at,
      end: node.end,
    };
    this.functions.push(made);
    const { within, classOf } = this;
    this.within = number;
    this.classOf = undefined;
    fill(made);
    this.within = within;
    this.classOf = classOf;
    return { kind: 'function', function: number, at };
  }

  class(
    node: SyntaxNode,
    start: Pick<CodeClass, 'name' | 'bases' | 'decorators'>,
    fill: (made: {
      readonly methods: number[];
      readonly fields: CodeClass['fields'] extends readonly (infer F)[] ? F[] : never;
    }) => void,
  ): Expression {
    const at = node.at;
    const number = this.classes.length;
    const parts = { methods: [], fields: [] };
    this.classes.push({ ...start, ...parts, within: this.within, at, end: node.end });
    const { classOf } = this;
    this.classOf = number;
    fill(parts);
    this.classOf = classOf;
    return { kind: 'class', class: number, at };
  }

  bind(target: Expression, value: Expression, declares: boolean, annotation?: Expression): void {
    this.#bindings.push({
      target,
      value,
      declares,
      within: this.within,
      at: target.at,
      ...(annotation === undefined ? {} : { annotation }),
    });
  }

  /** `x ??= value`: what is there stays; `test && (x = value)`. */
  bindPerhaps(target: Expression, value: Expression, why: 'unlessThere' | 'perhaps'): void {
    this.#bindings.push({
      target,
      value,
      declares: false,
      [why]: true,
      within: this.within,
      at: target.at,
    });
  }

  read(value: Expression): Expression {
    this.#reads.push({ value, path: undefined, within: this.within, at: value.at });
    return value;
  }

  /** What a member gives where it is not there: `process.env.PORT ?? '3000'`. */
  otherwise(value: Expression, otherwise: Expression): void {
    const read = this.#reads.slice(-20).findLast((one) => one.value === value);
    if (read !== undefined) read.otherwise = otherwise;
  }

  textOf(node: SyntaxNode, parts: readonly (string | Expression)[], tag?: Expression): Expression {
    const at = node.at;
    this.#texts.push({
      parts,
      within: this.within,
      at,
      end: node.end,
      ...(tag === undefined ? {} : { tag }),
    });
    return { kind: 'text', text: this.#texts.length - 1, at };
  }

  partsOf(value: Expression): readonly (string | Expression)[] {
    if (value.kind === 'text') return this.#texts[value.text]!.parts;
    return value.kind === 'literal' && typeof value.value === 'string' ? [value.value] : [value];
  }

  /** Puts two texts together; the one that the first was is not a text of its own any more. */
  joined(node: SyntaxNode, left: Expression, right: Expression): Expression {
    const parts = [...this.partsOf(left), ...this.partsOf(right)];
    const last = this.#texts.length - 1;
    if (left.kind === 'text' && left.text === last && this.#texts[last]!.tag === undefined) {
      Object.assign(this.#texts[last]!, { parts, end: node.end });
      return left;
    }
    return this.textOf(node, parts);
  }

  branch(node: SyntaxNode, test: Expression, then: Range, otherwise?: Range): void {
    this.#branches.push({
      test,
      then,
      within: this.within,
      at: node.at,
      ...(otherwise === undefined ? {} : { otherwise }),
    });
  }

  catch(node: SyntaxNode, caught: Omit<Catch, 'within' | 'at'>): void {
    this.#catches.push({ ...caught, within: this.within, at: node.at });
  }

  return(node: SyntaxNode, value: Expression | undefined): void {
    this.#returns.push({ value, within: this.within, at: node.at });
  }

  throw(node: SyntaxNode, value: Expression | undefined): void {
    this.#throws.push({ value, within: this.within, at: node.at });
  }

  yield(node: SyntaxNode, value: Expression): void {
    this.#yields.push({ value, within: this.within, at: node.at });
  }

  element(node: SyntaxNode, name: string, attributes: Element['attributes'], open: boolean): void {
    this.elementAt(node.at, name, attributes, open);
  }

  elementAt(at: Place, name: string, attributes: Element['attributes'], open: boolean): void {
    this.#elements.push({ name, attributes, open, within: this.within, at });
  }

  assert(one: Assert): void {
    this.#asserts.push(one);
  }

  problem(at: Place, why: string): void {
    this.#broken({ ...at, why });
  }

  problemInMarkup(at: Place, why: string): void {
    this.#broken({ ...at, why, inMarkup: true });
  }

  #broken(problem: Problem): void {
    if (this.#problems.length < MAX_PROBLEMS) this.#problems.push(problem);
  }

  /** The module as it is, its paths resolved through its imports. */
  built(file: string, language: SourceModule['language']): SourceModule {
    const made: SourceModule = {
      file,
      language,
      imports: this.imports,
      exports: this.exports,
      functions: this.functions,
      classes: this.classes,
      ...(this.types.length === 0 ? {} : { types: this.types }),
      calls: this.#calls,
      bindings: this.#bindings,
      reads: this.#reads,
      texts: this.#texts,
      branches: this.#branches,
      catches: this.#catches,
      returns: this.#returns,
      throws: this.#throws,
      ...(this.#yields.length === 0 ? {} : { yields: this.#yields }),
      elements: this.#elements,
      asserts: this.#asserts,
      problems: this.#problems,
    };
    const imported = new Map(this.imports.map((one) => [one.local, one]));
    // From the last to the first: the parts of a chain stand behind the whole.
    for (const call of this.#calls.toReversed()) call.path = pathOf(call.callee, made, imported);
    for (const read of this.#reads) read.path = pathOf(read.value, made, imported);
    return made;
  }
}

export function rangeOf(node: SyntaxNode): Range {
  return { at: node.at, end: node.end };
}
