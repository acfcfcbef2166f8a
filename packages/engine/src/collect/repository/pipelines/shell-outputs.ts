import { commandsIn, type ShellFunction } from './shell-functions.ts';
import { GIVEN, OPEN } from './shell-text.ts';
import type { List, ShellCommand, ShellWord, SimpleCommand } from './shell-tree.ts';
import { asArguments, Variables } from './shell-variables.ts';

/**
 * What `$(name=acme/tool pulled_image)` puts in, where that is a function of the script which ends with the one thing that it
 * says. Of its words are known those that the call itself gives; nothing where it may say more, or end before.
 */
export function outputOf(
  body: List,
  functions: ReadonlyMap<string, ShellFunction>,
  text: (word: ShellWord) => string,
): string | undefined {
  const call = onlyCommandOf(body);
  const own = call?.words[0] === undefined ? undefined : inside(functions.get(text(call.words[0]))?.body);
  const said = own === undefined ? undefined : onlyCommandOf(own.slice(-1));
  if (call === undefined || said?.words.length !== 2 || said.output !== undefined) return undefined;
  if (!/^echo\s/.test(said.written)) return undefined;
  const before = commandsIn(own!.slice(0, -1)).map(({ written }) => written);
  const isPlain = (written: string) =>
    !NOT_FOLLOWED.test(written) && !functions.has(/^\S*/.exec(written)![0]);
  if (!before.every(isPlain)) return undefined;
  const given = call.assignments.map(({ name, value }) => [name, text(value)] as const);
  const kept = given.filter(([name]) => !before.some((written) => mentions(name, written)));
  const known = new Map([...asArguments(call.words.slice(1).map(text)), ...kept]);
  return new Variables(known, undefined, true).text(said.words[1]!, undefined).replaceAll(GIVEN, OPEN);
}

/** What says something too, may end the function, or changes what it was given. */
const NOT_FOLLOWED = /^(?:(?:echo|printf|cat|exit|return|exec|eval|source|shift|set)\b|\.\s)/;

/** Whether a command may give a variable another value. What it only reads is written behind a dollar. */
function mentions(name: string, written: string): boolean {
  return new RegExp(`(?<![\\w${'$'}{])${name}(?!\\w)`).test(written);
}

/** What stands in the braces of a function. */
function inside(body: List | undefined): List | undefined {
  const only = body === undefined ? undefined : onlyOf(body);
  return only?.kind === 'group' ? only.body : body;
}

function onlyCommandOf(list: List): SimpleCommand | undefined {
  const only = onlyOf(list);
  return only?.kind === 'simple' ? only : undefined;
}

function onlyOf([chain, more]: List): ShellCommand | undefined {
  const [pipe, other] = chain?.pipes ?? [];
  const [command, next] = pipe?.pipe.commands ?? [];
  return more === undefined && other === undefined && next === undefined ? command : undefined;
}
