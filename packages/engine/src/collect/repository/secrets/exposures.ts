import type { RepositoryFact } from '../fact.ts';
import { fact } from '../fact.ts';
import { codeEnding, type FileKind } from '../file-kind.ts';
import type { Lines } from './lines.ts';
import type { KindOfPlace } from './text-form.ts';

/** Hosts that AWS gives to one database or machine of an account: whoever has the name knows where to knock. */
const HOSTS: readonly (readonly [string, RegExp])[] = [
  [
    'host of a database',
    /\b[a-z][\w-]{0,62}\.(?:cluster-(?:ro-|custom-)?)?(c[a-z0-9]{11})\.[a-z]{2}(?:-[a-z]+)+-\d\.(?:rds|docdb|neptune|redshift)\.amazonaws\.com/g,
  ],
  [
    'host of a database',
    /\b[\w-]{1,60}\.([a-z0-9]{6})\.(?:ng\.0001\.|clustercfg\.)?[a-z0-9]{3,5}\.cache\.amazonaws\.com/g,
  ],
  [
    'host of a machine',
    /\bec2-(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})\.(?:[a-z0-9-]+\.)?compute(?:-1)?\.amazonaws\.com/g,
  ],
];

/** The id of the account's own in a host that somebody made up. */
const MADE_UP =
  /^(?:c?(?:x+|0+|1234\w*|abc\w*|example\w*)|203-0-113-\d+|198-51-100-\d+|192-0-2-\d+|c[a-z]{3}\d{3}xyz\w*|.*(?:random|unique|xxxx|1234).*)$/;

/** Files that hold rows of data, whoever wrote them. */
const DATA = /\.(?:csv|tsv|jsonl|ndjson|sql|json|dump|ldif|vcf)$/i;

/** Whether a file may hold rows about people. */
export function mayShowPeople(path: string, kind: FileKind): boolean {
  return DATA.test(path) && codeEnding(path) === undefined && kind === 'other';
}

const E_MAIL = /(?<![\w.+-])[\w.+-]{1,64}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,4}\.[a-z]{2,24})\b/gi;
/** Addresses that reach nobody in particular, or that documents and programs use. */
const NOBODY =
  /(?:^|\.)(?:example|test|invalid|localhost|local|internal|fake|dummy|acme|email|mail|domain|company|yourcompany|mycompany|foo|bar|demo|sample)(?:\.\w+)*$|noreply|\.(?:png|jpg|svg|js|ts|css|json)$/i;
const OF_NOBODY =
  /^(?:noreply|no-reply|test|user|admin|info|support|root|git|name|email|someone|john|jane|foo|bar|alice|bob|me|you)[\w.+-]*@/i;
const SOCIAL_SECURITY =
  /\b(?:ssn|social[_ ]?security)\b[^\n]{0,40}?\b(?!000|666|9\d\d)(\d{3})-(?!00)\d{2}-(?!0000)\d{4}\b/gi;

/** So many different people are no example any more. */
const A_LIST = 10;

/** People and hosts that a file shows. */
export function exposuresIn(
  file: string,
  text: string,
  place: KindOfPlace,
  lines: Lines,
): readonly RepositoryFact[] {
  if (place === 'test' || place === 'example') return [];
  const found = (kind: string, offset: number, what: string) =>
    fact({
      type: 'Repository::Exposure',
      address: `${file} ${kind}`,
      at: lines.place(offset),
      properties: { path: file, kind, what, fileKind: place },
    });
  const facts: RepositoryFact[] = [];
  if (text.includes('.amazonaws.com')) {
    for (const [kind, pattern] of HOSTS) {
      const real = [...text.matchAll(pattern)].filter((host) => !MADE_UP.test(host[1]!));
      const different = new Set(real.map((host) => host[0])).size;
      if (different > 0)
        facts.push(found(kind, real[0]!.index, different === 1 ? 'a host' : `${different} hosts`));
    }
  }
  if (DATA.test(file) && text.includes('@')) {
    const people = new Map<string, number>();
    for (const match of text.matchAll(E_MAIL)) {
      if (!NOBODY.test(match[1]!) && !OF_NOBODY.test(match[0]))
        people.set(match[0].toLowerCase(), match.index);
    }
    if (
      people.size >= A_LIST &&
      !/(?:^|\/)(?:package|composer|manifest|contributors|all-contributorsrc|authors|codemeta)[\w.-]*\.json$/i.test(
        file,
      )
    )
      facts.push(found('personal data', [...people.values()][0]!, `${people.size} e-mail addresses`));
  }
  if (DATA.test(file)) {
    const numbers = [...text.matchAll(SOCIAL_SECURITY)].filter((match) => match[1] !== '123');
    if (numbers.length > 0)
      facts.push(found('personal data', numbers[0]!.index, 'numbers of social security'));
  }
  return facts;
}
