/**
 * The row of a table under a key that somebody else wrote: what every object of JavaScript inherits (`constructor`,
 * `__proto__`) is no row.
 */
export function rowOf<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
