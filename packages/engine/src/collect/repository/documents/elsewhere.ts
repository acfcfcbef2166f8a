import { type DocumentKind, kindOfDocument } from './kinds.ts';
import { isRepositoryOfDocuments, ownersIn, placeNamed } from './places-elsewhere.ts';

/** A link from a document of the repository to documents that are kept elsewhere. */
export interface LinkElsewhere {
  readonly url: string;
  readonly text: string;
  readonly line: number;
  /** What it says to be; nothing for the place where everything may lie. */
  readonly kind?: DocumentKind;
  /** Whether what leads to it speaks of how the system is watched and run, or leads to all that a wiki has. */
  readonly operations: boolean;
}

/** Places where teams keep documents. */
const WIKIS =
  /^https?:\/\/(?:[\w.-]+\.atlassian\.net\/wiki|(?:www\.)?notion\.so\/|[\w-]+\.notion\.site|(?:[\w.-]+[.-])?(?:confluence|wiki)[.-][\w.-]+|[\w.-]+\/(?:display|spaces)\/[A-Z]|[\w.-]+\.sharepoint\.com|docs\.google\.com\/(?:document|spreadsheets|drive)|drive\.google\.com|[\w-]+\.gitbook\.io|[\w.-]+\.readthedocs\.(?:io|org)|github\.com\/[\w.-]+\/[\w.-]+\/wiki|gitlab\.[\w.-]+\/[\w./-]+\/-\/wikis|dev\.azure\.com\/[\w./%-]+\/_wiki|[\w-]+\.slab\.com|app\.getguru\.com|coda\.io\/d\/)/i;

/** Documents of others, whatever host they lie on. */
const OF_OTHERS =
  /wikipedia\.org|wiktionary|docs\.aws|mozilla|python\.org|archlinux|wiki\.(?:debian|ubuntu|postgresql|openstack|jenkins)/i;

/** Words by which a link means the project's own documents. */
const OWN =
  /wiki|runbook|playbook|documentation|\bdocs?\b|handbook|on-?call|incident|recovery|architecture|design|operations|guide|privacy|procedure|manual|confluence|notion|knowledge/i;

/** Hosts that only teams have: whatever the link is called, they write there. */
const OF_A_TEAM =
  /^https?:\/\/(?:[\w.-]+\.atlassian\.net\/wiki|[\w.-]*confluence[\w.-]*\/|[\w.-]+\/(?:display|spaces)\/[A-Z]|[\w.-]+\.sharepoint\.com|[\w-]+\.slab\.com|app\.getguru\.com|dev\.azure\.com\/[\w./%-]+\/_wiki)/i;

const OF_OPERATIONS =
  /runbook|playbook|on-?call|alarm|alert|monitor|observab|incident|operat(?:ion|ing|e\b)|recover|escalation|pager|handbook/i;

/** All of a wiki, a space of it or its first page, and no page of its own. */
const ROOT =
  /^https?:\/\/[^/]+(?:\/(?:wiki|home|(?:wiki\/)?(?:display|spaces)\/[\w~-]+(?:\/(?:overview|home|pages))?|(?:en\/)?(?:latest|stable)|[\w.-]+\/[\w.-]+\/wiki(?:\/home)?|[\w./-]+\/-\/wikis(?:\/home)?|[\w./%-]+\/_wiki(?:\/wikis\/[\w.%-]+)?|(?:sites|teams)\/[\w.-]+|drive\/(?:u\/\d\/)?folders\/[\w-]+))?\/?(?:[?#].*)?$/i;

/** Links of a README to a wiki of its own; `own` are the addresses that its manifests give for the repository. */
export function linksElsewhere(text: string, own: readonly string[] = []): readonly LinkElsewhere[] {
  const found = new Map<string, LinkElsewhere>();
  const owners = ownersIn(text, own);
  // `## Architecture`, and below it only `[all in one view](…)`.
  let above = '';
  let below = '';
  for (const [index, line] of text.split('\n').entries()) {
    const heading = /^(#{1,6})\s+(.{1,200})$/.exec(line);
    if (heading !== null && heading[1]!.length <= 2) above = heading[2]!;
    if (heading !== null) below = heading[2]!;
    if (line.length > 2_000) continue;
    const place = placeNamed(line);
    if (place !== undefined && !found.has(place))
      found.set(place, { url: place, text: place, line: index + 1, operations: true });
    if (!line.includes('://')) continue;
    const named = [...line.matchAll(/\[([^\]]{1,200})\]\((https?:\/\/[^)\s]{1,300})\)/g)].map((match) => ({
      text: match[1]!,
      url: match[2]!,
    }));
    const bare = [...line.matchAll(/(?<!\()https?:\/\/[^\s)<>"'`]{1,300}/g)].map((match) => ({
      text: line
        .slice(0, match.index)
        .replace(/[^\w\s-]+/g, ' ')
        .trim()
        .slice(-60),
      url: match[0].replace(/[.,;:]$/, ''),
    }));
    for (const link of [...named, ...bare]) {
      const isOfDocuments = isRepositoryOfDocuments(link, owners);
      if ((!WIKIS.test(link.url) && !isOfDocuments) || OF_OTHERS.test(link.url)) continue;
      // On a host of code the project of somebody else has a wiki, too.
      const isOfCode = /^https?:\/\/(?:github|gitlab)\./.test(link.url);
      const path = isOfCode ? '' : link.url.replace(/^https?:\/\/[^/]+\//, '');
      const around = [link.text, path, above, below];
      if (!OF_A_TEAM.test(link.url) && !around.some((said) => OWN.test(said))) continue;
      if (isOfCode && !isOfDocuments && isOfAnother(link, text, own)) continue;
      const kind = kindOfDocument(`${link.text.replace(/[^\w]+/g, '-')}.md`, link.text);
      const says = kind === 'other' || kind === 'readme' ? undefined : kind;
      // One document, and not a place where others may lie.
      const isAlone = /^https?:\/\/(?:docs|drive)\.google\.com/.test(link.url);
      const operations =
        isOfDocuments || ROOT.test(link.url) || around.some((said) => OF_OPERATIONS.test(said));
      if (says !== undefined && !found.has(link.url))
        found.set(link.url, { ...link, line: index + 1, kind: says, operations });
      const place = placeOf(link.url);
      const before = found.get(place);
      if (!isAlone && (before === undefined || (operations && !before.operations)))
        found.set(place, { url: place, text: place, line: index + 1, operations });
    }
  }
  return [...found.values()].slice(0, 20);
}

const ON_A_HOST = /\b(?:github|gitlab)\.[\w.-]+[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?(?=[/#?)\s"']|$)/i;

/** As npm takes it: `github:acme/cards`. */
const SHORT = /^(?:(?:github|gitlab):)?([\w.-]+)\/([\w.-]+)$/;

/** Whether a wiki on a host of code is that of another project, as far as anything says so. */
function isOfAnother(
  link: { readonly url: string; readonly text: string },
  text: string,
  own: readonly string[],
): boolean {
  const [, owner = '', name = ''] = ON_A_HOST.exec(link.url) ?? [];
  const known = own.flatMap((address) => {
    const found = ON_A_HOST.exec(address) ?? SHORT.exec(address);
    return found === null ? [] : [[found[1]!, found[2]!]];
  });
  const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
  if (known.length > 0)
    return !known.some(([who = '', what = '']) => isSame(who, owner) || isSame(what, name));
  // “the pyenv wiki”, in what is not called pyenv itself.
  const title = /^#{1,2}\s+(.{1,200})$/m.exec(text)?.[1] ?? '';
  const says = (said: string) =>
    said
      .toLowerCase()
      .split(/[^\w.-]+/)
      .includes(name.toLowerCase());
  return says(link.text) && title !== '' && !says(title);
}

/** The wiki that a page belongs to. */
function placeOf(url: string): string {
  const [, host = '', path = ''] = /^https?:\/\/([^/]+)(\/.*)?$/.exec(url) ?? [];
  const wiki = /^\/[^/]+\/[^/]+\/(?:-\/)?wikis?\b/.exec(path)?.[0];
  const repository = /^(?:github|gitlab)\./.test(host) ? /^\/[^/]+\/[^/?#]+/.exec(path)?.[0] : undefined;
  return `${host}${wiki ?? repository ?? ''}`;
}
