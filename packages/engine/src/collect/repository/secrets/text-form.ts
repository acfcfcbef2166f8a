import type { TextForm } from '../../../model/secrets/secret-texts.ts';
import type { FileKind } from '../file-kind.ts';

const SETTINGS =
  /(?:^|\/)\.?(?:env|npmrc|yarnrc|pypirc|netrc|pgpass|gitmodules|gitconfig|credentials|terraformrc)(?:[._-][\w.-]*)?$|\.(?:env|ini|cfg|conf|config|properties|toml|ya?ml|tfvars|tf|hcl|tfstate|json5?|jsonc|plist|xml)(?:\.[\w-]+)?$/i;
const SHELL =
  /\.(?:sh|bash|zsh|ps1|bat|cmd|fish|mk)$|(?:^|\/)(?:Dockerfile|Makefile|Procfile|Jenkinsfile|justfile)[^/]*$|\.dockerfile$/i;
const PROSE = /\.(?:md|mdx|rst|adoc|txt|html?)$/i;

/** How values are written in a file. */
export function textForm(path: string, kind: FileKind): TextForm {
  if (kind === 'minified' || /\.map$/.test(path)) return 'dense';
  if (PROSE.test(path)) return 'prose';
  if (SHELL.test(path)) return 'shell';
  return SETTINGS.test(path) ? 'settings' : 'code';
}

/** Pictures, archives, programs and tables of data: nobody writes a key there by hand. */
const NOT_SEARCHED =
  /\.(?:png|jpe?g|gif|ico|icns|bmp|tiff?|webp|avif|psd|ai|eps|svg|pdf|docx?|xlsx?|pptx?|odt|ods|zip|gz|tgz|bz2|xz|7z|rar|tar|jar|war|whl|egg|woff2?|ttf|eot|otf|mp[34]|m4a|mov|avi|webm|wav|ogg|flac|class|so|dylib|dll|exe|o|a|bin|wasm|pyc|parquet|avro|orc|npy|npz|h5|pt|onnx|safetensors|pkl|sqlite3?|db|mdb|dat|csv|tsv|geojson|topojson|ndjson|jsonl|shp|dbf|snap|map|lock|sum|pack|idx|pb|tflite|glb|gltf|blend|stl|po|pot|mo)$|(?:^|\/)(?:\.secrets\.baseline|\.?gitleaks[\w.-]*|package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|\.terraform\.lock\.hcl)$/i;

/** Whether a file is searched for secrets, by its path. What programs wrote and what others wrote is not. */
export function isSearched(path: string, kind: FileKind): boolean {
  return kind !== 'generated' && kind !== 'vendored' && kind !== 'declaration' && !NOT_SEARCHED.test(path);
}

const OF_TESTS =
  /(?:^|[/._-])(?:tests?|testing|testdata|specs?|mocks?|stubs?|fakes?|fixtures?|e2e|__tests__|__mocks__)(?:[/._-]|$)|(?:Test|Tests|Spec|Mock|Stub|Fixture|Fake)s?\.\w+$/;
const OF_EXAMPLES =
  /(?:^|[/._-])(?:examples?|samples?|templates?|tpl|dist|default|skeleton)(?:[/._-][^/]*)?$|\.(?:example|sample)\//i;

/** What a file is to secrets. */
export type KindOfPlace = 'source' | 'settings' | 'document' | 'test' | 'example' | 'other';

export function kindOfPlace(path: string, kind: FileKind): KindOfPlace {
  if (kind === 'test' || OF_TESTS.test(path)) return 'test';
  if (OF_EXAMPLES.test(path)) return 'example';
  if (PROSE.test(path)) return 'document';
  if (kind === 'source' || kind === 'minified') return 'source';
  if (SETTINGS.test(path) || SHELL.test(path)) return 'settings';
  return kind === 'example' ? 'source' : 'other';
}
