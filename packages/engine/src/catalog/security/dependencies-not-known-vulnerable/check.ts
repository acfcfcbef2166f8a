import type { Graph, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineRootCheck } from '../../check.ts';

const SCAN = 'Repository::ScanResult';

export default defineRootCheck({
  id: 'dependencies-not-known-vulnerable',
  requirement: 'SEC-25',
  severity: 'high',
  effort: 'hours',
  title: 'A scan of what is installed found no critical or high vulnerability',
  gap: {
    one: 'A dependency has a vulnerability that its own scan tells of',
    many: 'Dependencies have vulnerabilities that their own scans tell of',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_appsec_automate_testing_throughout_lifecycle'] },
  messages: { known: 'the scan that is kept here tells of it, and it is still installed: {actual}' },
  about: 'repository',
  when: (graph) => manifests(graph).exist().asMembership(),
  evaluate: (graph) =>
    all(
      graph
        .of(SCAN)
        .flatMap((scan) => scan.list('vulnerable'))
        .none((one) =>
          all(
            one.text('name').written().quote(),
            one.text('severity').oneOf(['critical', 'high']),
            one.bool('present').is(true),
          ),
        )
        .else('known'),
      manifests(graph).every((manifest) => any(isCovered(manifest, graph), leftToAScan(manifest))),
    ),
  fix: 'Update the package to a version without the vulnerability, and scan again',
  fixImpact: { downtime: false },
});

function manifests(graph: Graph) {
  return graph
    .of('Repository::Manifest')
    .where((manifest) => manifest.list('dependencies').exist().asMembership());
}

/** Whether a result tells of every package that the manifest, or its lock file, fixes now. */
function isCovered(manifest: Resource, graph: Graph): Truth {
  const fixedIn = ['path', 'lockfile'].map((name) => manifest.text(name));
  return graph
    .of(SCAN)
    .flatMap((scan) => scan.list('covers'))
    .some((covered) =>
      any(...fixedIn.map((own) => Reading.both(own, covered.text(), 'the same', (a, b) => a === b))),
    );
}

function leftToAScan(manifest: Resource): Truth {
  const scans = [
    [
      'npm',
      'running npm audit, or keeping the result of a scanner that lists all packages (trivy --list-all-pkgs)',
    ],
    ['python', 'running pip-audit, or keeping its result (pip-audit --format json)'],
  ] as const;
  return any(
    ...scans.map(([ecosystem, scan]) =>
      all(manifest.text('ecosystem').is(ecosystem), leftTo(scan, manifest)),
    ),
  );
}
