import { inCode } from '../../../model/origin.ts';
import { unknown } from '../../../model/value.ts';
import { fact, type Plain, placeIn, written } from '../fact.ts';
import { readEach } from '../findings.ts';
import type { Reader, SourceOfFiles } from '../reader.ts';
import { readStructured } from '../structured-text.ts';
import { fixedPackages, npmKey, pythonKey } from './fixed-packages.ts';
import { resultIn, type Scanned } from './formats.ts';

const TYPES = ['Repository::ScanResult'] as const;
const NAMED = /(?:audit|trivy|grype|osv|vulnerabilit|scan)[\w.-]*\.json$/i;

/** Kept results of scanners of dependencies, held against what lock files and manifests fix now. */
export const scanResults: Reader = {
  name: 'scan results',
  types: TYPES,
  onlySearches: true,
  wants: (path, kind) => (kind === 'other' || kind === 'generated') && NAMED.test(path),
  read: (files, source) =>
    readEach(files, source, TYPES, async (file, text, findings) => {
      const { documents, problem } = readStructured(file, text);
      if (problem !== undefined) {
        findings.broken(file, problem.line, problem.why);
        return;
      }
      const result = documents[0] === undefined ? undefined : resultIn(documents[0]);
      if (result === undefined) return;
      const { tool, packages } = result;
      const listed = new Set(packages.flatMap(keysOf));
      const fixed = await fixedIn(source);
      const isFixed = (one: Scanned) => keysOf(one).some((key) => fixed.some(([, keys]) => keys.has(key)));
      findings.add(
        fact({
          type: 'Repository::ScanResult',
          address: file,
          at: placeIn(file),
          properties: {
            path: file,
            tool,
            covers: fixed.flatMap(([path, keys]) => (keys.isSubsetOf(listed) ? [path] : [])),
            vulnerable: packages.flatMap((one) => vulnerable(file, tool, one, isFixed)),
          },
        }),
      );
    }),
};

async function fixedIn(source: SourceOfFiles): Promise<readonly (readonly [string, ReadonlySet<string>])[]> {
  const found: (readonly [string, ReadonlySet<string>])[] = [];
  for (const path of source.paths.filter((one) => /(?:\.lock|package-lock\.json|\.txt)$/.test(one))) {
    const kind = source.kind(path);
    const text = kind === 'other' || kind === 'generated' ? await source.text(path) : undefined;
    const keys = text?.kind === 'text' ? fixedPackages(path, text.text) : undefined;
    if (keys !== undefined) found.push([path, keys]);
  }
  return found;
}

/** As lock files of either language would name it: results do not all say which it is of. */
function keysOf({ name, version }: Scanned): readonly string[] {
  return version === undefined ? [] : [npmKey(name, version), pythonKey(name, version)];
}

function vulnerable(
  file: string,
  tool: string,
  one: Scanned,
  isFixed: (one: Scanned) => boolean,
): readonly Plain[] {
  if (one.severity === undefined) return [];
  const at = placeIn(file, one.line);
  const name = one.version === undefined ? one.name : `${one.name} ${one.version}`;
  const open = (decidedBy: string) => unknown('not-collected', decidedBy, inCode(at));
  return [
    written(
      {
        name,
        severity: one.severity === '?' ? open(`how severe the advisories on ${name} are`) : one.severity,
        present: isFixed(one) || open(`running ${tool} again, to see whether ${name} is still installed`),
      },
      at,
    ),
  ];
}
