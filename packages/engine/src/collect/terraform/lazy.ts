import type { Value } from '../../model/value.ts';

/**
 * Members that are evaluated when they are asked for. `make` may answer for names that are not listed
 * (attributes that only the provider knows); iteration shows the listed ones.
 */
export class LazyMembers extends Map<string, Value> {
  readonly #names: ReadonlySet<string>;
  readonly #make: (name: string) => Value | undefined;
  readonly #made = new Map<string, Value | undefined>();

  constructor(names: Iterable<string>, make: (name: string) => Value | undefined) {
    super();
    this.#names = new Set(names);
    this.#make = make;
  }

  override get size(): number {
    return this.#names.size;
  }

  override get(name: string): Value | undefined {
    if (!this.#made.has(name)) this.#made.set(name, this.#make(name));
    return this.#made.get(name);
  }

  override has(name: string): boolean {
    return this.#names.has(name) || this.get(name) !== undefined;
  }

  override keys(): MapIterator<string> {
    return this.#names.keys() as MapIterator<string>;
  }

  override *entries(): MapIterator<[string, Value]> {
    for (const name of this.#names) {
      const value = this.get(name);
      if (value !== undefined) yield [name, value];
    }
  }

  override *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  override forEach(visit: (value: Value, name: string, map: Map<string, Value>) => void): void {
    for (const [name, value] of this.entries()) visit(value, name, this);
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }
}
