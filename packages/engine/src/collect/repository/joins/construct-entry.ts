import type { ResourceNode } from '../../../model/resource.ts';
import { onceFor } from '../../../once-for.ts';
import { folderOf, join } from '../../files/paths.ts';
import type { Program } from '../code/names/program.ts';
import type { Call, Expression, SourceModule } from '../code/syntax/source-module.ts';
import { sourceByHabit } from '../containers/image-entry.ts';
import { partsOfKind } from './expressions.ts';

/** Where the code of a function begins: a file, and the function in it. */
export interface Entry {
  readonly file: string;
  readonly handler: string;
}

/**
 * The entry that a construct of the CDK packages, as it is written where the construct is made (`new NodejsFunction(this, 'List',
 * { entry: path.join(__dirname, 'list.ts') })`); nothing where it is not written. `app` is the folder that the app is run in.
 * Sources: API reference of aws-cdk-lib, NodejsFunctionProps, and of @aws-cdk/aws-lambda-python-alpha, PythonFunctionProps.
 */
export function entryOfConstruct({ origin }: ResourceNode, app: string, program: Program): Entry | undefined {
  // The place where the construct is made is the last that its properties were seen through.
  for (const { file, line, column } of [origin.at, ...origin.trail]) {
    const module = program.modules.get(file);
    const call = module?.calls.find(({ at }) => at.line === line && at.column === column);
    if (module === undefined || call === undefined) continue;
    const kind = CONSTRUCTS.find(([name]) =>
      name.test(program.pathOf(module, call.callee, call.within) ?? ''),
    );
    if (kind !== undefined) return kind[1](new Given(program, module, call, app));
  }
  return undefined;
}

const CONSTRUCTS: readonly (readonly [name: RegExp, entry: (given: Given) => Entry | undefined])[] = [
  [/^(?:aws-cdk-lib\/aws-lambda-nodejs|aws-cdk-lib\.aws_lambda_nodejs)\.NodejsFunction$/, ofNodejs],
  [/^(?:@aws-cdk\/aws-lambda-python-alpha|aws_cdk\.aws_lambda_python_alpha)\.PythonFunction$/, ofPython],
];

const ENDINGS = ['ts', 'tsx', 'js', 'mjs', 'mts', 'cts', 'cjs'];

function ofNodejs(given: Given): Entry | undefined {
  if (given.maySay('entry', 'handler')) return undefined;
  const handler = given.has('handler') ? given.text('handler') : 'handler';
  const files = given.has('entry') ? [given.path('entry')] : given.beside(ENDINGS);
  return entry(files, handler, given);
}

function ofPython(given: Given): Entry | undefined {
  if (given.maySay('entry', 'index', 'handler')) return undefined;
  const handler = given.has('handler') ? given.text('handler') : 'handler';
  const index = given.has('index') ? given.text('index') : 'index.py';
  const folder = given.path('entry');
  return entry(
    [folder === undefined || index === undefined ? undefined : join(folder, index)],
    handler,
    given,
  );
}

function entry(
  files: readonly (string | undefined)[],
  handler: string | undefined,
  { program }: Given,
): Entry | undefined {
  const has = (path: string) => program.modules.has(path);
  const [first] = files;
  const file =
    files.find((one) => one !== undefined && has(one)) ??
    (first === undefined ? undefined : sourceByHabit(first, has));
  return file === undefined || handler === undefined
    ? undefined
    : { file, handler: handler.slice(handler.lastIndexOf('.') + 1) };
}

/** What is written where a construct is made. */
class Given {
  readonly program: Program;
  readonly #module: SourceModule;
  readonly #call: Call;
  readonly #app: string;

  constructor(program: Program, module: SourceModule, call: Call, app: string) {
    this.program = program;
    this.#module = module;
    this.#call = call;
    this.#app = app;
  }

  has(name: string): boolean {
    return this.#of(name) !== undefined;
  }

  /** Whether one of these may be said where it is not written: in what is put in, or handed on. */
  maySay(...names: readonly string[]): boolean {
    const { arguments: given } = this.#call;
    const props = given.find(({ name }, at) => at === 2 && name === undefined)?.value;
    if (given.some(({ spread }) => spread)) return names.some((name) => !this.has(name));
    if (props === undefined || (props.kind === 'object' && !props.open)) return false;
    const apart = saidApart(this.program, this.#app);
    return names.some((name) => !this.has(name) && apart.has(name));
  }

  text(name: string): string | undefined {
    return this.#textOf(this.#of(name));
  }

  /** A path of the repository: from the folder of the file where that is said, else from that of the app. */
  path(name: string): string | undefined {
    const value = this.#of(name);
    const parts = value === undefined ? undefined : this.#partsOf(value);
    if (parts === undefined) return undefined;
    const own = parts[0] === HERE;
    const written = (own ? parts.slice(1) : parts).join('/');
    return join(own ? folderOf(this.#module.file) : this.#app, written.replace(/^\/+/, ''));
  }

  /** The files that the construct looks for without an entry: `stack.List.ts` of `stack.ts`. */
  beside(endings: readonly string[]): readonly string[] {
    const id = this.#textOf(this.#call.arguments[1]?.value);
    const { file } = this.#module;
    return id === undefined
      ? []
      : endings.map((ending) => `${file.slice(0, file.lastIndexOf('.'))}.${id}.${ending}`);
  }

  #of(name: string): Expression | undefined {
    const named = this.#call.arguments.find((one) => one.name === name)?.value;
    if (named !== undefined) return named;
    const props = this.#call.arguments[2]?.value;
    return props?.kind === 'object' ? props.members.find((one) => one.name === name)?.value : undefined;
  }

  #textOf(value: Expression | undefined): string | undefined {
    if (value === undefined) return undefined;
    if (value.kind === 'literal') return typeof value.value === 'string' ? value.value : undefined;
    const meant = this.program.resolve(this.#module, value, this.#call.within);
    return meant.kind === 'value' && meant.value.kind === 'literal' && typeof meant.value.value === 'string'
      ? meant.value.value
      : undefined;
  }

  /** The parts of a path, {@link HERE} for the folder of the file. */
  #partsOf(value: Expression): readonly string[] | undefined {
    if (isHere(value, this.#module)) return [HERE];
    const text = this.#textOf(value);
    if (text !== undefined) return [text];
    const inner =
      value.kind === 'text'
        ? this.#module.texts[value.text]!.parts
        : value.kind === 'call' && JOINS.test(this.#module.calls[value.call]!.path ?? '')
          ? this.#module.calls[value.call]!.arguments.map((one) => one.value)
          : undefined;
    const parts = inner?.map((part) => (typeof part === 'string' ? [part] : this.#partsOf(part)));
    return parts?.every((part) => part !== undefined) === true ? parts.flat() : undefined;
  }
}

/** Names of what objects of an app say that are not handed to a construct of the library: settings that several share. */
const saidApart = onceFor((program: Program, app: string): ReadonlySet<string> => {
  const names = new Set<string>();
  for (const module of program.modules.values()) {
    if (app !== '.' && !module.file.startsWith(`${app}/`)) continue;
    const own = new Set(
      module.calls.flatMap(({ callee, arguments: given, within }) =>
        LIBRARY.test(program.pathOf(module, callee, within) ?? '') ? given.map(({ value }) => value) : [],
      ),
    );
    for (const { value } of partsOfKind(module, 'object'))
      if (!own.has(value)) for (const { name } of value.members) names.add(name);
  }
  return names;
});

const LIBRARY = /^(?:aws-cdk-lib|@aws-cdk\/|aws_cdk\b)/;

const HERE = '\u0000';
const JOINS = /^(?:(?:node:)?path\.(?:posix\.)?(?:join|resolve)|os\.path\.(?:join|abspath))$/;

/** `__dirname`, `import.meta.dirname`, `os.path.dirname(__file__)`. */
function isHere(value: Expression, module: SourceModule): boolean {
  if (value.kind === 'name') return value.name === '__dirname';
  if (value.kind === 'member') return value.name === 'dirname' && value.of.kind !== 'name';
  if (value.kind !== 'call') return false;
  const { path, arguments: given } = module.calls[value.call]!;
  const [only] = given;
  return path === 'os.path.dirname' && only?.value.kind === 'name' && only.value.name === '__file__';
}
