/**
 * An index of things by the paths that they serve or ask for, made once and asked for many: the places of those that may be
 * the same path, or the end of it, or that it may be the end of. A part that stands for any fits each. Who has no known path,
 * or one that goes on (`/files/*`), is always among them; what is left out is no match.
 */
export function byEndOfPath<T>(
  pathOf: (item: T) => string | undefined,
): (items: readonly T[]) => (path: string | undefined) => readonly number[] {
  return (items) => {
    const top = new Step();
    const always: number[] = [];
    for (const [place, item] of items.entries()) {
      const path = pathOf(item);
      const parts = path === undefined ? undefined : partsOf(path);
      const last = parts?.at(-1);
      if (parts === undefined || (last !== undefined && goesOn(last))) always.push(place);
      else top.add(parts, place);
    }
    return (path) => {
      const parts = path === undefined ? undefined : partsOf(path);
      const last = parts?.at(-1);
      if (parts === undefined || (last !== undefined && goesOn(last))) return [...items.keys()];
      return [...top.fitting(parts), ...always].sort((a, b) => a - b);
    };
  };
}

/** One part of paths, read from their ends. */
class Step {
  readonly #ends: number[] = [];
  readonly #written = new Map<string, Step>();
  #any: Step | undefined;

  add(parts: readonly string[], place: number): void {
    let at: Step = this;
    for (let i = parts.length - 1; i >= 0; i--) at = at.#next(parts[i]!);
    at.#ends.push(place);
  }

  #next(part: string): Step {
    if (isOpen(part)) {
      this.#any ??= new Step();
      return this.#any;
    }
    let next = this.#written.get(part);
    if (next === undefined) {
      next = new Step();
      this.#written.set(part, next);
    }
    return next;
  }

  fitting(parts: readonly string[]): readonly number[] {
    const found: number[] = [];
    // All that are as many parts from the end.
    let steps: Step[] = [this];
    for (let left = parts.length; steps.length > 0; left--) {
      const part = parts[left - 1];
      const isAny = part === undefined || isOpen(part);
      const next: Step[] = [];
      for (const step of steps) {
        for (const end of step.#ends) found.push(end);
        if (step.#any !== undefined) next.push(step.#any);
        const written = isAny ? undefined : step.#written.get(part);
        if (written !== undefined) next.push(written);
        else if (isAny) for (const one of step.#written.values()) next.push(one);
      }
      steps = next;
    }
    return found;
  }
}

/** The parts of a path. Most servers take capitals for small letters. */
export function partsOf(path: string): readonly string[] {
  const before = PARTS.get(path);
  if (before !== undefined) return before;
  const parts = path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
  if (PARTS.size < MOST_PATHS) PARTS.set(path, parts);
  return parts;
}

/** Each route is compared with many calls, and each call with many routes. */
const PARTS = new Map<string, readonly string[]>();
const MOST_PATHS = 10_000;

function isOpen(part: string): boolean {
  return /^[:{<[]/.test(part) || /\{\}|\*/.test(part);
}

function goesOn(part: string): boolean {
  return /\*|\+\}|path[:}]|\.\.\./.test(part);
}
