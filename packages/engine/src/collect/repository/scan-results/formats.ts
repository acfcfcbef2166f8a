import type { Value } from '../../../model/value.ts';
import { itemsOf, member, membersOf, textOf } from '../structured-text.ts';

/** A package as a scanner tells of it, and the worst that is known of it. */
export interface Scanned {
  readonly name: string;
  readonly version: string | undefined;
  /** Nothing is known of it where this is left out; `?` where the result does not say how severe it is. */
  readonly severity?: string;
  readonly line: number;
}

interface Format {
  readonly tool: string;
  readonly is: (root: Value) => boolean;
  readonly packages: (root: Value) => readonly Scanned[];
}

/** By the documentation of each scanner. Those that tell of vulnerable packages alone cover no lock file. */
const FORMATS: readonly Format[] = [
  {
    tool: 'pip-audit',
    is: (root) => itemsOf(member(root, 'dependencies')).some((one) => member(one, 'vulns') !== undefined),
    packages: (root) =>
      itemsOf(member(root, 'dependencies')).map((one) =>
        scanned(one, 'name', 'version', isFilled(member(one, 'vulns')) ? '?' : undefined),
      ),
  },
  {
    tool: 'npm audit',
    is: (root) => member(root, 'auditReportVersion') !== undefined,
    packages: (root) =>
      [...membersOf(member(root, 'vulnerabilities'))].map(([name, one]) => ({
        name,
        version: undefined,
        severity: severityOf(member(one, 'severity')),
        line: one.origin.at.line,
      })),
  },
  {
    tool: 'trivy',
    is: (root) => member(root, 'SchemaVersion') !== undefined && member(root, 'Results') !== undefined,
    packages: (root) =>
      itemsOf(member(root, 'Results')).flatMap((result) => [
        ...itemsOf(member(result, 'Packages')).map((one) => scanned(one, 'Name', 'Version')),
        ...itemsOf(member(result, 'Vulnerabilities')).map((one) =>
          scanned(one, 'PkgName', 'InstalledVersion', severityOf(member(one, 'Severity'))),
        ),
      ]),
  },
  {
    tool: 'grype',
    is: (root) => textOf(member(member(root, 'descriptor'), 'name')) === 'grype',
    packages: (root) =>
      itemsOf(member(root, 'matches')).map((one) =>
        scanned(
          member(one, 'artifact'),
          'name',
          'version',
          severityOf(member(member(one, 'vulnerability'), 'severity')),
        ),
      ),
  },
  {
    tool: 'osv-scanner',
    is: (root) => itemsOf(member(root, 'results')).some((one) => member(one, 'packages') !== undefined),
    packages: (root) =>
      itemsOf(member(root, 'results'))
        .flatMap((result) => itemsOf(member(result, 'packages')))
        .map((one) =>
          scanned(
            member(one, 'package'),
            'name',
            'version',
            isFilled(member(one, 'vulnerabilities')) ? worstOf(itemsOf(member(one, 'groups'))) : undefined,
          ),
        ),
  },
];

export function resultIn(
  root: Value,
): { readonly tool: string; readonly packages: readonly Scanned[] } | undefined {
  const format = FORMATS.find((one) => one.is(root));
  return format === undefined ? undefined : { tool: format.tool, packages: format.packages(root) };
}

function scanned(one: Value | undefined, name: string, version: string, severity?: string): Scanned {
  return {
    name: textOf(member(one, name)) ?? '',
    version: textOf(member(one, version)),
    line: one?.origin.at.line ?? 1,
    ...(severity === undefined ? {} : { severity }),
  };
}

function isFilled(list: Value | undefined): boolean {
  return itemsOf(list).length > 0;
}

function severityOf(said: Value | undefined): string {
  const word = textOf(said)?.toLowerCase();
  return word === undefined || word === 'unknown' ? '?' : word;
}

/** The scores of CVSS 3 in its own words (FIRST, CVSS v3.1, table 14): from 7 high, from 9 critical. */
function worstOf(groups: readonly Value[]): string {
  const scores = groups.map((group) => Number(textOf(member(group, 'max_severity')) || Number.NaN));
  const worst = Math.max(...scores.filter((score) => !Number.isNaN(score)));
  if (worst >= 7) return worst >= 9 ? 'critical' : 'high';
  return scores.length === 0 || scores.some(Number.isNaN) ? '?' : 'lower';
}
