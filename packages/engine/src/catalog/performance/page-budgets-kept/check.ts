import { any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { budgetsOf, FRONT_END, heldBy } from '../../blocks/page-budgets.ts';
import { canFail, runs, STEP } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'page-budgets-kept',
  requirement: 'PRF-05',
  severity: 'medium',
  effort: 'hours',
  title: 'A pipeline stops where pages become slow',
  gap: {
    one: 'A budget of pages is written, and nothing holds it',
    many: 'Budgets of {count} front ends are written, and nothing holds them',
  },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: { wellArchitected: ['perf_process_culture_load_test'] },
  messages: {
    never: 'no pipeline that runs holds the budget in {actual}',
    swallowed: 'the budget stops nothing: {actual}',
  },
  about: 'repository',
  appliesTo: FRONT_END,
  evaluate: (frontEnd, graph) => {
    const budgets = budgetsOf(graph, 'performance');
    return choose(
      budgets.exist(),
      budgets.some((budget) =>
        choose(
          heldBy(budget, graph, graph.of(STEP).where(runs)).exist(),
          heldBy(budget, graph, graph.of(STEP).where(runs)).some(canFail).else('swallowed'),
          any(
            heldBy(budget, graph, graph.of(STEP).where(runs)).exist(),
            budget.text('path').is('').quote(),
          ).else('never'),
        ),
      ),
      // A budget that nobody wrote is no gap: the pages may be fast.
      leftTo('a test of the running pages, or a budget of Lighthouse that a pipeline holds', frontEnd),
    );
  },
  fix: 'Run Lighthouse CI on each change with categories:performance at 0.9 as an error, in a job that can fail',
  fixImpact: { downtime: false },
});
