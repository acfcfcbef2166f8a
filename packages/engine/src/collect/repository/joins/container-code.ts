import type { Origin } from '../../../model/origin.ts';
import type { ResourceNode } from '../../../model/resource.ts';
import { absent, known, listOf, objectOf, type Unknown, unknown, type Value } from '../../../model/value.ts';
import type { CollectedRoot } from '../../collected.ts';
import { folderOf } from '../../files/paths.ts';
import { type Program, programOf } from '../code/names/program.ts';
import { entryOfImage, type ImageEntry } from '../containers/image-entry.ts';
import { isForDevelopment, isImageFile } from '../containers/reader.ts';
import type { SourceOfFiles } from '../reader.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';
import { codeElsewhere, codeUntold, codeValue, listeningValue } from './code-value.ts';
import { withCode } from './function-code.ts';
import { listenings } from './listening.ts';
import { reachedFrom } from './reached-code.ts';

/**
 * The same root with what the code of each task of containers does (`meta.Code`, as of functions, with what is set in
 * its `environment`): from the image of its one container that is no tool of others, through the file that builds it, to
 * the file of code that it starts.
 */
export async function withCodeOfContainers(
  root: CollectedRoot,
  source: () => SourceOfFiles | Promise<SourceOfFiles>,
): Promise<CollectedRoot> {
  const tasks = root.resources.filter(({ type, foreign }) => type === TASK && foreign !== true);
  if (tasks.length === 0) return root;
  const files = await source();
  const program = await programOf(files);
  const codes = new Map<ResourceNode, Value>();
  for (const task of tasks) codes.set(task, await codeOf(task, files, program, tasks.length === 1));
  return {
    ...root,
    resources: root.resources.map((node) => {
      const code = codes.get(node);
      return code === undefined ? node : withCode(node, code);
    }),
  };
}

const TASK = 'AWS::ECS::TaskDefinition';

/** Images that others publish: tools that stand beside an application, and servers without code of their own. */
const OF_OTHERS =
  /^(?:public\.ecr\.aws\/(?:docker\/library|xray|aws-observability|cloudwatch-agent|datadog|amazonlinux|nginx|appmesh|eks|aws-cli)\/|gcr\.io\/|k8s\.gcr\.io\/|registry\.k8s\.io\/|mcr\.microsoft\.com\/|906394416424\.dkr\.ecr|(?:docker\.io\/)?(?:amazon|datadog|newrelic|grafana|prom|fluent|otel|envoyproxy|library|splunk|hashicorp|bitnami|traefik)\/|(?:nginx|redis|postgres|mysql|mariadb|memcached|busybox|alpine|httpd|haproxy|rabbitmq|traefik)(?::|@|$))/;

async function codeOf(
  task: ResourceNode,
  source: SourceOfFiles,
  program: Program,
  isOnly: boolean,
): Promise<Value> {
  const containers = task.properties.members.get('ContainerDefinitions');
  const told = (what: string) => codeUntold(task.origin, what);
  if (containers?.kind !== 'list' || containers.open !== undefined)
    return told('which containers the task has');
  const own = containers.items.filter((one) => !isOfOthers(member(one, 'Image')));
  const [container, ...others] = own;
  if (container === undefined) return codeElsewhere(task.origin, 'looking into the images of the task');
  if (others.length > 0) return told('looking into the images of the task');
  const file = imageFileOf(container, source, isOnly);
  if (file === undefined) return told('which file of the repository its image is built from');
  if (['Command', 'EntryPoint'].some((name) => isUntold(container, name)))
    return told('what the container is told to run');
  const command = wordsAt(container, 'Command');
  const entryPoint = wordsAt(container, 'EntryPoint');
  const entry = await entryOfImage(file, source, (path) => program.modules.has(path), {
    ...(command === undefined ? {} : { command }),
    ...(entryPoint === undefined ? {} : { entryPoint }),
  });
  if (entry?.file === undefined) return told(entry?.why ?? `making ${file} readable`);
  const reached = reachedFrom(program, entry.file, entry.handler);
  if (reached === undefined) return told(`reading ${entry.file}`);
  const code = codeValue(program, reached, task.origin);
  const { found, open } = listenings(program, reached, {
    words: entry.words,
    file,
    line: entry.line,
    base: entry.base,
    variable: variablesOf(container, entry),
  });
  return objectOf(
    new Map<string, Value>([
      ...code.members,
      ['environment', environmentOf(container, entry, task)],
      ['container', member(container, 'Name') ?? absent(task.origin)],
      ['listens', listeningValue(found, open, task.origin)],
      ['untold', known(false, task.origin)],
    ]),
    code.origin,
  );
}

/** An image whose name begins in a way that is known, and is one of others. */
function isOfOthers(image: Value | undefined): boolean {
  const start = image?.kind === 'composed' ? textOf(image.parts[0]) : textOf(image);
  return start !== undefined && OF_OTHERS.test(start);
}

/** The file that builds the image of a container: the only one, or the one that is called like it. */
function imageFileOf(container: Value, source: SourceOfFiles, isOnly: boolean): string | undefined {
  const all = source.paths.filter((path) => isImageFile(path) && !isForDevelopment(path));
  if (all.length === 1 && isOnly) return all[0];
  const names = [textOf(member(container, 'Name')), ...wordsOfImage(member(container, 'Image'))].flatMap(
    (name) => (name === undefined ? [] : [name.toLowerCase()]),
  );
  const fitting = all.filter((path) => nameOfImageFile(path).some((name) => names.includes(name)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** `web` of `123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.2`. */
function wordsOfImage(image: Value | undefined): readonly string[] {
  const text = textOf(image);
  const name = text === undefined ? undefined : /([\w.-]+)(?::[\w.-]+|@sha256:\w+)?$/.exec(text)?.[1];
  return name === undefined ? [] : [name];
}

/** `web` of `services/web/Dockerfile` and of `Dockerfile.web`. */
function nameOfImageFile(path: string): readonly string[] {
  const folder = folderOf(path);
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const of =
    /^(?:docker|container)file[.-]([\w-]+)$/.exec(file)?.[1] ??
    /^([\w-]+)\.(?:docker|container)file$/.exec(file)?.[1];
  if (of !== undefined) return [of];
  return folder === '.' ? [] : [folder.slice(folder.lastIndexOf('/') + 1).toLowerCase()];
}

function wordsAt(container: Value, name: string): readonly string[] | undefined {
  const value = member(container, name);
  const words = itemsOf(value).flatMap((one) => textOf(one) ?? []);
  return value?.kind === 'list' && words.length > 0 && words.length === value.items.length
    ? words
    : undefined;
}

/** Whether it is told to run something else than its image says, and not in words that are written. */
function isUntold(container: Value, name: string): boolean {
  const value = membersOf(container).get(name);
  if (value === undefined || value.kind === 'absent' || (value.kind === 'known' && value.value === null))
    return false;
  return (
    value.kind !== 'list' || value.open !== undefined || value.items.some((one) => textOf(one) === undefined)
  );
}

/** What variables are when the container starts: those of its own before those of its image. */
function variablesOf(
  container: Value,
  { values, environment }: ImageEntry,
): (name: string) => string | null | undefined {
  const [own, secrets, files] = ['Environment', 'Secrets', 'EnvironmentFiles'].map((name) =>
    member(container, name),
  );
  const isClosed = (list: Value | undefined) =>
    list === undefined || list.kind === 'absent' || (list.kind === 'list' && list.open === undefined);
  const isKnown =
    isClosed(own) &&
    isClosed(secrets) &&
    (files === undefined || files.kind === 'absent') &&
    [...itemsOf(own), ...itemsOf(secrets)].every((one) => textOf(member(one, 'Name')) !== undefined);
  return (name) => {
    const set = itemsOf(own).find((one) => textOf(member(one, 'Name')) === name);
    if (set !== undefined) {
      const value = member(set, 'Value');
      return value?.kind === 'known' ? String(value.value) : undefined;
    }
    if (!isKnown || itemsOf(secrets).some((one) => textOf(member(one, 'Name')) === name)) return undefined;
    return values.get(name) ?? (environment.includes(name) ? undefined : null);
  };
}

/** What is set when the container starts (`name`, `value`): of its own before what its image sets. */
function environmentOf(container: Value, image: ImageEntry, { origin }: ResourceNode): Value {
  const set = (name: Value, value: Value | undefined) =>
    objectOf({ name, value: value ?? absent(name.origin) }, name.origin);
  const ofList = (list: string, of: string) =>
    itemsOf(member(container, list)).flatMap((one) => {
      const name = member(one, 'Name');
      return name === undefined ? [] : [set(name, member(one, of))];
    });
  const own = [...ofList('Environment', 'Value'), ...ofList('Secrets', 'ValueFrom')];
  const named = new Set(own.map((one) => textOf(member(one, 'name'))));
  const ofImage = image.environment
    .filter((name) => !named.has(name))
    .map((name) => set(known(name, origin), valueOfImage(image, name, origin)));
  return listOf([...own, ...ofImage], origin, moreOf(container));
}

function valueOfImage({ values }: ImageEntry, name: string, origin: Origin): Value {
  const value = values.get(name);
  return value === undefined
    ? unknown('computed', `what the image sets ${name} to`, origin)
    : known(value, origin);
}

/** Why more may be set than is written there. */
function moreOf(container: Value): Unknown | undefined {
  const lists = ['Environment', 'Secrets'].map((name) => member(container, name));
  const open = lists.find(
    (list) =>
      list !== undefined && list.kind !== 'absent' && (list.kind !== 'list' || list.open !== undefined),
  );
  const files = member(container, 'EnvironmentFiles');
  if (open !== undefined)
    return unknown('unresolved-expression', 'the environment of the container', open.origin);
  return files === undefined || files.kind === 'absent'
    ? undefined
    : unknown('not-collected', 'the files that its environment is read from', files.origin);
}
