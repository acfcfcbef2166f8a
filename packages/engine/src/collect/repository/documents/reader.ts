import type { FileKind } from '../file-kind.ts';
import { type Findings, readEach } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';
import { linksElsewhere } from './elsewhere.ts';
import { documentElsewhere, documentIn } from './facts.ts';
import { policiesElsewhere } from './policies-elsewhere.ts';

const TYPES = ['Repository::Document'] as const;

const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$/i;
/** Plain text is a document where it lies among documents; elsewhere it is data. */
const PLAIN =
  /(?:^|\/)(?:docs?|documentation|runbooks?|playbooks?)\/(?:.+\/)?[^/]+\.txt$|(?:^|\/)(?:readme|runbook|privacy|terms)[^/]*\.txt$/i;
/** Pages that tell people what they agree to, and how to use what is there. */
const PAGES =
  /(?:^|\/)(?:privacy|terms|cookies?|tos|legal|imprint|faq|help|guide|user-?guide|manual)[\w-]*(?:\/(?:page|index|\+page))?\.(?:html?|[jt]sx|vue|svelte|astro|mdx)$/i;
/** What may show a link to a policy. */
const PAGE = /\.(?:[jt]sx|vue|svelte|astro)$/;
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
  // A place is told of once, however many files link to it.
  const elsewhere = new Set<string>();
  const own = await ownAddresses(source);
  const documents = new Set(files);
  const pages = source.paths.filter(
    (path) => PAGE.test(path) && source.kind(path) === 'source' && !documents.has(path),
  );
  return readEach([...files, ...pages], source, TYPES, (file, whole, findings) => {
    if (!documents.has(file)) {
      for (const link of policiesElsewhere(whole))
        if (!elsewhere.has(link.url)) {
          elsewhere.add(link.url);
          findings.add(documentElsewhere({ ...link, file }));
        }
      return;
    }
    const text = withoutLongLines(file, whole, findings);
    findings.add(documentIn(file, text));
    if (!/(?:^|\/)(?:readme|contributing|index)\.\w+$/i.test(file)) return;
    for (const link of linksElsewhere(text, own)) {
      if (elsewhere.has(link.url)) continue;
      elsewhere.add(link.url);
      findings.add(documentElsewhere({ ...link, file }));
    }
  });
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
  if (kind === 'source') return PAGES.test(path);
  return kind === 'other' && (PROSE.test(path) || PLAIN.test(path) || PAGES.test(path));
}
