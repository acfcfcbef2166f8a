/**
 * The same question, answered once for each graph, resource, module or program that it is asked of. For pure questions that the
 * checks of many resources, or the readers of many modules, share: asked anew for each of them, they would cost the square of
 * their number. An answer to come (a promise) is one answer too.
 */
export function onceFor<Of extends object, More extends readonly unknown[], Answer>(
  question: (of: Of, ...more: More) => Answer,
): (of: Of, ...more: More) => Answer {
  const answers = new WeakMap<Of, Asked<Answer>>();
  return (of, ...more) => {
    let asked = answers.get(of);
    if (asked === undefined) {
      asked = new Asked<Answer>();
      answers.set(of, asked);
    }
    for (const argument of more) asked = asked.with(argument);
    asked.answer ??= { is: question(of, ...more) };
    return asked.answer.is;
  };
}

/** More texts than readers ask of in one repository; a process that looks at many forgets those of before. */
const MOST_TEXTS = 10_000;

/** The same question of a text alone: readers look at thousands of names, and few of them are different. */
export function onceForText<Answer>(question: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, { readonly is: Answer }>();
  return (text) => {
    const before = answers.get(text);
    if (before !== undefined) return before.is;
    const is = question(text);
    if (answers.size === MOST_TEXTS) answers.clear();
    answers.set(text, { is });
    return is;
  };
}

class Asked<Answer> {
  answer: { readonly is: Answer } | undefined;
  #more: Map<unknown, Asked<Answer>> | undefined;

  with(argument: unknown): Asked<Answer> {
    this.#more ??= new Map();
    const before = this.#more.get(argument);
    if (before !== undefined) return before;
    const made = new Asked<Answer>();
    this.#more.set(argument, made);
    return made;
  }
}
