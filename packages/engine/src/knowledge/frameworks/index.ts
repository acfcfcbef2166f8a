import mappings from './rules.json' with { type: 'json' };

export type FrameworkId = keyof typeof FRAMEWORKS;

/** A framework whose controls our checks help to show. */
export interface Framework {
  readonly name: string;
  /** Who says which control a check belongs to. */
  readonly source: string;
}

/** Rules of Prowler and their controls. To renew: scripts/knowledge/frameworks.ts, from a clone of a day. */
const PROWLER = mappings.source;
const DECLARED = 'declared by each check, from the documentation of AWS';

/** The frameworks that reports can be cut to. */
export const FRAMEWORKS = {
  'well-architected': { name: 'AWS Well-Architected Framework', source: DECLARED },
  fsbp: { name: 'AWS Foundational Security Best Practices', source: DECLARED },
  cis: { name: 'CIS Amazon Web Services Foundations Benchmark 7.0', source: PROWLER },
  'soc-2': { name: 'SOC 2 (Trust Services Criteria)', source: PROWLER },
  hipaa: { name: 'HIPAA Security Rule', source: PROWLER },
  'pci-dss': { name: 'PCI DSS 4.0', source: PROWLER },
  gdpr: { name: 'GDPR', source: PROWLER },
} as const satisfies Readonly<Record<string, Framework>>;

export const FRAMEWORK_IDS = Object.keys(FRAMEWORKS) as readonly FrameworkId[];

/** Controls by framework; frameworks without one are left out. */
export type Controls = Partial<Record<FrameworkId, readonly string[]>>;

/** What of a check says where it belongs. */
export interface Mapped {
  readonly aliases: readonly string[];
  readonly frameworks: { readonly wellArchitected?: readonly string[]; readonly fsbp?: readonly string[] };
}

/** The same by the frameworks' names, in their order. */
export function standards(
  controls: Controls,
): readonly (readonly [name: string, controls: readonly string[]])[] {
  return FRAMEWORK_IDS.flatMap((id) =>
    controls[id] === undefined ? [] : [[FRAMEWORKS[id].name, controls[id]]],
  );
}

const RULES: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = mappings.rules;

/** The controls of each framework that a check helps to show. */
export function controlsOf(check: Mapped): Controls {
  const found = FRAMEWORK_IDS.map((id) => [id, controlsIn(id, check)] as const);
  return Object.fromEntries(found.filter(([, controls]) => controls.length > 0));
}

function controlsIn(id: FrameworkId, { aliases, frameworks }: Mapped): readonly string[] {
  if (id === 'well-architected') return frameworks.wellArchitected ?? [];
  if (id === 'fsbp') return frameworks.fsbp ?? [];
  const own = RULES[id] ?? {};
  const controls = aliases.flatMap((alias) => (Object.hasOwn(own, alias) ? own[alias]! : []));
  return [...new Set(controls)].sort(inOrder);
}

/** `2.9` before `2.10`: numbers by their size. A collator that does so takes longer to make than all else here. */
function inOrder(a: string, b: string): number {
  const [left, right] = [a.split(NUMBER), b.split(NUMBER)];
  const at = left.findIndex((part, i) => part !== right[i]);
  const [one, other] = [left[at], right[at]];
  if (one === undefined || other === undefined) return left.length - right.length;
  return Number(one) - Number(other) || (one < other ? -1 : 1);
}

const NUMBER = /(\d+)/;
