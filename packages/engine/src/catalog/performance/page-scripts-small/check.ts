import { all, any, choose, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { budgetsOf, FRONT_END, heldBy } from '../../blocks/page-budgets.ts';
import { canFail, runs, STEP } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

/** Bytes over the network. */
const MOST = 500_000;

export default defineCheck({
  id: 'page-scripts-small',
  requirement: 'PRF-05',
  severity: 'medium',
  effort: 'days',
  title: 'Pages load less than 500 KB of scripts',
  gap: { one: 'A front end loads too many scripts', many: '{count} front ends load too many scripts' },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: {},
  messages: {
    allows: 'the budget of its scripts allows {actual} bytes',
  },
  about: 'repository',
  appliesTo: FRONT_END,
  evaluate: (frontEnd, graph) => {
    const budgets = budgetsOf(graph, 'scripts');
    const size = frontEnd.number('scriptBytes');
    const held = budgets.some((budget) =>
      all(
        budget.number('bytes').atMost(MOST),
        heldBy(budget, graph, graph.of(STEP).where(runs)).some(canFail),
      ),
    );
    const allowed = budgets.where((budget) => budget.bool('compressed').is(true));
    return choose(
      frontEnd.bool('built').is(true),
      all<'allows'>(
        allowed.none((budget) => not(budget.number('bytes').atMost(MOST).quote())).else('allows'),
        any(held, leftTo('the size of what is built from it, or a budget that a pipeline holds', frontEnd)),
      ),
      any(
        all(size.atMost(MOST), not(frontEnd.list('elsewhere').exist())),
        leftTo('the size of all that its pages load, compressed', frontEnd),
      ),
    );
  },
  fix: 'Load pages when they are opened, replace large libraries, and hold a budget with size-limit in the pipeline',
  fixImpact: { downtime: false },
});
