import { assessRepository, type ReportedOutcome } from '../../packages/engine/src/index.ts';
import { memoryFileSystem } from '../../packages/engine/test/support/memory-file-system.ts';
import { completed } from './completed.ts';
import type { Code, Labelled } from './labelled.ts';

interface Said {
  readonly outcomes: readonly ReportedOutcome[];
  /** What stands for something that the fixture does not declare. */
  readonly added: ReadonlySet<string>;
}

/** What our checks say where a label stands; asked of all labels that one fixture has for one rule. */
export async function saidOf(
  labels: readonly Labelled[],
  checks: readonly string[],
): Promise<readonly (readonly ReportedOutcome[])[]> {
  const [first] = labels;
  const together = await outcomesOf(first!.code, checks);
  const alike = new Set(labels.map(({ label }) => label)).size === 1;
  const ofAll = together.outcomes.every((o) => o.resource === null);
  return Promise.all(
    labels.map(async (labelled) => {
      if (labelled.resource === undefined) return notAdded(together);
      // A check that judges the whole is asked without what has the other label.
      if (ofAll && !alike)
        return (
          await outcomesOf(
            without(labelled, labels, (other) => other.label !== labelled.label),
            checks,
          )
        ).outcomes;
      const own = about(labelled, notAdded(together), alike);
      if (own.some((o) => o.outcome !== 'not-applicable') || labelled.code.language !== 'terraform')
        return own;
      // A block that configures what the fixture does not declare is asked about it alone.
      const alone = await outcomesOf(
        without(labelled, labels, (other) => other !== labelled),
        checks,
      );
      const there = about(labelled, alone.outcomes, true);
      return there.length === 0 ? own : there;
    }),
  );
}

async function outcomesOf(fixture: Code, checks: readonly string[]): Promise<Said> {
  const { code, added } = completed(fixture);
  const run = await assessRepository({
    path: '/repo',
    fileSystem: memoryFileSystem(code.files),
    select: { only: checks, skip: [] },
    now: new Date(),
  });
  return { outcomes: run.assessment.outcomes, added };
}

function notAdded({ outcomes, added }: Said): readonly ReportedOutcome[] {
  return outcomes.filter((o) => o.resource === null || !added.has(o.resource.address));
}

/**
 * What our checks say of the labelled resource, or of those that it configures or that configure it. What they say of the
 * whole is no answer where one file holds good and bad.
 */
function about(
  { code, resource = '' }: Labelled,
  outcomes: readonly ReportedOutcome[],
  alike: boolean,
): readonly ReportedOutcome[] {
  const at = (address: string) =>
    outcomes.filter((o) => o.resource !== null && isAt(o.resource.address, address));
  const ofRoot = alike ? outcomes.filter((o) => o.resource === null) : [];
  const own = at(resource);
  const judged = own.some((o) => o.outcome !== 'not-applicable');
  if (judged || code.language !== 'terraform') return [...ofRoot, ...own];
  const named = namedIn(code, resource).flatMap(at);
  if (named.length > 0) return [...ofRoot, ...named];
  const naming = outcomes.filter(
    (o) => o.resource !== null && namedIn(code, o.resource.address).includes(resource),
  );
  return [...ofRoot, ...(naming.length > 0 ? naming : own)];
}

/** A fixture without the blocks of some other labels. */
function without(
  { code }: Labelled,
  labels: readonly Labelled[],
  leftOut: (other: Labelled) => boolean,
): Code {
  const others = labels.filter(leftOut).map((other) => other.resource ?? '');
  const files = Object.entries(code.files).map(
    ([path, text]) =>
      [path, others.reduce((rest, address) => rest.replace(blockOf(address), ''), text)] as const,
  );
  return { ...code, files: Object.fromEntries(files) };
}

/** The resources that a Terraform block names. */
function namedIn({ files }: Code, resource: string): readonly string[] {
  const texts = Object.values(files).map((text) => blockOf(resource).exec(text)?.[0] ?? '');
  const named = texts.flatMap((text) => text.match(/\baws_\w+\.[\w-]+/g) ?? []);
  return [...new Set(named)].filter((address) => address !== resource);
}

function blockOf(address: string): RegExp {
  const [type, name] = address.split(/[.[]/);
  return new RegExp(`^resource\\s+"?${type}"?\\s+"?${name}"?[^]*?^\\}`, 'm');
}

/** The resource itself, its instances, or what is written in it and mapped to a resource of its own. */
function isAt(address: string, labelled: string): boolean {
  return address === labelled || address.startsWith(`${labelled}[`) || address.startsWith(`${labelled}.`);
}
