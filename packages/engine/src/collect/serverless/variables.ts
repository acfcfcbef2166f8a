import { type Location, seenFrom } from '../../model/origin.ts';
import { type Known, known, listOf, objectOf, type Unknown, unknown, type Value } from '../../model/value.ts';
import { folderOf, join } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { readStructured } from '../repository/structured-text.ts';

/** The files that a service may be put together from. */
export type Files = Pick<Repository, 'paths' | 'has' | 'text'>;

/** Variables lead to variables. */
const FURTHEST = 20;

/**
 * The variables of one service: `${self:…}` and `${file(…):…}` of YAML and JSON in the repository have the values that are
 * written there; what only a deployment knows (options, environment, parameters, outputs of stacks, scripts) is unknown, also
 * where something else is written for when it is missing. Source: Serverless Framework documentation, "Variables".
 */
export class Variables {
  readonly #root: Value;
  readonly #folder: string;
  readonly #files: Files;
  readonly #read = new Map<string, Promise<Value | undefined>>();

  /** `root` is what `file` says, as it is written. */
  constructor(file: string, root: Value, files: Files) {
    this.#root = root;
    this.#folder = folderOf(file);
    this.#files = files;
  }

  /** A value with the variables in it put in, as deep as it goes. */
  async resolved(value: Value, steps = 0): Promise<Value> {
    if (steps > FURTHEST) return open(value, 'variables that lead to variables');
    switch (value.kind) {
      case 'known':
        return typeof value.value === 'string' && value.value.includes('${')
          ? this.#text(value as Known<string>, steps)
          : value;
      case 'list': {
        const items: Value[] = [];
        for (const item of value.items) items.push(await this.resolved(item, steps + 1));
        return listOf(items, value.origin, value.open);
      }
      case 'object': {
        const members = new Map<string, Value>();
        for (const [name, inner] of value.members) members.set(name, await this.resolved(inner, steps + 1));
        return objectOf(members, value.origin, value.open);
      }
      case 'composed': {
        const parts: Value[] = [];
        for (const part of value.parts) parts.push(await this.resolved(part, steps + 1));
        return { ...value, parts };
      }
      default:
        return value;
    }
  }

  async #text(value: Known<string>, steps: number): Promise<Value> {
    const parts = partsOf(value.value);
    if (parts === undefined) return open(value, value.value);
    const [first] = parts;
    if (parts.length === 1 && typeof first === 'object') return this.#variable(first.variable, value, steps);
    const found: Value[] = [];
    for (const part of parts)
      found.push(
        typeof part === 'string'
          ? known(part, value.origin)
          : await this.#variable(part.variable, value, steps),
      );
    const texts = found.flatMap((one) => (one.kind === 'known' ? [String(one.value ?? '')] : []));
    return texts.length === found.length
      ? known(texts.join(''), value.origin)
      : { kind: 'composed', parts: found, origin: value.origin };
  }

  /** The first of its sources that has a value; nobody knows which where one is not here. */
  async #variable(text: string, from: Known<string>, steps: number): Promise<Value> {
    if (steps > FURTHEST) return open(from, text);
    for (const source of sourcesOf(text)) {
      const inner = await this.#inner(source, from, steps);
      if (inner === undefined) return open(from, text);
      const found = await this.#source(inner, from, steps);
      if (found === 'open') return open(from, text);
      if (found !== undefined) return found;
    }
    return open(from, text);
  }

  /** The text of a source with the variables inside of it put in; nothing where one is not known. */
  async #inner(source: string, from: Known<string>, steps: number): Promise<string | undefined> {
    if (!source.includes('${')) return source;
    const put = await this.#text({ ...from, value: source }, steps + 1);
    return put.kind === 'known' ? String(put.value) : undefined;
  }

  /** The value of a source: nothing where it has none, `open` where that cannot be told. */
  async #source(source: string, from: Known<string>, steps: number): Promise<Value | 'open' | undefined> {
    const { at } = from.origin;
    const literal = literalOf(source);
    if (literal !== undefined) return known(literal, from.origin);
    const own = /^self:\s*(.*)$/s.exec(source);
    if (own !== null) return this.#at(this.#root, own[1]!, at, steps);
    const file = /^file\(([^()]+)\)(?::(.*))?$/s.exec(source);
    if (file === null) return 'open';
    const whole = await this.#file(file[1]!.trim());
    return whole === undefined ? 'open' : this.#at(whole, file[2] ?? '', at, steps);
  }

  async #at(whole: Value, address: string, at: Location, steps: number): Promise<Value | 'open' | undefined> {
    let current = whole;
    for (const name of address.split('.').filter((part) => part !== '')) {
      // What leads further may be a variable itself.
      const here = current.kind === 'known' ? await this.resolved(current, steps + 1) : current;
      const next = here.kind === 'list' ? here.items[Number(name)] : memberOf(here, name);
      if (next === 'open') return 'open';
      if (next === undefined) return here.kind === 'object' || here.kind === 'known' ? undefined : 'open';
      current = next;
    }
    const found = await this.resolved(current, steps + 1);
    return { ...found, origin: seenFrom(at, found.origin) };
  }

  #file(path: string): Promise<Value | undefined> {
    const place = join(this.#folder, path);
    if (place === undefined || !/\.(?:ya?ml|json)$/.test(place) || !this.#files.has(place))
      return Promise.resolve(undefined);
    const before = this.#read.get(place);
    if (before !== undefined) return before;
    const now = this.#files.text(place).then((read) => {
      if (read.kind !== 'text') return undefined;
      const { documents, problem } = readStructured(place, read.text);
      return problem === undefined && documents.length === 1 ? documents[0] : undefined;
    });
    this.#read.set(place, now);
    return now;
  }
}

function memberOf(value: Value, name: string): Value | 'open' | undefined {
  if (value.kind === 'object')
    return value.members.get(name) ?? (value.open === undefined ? undefined : 'open');
  return value.kind === 'known' ? undefined : 'open';
}

function open(from: Value, text: string): Unknown {
  const what = text.startsWith('${') ? text : `\${${text}}`;
  return unknown('input-without-value', `a value for ${what.slice(0, 100)}`, from.origin, what);
}

type Part = string | { readonly variable: string };

/** `a-${b}` as its parts; nothing where a bracket has no end. What CloudFormation puts in itself stays (`${AWS::Region}`). */
function partsOf(text: string): readonly Part[] | undefined {
  const parts: Part[] = [];
  let from = 0;
  for (let at = text.indexOf('${'); at >= 0; at = text.indexOf('${', from)) {
    const end = endOf(text, at + 2);
    if (end === undefined) return undefined;
    const variable = text.slice(at + 2, end);
    if (at > from) parts.push(text.slice(from, at));
    parts.push(/^AWS::/.test(variable) ? text.slice(at, end + 1) : { variable });
    from = end + 1;
  }
  if (from < text.length) parts.push(text.slice(from));
  return parts;
}

/** Where the bracket ends that begins before a place. */
function endOf(text: string, start: number): number | undefined {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at;
  }
  return undefined;
}

/** The sources of a variable: what is written behind a comma holds where the one before has no value. */
function sourcesOf(text: string): readonly string[] {
  const found: string[] = [];
  let [depth, quote, from] = [0, '', 0];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (/[{(]/.test(letter)) depth++;
    else if (/[})]/.test(letter)) depth--;
    else if (letter === ',' && depth === 0) {
      found.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...found, text.slice(from).trim()];
}

function literalOf(source: string): string | number | boolean | null | undefined {
  const quoted = /^(["'])(.*)\1$/s.exec(source);
  if (quoted !== null) return quoted[2]!;
  if (/^-?\d+(?:\.\d+)?$/.test(source)) return Number(source);
  if (source === 'true' || source === 'false') return source === 'true';
  return source === 'null' ? null : undefined;
}
