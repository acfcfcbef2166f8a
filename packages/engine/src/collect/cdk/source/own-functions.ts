import type { Location } from '../../../model/origin.ts';
import type { Execution } from './evaluate/execution.ts';
import type { Library } from './evaluate/library.ts';
import type { Program } from './evaluate/program.ts';
import { type Calls, RETURNED } from './syntax/calls-written.ts';

/**
 * Why functions with code of the program may be made that were not seen; nothing where each place that may make one was
 * followed, with all that it is made with. What else makes functions then is the library, for itself.
 */
export function unseenFunctions(program: Program, library: Library, by: Execution): string | undefined {
  const files = [...program.files.values()];
  const calls: Calls[] = [];
  for (const { file, calls: own, mentions, problems } of files) {
    if (own === undefined || problems.length > 0) return `what ${file} calls is not told`;
    calls.push(own);
    const other = mentions.imported.find(({ name, path }) => [name, ...path].some((one) => OTHERS.has(one)));
    if (other !== undefined)
      return `a function is made in a way that is not followed at ${placeIn(other.at)}`;
    if (mentions.texts.has('AWS::Lambda::Function')) return `${file} names the type of functions`;
  }
  const many = library.constructs.find((one) => one.isOneOfMany === true && isFunction(one.module, one.name));
  if (many !== undefined) return `it is not known how often ${placeIn(many.at)} makes a function`;
  const unplaced = library.unplaced.find(({ name }) => CLASSES.includes(name));
  if (unplaced !== undefined) return `it is not known where ${placeIn(unplaced.at)} makes a function`;
  const { making, bare } = namesThatMake(calls);
  if (making.has(RETURNED)) return 'a function that makes functions is given back by another';
  const guess = by.guessed.find(({ name }) => name === undefined || making.has(name));
  if (guess !== undefined) return `what is called at ${placeIn(guess.at)} is not known`;
  const followed = new Set([...by.followed].map(keyOf));
  for (const { written, values, members, declared } of calls) {
    const handed =
      [...values].find((name) => bare.has(name)) ?? [...members].find((name) => making.has(name));
    if (handed !== undefined) return `${handed} makes functions and is handed on`;
    const missed = written.find(
      ({ name, isBare, at }) =>
        (name === undefined ||
          making.has(name) ||
          (isBare && !declared.has(name) && !OF_LANGUAGE.has(name))) &&
        !followed.has(keyOf(at)),
    );
    if (missed !== undefined)
      return `${missed.name ?? 'what is computed'} at ${placeIn(missed.at)} is not followed`;
  }
  return undefined;
}

/** The classes whose resource is a function, which is seen where one is made. */
const CLASSES = ['Function', 'NodejsFunction', 'DockerImageFunction', 'CfnFunction'];

function isFunction(module: string, name: string): boolean {
  return /^aws-lambda(?:-nodejs)?$/.test(module) && CLASSES.includes(name);
}

/** What makes functions of code that it is given, beside them: these are not seen as functions. */
const OTHERS: ReadonlySet<string> = new Set([
  'SingletonFunction',
  'TriggerFunction',
  'experimental',
  'CustomResourceProvider',
  'CustomResourceProviderBase',
]);

/** What calls nothing of the program but what it is given. */
const OF_LANGUAGE: ReadonlySet<string> = new Set(
  'String Number Boolean BigInt Symbol Array Object Map Set WeakMap WeakSet Date RegExp URL Error TypeError RangeError Promise parseInt parseFloat isNaN isFinite structuredClone encodeURIComponent decodeURIComponent fetch'.split(
    ' ',
  ),
);

/**
 * The names by which a function may come to be made: of its classes, and of all in which such a name is called; and those of
 * them that are no members of anything.
 */
function namesThatMake(calls: readonly Calls[]) {
  const making = new Set(CLASSES);
  const bare = new Set(CLASSES);
  for (let before = -1; before < making.size + bare.size; ) {
    before = making.size + bare.size;
    for (const { written, heirs } of calls) {
      for (const [name, of] of heirs) if (making.has(of)) for (const names of [making, bare]) names.add(name);
      for (const { name, within } of written) {
        if (name === undefined || !making.has(name)) continue;
        for (const holder of within) {
          making.add(holder.name);
          if (!holder.isMember) bare.add(holder.name);
        }
      }
    }
  }
  return { making, bare };
}

function keyOf({ file, line, column, endLine, endColumn }: Location): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn}`;
}

function placeIn({ file, line }: Location): string {
  return `${file}:${line}`;
}
