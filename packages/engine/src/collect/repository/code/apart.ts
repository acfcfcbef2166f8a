import type { SourceOfFiles } from '../reader.ts';

/*
 * A file that is too long to be read may be any code of the application, unless nothing leads to it: it is named nowhere, no code
 * loads what it does not name, and nothing packages the folder that it lies in.
 */

/** Prose tells people what to run; lists of what to leave out tell the contrary; lock files name packages. */
const NAMES_NOTHING =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc)$|(?:^|\/)\.\w*ignore$|(?:^|\/)(?:LICEN[CS]E|NOTICE|CHANGELOG)[\w.-]*$|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|(?:poetry|uv|Pipfile)\.lock)$/i;
/** What is no text. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|svg|pdf|zip|gz|tgz|tar|jar|woff2?|ttf|otf|eot|mp[34]|mov|wasm|so|pyc)$/i;

/** Names that frameworks and hosts run without being told. */
const RUN_UNTOLD =
  /^(?:index|main|__main__|__init__|app|application|server|wsgi|asgi|manage|handlers?|lambda_function|function_app|functions?|worker|start|run|celery|tasks|setup|conftest|sitecustomize|bundle|middleware|instrumentation|entrypoint|.*(?:config|rc|file))$/i;
/** Folders whose files frameworks find by themselves. */
const FOUND_BY_FOLDER =
  /(?:^|\/)(?:pages|app|routes?|api|functions?|lambdas?|handlers?|controllers?|plugins?|middlewares?|commands?|migrations?|versions?|jobs|tasks|workers?|dags|src|lib|server|public|static|dist|build|out)\//i;

/** Files beside or above which everything is packaged. */
const PACKAGES_FOLDER =
  /^(?:Dockerfile.*|.*\.Dockerfile|Containerfile|(?:docker-)?compose[\w.-]*\.ya?ml|serverless[\w.-]*\.(?:ya?ml|json|[cm]?[jt]s)|template[\w.-]*\.(?:ya?ml|json)|samconfig\.\w+|package\.json|pyproject\.toml|setup\.(?:py|cfg)|requirements[\w.-]*\.txt|Pipfile|cdk\.json|sst\.config\.\w+|Procfile|app\.ya?ml|(?:vercel|netlify|firebase|now|wrangler)\.\w+|zappa_settings\.\w+|\.chalice|manage\.py|.*\.tf(?:\.json)?)$/;
/** Commands and settings that take a whole folder, which may be any. Bounded, since data may stand in one endless line. */
const TAKES_FOLDERS =
  /^\s*(?:COPY|ADD)\s+(?:--\S+\s+)*(?:\[\s*")?(?:\.\/?(?=["\s])|\.?\/?\*)|\b(?:zip|tar\s+-?\w*c\w*)\s[^\n]{0,300}\s(?:\.\/?|\.?\/?\*\S*)(?:\s|$)|\b(?:rsync|scp|s3 (?:sync|cp))\s+(?:-\S+\s+)*["']?(?:\.\/?|\.?\/?\*\S*|\$[({]?(?:PWD|pwd)[)}]?\/?)["']?\s|\b(?:eb|chalice|zappa|vercel|netlify|fly|flyctl|heroku|func|gcloud|az|now|up)\s[^\n]{0,300}\b(?:deploy|publish|push)\b|\bgit push\b|\b(?:source_dir|source_path|CodeUri|codeUri|ContentUri|fromAsset|from_asset|bundling|context|build)\b[^\n]{0,300}\.\./m;

/** Code that loads what it does not name. */
const LOADS_ANY =
  /\brequire\(\s*(?!\s*['"`][^'"`$\n]*['"`]\s*\))|\bimport\(\s*(?!\s*['"`][^'"`$\n]*['"`])|\bimport\.meta\.glob|\brequire\.context\b|\bautoload|\brequire-?dir|\bimportlib\.(?:import_module|util|machinery)|\bimport_module\(|\b__import__\b|\brunpy\b|\bpkgutil\b|\bexec(?:file)?\(|\bcreateRequire\b/i;
const IS_CODE = /\.(?:[cm]?[jt]sx?|py|vue|svelte|astro)$/;

/** Whether nothing in the repository leads to any of some files of code: one that something leads to may name the others. */
export async function lieApart(files: readonly string[], source: SourceOfFiles): Promise<boolean> {
  if (!files.every((file) => isUntold(file, source))) return false;
  const names = files.map(namesOf);
  for (const path of source.paths) {
    if (NAMES_NOTHING.test(path) || NO_TEXT.test(path) || files.includes(path)) continue;
    const got = await source.text(path);
    // Bytes name no file; what cannot be read may.
    if (got.kind === 'skipped' && got.why === 'binary') continue;
    if (got.kind === 'skipped' || TAKES_FOLDERS.test(got.text)) return false;
    if (IS_CODE.test(path) && LOADS_ANY.test(got.text)) return false;
    if (names.some((name) => name.test(got.text))) return false;
  }
  return true;
}

/** Whether neither its name nor the folders around it make anything run or take it untold. */
function isUntold(file: string, source: SourceOfFiles): boolean {
  if (RUN_UNTOLD.test(stemOf(file)) || FOUND_BY_FOLDER.test(file)) return false;
  const above = foldersOver(file);
  return !source.paths.some((path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return PACKAGES_FOLDER.test(name) && above.includes(path.slice(0, path.length - name.length));
  });
}

/** `''`, `tools/`, `tools/old/` of `tools/old/get.py`. */
function foldersOver(file: string): readonly string[] {
  const parts = file.split('/').slice(0, -1);
  return ['', ...parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`)];
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

/** The name of a file as a word, with dashes and underscores as one. */
function namesOf(file: string): RegExp {
  const stem = stemOf(file)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/[-_]/g, '[-_]');
  return new RegExp(`(?<![\\w-])${stem}(?![\\w-])`, 'i');
}
