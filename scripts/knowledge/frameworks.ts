/**
 * Writes which controls of which framework a rule of Prowler shows, from a clone of prowler-cloud/prowler (Apache-2.0):
 *
 *     node scripts/knowledge/frameworks.ts <clone of prowler> <date of its commit>
 *
 * Our checks meet the frameworks through these rules, which stand among their aliases.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Requirement {
  readonly Id: string;
  readonly Name?: string;
  readonly Checks: readonly string[];
  readonly Attributes: readonly { readonly Section?: string }[];
}

/** The control as its own framework writes it. */
const FILES: Readonly<Record<string, readonly [file: string, control: (row: Requirement) => string]>> = {
  cis: ['cis_7.0_aws.json', (row) => row.Id],
  'soc-2': ['soc2_aws.json', (row) => row.Name!.split(' ')[0]!],
  hipaa: ['hipaa_aws.json', (row) => row.Name!.split(' ')[0]!],
  'pci-dss': ['pci_4.0_aws.json', (row) => row.Attributes[0]!.Section!.split(':')[0]!],
  gdpr: ['gdpr_aws.json', (row) => row.Name!.split(' ').slice(0, 2).join(' ')],
};

const [clone, date] = process.argv.slice(2);
if (clone === undefined || date === undefined) {
  console.error(
    'which clone of prowler, and of which date? node scripts/knowledge/frameworks.ts <clone> <date>',
  );
  process.exit(2);
}

const frameworks = Object.entries(FILES).map(([id, [file, control]]) => {
  const path = join(clone, 'prowler/compliance/aws', file);
  const { Requirements } = JSON.parse(readFileSync(path, 'utf8')) as { Requirements: readonly Requirement[] };
  const controls = new Map<string, Set<string>>();
  for (const row of Requirements) {
    for (const rule of row.Checks) controls.set(rule, (controls.get(rule) ?? new Set()).add(control(row)));
  }
  const rows = [...controls]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, ids]) => [rule, [...ids].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))]);
  return [id, Object.fromEntries(rows)];
});

writeFileSync(
  new URL('../../packages/engine/src/knowledge/frameworks/rules.json', import.meta.url),
  `${JSON.stringify({ source: `prowler-cloud/prowler, prowler/compliance/aws, ${date}`, rules: Object.fromEntries(frameworks) }, null, 1)}\n`,
);
