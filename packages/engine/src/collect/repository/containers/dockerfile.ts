/** An instruction of a Dockerfile, its lines put together. */
export interface Instruction {
  /** In capitals. */
  readonly name: string;
  /** What stands behind it, without comments. */
  readonly rest: string;
  readonly line: number;
}

/** What a Dockerfile says; nothing where it does not begin like one. */
export function readDockerfile(text: string): readonly Instruction[] | undefined {
  const lines = text.split(/\r?\n/);
  const goesOn = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 5).join('\n')) ? '`' : '\\';
  const found: Instruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    if (/^\s*(#|$)/.test(lines[at]!)) continue;
    const parts = [lines[at]!.trim()];
    while (parts.at(-1)!.endsWith(goesOn) && at + 1 < lines.length) {
      parts.push(parts.pop()!.slice(0, -1));
      // Comments and empty lines may stand between the lines of an instruction.
      do at++;
      while (at < lines.length && /^\s*(#|$)/.test(lines[at]!));
      parts.push((lines[at] ?? '').trim());
    }
    const whole = parts.join(' ');
    const [, name, rest] = /^([A-Za-z]+)\s+(.*)$/s.exec(whole) ?? [];
    if (name === undefined || rest === undefined) continue;
    found.push({ name: name.toUpperCase(), rest: rest.trim(), line });
    for (const word of heredocs(name, rest)) {
      while (at + 1 < lines.length && lines[at + 1]!.trim() !== word) at++;
      at++;
    }
  }
  return found.some(({ name }) => name === 'FROM') ? found : undefined;
}

/** The words that end what stands in the lines below: `RUN <<EOF`. */
function heredocs(name: string, rest: string): readonly string[] {
  if (!/^(run|copy|add)$/i.test(name)) return [];
  return [...rest.matchAll(/<<-?["']?(\w+)["']?/g)].map(([, word]) => word!);
}

/** Names with their values of `ENV a=1 b="2 3"` and `ENV a 1`; of `ARG a` without a value. */
export function assignments(
  rest: string,
): readonly { readonly name: string; readonly value: string | undefined }[] {
  if (/^[\w.-]+\s+[^=\s]/.test(rest) && !/^[\w.-]+=/.test(rest)) {
    const [, name, value] = /^([\w.-]+)\s+(.*)$/s.exec(rest)!;
    return [{ name: name!, value: value! }];
  }
  return [...rest.matchAll(/([\w.-]+)(?:=("(?:[^"\\]|\\.)*"|'[^']*'|(?:[^\s\\]|\\.)*))?/g)].map(
    ([, name, value]) => ({ name: name!, value: value?.replace(/^(["'])(.*)\1$/s, '$2') }),
  );
}
