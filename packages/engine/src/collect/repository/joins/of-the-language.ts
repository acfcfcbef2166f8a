import { onceFor } from '../../../once-for.ts';
import type { Expression, SourceModule } from '../code/syntax/source-module.ts';

/** Modules that come with Node.js or Python and hand back things of their own: never an object of the application. */
const OWN_THINGS =
  /^(?:node:)?(?:crypto|zlib|path|url|querystring|string_decoder|buffer)$|^(?:hashlib|hmac|base64|zlib|datetime|decimal|pathlib|urllib\.parse|collections|re)$/;

/**
 * Whether what has a member is made by the language or what comes with it, so that the member is no method of the application,
 * whatever it is called: `createHash('md5').update(text)`, `headers = {}` and `headers.update(…)`.
 */
export function isOfTheLanguage(
  { of }: Extract<Expression, { kind: 'member' }>,
  module: SourceModule,
): boolean {
  const { things, collections } = namesOfTheLanguage(module);
  return isThing(of, module, things) || (of.kind === 'name' && collections.has(of.name));
}

function isThing(value: Expression, module: SourceModule, things: ReadonlySet<string>): boolean {
  switch (value.kind) {
    case 'name':
      return things.has(value.name);
    case 'member':
      return isThing(value.of, module, things);
    case 'call':
      return isThing(module.calls[value.call]!.callee, module, things);
    case 'module':
      return OWN_THINGS.test(value.module);
    default:
      return value.kind === 'literal' || value.kind === 'text';
  }
}

interface Names {
  readonly things: ReadonlySet<string>;
  /** In Python what is written as `{…}` or `[…]`: its methods are those of the language, and what is kept in it may have others. */
  readonly collections: ReadonlySet<string>;
}

/** Names of a module that stand for nothing else, wherever they are given something. */
const namesOfTheLanguage = onceFor((module: SourceModule): Names => {
  const things = new Set<string>();
  const collections = new Set<string>();
  const others = new Set(module.functions.flatMap(({ parameters }) => parameters.map(({ name }) => name)));
  for (const { local, module: from } of module.imports)
    if (local !== undefined) (OWN_THINGS.test(from) ? things : others).add(local);
  for (const { target, value } of module.bindings) {
    if (target.kind !== 'name') continue;
    const isCollection = module.language === 'python' && (value.kind === 'object' || value.kind === 'list');
    if (isThing(value, module, things)) things.add(target.name);
    else (isCollection ? collections : others).add(target.name);
  }
  const alone = (names: ReadonlySet<string>, more: ReadonlySet<string>) =>
    new Set([...names].filter((name) => !others.has(name) && !more.has(name)));
  return { things: alone(things, collections), collections: alone(collections, things) };
});
