/**
 * What we and Checkov state of the examples, fact by fact:
 *
 *     node bench/side-by-side.ts <path of the program checkov>
 *
 * (`python3 -m venv .venv && .venv/bin/pip install checkov`, then `.venv/bin/checkov`.) The facts were written before any
 * tool was run. A tool states a fact when it passes or fails a rule for it on that resource; rules of Checkov are found
 * through the aliases of the check that the fact names. Where something does not apply or cannot be seen, a finding is
 * wrong, and saying nothing is silent.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../packages/engine/src/catalog/index.generated.ts';
import { assessRepository, type ReportedOutcome } from '../packages/engine/src/index.ts';
import { type Fact, readFacts, stateIn } from '../packages/engine/test/support/facts.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const PRODUCTION = 'prod';

/** How Checkov is best run on each example: with the values of production. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  flashcards: ['--framework', 'terraform', '-d', 'infra'],
  'flashcards-ready': ['--framework', 'terraform', '-d', 'infra'],
  'jobs-api': ['--framework', 'cloudformation', '-d', 'assemblies/prod'],
  'documents-pipeline': ['--framework', 'cloudformation', '-d', 'assemblies/prod'],
  'web-containers': ['--framework', 'terraform', '-d', 'infra', '--var-file', 'infra/env/prod.tfvars'],
  styling: ['--framework', 'cloudformation', '-f', 'template.yaml'],
};

type Said = 'right' | 'wrong' | 'silent';

interface Finding {
  readonly check_id: string;
  readonly resource: string;
}

/** What Checkov passes and fails, by rule and resource. */
class Theirs {
  readonly #failed: readonly Finding[];
  readonly #passed: readonly Finding[];
  readonly #ids: ReadonlyMap<string, string>;

  constructor(program: string, example: string) {
    const at = join(examples, example);
    const { stdout } = spawnSync(program, [...RUNS[example]!, '--compact', '-o', 'json'], {
      cwd: at,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
    const reports = [JSON.parse(stdout)].flat() as readonly {
      readonly results?: Readonly<Record<'passed_checks' | 'failed_checks', readonly Finding[]>>;
    }[];
    this.#failed = reports.flatMap((report) => report.results?.failed_checks ?? []);
    this.#passed = reports.flatMap((report) => report.results?.passed_checks ?? []);
    this.#ids = logicalIds(at);
  }

  get failures(): number {
    return this.#failed.length;
  }

  states({ check, resource }: Fact, aliases: readonly string[]): 'pass' | 'gap' | undefined {
    if (check === undefined) return undefined;
    const address = resource?.replaceAll('{env}', PRODUCTION);
    const own = ({ check_id, resource: named }: Finding) =>
      aliases.includes(check_id) && (address === undefined || this.#isMeant(named, address));
    if (this.#failed.some(own)) return 'gap';
    return this.#passed.some(own) ? 'pass' : undefined;
  }

  /** Terraform by address; CloudFormation as `AWS::Type.LogicalId`, which a construct's path leads to. */
  #isMeant(named: string, address: string): boolean {
    return named === address || named.split('.').at(-1) === (this.#ids.get(address) ?? address);
  }
}

/** Logical ids by the paths of their constructs. */
function logicalIds(example: string): ReadonlyMap<string, string> {
  return new Map(
    globSync('assemblies/prod/*.template.json', { cwd: example }).flatMap((file) => {
      const { Resources = {} } = JSON.parse(readFileSync(join(example, file), 'utf8')) as {
        Resources?: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, string>> }>>;
      };
      return Object.entries(Resources).map(([id, { Metadata }]): [string, string] => [
        Metadata?.['aws:cdk:path'] ?? id,
        id,
      ]);
    }),
  );
}

function judged(fact: Fact, said: 'pass' | 'gap' | undefined): Said {
  const state = stateIn(fact, PRODUCTION);
  if (state === 'pass' || state === 'gap')
    return said === undefined ? 'silent' : said === state ? 'right' : 'wrong';
  return said === 'gap' ? 'wrong' : 'silent';
}

/** What we say; that it cannot be seen, or does not apply, is said too. */
function ours(fact: Fact, outcomes: readonly ReportedOutcome[]): Said {
  if (fact.check === undefined) return 'silent';
  const address = fact.resource?.replaceAll('{env}', PRODUCTION);
  const own = outcomes.filter(
    (o) => o.check === fact.check && (address === undefined || o.resource?.address === address),
  );
  const state = stateIn(fact, PRODUCTION);
  const said = new Set(own.map((o) => (o.outcome === 'waived' ? 'fail' : o.outcome)));
  if (state === 'not-applicable') return said.has('fail') ? 'wrong' : own.length === 0 ? 'silent' : 'right';
  if (said.has('fail')) return state === 'gap' ? 'right' : fact.accepted === 'waiver' ? 'right' : 'wrong';
  if (said.has('unknown')) return state === 'unknown' ? 'right' : 'silent';
  if (own.length === 0) return 'silent';
  return state === 'pass' ? 'right' : 'wrong';
}

const [program] = process.argv.slice(2);
if (program === undefined) {
  console.error('which program is checkov? node bench/side-by-side.ts <path>');
  process.exit(2);
}

const table: Record<string, Record<string, number>> = {};
const lines: Record<string, Record<string, number | string>> = {};
for (const example of Object.keys(RUNS)) {
  const facts = readFacts(join(examples, example, 'facts.yaml'));
  const theirs = new Theirs(program, example);
  const { assessment } = await assessRepository({
    path: join(examples, example),
    now: new Date(),
  });
  for (const fact of facts) {
    const aliases = CHECKS.find((check) => check.id === fact.check)?.aliases ?? [];
    const area = fact.requirement.slice(0, 3);
    for (const row of [area, 'all']) {
      count(row, 'facts');
      count(row, `ours ${ours(fact, assessment.outcomes)}`);
      count(row, `Checkov ${judged(fact, theirs.states(fact, aliases))}`);
    }
  }
  const gaps = assessment.outcomes.filter((o) => o.outcome === 'fail');
  const reported = new Set(gaps.map((o) => o.group)).size;
  const distinct = new Set(gaps.map((o) => o.check)).size;
  lines[example] = {
    'our lines': reported,
    'distinct gaps': distinct,
    'lines per gap': (reported / distinct).toFixed(2),
    'findings of Checkov': theirs.failures,
  };
}
console.table(table, [
  'facts',
  ...['ours', 'Checkov'].flatMap((who) => ['right', 'wrong', 'silent'].map((said) => `${who} ${said}`)),
]);
console.table(lines);

function count(row: string, column: string): void {
  const counts = table[row] ?? {};
  counts[column] = (counts[column] ?? 0) + 1;
  table[row] = counts;
}
