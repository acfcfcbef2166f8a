import type { Language, TreeCursor } from 'web-tree-sitter';
import type { Location } from '../../../model/origin.ts';
import type { Positions } from './positions.ts';
import { type TemplateForm, type TemplateToken, templateParts } from './template.ts';
import { unescaped } from './text.ts';
import type { Attribute, BinaryOperator, Block, Body, Expression, TemplatePart } from './tree.ts';

/** Deeper nesting than anybody writes; beyond it an expression is `broken` rather than a risk to the stack. */
const MAX_DEPTH = 400;

const NAMED = [
  'attr_splat',
  'attribute',
  'binary_operation',
  'block',
  'block_end',
  'block_start',
  'body',
  'bool_lit',
  'collection_value',
  'comment',
  'conditional',
  'ellipsis',
  'expression',
  'for_cond',
  'for_expr',
  'for_intro',
  'for_object_expr',
  'for_tuple_expr',
  'full_splat',
  'function_arguments',
  'function_call',
  'get_attr',
  'heredoc_identifier',
  'heredoc_start',
  'heredoc_template',
  'identifier',
  'index',
  'legacy_index',
  'literal_value',
  'new_index',
  'null_lit',
  'numeric_lit',
  'object',
  'object_elem',
  'operation',
  'quoted_template',
  'quoted_template_end',
  'quoted_template_start',
  'splat',
  'string_lit',
  'strip_marker',
  'template_directive',
  'template_directive_end',
  'template_directive_start',
  'template_else_intro',
  'template_expr',
  'template_for',
  'template_for_end',
  'template_for_start',
  'template_if',
  'template_if_end',
  'template_if_intro',
  'template_interpolation',
  'tuple',
  'unary_operation',
  'variable_expr',
] as const;

export type Kinds = Readonly<Record<(typeof NAMED)[number], number>>;

/** The grammar's numbers for its node kinds: comparing numbers is what makes the walk fast. */
export function kindsOf(language: Language): Kinds {
  const kinds: Record<string, number> = {};
  for (const name of NAMED) {
    const id = language.idForNodeType(name, true);
    if (id === null) throw new Error(`the Terraform grammar has no ${name}`);
    kinds[name] = id;
  }
  return kinds as Kinds;
}

/** What the grammar accepts and Terraform refuses. */
export interface Fault {
  readonly offset: number;
  readonly message: string;
}

/**
 * Reads a concrete syntax tree into ours, in one pass of one cursor. Every `read…` method expects the cursor
 * at its node and leaves it there; `#operand` is the exception and moves over siblings.
 */
export class TreeBuilder {
  readonly #cursor: TreeCursor;
  readonly #text: string;
  readonly #positions: Positions;
  readonly #kinds: Kinds;
  /** Where the parsed text starts within the file. */
  readonly #base: number;
  readonly faults: Fault[] = [];
  #depth = 0;

  constructor(cursor: TreeCursor, text: string, base: number, positions: Positions, kinds: Kinds) {
    this.#cursor = cursor;
    this.#text = text;
    this.#base = base;
    this.#positions = positions;
    this.#kinds = kinds;
  }

  /** The cursor at a `body`. */
  readBody(): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    if (this.#enter()) {
      do {
        if (this.#cursor.nodeTypeId === this.#kinds.attribute) {
          const attribute = this.readAttribute();
          if (attributes.has(attribute.name))
            this.#fault(this.#cursor.startIndex, `${attribute.name} is set twice`);
          else attributes.set(attribute.name, attribute);
        } else if (this.#cursor.nodeTypeId === this.#kinds.block) blocks.push(this.readBlock());
      } while (this.#next());
      this.#leave();
    }
    return { attributes, blocks };
  }

  /** The cursor at an `attribute`. */
  readAttribute(): Attribute {
    const at = this.#here();
    this.#enter();
    const name = this.#word();
    this.#next();
    this.#next();
    const value = this.#readExpression();
    this.#leave();
    return { name, value, at };
  }

  /** The cursor at a `block`. */
  readBlock(): Block {
    const at = this.#here();
    const kinds = this.#kinds;
    const labels: string[] = [];
    let body: Body = { attributes: new Map(), blocks: [] };
    if (++this.#depth > MAX_DEPTH) this.#fault(this.#cursor.startIndex, 'blocks are nested too deeply');
    this.#enter();
    const type = this.#word();
    while (this.#next()) {
      const kind = this.#cursor.nodeTypeId;
      if (kind === kinds.string_lit) labels.push(this.#stringLiteral());
      else if (kind === kinds.identifier) labels.push(this.#word());
      else if (kind === kinds.body && this.#depth <= MAX_DEPTH) body = this.readBody();
    }
    this.#leave();
    this.#depth--;
    return { type, labels, body, at };
  }

  /** The cursor at a template of any form; the tokens for whoever knows how its text reads. */
  readTemplate(form: TemplateForm): readonly TemplatePart[] {
    return templateParts(this.#templateTokens(), form);
  }

  #readExpression(): Expression {
    if (this.#depth >= MAX_DEPTH) return this.#tooDeep(this.#here());
    this.#depth++;
    this.#enter();
    const expression =
      this.#cursor.nodeTypeId === this.#kinds.conditional ? this.#conditional() : this.#operand();
    this.#leave();
    this.#depth--;
    return expression;
  }

  /** How many conditionals are chained in the one that was read last. */
  #links = 0;

  #conditional(): Expression {
    const at = this.#here();
    this.#enter();
    this.#enter();
    // The grammar groups `a ? b : c ? d : e` from the left, the language from the right.
    const chained = this.#cursor.nodeTypeId === this.#kinds.conditional;
    this.#leave();
    const test = this.#readExpression();
    this.#next();
    this.#next();
    const links = this.#links;
    const then = this.#readExpression();
    this.#next();
    this.#next();
    const otherwise = this.#readExpression();
    this.#leave();
    this.#links = chained ? links + 1 : 1;
    if (chained && test.kind === 'conditional') return rightmost(test, links, then, otherwise, at);
    return { kind: 'conditional', test, then, else: otherwise, at };
  }

  /** A term with what follows it (`.name`, `[key]`, `[*]`). Afterwards `#atEnd` or at the next sibling. */
  #operand(): Expression {
    const start = this.#cursor.startIndex;
    const { expression, end } = this.#term();
    return this.#postfixes(expression, start, end);
  }

  #atEnd = false;

  #term(): { expression: Expression; end: number } {
    const kinds = this.#kinds;
    const kind = this.#cursor.nodeTypeId;
    let expression: Expression;
    if (kind === kinds.variable_expr) expression = { kind: 'variable', name: this.#word(), at: this.#here() };
    else if (kind === kinds.literal_value) expression = this.#literal();
    else if (kind === kinds.template_expr) expression = this.#template();
    else if (kind === kinds.collection_value) expression = this.#collection();
    else if (kind === kinds.function_call) expression = this.#call();
    else if (kind === kinds.operation) expression = this.#operation();
    else if (kind === kinds.for_expr) expression = this.#for();
    else if (this.#cursor.nodeType === '(') {
      this.#next();
      expression = this.#readExpression();
      this.#next();
    } else expression = { kind: 'broken', message: 'expected an expression', at: this.#here() };
    const end = this.#cursor.endIndex;
    this.#atEnd = !this.#next();
    return { expression, end };
  }

  #postfixes(term: Expression, start: number, termEnd: number): Expression {
    const kinds = this.#kinds;
    let expression = term;
    let end = termEnd;
    /** Splats whose `each` is still being read; what follows belongs to the innermost. */
    const splats: { of: Expression; full: boolean }[] = [];
    const close = () => {
      const splat = splats.pop()!;
      expression = {
        kind: 'splat',
        full: splat.full,
        of: splat.of,
        each: expression,
        at: this.#at(start, end),
      };
    };
    const step = () => {
      const kind = this.#cursor.nodeTypeId;
      if (kind === kinds.get_attr) {
        end = this.#cursor.endIndex;
        this.#enter();
        this.#next();
        const name = this.#word();
        this.#leave();
        expression = { kind: 'attribute', of: expression, name, at: this.#at(start, end) };
      } else if (kind === kinds.index) {
        this.#enter();
        const legacy = this.#cursor.nodeTypeId === kinds.legacy_index;
        // An attribute-only splat ends before brackets: `of.*.name[0]` is the first of the names.
        if (!legacy && splats.at(-1)?.full === false) close();
        end = this.#cursor.endIndex;
        const key = this.#key(legacy);
        this.#leave();
        expression = { kind: 'index', of: expression, key, at: this.#at(start, end) };
      } else if (kind === kinds.splat) {
        this.#enter();
        const full = this.#cursor.nodeTypeId === kinds.full_splat;
        if (splats.at(-1)?.full === false) close();
        this.#enter();
        end = this.#cursor.endIndex;
        splats.push({ of: expression, full });
        expression = { kind: 'splat-item', at: this.#here() };
        while (this.#next()) step();
        this.#leave();
        this.#leave();
      } else return false;
      return true;
    };
    while (!this.#atEnd) {
      if (!step()) break;
      this.#atEnd = !this.#next();
    }
    while (splats.length > 0) close();
    return expression;
  }

  /** The cursor at a `new_index` or `legacy_index`. */
  #key(legacy: boolean): Expression {
    // `.0`: the grammar hides the digits.
    if (legacy) return { kind: 'literal', value: Number(this.#word().slice(1)), at: this.#here() };
    this.#enter();
    this.#next();
    const key = this.#readExpression();
    this.#leave();
    return key;
  }

  #literal(): Expression {
    const at = this.#here();
    this.#enter();
    const kinds = this.#kinds;
    const kind = this.#cursor.nodeTypeId;
    let literal: Expression;
    if (kind === kinds.string_lit) literal = { kind: 'literal', value: this.#stringLiteral(), at };
    else if (kind === kinds.numeric_lit) {
      const source = this.#word();
      const value = Number(source);
      if (source.startsWith('0x')) this.#fault(this.#cursor.startIndex, 'expected a decimal number');
      literal = exact(value, source)
        ? { kind: 'literal', value, at }
        : { kind: 'literal', value, digits: source, at };
    } else if (kind === kinds.bool_lit) literal = { kind: 'literal', value: this.#word() === 'true', at };
    else literal = { kind: 'literal', value: null, at };
    this.#leave();
    return literal;
  }

  /** The cursor at a `string_lit`. */
  #stringLiteral(): string {
    const cursor = this.#cursor;
    const start = cursor.startIndex + 1;
    const end = cursor.endIndex - 1;
    const raw = this.#text.slice(start, end);
    this.#refuseNewline(raw, start);
    const text = unescaped(raw);
    if (!text.isWellFormed()) this.#fault(start, 'an escape that is no character');
    return text;
  }

  #template(): Expression {
    const at = this.#here();
    this.#enter();
    const form = this.#templateForm();
    const parts = this.readTemplate(form);
    this.#leave();
    return asTemplate(parts, at);
  }

  #templateForm(): TemplateForm {
    if (this.#cursor.nodeTypeId === this.#kinds.quoted_template) return 'quoted';
    const start = this.#cursor.startIndex;
    return this.#text[start + 2] === '-' ? 'indented-heredoc' : 'heredoc';
  }

  /** The cursor at a `quoted_template` or `heredoc_template`. Text is what lies between the sequences. */
  #templateTokens(): TemplateToken[] {
    const kinds = this.#kinds;
    const cursor = this.#cursor;
    const tokens: TemplateToken[] = [];
    const quoted = cursor.nodeTypeId === kinds.quoted_template;
    let textStart = 0;
    const textTo = (end: number) => {
      if (end <= textStart) return;
      const text = this.#text.slice(textStart, end);
      if (quoted) this.#refuseNewline(text, textStart);
      tokens.push({ kind: 'text', text });
    };
    const sequence = (read: () => TemplateToken) => {
      textTo(cursor.startIndex);
      tokens.push(read());
      textStart = cursor.endIndex;
    };
    const items = () => {
      do {
        const kind = cursor.nodeTypeId;
        if (kind === kinds.template_interpolation) {
          // `$$${` is a dollar sign and an escaped marker, which the grammar takes for an interpolation.
          if (!this.#isEscaped(quoted)) sequence(() => this.#interpolation());
        } else if (
          kind === kinds.template_if_intro ||
          kind === kinds.template_for_start ||
          kind === kinds.template_else_intro ||
          kind === kinds.template_if_end ||
          kind === kinds.template_for_end
        )
          sequence(() => this.#directive());
        else if (
          kind === kinds.template_directive ||
          kind === kinds.template_if ||
          kind === kinds.template_for
        ) {
          if (this.#depth >= MAX_DEPTH) {
            this.#fault(cursor.startIndex, 'directives are nested too deeply');
            continue;
          }
          this.#depth++;
          this.#enter();
          items();
          this.#leave();
          this.#depth--;
        }
      } while (this.#next());
    };
    this.#enter();
    if (quoted) {
      textStart = cursor.endIndex;
      items();
      this.#leave();
      textTo(cursor.endIndex - 1);
    } else {
      this.#next();
      const opened = this.#text.indexOf('\n', cursor.endIndex);
      textStart = opened === -1 ? cursor.endIndex : opened + 1;
      while (this.#next()) {
        if (cursor.nodeTypeId === kinds.heredoc_identifier) {
          textTo(this.#text.lastIndexOf('\n', cursor.startIndex - 1) + 1);
          break;
        }
        items();
        // `items` went through all siblings; the closing identifier is the last of them.
        textTo(this.#text.lastIndexOf('\n', cursor.startIndex - 1) + 1);
        break;
      }
      this.#leave();
    }
    return tokens;
  }

  #isEscaped(quoted: boolean): boolean {
    const start = this.#cursor.startIndex;
    if (this.#text[start - 1] !== '$' || (start >= 2 && this.#text[start - 2] === '\\')) return false;
    if (quoted && this.#word().includes('"')) this.#fault(start, 'a quote inside of an escaped marker');
    return true;
  }

  #interpolation(): TemplateToken {
    const { trimBefore, trimAfter } = this.#trims();
    let of: Expression | undefined;
    this.#enter();
    do {
      if (this.#cursor.nodeTypeId === this.#kinds.expression) of = this.#readExpression();
    } while (this.#next());
    this.#leave();
    if (of === undefined) this.#fault(this.#cursor.startIndex, 'expected an expression to interpolate');
    of ??= { kind: 'broken', message: 'expected an expression', at: this.#here() };
    return { kind: 'value', of, trimBefore, trimAfter };
  }

  #directive(): TemplateToken {
    const kinds = this.#kinds;
    const kind = this.#cursor.nodeTypeId;
    const { trimBefore, trimAfter } = this.#trims();
    if (this.#text[this.#cursor.startIndex - 1] === '%')
      this.#fault(this.#cursor.startIndex, 'a directive after an escaped marker');
    if (kind === kinds.template_else_intro) return { kind: 'else', trimBefore, trimAfter };
    if (kind === kinds.template_if_end) return { kind: 'endif', trimBefore, trimAfter };
    if (kind === kinds.template_for_end) return { kind: 'endfor', trimBefore, trimAfter };
    const names: string[] = [];
    let expression: Expression = { kind: 'broken', message: 'expected an expression', at: this.#here() };
    this.#enter();
    do {
      if (this.#cursor.nodeTypeId === kinds.identifier) names.push(this.#word());
      else if (this.#cursor.nodeTypeId === kinds.expression) expression = this.#readExpression();
    } while (this.#next());
    this.#leave();
    if (kind === kinds.template_if_intro) return { kind: 'if', test: expression, trimBefore, trimAfter };
    const valueName = names.at(-1) ?? '';
    const keyName = names.length > 1 ? names[0] : undefined;
    return { kind: 'for', keyName, valueName, collection: expression, trimBefore, trimAfter };
  }

  #trims(): { trimBefore: boolean; trimAfter: boolean } {
    const { startIndex, endIndex } = this.#cursor;
    return { trimBefore: this.#text[startIndex + 2] === '~', trimAfter: this.#text[endIndex - 2] === '~' };
  }

  #collection(): Expression {
    const at = this.#here();
    const kinds = this.#kinds;
    this.#enter();
    let collection: Expression;
    if (this.#cursor.nodeTypeId === kinds.tuple) {
      const items: Expression[] = [];
      this.#enter();
      do {
        if (this.#cursor.nodeTypeId === kinds.expression) items.push(this.#readExpression());
      } while (this.#next());
      this.#leave();
      collection = { kind: 'tuple', items, at };
    } else {
      const entries: { key: Expression; value: Expression }[] = [];
      this.#enter();
      let end = -1;
      do {
        if (this.#cursor.nodeTypeId !== kinds.object_elem) continue;
        const start = this.#cursor.startIndex;
        if (end !== -1 && !/[,\n]/.test(this.#text.slice(end, start)))
          this.#fault(start, 'expected a comma or a new line');
        end = this.#cursor.endIndex;
        entries.push(this.#entry());
      } while (this.#next());
      this.#leave();
      collection = { kind: 'object', entries, at };
    }
    this.#leave();
    return collection;
  }

  #entry(): { key: Expression; value: Expression } {
    this.#enter();
    const bare = this.#text[this.#cursor.startIndex] !== '(';
    let key = this.#readExpression();
    // A bare word is a name; only parentheses make it a reference.
    if (bare && key.kind === 'variable') key = { kind: 'literal', value: key.name, at: key.at };
    else if (bare && key.kind === 'literal' && (key.value === null || typeof key.value === 'boolean'))
      key = { kind: 'literal', value: String(key.value), at: key.at };
    else if (bare && key.kind === 'attribute')
      key = {
        kind: 'broken',
        message: 'a key that is a reference needs parentheses',
        written: key,
        at: key.at,
      };
    this.#next();
    this.#next();
    const value = this.#readExpression();
    this.#leave();
    return { key, value };
  }

  #call(): Expression {
    const at = this.#here();
    const args: Expression[] = [];
    let expand = false;
    const kinds = this.#kinds;
    this.#enter();
    const name = this.#word();
    const nameEnd = this.#cursor.endIndex;
    this.#next();
    // A line break ends an expression in Terraform but not in the grammar.
    if (
      this.#cursor.startIndex > nameEnd &&
      this.#text.slice(nameEnd, this.#cursor.startIndex).includes('\n')
    )
      this.#fault(this.#cursor.startIndex, 'expected a new entry, found a parenthesis');
    while (this.#next()) {
      if (this.#cursor.nodeTypeId !== kinds.function_arguments) continue;
      this.#enter();
      do {
        if (this.#cursor.nodeTypeId === kinds.expression) args.push(this.#readExpression());
        else if (this.#cursor.nodeTypeId === kinds.ellipsis) expand = true;
      } while (this.#next());
      this.#leave();
    }
    this.#leave();
    return { kind: 'call', name, args, expand, at };
  }

  #operation(): Expression {
    const at = this.#here();
    this.#enter();
    let operation: Expression;
    if (this.#depth >= MAX_DEPTH) operation = this.#tooDeep(at);
    else {
      this.#depth++;
      const unary = this.#cursor.nodeTypeId === this.#kinds.unary_operation;
      this.#enter();
      if (unary) {
        const operator = this.#cursor.nodeType as '!' | '-';
        this.#next();
        operation = { kind: 'unary', operator, of: this.#operand(), at };
      } else {
        const left = this.#operand();
        const operator = this.#cursor.nodeType as BinaryOperator;
        this.#next();
        operation = { kind: 'binary', operator, left, right: this.#operand(), at };
      }
      this.#leave();
      this.#depth--;
    }
    this.#leave();
    return operation;
  }

  #for(): Expression {
    const at = this.#here();
    const kinds = this.#kinds;
    this.#enter();
    const isObject = this.#cursor.nodeTypeId === kinds.for_object_expr;
    const names: string[] = [];
    let collection: Expression = { kind: 'broken', message: 'expected a collection', at };
    const results: Expression[] = [];
    let condition: Expression | undefined;
    let grouped = false;
    this.#enter();
    do {
      const kind = this.#cursor.nodeTypeId;
      if (kind === kinds.for_intro) {
        this.#enter();
        do {
          if (this.#cursor.nodeTypeId === kinds.identifier) names.push(this.#word());
          else if (this.#cursor.nodeTypeId === kinds.expression) collection = this.#readExpression();
        } while (this.#next());
        this.#leave();
      } else if (kind === kinds.expression) results.push(this.#readExpression());
      else if (kind === kinds.ellipsis) grouped = true;
      else if (kind === kinds.for_cond) {
        this.#enter();
        do {
          if (this.#cursor.nodeTypeId === kinds.expression) condition = this.#readExpression();
        } while (this.#next());
        this.#leave();
      }
    } while (this.#next());
    this.#leave();
    this.#leave();
    const value = results.at(-1) ?? { kind: 'broken', message: 'expected an expression', at };
    return {
      kind: 'for',
      keyName: names.length > 1 ? names[0] : undefined,
      valueName: names.at(-1) ?? '',
      collection,
      key: isObject ? results[0] : undefined,
      value,
      condition,
      grouped,
      at,
    };
  }

  /** To the first child that is not a comment; `false` where there is none (the cursor may then be on a comment). */
  #enter(): boolean {
    if (!this.#cursor.gotoFirstChild()) return false;
    if (this.#cursor.nodeTypeId === this.#kinds.comment) this.#next();
    return true;
  }

  #next(): boolean {
    while (this.#cursor.gotoNextSibling()) if (this.#cursor.nodeTypeId !== this.#kinds.comment) return true;
    return false;
  }

  #leave(): void {
    this.#cursor.gotoParent();
  }

  #word(): string {
    return this.#text.slice(this.#cursor.startIndex, this.#cursor.endIndex);
  }

  #here(): Location {
    return this.#at(this.#cursor.startIndex, this.#cursor.endIndex);
  }

  #at(start: number, end: number): Location {
    return this.#positions.range(this.#base + start, this.#base + end);
  }

  #refuseNewline(text: string, start: number): void {
    const newline = text.indexOf('\n');
    if (newline !== -1) this.#fault(start + newline, 'unclosed string');
  }

  #tooDeep(at: Location): Expression {
    const message = 'nested too deeply';
    if (!this.faults.some((fault) => fault.message === message))
      this.#fault(this.#cursor.startIndex, message);
    return { kind: 'broken', message, at };
  }

  #fault(offset: number, message: string): void {
    this.faults.push({ offset, message });
  }
}

/** A template without sequences is its text. */
export function asTemplate(parts: readonly TemplatePart[], at: Location): Expression {
  if (parts.length === 0) return { kind: 'literal', value: '', at };
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'text') return { kind: 'literal', value: only.text, at };
  return { kind: 'template', parts, at };
}

/** Hangs another conditional on the end of a chain of `links` conditionals. */
function rightmost(
  chain: Extract<Expression, { kind: 'conditional' }>,
  links: number,
  then: Expression,
  otherwise: Expression,
  at: Location,
): Expression {
  const end = { endLine: at.endLine, endColumn: at.endColumn };
  const last = chain.else;
  const rest: Expression =
    links > 1 && last.kind === 'conditional'
      ? rightmost(last, links - 1, then, otherwise, at)
      : { kind: 'conditional', test: last, then, else: otherwise, at: { ...last.at, ...end } };
  return { ...chain, else: rest, at: { ...chain.at, ...end } };
}

/** Whether a JavaScript number holds what the digits say. */
function exact(value: number, digits: string): boolean {
  return digits.length <= 15 || String(value) === digits;
}
