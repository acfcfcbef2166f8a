import { type Check, isRootCheck } from '../catalog/check.ts';
import { SYNTHESIZE } from '../knowledge/synthesis.ts';
import type { Atom, World } from '../model/condition.ts';
import { type Graph, mayHold, type Resource, unseenDecider } from '../model/graph.ts';
import type { Decider, Evidence, Outcome, Possible } from '../model/outcome.ts';
import { conditionTruth, deciderOfAtom } from '../model/reading.ts';
import type { NotSeen } from '../model/resource.ts';
import { type Proof, Truth } from '../model/truth.ts';
import { isFrameworksOwn, ofFramework } from './framework.ts';

/**
 * How many open conditions one row may be split by: 2^6 = 64 worlds. Beyond that the row stays as unknown as it was,
 * which only adds possibilities.
 */
const MOST_CONDITIONS = 6;
const MOST_EVIDENCE = 12;

/** Runs a check over a graph: one outcome for each resource it applies to, or one for the root, and one for each place not seen. */
export function judge(check: Check, graph: Graph): readonly Outcome[] {
  if (isRootCheck(check)) {
    return [row(check, null, graph, (g) => ({ when: check.when?.(g), truth: check.evaluate(g) }))];
  }
  const types = typeof check.appliesTo === 'string' ? [check.appliesTo] : check.appliesTo;
  const rows = graph.judged(types).map((resource) =>
    isFrameworksOwn(check, resource)
      ? ofFramework(check, resource)
      : row(check, resource, graph, (g, r) => ({
          exists: conditionTruth(resource.node.exists, g),
          when: check.when?.(r!, g),
          truth: check.evaluate(r!, g),
        })),
  );
  const hiding = graph.data.notSeen.filter((place) => place.beyond !== true && mayHold(place, types));
  return [...rows, ...hiding.map((place) => unseenRow(check, place, graph))];
}

interface Asked {
  readonly exists?: Truth;
  readonly when?: Truth<string> | undefined;
  readonly truth: Truth<string>;
}

interface Judged {
  readonly could: ReadonlySet<Possible>;
  readonly messageId?: string;
  /** In the order in which they should be read. */
  readonly proofs: readonly Proof[];
  readonly deciders: readonly Decider[];
  readonly atoms: ReadonlyMap<string, Atom>;
}

function row(
  check: Check,
  resource: Resource | null,
  graph: Graph,
  ask: (graph: Graph, resource: Resource | null) => Asked,
): Outcome {
  const inWorld = (world: World): Judged => {
    const there = graph.in(world);
    const same = resource === null ? null : resource.in(there);
    return weigh(ask(there, same));
  };
  return describeRow(check, resource, overWorlds(inWorld, graph.world, MOST_CONDITIONS));
}

/** Splits an undecided row by the open conditions that it depends on, and unites what the worlds say. */
function overWorlds(judgeIn: (world: World) => Judged, world: World, left: number): Judged {
  const here = judgeIn(world);
  const [first] = here.atoms.values();
  if (here.could.size === 1 || left === 0 || first === undefined) return here;
  const yes = overWorlds(judgeIn, new Map([...world, [first.id, true]]), left - 1);
  const no = overWorlds(judgeIn, new Map([...world, [first.id, false]]), left - 1);
  const could = new Set([...yes.could, ...no.could]);
  const failing = no.could.has('fail') && no.messageId !== undefined ? no : yes;
  const differs = could.size > 1 && (yes.could.size === 1 || no.could.size === 1);
  const own: readonly Decider[] = [deciderOfAtom(first)];
  return {
    could,
    ...(failing.messageId === undefined ? {} : { messageId: failing.messageId }),
    proofs: [...failing.proofs, ...(failing === no ? yes : no).proofs],
    deciders: [...(differs ? own : []), ...yes.deciders, ...no.deciders],
    atoms: new Map(),
  };
}

function weigh({ exists = Truth.yes(), when = Truth.yes(), truth }: Asked): Judged {
  const could = new Set<Possible>();
  if (exists.state !== 'yes' || when.state !== 'yes') could.add('not-applicable');
  const applies = exists.state !== 'no' && when.state !== 'no';
  if (applies && truth.state !== 'no') could.add('pass');
  if (applies && truth.state !== 'yes') could.add('fail');
  const doubts = [exists, when, ...(applies ? [truth] : [])].filter((t) => t.state === 'unknown');
  const proofs = applies ? truth.proofs : exists.state === 'no' ? exists.proofs : when.proofs;
  if (could.size === 1 && could.has('pass') && proofs.length === 0) {
    // No evidence, no pass: a check that says yes without having asked anything is a defect, not a result.
    could.add('fail');
    return {
      could,
      proofs,
      deciders: [{ reason: 'unsupported-construct', decidedBy: 'a check that quotes its evidence' }],
      atoms: new Map(),
    };
  }
  return {
    could,
    ...(applies && truth.message !== undefined ? { messageId: truth.message } : {}),
    proofs,
    deciders: doubts.flatMap((t) => t.deciders),
    atoms: new Map(doubts.flatMap((t) => [...t.atoms])),
  };
}

function describeRow(check: Check, resource: Resource | null, judged: Judged): Outcome {
  const quoted =
    judged.proofs.find((p) => p.quoted) ?? judged.proofs.find((p) => !p.membership) ?? judged.proofs[0];
  const shown = quoted?.evidence;
  const evidence = distinct([
    ...judged.proofs.filter((p) => p.quoted),
    ...judged.proofs.filter((p) => !p.quoted && !p.membership),
    ...judged.proofs.filter((p) => !p.quoted && p.membership),
  ]);
  const undecided = judged.could.size > 1;
  const fails = judged.could.has('fail');
  const own: readonly Evidence[] =
    resource === null
      ? []
      : [{ plane: resource.origin.plane, at: resource.origin.at, trail: [], resource: resource.address }];
  return {
    check: check.id,
    resource:
      resource === null ? null : { type: resource.type, address: resource.address, at: resource.origin.at },
    could: judged.could,
    ...(fails && judged.messageId !== undefined ? { messageId: judged.messageId } : {}),
    message: undecided
      ? cannotTell(check, distinctDeciders(judged.deciders))
      : fails
        ? fill(check.messages[judged.messageId ?? ''] ?? DEFAULT_MESSAGE, shown, resource)
        : judged.could.has('pass')
          ? check.title
          : 'does not apply here',
    ...(shown?.property === undefined ? {} : { property: shown.property }),
    ...(shown?.expected === undefined ? {} : { expected: shown.expected }),
    ...(shown?.value === undefined ? {} : { actual: shown.value }),
    // What is absent has no place of its own: then the resource that lacks it is where a reader looks first.
    evidence: evidence[0]?.resource === undefined ? [...own, ...evidence] : evidence,
    deciders: undecided ? distinctDeciders(judged.deciders) : [],
  };
}

const DEFAULT_MESSAGE = '{property} is {actual}, expected {expected}';

function fill(message: string, shown: Evidence | undefined, resource: Resource | null): string {
  return message
    .replaceAll('{property}', shown?.property?.replaceAll('[]', '') ?? 'it')
    .replaceAll('{actual}', shown?.value ?? 'not set')
    .replaceAll('{expected}', shown?.expected ?? 'otherwise')
    .replaceAll('{resource}', resource?.address ?? 'the root');
}

function cannotTell(check: Check, deciders: readonly Decider[]): string {
  const by = deciders[0]?.decidedBy ?? 'more evidence';
  const title = check.title.charAt(0).toLowerCase() + check.title.slice(1);
  return `cannot tell whether ${/^\S*[A-Z]\S*[A-Z]/.test(check.title) ? check.title : title}; what would decide it: ${by}`;
}

function unseenRow(check: Check, place: NotSeen, graph: Graph): Outcome {
  const decider = unseenDecider(place, graph.data.origin);
  return {
    check: check.id,
    resource: null,
    could: new Set<Possible>(['pass', 'fail', 'not-applicable']),
    message: `resources not seen in ${place.what} (${place.why})`,
    evidence: [],
    deciders: [decider],
  };
}

function distinct(proofs: readonly Proof[]): readonly Evidence[] {
  const found = new Map<string, Evidence>();
  for (const { evidence } of proofs) {
    const key = `${evidence.at.file}:${evidence.at.line}:${evidence.at.column} ${evidence.resource ?? ''} ${evidence.property ?? ''} ${evidence.value ?? ''}`;
    if (!found.has(key)) found.set(key, evidence);
    if (found.size === MOST_EVIDENCE) break;
  }
  return [...found.values()];
}

function distinctDeciders(deciders: readonly Decider[]): readonly Decider[] {
  const found = Map.groupBy(deciders, (decider) => decider.decidedBy);
  const distinct = [...found.values()].map((same): Decider => {
    const whats = [...new Set(same.flatMap(({ what }) => what ?? []))];
    return whats.length < 2 ? same[0]! : { ...same[0]!, what: inShort(whats) };
  });
  // Whatever else is open, it shows only once the app is synthesized.
  return distinct.toSorted((a, b) => Number(b.decidedBy === SYNTHESIZE) - Number(a.decidedBy === SYNTHESIZE));
}

/** The first three, and how many more. */
export function inShort(texts: readonly string[]): string {
  return texts.length <= 3
    ? texts.join('; ')
    : `${texts.slice(0, 3).join('; ')} and ${texts.length - 3} more`;
}
