import { globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportedOutcome } from '../src/assess/assessment.ts';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { ALARM_QUALITY } from './perturbation/alarm-quality.ts';
import { AVAILABILITY } from './perturbation/availability.ts';
import { BACKUP } from './perturbation/backup.ts';
import { COMPLIANCE } from './perturbation/compliance.ts';
import { CONNECTIONS } from './perturbation/connections.ts';
import { CONTAINERS } from './perturbation/containers.ts';
import { COST } from './perturbation/cost.ts';
import { CURRENCY } from './perturbation/currency.ts';
import { DATA } from './perturbation/data.ts';
import { DELIVERY } from './perturbation/delivery.ts';
import { EDGE } from './perturbation/edge.ts';
import { ENCRYPTION } from './perturbation/encryption.ts';
import { ENTRANCES } from './perturbation/entrances.ts';
import { FAILURES } from './perturbation/failures.ts';
import { FIT } from './perturbation/fit.ts';
import { GRANTS } from './perturbation/grants.ts';
import { GRAPHQL } from './perturbation/graphql.ts';
import { INFRASTRUCTURE } from './perturbation/infrastructure.ts';
import { KEEPING } from './perturbation/keeping.ts';
import { KEEPING_HOUSE } from './perturbation/keeping-house.ts';
import { MONITORING } from './perturbation/monitoring.ts';
import { OBSERVATION } from './perturbation/observation.ts';
import { OPERATIONS } from './perturbation/operations.ts';
import type { Change, Perturbation } from './perturbation/perturbation.ts';
import { REACHABILITY } from './perturbation/reachability.ts';
import { RECOVERY } from './perturbation/recovery.ts';
import { SECURITY } from './perturbation/security.ts';
import { SENDERS } from './perturbation/senders.ts';
import { SIGN_IN } from './perturbation/sign-in.ts';
import { SIGNALS } from './perturbation/signals.ts';
import { WATCH } from './perturbation/watch.ts';
import { WRITTEN_LOGS } from './perturbation/written-logs.ts';
import { assessFolder } from './support/assess-folder.ts';
import { memoryFileSystem } from './support/memory-file-system.ts';
import { ParsedOnce } from './support/parsed-once.ts';

/*
 * The ready example passes. For each check the protected thing is switched off, and that check fails, at the line that
 * decides it, and no other does. Put behind a variable without value, it is unknown.
 */
const PERTURBATIONS: readonly Perturbation[] = [
  ...AVAILABILITY,
  ...ALARM_QUALITY,
  ...BACKUP,
  ...COMPLIANCE,
  ...CONNECTIONS,
  ...CONTAINERS,
  ...COST,
  ...DATA,
  ...ENCRYPTION,
  ...CURRENCY,
  ...DELIVERY,
  ...EDGE,
  ...ENTRANCES,
  ...FAILURES,
  ...FIT,
  ...GRANTS,
  ...GRAPHQL,
  ...INFRASTRUCTURE,
  ...KEEPING,
  ...MONITORING,
  ...REACHABILITY,
  ...SECURITY,
  ...SENDERS,
  ...SIGN_IN,
  ...SIGNALS,
  ...WRITTEN_LOGS,
  ...RECOVERY,
  ...KEEPING_HOUSE,
  ...OPERATIONS,
  ...OBSERVATION,
  ...WATCH,
];

const DECIDED: readonly string[] = ['pass', 'fail', 'not-applicable'];

type Files = Readonly<Record<string, string>>;

const folder = fileURLToPath(new URL('../../../examples/flashcards-ready', import.meta.url));
const INFRA = 'infra';
const EXAMPLE: Files = Object.fromEntries(
  ['airworthy.yaml', ...globSync('infra/**/*.{tf,tfvars}', { cwd: folder })]
    .sort()
    .map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')]),
);

describe('the perturbations', () => {
  it('cover every check of the catalogue on infrastructure', () => {
    const ofRoots = CHECKS.filter((c) => c.about === undefined).map((c) => c.id);
    expect(PERTURBATIONS.map((p) => p.check).sort()).toEqual(ofRoots.sort());
  });

  it('take what belongs to the account out of the code, too', () => {
    const absent = PERTURBATIONS.filter((p) => p.absent !== undefined).map((p) => p.check);
    expect(absent.sort()).toEqual(
      CHECKS.filter((c) => c.accountWide === true)
        .map((c) => c.id)
        .sort(),
    );
  });
});

describe.each(PERTURBATIONS.map((p) => [p.check, p] as const))('%s', (_, p) => {
  let given: Files;
  let before: Outcomes;

  beforeAll(async () => {
    given = changed(EXAMPLE, p.given ?? []);
    before = await outcomesBefore(p.given ?? []);
  });

  it('passes before', () => {
    expect(before.of(p)?.outcome, before.of(p)?.message).toBe('pass');
  });

  it('fails where it is switched off, and no other check does', async () => {
    const files = changed(given, p.off);
    const after = await outcomesOf(files);
    const own = after.of(p);
    expect(own?.outcome, own?.message).toBe('fail');
    const at = own?.evidence[0]?.at;
    expect(`${at?.file}:${at?.line}`, own?.message).toBe(placeOf(p, files));
    const others = after.newFailures(before).filter((o) => o.check !== p.check);
    expect([...new Set(others.map((o) => o.check))].sort()).toEqual([...(p.besides ?? [])].sort());
  });

  it('is unknown where it is hidden', async () => {
    const after = await outcomesOf(withHidden(changed(given, p.hidden)));
    expect(after.of(p)?.outcome, after.of(p)?.message).toBe('unknown');
    expect(after.of(p)?.could).toContain('fail');
    expect(after.of(p)?.decidedBy).toContain(p.decidedBy ?? 'var.hidden');
    const firmer = after.all.filter(
      (o) => DECIDED.includes(o.outcome) && before.like(o)?.outcome !== o.outcome,
    );
    expect(firmer.map((o) => `${o.check} ${o.resource?.address}: ${o.outcome}`)).toEqual([]);
  });

  if (p.absent === undefined) return;
  it('is for the account to say where the code does not have it', async () => {
    const after = await outcomesOf(changed(given, p.absent ?? []));
    expect(after.of(p)?.outcome, after.of(p)?.message).toBe('unknown');
    expect(after.newFailures(before).map((o) => o.check)).toEqual([]);
  });
});

class Outcomes {
  readonly all: readonly ReportedOutcome[];
  readonly #byKey: ReadonlyMap<string, ReportedOutcome>;

  constructor(all: readonly ReportedOutcome[]) {
    this.all = all;
    this.#byKey = new Map(all.map((o) => [o.key, o]));
  }

  /** The outcome of a perturbation's check on its resource. */
  of(p: Perturbation): ReportedOutcome | undefined {
    const root = p.root ?? INFRA;
    return this.all.find(
      (o) => o.check === p.check && o.root === root && (o.resource?.address ?? null) === p.resource,
    );
  }

  newFailures(before: Outcomes): readonly ReportedOutcome[] {
    return this.all.filter((o) => o.outcome === 'fail' && before.like(o)?.outcome !== 'fail');
  }

  /** The outcome of the same check on the same resource. */
  like(other: ReportedOutcome): ReportedOutcome | undefined {
    return this.#byKey.get(other.key);
  }
}

const parsedFiles = new ParsedOnce();
const assessedBefore = new Map<string, Promise<Outcomes>>();

/** Most perturbations are given the example as it is: each example that they are given is assessed once. */
function outcomesBefore(given: readonly Change[]): Promise<Outcomes> {
  const key = JSON.stringify(given);
  const outcomes = assessedBefore.get(key) ?? outcomesOf(changed(EXAMPLE, given));
  assessedBefore.set(key, outcomes);
  return outcomes;
}

async function outcomesOf(files: Files): Promise<Outcomes> {
  const assessment = await assessFolder('/repo', { fileSystem: memoryFileSystem(files), parsedFiles });
  expect(assessment.coverage.files.partly, 'everything is read in full').toEqual([]);
  return new Outcomes(assessment.outcomes);
}

function changed(files: Files, changes: readonly Change[]): Files {
  const result: Record<string, string> = { ...files };
  for (const change of changes) {
    const path = posix.join(INFRA, change.file);
    if ('from' in change) {
      const parts = result[path]?.split(change.from) ?? [];
      expect(parts.length, `${path} has it once:\n${change.from}`).toBe(2);
      result[path] = parts.join(change.to);
    } else if (change.text === undefined) {
      expect(result[path], path).toBeDefined();
      delete result[path];
    } else {
      expect(result[path], `${path} is new`).toBeUndefined();
      result[path] = change.text;
    }
  }
  return result;
}

/** Declares the variable `hidden` wherever it is used, and hands it down to the modules that use it. */
function withHidden(files: Files): Files {
  const using = new Set(
    Object.keys(files)
      .filter((path) => files[path]!.includes('var.hidden'))
      .map((path) => posix.dirname(path)),
  );
  const result: Record<string, string> = { ...files };
  for (const module of using) {
    result[`${module}/hidden.tf`] = 'variable "hidden" {}\n';
    if (module === INFRA) continue;
    result[`${INFRA}/hidden.tf`] = 'variable "hidden" {}\n';
    const source = `source = "./${posix.relative(INFRA, module)}"\n`;
    for (const [path, text] of Object.entries(result)) {
      result[path] = text.replaceAll(source, `${source}  hidden = var.hidden\n`);
    }
  }
  return result;
}

function placeOf({ at }: Perturbation, files: Files): string {
  const path = posix.join(INFRA, at.file);
  const parts = files[path]?.split(at.text) ?? [];
  expect(parts.length, `${path} has it once: ${at.text}`).toBe(2);
  return `${path}:${(parts[0]! + at.text).split('\n').length}`;
}
