import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Scalar as YamlScalar,
} from 'yaml';
import type { Location } from '../../model/origin.ts';
import type { Scalar } from '../../model/value.ts';
import { indented, withPlaceholders } from './indentation.ts';

/** A template's text as a tree with places. Intrinsic functions in either form are calls: `!Sub x`, `Fn::Sub: x`. */
export interface Parsed {
  /** `undefined` where nothing could be read at all. */
  readonly root: Node | undefined;
  /** Places that could not be read as they stand, in the order of the file; the rest was salvaged. */
  readonly problems: readonly Problem[];
}

export interface Problem {
  readonly at: Location;
  readonly why: string;
  /** Nothing but the value at this place is unknown by it. */
  readonly there?: true;
}

export type Node = ScalarNode | ListNode | MapNode | CallNode | UnreadableNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** As a text: `0644` stays `0644` where a text is meant. */
  readonly text: string;
  readonly at: Location;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly Node[];
  readonly at: Location;
  /** Why members may be missing here: a syntax error in it. */
  readonly damaged?: string;
}

export interface MapNode {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Entry>;
  readonly at: Location;
  readonly damaged?: string;
}

export interface Entry {
  readonly value: Node;
  /** From the key to the end of the value. */
  readonly at: Location;
}

export interface CallNode {
  readonly kind: 'call';
  /** `Ref`, `Condition`, `Fn::Sub` … */
  readonly name: string;
  readonly argument: Node;
  readonly at: Location;
}

export interface UnreadableNode {
  readonly kind: 'unreadable';
  readonly why: string;
  readonly at: Location;
  /** What would decide the value, where that is not mending what cannot be read. */
  readonly decidedBy?: string;
}

const DEEPEST = 200;
const MOST_NODES = 400_000;
/** What YAML 1.1, which CloudFormation reads, takes for a boolean beside `true` and `false`. */
const YAML_1_1_BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF)$/;

/**
 * Reads YAML or JSON. Never throws: what cannot be read is a problem with its place. In a `substituted` text placeholders
 * (`${Name}`) may stand for any value, and are read as texts.
 */
export function parseTemplate(file: string, text: string, substituted = false): Parsed {
  const start: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (text.trim() === '') return { root: undefined, problems: [{ at: start, why: 'the file is empty' }] };
  try {
    const document = read(text);
    if (document.errors.length === 0) return new Reader(file, text, []).read(document.contents);
    const moved = indented(text);
    const better = substituted ? withPlaceholders(moved) : moved;
    const again = better.text === text ? document : read(better.text);
    // Where quotes are missing, others would be taken for their pair.
    const taken = better.quoted.size === 0 || again.errors.length === 0;
    const { errors, contents } = taken ? again : document;
    return new Reader(file, text, errors, taken ? better.quoted : undefined).read(contents);
  } catch (error) {
    const why =
      error instanceof RangeError ? `nested deeper than ${DEEPEST} levels` : 'not readable as YAML or JSON';
    return { root: undefined, problems: [{ at: start, why }] };
  }
}

function read(text: string) {
  return parseDocument(text, { version: '1.2', prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
}

function linesOf(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}

interface SyntaxError {
  readonly pos: readonly [number, number];
  readonly message: string;
}

class Reader {
  readonly #file: string;
  readonly #text: string;
  readonly #lines: LineCounter;
  readonly #errors: readonly SyntaxError[];
  readonly #quoted: ReadonlyMap<number, string>;
  readonly #json: boolean;
  readonly #problems: Problem[] = [];
  readonly #anchors = new Map<string, { node: Node; weight: number }>();
  readonly #heights = new WeakMap<Node, number>();
  #nodes = 0;
  #overflowed = false;

  constructor(
    file: string,
    text: string,
    errors: readonly SyntaxError[],
    quoted: ReadonlyMap<number, string> = new Map(),
  ) {
    this.#quoted = quoted;
    this.#file = file;
    this.#text = text;
    this.#lines = linesOf(text);
    this.#errors = errors;
    this.#json = /^\s*\{/.test(text);
  }

  read(contents: unknown): Parsed {
    for (const error of this.#errors.slice(0, 20)) {
      const at = this.#place(error.pos[0], error.pos[0] + 1);
      this.#problems.push({ at, why: inWords(error.message) });
    }
    const root = contents === null || contents === undefined ? undefined : this.#node(contents, 0);
    if (root === undefined && this.#problems.length === 0) {
      this.#problems.push({ at: this.#place(0, 1), why: 'the file is empty' });
    }
    this.#problems.sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
    // What an alias repeats is in more places than one.
    const repeated = this.#anchors.size > 0;
    return {
      root,
      problems: this.#problems.map(({ at, why, there }) =>
        there === undefined || repeated ? { at, why } : { at, why, there },
      ),
    };
  }

  #node(source: unknown, depth: number): Node {
    if (isAlias(source)) return this.#alias(source.source, this.#range(source));
    const before = this.#nodes;
    const node = this.#tagged(source, depth);
    const anchor = (source as { anchor?: string } | null)?.anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, { node, weight: this.#nodes - before });
    return node;
  }

  #alias(name: string, at: Location): Node {
    const anchored = this.#anchors.get(name);
    if (anchored === undefined)
      return this.#unreadable(`the alias *${name} stands for nothing before it`, at);
    this.#nodes += anchored.weight;
    if (this.#nodes > MOST_NODES) return this.#tooMany(at);
    return anchored.node;
  }

  #tagged(source: unknown, depth: number): Node {
    const range = rangeOf(source);
    const tag = (source as { tag?: string } | null)?.tag;
    const short = tag?.startsWith('!') && !tag.startsWith('!!') && tag.length > 1 ? tag.slice(1) : undefined;
    if (short === undefined) return this.#plain(source, depth);
    const argument = this.#plain(source, depth + 1, true);
    const at = this.#place(this.#startOfTag(tag!, range[0]), range[1]);
    return this.#call(short === 'Ref' || short === 'Condition' ? short : `Fn::${short}`, argument, at);
  }

  #startOfTag(tag: string, start: number): number {
    const found = this.#text.lastIndexOf(tag, start);
    return found !== -1 && /^\S+(\s+&\S+)?\s*(#[^\n]*\s*)*$/.test(this.#text.slice(found, start))
      ? found
      : start;
  }

  #call(name: string, argument: Node, at: Location): Node {
    return this.#counted({ kind: 'call', name, argument, at }, [argument]);
  }

  #plain(source: unknown, depth: number, argument = false): Node {
    this.#nodes += 1;
    const at = this.#range(source);
    if (this.#nodes > MOST_NODES) return this.#tooMany(at);
    if (depth > DEEPEST) return this.#unreadable(`nested deeper than ${DEEPEST} levels`, at);
    if (isScalar(source)) return this.#scalar(source, at);
    if (isSeq(source)) {
      const items = source.items.map((item) => this.#node(isPair(item) ? item.value : item, depth + 1));
      return this.#counted({ kind: 'list', items, at, ...this.#damage(source) }, items);
    }
    if (isMap(source)) return this.#map(source, at, depth, argument);
    return { kind: 'scalar', value: null, text: '', at };
  }

  #map(source: { items: readonly unknown[] }, at: Location, depth: number, argument: boolean): Node {
    const entries = new Map<string, Entry>();
    const merged: Node[] = [];
    const first = new Map<string, Location>();
    let damage = this.#damage(source);
    for (const pair of source.items) {
      if (!isPair(pair)) continue;
      const key = isScalar(pair.key) ? sourceOf(pair.key) : undefined;
      const keyRange = rangeOf(pair.key);
      const valueRange = pair.value === null ? keyRange : rangeOf(pair.value);
      const place = this.#place(keyRange[0], Math.max(keyRange[1], valueRange[1]));
      if (key === undefined) {
        this.#problem('a key that is not a text', place);
        damage = { damaged: 'a key that is not a text' };
        continue;
      }
      const value = this.#node(pair.value, depth + 1);
      if (key === '<<' && isScalar(pair.key) && pair.key.type === 'PLAIN') {
        merged.push(...(value.kind === 'list' ? value.items : [value]));
        continue;
      }
      const earlier = first.get(key);
      if (earlier !== undefined) {
        const before = entries.get(key)?.value;
        const same = before?.kind === 'scalar' && value.kind === 'scalar' && before.text === value.text;
        // Whichever of them counts, the value is the same.
        if (same && before.value === value.value) continue;
        const why = `the key ${key} is there twice (also on line ${earlier.line})`;
        this.#problem(why, place, true);
        entries.set(key, { value: { kind: 'unreadable', why, at: place }, at: place });
        continue;
      }
      first.set(key, place);
      entries.set(key, { value, at: place });
    }
    for (const from of merged) {
      if (from.kind !== 'map') {
        this.#problem('a merge key (<<) that names no map', from.at);
        damage = { damaged: 'a merge key (<<) that names no map' };
        continue;
      }
      for (const [key, entry] of from.entries) if (!entries.has(key)) entries.set(key, entry);
      if (from.damaged !== undefined) damage = { damaged: from.damaged };
    }
    const children = [...entries.values()].map((e) => e.value);
    if (entries.size === 1 && !argument) {
      const [name, only] = entries.entries().next().value!;
      if (isIntrinsic(name)) return this.#call(name, only.value, at);
    }
    return this.#counted({ kind: 'map', entries, at, ...damage }, children);
  }

  #scalar(source: YamlScalar, at: Location): ScalarNode {
    const text = this.#quoted.get(rangeOf(source)[0]) ?? sourceOf(source);
    const plain = source.type === 'PLAIN';
    const { value } = source;
    if (typeof value === 'number') {
      return { kind: 'scalar', value: String(value) === text ? value : text, text, at };
    }
    if (typeof value === 'boolean') return { kind: 'scalar', value, text: String(value), at };
    if (value === null || value === undefined) return { kind: 'scalar', value: null, text: '', at };
    if (plain && !this.#json && source.tag === undefined && YAML_1_1_BOOLEAN.test(text)) {
      const truth = /^(yes|on)$/i.test(text);
      return { kind: 'scalar', value: truth, text: String(truth), at };
    }
    return { kind: 'scalar', value: text, text, at };
  }

  /** Keeps how deep a node reaches, for an alias may hang a deep one below a deep one. */
  #counted<N extends Node>(node: N, children: readonly Node[]): N | UnreadableNode {
    let height = 0;
    for (const child of children) height = Math.max(height, (this.#heights.get(child) ?? 0) + 1);
    if (height > DEEPEST) return this.#unreadable(`nested deeper than ${DEEPEST} levels`, node.at);
    this.#heights.set(node, height);
    return node;
  }

  /** A syntax error inside a collection: members may be missing, or stand where they do not belong. */
  #damage(source: unknown): { damaged?: string } {
    if (this.#errors.length === 0) return {};
    const [start, end] = rangeOf(source);
    const error = this.#errors.slice(0, 100).find((e) => e.pos[0] >= start && this.#reaches(end, e.pos[0]));
    if (error === undefined) return {};
    const line = this.#lines.linePos(error.pos[0]).line;
    return { damaged: `${inWords(error.message)} at ${this.#file}:${line}` };
  }

  /** Whether nothing but white space lies between the end of a collection and an error. */
  #reaches(end: number, error: number): boolean {
    return error <= end || (error - end < 1000 && this.#text.slice(end, error).trim() === '');
  }

  #tooMany(at: Location): UnreadableNode {
    const why = `more than ${MOST_NODES} values after its aliases are expanded`;
    if (!this.#overflowed) this.#problem(why, at);
    this.#overflowed = true;
    return { kind: 'unreadable', why, at };
  }

  #unreadable(why: string, at: Location): UnreadableNode {
    this.#problem(why, at);
    return { kind: 'unreadable', why, at };
  }

  #problem(why: string, at: Location, there = false): void {
    if (this.#problems.length < 50) this.#problems.push({ at, why, ...(there ? { there } : {}) });
  }

  #range(source: unknown): Location {
    const [start, end] = rangeOf(source);
    return this.#place(start, end);
  }

  #place(start: number, end: number): Location {
    let last = Math.min(end, this.#text.length) - 1;
    while (last > start && this.#text.charCodeAt(last) <= 32) last -= 1;
    const from = this.#lines.linePos(start);
    const to = this.#lines.linePos(Math.max(last, start));
    return {
      file: this.#file,
      line: Math.max(from.line, 1),
      column: Math.max(from.col, 1),
      endLine: Math.max(to.line, 1),
      endColumn: Math.max(to.col, 1),
    };
  }
}

function isIntrinsic(name: string): boolean {
  return name === 'Ref' || (name.startsWith('Fn::') && !name.startsWith('Fn::ForEach'));
}

function rangeOf(source: unknown): readonly [number, number] {
  const range = (source as { range?: readonly number[] | null } | null)?.range;
  return range === undefined || range === null ? [0, 0] : [range[0] ?? 0, range[1] ?? 0];
}

function sourceOf(scalar: YamlScalar): string {
  if (scalar.value instanceof Date || typeof scalar.value === 'object') return scalar.source ?? '';
  return typeof scalar.value === 'string' ? scalar.value : (scalar.source ?? String(scalar.value));
}

function inWords(message: string): string {
  const first = message.split('\n')[0] ?? '';
  return `${first.charAt(0).toLowerCase()}${first.slice(1)}`.replace(/\.$/, '');
}
