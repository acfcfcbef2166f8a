import { type Check, isRootCheck, type ResourceCheck } from '../catalog/check.ts';
import { SYNTHESIZE } from '../knowledge/synthesis.ts';
import type { Atom, World } from '../model/condition.ts';
import { type Graph, mayHold, type Resource, unseenDecider } from '../model/graph.ts';
import { type Decider, type Evidence, type Outcome, POSSIBLE, type Possible } from '../model/outcome.ts';
import { conditionTruth, deciderOfAtom } from '../model/reading.ts';
import type { NotSeen } from '../model/resource.ts';
import { Truth } from '../model/truth.ts';
import { isFrameworksOwn, ofFramework } from './framework.ts';

/**
 * How many open conditions one row may be split by: 2^6 = 64 worlds. Beyond that the row stays as unknown as it was,
 * which only adds possibilities.
 */
const MOST_CONDITIONS = 6;
const MOST_EVIDENCE = 12;

/** Each set of possibilities once, by the sum of {@link BIT}: rows are many, and these are eight. */
const SETS = Array.from(
  { length: 8 },
  (_, bits): ReadonlySet<Possible> => new Set(POSSIBLE.filter((_, i) => (bits & (1 << i)) !== 0)),
);
const BIT = { pass: 1, fail: 2, 'not-applicable': 4 } as const;
const ANYTHING = SETS[7]!;

/** Runs a check over a graph: one outcome for each resource it applies to, or one for the root, and one for each place not seen. */
export function judge(check: Check, graph: Graph): readonly Outcome[] {
  return [
    ...subjectsOf(check, graph).map((resource) =>
      resource !== null && isFrameworksOwn(check, resource)
        ? ofFramework(check, resource)
        : describeRow(check, resource, weighed(check, resource, graph)),
    ),
    ...hidingFrom(check, graph).map((place) => unseenRow(check, place, graph)),
  ];
}

/** What {@link judge} would say could be, outcome by outcome, without the reasons, which cost more than the answer. */
export function possibilities(check: Check, graph: Graph): readonly ReadonlySet<Possible>[] {
  return [
    ...subjectsOf(check, graph).map((resource) =>
      resource !== null && isFrameworksOwn(check, resource)
        ? ofFramework(check, resource).could
        : weighed(check, resource, graph).could,
    ),
    ...hidingFrom(check, graph).map(() => ANYTHING),
  ];
}

/** The resources that a check applies to; `null` stands for the root. */
function subjectsOf(check: Check, graph: Graph): readonly (Resource | null)[] {
  return isRootCheck(check) ? [null] : graph.judged(typesOf(check));
}

/** The places not seen that may hold more of what a check applies to. */
function hidingFrom(check: Check, graph: Graph): readonly NotSeen[] {
  if (isRootCheck(check)) return [];
  return graph.data.notSeen.filter((place) => place.beyond !== true && mayHold(place, typesOf(check)));
}

function typesOf(check: ResourceCheck): readonly string[] {
  return typeof check.appliesTo === 'string' ? [check.appliesTo] : check.appliesTo;
}

interface Asked {
  readonly exists?: Truth;
  readonly when?: Truth<string> | undefined;
  /** Asked only where the check may apply. */
  readonly truth: () => Truth<string>;
}

interface Judged {
  readonly could: ReadonlySet<Possible>;
  readonly messageId?: string;
  /** What it rests on, in the order in which it should be read. */
  readonly grounds: readonly Truth<string>[];
  /** What would decide it, asked only where somebody reads it. */
  readonly deciders: () => readonly Decider[];
  /** A condition by which it can be split. */
  readonly condition: Atom | undefined;
}

function weighed(check: Check, resource: Resource | null, graph: Graph): Judged {
  const inWorld = (world: World): Judged => {
    const there = graph.in(world);
    return weigh(ask(check, resource?.in(there) ?? null, there));
  };
  return overWorlds(inWorld, graph.world, MOST_CONDITIONS);
}

function ask(check: Check, resource: Resource | null, graph: Graph): Asked {
  if (isRootCheck(check)) return { when: check.when?.(graph), truth: () => check.evaluate(graph) };
  return {
    exists: conditionTruth(resource!.node.exists, graph),
    when: check.when?.(resource!, graph),
    truth: () => check.evaluate(resource!, graph),
  };
}

/**
 * Splits an undecided row by the open conditions that it depends on, and unites what the worlds say. Where one world leaves as
 * much open as there was before, the others cannot take any of it away, and are not asked.
 */
function overWorlds(judgeIn: (world: World) => Judged, world: World, left: number): Judged {
  const here = judgeIn(world);
  const first = here.condition;
  if (here.could.size === 1 || left === 0 || first === undefined) return here;
  const yes = overWorlds(judgeIn, new Map([...world, [first.id, true]]), left - 1);
  if (yes.could.size === here.could.size) return here;
  const no = overWorlds(judgeIn, new Map([...world, [first.id, false]]), left - 1);
  const could = new Set([...yes.could, ...no.could]);
  const failing = no.could.has('fail') && no.messageId !== undefined ? no : yes;
  const differs = could.size > 1 && (yes.could.size === 1 || no.could.size === 1);
  const own: readonly Decider[] = differs ? [deciderOfAtom(first)] : [];
  return {
    could,
    ...(failing.messageId === undefined ? {} : { messageId: failing.messageId }),
    grounds: [...failing.grounds, ...(failing === no ? yes : no).grounds],
    deciders: () => [...own, ...yes.deciders(), ...no.deciders()],
    condition: undefined,
  };
}

function weigh({ exists = Truth.yes(), when = Truth.yes(), truth: ask }: Asked): Judged {
  const truth = exists.state === 'no' || when.state === 'no' ? undefined : ask();
  let bits: number = exists.state === 'yes' && when.state === 'yes' ? 0 : BIT['not-applicable'];
  if (truth !== undefined && truth.state !== 'no') bits |= BIT.pass;
  if (truth !== undefined && truth.state !== 'yes') bits |= BIT.fail;
  const grounds = truth ?? (exists.state === 'no' ? exists : when);
  if (bits === BIT.pass && !grounds.isProven) {
    // No evidence, no pass: a check that says yes without having asked anything is a defect, not a result.
    return {
      could: SETS[BIT.pass | BIT.fail]!,
      grounds: [],
      deciders: () => [UNPROVEN],
      condition: undefined,
    };
  }
  const could = SETS[bits]!;
  // Whether a question is asked decides nothing as long as its answer is open: what would answer it is named first.
  const doubts = [exists, truth, when].filter((t) => t?.state === 'unknown') as Truth<string>[];
  return {
    could,
    ...(truth?.message === undefined ? {} : { messageId: truth.message }),
    grounds: [grounds],
    deciders: () => doubts.flatMap((t) => t.deciders),
    condition: doubts.find((t) => t.isConditional)?.condition,
  };
}

const UNPROVEN: Decider = {
  reason: 'unsupported-construct',
  decidedBy: 'a check that quotes its evidence',
};

function describeRow(check: Check, resource: Resource | null, judged: Judged): Outcome {
  const evidence = readingOrder(judged.grounds);
  const shown = evidence[0];
  const undecided = judged.could.size > 1;
  const deciders = undecided ? distinctDeciders(judged.deciders()) : [];
  const fails = judged.could.has('fail');
  const gap = () => fill(check.messages[judged.messageId ?? ''] ?? DEFAULT_MESSAGE, shown, resource);
  const outcome: { -readonly [Name in keyof Outcome]: Outcome[Name] } = {
    check: check.id,
    resource:
      resource === null ? null : { type: resource.type, address: resource.address, at: resource.origin.at },
    could: judged.could,
    message: undecided
      ? undecidedMessage(check, judged.could, deciders, gap)
      : fails
        ? gap()
        : judged.could.has('pass')
          ? check.title
          : 'does not apply here',
    // What is absent has no place of its own: then the resource that lacks it is where a reader looks first.
    evidence:
      shown?.resource === undefined && resource !== null ? [placeOf(resource), ...evidence] : evidence,
    deciders,
  };
  if (fails && judged.messageId !== undefined) outcome.messageId = judged.messageId;
  if (shown?.property !== undefined) outcome.property = shown.property;
  if (shown?.expected !== undefined) outcome.expected = shown.expected;
  if (shown?.value !== undefined) outcome.actual = shown.value;
  return outcome;
}

function placeOf({ origin, address }: Resource): Evidence {
  return { plane: origin.plane, at: origin.at, trail: [], resource: address };
}

const DEFAULT_MESSAGE = '{property} is {actual}, expected {expected}';

function fill(message: string, shown: Evidence | undefined, resource: Resource | null): string {
  return message
    .replaceAll('{property}', shown?.property?.replaceAll('[]', '') ?? 'it')
    .replaceAll('{actual}', shown?.value ?? 'not set')
    .replaceAll('{expected}', shown?.expected ?? 'otherwise')
    .replaceAll('{resource}', resource?.address ?? 'the root');
}

/** What is known is said: a gap that may not apply is told as one. */
function undecidedMessage(
  check: Check,
  could: ReadonlySet<Possible>,
  deciders: readonly Decider[],
  gap: () => string,
): string {
  const by = deciders[0]?.decidedBy ?? 'more evidence';
  if (!could.has('pass')) return `${gap()}, if it applies here; what would decide that: ${by}`;
  if (!could.has('fail')) return `${check.title}, or it does not apply here; what would decide it: ${by}`;
  const title = check.title.charAt(0).toLowerCase() + check.title.slice(1);
  return `cannot tell whether ${/^\S*[A-Z]\S*[A-Z]/.test(check.title) ? check.title : title}; what would decide it: ${by}`;
}

function unseenRow(check: Check, place: NotSeen, graph: Graph): Outcome {
  const decider = unseenDecider(place, graph.data.origin);
  return {
    check: check.id,
    resource: null,
    could: ANYTHING,
    message: `resources not seen in ${place.what} (${place.why})`,
    evidence: [],
    deciders: [decider],
  };
}

/** What the message shows comes first, what only says that something belongs to the question last; each place once. */
function readingOrder(grounds: readonly Truth<string>[]): readonly Evidence[] {
  const found = grounds.map((truth) => truth.proofsByRole(MOST_EVIDENCE, saysTheSame));
  const [only] = found;
  if (found.length === 1 && only!.quoted.length + only!.membership.length === 0) return only!.plain;
  const evidence: Evidence[] = [];
  for (const role of READING_ORDER) {
    for (const byRole of found) {
      for (const one of byRole[role]) {
        if (evidence.length === MOST_EVIDENCE) return evidence;
        const isTold = role === 'membership' ? isOfTheSame : saysTheSame;
        if (!evidence.some((before) => isTold(before, one))) evidence.push(one);
      }
    }
  }
  return evidence;
}

const READING_ORDER = ['quoted', 'plain', 'membership'] as const;

function saysTheSame(a: Evidence, b: Evidence): boolean {
  return (
    a.at.line === b.at.line &&
    a.at.column === b.at.column &&
    a.property === b.property &&
    a.value === b.value &&
    a.resource === b.resource &&
    a.at.file === b.at.file
  );
}

/** Whether it says the same, or something else of the same member of a list, where all of that stands in one place. */
function isOfTheSame(a: Evidence, b: Evidence): boolean {
  const member = memberOf(a);
  return (
    saysTheSame(a, b) ||
    (member !== undefined &&
      member === memberOf(b) &&
      a.at.line === b.at.line &&
      a.at.column === b.at.column &&
      a.resource === b.resource &&
      a.at.file === b.at.file)
  );
}

/** What has a property, where that is a member of a list: `Code.reads[]` of `Code.reads[].name`. */
function memberOf({ property }: Evidence): string | undefined {
  return /^(.*\[\])\.\w+$/.exec(property ?? '')?.[1];
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
