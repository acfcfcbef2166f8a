import { inCode, type Location, type Origin } from '../../model/origin.ts';
import type { NotSeen } from '../../model/resource.ts';
import { fromJson, known, type Unknown, unknown, type Value, withOrigin } from '../../model/value.ts';
import type { Environment, FileLedger, Inputs } from '../collected.ts';
import { environmentOfValues } from '../environment.ts';
import { folderOf, join } from '../files/paths.ts';
import type { ModuleConfiguration } from './configuration.ts';
import type { Scope } from './evaluate/scope.ts';
import { type Planned, placeIn } from './plan/planned.ts';
import type { TerraformSources } from './sources.ts';
import type { Attribute, Block, TerraformFile } from './syntax/tree.ts';
import { type Terragrunt, terragruntOf } from './terragrunt.ts';

/** One source of input values; later layers win. */
interface Layer {
  readonly what: string;
  readonly attributes?: ReadonlyMap<string, Attribute>;
  readonly texts?: ReadonlyMap<string, string>;
  readonly values?: ReadonlyMap<string, Value>;
  /** What could not be read of it may hold a value for any variable. */
  readonly lost?: Unknown;
}

/** The values given to a root's variables: files of values, `TF_VAR_…`, `--var-file` and `--var`. */
export class RootInputs {
  readonly ledger: FileLedger;
  readonly notSeen: readonly NotSeen[];
  /** Tags for everything that another tool may write into a provider of its own. */
  readonly writtenTags: Unknown | undefined;
  readonly #layers: readonly Layer[];
  readonly #sources: TerraformSources;

  constructor(
    layers: readonly Layer[],
    ledger: FileLedger,
    notSeen: readonly NotSeen[],
    sources: TerraformSources,
    writtenTags?: Unknown,
  ) {
    this.writtenTags = writtenTags;
    this.#layers = layers;
    this.ledger = ledger;
    this.notSeen = notSeen;
    this.#sources = sources;
  }

  /** Whether a file of values gives a variable one; what a plan or the command line gives, it gives for once. */
  writes(name: string): boolean {
    return this.#layers.some(({ attributes }) => attributes?.has(name));
  }

  /** The value given to a variable, by the last layer that has one. */
  value(name: string, block: Block, scope: Scope): Value | undefined {
    for (const layer of [...this.#layers].reverse()) {
      const attribute = layer.attributes?.get(name);
      if (attribute !== undefined) {
        const value = this.#sources.evaluator.evaluate(attribute.value, scope);
        return withOrigin(value, { ...value.origin, at: { ...attribute.at, what: layer.what } });
      }
      const value = layer.values?.get(name);
      if (value !== undefined) return value;
      const text = layer.texts?.get(name);
      if (text !== undefined) return this.#fromText(text, name, block, layer.what, scope);
      if (layer.lost !== undefined) return { ...layer.lost, expression: `var.${name}` };
    }
    return undefined;
  }

  /** `--var` and `TF_VAR_` give a text; only types other than texts and numbers are read as expressions. */
  #fromText(text: string, name: string, block: Block, what: string, scope: Scope): Value {
    const place = what === 'TF_VAR_' ? `TF_VAR_${name}` : `--var ${name}`;
    const at: Location = {
      file: place,
      line: 1,
      column: 1,
      endLine: 1,
      endColumn: text.length + 1,
      what: place,
    };
    const type = block.body.attributes.get('type')?.value;
    const isText =
      type === undefined ||
      (type.kind === 'variable' && ['string', 'number', 'bool', 'any'].includes(type.name));
    if (isText) return known(text, inCode(at));
    const { expression, error } = this.#sources.parser.parseExpression(place, text);
    if (error !== undefined) return known(text, inCode(at));
    const value = this.#sources.evaluator.evaluate(expression, scope);
    return withOrigin(value, { ...value.origin, at });
  }
}

export async function readInputs(
  sources: TerraformSources,
  configuration: ModuleConfiguration,
  environment: Environment,
  inputs: Inputs,
): Promise<RootInputs> {
  const { repository } = sources;
  const folder = configuration.folder;
  const read: string[] = [];
  const partly: { file: string; line: number; why: string }[] = [];
  const skipped: { file: string; why: string }[] = [];
  const notSeen: NotSeen[] = [];
  const terragrunt = await terragruntOf(sources);
  const layers: Layer[] = [
    // Terragrunt gives its inputs as variables of the environment: files of values win over them.
    ...(terragrunt === undefined ? [] : [terragruntLayer(terragrunt)]),
    { what: 'TF_VAR_', texts: inputs.environmentVars },
  ];
  const fileLayer = async (path: string): Promise<void> => {
    const file = await readValues(sources, path);
    if ('why' in file) {
      skipped.push({ file: path, why: file.why });
      notSeen.push({ what: path, why: file.why, decidedBy: `a readable ${path}` });
      layers.push(lostLayer(path, `a readable ${path}`, 1));
      return;
    }
    read.push(path);
    for (const problem of file.errors) {
      partly.push({ file: path, line: problem.at.line, why: problem.message });
      notSeen.push({
        what: `${path} lines ${problem.lostFrom}-${problem.lostTo}`,
        why: `not valid: ${problem.message}`,
        decidedBy: `correcting the syntax at ${path}:${problem.at.line}`,
        origin: inCode(problem.at),
      });
    }
    const [first] = file.errors;
    const lost =
      first && lostLayer(path, `correcting the syntax at ${path}:${first.at.line}`, first.at.line).lost;
    const { attributes } = file.body;
    layers.push(lost === undefined ? { what: path, attributes } : { what: path, attributes, lost });
  };

  const own = repository.paths.filter((path) => folderOf(path) === folder);
  for (const name of ['terraform.tfvars', 'terraform.tfvars.json']) {
    for (const path of own) if (path.endsWith(`/${name}`) || path === name) await fileLayer(path);
  }
  for (const path of own) if (/\.auto\.tfvars(\.json)?$/.test(path)) await fileLayer(path);
  for (const path of await environmentFiles(sources, configuration, environment, inputs))
    await fileLayer(path);
  for (const given of inputs.varFiles) {
    const path = [join('.', given.replace(`${repository.root}/`, '')), join(folder, given)].find(
      (p) => p !== undefined && repository.has(p),
    );
    if (path !== undefined) await fileLayer(path);
    else {
      const decidedBy = `--var-file with a file that exists, not ${given}`;
      notSeen.push({ what: given, why: 'not in the assessed folder', decidedBy });
      layers.push(lostLayer(given, decidedBy, 1));
    }
  }
  layers.push({ what: '--var', texts: inputs.vars });
  // A plan was made with its values, whatever is given now.
  if (inputs.planned !== undefined) layers.push(plannedLayer(inputs.planned));
  return new RootInputs(layers, { read, partly, skipped }, notSeen, sources, terragrunt?.tags);
}

/** The files of values of the chosen environment that belong to this root. */
async function environmentFiles(
  sources: TerraformSources,
  configuration: ModuleConfiguration,
  environment: Environment,
  inputs: Inputs,
): Promise<readonly string[]> {
  const { repository } = sources;
  if (environment.name === undefined) return [];
  const declared = inputs.environmentFiles?.get(environment.name);
  if (declared !== undefined && declared.length > 0) {
    const inside = declared.flatMap((file) => join('.', file) ?? []);
    return inside.filter((file) => repository.has(file) && /\.tfvars(\.json)?$/.test(file));
  }
  const rootFolders = new Set(sources.folders.keys());
  const { folder } = configuration;
  const found: string[] = [];
  for (const path of repository.paths) {
    if (!/\.tfvars(\.json)?$/.test(path) || /\.auto\.tfvars(\.json)?$/.test(path)) continue;
    const at = folderOf(path);
    if (at === folder && /(^|\/)terraform\.tfvars(\.json)?$/.test(path)) continue;
    if (environmentOfValues(path, rootFolders) !== environment.name) continue;
    // A file below the root, or beside and above it, unless it stands in the folder of another root.
    const below = folder === '.' || at === folder || at.startsWith(`${folder}/`);
    if (at !== folder && rootFolders.has(at)) continue;
    if (below ? isNearest(at, folder, rootFolders) : await isFor(sources, path, configuration))
      found.push(path);
  }
  return found;
}

/** No other Terraform folder stands between a root and a file of values below it. */
function isNearest(at: string, folder: string, rootFolders: ReadonlySet<string>): boolean {
  for (let above = at; above !== folder; above = folderOf(above)) {
    if (rootFolders.has(above)) return false;
    if (above === '.') return folder === '.';
  }
  return true;
}

/** A file elsewhere in the repository belongs to a root where it gives values to nothing but its variables. */
async function isFor(
  sources: TerraformSources,
  path: string,
  configuration: ModuleConfiguration,
): Promise<boolean> {
  const file = await readValues(sources, path);
  // What cannot be read may be for this root.
  if ('why' in file) return true;
  const names = [...file.body.attributes.keys()];
  return names.length > 0 && names.every((name) => configuration.variables.has(name));
}

async function readValues(
  sources: TerraformSources,
  path: string,
): Promise<Pick<TerraformFile, 'body' | 'errors'> | { readonly why: string }> {
  if (!path.endsWith('.json')) {
    const parsed = await sources.file(path);
    return parsed.kind === 'parsed' ? parsed.file : { why: parsed.why };
  }
  const text = await sources.repository.text(path);
  if (text.kind !== 'text') return { why: text.why };
  // The JSON of values has the shape of a block of locals.
  const { body, errors } = sources.parser.parse(path, `{"locals":${text.text}}`);
  return { body: body.blocks[0]?.body ?? body, errors };
}

function plannedLayer(planned: Planned): Layer {
  const values = [...planned.variables].map(([name, value]) => {
    return [name, fromJson(value, inPlan(planned, name))] as const;
  });
  return { what: `--${planned.from}`, values: new Map(values) };
}

function inPlan(planned: Planned, variable: string): Origin {
  return { ...inCode(placeIn(planned, `variable ${variable}`)), plane: 'plan' };
}

function terragruntLayer({ given, any }: Terragrunt): Layer {
  const values = [...given].map(([name, value]) => [name, { ...value, expression: `var.${name}` }] as const);
  return { what: 'Terragrunt', values: new Map(values), ...(any === undefined ? {} : { lost: any }) };
}

function lostLayer(path: string, decidedBy: string, line: number): Layer {
  const at = { file: path, line, column: 1, endLine: line, endColumn: 1, what: path };
  return { what: path, lost: unknown('not-readable', decidedBy, inCode(at)) };
}
