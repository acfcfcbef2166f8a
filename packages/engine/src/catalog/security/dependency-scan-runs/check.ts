import type { Properties } from '../../../model/graph.ts';
import { all } from '../../../model/truth.ts';
import { canFail, commandsOf, isReal, writtenOf } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

const looksAtDependencies = (command: Properties) =>
  all(
    isReal(command),
    command.list('scans').some((subject) => subject.text().is('dependencies')),
  );

export default defineRootCheck({
  id: 'dependency-scan-runs',
  requirement: 'SEC-25',
  severity: 'critical',
  effort: 'minutes',
  title: 'A pipeline looks for known vulnerabilities in dependencies, and stops where it finds one',
  gap: {
    one: 'No pipeline stops at a dependency with a known vulnerability',
    many: 'No pipeline stops at a dependency with a known vulnerability',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_appsec_automate_testing_throughout_lifecycle'] },
  messages: {
    none: 'no pipeline runs a scanner of dependencies',
    never: 'the scanner of dependencies stands in a job that never runs',
    swallowed: 'the scan stops nothing: {actual}',
  },
  about: 'repository',
  when: (graph) =>
    graph
      .of('Repository::Manifest')
      .some((manifest) => manifest.list('dependencies').exist())
      .asMembership(),
  evaluate: (graph) => {
    const scans = commandsOf(graph, 'scan').where(looksAtDependencies);
    return all(
      writtenOf(graph, 'scan').where(looksAtDependencies).exist().else('none'),
      scans.exist().else('never'),
      scans.some(canFail).else('swallowed'),
    );
  },
  fix: 'Run npm audit, pip-audit, osv-scanner or the like on each change, without anything that hides its exit status',
  fixImpact: { downtime: false },
});
