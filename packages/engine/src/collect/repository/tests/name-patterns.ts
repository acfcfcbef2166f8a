import { escaped } from '../../../escaped.ts';

/** Longer patterns, and those with more stars, are read by nobody. */
const LONGEST = 200;
const MOST_STARS = 8;

/**
 * Whether a file is one of those that patterns name, as Jest (by whole paths) and Vitest (from a folder) understand them;
 * nothing where one of them is not understood. What stands behind `!` is taken out.
 */
export function namesByGlob(
  patterns: readonly string[],
  root: string,
  paths: 'absolute' | 'relative',
): ((file: string) => boolean) | undefined {
  const top = root === '.' ? '' : `/${root}`;
  const read = patterns.map((pattern) => {
    const isOut = pattern.startsWith('!');
    const bare = (isOut ? pattern.slice(1) : pattern).replace('<rootDir>', top).replace(/^\.\//, '');
    // What begins with no folder fits no whole path.
    const isPlaced = paths === 'relative' ? !/^(?:\/|\.\.)/.test(bare) : /^(?:\*\*|\/)/.test(bare);
    const like = isPlaced ? globAsRegex(bare) : undefined;
    return like && { isOut, like };
  });
  const known = read.flatMap((one) => one ?? []);
  if (known.length !== patterns.length) return undefined;
  return (file) => {
    const path = paths === 'absolute' ? `/${file}` : root === '.' ? file : file.slice(root.length + 1);
    const fits = known.filter(({ like }) => like.test(path));
    return fits.some(({ isOut }) => !isOut) && !fits.some(({ isOut }) => isOut);
  };
}

/** The same by regular expressions, of whole paths. */
export function namesByRegex(
  patterns: readonly string[],
  root: string,
): ((file: string) => boolean) | undefined {
  const top = root === '.' ? '' : `/${root}`;
  const read = patterns.map((pattern) => {
    // What begins at the top of the machine, looks around or repeats what repeats is not understood.
    if (pattern.length > LONGEST || /^\^|\(\?[^:]|\\[1-9k]|[+*}]\)[+*{]/.test(pattern)) return undefined;
    if ((pattern.match(/[+*{]/g) ?? []).length > MOST_STARS) return undefined;
    try {
      return new RegExp(pattern.replace('<rootDir>', top));
    } catch {
      return undefined;
    }
  });
  const known = read.flatMap((one) => one ?? []);
  return known.length === patterns.length ? (file) => known.some((like) => like.test(`/${file}`)) : undefined;
}

/** A pattern of the kind that micromatch reads; nothing where it has what is not among the few forms that tests are named by. */
function globAsRegex(pattern: string): RegExp | undefined {
  if (pattern.length > LONGEST || (pattern.match(/\*+/g) ?? []).length > MOST_STARS) return undefined;
  const ends: string[] = [];
  let said = '';
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const token = TOKEN.exec(rest)![0];
    const isBrace = ends.at(-1) === '}';
    if (token === '**/') said += '(?:.*/)?';
    else if (token === '**') said += '.*';
    else if (token === '*') said += '[^/]*';
    else if (/^[?@+*]\($/.test(token)) {
      said += '(?:';
      ends.push(token[0] === '@' ? '' : token[0]!);
    } else if (token === '{') {
      said += '(?:';
      ends.push('}');
    } else if (token === ')' && ends.length > 0 && !isBrace) said += `)${ends.pop()}`;
    else if (token === '}' && isBrace) {
      said += ')';
      ends.pop();
    } else if (token === '|' && ends.length > 0 && !isBrace) said += '|';
    else if (token === ',' && isBrace) said += '|';
    else if (token === '?') said += '[^/]';
    else if (/^\[/.test(token)) said += token;
    else if (/^[!()[\]{}|\\]/.test(token)) return undefined;
    else said += escaped(token);
    at += token.length;
  }
  return ends.length === 0 ? new RegExp(`^${said}$`) : undefined;
}

const TOKEN = /^(?:\*\*\/|\*\*|[?@+*]\(|\[[\w-]+\]|[\s\S])/;
