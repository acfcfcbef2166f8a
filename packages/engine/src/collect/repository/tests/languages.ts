import { isReadableCode } from '../code/syntax/parse.ts';
import { fact, placeIn } from '../fact.ts';
import { codeEnding } from '../file-kind.ts';
import { Findings } from '../findings.ts';
import { testProjectOf, testProjects } from '../manifests/test-projects.ts';
import type { Reader } from '../reader.ts';

const TYPES = ['Repository::Language'] as const;

/** Code that starts other programs, or is part of a page: an application is not written in it. */
const BESIDE = new Set(['sh', 'bash', 'zsh', 'ps1', 'h', 'hpp']);

/** The languages that the application is written in, by its files alone. */
export const languages: Reader = {
  name: 'languages',
  types: TYPES,
  onlySearches: true,
  wants: () => false,
  read: async (_, source) => {
    const findings = new Findings(TYPES);
    const projects = await testProjects(source);
    const own = source.paths.filter(
      (path) =>
        source.kind(path) === 'source' &&
        isOfApplication(path) &&
        testProjectOf(path, projects) === undefined,
    );
    for (const [ending, files] of Map.groupBy(own, (path) => codeEnding(path)!)) {
      const [first] = files;
      if (BESIDE.has(ending) || first === undefined) continue;
      findings.add(
        fact({
          type: 'Repository::Language',
          address: `code in .${ending}`,
          at: placeIn(first),
          properties: { ending, files: files.length, ...(isReadableCode(first) ? { isRead: true } : {}) },
        }),
      );
    }
    return findings.found;
  },
};

/** Settings of tools are code too, and no application. */
function isOfApplication(path: string): boolean {
  return (
    codeEnding(path) !== undefined &&
    !/\.config\.[cm]?[jt]s$|(^|\/)(setup|conftest|noxfile|fabfile)\.py$|(^|\/)(gulpfile|Gruntfile)\.[jt]s$/.test(
      path,
    )
  );
}
