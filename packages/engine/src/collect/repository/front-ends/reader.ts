import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { folderOf } from '../../files/paths.ts';
import { isModule, modulesOf, type SourceModules } from '../code/modules.ts';
import { everyOne } from '../code/syntax/expressions.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, openList, placeIn, type RepositoryFact, written } from '../fact.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { askedAddresses } from './asked-addresses.ts';
import { budgetsIn, mayHoldBudgets } from './budgets.ts';
import { type Framework, frameworkOf } from './frameworks.ts';

const TYPES = ['Repository::FrontEnd', 'Repository::PageBudget'] as const;

/** Front ends: packages that build pages, and folders whose pages are served as they are. */
export const frontEnds: Reader = {
  name: 'front ends',
  types: TYPES,
  onlySearches: true,
  wants,
  read: readFrontEnds,
};

function wants(path: string, kind: FileKind): boolean {
  if (kind === 'other') return isPage(path) || mayHoldBudgets(path);
  return isModule(path, kind) && !path.endsWith('.py');
}

function isPage(path: string): boolean {
  return (
    /\.html?$/.test(path) &&
    !/(^|\/)(docs?|templates?|emails?|mails?|coverage|storybook-static|reports?)\//i.test(path)
  );
}

interface FrontEnd {
  readonly folder: string;
  readonly file: string;
  readonly framework: Framework | undefined;
  readonly scripts: Set<string>;
  readonly elsewhere: Set<string>;
}

async function readFrontEnds(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const found = new Map<string, FrontEnd>();
  const hidden: string[] = [];
  const pages: { readonly file: string; readonly text: string }[] = [];
  for (const file of files.filter((path) => source.kind(path) === 'other')) {
    const read = await source.text(file);
    if (read.kind === 'skipped') {
      if (/package\.json$|\.html?$|lighthouserc/.test(file)) findings.skipped(file, read.why);
      if (isPage(file)) hidden.push(file);
      continue;
    }
    if (isPage(file)) pages.push({ file, text: read.text });
    if (mayHoldBudgets(file)) findings.add(...budgetsIn(file, read.text));
    if (!/(^|\/)package\.json$/.test(file)) continue;
    const framework = frameworkOf(file, read.text);
    const folder = folderOf(file);
    if (framework !== undefined)
      found.set(folder, { folder, file, framework, scripts: new Set(), elsewhere: new Set() });
  }
  const built = [...found.keys()];
  const folders = new Set(
    files.filter((path) => source.kind(path) === 'other' && isPage(path)).map(folderOf),
  );
  for (const { file, text } of pages) {
    if (built.some((folder) => isWithin(file, folder))) continue;
    const own = scriptsOf(file, text);
    if (own.here.length + own.elsewhere.length === 0) continue;
    const folder = siteOf(file, folders);
    const before = found.get(folder) ?? {
      folder,
      file,
      framework: undefined,
      scripts: new Set(),
      elsewhere: new Set(),
    };
    found.set(folder, before);
    for (const script of own.here) before.scripts.add(script);
    for (const script of own.elsewhere) before.elsewhere.add(script);
  }
  const code = found.size === 0 ? undefined : await modulesOf(source);
  for (const one of found.values()) findings.add(await frontEndFact(one, code!, source, hidden));
  return findings.found;
}

/** The folder that a site begins with: pages in folders of pages are of one. By path alone, so that each page has one place. */
function siteOf(file: string, folders: ReadonlySet<string>): string {
  const own = folderOf(file);
  const parts = own.split('/');
  return parts.map((_, i) => parts.slice(0, i).join('/')).find((folder) => folders.has(folder)) ?? own;
}

function isWithin(file: string, folder: string): boolean {
  return folder === '' || folder === '.' || file.startsWith(`${folder}/`);
}

/** The scripts that a page loads: files beside it, and those of others. */
function scriptsOf(
  file: string,
  text: string,
): { readonly here: readonly string[]; readonly elsewhere: readonly string[] } {
  const here: string[] = [];
  const elsewhere: string[] = [];
  for (const [, src] of text.matchAll(/<script\b[^>]{0,400}?\bsrc\s*=\s*["']?([^"'\s>]{1,300})/gi)) {
    if (/^(https?:)?\/\//.test(src!)) elsewhere.push(src!);
    else if (!/[{%$]/.test(src!)) here.push(joined(folderOf(file), src!.replace(/[?#].*$/, '')));
    else elsewhere.push(src!);
  }
  return { here, elsewhere };
}

function joined(folder: string, path: string): string {
  const parts = path.startsWith('/') ? [] : folder.split('/').filter((part) => part !== '' && part !== '.');
  if (path.startsWith('/')) parts.push(...folder.split('/').filter((part) => part !== '' && part !== '.'));
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

async function frontEndFact(
  one: FrontEnd,
  code: SourceModules,
  source: SourceOfFiles,
  hidden: readonly string[],
): Promise<RepositoryFact> {
  const at = placeIn(one.file);
  const folder = one.folder === '' ? '.' : one.folder;
  const own = [...code.modules.values()].filter(
    (module) => module.language === 'script' && isWithin(module.file, one.folder),
  );
  const splits = own.flatMap(splitsIn);
  const unread =
    code.unread.find(({ file }) => isWithin(file, one.folder) && !file.endsWith('.py'))?.file ??
    own.find(({ problems }) => problems.length > 0)?.file;
  const addresses = askedAddresses(own).map(({ name, file, at: { line, column } }) =>
    written({ name }, placeIn(file, line, column)),
  );
  const more = unknown('unsupported-construct', `looking into ${unread}`, inCode(at));
  return fact({
    type: 'Repository::FrontEnd',
    address: `pages in ${folder}`,
    at,
    properties: {
      path: folder,
      framework: one.framework?.name,
      ...(one.framework === undefined ? {} : { built: true }),
      ...(one.framework?.splitsItself ? { splitsItself: true } : {}),
      scriptBytes: one.framework === undefined ? await sizeOf(one, own, source, hidden) : undefined,
      elsewhere: [...one.elsewhere],
      pages: unread === undefined ? pagesIn(own) : more,
      splits: unread === undefined ? splits : openList(splits, more),
      addresses: unread === undefined ? addresses : openList(addresses, more),
    },
  });
}

/** The size of the scripts of pages that are served as they are, with what these import. */
async function sizeOf(
  one: FrontEnd,
  own: readonly SourceModule[],
  source: SourceOfFiles,
  hidden: readonly string[],
) {
  const page = hidden.find((file) => isWithin(file, one.folder));
  if (page !== undefined) return unknown('not-readable', `what ${page} loads`, inCode(placeIn(one.file)));
  const files = new Set(one.scripts);
  const byFile = new Map(own.map((module) => [module.file, module]));
  for (const file of files)
    for (const { module } of byFile.get(file)?.imports ?? [])
      if (module.startsWith('.')) files.add(joined(folderOf(file), module));
  let bytes = 0;
  for (const file of files) {
    const read = source.has(file) ? await source.text(file) : undefined;
    if (read?.kind !== 'text')
      return unknown('not-readable', `the size of ${file}`, inCode(placeIn(one.file)));
    bytes += Buffer.byteLength(read.text);
  }
  return bytes;
}

const PAGES = /(^|\/)(pages|views|screens|routes)\/(?!.*(components?|hooks|utils|__)\/)/;

/** How many pages the code tells apart: files in folders of pages that make elements. */
function pagesIn(own: readonly SourceModule[]): number {
  return own.filter(({ file, elements }) => PAGES.test(file) && elements.length > 0).length;
}

const LAZY = /(^|\.)(lazy|loadable|defineAsyncComponent|lazyRouteComponent|lazyWithRetry|dynamic)$/;

/** What a module loads only when it is asked for: `import('./looks.js')`, and what a bundler is told to cut. */
function splitsIn(module: SourceModule): readonly string[] {
  const found = new Set<string>();
  const add = (name: string) => {
    if (/^(\.|@\/|~\/|src\/|#)/.test(name)) found.add(name);
  };
  for (const { callee, path } of module.calls) {
    if (callee.kind === 'member' && callee.of.kind === 'module') add(callee.of.module);
    if (path !== undefined && LAZY.test(path)) found.add(path);
  }
  for (const { gives } of module.functions) if (gives?.kind === 'module') add(gives.module);
  for (const { value, within } of module.bindings) {
    const of = value.kind === 'member' ? value.of : value;
    if (within !== -1 && of.kind === 'module') add(of.module);
  }
  for (const { value } of module.returns) if (value?.kind === 'module') add(value.module);
  for (const { value } of everyOne(module, 'object'))
    for (const { name } of value.members)
      if (/^(manualChunks|splitChunks|loadChildren|loadComponent|autoCodeSplitting)$/.test(name))
        found.add(name);
  return [...found];
}
