import type { Shell } from './shell-ran.ts';
import { GIVEN, isOpen, OPEN } from './shell-text.ts';

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
  /** The file that it was taken from, where that is another one. */
  readonly file?: string;
}

export interface Makefile {
  readonly targets: ReadonlyMap<string, MakeTarget>;
  /** The one that `make` without words makes. */
  readonly first: string | undefined;
  /** The files that it took rules from. */
  readonly included: ReadonlySet<string>;
  /** One of them that cannot be read: it may say all of this otherwise. */
  readonly unread?: string;
  readonly variables: ReadonlyMap<string, { readonly value: string; readonly weak: boolean }>;
  /** Whether one shell runs all lines of a recipe (`.ONESHELL`). */
  readonly isOneShell: boolean;
  readonly shell: Shell;
}

/** The texts of the files that a makefile includes by a path, or a pattern of paths; none of one that cannot be read. */
export type Included = (
  path: string,
) => readonly { readonly file: string; readonly text: string | undefined }[];

const DEEPEST = 8;

/** Reads the rules of a makefile and of what it includes, as far as their names are written. Never throws. */
export function readMakefile(text: string, includedBy: Included = () => []): Makefile {
  const made = new Rules(includedBy);
  made.read(text, undefined, 0);
  return made.found;
}

class Rules {
  readonly #targets = new Map<string, MakeTarget>();
  readonly #variables = new Map<string, { value: string; weak: boolean }>();
  readonly #included = new Set<string>();
  readonly #includedBy: Included;
  readonly #flags: string[] = [];
  #first: string | undefined;
  #goal: string | undefined;
  #unread: string | undefined;
  #isOneShell = false;

  constructor(includedBy: Included) {
    this.#includedBy = includedBy;
  }

  get found(): Makefile {
    const has = (flag: RegExp) => this.#flags.length > 0 && this.#flags.every((flags) => flag.test(flags));
    this.#targets.delete('.PHONY');
    return {
      targets: this.#targets,
      first: this.#goal ?? this.#first,
      included: this.#included,
      ...(this.#unread === undefined ? {} : { unread: this.#unread }),
      variables: this.#variables,
      isOneShell: this.#isOneShell,
      shell: { errexit: has(/(?:^|\s)-\w*e|errexit/), pipefail: has(/pipefail/) },
    };
  }

  read(text: string, file: string | undefined, depth: number): void {
    let current: { names: string[]; needs: string[]; recipe: RecipeLine[]; line: number } | undefined;
    const close = () => {
      if (current !== undefined) this.#add(current, file);
      current = undefined;
    };
    for (const { line, text: said } of logicalLines(text)) {
      if (said.startsWith('\t') && current !== undefined) {
        const bare = said.slice(1).trimStart();
        const prefix = /^[-@+\s]*/.exec(bare)![0];
        const command = bare.slice(prefix.length);
        if (command !== '' && !command.startsWith('#'))
          current.recipe.push({ text: command, line, ignored: prefix.includes('-') });
        continue;
      }
      const bare = said.replace(/(^|\s)#.*$/, '').trim();
      if (bare === '') continue;
      const assigned = /^(?:export\s+|override\s+)?([A-Za-z_.][\w.-]*)\s*(\?=|::?=|=|\+=|!=)\s*(.*)$/.exec(
        bare,
      );
      if (assigned !== null) {
        close();
        this.#assign(assigned[1]!, assigned[2]!, assigned[3]!.trim());
        continue;
      }
      const including = /^(?:-?include|sinclude)\s+(.*)$/.exec(bare)?.[1];
      if (including !== undefined) {
        close();
        this.#include(including, depth);
      }
      if (
        /^(ifeq|ifneq|ifdef|ifndef|else|endif|define|endef|export|unexport|-?include|sinclude|vpath)\b/.test(
          bare,
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
  }

  #add(
    { names, needs, recipe, line }: Omit<MakeTarget, 'name'> & { names: readonly string[] },
    file?: string,
  ) {
    for (const name of names) {
      const before = this.#targets.get(name);
      const own = before === undefined || recipe.length > 0;
      const of = own ? file : before.file;
      this.#targets.set(name, {
        name,
        needs: [...(before?.needs ?? []), ...needs],
        recipe: own ? recipe : before.recipe,
        line: own ? line : before.line,
        ...(of === undefined ? {} : { file: of }),
      });
      if (name === '.ONESHELL') this.#isOneShell = true;
      if (!name.startsWith('.') && !/[%$]/.test(name)) this.#first ??= name;
    }
  }

  #assign(name: string, operator: string, value: string): void {
    if (name === '.SHELLFLAGS') this.#flags.push(value);
    else if (name === '.DEFAULT_GOAL') this.#goal = value;
    if (name.startsWith('.')) return;
    const weak = operator === '?=';
    if (weak && this.#variables.has(name)) return;
    this.#variables.set(name, { value: operator === '!=' ? OPEN : value, weak });
  }

  #include(written: string, depth: number): void {
    if (depth > DEEPEST) return;
    const paths = expandMake(written.replace(/\$\(wildcard\s+([^()$]*)\)/g, '$1'), new Map(), this.found);
    for (const path of paths.split(/\s+/)) {
      if (path === '' || isOpen(path)) continue;
      for (const { file, text } of this.#includedBy(path)) {
        if (this.#included.has(file)) continue;
        this.#included.add(file);
        if (text === undefined) this.#unread = file;
        else this.read(text, file, depth + 1);
      }
    }
  }
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

/** `$(foreach v,…,$(info …))`: whatever the names are, and whichever way is taken, what is only said is no command. */
function saysNothing(
  called: string,
  variables: ReadonlyMap<string, string>,
  makefile: Makefile,
  depth: number,
): boolean {
  const [, name, rest = ''] = /^(foreach|if)\s+(.*)$/s.exec(called) ?? [];
  const given = apart(rest);
  const ways = name === 'foreach' ? given.slice(2) : name === 'if' ? given.slice(1) : [];
  return (
    depth <= 8 &&
    ways.length > 0 &&
    ways.every((way) => expandMake(way, variables, makefile, false, depth + 1).trim() === '')
  );
}

/** The arguments of a function of make. */
function apart(text: string): readonly string[] {
  const found: string[] = [];
  let nested = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (/[({]/.test(text[at]!)) nested++;
    else if (/[)}]/.test(text[at]!)) nested--;
    else if (text[at] === ',' && nested === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
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
  const alternatives = /^or\s+(.*)$/s.exec(name)?.[1];
  if (alternatives !== undefined) {
    const values = apart(alternatives).map((one) =>
      expandMake(one.trim(), variables, makefile, defaultsAreOpen, depth + 1),
    );
    return values.find((one) => one !== '' && (one !== GIVEN || defaultsAreOpen)) ?? values.at(-1)!;
  }
  if (!/^[\w.-]+$/.test(name)) return saysNothing(name, variables, makefile, depth) ? '' : OPEN;
  const own = makefile.variables.get(name);
  const given = variables.get(name);
  // What stands on the command line wins over the file; what stands in the environment only over `?=`.
  const wins = own === undefined || own.weak || variables.has(`make:${name}`);
  if (given !== undefined && wins) return given;
  if (own === undefined || (own.weak && defaultsAreOpen)) return GIVEN;
  return depth > 8 ? OPEN : expandMake(own.value, variables, makefile, defaultsAreOpen, depth + 1);
}
