import { folderOf } from '../../files/paths.ts';
import type { Program } from '../code/names/program.ts';
import { textIn } from '../code/routes/texts.ts';
import type { Place, SourceModule } from '../code/syntax/source-module.ts';
import type { SourceOfFiles } from '../reader.ts';
import { type VueRouter, vueRouters } from './vue-routers.ts';

/** A link of a page to another of the same site. */
export interface SiteLink {
  readonly file: string;
  readonly to: string;
  readonly path: string;
  readonly there: boolean;
  readonly at: Place;
  /** Whether others are sent there by an address that begins with the origin of the page. */
  readonly isOwn?: boolean;
  /** Whether a router in the page tells its pages apart, and not files. */
  readonly byRouter?: boolean;
}

const TEMPLATE = /\{\{|\{%|<%|<\?php|\{#|th:href|\$\{/;
const ANCHOR = /<a\b[^>]*?\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The links of a page of plain HTML; of one that a program fills in they are not told. */
export function linksOfHtml(file: string, text: string, source: SourceOfFiles): readonly SiteLink[] {
  if (TEMPLATE.test(text)) return [];
  const folder = folderOf(file);
  const site = siteOf(file, source);
  const hasSite = source.has(site === '.' ? 'index.html' : `${site}/index.html`);
  const found: SiteLink[] = [];
  const lines = text.split('\n');
  for (const [index, line] of lines.entries())
    for (const match of line.matchAll(ANCHOR)) {
      const to = match[1] ?? match[2] ?? '';
      const path = to.replace(/[?#].*$/, '');
      if (path === '' || /^([a-z][\w+.-]*:|\/\/)/i.test(path)) continue;
      const root = path.startsWith('/');
      if (root && !hasSite) continue;
      const target = joined(root ? site : folder, path.replace(/^\/+/, ''));
      if (target === undefined) continue;
      found.push({
        file,
        to,
        path: root ? path : `/${path.replace(/^\.\//, '')}`,
        there: isThere(target, source),
        at: { line: index + 1, column: (match.index ?? 0) + 1 },
      });
    }
  return found;
}

/** The topmost folder above that has an `index.html`. */
export function siteOf(file: string, source: SourceOfFiles): string {
  let site = folderOf(file);
  for (let at = site; at !== '.'; ) {
    at = folderOf(at);
    if (source.has(at === '.' ? 'index.html' : `${at}/index.html`)) site = at;
  }
  return site;
}

/** Whether a file, or a folder with an index, is at a path. */
export function isThere(target: string, source: SourceOfFiles): boolean {
  const bare = target.replace(/\/$/, '');
  return (
    ['', '.html', '.htm', '/index.html', '/index.htm'].some((end) => source.has(`${bare}${end}`)) ||
    bare === ''
  );
}

function joined(folder: string, path: string): string | undefined {
  const steps = folder === '.' ? [] : folder.split('/');
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') steps.push(step);
    else if (steps.pop() === undefined) return undefined;
  }
  return steps.join('/');
}

/** Where pages of one application lead that names all of its pages in a table: `{ '/': Home, '/jobs': Jobs }`, `<Route path>`. */
export function linksOfRouters(program: Program, pages: readonly SourceModule[]): readonly SiteLink[] {
  const byApp = Map.groupBy(pages, ({ file }) => appOf(file));
  const routers = vueRouters(program);
  return [...byApp].flatMap(([app, modules]) => {
    const named = pagesOf(modules, routersOf(app, routers));
    if (named === undefined) return [];
    return modules.flatMap((module) =>
      linksIn(program, module)
        .filter(({ path }) => !isBelow(path, named))
        .map((link) => ({
          ...link,
          there: named.some((page) => isPage(page, link.path)),
        })),
    );
  });
}

/** The pages that the router of an application names, where one names all of them. */
function pagesOf(
  modules: readonly SourceModule[],
  routers: readonly VueRouter[],
): readonly string[] | undefined {
  // Where files are the pages, no table names them.
  if (
    modules.some(
      ({ imports, file }) => PAGE_FILE.test(file) || imports.some((one) => BY_FILES.test(one.module)),
    )
  )
    return undefined;
  if (routers.some((one) => one.pages === undefined)) return undefined;
  const named = [...modules.flatMap(pagesNamed), ...routers.flatMap((one) => one.pages ?? [])];
  // With one page alone there is no router; with a page for all others, nothing is missing.
  return named.length < 2 || named.some((path) => /^\/?\*$/.test(path)) ? undefined : named;
}

/** The pages of the application that a module is one of, as its router names them. */
export function toldByRouter(
  { file }: SourceModule,
  pages: readonly SourceModule[],
  routers: readonly VueRouter[],
): readonly string[] | undefined {
  const app = appOf(file);
  return pagesOf(
    pages.filter((one) => appOf(one.file) === app),
    routersOf(app, routers),
  );
}

function routersOf(app: string, routers: readonly VueRouter[]): readonly VueRouter[] {
  return routers.filter(({ file }) => appOf(file) === app);
}

const PAGE_FILE = /(^|\/)(page\.[jt]sx?|\+page\.svelte)$|\.astro$/;
const BY_FILES =
  /^(next|gatsby|@remix-run|astro|@tanstack|expo-router|@react-router|vike|umi|nuxt|#app|#imports|\$app|@sveltejs\/kit)(\/|$)/;

/** Below a page that may have a router of its own. */
function isBelow(path: string, named: readonly string[]): boolean {
  return named.some(
    (page) => page.length > 1 && path.startsWith(`${page.replace(/^\/?/, '/').replace(/\/?\*?$/, '')}/`),
  );
}

/** The folder that an application of pages lies in: what is above its `src`. */
function appOf(file: string): string {
  return /^(.*?)(?:^|\/)(?:src|app|pages|components)\//.exec(`/${file}`)?.[1] ?? folderOf(file);
}

function pagesNamed(module: SourceModule): readonly string[] {
  const named = module.elements.flatMap(({ name, attributes }) => {
    if (!/^[A-Z]/.test(name)) return [];
    const path = attributes.find((one) => one.name === 'path')?.value;
    return path?.kind === 'literal' && typeof path.value === 'string' ? [path.value] : [];
  });
  const tables = module.bindings.flatMap(({ value }) => {
    if (value.kind !== 'object' || value.members.length < 2) return [];
    const all = value.members.every(
      ({ name, value: page }) => name.startsWith('/') && page.kind === 'name' && /^[A-Z]/.test(page.name),
    );
    return all ? value.members.map(({ name }) => name) : [];
  });
  return [...named, ...tables];
}

function linksIn(program: Program, module: SourceModule): readonly Omit<SiteLink, 'there'>[] {
  return module.elements.flatMap(({ name, attributes, within, at }) => {
    if (!/^(a|Link|NavLink|RouterLink|router-link)$/.test(name)) return [];
    const target = attributes.find(
      (one) => one.name === (name === 'a' ? 'href' : 'to') || one.name === 'href',
    );
    const to = target === undefined ? undefined : textIn(program, module, target.value, within);
    const path = to?.replace(/[?#].*$/, '');
    if (to === undefined || path === undefined || !/^\/(?!\/)/.test(path) || /\.\w{2,5}$/.test(path))
      return [];
    return [{ file: module.file, to, path, at }];
  });
}

/** Whether a path is one of a page that a router names. */
export function isPage(page: string, path: string): boolean {
  const parts = page
    .replace(/^\/?/, '/')
    .replace(/(.)\/$/, '$1')
    .split('/');
  const own = path.replace(/(.)\/$/, '$1').split('/');
  if (parts.at(-1) === '*')
    return own.length >= parts.length - 1 && parts.slice(0, -1).every((p, i) => fits(p, own[i]));
  return parts.length === own.length && parts.every((part, i) => fits(part, own[i]));
}

function fits(part: string, own: string | undefined): boolean {
  return part === own || part.startsWith(':');
}
