/**
 * An index of things by a text of theirs, made once and asked for many: the places of those that have it. Who has no known
 * text is always among them.
 */
export function byText<T>(
  textOf: (item: T) => string | undefined,
): (items: readonly T[]) => (text: string | undefined) => readonly number[] {
  return (items) => {
    const places = Map.groupBy(items.keys(), (place) => textOf(items[place]!));
    const always = places.get(undefined) ?? [];
    return (text) => {
      if (text === undefined) return [...items.keys()];
      const found = places.get(text) ?? [];
      return always.length === 0 ? found : [...found, ...always].sort((a, b) => a - b);
    };
  };
}
