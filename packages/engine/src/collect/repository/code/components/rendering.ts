import type { Builder } from '../syntax/builder.ts';
import { flatTree } from '../syntax/flat-tree.ts';
import { ScriptWalk } from '../syntax/script.ts';
import { type Expression, type Parameter, type Place, TOP } from '../syntax/source-module.ts';
import { SyntaxNode } from '../syntax/syntax-node.ts';
import type { ParsedComponent } from './component.ts';
import type { MarkupCode, MarkupScope, NameOf } from './markup.ts';
import { namesOfTemplate } from './template-names.ts';

/**
 * Walks over a component: its scripts are those of the module, its markup is a function of it that gives what is shown.
 * What runs when something happens is a function in that, and so is each part with names of its own.
 */
export function walkComponent(component: ParsedComponent, text: string, builder: Builder): void {
  new Rendering(component, text, builder).walk();
}

class Rendering {
  readonly #component: ParsedComponent;
  readonly #builder: Builder;
  readonly #walk: ScriptWalk;
  readonly #lines: readonly number[];
  readonly #values = new Map<MarkupCode, Expression>();
  readonly #functions = new Map<MarkupScope | undefined, number>();
  readonly #shown = new Map<MarkupScope | undefined, Expression[]>();

  constructor(component: ParsedComponent, text: string, builder: Builder) {
    this.#component = component;
    this.#builder = builder;
    this.#walk = new ScriptWalk(builder);
    this.#lines = linesOf(text);
  }

  walk(): void {
    const { tree, code, markup } = this.#component;
    const builder = this.#builder;
    const root = SyntaxNode.rootOf(flatTree(tree, this.#component.text));
    const isShown = markup.tags.length > 0 || markup.code.length > 0;
    const names = namesOfTemplate(this.#component, root);
    if (isShown) this.#declare(names.handed);
    for (const child of root.namedChildren) {
      const own = code.get(child.startIndex);
      if (own === undefined) this.#walk.visit(child);
      else this.#within(own.scope, () => this.#values.set(own, this.#value(own, child)));
    }
    this.#elsewhere();
    if (!isShown) return;
    for (const scope of markup.scopes) this.#bind(scope);
    this.#within(undefined, () => {
      const at = this.#placeOf(this.#start());
      for (const [name, value] of names.bound(builder))
        builder.bind({ kind: 'name', name, at }, value ?? { kind: 'other', at }, true);
    });
    this.#elements();
    for (const [scope, items] of this.#shown)
      builder.functions[this.#functions.get(scope)!]!.gives = {
        kind: 'list',
        items,
        open: true,
        at: this.#placeOf(scope?.from ?? this.#start()),
      };
    if (!builder.exports.some(({ name }) => name === 'default')) {
      const at = this.#placeOf(this.#start());
      const value = { kind: 'function', function: this.#functions.get(undefined)!, at } as const;
      builder.exports.push({ name: 'default', value, at });
    }
  }

  /** `<script src="./orders.ts">`: the script of the component is that file. */
  #elsewhere(): void {
    const { imports, exports } = this.#builder;
    for (const { at, from, to, attributes } of this.#component.markup.scripts) {
      const source = attributes.get('src');
      if (typeof source !== 'string' || !/^[.@~]/.test(source) || this.#says(from, to)) continue;
      const place = this.#placeOf(at);
      imports.push({
        local: undefined,
        module: source,
        member: '*',
        typeOnly: false,
        within: TOP,
        at: place,
      });
      const other = { module: source, member: 'default' };
      exports.push({ name: 'default', value: undefined, from: other, at: place });
    }
  }

  #says(from: number, to: number): boolean {
    return this.#component.text.slice(from, to).trim() !== '';
  }

  #start(): number {
    const { tags, code } = this.#component.markup;
    return Math.min(tags[0]?.at ?? Number.POSITIVE_INFINITY, code[0]?.from ?? Number.POSITIVE_INFINITY);
  }

  /** The functions of the markup and of its parts, each before those in it. */
  #declare(handed: readonly string[]): void {
    const { scopes, tags, code } = this.#component.markup;
    const end = Math.max(tags.at(-1)?.at ?? 0, code.at(-1)?.to ?? 0);
    const parameters: Parameter[] =
      handed.length === 0
        ? []
        : [
            {
              name: undefined,
              members: handed.map((name) => ({ member: name, local: name })),
              decorators: [],
              rest: false,
              kept: false,
            },
          ];
    this.#push(undefined, TOP, this.#start(), end, parameters);
    for (const scope of scopes)
      this.#push(scope, this.#functions.get(scope.outer)!, scope.from, scope.to, []);
  }

  #push(
    scope: MarkupScope | undefined,
    within: number,
    from: number,
    to: number,
    parameters: readonly Parameter[],
  ): void {
    const { functions } = this.#builder;
    this.#functions.set(scope, functions.length);
    functions.push({
      name: undefined,
      parameters,
      decorators: [],
      isAsync: false,
      isDeclared: false,
      class: undefined,
      within,
      at: this.#placeOf(from),
      end: this.#placeOf(to),
    });
  }

  #within(scope: MarkupScope | undefined, go: () => void): void {
    const builder = this.#builder;
    const { within } = builder;
    builder.within = this.#functions.get(scope)!;
    go();
    builder.within = within;
  }

  /** What stands in one place of the markup. */
  #value(code: MarkupCode, node: SyntaxNode): Expression {
    const statements = node.type === 'statement_block' ? parts(node) : [node];
    const [only, ...others] = statements;
    const expression =
      only !== undefined && others.length === 0 && only.type === 'expression_statement'
        ? parts(only)[0]
        : undefined;
    if (code.isHandler && (expression === undefined || !IS_ITSELF_A_FUNCTION.test(expression.type)))
      return this.#builder.function(
        node,
        { name: undefined, decorators: [], isAsync: false, isDeclared: false },
        (made) => {
          if (expression !== undefined) made.gives = this.#walk.expression(expression);
          else for (const statement of statements) this.#walk.visit(statement);
        },
      );
    const value = expression === undefined ? undefined : this.#walk.expression(expression);
    if (value === undefined) for (const statement of statements) this.#walk.visit(statement);
    const given = value ?? { kind: 'other', at: this.#placeOf(code.from) };
    const shown = this.#shown.get(code.scope);
    if (shown === undefined) this.#shown.set(code.scope, [given]);
    else shown.push(given);
    return given;
  }

  #bind(scope: MarkupScope): void {
    this.#within(scope, () => {
      for (const { name, at, of } of scope.names) {
        const place = this.#placeOf(at);
        this.#builder.bind({ kind: 'name', name, at: place }, this.#namedValue(of, place), true);
      }
    });
  }

  #namedValue(of: NameOf | undefined, at: Place): Expression {
    const whole = of === undefined ? undefined : this.#values.get(of.code);
    if (of === undefined || whole === undefined) return { kind: 'other', at };
    const value: Expression = of.isItem
      ? { kind: 'index', of: whole, index: { kind: 'other', at }, at }
      : whole;
    return of.member === undefined ? value : { kind: 'member', of: value, name: of.member, at };
  }

  #elements(): void {
    const { language, markup } = this.#component;
    for (const { name, at, attributes, open, scope } of markup.tags)
      this.#within(scope, () => {
        const made = attributes.map(({ name: key, at: place, value }) => {
          const own = this.#placeOf(place);
          return { name: key, value: this.#given(key, value, own), at: own };
        });
        this.#builder.elementAt(this.#placeOf(at), language === 'vue' ? inCapitals(name) : name, made, open);
        // `use:tooltip`, `transition:fade`, `v-focus`: a name of the script.
        for (const { name: key, at: place } of attributes) {
          const used = /^(?:use|transition|in|out|animate):([\w$.]+)/.exec(key)?.[1]?.split('.')[0];
          if (language === 'svelte' && used !== undefined)
            this.#builder.read({ kind: 'name', name: used, at: this.#placeOf(place) });
        }
      });
  }

  /** `<Card bind:title />` and `<Card :title />` take what is called so. */
  #given(name: string, value: string | true | MarkupCode | undefined, at: Place): Expression {
    if (typeof value === 'string' || value === true) {
      const own = /^(?:bind|class|style):([\w$]+)$/.exec(name)?.[1];
      if (value === true && own !== undefined) return { kind: 'name', name: own, at };
      return { kind: 'literal', value, at };
    }
    if (value !== undefined) return this.#values.get(value) ?? { kind: 'other', at };
    return /^[a-z][\w-]*$/i.test(name)
      ? { kind: 'name', name: name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), at }
      : { kind: 'other', at };
  }

  #placeOf(offset: number): Place {
    let low = 0;
    let high = this.#lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#lines[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - this.#lines[low]! + 1 };
  }
}

const IS_ITSELF_A_FUNCTION = /^(identifier|member_expression|arrow_function|function_expression)$/;

function parts(node: SyntaxNode): readonly SyntaxNode[] {
  return node.namedChildren.filter(({ type }) => type !== 'comment');
}

/** `user-card` is `UserCard`. */
function inCapitals(name: string): string {
  return name.includes('-') && !name.startsWith('{')
    ? name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())
    : name;
}

function linesOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where an offset stands in a text. */
export function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
