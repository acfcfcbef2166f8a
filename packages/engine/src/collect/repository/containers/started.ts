/** What a command starts: a file, a module of Python, or a script of a manifest. */
export type Started =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'script'; readonly name: string };

/** The command of an instruction as words: `["node", "dist/server.js"]`, or a line of shell. */
export function wordsOf(rest: string): readonly string[] {
  if (rest.startsWith('[')) {
    try {
      const read: unknown = JSON.parse(rest);
      return Array.isArray(read) && read.every((one) => typeof one === 'string') ? read : [];
    } catch {
      return [];
    }
  }
  return wordsOfLine(rest);
}

/** Programs that run what stands behind them, with the number of words of their own. */
const WRAPPERS =
  /^(?:exec|tini|\/sbin\/tini|\/usr\/bin\/tini|dumb-init|\/usr\/bin\/dumb-init|env|npx|bunx|opentelemetry-instrument|ddtrace-run|pnpx|docker-entrypoint\.sh|--|-g|-s)$/;
const TWO_WORDS =
  /^(?:poetry run|uv run|pipenv run|pdm run|hatch run|newrelic-admin run-program|aws-lambda-rie .*)$/;
/** Settings of `node` that take a word of their own. */
const WITH_A_WORD = /^(?:-r|--require|--import|--loader|--experimental-loader|--env-file|-C|--conditions)$/;
const SCRIPTS = /^(?:node|nodejs|tsx|ts-node|ts-node-esm|bun|deno|pm2-runtime|nodemon|babel-node)$/;
const SERVERS = /^(?:uvicorn|gunicorn|hypercorn|granian|daphne|waitress-serve|uwsgi)$/;

/** What a command finally starts; nothing where that cannot be told from its words. */
export function startedBy(given: readonly string[]): Started | undefined {
  const words = unwrapped(given);
  const [program, ...rest] = words;
  if (program === undefined) return undefined;
  const name = program.replace(/^.*\//, '');
  if (/^(?:sh|bash|ash)$/.test(name)) {
    const line = rest.at(-1);
    return /^-\w*c$/.test(rest[0] ?? '') && line !== undefined ? lastOfLine(line) : undefined;
  }
  if (SCRIPTS.test(name)) return scriptOf(name, rest);
  if (/^(?:npm|yarn|pnpm)$/.test(name)) return manifestScript(name, rest);
  if (/^python[\d.]*$/.test(name)) return pythonOf(rest);
  if (SERVERS.test(name)) return serverOf(rest);
  if (name === 'fastapi') {
    const file = rest.slice(1).find((word) => word.endsWith('.py'));
    return file === undefined ? undefined : { kind: 'file', path: file };
  }
  return undefined;
}

/** Shells, scripts, and what else starts code whose language is read: by a script, a list or a place of its own. */
const OF_CODE =
  /^(?:(?:ba|a|da|z)?sh|npm|yarn|pnpm|python[\d.]*|fastapi|flask|celery|django-admin|supervisord|honcho|pm2|next|nuxt|nest)$|\.(?:sh|py|[cm]?[jt]s)$/;

/**
 * Whether a command may run code of a language that is read, where it cannot be told which: a script, or what such code is
 * started with, by itself or behind a program that starts others (`gosu app python …`). A program of its own, a server that
 * others publish, is none.
 */
export function mayStartCode(words: readonly string[]): boolean {
  if (programIn(words).includes('$')) return true;
  return words
    .map((word) => word.replace(/^.*\//, ''))
    .some((name) => SCRIPTS.test(name) || SERVERS.test(name) || OF_CODE.test(name));
}

/** The program that a command starts, behind those that only start others. */
export function programIn(words: readonly string[]): string {
  return unwrapped(words)[0] ?? '';
}

function unwrapped(words: readonly string[]): readonly string[] {
  let left = words;
  for (;;) {
    const [first, second] = left;
    if (first === undefined) return left;
    if (WRAPPERS.test(first) || /^[A-Z_][A-Z0-9_]*=/.test(first)) left = left.slice(1);
    else if (second !== undefined && TWO_WORDS.test(`${first} ${second}`)) left = left.slice(2);
    else return left;
  }
}

function scriptOf(name: string, rest: readonly string[]): Started | undefined {
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    if (WITH_A_WORD.test(word)) at++;
    else if (word === 'run' && /^(?:bun|deno)$/.test(name)) continue;
    else if (/^(?:start|watch)$/.test(word) && /^(?:bun|pm2-runtime|tsx)$/.test(name)) continue;
    else if (!word.startsWith('-')) return word.includes('$') ? undefined : { kind: 'file', path: word };
  }
  return undefined;
}

function manifestScript(name: string, rest: readonly string[]): Started | undefined {
  const words = rest.filter((word) => !word.startsWith('-'));
  const script = words[0] === 'run' ? words[1] : words[0] === 'run-script' ? words[1] : words[0];
  if (script === undefined || (name === 'npm' && words[0] !== 'run' && !/^(?:start|test)$/.test(script)))
    return undefined;
  return { kind: 'script', name: script };
}

function pythonOf(rest: readonly string[]): Started | undefined {
  for (let at = 0; at < rest.length; at++) {
    const word = rest[at]!;
    if (word === '-m') {
      const module = rest[at + 1];
      if (module === undefined) return undefined;
      return SERVERS.test(module) ? serverOf(rest.slice(at + 2)) : { kind: 'module', name: module };
    }
    if (/^-[WX]$/.test(word)) at++;
    else if (!word.startsWith('-')) return word.endsWith('.py') ? { kind: 'file', path: word } : undefined;
  }
  return undefined;
}

/** `uvicorn app.main:app`. */
function serverOf(rest: readonly string[]): Started | undefined {
  const application = rest.find(
    (word) => /^[\w.]+:\w+(\(.*\))?$/.test(word) && !/^\d+\.\d+\.\d+\.\d+:/.test(word),
  );
  return application === undefined ? undefined : { kind: 'module', name: application.split(':')[0]! };
}

/** The server that a command starts code with, and the words that it is given; nothing where it is none. */
export function serverIn(
  words: readonly string[],
): { readonly name: string; readonly given: readonly string[] } | undefined {
  const [program, ...rest] = unwrapped(words);
  const name = program?.replace(/^.*\//, '') ?? '';
  const line = rest.at(-1);
  if (/^(?:sh|bash|ash)$/.test(name))
    return /^-\w*c$/.test(rest[0] ?? '') && line !== undefined
      ? serverIn(wordsOfLine(line.split(/&&|;|\n/).at(-1) ?? ''))
      : undefined;
  if (/^python[\d.]*$/.test(name) && rest[0] === '-m' && rest[1] !== undefined)
    return serverIn(rest.slice(1));
  return SERVERS.test(name) || /^(?:flask|fastapi)$/.test(name) ? { name, given: rest } : undefined;
}

/** What a line of shell leaves running: its last command. */
export function lastOfLine(line: string): Started | undefined {
  const last = line.split(/&&|;|\n/).at(-1);
  return last === undefined ? undefined : startedBy(wordsOfLine(last));
}

function wordsOfLine(line: string): readonly string[] {
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}
