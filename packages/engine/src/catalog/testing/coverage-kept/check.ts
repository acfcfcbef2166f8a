import type { Graph } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { canFail, commandsOf } from '../../blocks/pipeline.ts';
import { hasCode } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

/** Percent, as the requirement says. */
const LEAST = 80;

interface Words {
  readonly says: string;
  readonly pattern: RegExp;
}

const HIGH: Words = {
  says: 'a command that fails below 80 % coverage',
  pattern:
    /--cov-fail-under[= ](?:[89]\d|100)\b|--fail-under[= ](?:[89]\d|100)\b|--lines[= ](?:[89]\d|100)\b|--test-coverage-lines[= ](?:[89]\d|100)\b|thresholds?\.(?:lines|statements)[= ](?:[89]\d|100)\b/,
};
const THRESHOLD: Words = {
  says: 'a command with a threshold of coverage',
  pattern:
    /--cov-fail-under|--fail-under|--check-coverage|--test-coverage-lines|thresholds?\.(?:lines|statements)/,
};
const COLLECTS: Words = {
  says: 'a command that measures coverage',
  pattern: /--coverage\b|--collectCoverage|\bc8\b|\bnyc\b|--cov\b|\bcoverage (?:run|report)\b/,
};

export default defineRootCheck({
  id: 'coverage-kept',
  requirement: 'TST-01',
  severity: 'medium',
  effort: 'hours',
  title: 'A threshold or a report shows that tests run 80 % of the code',
  gap: {
    one: 'Nothing shows that tests run 80 % of the code',
    many: 'Nothing shows that tests run 80 % of the code',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'nobody measures how much of the code tests run',
    low: 'neither a threshold nor a report of the code that is here says 80 % or more',
  },
  about: 'repository',
  when: hasCode,
  evaluate: (graph) => {
    const rules = graph.of('Repository::CoverageRule');
    const reports = graph.of('Repository::Coverage');
    return all(
      any(rules.exist(), reports.exist(), said(graph, THRESHOLD)).else('none'),
      any(
        rules.some((rule) =>
          all(rule.number('least').atLeast(LEAST), any(rule.bool('always').is(true), said(graph, COLLECTS))),
        ),
        said(graph, HIGH),
        reports.some((report) =>
          all(report.number('share').atLeast(LEAST), report.number('lines').atLeast(LEAST)),
        ),
      ).else('low'),
    );
  },
  fix: 'Let the test command measure coverage and fail below 80 %',
  fixImpact: { downtime: false },
});

/** Whether a test command of a pipeline or a manifest says so. */
function said(graph: Graph, { says, pattern }: Words): Truth {
  return any(
    commandsOf(graph, 'test').some((command) =>
      all(canFail(command), command.text('text').matches(says, pattern).quote()),
    ),
    graph
      .of('Repository::Manifest')
      .some((manifest) =>
        manifest.list('scripts').some((script) => script.text('command').matches(says, pattern).quote()),
      ),
  );
}
