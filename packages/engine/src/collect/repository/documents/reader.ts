import { folderOf, join } from '../../files/paths.ts';
import type { FileKind } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { type LinkElsewhere, linksElsewhere } from './elsewhere.ts';
import { documentElsewhere, documentIn } from './facts.ts';
import { guidesElsewhere } from './guides-elsewhere.ts';
import { isNamedForPolicy } from './kinds.ts';
import type { Policy } from './policies.ts';
import { policiesElsewhere } from './policies-elsewhere.ts';
import { policyLinks, routesOf } from './policy-links.ts';

const TYPES = ['Repository::Document'] as const;

const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i;
/** Plain text is a document where it lies among documents; elsewhere it is data. */
const PLAIN =
  /(?:^|\/)(?:docs?|documentation|runbooks?|playbooks?)\/(?:.+\/)?[^/]+\.txt$|(?:^|\/)(?:readme|runbook|privacy|terms)[^/]*\.txt$/i;
/** Pages that tell people what they agree to, and how to use what is there. */
const PAGES =
  /(?:^|\/)(?:privacy|terms|cookies?|tos|legal|imprint|faq|help|guide|user-?guide|manual|get(?:ting)?-?started|quick-?start)[\w-]*(?:\/(?:page|index|\+page))?\.(?:html?|[jt]sx|vue|svelte|astro|mdx)$/i;
const PAGE_OR_TEXT = /\.(?:html?|[jt]sx|vue|svelte|astro|txt)$/;
/** What may show a link to a policy. */
const PAGE = /\.(?:[jt]sx|vue|svelte|astro)$/;
/** Documents from which teams lead to what they write elsewhere. */
const LEADS = /(?:^|\/)(?:readme|contributing|index|pull_request_template)\.\w+$|^\.github\/[^/]+\.\w+$/i;
/** Texts that the host of the code puts before people: no documents, and they lead to some. */
const TEMPLATE = /^(?:\.github|docs|\.gitlab)\/(?:pull_request|issue|merge_request)_templates?\/[^/]+\.md$/i;
/** What the host of the code asks for, what editors are told of how to write, and what others wrote of themselves. */
const NO_DOCUMENT =
  /^(?:docs?\/)?(?:third[-_]party[-_])?licen[cs]es\/|(?:^|\/)(?:\.github\/(?:ISSUE_TEMPLATE|PULL_REQUEST_TEMPLATE|instructions|prompts|chatmodes|agents|skills)|\.changeset|\.claude|\.cursor|\.agents|node_modules)\/|(?:^|\/)[\w.-]*[Cc]hange-?[Ll]og[\w.-]*$|(?:^|\/)(?:LICEN[CS]E|NOTICE|COPYING|ATTRIBUTIONS?|THIRD[-_]PARTY|CHANGELOG|CHANGES|HISTORY|CODE_OF_CONDUCT|CONTRIBUTORS|AUTHORS|copilot-instructions)[\w.-]*$/;

/** Documents: Markdown, reStructuredText, AsciiDoc, plain text, and pages about privacy, terms and use. */
export const documents: Reader = {
  name: 'documents',
  types: TYPES,
  wants: (path, kind) => isDocument(path, kind),
  read: readDocuments,
};

async function readDocuments(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  const own = await ownAddresses(source);
  const documents = new Set(files);
  const pages = source.paths.filter((path) => PAGE.test(path) && source.kind(path) === 'source');
  const shown = await shownBy(pages, documents, source, findings);
  // A place is told of once, however many files link to it.
  const elsewhere = new Set<string>();
  const tell = (link: LinkElsewhere, file: string): void => {
    if (elsewhere.has(link.url)) return;
    elsewhere.add(link.url);
    findings.add(documentElsewhere({ ...link, file }));
  };
  const called = (path: string): Policy | undefined =>
    routesOf(path)
      .map((route) => shown.policies.get(route))
      .find((policy) => policy !== undefined);
  for (const file of [
    ...files,
    ...(shown.policies.size === 0 ? [] : pages.filter((path) => !documents.has(path) && called(path))),
  ]) {
    const got = await source.text(file);
    if (got.kind !== 'text') {
      findings.skipped(file, got.why);
      continue;
    }
    const text = withoutLongLines(file, got.text, findings);
    const isThere = (linked: string) => {
      const path = join(linked.startsWith('/') ? '.' : folderOf(file), linked);
      return path !== undefined && (source.has(path) || source.leftOut(path) !== undefined);
    };
    findings.add(documentIn(file, text, called(file), isThere));
    if (LEADS.test(file)) for (const link of linksElsewhere(text, own)) tell(link, file);
  }
  for (const file of source.paths.filter((path) => TEMPLATE.test(path) && !documents.has(path))) {
    const got = await source.text(file);
    if (got.kind !== 'text') findings.skipped(file, got.why);
    else for (const link of linksElsewhere(got.text, own)) tell(link, file);
  }
  for (const { link, file } of shown.elsewhere) tell(link, file);
  return findings.found;
}

interface Shown {
  /** What pages of the application are called, by their addresses. */
  readonly policies: ReadonlyMap<string, Policy>;
  readonly elsewhere: readonly { readonly link: LinkElsewhere; readonly file: string }[];
}

/** The policies to which pages lead, those of the application and those on other hosts, and guides there. */
async function shownBy(
  pages: readonly string[],
  documents: ReadonlySet<string>,
  source: SourceOfFiles,
  findings: Findings,
): Promise<Shown> {
  const policies = new Map<string, Policy>();
  const elsewhere: Shown['elsewhere'][number][] = [];
  for (const file of pages) {
    const got = await source.text(file);
    if (got.kind !== 'text') {
      if (!documents.has(file)) findings.skipped(file, got.why);
      continue;
    }
    const links = [...policiesElsewhere(got.text), ...guidesElsewhere(got.text)];
    elsewhere.push(...links.map((link) => ({ link, file })));
    for (const { route, policy } of policyLinks(got.text))
      if (!policies.has(route)) policies.set(route, policy);
  }
  return { policies, elsewhere };
}

/** Where the repository itself lies, as its manifests say. */
async function ownAddresses(source: SourceOfFiles): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [file, says] of OWN_ADDRESS) {
    const got = source.has(file) ? await source.text(file) : undefined;
    if (got?.kind === 'text') found.push(...[...got.text.matchAll(says)].map(([, address]) => address!));
  }
  return found;
}

const OWN_ADDRESS: readonly (readonly [file: string, says: RegExp])[] = [
  ['package.json', /"repository"\s*:\s*(?:\{[^{}]{0,300}?"url"\s*:\s*)?"([^"\n]{1,300})"/g],
  [
    'pyproject.toml',
    /^\s*"?(?:repository|source|source code|homepage|code)"?\s*=\s*["']([^"'\n]{1,300})["']/gim,
  ],
];

/** Longer than anything that a person writes: a picture or data, in which words and addresses are looked for in vain. */
const LONGEST_LINE = 10_000;
const PICTURE = /\bdata:[\w/+.-]+;base64,[\w+/=]*/g;

/** The text with pictures and endless lines taken out, line by line; what is no picture is told as not read. */
function withoutLongLines(file: string, text: string, findings: Findings): string {
  if (text.length <= LONGEST_LINE) return text;
  return text
    .split('\n')
    .map((line, index) => {
      if (line.length <= LONGEST_LINE) return line;
      const rest = line.replace(PICTURE, '');
      if (rest.length <= LONGEST_LINE) return rest;
      const why = `a line of ${rest.length.toLocaleString('en')} characters is not read`;
      findings.broken(file, index + 1, why);
      return '';
    })
    .join('\n');
}

function isDocument(path: string, kind: FileKind): boolean {
  if (NO_DOCUMENT.test(path)) return false;
  const isPage = PAGES.test(path) || (PAGE_OR_TEXT.test(path) && isNamedForPolicy(path));
  if (kind === 'source') return isPage;
  return kind === 'other' && (PROSE.test(path) || PLAIN.test(path) || isPage);
}
