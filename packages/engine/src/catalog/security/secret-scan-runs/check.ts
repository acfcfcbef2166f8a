import type { Properties } from '../../../model/graph.ts';
import { all, choose } from '../../../model/truth.ts';
import { hasApplication } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { canFail, commandsOf, isReal, runs, STEP, writtenOf } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

const looksForSecrets = (command: Properties) =>
  all(
    isReal(command),
    command.list('scans').some((subject) => subject.text().is('secrets')),
  );

export default defineRootCheck({
  id: 'secret-scan-runs',
  requirement: 'SEC-29',
  severity: 'medium',
  effort: 'minutes',
  title: 'A pipeline looks for committed secrets, and stops where it finds one',
  gap: {
    one: 'No pipeline stops at a committed secret',
    many: 'No pipeline stops at a committed secret',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_appsec_automate_testing_throughout_lifecycle'] },
  messages: {
    none: 'no pipeline runs a scanner of secrets',
    never: 'the scanner of secrets stands in a job that never runs',
    swallowed: 'the scan stops nothing: {actual}',
  },
  about: 'repository',
  when: hasApplication,
  evaluate: (graph) => {
    const scans = commandsOf(graph, 'scan').where(looksForSecrets);
    const hooks = graph
      .of(STEP)
      .where(runs)
      .flatMap((step) => step.list('commands'))
      .where((command) =>
        command.text('text').matches('what runs hooks', /\b(pre-commit|prek|lefthook|husky)\b/),
      );
    const written = writtenOf(graph, 'scan').where(looksForSecrets).exist();
    return choose(
      written,
      all(scans.exist().else('never'), scans.some(canFail).else('swallowed')),
      choose(
        hooks.exist(),
        // What the hooks of a repository look for stands in their own settings.
        hooks.some((command) => leftTo('looking into the hooks that it runs', command)).else('none'),
        written.else('none'),
      ),
    );
  },
  fix: 'Run gitleaks, trufflehog or the like on each change, without anything that hides its exit status',
  fixImpact: { downtime: false },
});
