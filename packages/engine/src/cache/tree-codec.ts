/**
 * A syntax tree in few bytes: plain objects, arrays, maps by text, texts, numbers, booleans, `null` and `undefined`.
 * `undefined` for a tree that holds anything else, or holds itself. An object that stands in two places is one afterwards
 * too. Places of files are kept apart from the rest, for they are most of a syntax tree.
 */
export function encodeTree(tree: unknown): Uint8Array | undefined {
  try {
    return new Encoder().encode(tree);
  } catch (error) {
    if (error === NOT_A_TREE || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The tree that was encoded. Only for bytes of {@link encodeTree}. */
export function decodeTree(bytes: Uint8Array): unknown {
  return new Decoder(bytes).decode();
}

/** What a number of the stream starts with; what follows it is counted in its upper bits. */
const UNDEFINED = 0;
const NULL = 1;
const FALSE = 2;
const TRUE = 3;
const TEXT = 4;
const NUMBER = 5;
const ARRAY = 6;
const MAP = 7;
const OBJECT = 8;
const PLACE = 9;
/** A whole number from -1 on. */
const COUNT = 10;
/** An object again: which one, in the order in which they begin. */
const SAME = 11;
const KIND_BITS = 4;
const LARGEST = 2 ** (32 - KIND_BITS);

const PLACE_KEYS = 'file,line,column,endLine,endColumn';
const PLACE_NUMBERS = 4;
/** The number of an object that is not at its end. */
const OPEN = -1;
const NOT_A_TREE = new Error('not a tree');

/** The parts that are not numbers of the stream. */
interface Tables {
  readonly texts: readonly string[];
  readonly numbers: readonly number[];
  readonly shapes: readonly (readonly string[])[];
  /** Indices of texts, one for each place. */
  readonly files: readonly number[];
}

/** Bytes of each number, numbers of places, numbers of the stream, bytes of the tables as JSON: 32 bits each. */
const HEADER_BYTES = 16;

class Encoder {
  readonly #stream: number[] = [];
  readonly #places: number[] = [];
  readonly #texts = new Index<string>();
  readonly #numbers: number[] = [];
  readonly #shapes = new Index<string>();
  readonly #shapeKeys: (readonly string[])[] = [];
  readonly #files: number[] = [];
  readonly #knownPlaces = new Map<object, number>();
  readonly #seen = new Map<object, number>();
  #begun = 0;
  #largest = 0;

  encode(tree: unknown): Uint8Array {
    this.#put(tree);
    const tables: Tables = {
      texts: this.#texts.all,
      numbers: this.#numbers,
      shapes: this.#shapeKeys,
      files: this.#files.every((file) => file === this.#files[0]) ? this.#files.slice(0, 1) : this.#files,
    };
    const json = Buffer.from(JSON.stringify(tables));
    const small = this.#largest < 2 ** 16;
    const words = small ? Uint16Array : Uint32Array;
    const lengths = [words.BYTES_PER_ELEMENT, this.#places.length, this.#stream.length, json.length];
    return Buffer.concat([
      bytesOf(Uint32Array.from(lengths)),
      bytesOf(words.from(this.#places)),
      bytesOf(words.from(this.#stream)),
      json,
    ]);
  }

  #put(value: unknown): void {
    if (value === undefined) this.#note(UNDEFINED, 0);
    else if (value === null) this.#note(NULL, 0);
    else if (typeof value === 'boolean') this.#note(value ? TRUE : FALSE, 0);
    else if (typeof value === 'string') this.#note(TEXT, this.#texts.of(wellFormed(value)));
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'object') this.#object(value);
    else throw NOT_A_TREE;
  }

  #number(value: number): void {
    if (value === -1 || (isWord(value) && value < LARGEST - 1)) this.#note(COUNT, value + 1);
    else this.#note(NUMBER, this.#numbers.push(exact(value)) - 1);
  }

  #object(value: object): void {
    const known = this.#knownPlaces.get(value);
    if (known !== undefined) {
      this.#note(PLACE, known);
      return;
    }
    const before = this.#seen.get(value);
    if (before === OPEN) throw NOT_A_TREE;
    if (before !== undefined) {
      this.#note(SAME, before);
      return;
    }
    this.#seen.set(value, OPEN);
    const number = this.#begun;
    this.#unseen(value);
    // Places of files are none of them.
    if (this.#begun > number) this.#seen.set(value, number);
  }

  #unseen(value: object): void {
    if (Array.isArray(value)) {
      this.#begun++;
      this.#note(ARRAY, value.length);
      for (const item of value) this.#put(item);
    } else if (value instanceof Map) {
      this.#begun++;
      this.#note(MAP, value.size);
      for (const [key, member] of value as Map<unknown, unknown>) {
        if (typeof key !== 'string') throw NOT_A_TREE;
        this.#push(this.#texts.of(wellFormed(key)));
        this.#put(member);
      }
    } else if (Object.getPrototypeOf(value) === Object.prototype) this.#record(value);
    else throw NOT_A_TREE;
  }

  #record(value: object): void {
    const keys = Object.keys(value);
    const joined = keys.join();
    if (joined === PLACE_KEYS && this.#place(value as Record<string, unknown>)) return;
    const shape = this.#shapes.of(joined);
    if (shape === this.#shapeKeys.length) {
      if (keys.some((key) => key.includes(',') || key === '__proto__')) throw NOT_A_TREE;
      this.#shapeKeys.push(keys);
    } else if (this.#shapeKeys[shape]!.length !== keys.length) throw NOT_A_TREE;
    this.#begun++;
    this.#note(OBJECT, shape);
    for (const key of keys) this.#put((value as Record<string, unknown>)[key]);
  }

  #place(value: Record<string, unknown>): boolean {
    const { file, line, column, endLine, endColumn } = value;
    const numbers = [line, column, endLine, endColumn];
    if (typeof file !== 'string' || !numbers.every(isWord)) return false;
    const place = this.#files.push(this.#texts.of(wellFormed(file))) - 1;
    this.#largest = Math.max(this.#largest, ...numbers);
    this.#places.push(...numbers);
    this.#knownPlaces.set(value, place);
    this.#note(PLACE, place);
    return true;
  }

  #note(kind: number, what: number): void {
    if (what >= LARGEST) throw NOT_A_TREE;
    this.#push(what * 2 ** KIND_BITS + kind);
  }

  #push(word: number): void {
    this.#largest = Math.max(this.#largest, word);
    this.#stream.push(word);
  }
}

class Decoder {
  readonly #stream: Words;
  readonly #places: readonly object[];
  readonly #tables: Tables;
  readonly #objects: object[] = [];
  #at = 0;

  constructor(bytes: Uint8Array) {
    const [width, places, stream, json] = wordsOf(bytes, 0, 4, 4) as unknown as Four;
    const streamFrom = HEADER_BYTES + places * width;
    const jsonFrom = streamFrom + stream * width;
    this.#stream = wordsOf(bytes, streamFrom, stream, width);
    this.#tables = JSON.parse(decoderOfText.decode(bytes.subarray(jsonFrom, jsonFrom + json))) as Tables;
    this.#places = placesOf(wordsOf(bytes, HEADER_BYTES, places, width), this.#tables);
  }

  decode(): unknown {
    const word = this.#stream[this.#at++]!;
    const what = word >>> KIND_BITS;
    switch (word & (2 ** KIND_BITS - 1)) {
      case PLACE:
        return this.#places[what];
      case TEXT:
        return this.#tables.texts[what];
      case OBJECT:
        return this.#record(this.#tables.shapes[what]!);
      case ARRAY:
        return this.#array(what);
      case MAP:
        return this.#map(what);
      case COUNT:
        return what - 1;
      case SAME:
        return this.#objects[what];
      case NUMBER:
        return this.#tables.numbers[what];
      case TRUE:
        return true;
      case FALSE:
        return false;
      case NULL:
        return null;
      default:
        return undefined;
    }
  }

  #record(keys: readonly string[]): object {
    const record: Record<string, unknown> = {};
    this.#objects.push(record);
    for (const key of keys) record[key] = this.decode();
    return record;
  }

  #array(length: number): readonly unknown[] {
    const array: unknown[] = [];
    this.#objects.push(array);
    for (let i = 0; i < length; i++) array.push(this.decode());
    return array;
  }

  #map(size: number): ReadonlyMap<string, unknown> {
    const map = new Map<string, unknown>();
    this.#objects.push(map);
    for (let i = 0; i < size; i++) {
      const key = this.#tables.texts[this.#stream[this.#at++]!]!;
      map.set(key, this.decode());
    }
    return map;
  }
}

function placesOf(numbers: Words, { texts, files }: Tables): readonly object[] {
  const places: object[] = [];
  const oneFile = files.length === 1 ? texts[files[0]!] : undefined;
  for (let at = 0; at < numbers.length; at += PLACE_NUMBERS) {
    places.push({
      file: oneFile ?? texts[files[at / PLACE_NUMBERS]!],
      line: numbers[at],
      column: numbers[at + 1],
      endLine: numbers[at + 2],
      endColumn: numbers[at + 3],
    });
  }
  return places;
}

class Index<T> {
  readonly all: T[] = [];
  readonly #places = new Map<T, number>();

  of(value: T): number {
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.all.push(value) - 1;
      this.#places.set(value, place);
    }
    return place;
  }
}

function isWord(value: unknown): value is number {
  return (
    typeof value === 'number' &&
    Number.isInteger(value) &&
    value >= 0 &&
    value < 2 ** 32 &&
    !Object.is(value, -0)
  );
}

/** JSON keeps neither the sign of zero nor what is no number. */
function exact(value: number): number {
  if (!Number.isFinite(value) || Object.is(value, -0)) throw NOT_A_TREE;
  return value;
}

/** Half of a surrogate pair does not survive UTF-8. */
function wellFormed(text: string): string {
  if (!text.isWellFormed()) throw NOT_A_TREE;
  return text;
}

type Words = Uint16Array | Uint32Array;
type Four = readonly [number, number, number, number];

const decoderOfText = new TextDecoder('utf-8', { ignoreBOM: true });

function bytesOf({ buffer, byteOffset, byteLength }: Words): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** In the order of bytes of this machine: a cache does not leave it. */
function wordsOf(bytes: Uint8Array, from: number, length: number, width: number): Words {
  const start = bytes.byteOffset + from;
  const words = width === 2 ? Uint16Array : Uint32Array;
  if (start % width === 0) return new words(bytes.buffer as ArrayBuffer, start, length);
  return new words(new Uint8Array(bytes.subarray(from, from + length * width)).buffer);
}
