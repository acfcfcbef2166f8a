import { GIVEN, OPEN, TOP } from './shell-text.ts';

/** A parameter of a recipe. */
export interface JustParameter {
  readonly name: string;
  /** What holds where it is not given, as it is written. */
  readonly otherwise?: string;
  /** It takes all that is left. */
  readonly takesRest: boolean;
  /** It stands in the environment of the recipe too. */
  readonly exported: boolean;
}

/** What a recipe calls before or after it, with what it hands over, as it is written. */
export interface JustCall {
  readonly name: string;
  readonly given: readonly string[];
}

export interface JustRecipe {
  readonly name: string;
  readonly parameters: readonly JustParameter[];
  readonly before: readonly JustCall[];
  readonly after: readonly JustCall[];
  readonly lines: readonly { readonly text: string; readonly line: number; readonly ignored: boolean }[];
  /** All lines are one script, which begins with `#!`. */
  readonly isScript: boolean;
  /** It runs where `just` was called, not where its file lies. */
  readonly staysThere: boolean;
  readonly line: number;
}

export interface Justfile {
  readonly recipes: ReadonlyMap<string, JustRecipe>;
  /** The one that `just` without words runs. */
  readonly first: string | undefined;
  /** Other names of recipes. */
  readonly aliases: ReadonlyMap<string, string>;
  /** Whether it takes recipes from other files too. */
  readonly includes: boolean;
  /** Variables as they are written: what is put in is worked out where it is used. */
  readonly variables: ReadonlyMap<string, string>;
  readonly exported: ReadonlySet<string>;
  /** What its lines are handed to: `bash -euc`. */
  readonly shell: string;
  readonly isPositional: boolean;
}

/** Whether a path may be a file of recipes of just. */
export function isJustfile(path: string): boolean {
  return /(^|\/)\.?justfile(\.[\w-]+)?$/i.test(path) || /\.just$/.test(path);
}

const NAME = '[A-Za-z_][\\w-]*';

/** Reads the recipes of a justfile, by the grammar in its manual. Never throws. */
export function readJustfile(text: string): Justfile {
  const recipes = new Map<string, JustRecipe>();
  const aliases = new Map<string, string>();
  const variables = new Map<string, string>();
  const exported = new Set<string>();
  let includes = false;
  let shell = 'sh -cu';
  let exportsAll = false;
  let isPositional = false;
  let attributes: string[] = [];
  const lines = text.split(/\r?\n/);
  for (let at = 0; at < lines.length; at++) {
    const said = lines[at]!;
    if (/^\s*(#.*)?$/.test(said)) continue;
    if (/^\[.*\]\s*$/.test(said)) {
      attributes.push(said);
      continue;
    }
    const setting = /^set\s+([\w-]+)\s*(?::=\s*(.*))?$/.exec(said);
    const alias = new RegExp(`^alias\\s+(${NAME})\\s*:=\\s*(${NAME})`).exec(said);
    const variable = new RegExp(`^(export\\s+)?(${NAME})\\s*:=\\s*(.*)$`).exec(said);
    if (setting !== null) {
      const isOn = setting[2] === undefined || setting[2] === 'true';
      if (setting[1] === 'shell')
        shell = [...setting[2]!.matchAll(/(["'])(.*?)\1/g)].map(([, , word]) => word).join(' ');
      if (setting[1] === 'export') exportsAll = isOn;
      if (setting[1] === 'positional-arguments') isPositional = isOn;
    } else if (/^(import\??|mod\??)\s/.test(said)) includes = true;
    else if (alias !== null) aliases.set(alias[1]!, alias[2]!);
    else if (variable !== null) {
      variables.set(variable[2]!, variable[3]!);
      if (variable[1] !== undefined) exported.add(variable[2]!);
    } else {
      const head = headOf(said);
      const body: { text: string; line: number }[] = [];
      while (at + 1 < lines.length && /^(\s|$)/.test(lines[at + 1]!)) {
        at++;
        body.push({ text: lines[at]!, line: at + 1 });
      }
      if (head !== undefined)
        recipes.set(head.name, {
          ...head,
          ...bodyOf(body),
          staysThere: attributes.some((attribute) => /\bno-cd\b/.test(attribute)),
          line: at + 1 - body.length,
        });
    }
    attributes = [];
  }
  if (exportsAll) for (const name of variables.keys()) exported.add(name);
  const [first] = recipes.keys();
  return { recipes, first, aliases, includes, variables, exported, shell, isPositional };
}

/** `deploy stage='dev' *more: build (push stage) && tell` */
function headOf(said: string): Pick<JustRecipe, 'name' | 'parameters' | 'before' | 'after'> | undefined {
  const words = [...said.matchAll(/(["'`])(?:(?!\1).)*\1|&&|:|[^\s"'`:()]+|[()]/g)];
  const colon = words.findIndex(([word]) => word === ':');
  const name = words[0]?.[0].replace(/^@/, '');
  if (colon < 1 || name === undefined || !new RegExp(`^${NAME}$`).test(name)) return undefined;
  const rest = words[colon]!.index;
  const parameters = [
    ...said
      .slice(words[0]!.index + words[0]![0].length, rest)
      .matchAll(
        /([*+]?)(\$?)([A-Za-z_][\w-]*)(?:\s*=\s*((["'`])(?:(?!\5).)*\5|\((?:[^()]|\([^()]*\))*\)|[^\s]+))?/g,
      ),
  ].map(
    ([, mark, dollar, own, otherwise]): JustParameter => ({
      name: own!,
      ...(otherwise === undefined ? (mark === '*' ? { otherwise: "''" } : {}) : { otherwise }),
      takesRest: mark !== '',
      exported: dollar !== '',
    }),
  );
  const [before = '', after = ''] = said
    .slice(rest + 1)
    .replace(/\s#.*$/, '')
    .split('&&');
  return { name, parameters, before: callsIn(before), after: callsIn(after) };
}

function callsIn(text: string): readonly JustCall[] {
  return [...text.matchAll(/\(([^()]*)\)|([A-Za-z_][\w-]*)/g)].flatMap(([, inner, bare]) => {
    const [name, ...given] = (inner ?? bare!).match(/(["'`])(?:(?!\1).)*\1|[^\s"'`]+/g) ?? [];
    return name === undefined ? [] : [{ name, given }];
  });
}

function bodyOf(
  body: readonly { readonly text: string; readonly line: number }[],
): Pick<JustRecipe, 'lines' | 'isScript'> {
  const written = body.filter(({ text }) => text.trim() !== '');
  const indent = /^\s*/.exec(written[0]?.text ?? '')![0].length;
  const isScript = written[0]?.text.trim().startsWith('#!') === true;
  const plain = (isScript ? body : written).map(({ text, line }) => ({ text: text.slice(indent), line }));
  if (isScript) return { isScript, lines: plain.map((one) => ({ ...one, ignored: false })) };
  const lines: { text: string; line: number; ignored: boolean }[] = [];
  let open: { text: string; line: number; ignored: boolean } | undefined;
  for (const { text, line } of plain) {
    if (open === undefined) {
      const prefix = /^[-@]*/.exec(text)![0];
      if (text.slice(prefix.length).startsWith('#')) continue;
      open = { text: text.slice(prefix.length), line, ignored: prefix.includes('-') };
    } else open = { ...open, text: `${open.text} ${text.trim()}` };
    if (/\\$/.test(open.text)) open = { ...open, text: open.text.replace(/\s*\\$/, '') };
    else {
      lines.push(open);
      open = undefined;
    }
  }
  if (open !== undefined) lines.push(open);
  return { isScript, lines };
}

/** What a recipe is run with. */
export interface JustScope {
  readonly justfile: Justfile;
  readonly recipe: JustRecipe;
  /** The folder in which it runs. */
  readonly folder: string | undefined;
  /** The variables of the environment, and what was given by name under {@link givenTo}. */
  readonly variables: ReadonlyMap<string, string>;
  /** What holds where nobody says otherwise is up to whoever runs it. */
  readonly defaultsAreOpen: boolean;
}

/** Under which name what a parameter or a variable of a justfile is given is kept among variables. */
export function givenTo(name: string, recipe = ''): string {
  return `just:${recipe}:${name}`;
}

/** A text of a recipe with what stands in `{{ }}` put in; what just computes is open. */
export function expandJust(text: string, scope: JustScope): string {
  return text
    .replaceAll('{{{{', '\u0002')
    .replace(/\{\{(.*?)\}\}/g, (_, expression: string) => comesTo(expression, scope, 0))
    .replaceAll('\u0002', '{{');
}

/** What a parameter holds. */
export function valueOfParameter({ name, otherwise }: JustParameter, scope: JustScope): string {
  const given = scope.variables.get(givenTo(name, scope.recipe.name));
  if (given !== undefined) return given;
  return otherwise === undefined || scope.defaultsAreOpen ? GIVEN : comesTo(otherwise, scope, 1);
}

/** What an expression comes to, as far as names and texts tell. */
export function comesTo(expression: string, scope: JustScope, depth: number): string {
  const said = expression.trim();
  const text = /^(["'])((?:(?!\1).)*)\1$/.exec(said);
  if (text !== null) return text[1] === '"' ? text[2]!.replace(/\\(["\\])/g, '$1') : text[2]!;
  if (depth > 8) return OPEN;
  if (said === '`git rev-parse --show-toplevel`') return TOP.slice(0, -1);
  const inner = /^\(([^()]*)\)$/.exec(said);
  if (inner !== null) return comesTo(inner[1]!, scope, depth + 1);
  const parts = said.match(/(["'`])(?:(?!\1).)*\1|[\w-]+\([^()]*\)|[\w-]+|[+/]|\S/g) ?? [];
  if (
    parts.length > 1 &&
    parts.every((part, at) => (at % 2 === 1 ? /^[+/]$/.test(part) : !/^[+/]$/.test(part)))
  )
    return parts
      .map((part, at) => (at % 2 === 0 ? comesTo(part, scope, depth + 1) : part === '/' ? '/' : ''))
      .join('');
  const call = /^([\w-]+)\((.*)\)$/.exec(said);
  if (call !== null) return valueOfCall(call[1]!, call[2]!, scope, depth);
  if (!new RegExp(`^${NAME}$`).test(said)) return OPEN;
  const parameter = scope.recipe.parameters.find(({ name }) => name === said);
  if (parameter !== undefined) return valueOfParameter(parameter, scope);
  const given = scope.variables.get(givenTo(said));
  const own = scope.justfile.variables.get(said);
  return given ?? (own === undefined ? OPEN : comesTo(own, scope, depth + 1));
}

function valueOfCall(name: string, given: string, scope: JustScope, depth: number): string {
  if (name === 'justfile_directory' || name === 'justfile_dir')
    return scope.folder === undefined ? OPEN : `${TOP}${scope.folder}`;
  const [variable, otherwise] = given.match(/(["'])(?:(?!\1).)*\1|[^\s,]+/g) ?? [];
  if (!/^env(_var|_var_or_default)?$/.test(name) || variable === undefined) return OPEN;
  const held = scope.variables.get(comesTo(variable, scope, depth + 1));
  if (held !== undefined) return held;
  return otherwise === undefined || scope.defaultsAreOpen ? GIVEN : comesTo(otherwise, scope, depth + 1);
}
