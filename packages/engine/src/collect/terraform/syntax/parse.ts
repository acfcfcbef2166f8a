import { type Language, Parser, type Tree, type TreeCursor } from 'web-tree-sitter';
import type { Location } from '../../../model/origin.ts';
import { asTemplate, type Fault, type Kinds, kindsOf, TreeBuilder } from './build.ts';
import { loadGrammar } from './grammar.ts';
import { parseJson } from './json.ts';
import { Positions } from './positions.ts';
import { firstError, nextHeader } from './salvage.ts';
import type { Attribute, Block, Expression, SyntaxProblem, TerraformFile } from './tree.ts';

/** Reads Terraform files and templates into their trees. Synchronous and without state. */
export interface TerraformParser {
  /** Reads a `.tf` file, or a `.tf.json` file where the name ends in `.json`. Never throws. */
  parse(file: string, text: string): TerraformFile;
  /** Reads the text of a template file as one expression. Positions are those of the text. Never throws. */
  parseTemplate(file: string, text: string): ParsedTemplate;
  /** Reads one expression, as it would stand on the right of `=`. Never throws. */
  parseExpression(file: string, text: string): ParsedTemplate;
}

export interface ParsedTemplate {
  readonly expression: Expression;
  readonly error: SyntaxProblem | undefined;
}

/** Prepares the grammar (about 10 ms, once) and hands out a parser. */
export async function loadParser(): Promise<TerraformParser> {
  const language = await loadGrammar();
  const kinds = kindsOf(language);
  const parser: TerraformParser = {
    parse: (file, text) =>
      file.endsWith('.json') ? parseJson(file, text, parser) : parseFile(language, kinds, file, text),
    parseTemplate: (file, text) => parseTemplate(language, kinds, file, text),
    parseExpression: (file, text) => parseExpression(language, kinds, file, text),
  };
  return parser;
}

/** A file so broken that this many attempts do not reach its end is lost from there on. */
const MAX_ATTEMPTS = 50;

/** Larger files are not sources that people write; they are reported as unread rather than waited for. */
const MAX_LENGTH = 20_000_000;

function parseFile(language: Language, kinds: Kinds, file: string, source: string): TerraformFile {
  // A byte order mark is not part of the text; it is blanked so that offsets stay.
  const text = source.startsWith('\ufeff') ? ` ${source.slice(1)}` : source;
  const positions = new Positions(file, text);
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  const errors: SyntaxProblem[] = [];
  const lose = (fault: Fault, from: number, to: number) => {
    errors.push({
      at: positions.range(Math.min(fault.offset, Math.max(0, text.length - 1)), fault.offset + 1),
      message: fault.message,
      lostFrom: positions.line(from),
      lostTo: positions.line(Math.max(from, to - 1)),
    });
  };
  let start = 0;
  for (let attempt = 0; start < text.length; attempt++) {
    if (attempt === MAX_ATTEMPTS || text.length > MAX_LENGTH) {
      const message = text.length > MAX_LENGTH ? 'the file is too large' : 'too many syntax errors';
      lose({ offset: start, message }, start, text.length);
      break;
    }
    const read = readFrom(language, kinds, text, start, positions);
    for (const block of read.blocks) blocks.push(block);
    for (const attribute of read.attributes) {
      if (!attributes.has(attribute.name)) attributes.set(attribute.name, attribute);
    }
    if (read.fault === undefined) break;
    const next = nextHeader(text, read.brokenFrom);
    lose(read.fault, read.brokenFrom, next);
    start = next;
  }
  return { file, body: { attributes, blocks }, errors };
}

interface Read {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
  readonly fault: Fault | undefined;
  /** Where the first item that is not kept begins. */
  readonly brokenFrom: number;
}

/** Reads from an offset up to the first item that holds an error. */
function readFrom(language: Language, kinds: Kinds, text: string, base: number, positions: Positions): Read {
  const part = base === 0 ? text : text.slice(base);
  return withTree(language, part, (tree) => {
    if (tree === null)
      return {
        attributes: [],
        blocks: [],
        fault: { offset: base, message: 'the text could not be parsed' },
        brokenFrom: base,
      };
    const cursor = tree.walk();
    try {
      const error = firstError(tree, part);
      const builder = new TreeBuilder(cursor, part, base, positions, kinds);
      const items = new Items(cursor, kinds, builder);
      items.read(error);
      const fault = items.fault ?? error;
      return {
        attributes: items.attributes,
        blocks: items.blocks,
        fault: fault && { offset: fault.offset + base, message: fault.message },
        brokenFrom: items.brokenFrom + base,
      };
    } finally {
      cursor.delete();
    }
  });
}

/** The top-level items of a tree up to the first that holds an error. */
class Items {
  readonly attributes: Attribute[] = [];
  readonly blocks: Block[] = [];
  fault: Fault | undefined;
  brokenFrom = 0;
  readonly #cursor: TreeCursor;
  readonly #kinds: Kinds;
  readonly #builder: TreeBuilder;

  constructor(cursor: TreeCursor, kinds: Kinds, builder: TreeBuilder) {
    this.#cursor = cursor;
    this.#kinds = kinds;
    this.#builder = builder;
  }

  /** The cursor at the root. */
  read(error: Fault | undefined): void {
    this.#children(error);
  }

  /** Answers whether all was read. An error node's own children count only while they are whole items. */
  #children(error: Fault | undefined): boolean {
    const cursor = this.#cursor;
    if (!cursor.gotoFirstChild()) return error === undefined;
    let whole = true;
    do {
      const kind = cursor.nodeTypeId;
      if (kind === this.#kinds.comment) continue;
      if (kind === this.#kinds.body) whole = this.#children(error);
      else if (kind === this.#kinds.attribute || kind === this.#kinds.block) whole = this.#item(error);
      else {
        whole = false;
        this.brokenFrom = cursor.startIndex;
        if (error === undefined) this.fault = { offset: cursor.startIndex, message: 'expected a block' };
      }
    } while (whole && cursor.gotoNextSibling());
    cursor.gotoParent();
    return whole;
  }

  #item(error: Fault | undefined): boolean {
    const cursor = this.#cursor;
    const start = cursor.startIndex;
    this.brokenFrom = start;
    if (error !== undefined && cursor.currentNode.hasError) return false;
    const isBlock = cursor.nodeTypeId === this.#kinds.block;
    const item = isBlock ? this.#builder.readBlock() : this.#builder.readAttribute();
    const fault = this.#builder.faults[0];
    if (fault !== undefined) {
      this.fault = fault;
      return false;
    }
    if (isBlock) this.blocks.push(item as Block);
    else this.attributes.push(item as Attribute);
    // An error after the last item begins where that item ends.
    this.brokenFrom = cursor.endIndex;
    return true;
  }
}

function parseTemplate(language: Language, kinds: Kinds, file: string, text: string): ParsedTemplate {
  // A heredoc has the same grammar as a template file, once its end cannot occur in the text.
  let end = 'END_OF_TEMPLATE';
  while (text.includes(end)) end += '_';
  return wrapped(language, kinds, file, text, `t=<<${end}\n`, `\n${end}\n`, (cursor, builder, at) => {
    for (const steps of [0, 0, 2, 0, 0]) {
      cursor.gotoFirstChild();
      for (let step = 0; step < steps; step++) cursor.gotoNextSibling();
    }
    const parts = [...builder.readTemplate('bare')];
    // The newline before the end marker is ours.
    const last = parts.at(-1);
    if (last?.kind === 'text' && last.text.endsWith('\n')) {
      parts.pop();
      if (last.text !== '\n') parts.push({ kind: 'text', text: last.text.slice(0, -1) });
    }
    return asTemplate(parts, at);
  });
}

function parseExpression(language: Language, kinds: Kinds, file: string, text: string): ParsedTemplate {
  return wrapped(language, kinds, file, text, 't=(\n', '\n)\n', (cursor, builder) => {
    cursor.gotoFirstChild();
    cursor.gotoFirstChild();
    return builder.readAttribute().value;
  });
}

function wrapped(
  language: Language,
  kinds: Kinds,
  file: string,
  text: string,
  head: string,
  tail: string,
  read: (cursor: TreeCursor, builder: TreeBuilder, at: Location) => Expression,
): ParsedTemplate {
  const positions = new Positions(file, text);
  const whole = positions.range(0, text.length);
  const source = `${head}${text}${tail}`;
  const failed = (fault: Fault): ParsedTemplate => {
    const offset = Math.min(Math.max(0, fault.offset - head.length), Math.max(0, text.length - 1));
    const at = positions.range(offset, offset + 1);
    const error = { at, message: fault.message, lostFrom: 1, lostTo: whole.endLine };
    return { expression: { kind: 'broken', message: fault.message, at }, error };
  };
  return withTree(language, source, (tree) => {
    if (tree === null) return failed({ offset: 0, message: 'the text could not be parsed' });
    const error = firstError(tree, source);
    if (error !== undefined) return failed(error);
    const cursor = tree.walk();
    try {
      const builder = new TreeBuilder(cursor, source, -head.length, positions, kinds);
      const expression = read(cursor, builder, whole);
      const fault = builder.faults[0];
      return fault === undefined ? { expression, error: undefined } : failed(fault);
    } finally {
      cursor.delete();
    }
  });
}

/** Parses, hands the tree on and frees it: WebAssembly memory is not collected. */
function withTree<T>(language: Language, text: string, use: (tree: Tree | null) => T): T {
  const parser = new Parser();
  let tree: Tree | null = null;
  try {
    parser.setLanguage(language);
    tree = parser.parse(withPlainNumbers(text));
    return use(tree);
  } finally {
    tree?.delete();
    parser.delete();
  }
}

/**
 * The grammar lacks `1e5`. Such numbers are shown to it as digits of the same length; the builder reads
 * the text as it was written, so nothing else changes.
 */
function withPlainNumbers(text: string): string {
  return /\d[eE][-+\d]/.test(text)
    ? text.replace(/(?<![\w.-])\d+[eE][-+]?\d+(?!\w)/g, (number) => '1'.repeat(number.length))
    : text;
}
