import type { FactNode, NotSeen, ResourceNode } from '../../model/resource.ts';
import type { Services } from '../collected.ts';
import { withFunctionCode } from '../function-code.ts';
import { filesOf, otherTools, SERVERLESS } from '../other-tools.ts';
import { withCodeOfFunctions } from '../repository/joins/function-code.ts';
import type { SourceOfFiles } from '../repository/reader.ts';
import { eventsOf } from './events.ts';
import { functionsOf } from './functions.ts';
import { PACKAGE, readService, type Service } from './service.ts';

/**
 * The functions of the services of the Serverless Framework and what calls them, each function with what its code does; nothing
 * where the repository has no such service.
 */
export async function servicesOf(source: SourceOfFiles): Promise<Services | undefined> {
  const { services, unread } = await readServices(source);
  if (services.length === 0) return unread && { resources: [], notSeen: [unread] };
  const resources: ResourceNode[] = [];
  const notSeen: NotSeen[] = [beside(services), ...(unread === undefined ? [] : [unread])];
  for (const service of services) {
    const functions = functionsOf(service);
    const events = eventsOf(service, functions);
    resources.push(...functions.map(({ node }) => node), ...events.nodes);
    notSeen.push(...service.unseen, ...events.unseen);
  }
  const facts: readonly FactNode[] = [];
  const joined = await withCodeOfFunctions(
    await withFunctionCode({ resources, facts }, source),
    () => source,
  );
  return { resources: joined.resources.map((node) => ({ ...node, foreign: true })), notSeen };
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
  if (unread !== undefined) return false;
  return services.every((service) =>
    [...service.unseen, ...eventsOf(service, functionsOf(service)).unseen].every(
      ({ holds }) => holds !== undefined,
    ),
  );
}

interface Read {
  readonly services: readonly Service[];
  /** The files of the framework that could not be read as services. */
  readonly unread: NotSeen | undefined;
}

const known = new WeakMap<SourceOfFiles, Promise<Read>>();

function readServices(source: SourceOfFiles): Promise<Read> {
  const before = known.get(source);
  if (before !== undefined) return before;
  const now = read(source);
  known.set(source, now);
  return now;
}

async function read(source: SourceOfFiles): Promise<Read> {
  const tool = otherTools(source.paths).find(({ name }) => name === SERVERLESS);
  const services: Service[] = [];
  const files: string[] = [];
  for (const file of tool?.files ?? []) {
    const service = /\.[jt]s$/.test(file) ? undefined : await readService(file, source);
    if (service === undefined) files.push(file);
    else if (service !== 'part') services.push(service);
  }
  const [first] = files;
  if (tool === undefined || first === undefined) return { services, unread: undefined };
  const unread = {
    what: filesOf({ files }),
    why: `${tool.name} deploys what is defined there, and it is not read`,
    decidedBy: tool.decidedBy,
  };
  return { services, unread };
}
