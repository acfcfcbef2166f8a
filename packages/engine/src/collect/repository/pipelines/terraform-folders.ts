import { escaped } from '../../../escaped.ts';
import { folderOf, join } from '../../files/paths.ts';
import { loadParser } from '../../terraform/syntax/parse.ts';
import type { TerraformFile } from '../../terraform/syntax/tree.ts';
import type { SourceOfFiles } from '../reader.ts';
import { goesToStandIn, mayNameStandIn, modulesOf, type Surroundings } from './cloud-stand-ins.ts';
import { type Claim, type Deployment, folderOfTerraform, type KeptState } from './deployments.ts';
import { stageToldBy } from './environment-names.ts';
import { isOpen } from './shell-text.ts';

/** What a repository says of the folders that Terraform and Terragrunt are run in. */
export class TerraformFolders {
  readonly #source: SourceOfFiles;
  #files: ReadonlyMap<string, readonly string[]> | undefined;
  readonly #hold = new Map<string, boolean>();

  constructor(source: SourceOfFiles) {
    this.#source = source;
  }

  /** Whether nothing is there that could be made: outputs, locals and variables alone, which are applied to be read. */
  async holdNothing(words: readonly string[], folder: string | undefined, script: string): Promise<boolean> {
    const [program = '', ...rest] = words;
    if (!/^(?:terraform|tofu)$/.test(program) || MAKES_CODE.test(script)) return false;
    const at = folderOfTerraform(rest, folder);
    if (at === undefined) return false;
    // One that is given is any that is called so: `infra/$APP/config`.
    const given = folder === undefined ? undefined : join(folder, at);
    const meant = !isOpen(at) ? [at] : given === undefined ? [] : this.#foldersLike(given);
    for (const one of meant) if (!(await this.#holdsNothing(one, []))) return false;
    return meant.length > 0;
  }

  /** Whether what is applied goes to a stand-in of the cloud, and what would tell where a file cannot be read. */
  async applyToStandIn(
    words: readonly string[],
    folder: string | undefined,
    script: string,
    around: Surroundings,
  ): Promise<boolean | { readonly decidedBy: string }> {
    const [program = '', ...rest] = words;
    if (!/^(?:terraform|tofu)$/.test(program) || MAKES_CODE.test(script)) return false;
    const at = folderOfTerraform(rest, folder);
    if (at === undefined || isOpen(at)) return false;
    const own = await this.#code(at);
    if (own === undefined) return false;
    if (own.unread !== undefined) {
      const names = own.texts.some(([, text]) => OF_THE_CLOUD.test(text) && !mayNameStandIn(text));
      return names ? false : { decidedBy: `making ${own.unread} readable` };
    }
    const isTold = around.isBeside || [...around.variables.keys()].some((name) => /^AWS_/.test(name));
    if (!isTold && !own.texts.some(([, text]) => mayNameStandIn(text))) return false;
    const root = await parsed(own.texts);
    const called: TerraformFile[] = [];
    const met = new Set([at]);
    const left = root.flatMap((file) => modulesOf(file).map((source) => join(at, source)));
    for (const next of left) {
      if (next !== undefined && met.has(next)) continue;
      const module = next === undefined ? undefined : await this.#code(next);
      if (module === undefined || module.unread !== undefined) {
        const decidedBy = `making ${module?.unread ?? next ?? 'the modules that it calls'} readable`;
        return goesToStandIn(root, called, around) ? { decidedBy } : false;
      }
      met.add(next!);
      const files = await parsed(module.texts);
      called.push(...files);
      left.push(...files.flatMap((file) => modulesOf(file).map((source) => join(next!, source))));
    }
    return goesToStandIn(root, called, around);
  }

  /** The code of a folder with the first file that cannot be read; nothing where there is none, or templates make it. */
  async #code(folder: string) {
    const files = this.#byFolder().get(folder) ?? [];
    if (files.length === 0 || !files.every((file) => IS_CODE.test(file))) return undefined;
    const texts: (readonly [string, string])[] = [];
    let unread: string | undefined;
    for (const file of files) {
      const read = await this.#source.text(file);
      if (read.kind === 'text') texts.push([file, read.text]);
      else unread ??= file;
    }
    return { texts, unread };
  }

  #foldersLike(path: string): readonly string[] {
    const parts = path.split(/([\uFFFC\uFFFD]+)/);
    if (parts.length > 9 || !/\/[\w.-]+$/.test(parts.at(-1)!)) return [];
    const like = new RegExp(`^${parts.map((part, at) => (at % 2 === 1 ? '.+' : escaped(part))).join('')}$`);
    return [...this.#byFolder().keys()].filter((folder) => like.test(folder));
  }

  #byFolder(): ReadonlyMap<string, readonly string[]> {
    this.#files ??= Map.groupBy(
      this.#source.paths.filter((path) => OF_TERRAFORM.test(path)),
      folderOf,
    );
    return this.#files;
  }

  async #holdsNothing(folder: string, met: readonly string[]): Promise<boolean> {
    const known = met.includes(folder) ? false : this.#hold.get(folder);
    if (known !== undefined) return known;
    const held = await this.#lookIn(folder, [...met, folder]);
    this.#hold.set(folder, held);
    return held;
  }

  async #lookIn(folder: string, met: readonly string[]): Promise<boolean> {
    const files = this.#byFolder().get(folder) ?? [];
    for (const file of files) {
      const read = await this.#source.text(file);
      if (read.kind !== 'text') return false;
      const code = read.text;
      if (MAKES.test(code)) return false;
      const modules = [...code.matchAll(MODULE)].map(([, source]) => source!);
      if (modules.length !== [...code.matchAll(A_MODULE)].length) return false;
      for (const source of modules) {
        const called = /^\.\.?\//.test(source) ? join(folder, source) : undefined;
        if (called === undefined || !(await this.#holdsNothing(called, met))) return false;
      }
    }
    return files.length > 0;
  }

  /** With the environment that the code in its folder names, where what runs it says none. */
  async told(
    deployment: Deployment,
    words: readonly string[],
    folder: string | undefined,
  ): Promise<Deployment> {
    const [program = '', ...rest] = words;
    if (/^(?:terraform|tofu)$/.test(program) && rest.includes('apply'))
      return { ...deployment, state: await this.#stateOf(folderOfTerraform(rest, folder)) };
    const says = deployment.claims.some(({ name }) => stageToldBy(name) !== undefined);
    if (program !== 'terragrunt' || says || deployment.open !== undefined) return deployment;
    const at = folderOfTerraform(rest, folder);
    const claim = at === undefined || isOpen(at) ? undefined : await this.#claimIn(at);
    return claim === undefined ? deployment : { ...deployment, claims: [...deployment.claims, claim] };
  }

  /**
   * Where Terraform keeps the state of what it applies: in a file beside the code where nothing there names a backend, or the
   * one that is called `local`.
   */
  async #stateOf(folder: string | undefined): Promise<KeptState> {
    const files = folder === undefined || isOpen(folder) ? [] : (this.#byFolder().get(folder) ?? []);
    const isClosed = folder !== undefined && this.#source.leftOut(fileIn(folder, 'main.tf')) !== undefined;
    if (files.length === 0 && isClosed) return { open: `making ${folder} readable`, isClosed };
    if (files.length === 0) return { open: 'the backend of the folder that Terraform is run in' };
    for (const file of files) {
      const read = await this.#source.text(file);
      if (read.kind !== 'text') return { open: `making ${file} readable` };
      const named = BACKEND.exec(codeOf(read.text));
      if (named !== null) return named[1] === 'local' ? 'beside' : 'backend';
      if (MAY_HAVE_ONE.test(read.text)) return { open: `whether ${file} names a backend` };
    }
    return 'beside';
  }

  async #claimIn(folder: string): Promise<Claim | undefined> {
    const own = fileIn(folder, 'terragrunt.hcl');
    const text = await this.#text(own);
    if (text === undefined) return undefined;
    const above = [...text.matchAll(IN_PARENTS)].flatMap(
      ([, name]) => this.#above(folder, name ?? 'terragrunt.hcl') ?? [],
    );
    const said: Claim[] = [];
    for (const file of [own, ...new Set(above)]) {
      const code = file === own ? text : ((await this.#text(file)) ?? '');
      for (const [, variable, name] of code.matchAll(NAMES_STAGE))
        said.push({ name: name!, from: `${variable} in ${file}` });
    }
    const [first] = said;
    return said.every(({ name }) => name === first!.name) ? first : undefined;
  }

  /** The nearest file of a name above a folder, as Terragrunt looks for it. */
  #above(folder: string, name: string): string | undefined {
    for (let at = folder; at !== '.' && at !== ''; ) {
      at = folderOf(at);
      const file = fileIn(at, name);
      if (this.#source.has(file)) return file;
    }
    return undefined;
  }

  async #text(file: string): Promise<string | undefined> {
    if (!this.#source.has(file)) return undefined;
    const read = await this.#source.text(file);
    return read.kind === 'text' && !read.text.includes('/*') ? read.text.replace(COMMENTS, '') : undefined;
  }
}

function fileIn(folder: string, name: string): string {
  return folder === '.' ? name : `${folder}/${name}`;
}

async function parsed(texts: readonly (readonly [string, string])[]): Promise<readonly TerraformFile[]> {
  const parser = await loadParser();
  return texts.map(([file, text]) => parser.parse(file, text));
}

const IS_CODE = /\.(?:tf|tofu)(?:\.json)?$/;

/** A provider that goes to the cloud itself, unless its block says otherwise. */
const OF_THE_CLOUD = /^\s*provider\s+"/m;

/** Code, and templates that become such: `main.tf.jinja`. */
export const OF_TERRAFORM = /\.(?:tf|tofu)(?:\.json)?(?:\.\w+)?$/;

/** What is applied may not lie there before. */
const MAKES_CODE = /\.(?:tf|tofu)(?:\.json)?\b/;

/** Blocks that make, take over or remove something; a template may bring some. Words of a text are taken for one too. */
const MAKES =
  /\bresource\s+"?[\w-]+"?\s*"?[\w-]+"?\s*\{|\b(?:resource|module)\s*\/\*|\b(?:removed|import|moved)\s*\{|"(?:resource|module|import|removed|moved)"\s*:|\{%-?\s*(?:include|import|from|extends|block|macro|call)\b/;

const A_MODULE = /\bmodule\s+"?[\w-]+"?\s*\{/g;
const MODULE = /\bmodule\s+"?[\w-]+"?\s*\{[^{}]*?\bsource\s*=\s*"([^"$]+)"/g;

const BACKEND = /^\s*(?:terraform\s*\{\s*)?(?:backend\s+"(\w+)"|cloud)\s*\{/m;

const MAY_HAVE_ONE = /\bbackend\b|"cloud"|\{%/;

/** Without comments and texts of several lines; what stands in quotes begins none. */
function codeOf(text: string): string {
  return text.replace(BESIDE_CODE, (_, quoted: string | undefined) => quoted ?? ' ');
}

const BESIDE_CODE = /("(?:[^"\\\n]|\\.)*")|\/\*[\s\S]*?\*\/|(?:#|\/\/).*$|<<[-~]?(\w+)\n[\s\S]*?^\s*\2\s*$/gm;

const COMMENTS = /^\s*(?:#|\/\/).*$/gm;

const IN_PARENTS = /\bfind_in_parent_folders\(\s*(?:"([\w./-]+)"[^)]*)?\)/g;

/** An environment that is written out: `env = "production"`. */
const NAMES_STAGE =
  /^\s*(?:locals\s*\{|inputs\s*=\s*\{)?\s*((?:env|environment|stage)(?:_name)?)\s*=\s*"([\w-]+)"/gim;
