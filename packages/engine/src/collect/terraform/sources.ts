import { parsedIn } from '../files/parsed-files.ts';
import { folderOf } from '../files/paths.ts';
import type { Repository } from '../files/repository.ts';
import { type ModuleConfiguration, mergeFiles } from './configuration.ts';
import { createEvaluator, type Evaluator } from './evaluate/evaluate.ts';
import type { TerraformParser } from './syntax/parse.ts';
import type { TerraformFile } from './syntax/tree.ts';

export type ParsedFile =
  | { readonly kind: 'parsed'; readonly file: TerraformFile }
  | { readonly kind: 'skipped'; readonly why: string };

/** The Terraform files of a repository; each is read and parsed once, however many roots use it. */
export class TerraformSources {
  readonly repository: Repository;
  readonly parser: TerraformParser;
  readonly evaluator: Evaluator;
  /** Files of configurations by folder (`.` is the assessed folder), sorted. */
  readonly folders: ReadonlyMap<string, readonly string[]>;
  /** Templates of configuration files that are not there themselves, by folder: what they become is not seen. */
  readonly #templates = new Map<string, readonly string[]>();
  readonly #parsed = new Map<string, Promise<ParsedFile>>();
  readonly #modules = new Map<string, Promise<ModuleConfiguration>>();

  constructor(repository: Repository, parser: TerraformParser) {
    this.repository = repository;
    this.parser = parser;
    this.evaluator = createEvaluator(parser);
    const folders = new Map<string, string[]>();
    for (const path of repository.paths) {
      const ending = TEMPLATE.exec(path)?.[1];
      if (ending !== undefined && !repository.has(path.slice(0, -ending.length)))
        this.#templates.set(folderOf(path), [...(this.#templates.get(folderOf(path)) ?? []), path]);
      if (!isConfigurationFile(path)) continue;
      const folder = folderOf(path);
      const files = folders.get(folder);
      if (files === undefined) folders.set(folder, [path]);
      else files.push(path);
    }
    this.folders = folders;
  }

  file(path: string): Promise<ParsedFile> {
    let parsed = this.#parsed.get(path);
    if (parsed === undefined) {
      parsed = this.repository.text(path).then((text) => {
        if (text.kind === 'skipped') return text;
        const parse = () => this.parser.parse(path, text.text);
        return { kind: 'parsed', file: parsedIn(this.repository, 'terraform', path, text.text, parse) };
      });
      this.#parsed.set(path, parsed);
    }
    return parsed;
  }

  /** The configuration of a folder, its files merged; a folder without Terraform files has no files in it. */
  module(folder: string): Promise<ModuleConfiguration> {
    let module = this.#modules.get(folder);
    if (module === undefined) {
      module = this.#load(folder);
      this.#modules.set(folder, module);
    }
    return module;
  }

  async #load(folder: string): Promise<ModuleConfiguration> {
    const all = this.folders.get(folder) ?? [];
    const paths = all.filter((path) => isOpenTofu(path) || !all.includes(replacementOf(path)));
    const files = await Promise.all(paths.map(async (path) => ({ path, parsed: await this.file(path) })));
    const unreadable = this.repository.skipped.filter(
      (s) => isConfigurationFile(s.file) && folderOf(s.file) === folder,
    );
    const made = (all.length === 0 ? [] : (this.#templates.get(folder) ?? [])).map((file) => ({
      file,
      why: 'another tool makes the configuration out of it',
    }));
    const configuration = mergeFiles(folder, files, [...unreadable, ...made]);
    if (paths.length === all.length) return configuration;
    const replaced = all
      .filter((path) => !paths.includes(path))
      .map((file) => ({ file, why: `OpenTofu reads ${replacementOf(file)} in its place` }));
    return { ...configuration, skipped: [...configuration.skipped, ...replaced] };
  }
}

/** Files that some other tool turns into Terraform's: `backend.tf.j2`. */
const TEMPLATE = /\.(?:tf|tofu)(?:\.json)?(?=(\.(?:j2|jinja2?|tmpl|tpl|gotmpl|erb|mustache|hbs|ejs))$)/;

function isOpenTofu(path: string): boolean {
  return /\.tofu(\.json)?$/.test(path);
}

/** The file that OpenTofu reads instead where it is there: `main.tofu` for `main.tf`. */
function replacementOf(path: string): string {
  return path.replace(/\.tf(\.json)?$/, '.tofu$1');
}

/** Files of Terraform, and those that only OpenTofu reads. */
const CONFIGURATION = /\.(tf|tofu)(\.json)?$/;

export function isConfigurationFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name.startsWith('.') || name.startsWith('#') || name.endsWith('~')) return false;
  return CONFIGURATION.test(name);
}
