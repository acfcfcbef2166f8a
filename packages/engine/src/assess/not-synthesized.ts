import type { Check } from '../catalog/check.ts';
import { SYNTHESIZE } from '../knowledge/synthesis.ts';
import { Graph, type GraphData } from '../model/graph.ts';
import type { Decider, Outcome, Possible } from '../model/outcome.ts';
import type { ResourceNode } from '../model/resource.ts';
import { type ObjectValue, READ_OFF, type Unknown, unknown, type Value } from '../model/value.ts';
import { judge, possibilities } from './judge.ts';

/**
 * Judges a root that was read from its source without being synthesized. A pass, and that a check does not apply, is
 * claimed only from literals at the constructs themselves: the check is asked a second time with everything else
 * hidden, and what it answers then is possible as well. Failures stay as they are.
 */
export function judgeSource(check: Check, graph: Graph): readonly Outcome[] {
  const outcomes = judge(check, graph);
  if (outcomes.every(isFailure)) return outcomes;
  const literal = possibilities(check, literallyOf(graph.data));
  return outcomes.map((outcome, i) => withDoubt(outcome, literal[i]));
}

/** One graph for all checks. */
const LITERAL = new WeakMap<GraphData, Graph>();

function literallyOf(data: GraphData): Graph {
  const before = LITERAL.get(data);
  if (before !== undefined) return before;
  const graph = new Graph({ ...data, resources: data.resources.map(literalNode) });
  LITERAL.set(data, graph);
  return graph;
}

function withDoubt(outcome: Outcome, literal: ReadonlySet<Possible> | undefined): Outcome {
  if (isFailure(outcome)) return outcome;
  const could = new Set<Possible>([...outcome.could, ...(literal ?? ALL)]);
  if (could.size === outcome.could.size) return outcome;
  // One that could fail anyway has its own words for that.
  if (outcome.could.has('fail')) return { ...outcome, could };
  return {
    ...outcome,
    could,
    message: `not synthesized, so it cannot be claimed; what would decide it: ${SYNTHESIS.decidedBy}`,
    deciders: [...outcome.deciders, SYNTHESIS],
  };
}

function isFailure({ could }: Outcome): boolean {
  return could.size === 1 && could.has('fail');
}

const ALL: readonly Possible[] = ['pass', 'fail', 'not-applicable'];

const SYNTHESIS: Decider = {
  reason: 'unresolved-expression',
  decidedBy: SYNTHESIZE,
};

function literalNode(node: ResourceNode): ResourceNode {
  const properties = literal(node.properties);
  if (properties.kind === 'object') return { ...node, properties };
  const nothing: ObjectValue = {
    kind: 'object',
    members: new Map(),
    origin: node.origin,
    open: hidden(node.properties),
  };
  return { ...node, properties: nothing };
}

/** What stands at the construct itself; everything that was followed to another place is hidden. */
function literal(value: Value): Value {
  if (value.origin.plane !== 'code' || value.origin.trail.length > 0) return hidden(value);
  switch (value.kind) {
    case 'known':
      return value.via === undefined ? value : hidden(value);
    case 'absent':
      return value;
    case 'object':
      return {
        ...value,
        members: new Map([...value.members].map(([name, inner]) => [name, literal(inner)])),
      };
    case 'list':
      return { ...value, items: value.items.map(literal) };
    default:
      return hidden(value);
  }
}

/** That something is read off a resource is written, and nothing of what it is. */
function hidden(value: Value): Unknown {
  const isRead = value.kind === 'reference' || (value.kind === 'known' && value.via !== undefined);
  const isAlone = value.kind !== 'known' || value.around === undefined;
  const expression = isRead && isAlone ? READ_OFF : undefined;
  return unknown(SYNTHESIS.reason, SYNTHESIS.decidedBy, value.origin, expression);
}
