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
      else top.add(parts.reverse(), place);
    }
    return (path) => {
      const parts = path === undefined ? undefined : partsOf(path);
      const last = parts?.at(-1);
      if (parts === undefined || (last !== undefined && goesOn(last))) return [...items.keys()];
      const found = top.fitting(parts.reverse());
      return [...found, ...always].sort((a, b) => a - b);
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
    for (const part of parts) at = at.#next(part);
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
    const waiting: (readonly [Step, number])[] = [[this, 0]];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      const [step, at] = one;
      found.push(...step.#ends);
      const part = parts[at];
      if (step.#any !== undefined) waiting.push([step.#any, at + 1]);
      if (part !== undefined && !isOpen(part)) {
        const next = step.#written.get(part);
        if (next !== undefined) waiting.push([next, at + 1]);
      } else for (const next of step.#written.values()) waiting.push([next, at + 1]);
    }
    return found;
  }
}

function partsOf(path: string): string[] {
  // Servers that take capitals for small letters are found, too; who asks compares.
  return path
    .toLowerCase()
    .split('/')
    .filter((part) => part !== '');
}

function isOpen(part: string): boolean {
  return /^[:{<[]/.test(part) || /\{\}|\*/.test(part);
}

function goesOn(part: string): boolean {
  return /\*|\+\}|path[:}]|\.\.\./.test(part);
}
