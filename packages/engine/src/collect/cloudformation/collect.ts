import { identityOf } from '../../knowledge/identities/index.ts';
import { and } from '../../model/condition.ts';
import { inCode, isWithin, type Location } from '../../model/origin.ts';
import type { NotSeen, ResourceNode } from '../../model/resource.ts';
import { absent, known, listOf, type ObjectValue, objectOf, unknown, type Value } from '../../model/value.ts';
import {
  type CollectedRoot,
  type Environment,
  type Inputs,
  NO_ENVIRONMENT,
  type RootCandidate,
} from '../collected.ts';
import { areEnvironments, environmentFact, environmentInput } from '../environment-facts.ts';
import type { Repository } from '../files/repository.ts';
import { type FoundTemplates, mayMean, templateUrlOf } from './discover.ts';
import { type Evaluator, type Expanded, typeOf } from './evaluate.ts';
import { Links } from './link.ts';
import { expandedTemplate, NestedStacks, STACK } from './nested.ts';
import { allowedValues, type ReadParameters, readParameters } from './parameters.ts';
import type { Entry, Problem } from './parse.ts';
import { isReferredTo } from './referred.ts';
import { currentProperties, currentType } from './renamed.ts';
import { samConfigFor } from './samconfig.ts';
import { SERVERLESS, type Template } from './template.ts';

/** Evaluates one template, with the resources of the templates that are linked to it by exports and imports. */
export async function collectTemplate(
  repository: Repository,
  candidate: RootCandidate,
  environment: Environment,
  inputs: Inputs,
  found: FoundTemplates,
): Promise<CollectedRoot> {
  const template = found.templates.get(candidate.path);
  const start: Location = { file: candidate.path, line: 1, column: 1, endLine: 1, endColumn: 1 };
  if (template === undefined) return notCollected(candidate, start, environment);
  const { links, parameters } = await linksOf(repository, environment, inputs, found);
  const nested = new NestedStacks(repository, found);
  const evaluators = links.evaluators(template.file, nested);
  const resources: ResourceNode[] = [];
  const notSeen: NotSeen[] = [];
  const unmapped = new Map<string, number>();
  const configured = (await samConfigFor(repository, template.file))?.tags === false;
  for (const { evaluator, foreign } of evaluators) {
    for (const made of resourcesOf(evaluator)) {
      const resource = configured ? made : withTagsOfStack(made);
      resources.push(foreign ? { ...resource, foreign } : resource);
      if (foreign || isMapped(resource.type)) continue;
      unmapped.set(resource.type, (unmapped.get(resource.type) ?? 0) + 1);
    }
    // What is judged in a root of its own hides nothing of this one.
    const unseen = notSeenIn(evaluator);
    notSeen.push(...(foreign ? unseen.map((place) => ({ ...place, beyond: true })) : unseen));
  }
  const read = evaluators.map(({ evaluator }) => evaluator.template.file);
  const included = evaluators.flatMap(({ evaluator }) => evaluator.template.included ?? []);
  const given = read.map((file) => parameters.get(file)).filter((p) => p !== undefined);
  return {
    root: candidate,
    resources,
    notSeen,
    facts: [
      environmentFact({
        own: environment.name !== undefined && given.some((p) => p.read.length > 0),
        input: environmentInput(template.parameters.keys()) ?? environmentParameter(template),
        mending: mendingOf(template),
        at: start,
      }),
    ],
    files: {
      read: [...new Set([...read, ...included, ...given.flatMap((p) => p.read)])],
      partly: evaluators.flatMap(({ evaluator }) =>
        evaluator.template.problems.map((p) => ({ file: p.at.file, line: p.at.line, why: p.why })),
      ),
      skipped: given.flatMap((p) => p.skipped),
    },
    unmapped,
    unmappedArguments: new Map(),
    environment: environmentValue(environment, start),
    origin: inCode(start),
  };
}

/** A parameter that may have the names of environments as its values, whatever it is called. */
function environmentParameter(template: Template): string | undefined {
  return [...template.parameters.keys()].find((name) => areEnvironments(allowedValues(template, name) ?? []));
}

interface Linked {
  readonly links: Links;
  readonly parameters: ReadonlyMap<string, ReadParameters>;
}

/** Linking looks at all templates, so it is done once for all roots of a run. */
const LINKED = new WeakMap<FoundTemplates, { of: readonly unknown[]; linked: Promise<Linked> }[]>();

function linksOf(
  repository: Repository,
  environment: Environment,
  inputs: Inputs,
  found: FoundTemplates,
): Promise<Linked> {
  const runs = LINKED.get(found) ?? [];
  LINKED.set(found, runs);
  const of = [repository, environment.name, inputs];
  const before = runs.find((run) => run.of.every((part, i) => part === of[i]));
  if (before !== undefined) return before.linked;
  const linked = link(repository, environment, inputs, found);
  runs.push({ of, linked });
  return linked;
}

async function link(
  repository: Repository,
  environment: Environment,
  inputs: Inputs,
  found: FoundTemplates,
): Promise<Linked> {
  const parameters = new Map<string, ReadParameters>();
  const expanded = new Map<string, Template>();
  for (const template of found.templates.values()) {
    const read = await readParameters(repository, template, environment, inputs);
    parameters.set(template.file, read);
    expanded.set(template.file, expandedTemplate(template, read.given));
  }
  const given = new Map([...parameters].map(([file, read]) => [file, read.given]));
  return { links: new Links(expanded, given), parameters };
}

/**
 * CloudFormation hands the tags of a stack to its resources, and whoever deploys gives them: only a configuration that
 * says how the stack is deployed shows that there are none. Source: CloudFormation User Guide, Resource tags.
 */
function withTagsOfStack(resource: ResourceNode): ResourceNode {
  const { origin, meta = objectOf(new Map(), origin) } = resource;
  const given = unknown('input-without-value', 'the tags that the stack is deployed with', origin);
  return { ...resource, meta: { ...meta, members: new Map(meta.members).set('StackTags', given) } };
}

/** The resources of a template as nodes of the graph. */
export function resourcesOf(evaluator: Evaluator): readonly ResourceNode[] {
  const nodes: ResourceNode[] = [];
  const serverless = isServerless(evaluator.template);
  for (const resource of evaluator.resources().values()) {
    const type = typeOf(resource.entry);
    if (type === undefined || type.endsWith('::MODULE')) continue;
    if (serverless && type.startsWith('AWS::Serverless::')) continue;
    nodes.push(nodeOf(evaluator, resource, type));
  }
  return nodes;
}

/** A secret is of use only to what names it; other things work by themselves. */
const SECRET = 'AWS::SecretsManager::Secret';

const ATTRIBUTES = ['DeletionPolicy', 'UpdateReplacePolicy', 'CreationPolicy', 'UpdatePolicy', 'Metadata'];

function nodeOf(evaluator: Evaluator, resource: Expanded, type: string): ResourceNode {
  const { entry, name, scope } = resource;
  const at: Location = { ...entry.at, what: name };
  const body = bodyOf(entry);
  const meta = new Map<string, Value>();
  for (const attribute of ATTRIBUTES) {
    const written = body.get(attribute);
    if (written !== undefined) meta.set(attribute, evaluator.value(written.value, written.at, scope));
  }
  const depends = body.get('DependsOn');
  if (depends !== undefined) {
    const value = evaluator.value(depends.value, depends.at, scope);
    meta.set('DependsOn', value.kind === 'known' ? listOf([value], value.origin) : value);
  }
  const condition = body.get('Condition');
  if (condition !== undefined) meta.set('Condition', evaluator.value(condition.value, condition.at, scope));
  if (type === SECRET) meta.set('ReferredTo', isReferredTo(evaluator.template, name, at));
  const damaged = entry.value.kind === 'map' ? entry.value.damaged : undefined;
  const identity = identityOf(currentType(type));
  return {
    type: currentType(type),
    address: evaluator.addressOf(name),
    exists: and(evaluator.exists(), evaluator.existenceOf(entry, scope)),
    properties: currentProperties(type, propertiesOf(evaluator, resource, damaged)),
    origin: inCode(at),
    scope: `${evaluator.surroundings.prefix}#${evaluator.template.file}`,
    ...(identity === undefined ? {} : { identity }),
    meta: objectOf(meta, inCode(at), damaged === undefined ? undefined : unreadable(damaged, at)),
  };
}

function bodyOf(entry: Entry): ReadonlyMap<string, Entry> {
  return entry.value.kind === 'map' ? entry.value.entries : new Map();
}

function propertiesOf(evaluator: Evaluator, resource: Expanded, damaged: string | undefined): ObjectValue {
  const written = bodyOf(resource.entry).get('Properties');
  const at: Location = written?.at ?? resource.entry.at;
  const open = damaged === undefined ? undefined : unreadable(damaged, at);
  if (written === undefined) return objectOf(new Map<string, Value>(), inCode(at), open);
  const value = evaluator.value(written.value, written.at, resource.scope);
  if (value.kind === 'object') return open === undefined ? value : { ...value, open };
  if (value.kind === 'known' && value.value === null)
    return objectOf(new Map<string, Value>(), inCode(at), open);
  if (value.kind === 'unknown') return objectOf(new Map<string, Value>(), inCode(at), value);
  const wrong = unknown('wrong-shape', `properties of ${resource.name} as an object`, inCode(at));
  return objectOf(new Map<string, Value>(), inCode(at), wrong);
}

function unreadable(why: string, at: Location) {
  return unknown('not-readable', `mending what cannot be read (${why})`, inCode(at));
}

/** What could hold more resources than were read. */
export function notSeenIn(evaluator: Evaluator): readonly NotSeen[] {
  const { template } = evaluator;
  const notSeen: NotSeen[] = [];
  const apart = evaluator.surroundings.prefix !== '';
  const named = (what: string) =>
    apart && !what.startsWith(template.file) ? `${what} of ${template.file}` : what;
  const add = (what: string, why: string, decidedBy: string, at: Location, holds?: readonly string[]) =>
    notSeen.push({
      what: named(what),
      why,
      decidedBy,
      origin: inCode(at),
      ...(holds === undefined ? {} : { holds }),
    });
  for (const problem of hidingProblems(template)) {
    const place = `${template.file}:${problem.at.line}`;
    add(place, problem.why, 'mending the syntax there', problem.at);
  }
  if (template.unusable !== undefined && template.problems.length === 0) {
    add(template.file, template.unusable, 'a readable template', template.at);
  }
  for (const { what, why, decidedBy, at, holds } of template.unseen ?? [])
    add(what, why, decidedBy, at, holds);
  for (const { name, at } of template.transforms) {
    if (name === SERVERLESS || name === 'AWS::LanguageExtensions') continue;
    add(`macro ${name}`, 'it may change the template', PROCESSED, at);
  }
  for (const [key, entry] of template.resources) {
    if (key.startsWith('Fn::ForEach::')) {
      if (evaluator.expand(key, entry, new Map()) === undefined) {
        add(
          key,
          'the collection of this loop is not known, or makes more than a stack can have',
          PROCESSED,
          entry.at,
        );
      }
    } else if (key.startsWith('Fn::'))
      add(`${key} in Resources`, 'it adds resources at deployment', PROCESSED, entry.at);
  }
  const serverless = isServerless(template);
  for (const resource of evaluator.resources().values()) {
    const type = typeOf(resource.entry);
    const { at } = resource.entry;
    if (type === undefined) {
      add(resource.name, 'it has no Type', 'giving it a Type', at);
    } else if (serverless && type.startsWith('AWS::Serverless::')) {
      add(`${type} ${resource.name}`, 'this type of SAM is not known', SAM, at);
    } else if (type.endsWith('::MODULE')) {
      add(
        `module ${resource.name} (${type})`,
        'its resources come from the CloudFormation registry',
        PROCESSED,
        at,
      );
    } else if (type === STACK && evaluator.nestedStack(resource.name) === undefined) {
      const url = templateUrlOf(resource.entry);
      const decider = `the template of the nested stack${url === undefined ? '' : ` (${url})`}`;
      const why = containsItself(evaluator, url)
        ? 'it would contain itself'
        : (evaluator.whyNotNested(resource.name) ?? 'its template is not in the repository');
      add(`nested stack ${resource.name}`, why, decider, at);
    }
  }
  return notSeen;
}

/** What would show all parameters of a template, where its syntax may hide some. */
function mendingOf(template: Template): string | undefined {
  const [first] = hidingProblems(template);
  if (first !== undefined) return `mending the syntax at ${template.file}:${first.at.line}`;
  return template.unusable === undefined ? undefined : `a readable ${template.file}`;
}

/** The problems that may hide whole sections: what cannot be read of an included file is unknown where it is included. */
function hidingProblems(template: Template): readonly Problem[] {
  return template.problems.filter(
    (problem) => problem.at.file === template.file && !isInOneProperty(template, problem),
  );
}

/** Whether a problem leaves nothing unknown but a property of a resource that stands for itself alone. */
function isInOneProperty(template: Template, problem: Problem): boolean {
  if (problem.there === undefined) return false;
  return [...template.resources.values()].some((entry) => {
    const type = typeOf(entry);
    const properties = bodyOf(entry).get('Properties');
    const alone = type !== undefined && type !== STACK;
    return (
      alone &&
      properties !== undefined &&
      properties.value.kind === 'map' &&
      isWithin(problem.at, properties.value.at)
    );
  });
}

/** Whether a template is nested in itself: its address may mean one around it. */
function containsItself(evaluator: Evaluator, url: string | undefined): boolean {
  const around = [...(evaluator.surroundings.within ?? []), evaluator.template.file];
  return url !== undefined && around.some((file) => mayMean(url, file));
}

const PROCESSED = 'assessing the output of aws cloudformation get-template --template-stage Processed';
const SAM =
  'assessing the output of sam build or of aws cloudformation get-template --template-stage Processed';

function isServerless(template: Template): boolean {
  return template.transforms.some((t) => t.name === SERVERLESS);
}

/** CloudFormation's own vocabulary needs no mapping; custom and third-party types stay under their name. */
export function isMapped(type: string): boolean {
  return type.startsWith('AWS::');
}

export function environmentValue(environment: Environment, start: Location): Value {
  const at: Location = { ...start, what: `environment (${environment.because})` };
  if (environment.name !== undefined) return known(environment.name, inCode(at));
  // Where the repository knows no environments, what is assessed is what would be launched.
  if (environment.known.length === 0) return absent(inCode(at), NO_ENVIRONMENT);
  return unknown('input-without-value', 'the environment (--env)', inCode(at), 'environment');
}

function notCollected(candidate: RootCandidate, start: Location, environment: Environment): CollectedRoot {
  return {
    root: candidate,
    resources: [],
    notSeen: [
      { what: candidate.path, why: candidate.because, decidedBy: candidate.because, origin: inCode(start) },
    ],
    facts: [],
    files: { read: [], partly: [], skipped: [] },
    unmapped: new Map(),
    unmappedArguments: new Map(),
    environment: environmentValue(environment, start),
    origin: inCode(start),
  };
}
