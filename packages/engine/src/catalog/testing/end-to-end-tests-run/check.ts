import { all, any } from '../../../model/truth.ts';
import { isReal, runs, STEP } from '../../blocks/pipeline.ts';
import { compares, hasUsedCode, testFiles } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

const ACTION = /^cypress-io\/github-action\b/;
/** Runners of browsers, and what is called so. Words that are only printed are none, nor folders that are checked for style. */
const COMMAND =
  /^(?!\s*(?:npx\s+)?(?:echo|printf|prettier|eslint|biome|tsc|stylelint|ruff|flake8|black|mypy)\b).*(?:\b(?:playwright\s+test|cypress\s+run|wdio\s+run|nightwatch|testcafe|detox\s+test|codeceptjs\s+run)\b|(?:\b|_)e2e(?:\b|_)|end-to-end)/is;

export default defineRootCheck({
  id: 'end-to-end-tests-run',
  requirement: 'TST-03',
  severity: 'medium',
  effort: 'days',
  title: 'End-to-end tests exist, and a pipeline runs them',
  gap: {
    one: 'No end-to-end test is run',
    many: 'No end-to-end test is run',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_tracking_change_management_functional_testing'] },
  messages: {
    none: 'no test uses the application as its users do',
    dead: 'every end-to-end test is skipped, or compares nothing',
    never: 'no pipeline runs the end-to-end tests',
  },
  about: 'repository',
  when: hasUsedCode,
  evaluate: (graph) => {
    const files = testFiles(graph, 'end-to-end');
    return all(
      files.exist().else('none'),
      files.some((file) => file.list('tests').some(compares)).else('dead'),
      graph
        .of(STEP)
        .where(runs)
        .some((step) =>
          any(
            step.text('uses').matches('an action that runs end-to-end tests', ACTION),
            step
              .list('commands')
              .some((command) =>
                all(
                  isReal(command),
                  command.text('text').matches('a command that runs end-to-end tests', COMMAND).quote(),
                ),
              ),
          ),
        )
        .else('never'),
    );
  },
  fix: 'Write a test of the journey from registering to signing out, and run it against an environment before production',
  fixImpact: { downtime: false },
});
