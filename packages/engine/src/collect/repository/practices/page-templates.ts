import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { fact, openList, placeIn, type RepositoryFact, written } from '../fact.ts';
import { Findings } from '../findings.ts';
import type { Reader, ReadFacts, SourceOfFiles } from '../reader.ts';

const TYPES = ['Repository::Page'] as const;

/** What makes markup of a text in templates, by the ending of their files. The rest of these files is not read. */
const SINKS: Readonly<Record<string, readonly [sink: string, pattern: RegExp]>> = {
  vue: ['v-html', /\bv-html\s*=\s*(?:"([^"]{0,500})"|'([^']{0,500})')/g],
  svelte: ['{@html}', /\{@html\s+([^}]{0,500})\}/g],
  astro: ['set:html', /\bset:html\s*=\s*(?:\{([^}]{0,500})\}|"([^"]{0,500})")/g],
};

/** Templates of Vue, Svelte and Astro, searched for the places where a text becomes markup. */
export const pageTemplates: Reader = {
  name: 'templates of pages',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => kind === 'source' && Object.hasOwn(SINKS, endingOf(path)),
  read: readTemplates,
};

async function readTemplates(files: readonly string[], source: SourceOfFiles): Promise<ReadFacts> {
  const findings = new Findings(TYPES);
  for (const file of files) {
    const got = await source.text(file);
    if (got.kind === 'skipped') findings.skipped(file, got.why);
    else findings.add(...templateIn(file, got.text));
  }
  return findings.found;
}

function templateIn(file: string, text: string): readonly RepositoryFact[] {
  const [sink, pattern] = SINKS[endingOf(file)]!;
  // What is commented out shows nothing; the lines stay.
  const shown = text.replace(/<!--[\s\S]*?-->/g, (comment) => comment.replace(/[^\n]/g, ' '));
  const places = [...shown.matchAll(pattern)].map((found) => {
    const at = placeIn(file, shown.slice(0, found.index).split('\n').length);
    const said = (found[1] ?? found[2] ?? '').trim();
    const raw = rawness(said, shown);
    return written(
      { sink, raw: raw ?? unknown('unresolved-expression', `where ${said} comes from`, inCode(at)) },
      at,
    );
  });
  if (places.length === 0) return [];
  const at = placeIn(file);
  const script = unknown('unsupported-construct', `reading the script of ${file}`, inCode(at));
  return [
    fact({
      type: 'Repository::Page',
      address: file,
      at,
      properties: { path: file, markup: places, storage: openList([], script) },
    }),
  ];
}

const CONSTANT = /^(?:'[^']*'|"[^"]*"|`[^`$]*`|\d+)$/;
/** All of it, and not only a part. */
const MADE_HARMLESS =
  /^(?:[\w$]+\.)*\$?(?:sanitize\w*|purify\w*|escape(?:Html|HTML)?)\([^()]*(?:\([^()]*\)[^()]*)*\)$/;

/** Whether a text is markup as somebody else wrote it: what the page is handed is; the rest its script decides. */
function rawness(said: string, text: string): boolean | undefined {
  if (CONSTANT.test(said) || MADE_HARMLESS.test(said)) return false;
  const [root] = /^[\w$]+(?=(?:\??\.[\w$]+)*$)/.exec(said) ?? [];
  const name = root === 'props' ? /^props\??\.([\w$]+)/.exec(said)?.[1] : root;
  return name !== undefined && isHanded(name, text) ? true : undefined;
}

/** Where a page says what it is handed. Sources: the documentation of Vue, Svelte and Astro. */
const HANDED: readonly RegExp[] = [
  /\bdefineProps\s*<\s*\{([\s\S]{0,2000}?)\}\s*>\s*\(/g,
  /\bdefineProps\s*\(\s*([[{][\s\S]{0,2000}?[\]}])\s*\)/g,
  /\bprops\s*:\s*(\[[^\]]{0,2000}\]|\{[\s\S]{0,2000}?\n {0,4}\})/g,
  /\bexport\s+let\s+([\w$]+)/g,
  /\blet\s*\{([^}]{0,2000})\}\s*(?::[^=]{0,200})?=\s*\$props\(\)/g,
  /\bconst\s*\{([^}]{0,2000})\}\s*=\s*Astro\.props/g,
];

function isHanded(name: string, text: string): boolean {
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  return HANDED.some((pattern) => [...text.matchAll(pattern)].some(([, inside]) => word.test(inside!)));
}

/** A file of a page whose calls are not read. */
export function unreadTemplate(source: SourceOfFiles): string | undefined {
  return source.paths.find((path) => pageTemplates.wants(path, source.kind(path)));
}

function endingOf(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
