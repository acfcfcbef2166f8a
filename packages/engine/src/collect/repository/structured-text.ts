import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type Scalar as YamlScalar,
} from 'yaml';
import { inCode, type Location } from '../../model/origin.ts';
import {
  known,
  listOf,
  type ObjectValue,
  objectOf,
  type Scalar,
  unknown,
  type Value,
} from '../../model/value.ts';

/** A YAML or JSON file as values with places. */
export interface StructuredText {
  /** One for each document of the file; what could not be read in it is unknown. */
  readonly documents: readonly Value[];
  /** The first place that could not be read. */
  readonly problem?: { readonly line: number; readonly why: string };
}

/** Anchors can make a small file as large as they like. */
const MOST_VALUES = 200_000;
const DEEPEST = 100;

/**
 * Reads YAML or JSON, anchors and merge keys followed. Never throws. Keys and words are read as YAML 1.2 does: `on` is a
 * text. A tag that YAML does not know (`!reference`) leaves its value unknown, with the tag as its expression.
 */
export function readStructured(file: string, text: string): StructuredText {
  const lines = new LineCounter();
  let documents: readonly Document[];
  try {
    const parsed = parseAllDocuments(text, {
      version: '1.2',
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    documents = Array.isArray(parsed) ? parsed : [];
  } catch {
    return { documents: [], problem: { line: 1, why: 'not readable as YAML or JSON' } };
  }
  const error = documents.flatMap((d) => d.errors)[0];
  const reader = new TreeReader(file, lines, error !== undefined);
  const values = documents.flatMap((d) =>
    d.contents === null ? [] : [reader.read(d.contents as Node, d, 0)],
  );
  const problem =
    error === undefined
      ? reader.problem
      : { line: lines.linePos(error.pos[0]).line, why: inShort(error.message) };
  return problem === undefined ? { documents: values } : { documents: values, problem };
}

class TreeReader {
  readonly #file: string;
  readonly #lines: LineCounter;
  /** Members may be missing anywhere in a file with a syntax error. */
  readonly #damaged: boolean;
  readonly #path = new Set<Node>();
  #left = MOST_VALUES;
  problem: StructuredText['problem'];

  constructor(file: string, lines: LineCounter, damaged: boolean) {
    this.#file = file;
    this.#lines = lines;
    this.#damaged = damaged;
  }

  read(node: Node | null, document: Document, depth: number): Value {
    if (node === null)
      return known(null, inCode({ file: this.#file, line: 1, column: 1, endLine: 1, endColumn: 1 }));
    const at = this.#at(node);
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined || this.#path.has(target)) return this.#unreadable(at, 'an alias without end');
      return this.read(target, document, depth);
    }
    if (--this.#left < 0 || depth > DEEPEST) {
      return this.#unreadable(
        at,
        this.#left < 0 ? `more than ${MOST_VALUES} values` : `deeper than ${DEEPEST} levels`,
      );
    }
    const tag = node.tag;
    if (tag?.startsWith('!') === true) {
      return unknown('unsupported-construct', `what ${tag} stands for`, inCode(at), tag);
    }
    if (isScalar(node)) return known(scalarOf(node), inCode(at));
    this.#path.add(node);
    const value =
      isMap(node) || isSeq(node)
        ? this.#collection(node, at, document, depth)
        : this.#unreadable(at, 'no value');
    this.#path.delete(node);
    return value;
  }

  #collection(node: Node, at: Location, document: Document, depth: number): Value {
    const origin = inCode(at);
    const open = this.#damaged
      ? unknown('not-readable', `mending the syntax of ${this.#file}`, origin)
      : undefined;
    if (isSeq(node)) {
      const items = node.items.map((item) =>
        // `- a: 1` in flow style is a pair
        isPair(item)
          ? this.#pair(item, document, depth)
          : this.read(item as Node | null, document, depth + 1),
      );
      return listOf(items, origin, open);
    }
    const own = new Map<string, Value>();
    const merged = new Map<string, Value>();
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        const name = nameOf(key);
        const read = this.read(value as Node | null, document, depth + 1);
        const placed = value === null ? { ...read, origin: inCode(this.#at(key as Node)) } : read;
        if (name === '<<')
          for (const one of placed.kind === 'list' ? placed.items : [placed]) merge(merged, one);
        else own.set(name, placed);
      }
    }
    return objectOf(new Map([...merged, ...own]), origin, open);
  }

  #pair(pair: { readonly key: unknown; readonly value: unknown }, document: Document, depth: number): Value {
    const value = this.read(pair.value as Node | null, document, depth + 1);
    const name = nameOf(pair.key);
    return objectOf(new Map([[name, value]]), value.origin);
  }

  #unreadable(at: Location, why: string): Value {
    this.problem ??= { line: at.line, why };
    return unknown('not-readable', `mending ${at.file}:${at.line} (${why})`, inCode(at));
  }

  #at(node: Node): Location {
    const range = node.range;
    const start = this.#lines.linePos(range?.[0] ?? 0);
    const last = Math.max(range?.[0] ?? 0, (range?.[1] ?? 1) - 1);
    const end = this.#lines.linePos(last);
    return { file: this.#file, line: start.line, column: start.col, endLine: end.line, endColumn: end.col };
  }
}

/** A key as it is written. One that is no word names nothing that anybody asks for. */
function nameOf(key: unknown): string {
  if (!isScalar(key)) return '?';
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

/** The first that gives a key is heard. */
function merge(into: Map<string, Value>, from: Value): void {
  if (from.kind !== 'object') return;
  for (const [name, value] of from.members) if (!into.has(name)) into.set(name, value);
}

function scalarOf(node: YamlScalar): Scalar {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value;
  return node.source ?? String(value);
}

function inShort(message: string): string {
  if (/call stack/i.test(message)) return 'nested too deeply';
  return message.split('\n', 1)[0]!.replace(/[.:]?\s*$/, '');
}

/** The member of an object; `undefined` where it is no object or has none of that name. */
export function member(value: Value | undefined, name: string): Value | undefined {
  if (value?.kind !== 'object') return undefined;
  return value.members.get(name) ?? value.open;
}

/** The members of an object, as they are written. */
export function membersOf(value: Value | undefined): ObjectValue['members'] {
  return value?.kind === 'object' ? value.members : new Map();
}

/** The items of a list; a single value is a list of one. */
export function itemsOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value.kind === 'absent' || (value.kind === 'known' && value.value === null))
    return [];
  return value.kind === 'list' ? value.items : [value];
}

/** A known text (numbers and booleans as they are written), else `undefined`. */
export function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && value.value !== null ? String(value.value) : undefined;
}
