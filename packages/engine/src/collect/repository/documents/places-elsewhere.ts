/** A repository on a host of code: its owner and its name. */
const REPOSITORY =
  /^https?:\/\/(?:www\.)?(?:github\.com|gitlab\.[\w.-]+)\/([\w.-]+)\/([\w.-]+?)(?:\.git)?(?:[/?#]|$)/i;

/** What a repository is called that holds documents. */
const OF_DOCUMENTS =
  /(?:^|[-_.])(?:docs?|documentation|handbooks?|runbooks?|playbooks?|wiki|knowledge(?:-?base)?)(?:[-_.]|$)/i;

/** Where a README tells whose it is: the state of its own pipeline, and how to clone it. */
const TELLS_THE_OWNER =
  /(?:shields\.io\/github\/(?:actions\/workflow\/status|workflow\/status|last-commit|license|v\/release)|git clone (?:--?\S+ )*(?:https:\/\/github\.com|git@github\.com|ssh:\/\/git@github\.com))[/:]([\w.-]+)\/[\w.-]+|github\.com\/([\w.-]+)\/[\w.-]+\/(?:actions\/)?workflows\/[^)\s]+badge\.svg/gi;

const OWNER = /(?:\b(?:github|gitlab)\.[\w.-]+[/:]|^(?:(?:github|gitlab):)?)([\w.-]+)\/[\w.-]+/i;

/** Who owns the repository, as far as its manifests and its README say. */
export function ownersIn(text: string, addresses: readonly string[]): ReadonlySet<string> {
  const told = addresses.flatMap((address) => OWNER.exec(address)?.[1] ?? []);
  const shown = [...text.matchAll(TELLS_THE_OWNER)].flatMap(([, a, b]) => a ?? b ?? []);
  return new Set([...told, ...shown].map((name) => name.toLowerCase()));
}

/** The documentation, and not that of something. */
const THE_DOCUMENTATION =
  /^(?:(?:the|our|its|full|internal|further|main|project|team) )*(?:documentation|docs|handbook|runbooks?|playbooks?)$/i;

/** Whether a link leads to another repository of the same owner that holds documents. */
export function isRepositoryOfDocuments(
  link: { readonly url: string; readonly text: string },
  owners: ReadonlySet<string>,
): boolean {
  const [, owner, name] = REPOSITORY.exec(link.url) ?? [];
  if (owner === undefined || !OF_DOCUMENTS.test(name!)) return false;
  if (/\/(?:actions|issues|pulls?|releases|workflows)(?:[/?#]|$)/.test(link.url)) return false;
  return owners.size > 0 ? owners.has(owner.toLowerCase()) : THE_DOCUMENTATION.test(link.text.trim());
}

/** A place of documents that a sentence names without saying where it is: *in our internal wiki*. */
const PLACE =
  /\b(?:in|on|at|see|into?|refer to|check)\b(?: [^\s.;]+){0,6}? (?:(?:our|internal|the|team|company|project)\b(?: [^\s.;]+){0,3}? (wiki|confluence|notion|sharepoint)|(confluence|notion|sharepoint) (?:space|page|site|workspace))\b(?!\s*(?:api|sdk|docs|markup|syntax|text|integration|client|token|plugin|connector|database|export)\b)/i;
const SAYS_DOCUMENTS =
  /\b(?:documented|documentation|docs|described|explained|written|found|stands?|kept|lives?|more (?:on|about|information|details?)|further|details?|instructions?|guides?|runbooks?|information)\b/i;
const NOT_THERE = /\b(?:no|not|never|without|todo|tbd|should|could|will be|to be|planned)\b/i;
const NAMES: Readonly<Record<string, string>> = {
  wiki: 'the wiki',
  confluence: 'Confluence',
  notion: 'Notion',
  sharepoint: 'SharePoint',
};

/** The place that a line names, as a person says it; nothing where it does not say that documents are there. */
export function placeNamed(line: string): string | undefined {
  if (!/wiki|confluence|notion|sharepoint/i.test(line)) return undefined;
  for (const sentence of line.split(/(?<=[.!?])\s+/)) {
    if (sentence.includes('://') || sentence.includes('](')) continue;
    const plain = sentence.replace(/[*_"“”`,]/g, ' ').replace(/\s+/g, ' ');
    const place = PLACE.exec(plain);
    if (place === null || !SAYS_DOCUMENTS.test(plain) || NOT_THERE.test(plain)) continue;
    return `${NAMES[(place[1] ?? place[2])!.toLowerCase()]} of the team`;
  }
  return undefined;
}
