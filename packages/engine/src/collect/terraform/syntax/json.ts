import { isAlias, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml';
import { rowOf } from '../../../knowledge/row-of.ts';
import type { Location } from '../../../model/origin.ts';
import type { TerraformParser } from './parse.ts';
import { Positions } from './positions.ts';
import type {
  Attribute,
  Block,
  Body,
  Expression,
  SyntaxProblem,
  TemplatePart,
  TerraformFile,
} from './tree.ts';

/** Nested deeper than this, a JSON file is not a configuration that somebody wrote. */
const MAX_DEPTH = 200;

/** How many labels a top-level block of Terraform has. */
const LABELS: Record<string, number> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  module: 1,
  variable: 1,
  output: 1,
  provider: 1,
  check: 1,
  locals: 0,
  terraform: 0,
  moved: 0,
  import: 0,
  removed: 0,
};

/** Blocks below the top level that have labels of their own. */
const NESTED_LABELS: Record<string, number> = {
  backend: 1,
  provisioner: 1,
  provider_meta: 1,
  dynamic: 1,
  data: 2,
};

/** Objects that JSON writes like blocks but that are attributes wherever they stand. */
const ATTRIBUTES = new Set(['tags', 'tags_all', 'labels', 'variables', 'triggers', 'providers', 'for_each']);

/**
 * Reads the JSON syntax of Terraform. Below the top level JSON does not tell blocks from attributes: an object
 * or a list of objects becomes both, an attribute and blocks, and whoever knows the schema takes what fits.
 */
export function parseJson(file: string, text: string, parser: TerraformParser): TerraformFile {
  return new JsonReader(file, text, parser).read();
}

class JsonReader {
  readonly #file: string;
  readonly #text: string;
  readonly #parser: TerraformParser;
  readonly #positions: Positions;
  readonly #errors: SyntaxProblem[] = [];

  constructor(file: string, text: string, parser: TerraformParser) {
    this.#file = file;
    this.#text = text.startsWith('\ufeff') ? ` ${text.slice(1)}` : text;
    this.#parser = parser;
    this.#positions = new Positions(file, text);
  }

  read(): TerraformFile {
    const blocks: Block[] = [];
    const lost = this.#refuse();
    if (!lost) {
      const document = parseDocument(this.#text, {
        schema: 'json',
        version: '1.2',
        strict: false,
        uniqueKeys: false,
        logLevel: 'silent',
        lineCounter: new LineCounter(),
      });
      const error = document.errors[0];
      if (error !== undefined)
        this.#lose(error.pos[0], error.message.split('\n')[0]!.replace(/ at line.*$/, ''));
      else if (isMap(document.contents)) {
        for (const pair of document.contents.items) this.#topLevel(pair as Pair<Node, Node | null>, blocks);
      } else if (isSeq(document.contents)) {
        for (const item of document.contents.items)
          if (isMap(item))
            for (const pair of item.items) this.#topLevel(pair as Pair<Node, Node | null>, blocks);
      } else this.#lose(0, 'expected an object');
    }
    return { file: this.#file, body: { attributes: new Map(), blocks }, errors: this.#errors };
  }

  /** JSON is checked as JSON first: the parser with positions also accepts what only YAML allows. */
  #refuse(): boolean {
    try {
      JSON.parse(this.#text, undefined);
    } catch (error) {
      const message = error instanceof Error ? error.message : 'not valid JSON';
      const offset = /position (\d+)/.exec(message)?.[1];
      this.#lose(
        Number(offset ?? 0),
        `not valid JSON: ${message.replace(/,? ?(?:in JSON )?at position.*$/s, '')}`,
      );
      return true;
    }
    if (depthOf(this.#text) > MAX_DEPTH) {
      this.#lose(0, 'nested too deeply');
      return true;
    }
    return false;
  }

  #lose(offset: number, message: string): void {
    const last = Math.max(0, this.#text.length - 1);
    const at = this.#positions.range(Math.min(offset, last), Math.min(offset, last) + 1);
    this.#errors.push({ at, message, lostFrom: 1, lostTo: this.#positions.line(last) });
  }

  #topLevel(pair: Pair<Node, Node | null>, into: Block[]): void {
    const type = keyOf(pair);
    // "//" is the comment of the JSON syntax.
    if (type === '//') return;
    const labels = rowOf(LABELS, type);
    if (labels === undefined || pair.value === null) {
      const start = pair.key.range?.[0] ?? 0;
      const at = this.#positions.range(start, start + 1);
      const end = this.#positions.line(pair.value?.range?.[1] ?? start);
      this.#errors.push({
        at,
        message: `${type} is not a block of Terraform`,
        lostFrom: at.line,
        lostTo: end,
      });
      return;
    }
    this.#block(type, pair, pair.value, labels, [], into, type === 'locals' || type === 'terraform');
  }

  #block(
    type: string,
    pair: Pair<Node, Node | null>,
    node: Node,
    labelsLeft: number,
    labels: readonly string[],
    into: Block[],
    plain: boolean,
  ): void {
    if (isSeq(node)) {
      for (const item of node.items) this.#block(type, pair, item as Node, labelsLeft, labels, into, plain);
    } else if (isMap(node)) {
      if (labelsLeft === 0) {
        into.push({
          type,
          labels,
          body: this.#body(node.items as Pair<Node, Node | null>[], type),
          at: this.#span(pair),
        });
        return;
      }
      for (const inner of node.items as Pair<Node, Node | null>[]) {
        const label = keyOf(inner);
        if (label !== '//' && inner.value !== null)
          this.#block(type, inner, inner.value, labelsLeft - 1, [...labels, label], into, plain);
      }
    }
  }

  #body(pairs: readonly Pair<Node, Node | null>[], owner: string): Body {
    const attributes = new Map<string, Attribute>();
    const blocks: Block[] = [];
    for (const pair of pairs) {
      const name = keyOf(pair);
      if (name === '//') continue;
      const value = this.#expression(pair.value, pair);
      attributes.set(name, { name, value, at: this.#span(pair) });
      if (owner === 'locals' || ATTRIBUTES.has(name) || pair.value === null) continue;
      if (
        isMap(pair.value) ||
        (isSeq(pair.value) && pair.value.items.length > 0 && pair.value.items.every((item) => isMap(item)))
      )
        this.#block(name, pair, pair.value, rowOf(NESTED_LABELS, name) ?? 0, [], blocks, false);
    }
    return { attributes, blocks };
  }

  #expression(node: Node | null, pair: Pair<Node, Node | null>): Expression {
    if (node === null) return { kind: 'literal', value: null, at: this.#span(pair) };
    const at = this.#at(node);
    if (isScalar(node)) {
      const value = node.value;
      if (typeof value === 'string') return this.#string(value, at);
      if (typeof value === 'number') {
        const digits = node.source ?? String(value);
        return String(value) === digits || digits.length <= 15
          ? { kind: 'literal', value, at }
          : { kind: 'literal', value, digits, at };
      }
      return { kind: 'literal', value: typeof value === 'boolean' ? value : null, at };
    }
    if (isSeq(node))
      return { kind: 'tuple', items: node.items.map((item) => this.#expression(item as Node, pair)), at };
    if (isMap(node)) {
      const entries = (node.items as Pair<Node, Node | null>[])
        .filter((inner) => keyOf(inner) !== '//')
        .map((inner) => ({
          key: this.#string(keyOf(inner), this.#at(inner.key)),
          value: this.#expression(inner.value, inner),
        }));
      return { kind: 'object', entries, at };
    }
    return { kind: 'broken', message: isAlias(node) ? 'an alias is not JSON' : 'not JSON', at };
  }

  /** Every string of the JSON syntax is a template. */
  #string(text: string, at: Location): Expression {
    if (!/[$%]\{/.test(text)) return { kind: 'literal', value: text, at };
    const { expression, error } = this.#parser.parseTemplate(this.#file, text);
    if (error !== undefined) {
      this.#errors.push({
        at,
        message: `${error.message} in a template`,
        lostFrom: at.line,
        lostTo: at.endLine,
      });
      return { kind: 'broken', message: error.message, at };
    }
    // Inside a JSON string columns are those of the whole string: escapes make others guesses.
    return placed(expression, at);
  }

  #span(pair: Pair<Node, Node | null>): Location {
    const start = pair.key.range?.[0] ?? 0;
    return this.#positions.range(start, pair.value?.range?.[1] ?? pair.key.range?.[1] ?? start);
  }

  #at(node: Node): Location {
    return this.#positions.range(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  }
}

function keyOf(pair: Pair<Node, Node | null>): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (quoted) {
      if (char === 0x5c) at++;
      else if (char === 0x22) quoted = false;
    } else if (char === 0x22) quoted = true;
    else if (char === 0x7b || char === 0x5b) deepest = Math.max(deepest, ++depth);
    else if (char === 0x7d || char === 0x5d) depth--;
  }
  return deepest;
}

/** The same expression with every part at one place. */
function placed<T extends Expression | TemplatePart>(node: T, at: Location): T {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(node)) copy[name] = name === 'at' ? at : placedValue(value, at);
  return copy as T;
}

function placedValue(value: unknown, at: Location): unknown {
  if (Array.isArray(value)) return value.map((item) => placedValue(item, at));
  if (value !== null && typeof value === 'object') return placed(value as Expression, at);
  return value;
}
