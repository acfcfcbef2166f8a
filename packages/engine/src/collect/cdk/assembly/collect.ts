import { inCode, type Location, type Origin, seenFrom } from '../../../model/origin.ts';
import type { NotSeen, ResourceNode } from '../../../model/resource.ts';
import { known, listOf, type ObjectValue, objectOf, unknown, type Value } from '../../../model/value.ts';
import { environmentValue, isMapped, notSeenIn, resourcesOf } from '../../cloudformation/collect.ts';
import type { Evaluator, Surroundings } from '../../cloudformation/evaluate.ts';
import { Links } from '../../cloudformation/link.ts';
import { NestedStacks } from '../../cloudformation/nested.ts';
import type { GivenParameters } from '../../cloudformation/parameters.ts';
import { readTemplate, type Template, templateIn, textOf } from '../../cloudformation/template.ts';
import type { CollectedRoot, Environment, RootCandidate } from '../../collected.ts';
import type { Repository } from '../../files/repository.ts';
import { type CdkApp, homeOf } from '../apps.ts';
import { environmentOfStack, NEWEST_SCHEMA } from './discover.ts';
import { frameworkHelper } from './framework.ts';
import type { AssembledStack, Assembly } from './manifest.ts';
import { madeAt, SourcePlaces } from './places.ts';
import { protectionOf } from './protection.ts';
import { staleness, unmadeConstructs } from './stale.ts';
import { withoutStandIns } from './stand-ins.ts';

interface Around {
  readonly candidate: RootCandidate;
  readonly environment: Environment;
  /** The application that the assembly belongs to, where its `cdk.json` is here. */
  readonly app: CdkApp | undefined;
  /** This run made it, so it cannot be stale. */
  readonly made: boolean;
}

/** Evaluates the stacks of an assembly that belong to the environment, as one graph. */
export async function collectAssembly(
  repository: Repository,
  assembly: Assembly,
  { candidate, environment, app, made }: Around,
): Promise<CollectedRoot> {
  const { chosen, left } = stacksFor(assembly, environment);
  const { templates, skipped } = await templatesOf(repository, assembly);
  const evaluators = evaluatorsOf(repository, chosen, templates);
  const places = new SourcePlaces(repository, app?.folder ?? '.');
  const resources: ResourceNode[] = [];
  const unmapped = new Map<string, number>();
  for (const { evaluator, stack } of evaluators) {
    for (const resource of resourcesOf(evaluator)) {
      if (resource.type === 'AWS::CDK::Metadata') continue;
      const node = asConstruct(resource, stack, places);
      resources.push(node);
      if (!isMapped(node.type)) unmapped.set(node.type, (unmapped.get(node.type) ?? 0) + 1);
    }
  }
  const stale = await staleness(repository, assembly, { app, places });
  const unmade =
    app === undefined || made
      ? []
      : await unmadeConstructs(repository, { app, candidate, environment, made: resources });
  const at: Location = { file: manifestOf(assembly), line: 1, column: 1, endLine: 1, endColumn: 1 };
  const doubts = [...hidden(assembly, at), ...stale.notSeen];
  const untrue = doubts.find((doubt) => doubt.beyond !== true);
  return {
    root: candidate,
    resources,
    notSeen: [...doubts, ...evaluators.flatMap(({ evaluator }) => notSeenIn(evaluator))],
    facts: [
      await protectionOf(repository, chosen, {
        at,
        doubt: untrue && unknown('module-unavailable', untrue.decidedBy, inCode(at)),
        byPipeline: resources.some(({ type }) => type === 'AWS::CodePipeline::Pipeline'),
      }),
    ],
    files: {
      read: [
        ...new Set([manifestOf(assembly), ...evaluators.map(({ evaluator }) => evaluator.template.file)]),
      ].filter((file) => !skipped.has(file)),
      partly: evaluators.flatMap(({ evaluator }) =>
        evaluator.template.problems.map((p) => ({ file: p.at.file, line: p.at.line, why: p.why })),
      ),
      skipped: [...skipped].map(([file, why]) => ({ file, why })),
    },
    unmapped,
    unmappedArguments: new Map(),
    environment: environmentValue(environment, at),
    origin: inCode(at),
    ...(app === undefined ? {} : { home: homeOf(app) }),
    notices: [
      ...(left.length === 0 ? [] : [leftOut(left, environment)]),
      ...newerSchema(assembly),
      ...stale.notices,
      ...unmade,
    ],
  };
}

function manifestOf(assembly: Assembly): string {
  return assembly.folder === '.' ? 'manifest.json' : `${assembly.folder}/manifest.json`;
}

/** The stacks of the chosen environment and of none; those of other environments are left out where one is theirs. */
function stacksFor(
  assembly: Assembly,
  { name }: Environment,
): { chosen: readonly AssembledStack[]; left: readonly AssembledStack[] } {
  const environmentOf = new Map(assembly.stacks.map((stack) => [stack, environmentOfStack(stack)]));
  const isThere = name !== undefined && [...environmentOf.values()].includes(name.toLowerCase());
  if (!isThere) return { chosen: assembly.stacks, left: [] };
  const belongs = (stack: AssembledStack) =>
    [undefined, name.toLowerCase()].includes(environmentOf.get(stack));
  return { chosen: assembly.stacks.filter(belongs), left: assembly.stacks.filter((s) => !belongs(s)) };
}

function leftOut(left: readonly AssembledStack[], { name }: Environment): string {
  const names = left.slice(0, 3).map((stack) => stack.name);
  const more = left.length > 3 ? ` and ${left.length - 3} more` : '';
  return `${names.join(', ')}${more}: not part of environment ${name}, so left out`;
}

function newerSchema({ version, folder }: Assembly): readonly string[] {
  const major = Number(version.split('.')[0]);
  if (!(major > NEWEST_SCHEMA)) return [];
  return [
    `${folder} was written by a newer CDK (schema ${version}, known up to ${NEWEST_SCHEMA}): read as far as known`,
  ];
}

/** The templates of an assembly by path, those of nested stacks included; and why some could not be read. */
async function templatesOf(
  repository: Repository,
  assembly: Assembly,
): Promise<{ templates: ReadonlyMap<string, Template>; skipped: ReadonlyMap<string, string> }> {
  const templates = new Map<string, Template>();
  const skipped = new Map<string, string>();
  const inFolder = (path: string) => assembly.folder === '.' || path.startsWith(`${assembly.folder}/`);
  const nested = repository.paths.filter((path) => /\.nested\.template\.json$/.test(path) && inFolder(path));
  for (const path of new Set([...assembly.stacks.map((stack) => stack.template), ...nested])) {
    const read = await repository.text(path);
    if (read.kind === 'skipped') skipped.set(path, read.why);
    const template =
      read.kind === 'text' ? templateIn(repository, path, read.text) : unreadable(path, read.why);
    templates.set(path, assembly.missing.length > 0 ? withoutStandIns(template) : template);
  }
  return { templates, skipped };
}

function unreadable(file: string, why: string): Template {
  const at: Location = { file, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { ...readTemplate(file, '{}'), at, unusable: why, problems: [] };
}

interface Evaluated {
  readonly evaluator: Evaluator;
  readonly stack: AssembledStack;
}

function evaluatorsOf(
  repository: Repository,
  stacks: readonly AssembledStack[],
  templates: ReadonlyMap<string, Template>,
): readonly Evaluated[] {
  const given = new Map(stacks.map((stack) => [stack.template, givenTo(stack)]));
  const paths = new ConstructPaths(stacks);
  const nested = new NestedStacks(repository, { candidates: [], templates, skipped: [] });
  const links = new Links(templates, given);
  const byTemplate = new Map(stacks.map((stack) => [stack.template, stack]));
  const around = (template: Template): Partial<Surroundings> => ({
    prefix: `${template.file}#`,
    addressOf: (inner, name) => paths.of(inner, name, byTemplate.get(template.file)),
  });
  const tops = stacks.map((stack) => stack.template);
  return links.evaluators(tops, nested, around).flatMap(({ evaluator, within }) => {
    const stack = byTemplate.get(within);
    return stack === undefined ? [] : [{ evaluator, stack }];
  });
}

/** The values that an assembly gives to the parameters of a stack. */
function givenTo(stack: AssembledStack): GivenParameters {
  const at: Location = {
    file: stack.folder === '.' ? 'manifest.json' : `${stack.folder}/manifest.json`,
    line: 1,
    column: 1,
    endLine: 1,
    endColumn: 1,
  };
  return new Map(
    [...stack.parameters].map(([name, text]) => [name, { text, at: { ...at, what: `parameter ${name}` } }]),
  );
}

/** The address of a resource: its path in the construct tree, which no renaming of a logical id changes. */
class ConstructPaths {
  readonly #byTemplate = new Map<string, ReadonlyMap<string, string>>();
  readonly #byLogicalId: ReadonlyMap<string, ReadonlyMap<string, string>>;

  constructor(stacks: readonly AssembledStack[]) {
    this.#byLogicalId = new Map(stacks.map((stack) => [stack.template, logicalIds(stack)]));
  }

  of(template: Template, name: string, stack: AssembledStack | undefined): string {
    let paths = this.#byTemplate.get(template.file);
    if (paths === undefined) {
      paths = pathsIn(template);
      this.#byTemplate.set(template.file, paths);
    }
    const recorded = stack === undefined ? undefined : this.#byLogicalId.get(stack.template)?.get(name);
    return paths.get(name) ?? recorded ?? `${stack?.name ?? template.file}/${name}`;
  }
}

/** `aws:cdk:path` of each resource; of two that say the same, the second is told by its logical id. */
function pathsIn(template: Template): ReadonlyMap<string, string> {
  const paths = new Map<string, string>();
  const taken = new Set<string>();
  for (const [name, entry] of template.resources) {
    const metadata = entry.value.kind === 'map' ? entry.value.entries.get('Metadata')?.value : undefined;
    const path = metadata?.kind === 'map' ? textOf(metadata.entries.get('aws:cdk:path')?.value) : undefined;
    if (path === undefined) continue;
    paths.set(name, taken.has(path) ? `${path} (${name})` : path);
    taken.add(path);
  }
  return paths;
}

function logicalIds(stack: AssembledStack): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const [path, entries] of stack.metadata) {
    for (const { type, data } of entries) {
      if (type === 'aws:cdk:logicalId' && typeof data === 'string' && !ids.has(data)) ids.set(data, path);
    }
  }
  return ids;
}

/** A resource with the line of source that made its construct in front of its places in the template. */
function asConstruct(resource: ResourceNode, stack: AssembledStack, places: SourcePlaces): ResourceNode {
  const source = places.of(stack.metadata.get(resource.address) ?? []);
  const at = source === undefined ? undefined : { ...source, what: resource.address };
  const helper = frameworkHelper(resource.address);
  const retained = asLogGroup(resource);
  const properties = withStackTags(retained.properties, stack, resource.origin);
  return {
    ...retained,
    origin: at === undefined ? resource.origin : seenFrom(at, resource.origin),
    properties: at === undefined ? properties : (madeAt(at, properties) as ObjectValue),
    ...(helper === undefined ? {} : { framework: helper }),
  };
}

/** `logRetention` of a function: a custom resource that does to a log group what the group itself would say. */
function asLogGroup(resource: ResourceNode): ResourceNode {
  if (resource.type !== 'Custom::LogRetention') return resource;
  return { ...resource, type: 'AWS::Logs::LogGroup', sourceType: resource.type };
}

/** CloudFormation gives the tags of a stack to its resources; a tag of their own comes first. */
function withStackTags(properties: ObjectValue, stack: AssembledStack, origin: Origin): ObjectValue {
  if (stack.tags.size === 0) return properties;
  const own = properties.members.get('Tags');
  if (own !== undefined && own.kind !== 'list') return properties;
  const written = new Set(own?.items.map((tag) => keyOf(tag)));
  const tags = [...stack.tags]
    .filter(([key]) => !written.has(key))
    .map(([key, value]) =>
      objectOf(
        new Map<string, Value>([
          ['Key', known(key, origin)],
          ['Value', known(value, origin)],
        ]),
        origin,
      ),
    );
  const all = listOf([...(own?.items ?? []), ...tags], own?.origin ?? origin, own?.open);
  return { ...properties, members: new Map(properties.members).set('Tags', all) };
}

function keyOf(tag: Value): string | undefined {
  const key = tag.kind === 'object' ? tag.members.get('Key') : undefined;
  return key?.kind === 'known' ? String(key.value) : undefined;
}

/** What could hold more than was read. */
function hidden(assembly: Assembly, at: Location): readonly NotSeen[] {
  const notSeen = assembly.problems
    .filter((problem) => problem.harmless !== true)
    .map(
      ({ file, why }): NotSeen => ({
        what: assembly.folder === '.' ? file : assembly.folder,
        why,
        decidedBy: 'synthesizing again: cdk synth, or airworthy assess --synth',
        origin: inCode(at),
      }),
    );
  if (assembly.missing.length === 0) return notSeen;
  const [first] = assembly.missing;
  const more = assembly.missing.length > 1 ? ` and ${assembly.missing.length - 1} more` : '';
  return [
    ...notSeen,
    {
      what: `look-ups of ${assembly.folder} (${first}${more})`,
      why: 'the account was not asked, and stand-in values are in their place',
      decidedBy: 'cdk synth with credentials of the account, which keeps the answers in cdk.context.json',
      origin: inCode(at),
      beyond: true,
    },
  ];
}
