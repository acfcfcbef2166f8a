/** What a file is to readers, by its path and its first lines. Readers of application code get `source` only. */
export type FileKind =
  | 'source' // code of the application, in any language
  | 'test'
  | 'example'
  | 'generated' // written by a program: lock files, stubs, clients of an interface
  | 'minified'
  | 'vendored' // written by others and copied in
  | 'declaration' // types alone: `.d.ts`, `.pyi`
  | 'other'; // configuration, documents, data, pictures

const CODE = new Set(
  'ts tsx mts cts js jsx mjs cjs py go java kt kts scala rb php cs fs rs swift c h cc cpp hpp m ex exs clj dart vue svelte astro lua pl r sh bash zsh ps1 groovy'.split(
    ' ',
  ),
);

/** The language of application code by the ending of its file (`ts`), or `undefined` where it is none. */
export function codeEnding(path: string): string | undefined {
  const ending = /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  return ending !== undefined && CODE.has(ending) ? ending : undefined;
}

type Row = readonly [FileKind, RegExp];

/** The first row that fits decides. Folders are those below the assessed folder: `examples/shop` assessed itself is none. */
const BY_PATH: readonly Row[] = [
  [
    'vendored',
    /(^|\/)(node_modules|bower_components|vendor|vendored|third[_-]party|external_libs|jspm_packages|site-packages|\.yarn|\.pnp)(\/|$)/i,
  ],
  ['vendored', /(^|\/)\.pnp\.c?js$|(^|\/)(jquery|bootstrap|lodash|react|vue|angular)[.-]\d[\w.-]*\.js$/i],
  ['minified', /[.-]min\.(js|mjs|cjs|css)$/i],
  ['generated', /(^|\/)(__generated__|generated|autogen|\.next|\.nuxt|\.svelte-kit|cdk\.out|coverage)\//i],
  ['generated', /(_pb2(_grpc)?\.pyi?|\.pb\.[\w.]+|\.g\.dart|[._-]generated\.\w+|\.gen\.\w+|\.snap)$/i],
  [
    'generated',
    /(^|\/)(package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|Gemfile\.lock|composer\.lock|Cargo\.lock|go\.sum|\.terraform\.lock\.hcl)$/,
  ],
  ['example', /^(?!(?:.*\/)?(?:src|app|lib|main|pages|routes)\/)(?:.*\/)?(examples?|samples?|demos?)\//i],
  ['example', /\.stories\.\w+$/],
  // A server that developers start on their own machines, in place of the application.
  [
    'example',
    /(^|\/)(scripts?|tools|hack)\/(.*\/)?(?=[^/]*(local|mock|fake|stub|simulat|emulat|offline|dev[-_.]))(?=[^/]*(server|gateway|proxy|[-_.]api[-_.]))[^/]+\.([cm]?[jt]s|py)$/i,
  ],
  // Routes of Next.js, whatever their addresses are called: by the names of files below `app/`, and all below `pages/api/`.
  [
    'source',
    /^(?!(?:.*\/)?(?:tests?|__tests__|__mocks__|e2e|cypress|playwright)\/(?:.*\/)?(?:app|pages)\/)(?:.*\/)?(?:app\/(?:.*\/)?(?:route|page|layout)|pages\/api\/(?:.*\/)?[^/]*(?<![._-](?:test|spec)))\.[jt]sx?$/,
  ],
  // Settings of a runner of tests, named for the tests that it runs.
  ['source', /(^|\/)(jest|vitest|playwright|cypress|karma|wdio)[\w-]*\.config\.([\w-]+\.)?[cm]?[jt]sx?$/i],
  [
    'test',
    /(^|\/)(tests?|__tests__|__mocks__|e2e|cypress|playwright|testdata|test[_-](data|utils?|helpers?|support|fixtures?))\//i,
  ],
  [
    'test',
    /(^|\/)((unit|integration|functional|acceptance|smoke|browser|ui|api|contract|regression|system|e2e|end-to-end)[_-]tests?|tests?[_-](unit|integration|functional|acceptance|smoke|e2e))\//i,
  ],
  // Data that is loaded may lie there too, and be of real people.
  ['test', /(^|\/)(__fixtures__|fixtures)\/.*\.([mc]?[jt]sx?|py|vue)$/i],
  ['test', /(^|\/)spec\/.*\.(rb|py|[mc]?[jt]sx?)$/],
  [
    'test',
    /[._-](test|tests|spec|e2e|cy|e2e-spec)\.\w+$|\.unit\.[cm]?[jt]sx?$|(^|\/)(test_[^/]*|[^/]*_test|conftest)\.py$|_test\.go$/,
  ],
  // What runs before the tests, as it is called by create-react-app and in the guides of the runners.
  [
    'test',
    /(^|\/)(setup-?tests|(tests?|jest|vitest)[.-]?setup|setup[.-]?(jest|vitest))(\.[\w-]+)?\.[cm]?[jt]sx?$/i,
  ],
  ['declaration', /\.d\.[mc]?ts$|\.pyi$/],
];

/** What is known of folders beyond their names. */
export interface KnownFolders {
  /** Their own place says nothing: assessed roots among the examples. */
  readonly assessed: readonly string[];
  /** A program wrote them: cloud assemblies. */
  readonly made: readonly string[];
  /** Their name says demo, and something publishes them all the same. */
  readonly published: readonly string[];
}

export const NO_KNOWN_FOLDERS: KnownFolders = { assessed: [], made: [], published: [] };

/** The kind by path alone. */
export function kindOfPath(
  path: string,
  { assessed, made, published }: KnownFolders = NO_KNOWN_FOLDERS,
): FileKind {
  if (made.some((folder) => path.startsWith(`${folder}/`))) return 'generated';
  const isIn = (folder: string) => folder !== '.' && folder !== '' && path.startsWith(`${folder}/`);
  const inside = assessed.find(isIn) ?? published.find(isIn);
  const own = inside === undefined ? path : path.slice(inside.length + 1);
  const row = BY_PATH.find(([, pattern]) => pattern.test(own));
  if (row !== undefined) return row[0];
  return codeEnding(own) === undefined ? 'other' : 'source';
}

const HEAD = 4_096;
const GENERATED =
  /@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto-?|automatically )generated\b|\bcode generated by\b|\bthis (?:file|code|module|class) (?:is|was|has been) generated\b/i;
const COMMENT = /^\s*(?:\/\/|\/\*|\*|#|--|;|<!--|"""|''')/;

/** The kind of application code once its text is there. */
export function kindOfText(kind: FileKind, text: string): FileKind {
  if (kind !== 'source') return kind;
  const head = text.slice(0, HEAD).split('\n');
  if (head.slice(0, 12).some((line) => COMMENT.test(line) && GENERATED.test(line))) return 'generated';
  return isMinified(text) ? 'minified' : 'source';
}

/** No person writes lines of this length on average. */
const LONGEST_AVERAGE = 250;
const LOOKED_AT = 65_536;

function isMinified(text: string): boolean {
  const part = text.slice(0, LOOKED_AT);
  if (part.length < 2_000) return false;
  let lines = 1;
  for (let at = part.indexOf('\n'); at !== -1; at = part.indexOf('\n', at + 1)) lines++;
  return part.length / lines > LONGEST_AVERAGE;
}
