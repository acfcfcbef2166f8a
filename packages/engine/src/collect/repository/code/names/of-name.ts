/** More names than a repository has; a process that looks at many forgets those of before. */
const MOST_NAMES = 10_000;

/** A question of a name alone, answered once: it is asked of every call of every route, and few names are new. */
export function ofName<Answer>(question: (name: string) => Answer): (name: string) => Answer {
  const answers = new Map<string, { readonly is: Answer }>();
  return (name) => {
    const before = answers.get(name);
    if (before !== undefined) return before.is;
    const is = question(name);
    if (answers.size === MOST_NAMES) answers.clear();
    answers.set(name, { is });
    return is;
  };
}
