import type { Location } from '../../../model/origin.ts';
import type { Node } from '../parse.ts';
import { conditionOf, type Expansion, passedOn, type Serverless } from './expansion.ts';
import { entry, isGiven, literal, member, node, type Plain, ref } from './nodes.ts';

/** What APIs with a shared usage plan have added to it so far. */
export class UsagePlans {
  readonly apis: string[] = [];
  readonly stages: Plain[] = [];
  readonly keyStages: Plain[] = [];
  readonly conditions = new Set<string | undefined>();
  deletion: Plain | undefined;
  replacement: Plain | undefined;
}

/** `Auth.UsagePlan` of a REST API: a plan, a key, and the key's place in the plan; of its own or shared. */
export function usagePlan(
  expansion: Expansion,
  resource: Serverless,
  stageId: string,
  plans: UsagePlans,
  tags: Node | undefined,
): void {
  const written = entry(member(resource.properties, 'Auth'), 'UsagePlan');
  if (written === undefined) return;
  const { value: plan, at } = written;
  const kind = expansion.text(member(plan, 'CreateUsagePlan'));
  if (kind === 'NONE') return;
  if (kind !== 'PER_API' && kind !== 'SHARED') {
    expansion.notSeen(
      `the usage plan of ${resource.id}`,
      'CreateUsagePlan is not known',
      'CreateUsagePlan',
      at,
    );
    return;
  }
  const shared = kind === 'SHARED';
  const prefix = shared ? 'Serverless' : resource.id;
  const planId = `${prefix}UsagePlan`;
  const keyId = `${prefix}ApiKey`;
  const mine = stagesOf(resource.id, stageId, at);
  const attributes = shared ? sharedAttributes(expansion, resource, plans, at) : passedOn(resource);
  if (shared) {
    plans.apis.push(resource.id);
    plans.stages.push(mine.stage);
    plans.keyStages.push(mine.key);
  }
  const setting = (name: string) => {
    const given = member(plan, name);
    return isGiven(given) ? given : undefined;
  };
  for (const [ending, id] of [
    ['UsagePlan', planId],
    ['UsagePlanKey', `${prefix}UsagePlanKey`],
    ['ApiKey', keyId],
  ] as const) {
    expansion.aliases.set(`${resource.id}.${ending}`, id);
  }
  expansion.make(
    planId,
    'AWS::ApiGateway::UsagePlan',
    {
      ApiStages: shared ? [...plans.stages] : [mine.stage],
      UsagePlanName: setting('UsagePlanName'),
      Description: setting('Description'),
      Quota: setting('Quota'),
      Throttle: setting('Throttle'),
      Tags: tags ?? setting('Tags'),
    },
    { ...attributes, DependsOn: shared ? [...plans.apis] : [resource.id] },
    at,
  );
  const key = { Enabled: true, StageKeys: shared ? [...plans.keyStages] : [mine.key], Tags: tags };
  expansion.make(keyId, 'AWS::ApiGateway::ApiKey', key, { ...attributes, DependsOn: [planId] }, at);
  const use = { KeyId: ref(keyId, at), KeyType: 'API_KEY', UsagePlanId: ref(planId, at) };
  const dependent = { ...attributes, DependsOn: [keyId] };
  expansion.make(`${prefix}UsagePlanKey`, 'AWS::ApiGateway::UsagePlanKey', use, dependent, at);
}

function stagesOf(api: string, stage: string, at: Location): { stage: Node; key: Node } {
  return {
    stage: node({ ApiId: ref(api, at), Stage: ref(stage, at) }, at),
    key: node({ RestApiId: ref(api, at), StageName: ref(stage, at) }, at),
  };
}

/** A shared plan is there if one of its APIs is, and is kept if one of them is. */
function sharedAttributes(
  expansion: Expansion,
  resource: Serverless,
  plans: UsagePlans,
  at: Location,
): Readonly<Record<string, Plain | undefined>> {
  const passed = passedOn(resource);
  plans.conditions.add(conditionOf(resource));
  plans.deletion = stronger(plans.deletion, passed.DeletionPolicy);
  plans.replacement = stronger(plans.replacement, passed.UpdateReplacePolicy);
  const policies = { DeletionPolicy: plans.deletion, UpdateReplacePolicy: plans.replacement };
  if (plans.conditions.has(undefined)) return policies;
  const parts = [...plans.conditions].map((name) => ({ Condition: name! }));
  const name = 'SharedUsagePlanCondition';
  expansion.conditions.delete(name);
  expansion.condition(name, parts.length === 1 ? parts[0] : { 'Fn::Or': parts }, at);
  return { ...policies, Condition: name };
}

const STRENGTH = ['Delete', 'Snapshot', 'Retain'];

function stronger(before: Plain | undefined, added: Plain | undefined): Plain | undefined {
  if (before === undefined || added === undefined) return before ?? added;
  const rank = (policy: Plain) => STRENGTH.indexOf(literal(policy as Node) ?? '');
  return rank(added) > rank(before) ? added : before;
}
