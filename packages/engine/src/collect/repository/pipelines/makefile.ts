import { GIVEN, OPEN } from './shell-text.ts';

/** One line of a recipe. */
export interface RecipeLine {
  readonly text: string;
  readonly line: number;
  /** A dash before it: make does not care how it ends. */
  readonly ignored: boolean;
}

export interface MakeTarget {
  readonly name: string;
  readonly needs: readonly string[];
  readonly recipe: readonly RecipeLine[];
  readonly line: number;
}

export interface Makefile {
  readonly targets: ReadonlyMap<string, MakeTarget>;
  /** The one that `make` without words makes. */
  readonly first: string | undefined;
  /** Whether it takes rules from other files too. */
  readonly includes: boolean;
  readonly variables: ReadonlyMap<string, { readonly value: string; readonly weak: boolean }>;
}

/** Reads the rules of a makefile, as far as their names are written. Never throws. */
export function readMakefile(text: string): Makefile {
  const targets = new Map<string, MakeTarget>();
  const variables = new Map<string, { value: string; weak: boolean }>();
  let first: string | undefined;
  let includes = false;
  let current: { names: string[]; needs: string[]; recipe: RecipeLine[]; line: number } | undefined;
  const close = () => {
    if (current === undefined) return;
    for (const name of current.names) {
      const before = targets.get(name);
      targets.set(name, {
        name,
        needs: [...(before?.needs ?? []), ...current.needs],
        recipe: current.recipe.length > 0 ? current.recipe : (before?.recipe ?? []),
        line: before !== undefined && current.recipe.length === 0 ? before.line : current.line,
      });
      if (first === undefined && !name.startsWith('.') && !/[%$]/.test(name)) first = name;
    }
    current = undefined;
  };
  for (const { line, text: said } of logicalLines(text)) {
    if (said.startsWith('\t')) {
      const bare = said.slice(1).trimStart();
      const prefix = /^[-@+\s]*/.exec(bare)![0];
      const command = bare.slice(prefix.length);
      if (current !== undefined && command !== '' && !command.startsWith('#'))
        current.recipe.push({ text: command, line, ignored: prefix.includes('-') });
      continue;
    }
    const bare = said.replace(/(^|\s)#.*$/, '').trimEnd();
    if (bare.trim() === '') continue;
    const assigned = /^(?:export\s+|override\s+)?([A-Za-z_][\w.-]*)\s*(\?=|::?=|=|\+=|!=)\s*(.*)$/.exec(
      bare.trim(),
    );
    if (assigned !== null) {
      close();
      const [, name, operator, value] = assigned;
      const weak = operator === '?=';
      if (!(weak && variables.has(name!)))
        variables.set(name!, { value: operator === '!=' ? OPEN : value!.trim(), weak });
      continue;
    }
    if (/^-?include\b|^sinclude\b/.test(bare)) includes = true;
    if (
      /^(ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|export|unexport|-?include|sinclude|vpath)\b/.test(
        bare.trim(),
      )
    )
      continue;
    const rule = /^([^:=]+?)\s*::?(?!=)\s*([^;]*)(?:;\s*(.*))?$/.exec(bare);
    if (rule === null) continue;
    close();
    if (/^[\w.-]+\s*[:?]?=/.test(rule[2]!)) continue;
    current = {
      names: rule[1]!.trim().split(/\s+/),
      needs: rule[2]!
        .split('|')
        .join(' ')
        .trim()
        .split(/\s+/)
        .filter((n) => n !== ''),
      recipe: rule[3] === undefined ? [] : [{ text: rule[3], line, ignored: false }],
      line,
    };
  }
  close();
  targets.delete('.PHONY');
  return { targets, first, includes, variables };
}

function logicalLines(text: string): readonly { readonly line: number; readonly text: string }[] {
  const found: { line: number; text: string }[] = [];
  let open: { line: number; text: string } | undefined;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const continues = raw.endsWith('\\');
    const part = continues ? raw.slice(0, -1) : raw;
    open =
      open === undefined
        ? { line: index + 1, text: part }
        : { ...open, text: `${open.text} ${part.trimStart()}` };
    if (continues) continue;
    found.push(open);
    open = undefined;
  }
  if (open !== undefined) found.push(open);
  return found;
}

/**
 * Puts the variables of a makefile into a text; what make computes is open, and what holds where nobody says otherwise
 * (`?=`) too where that is asked for.
 */
export function expandMake(
  text: string,
  variables: ReadonlyMap<string, string>,
  makefile: Makefile,
  defaultsAreOpen = false,
  depth = 0,
): string {
  let made = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '$') {
      made += text[at];
      continue;
    }
    const next = text[++at] ?? '';
    if (next === '$') made += '$';
    else if (next === '(' || next === '{') {
      const close = closing(text, at, next, next === '(' ? ')' : '}');
      made += valueIn(text.slice(at + 1, close), variables, makefile, defaultsAreOpen, depth);
      at = close;
    } else made += /[@<^*?%]/.test(next) ? OPEN : valueIn(next, variables, makefile, defaultsAreOpen, depth);
  }
  return made;
}

function closing(text: string, from: number, open: string, close: string): number {
  let nested = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === open) nested++;
    else if (text[at] === close && --nested === 0) return at;
  }
  return text.length;
}

function valueIn(
  name: string,
  variables: ReadonlyMap<string, string>,
  makefile: Makefile,
  defaultsAreOpen: boolean,
  depth: number,
): string {
  if (name === 'MAKE') return 'make';
  if (name === 'CURDIR') return '.';
  // What make only says, or sets for itself.
  if (/^(?:eval|info|warning|error)\s/.test(name)) return '';
  if (!/^[\w.-]+$/.test(name)) return OPEN;
  const own = makefile.variables.get(name);
  const given = variables.get(name);
  // What stands on the command line wins over the file; what stands in the environment only over `?=`.
  const wins = own === undefined || own.weak || variables.has(`make:${name}`);
  if (given !== undefined && wins) return given;
  if (own === undefined || (own.weak && defaultsAreOpen)) return GIVEN;
  return depth > 8 ? OPEN : expandMake(own.value, variables, makefile, defaultsAreOpen, depth + 1);
}
