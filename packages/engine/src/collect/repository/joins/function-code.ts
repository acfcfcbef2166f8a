import type { FactNode, ResourceNode } from '../../../model/resource.ts';
import { objectOf, unknown, type Value } from '../../../model/value.ts';
import { onceFor } from '../../../once-for.ts';
import type { CollectedRoot } from '../../collected.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { sourceByHabit } from '../containers/image-entry.ts';
import type { SourceOfFiles } from '../reader.ts';
import { codeElsewhere, codeOfPackage, codeValue } from './code-value.ts';
import { type Entry, entryOfConstruct } from './construct-entry.ts';
import { reachedFrom } from './reached-code.ts';

/**
 * The same root with what the code of each function does, beside its properties (`meta.Code`): `files` that run, `reads` of
 * its environment (`name`, `needed`, `fallback`, `runs`) and `calls` of services (`call`, `service`, `actions`, `runs`). Lists
 * are open where the code leaves more possible; all of it is unknown where the code of a function is not in the repository.
 * `app` is the folder of an app of the CDK whose source was read.
 */
export async function withCodeOfFunctions<Root extends Functions>(
  root: Root,
  source: () => SourceOfFiles | Promise<SourceOfFiles>,
  app?: string,
): Promise<Root> {
  const functions = root.resources.filter(({ type }) => type === FUNCTION);
  if (functions.length === 0) return root;
  const isThere =
    app !== undefined ||
    functions.some(
      (node) =>
        node.meta?.members.has('Packaged') === true ||
        onlyFile(root.facts, node) !== undefined ||
        folderWithoutHandler(root.facts, node) !== undefined,
    );
  const program = isThere ? await programOf(await source()) : undefined;
  const resources = root.resources.map((node) =>
    node.type === FUNCTION ? withCode(node, codeOf(node, root, program, app)) : node,
  );
  return { ...root, resources };
}

type Functions = Pick<CollectedRoot, 'resources' | 'facts'>;

const FUNCTION = 'AWS::Lambda::Function';

/** The same node with its code beside its properties. */
export function withCode(node: ResourceNode, code: Value): ResourceNode {
  const meta = node.meta ?? objectOf(new Map(), node.origin);
  return { ...node, meta: { ...meta, members: new Map(meta.members).set('Code', code) } };
}

function codeOf(
  node: ResourceNode,
  root: Functions,
  program: Program | undefined,
  app: string | undefined,
): Value {
  const elsewhere = unknown('not-collected', lookingInto(node), node.origin);
  if (isNotOfFiles(node)) return codeElsewhere(node.origin);
  if (program === undefined) return elsewhere;
  const folder = folderWithoutHandler(root.facts, node);
  if (folder !== undefined) {
    const modules = modulesIn(program, folder);
    return modules.length === 0 ? elsewhere : codeOfPackage(modules, node.origin);
  }
  const written = entryOf(node, root.facts);
  const entry =
    written ??
    packagedEntry(node, program) ??
    (app === undefined ? undefined : entryOfConstruct(node, app, program));
  const reached = entry === undefined ? undefined : reachedFrom(program, entry.file, entry.handler);
  if (reached === undefined) return elsewhere;
  // By its documentation NodejsFunction takes the SDK of the runtime.
  return codeValue(program, { ...reached, sdkOfRuntime: written === undefined }, node.origin);
}

/** What functions name as their handlers, where the file of it can be told without following code. */
export function handlersNamed({ resources, facts }: Functions): readonly Entry[] {
  return resources.flatMap((node) => {
    if (node.type !== FUNCTION) return [];
    const entry = entryOf(node, facts) ?? entryPackaged(node);
    return entry === undefined ? [] : [entry];
  });
}

/** What would tell the code of a function, with the path that a construct packages it from where that is known. */
function lookingInto({ meta }: ResourceNode): string {
  const packaged = meta?.members.get('Packaged');
  const from =
    packaged?.kind === 'object'
      ? (textOf(packaged.members.get('file')) ?? textOf(packaged.members.get('folder')))
      : undefined;
  const made = from === undefined ? '' : `, which is made from ${from}`;
  return `looking into the package of the function${made}`;
}

/** The file that a construct packages, as far as arguments lead to it. */
function packagedEntry(node: ResourceNode, { modules }: Program): Entry | undefined {
  const entry = entryPackaged(node);
  if (entry === undefined || modules.has(entry.file)) return entry;
  const file = sourceByHabit(entry.file, (path) => modules.has(path));
  return file === undefined ? undefined : { ...entry, file };
}

function entryPackaged({ meta }: ResourceNode): Entry | undefined {
  const packaged = meta?.members.get('Packaged');
  if (packaged?.kind !== 'object') return undefined;
  const file = textOf(packaged.members.get('file'));
  const handler = textOf(packaged.members.get('handler'));
  return file === undefined || handler === undefined
    ? undefined
    : { file, handler: handler.slice(handler.lastIndexOf('.') + 1) };
}

/** Where the code begins by the handler that is written. */
function entryOf(node: ResourceNode, facts: readonly FactNode[]): Entry | undefined {
  const handler = textOf(node.properties.members.get('Handler'));
  const file = onlyFile(facts, node);
  return handler === undefined || file === undefined
    ? undefined
    : { file, handler: handler.slice(handler.lastIndexOf('.') + 1) };
}

/** Code that is written in the template, or that a framework brings along. */
function isNotOfFiles({ framework, properties }: ResourceNode): boolean {
  const code = properties.members.get('Code');
  return framework !== undefined || (code?.kind === 'object' && code.members.has('ZipFile'));
}

const modulesIn = onceFor((program: Program, folder: string) =>
  [...program.modules.values()].filter(({ file }) => file.startsWith(`${folder}/`)),
);

/** The folder that a function is packaged from, where nothing in it is the module that its handler names. */
function folderWithoutHandler(facts: readonly FactNode[], node: ResourceNode): string | undefined {
  const own = codeFactOf(facts, node)?.members;
  const files = own?.get('files');
  const folder = textOf(own?.get('folder'));
  return files?.kind === 'list' && files.items.length === 0 && folder !== '.' ? folder : undefined;
}

function codeFactOf(
  facts: readonly FactNode[],
  { address }: ResourceNode,
): FactNode['properties'] | undefined {
  return facts.find(
    ({ kind, properties }) =>
      kind === 'function-code' && textOf(properties.members.get('function')) === address,
  )?.properties;
}

/** The file of the handler, where it is one that can be told. */
function onlyFile(facts: readonly FactNode[], node: ResourceNode): string | undefined {
  const files = codeFactOf(facts, node)?.members.get('files');
  if (files?.kind !== 'list' || files.items.length !== 1) return undefined;
  const [only] = files.items;
  return only?.kind === 'object' ? textOf(only.members.get('path')) : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === 'known' && typeof value.value === 'string' ? value.value : undefined;
}
