import { rowOf } from '../../../knowledge/row-of.ts';
import { isWithin } from '../../../model/origin.ts';
import type { Evaluator } from '../evaluate.ts';
import { unrolled } from '../loops.ts';
import type { Entry, Problem } from '../parse.ts';
import { SERVERLESS, type Template } from '../template.ts';
import { Apis, HTTP, REST } from './apis.ts';
import { expandCapacityProvider } from './capacity-provider.ts';
import { embeddedConnectors, expandConnector } from './connector.ts';
import { Deployments, expandDeployments } from './deployments.ts';
import { Expansion, type Serverless } from './expansion.ts';
import { expandFunction } from './function.ts';
import { Globals } from './globals.ts';
import { expandGraphQLApi } from './graphql.ts';
import { expandHttpApi } from './http-api.ts';
import { entry, literal, member, members } from './nodes.ts';
import { renamed } from './references.ts';
import { expandRestApi } from './rest-api.ts';
import { expandApplication, expandLayer, expandSimpleTable } from './simple.ts';
import { expandStateMachine } from './state-machine.ts';
import { withTags } from './tags.ts';
import { reportUnknown } from './unknown.ts';
import { UsagePlans } from './usage-plans.ts';
import { expandWebSocketApi } from './websocket-api.ts';

/**
 * A SAM template as the CloudFormation template that its transform makes of it. Every made node stands where the SAM
 * lines stand that caused it. What cannot be told from the template is not made but listed in `unseen`, and a type of SAM
 * that is not known stays as it is. A template without the SAM transform comes back as it is.
 */
export function expandServerless(template: Template, evaluator: Evaluator): Template {
  if (!template.transforms.some((t) => t.name === SERVERLESS) || template.unusable !== undefined)
    return template;
  // AWS::LanguageExtensions runs before SAM's transform.
  const { kept: written, left } = bounded(withConnectors(unrolled(template.resources, evaluator)));
  const expansion = new Expansion(template, written, evaluator);
  if (left > 0) {
    const why = `there are more than ${MOST_PARTS} with their events, and CloudFormation takes 500 in a stack`;
    expansion.notSeen(
      `${left} resources of SAM`,
      why,
      'templates of a size that can be deployed',
      template.at,
    );
  }
  const globals = new Globals(template.globals);
  const shared = { expansion, apis: new Apis(expansion, globals), deployments: new Deployments() };
  const plans = new UsagePlans();
  // An implicit API takes the place of what has its name.
  const own = [...written].filter(([id]) => !shared.apis.drafts.get(id)?.implicit);
  const resources = own.map(([id, e]) => resourceOf(id, e, globals));
  for (const resource of resources) {
    if (resource.type.startsWith('AWS::Serverless::')) reportUnknown(expansion, resource);
    else expansion.resources.set(resource.id, resource.entry);
  }
  const ofType = (...types: string[]) => resources.filter((r) => types.includes(r.type));
  for (const one of ofType('AWS::Serverless::Function')) {
    withTags(expansion, one, () => expandFunction(shared, one));
  }
  for (const one of ofType('AWS::Serverless::StateMachine')) {
    withTags(expansion, one, () => expandStateMachine(shared, one));
  }
  for (const draft of shared.apis.drafts.values()) {
    if (draft.kind === REST) expandRestApi(expansion, draft, plans);
    else expandHttpApi(expansion, draft);
  }
  for (const one of resources) rowOf(OTHERS, one.type)?.(expansion, one);
  expandDeployments(expansion, shared.deployments);
  for (const one of ofType('AWS::Serverless::Connector')) expandConnector(expansion, one);
  for (const one of resources) {
    const known = Object.hasOwn(OTHERS, one.type) || KNOWN.has(one.type);
    if (one.type.startsWith('AWS::Serverless::') && !known) expansion.resources.set(one.id, one.entry);
  }
  const expanded = {
    ...template,
    resources: expansion.resources,
    conditions: expansion.conditions,
    problems: template.problems.map((problem) => spread(problem, template)),
    unseen: [...(template.unseen ?? []), ...globals.unseen, ...expansion.unseen],
  };
  return renamed(expanded, expansion.aliases);
}

/** What is not known of a resource of SAM is in everything that is made of it. */
function spread(problem: Problem, template: Template): Problem {
  const inSam = [...template.resources.values()].some(
    (e) => isWithin(problem.at, e.at) && literal(member(e.value, 'Type'))?.startsWith('AWS::Serverless::'),
  );
  return inSam ? { at: problem.at, why: problem.why } : problem;
}

const MOST_PARTS = 2000;

/** The resources up to a number of SAM resources and events; each event changes the definition of its API. */
function bounded(resources: ReadonlyMap<string, Entry>): { kept: ReadonlyMap<string, Entry>; left: number } {
  const kept = new Map<string, Entry>();
  let parts = 0;
  let left = 0;
  for (const [id, written] of resources) {
    const sam = (literal(member(written.value, 'Type')) ?? '').startsWith('AWS::Serverless::');
    const own = sam ? 1 + members(member(member(written.value, 'Properties'), 'Events')).length : 0;
    if (sam && parts + own > MOST_PARTS) left += 1;
    else {
      parts += own;
      kept.set(id, written);
    }
  }
  return { kept, left };
}

const OTHERS: Readonly<Record<string, (expansion: Expansion, resource: Serverless) => void>> = {
  'AWS::Serverless::WebSocketApi': expandWebSocketApi,
  'AWS::Serverless::SimpleTable': expandSimpleTable,
  'AWS::Serverless::LayerVersion': expandLayer,
  'AWS::Serverless::Application': expandApplication,
  'AWS::Serverless::CapacityProvider': expandCapacityProvider,
  'AWS::Serverless::GraphQLApi': expandGraphQLApi,
};

const KNOWN: ReadonlySet<string> = new Set([
  'AWS::Serverless::Function',
  'AWS::Serverless::StateMachine',
  REST,
  HTTP,
  'AWS::Serverless::Connector',
]);

function resourceOf(id: string, written: Entry, globals: Globals): Serverless {
  const type = literal(entry(written.value, 'Type')?.value) ?? '';
  const { at } = written;
  return { id, type, entry: written, at, properties: globals.merged(type, written.value, at) };
}

/** Connectors that stand in a resource become resources of their own. */
function withConnectors(resources: ReadonlyMap<string, Entry>): ReadonlyMap<string, Entry> {
  const embedded = embeddedConnectors(resources);
  return embedded.size === 0 ? resources : new Map([...resources, ...embedded]);
}
