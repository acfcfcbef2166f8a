import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { onceFor } from '../../../once-for.ts';
import { componentLanguage } from '../code/components/component.ts';
import type { Meaning, Program } from '../code/names/program.ts';
import type { Expression, Place, SourceModule } from '../code/syntax/source-module.ts';
import { fact, type Plain, placeIn, type RepositoryFact, written } from '../fact.ts';
import { importedBy } from '../joins/reached-code.ts';
import { type Constancy, constancyOf } from './constancy.ts';
import { at } from './places.ts';
import { serverCode } from './server-code.ts';
import { keptInStorage } from './storage.ts';

/** A module that runs in a page, with where it makes markup of texts and what it keeps where scripts can read it. */
export function pages(program: Program, module: SourceModule): readonly RepositoryFact[] {
  if (module.language !== 'script' || !runsInAPage(module)) return [];
  const sinks = [...markupSinks(program, module)];
  const kept = keptInStorage(program, module);
  return [
    fact({
      type: 'Repository::Page',
      address: module.file,
      at: placeIn(module.file),
      properties: {
        path: module.file,
        markup: sinks.map((sink) => written(described(sink, module), at(module, sink.at))),
        storage: kept.map(({ key, token, at: place }) =>
          written(
            {
              key,
              token:
                typeof token === 'boolean'
                  ? token
                  : unknown('unresolved-expression', token.decidedBy, inCode(at(module, place))),
            },
            at(module, place),
          ),
        ),
      },
    }),
  ];
}

/** Whether a module runs in a page and nowhere else: itself, or because a module of a page imports it and no server does. */
export function isOfAPage(program: Program, module: SourceModule): boolean {
  let all = ofPages.get(program);
  if (all === undefined) {
    const itself = new Set(
      [...program.modules.values()].filter((one) => one.language === 'script' && runsInAPage(one)),
    );
    const ofServers = serverCode(program, (one) => itself.has(one));
    all = itself;
    // A set is walked on while it grows.
    for (const one of all) {
      // The script at the beginning of a file of Astro runs where pages are made: so does what it imports.
      if (componentLanguage(one.file) === 'astro') continue;
      for (const imported of importedBy(program, one)) if (!ofServers.has(imported)) all.add(imported);
    }
    ofPages.set(program, all);
  }
  return all.has(module);
}

const ofPages = new WeakMap<Program, Set<SourceModule>>();

/** Whether a module is one of a page whatever stands in a part of it that cannot be read: it shows elements. */
export function isPageAnyhow(program: Program, module: SourceModule): boolean {
  return (
    /\.([jt]sx|vue|svelte|astro)$/.test(module.file) &&
    module.elements.length > 0 &&
    isOfAPage(program, module)
  );
}

/** What drives a browser from outside hands it functions that speak of the document. */
const DRIVES =
  /^(puppeteer(-core|-extra)?|playwright(-core)?|@playwright\/\w+|selenium-webdriver|webdriverio|jsdom)$/;

/** Elements of JSX, or the objects of a browser. Templates of mails have elements as well, and no page. */
function runsInAPage(module: SourceModule): boolean {
  const { file, elements, calls, reads, bindings, imports } = module;
  if (
    elements.length === 0 &&
    (imports.some(({ module: name }) => DRIVES.test(name)) ||
      bindings.some(({ value }) => value.kind === 'module' && DRIVES.test(value.module)))
  )
    return false;
  return (
    elements.length > 0 ||
    componentLanguage(file) !== undefined ||
    calls.some(({ path }) => isBrowsers(module, path)) ||
    reads.some(({ path }) => isBrowsers(module, path)) ||
    bindings.some(({ target }) => target.kind === 'member' && isOfBrowser(module, target)) ||
    calls.some(({ callee }) => callee.kind === 'member' && callee.name === 'bypassSecurityTrustHtml')
  );
}

function isBrowsers(module: SourceModule, path: string | undefined): boolean {
  const root =
    path === undefined
      ? undefined
      : /^(?:globalThis\.)?(window|document|localStorage|sessionStorage|navigator)\./.exec(path)?.[1];
  return root !== undefined && !ownNames(module).has(root);
}

/** Names that a module gives itself: a document of its own, of an API or a database, is no page. */
const ownNames = onceFor(
  ({ calls, bindings, imports, functions }: SourceModule): ReadonlySet<string | undefined> => {
    // `(function (window, document) { … })(window, document)`
    const handed = new Set(
      calls.flatMap(({ callee, arguments: given }) =>
        callee.kind === 'function' ? given.map(({ value }) => lastName(value)) : [],
      ),
    );
    return new Set([
      ...imports.map(({ local }) => local),
      ...bindings.flatMap(({ target }) => (target.kind === 'name' ? [target.name] : [])),
      ...functions.flatMap(({ parameters }) =>
        parameters.flatMap(({ name }) => (handed.has(name) ? [] : [name])),
      ),
    ]);
  },
);

/** `entry.innerHTML = …`, `document.title = …`, `window.location.href = …`. */
function isOfBrowser(module: SourceModule, target: Extract<Expression, { kind: 'member' }>): boolean {
  if (/^(inner|outer)HTML$/.test(target.name)) return true;
  let of: Expression = target;
  while (of.kind === 'member') of = of.of;
  return of.kind === 'name' && /^(window|document)$/.test(of.name) && !ownNames(module).has(of.name);
}

interface Sink {
  readonly sink: string;
  readonly constancy: Constancy;
  readonly at: Place;
}

function described({ sink, constancy, at: place }: Sink, module: SourceModule): { [name: string]: Plain } {
  const raw =
    constancy === 'open'
      ? unknown('unresolved-expression', 'where the text comes from', inCode(at(module, place)))
      : constancy === 'given';
  return { sink, raw };
}

/** What makes markup of a text where elements are written: of React, Vue, Svelte and Astro. */
const MARKUP = /^(dangerouslySetInnerHTML|v-html|\{@html\}|set:html|inner-?HTML)$/i;

/** Calls that make any text harmless as markup. */
const SANITISERS =
  /(^|\.)(sanitize\w*|purify|DOMPurify|escapeHtml|escapeHTML|escape|xss|encode|sanitizer\w*|clean|trustedHTML|renderToString)$/i;

function* markupSinks(program: Program, module: SourceModule): Generator<Sink> {
  for (const { target, value, within, at: place } of module.bindings)
    if (target.kind === 'member' && /^(inner|outer)HTML$/.test(target.name))
      yield { sink: target.name, constancy: asMarkup(program, module, value, within), at: place };
  for (const { name, attributes, within } of module.elements)
    for (const attribute of attributes) {
      if (!MARKUP.test(attribute.name)) continue;
      const html =
        attribute.name !== 'dangerouslySetInnerHTML'
          ? attribute.value
          : attribute.value.kind === 'object'
            ? attribute.value.members.find((member) => member.name === '__html')?.value
            : undefined;
      const constancy = html === undefined ? 'open' : asMarkup(program, module, html, within);
      // What stands in these elements is no markup of a page.
      yield { sink: attribute.name, constancy: name === 'style' ? 'constant' : constancy, at: attribute.at };
    }
  for (const call of module.calls) {
    const { callee, arguments: given, within, at: place } = call;
    if (callee.kind !== 'member') continue;
    const makesMarkup =
      /^(bypassSecurityTrustHtml|createContextualFragment|setHTMLUnsafe)$/.test(callee.name) ||
      /^document\.write(ln)?$/.test(call.path ?? '') ||
      (callee.name === 'html' && isOfJQuery(callee.of, module));
    const written = callee.name === 'insertAdjacentHTML' ? given[1] : makesMarkup ? given[0] : undefined;
    if (written !== undefined)
      yield { sink: callee.name, constancy: asMarkup(program, module, written.value, within), at: place };
  }
}

/** `$('#note')`, `jQuery(this).find('p')`, `$note`: elements as jQuery has them. Source: https://api.jquery.com/html/ */
function isOfJQuery(of: Expression, module: SourceModule): boolean {
  if (of.kind === 'name') return /^\$\w/.test(of.name);
  if (of.kind !== 'call') return false;
  const { callee } = module.calls[of.call]!;
  return callee.kind === 'member'
    ? isOfJQuery(callee.of, module)
    : callee.kind === 'name' && /^(\$|jQuery)$/.test(callee.name);
}

/** What servers and addresses say. */
const COMES_FROM_OUTSIDE =
  /(^|\.)(fetch|axios|json|text|useQuery|useParams|useSearchParams|useLoaderData|prompt|URLSearchParams)\(\)/;

/** Data of a page comes from its server or its address: what is no constant and not made harmless is given. */
function asMarkup(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  steps = 0,
  among?: Items,
): Constancy {
  if (steps > 5) return 'open';
  const next = (one: Expression) => asMarkup(program, module, one, within, steps + 1, among);
  if (among !== undefined && isItem(program, module, value, within, among)) return among.are;
  if (value.kind === 'call') {
    const call = module.calls[value.call]!;
    const path = call.path ?? program.pathOf(module, call.callee, call.within) ?? lastName(call.callee) ?? '';
    if (SANITISERS.test(path)) return 'constant';
    if (/^(String|Number|parseInt)$/.test(path))
      return path === 'String' ? next(call.arguments[0]?.value ?? value) : 'constant';
    if (call.callee.kind === 'member' && call.callee.name === 'join') return next(call.callee.of);
    if (call.callee.kind === 'member' && call.callee.name === 'map') {
      const [made] = call.arguments;
      const gives =
        made?.value.kind === 'function' ? module.functions[made.value.function]!.gives : undefined;
      if (gives === undefined || made?.value.kind !== 'function') return 'open';
      const items = {
        of: made.value.function,
        are: itemsOf(program, module, call.callee.of, call.within),
      };
      return asMarkup(program, module, gives, made.value.function, steps + 1, items);
    }
    const callee = program.resolve(module, call.callee, call.within);
    const gives = callee.kind === 'function' ? callee.module.functions[callee.function]!.gives : undefined;
    if (callee.kind === 'function' && gives !== undefined)
      return asMarkup(program, callee.module, gives, callee.function, steps + 1);
    return /^(marked|JSON\.parse|t|i18n)(\.|\(|$)/.test(path) ? 'given' : 'open';
  }
  if (value.kind === 'text') {
    const parts = module.texts[value.text]!.parts.filter((part) => typeof part !== 'string').map(next);
    return parts.includes('given') ? 'given' : parts.includes('open') ? 'open' : 'constant';
  }
  if (value.kind === 'member' || value.kind === 'index') {
    const found = constancyOf(program, module, value, within);
    if (found === 'constant') return found;
    // A member of data: `entry.title`, `entries[0].title`.
    const meaning = program.resolve(module, value, within);
    if (meaning.kind === 'parameter' || meaning.kind === 'made') return 'given';
    const of = program.resolve(module, value.of, within);
    return of.kind === 'parameter' || of.kind === 'made' || (of.kind === 'value' && of.value.kind === 'index')
      ? 'given'
      : found;
  }
  if (value.kind === 'choice') {
    const arms = value.of.map(next);
    return arms.includes('given') ? 'given' : arms.includes('open') ? 'open' : 'constant';
  }
  if (value.kind === 'name') {
    const meaning = program.resolve(module, value, within);
    if (meaning.kind === 'value')
      return asMarkup(program, meaning.module, meaning.value, meaning.within, steps + 1);
    if (meaning.kind === 'made' && meaning.members.length === 0)
      return asMarkup(
        program,
        meaning.module,
        { kind: 'call', call: meaning.call, at: value.at },
        meaning.module.calls[meaning.call]!.within,
        steps + 1,
      );
    if (meaning.kind === 'made' && COMES_FROM_OUTSIDE.test(program.nameOf(meaning) ?? '')) return 'given';
    if (meaning.kind === 'parameter') return constancyOf(program, module, value, within);
  }
  return constancyOf(program, module, value, within);
}

/** What a function that makes markup of each item of a list is given. */
interface Items {
  readonly of: number;
  readonly are: Constancy;
}

function isItem(
  program: Program,
  module: SourceModule,
  value: Expression,
  within: number,
  items: Items,
): boolean {
  if (value.kind !== 'name' && value.kind !== 'member' && value.kind !== 'index') return false;
  const meaning = program.resolve(module, value, within);
  if (meaning.kind === 'parameter') return meaning.function === items.of && meaning.parameter === 0;
  // `([name, value]) => …`: the names of such a pattern are not told, and are nobody else's.
  const pattern = module.functions[items.of]!.parameters[0];
  const isTold = pattern === undefined || pattern.name !== undefined || pattern.members !== undefined;
  return !isTold && value.kind === 'name' && meaning.kind === 'external' && meaning.path === value.name;
}

/** `Object.entries(record)`, `entries`: what stands in a list, or behind the names of an object. */
function itemsOf(program: Program, module: SourceModule, list: Expression, within: number): Constancy {
  if (list.kind === 'call') {
    const call = module.calls[list.call]!;
    const [of] = call.arguments;
    if (/^Object\.(entries|values|keys)$/.test(call.path ?? '') && of !== undefined)
      return itemsOf(program, module, of.value, call.within);
    if (call.callee.kind === 'member' && /^(filter|sort|slice|toSorted|reverse)$/.test(call.callee.name))
      return itemsOf(program, module, call.callee.of, call.within);
  }
  const meaning = program.resolve(module, list, within);
  return comesFromOutside(program, meaning) ? 'given' : constancyOf(program, module, list, within);
}

/** Whether it is what a server or the address of the page says, also where a function of the page asks for it. */
function comesFromOutside(program: Program, meaning: Meaning): boolean {
  if (meaning.kind !== 'made') return false;
  if (COMES_FROM_OUTSIDE.test(program.nameOf(meaning) ?? '')) return true;
  const call = meaning.module.calls[meaning.call]!;
  const callee = program.resolve(meaning.module, call.callee, call.within);
  const gives = callee.kind === 'function' ? program.given(callee.module, callee.function) : undefined;
  return gives?.kind === 'made' && COMES_FROM_OUTSIDE.test(program.nameOf(gives) ?? '');
}

function lastName(value: Expression): string | undefined {
  return value.kind === 'name' || value.kind === 'member' ? value.name : undefined;
}
