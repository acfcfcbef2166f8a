import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { isModule } from '../code/modules.ts';
import { programOf } from '../code/names/program.ts';
import type { SourceModule } from '../code/syntax/source-module.ts';
import { fact, linkTo, openList, placeIn } from '../fact.ts';
import { Findings } from '../findings.ts';
import { partsOfKind } from '../joins/expressions.ts';
import { isOfAPage } from '../practices/pages.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { linksOfHtml, linksOfRouters, type SiteLink } from './links.ts';
import { ownLinks } from './own-links.ts';
import { type ClientRequest, clientRequests } from './requests.ts';
import { type Sent, sentByAll } from './sent.ts';

const TYPES = [
  'Repository::ClientCall',
  'Repository::ClientBase',
  'Repository::ClientField',
  'Repository::PageLink',
] as const;

const HTML = /\.html?$/;
/** Pages that a program wrote, or that are for nobody but developers. */
const NO_SITE =
  /(^|\/)(docs?|coverage|htmlcov|dist|build|out|reports?|allure[\w-]*|javadoc|apidocs?|templates?|emails?|mails?|_?partials?|_?includes?|_?layouts?|components?|fragments?)\//i;

/** What pages ask of servers, and where their links lead. */
export const clientCalls: Reader = {
  name: 'calls of pages',
  types: TYPES,
  wants: (path, kind) => isModule(path, kind) || (kind === 'other' && HTML.test(path) && !NO_SITE.test(path)),
  read: readCalls,
};

async function readCalls(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  if (files.length === 0) return findings.found;
  const links: SiteLink[] = [];
  for (const file of files) {
    if (!HTML.test(file)) continue;
    const got = await source.text(file);
    if (got.kind === 'skipped') findings.skipped(file, got.why, ['Repository::PageLink']);
    else links.push(...linksOfHtml(file, got.text, source));
  }
  const program = await programOf(source);
  for (const one of program.unread) findings.unread(one);
  for (const module of program.modules.values()) {
    findings.brokenModule(module);
  }
  const isOfPage = (module: SourceModule) => isOfAPage(program, module);
  const pages = [...program.modules.values()].filter((one) => one.language === 'script' && isOfPage(one));
  links.push(...linksOfRouters(program, pages), ...ownLinks(program, pages, source));
  const requests = clientRequests(program, isOfPage);
  addCalls(requests, findings);
  for (const module of pages) addFields(module, findings);
  for (const { file, to, path, there, at, isOwn, byRouter } of eachOnce(
    links,
    (one) => `${one.file} ${one.to}`,
  ))
    findings.add(
      fact({
        type: 'Repository::PageLink',
        address: `link to ${to} in ${file}`,
        at: placeIn(file, at.line, at.column),
        properties: {
          file,
          to,
          path,
          there: there ? true : undefined,
          isOwn: isOwn ? true : undefined,
          byRouter: byRouter ? true : undefined,
        },
      }),
    );
  return findings.found;
}

function addCalls(requests: readonly ClientRequest[], findings: Findings): void {
  const key = ({ module, method, path, base }: ClientRequest) => `${module.file} ${method} ${path} ${base}`;
  const once = eachOnce(requests, key);
  const alike = Map.groupBy(requests, key);
  const baseOf = ({ module, base }: ClientRequest) => `${base} of ${siteOf(module.file)}`;
  for (const one of once) {
    const { module, at, method, path } = one;
    const place = placeIn(module.file, at.line, at.column);
    const told = (what: string, all: readonly Sent[]) =>
      sentByAll(all) ??
      openList(
        [],
        unknown('unresolved-expression', `what ${what} holds (${module.file}:${at.line})`, inCode(place)),
      );
    const same = alike.get(key(one))!;
    findings.add(
      fact({
        type: 'Repository::ClientCall',
        address: `${method ?? 'call of'} ${path} in ${module.file}`,
        at: place,
        properties: {
          file: module.file,
          method,
          path,
          base: linkTo('Repository::ClientBase', baseOf(one), place),
          sends: told(
            'the body',
            same.map(({ sent }) => sent),
          ),
          asks: told(
            'the query',
            same.map(({ query }) => (query === undefined ? 'unknown' : { fields: query })),
          ),
        },
      }),
    );
  }
  for (const [address, calls] of Map.groupBy(once, baseOf)) {
    const { module, at } = calls[0]!;
    findings.add(
      fact({
        type: 'Repository::ClientBase',
        address,
        at: placeIn(module.file, at.line, at.column),
        properties: {
          calls: calls.map(({ method, path }) => ({ method, path })),
          isOwn: calls[0]!.base === 'own origin' ? true : undefined,
        },
      }),
    );
  }
}

/** The first folder of a path that is not one of many applications: `site`, `apps/web`. */
function siteOf(file: string): string {
  const steps = file.split('/').slice(0, -1);
  return (
    steps.slice(0, /^(apps|packages|services|frontends?)$/.test(steps[0] ?? '') ? 2 : 1).join('/') || '.'
  );
}

const OPERATION = /^\s*(query|mutation|subscription)\b[^{]*\{\s*(\w+)(?:\s*:\s*(\w+))?/;

/** `query Looks($user: ID!) { looks(user: $user) { title } }` */
function addFields(module: SourceModule, findings: Findings): void {
  const seen = new Set<string>();
  const tell = (text: string, line: number, column: number) => {
    const found = OPERATION.exec(text);
    if (found === null) return;
    const type = `${found[1]![0]!.toUpperCase()}${found[1]!.slice(1)}`;
    const name = found[3] ?? found[2]!;
    const address = `${type} ${name} in ${module.file}`;
    if (seen.has(address)) return;
    seen.add(address);
    findings.add(
      fact({
        type: 'Repository::ClientField',
        address,
        at: placeIn(module.file, line, column),
        properties: { file: module.file, type, name },
      }),
    );
  };
  for (const { value: said } of partsOfKind(module, 'literal'))
    if (typeof said.value === 'string') tell(said.value, said.at.line, said.at.column);
  for (const { parts, at } of module.texts)
    if (typeof parts[0] === 'string') tell(parts[0], at.line, at.column);
}

function eachOnce<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [key(one), one] as const).reverse()).values()].reverse();
}
