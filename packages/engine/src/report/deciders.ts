import type { Assessment, CriterionResult, ReportedOutcome } from '../assess/assessment.ts';
import type { Entry } from './entries.ts';
import { shortList } from './wording.ts';

/** A step that would decide something unknown, alone or with others: the same step at several places is one. */
export interface Decider {
  /** As it is said where it is about one thing: `module.network: run terraform init`. */
  readonly said: string;
  /** The same without what it is about: `run terraform init`. */
  readonly step: string;
  /** Modules, lines of code: distinct, in the order in which they are met. Empty where the step names nothing. */
  readonly about: readonly string[];
  readonly outcomes: readonly ReportedOutcome[];
  /** Distinct, sorted. */
  readonly requirements: readonly string[];
  readonly blocks: readonly CriterionResult[];
}

/** Deciders of everything unknown: those that hold a criterion open first, then those that decide most. */
export function decidersOf({ coverage }: Assessment, entries: readonly Entry[]): readonly Decider[] {
  const unseen = new Map(
    coverage.notSeen.map((n): [string, Part] => [
      `${n.what}: ${n.decidedBy}`,
      { step: n.decidedBy, about: n.what },
    ]),
  );
  const steps = new Map<string, Gathered>();
  for (const entry of entries) {
    if (entry.kind !== 'unknown') continue;
    for (const outcome of entry.outcomes) {
      for (const said of partsOf(outcome.decidedBy ?? 'more evidence')) {
        const { step, about } = unseen.get(said) ?? withoutPlace(said);
        const own = steps.get(step) ?? { said, about: new Set(), entries: new Set(), outcomes: new Set() };
        if (about !== undefined) own.about.add(about);
        own.entries.add(entry);
        own.outcomes.add(outcome);
        steps.set(step, own);
      }
    }
  }
  return [...steps]
    .map(([step, { said, about, entries: of, outcomes }]) => ({
      said,
      step,
      about: [...about],
      outcomes: [...outcomes],
      requirements: [...new Set([...of].map((e) => e.check.requirement))].sort(),
      blocks: [...new Set([...of].flatMap((e) => e.blocks))],
    }))
    .sort(
      (a, b) =>
        Number(b.blocks.length > 0) - Number(a.blocks.length > 0) ||
        b.requirements.length - a.requirements.length ||
        b.outcomes.length - a.outcomes.length ||
        (a.said < b.said ? -1 : 1),
    );
}

/** "module.network: run terraform init", or "run terraform init (module.network, module.data, … 11 more)". */
export function deciderText({ said, step, about }: Decider, longest: number): string {
  return about.length < 2 ? said : `${step} (${shortList(about, longest, ', ')})`;
}

interface Part {
  readonly step: string;
  readonly about?: string;
}

interface Gathered {
  readonly said: string;
  readonly about: Set<string>;
  readonly entries: Set<Entry>;
  readonly outcomes: Set<ReportedOutcome>;
}

/** What decides only together is said one by one; how many more there are is said with the outcome. */
function partsOf(decidedBy: string): readonly string[] {
  return decidedBy.replace(/ and \d+ more$/, '').split(/; (?![^()]*\))/);
}

/** "reading what it does" and "src/a.ts:3", of "reading what it does in src/a.ts:3"; "finding where … is mounted". */
function withoutPlace(said: string): Part {
  const found = PLACE.exec(said);
  const about = found?.[1];
  if (found === null || about === undefined) return { step: said };
  const [before, after] = [said.slice(0, found.index), said.slice(found.index + found[0].length).trim()];
  const step = before === '' || after === '' ? `${before}${after}` : `${before} … ${after}`;
  return step === '' ? { step: said } : { step, about };
}

/** A file, and perhaps a line of it, as it stands in a sentence. */
const PLACE =
  /(?:^|\s)(?:in )?\(?((?:[\w.@$+[\]-]+\/)*[\w.@$+[\]-]+\.(?:[cm]?[jt]sx?|py|ya?ml|json|tf|toml|html|md|sh)(?::\d+)?)\)?:?(?=\s|$)/;
