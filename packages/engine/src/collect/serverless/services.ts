import type { FactNode, NotSeen, ResourceNode } from '../../model/resource.ts';
import { known } from '../../model/value.ts';
import { onceFor } from '../../once-for.ts';
import type { Services } from '../collected.ts';
import { join } from '../files/paths.ts';
import { withFunctionCode } from '../function-code.ts';
import { filesOf, type OtherTool, otherTools, SERVERLESS } from '../other-tools.ts';
import { beforeBuild } from '../repository/containers/image-entry.ts';
import type { Entry } from '../repository/joins/construct-entry.ts';
import { handlersNamed, withCodeOfFunctions } from '../repository/joins/function-code.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { textOf } from '../repository/structured-text.ts';
import { eventsOf } from './events.ts';
import { FUNCTION, functionsOf } from './functions.ts';
import { PACKAGE, readService, type Service, type UnreadableFile } from './service.ts';

/** What the services of the Serverless Framework name as handlers. */
export async function handlersOfServices(source: SourceOfFiles): Promise<readonly Entry[]> {
  return handlersNamed((await deployedBy(source)).told);
}

/**
 * The functions of the services of the Serverless Framework and what calls them, each function with what its code does; nothing
 * where the repository has no such service.
 */
export async function servicesOf(source: SourceOfFiles): Promise<Services | undefined> {
  const { services, unread, unreadable } = await readServices(source);
  const files = ledgerOf(unreadable);
  if (services.length === 0)
    return unread.length === 0 ? undefined : { tools: [SERVERLESS], resources: [], notSeen: unread, files };
  const { resources, told, unseen } = await deployedBy(source);
  const notSeen: NotSeen[] = [beside(services), ...unread, ...unseen];
  const joined = await withCodeOfFunctions(told, () => source);
  return {
    tools: [SERVERLESS],
    // What is shown of a function is what is written.
    resources: joined.resources.map(({ meta }, i) => ({
      ...resources[i]!,
      ...(meta === undefined ? {} : { meta }),
      foreign: true,
    })),
    notSeen,
    files,
  };
}

interface Deployed {
  readonly resources: readonly ResourceNode[];
  /** The same with the files that their handlers are in. */
  readonly told: { readonly resources: readonly ResourceNode[]; readonly facts: readonly FactNode[] };
  readonly unseen: readonly NotSeen[];
}

const deployedBy = onceFor(async (source: SourceOfFiles): Promise<Deployed> => {
  const resources: ResourceNode[] = [];
  const unseen: NotSeen[] = [];
  for (const service of (await readServices(source)).services) {
    const functions = functionsOf(service);
    const events = eventsOf(service, functions);
    resources.push(...functions.map(({ node }) => node), ...events.nodes);
    unseen.push(...service.unseen, ...events.unseen);
  }
  const facts: readonly FactNode[] = [];
  const fromSource = await Promise.all(resources.map((node) => beforeItsBuild(node, source)));
  return { resources, told: await withFunctionCode({ resources: fromSource, facts }, source), unseen };
});

function ledgerOf(unreadable: readonly UnreadableFile[]): Services['files'] {
  return {
    partly: unreadable.flatMap(({ what: file, why, line }) =>
      line === undefined ? [] : { file, line, why },
    ),
    skipped: unreadable.flatMap(({ what: file, why, line }) => (line === undefined ? { file, why } : [])),
  };
}

/** The same function with the handler as it is before a compiler writes it elsewhere: `src/cards.list` of `dist/cards.list`. */
async function beforeItsBuild(node: ResourceNode, source: SourceOfFiles): Promise<ResourceNode> {
  const { members } = node.properties;
  const [handler, code] = [members.get('Handler'), textOf(members.get('Code'))];
  const [, path, name] = /^(.+)\.(\w+)$/.exec(textOf(handler) ?? '') ?? [];
  const folder = code === undefined ? undefined : join('.', code);
  if (node.type !== FUNCTION || handler === undefined || folder === undefined || path === undefined)
    return node;
  const built = join(folder, `${path}.js`);
  const found = built && (await beforeBuild(built, source, (file) => source.has(file)));
  const start = folder === '.' ? '' : `${folder}/`;
  if (found === undefined || !found.startsWith(start)) return node;
  const own = found.slice(start.length).replace(/\.\w+$/, '');
  const properties = { ...node.properties, members: new Map(members) };
  properties.members.set('Handler', known(`${own}.${name}`, handler.origin));
  return { ...node, properties };
}

/** What services have beside functions and events. */
function beside(services: readonly Service[]): NotSeen {
  return {
    what: filesOf({ files: services.map(({ file }) => file) }),
    why: 'functions and their events are read of it, and what they need beside them is not',
    decidedBy: PACKAGE,
    holds: [...new Set(services.flatMap(({ others }) => others))],
  };
}

/** Whether services are the only places of the framework's routes, and all of their functions and events are told. */
export async function tellsAllRoutes(source: SourceOfFiles): Promise<boolean> {
  const { services, unread } = await readServices(source);
  if (unread.length > 0 || services.some(({ hasOtherRoutes }) => hasOtherRoutes)) return false;
  return services.every((service) =>
    [...service.unseen, ...eventsOf(service, functionsOf(service)).unseen].every(
      ({ holds }) => holds !== undefined,
    ),
  );
}

/**
 * Tools of others that deploy from here. Where the file of a service cannot be read, that has to be mended before the framework
 * can tell anything.
 */
export async function toolsThatDeploy(source: SourceOfFiles): Promise<readonly OtherTool[]> {
  const [first] = (await readServices(source)).unreadable;
  return otherTools(source.paths).map((tool) =>
    tool.name === SERVERLESS && first !== undefined
      ? { ...tool, decidedBy: `${first.decidedBy}, then ${tool.decidedBy}` }
      : tool,
  );
}

interface Read {
  readonly services: readonly Service[];
  /** The files of the framework that are not read as services. */
  readonly unread: readonly NotSeen[];
  /** Those of them that nobody could read. */
  readonly unreadable: readonly UnreadableFile[];
}

const readServices = onceFor(read);

async function read(source: SourceOfFiles): Promise<Read> {
  const tool = otherTools(source.paths).find(({ name }) => name === SERVERLESS);
  const services: Service[] = [];
  const unreadable: UnreadableFile[] = [];
  const files: string[] = [];
  for (const file of tool?.files ?? []) {
    const service = await readService(file, source);
    if (service === undefined) files.push(file);
    else if (service === 'part') continue;
    else if ('why' in service) unreadable.push(service);
    else services.push(service);
  }
  if (tool === undefined || files.length === 0) return { services, unread: unreadable, unreadable };
  const unread = {
    what: filesOf({ files }),
    why: `${tool.name} deploys what is defined there, and it is not read`,
    decidedBy: tool.decidedBy,
  };
  return { services, unread: [...unreadable, unread], unreadable };
}
