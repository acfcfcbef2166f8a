import type { Graph, Resource } from '../../../model/graph.ts';
import { all, any, choose, type Truth } from '../../../model/truth.ts';
import { documentsOf, hasApplication, isFilled, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

const MOVE = 'Repository::DataMove';

export default defineRootCheck({
  id: 'data-moves-prepared',
  requirement: 'DAT-10',
  severity: 'high',
  effort: 'days',
  title: 'Moving existing data has a dry run, a verification, a cut-over and a way back',
  gap: {
    one: 'The move of existing data is not prepared',
    many: 'The move of existing data is not prepared',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    dry: 'data are moved, and nothing shows beforehand what that would do',
    verification: 'data are moved, and nothing compares what came over with what was there',
    cutover: 'no document says when and how the new data take over from the old',
    back: 'data are moved, and nothing leads back',
    expired: 'nobody vouches for it any more: the attestation expired',
  },
  about: 'repository',
  attests: ['cutover'],
  when: hasApplication,
  evaluate: (graph) => {
    const moves = graph.of(MOVE);
    const plans = documentsOf(graph, 'data-move').where(isFilled);
    const said = (topic: string) => plans.some((plan) => speaksOf(plan, topic));
    const done = (can: string) => moveThat(graph, can);
    return choose(
      any(moves.exist(), plans.exist()),
      all<'dry' | 'verification' | 'cutover' | 'back'>(
        any(done('dryRun'), said('dry-run')).else('dry'),
        any(done('verifies'), said('verification')).else('verification'),
        said('cut-over').else('cutover'),
        any(done('undoes'), said('way-back')).else('back'),
      ),
      // Whether there are data elsewhere that have to come over, no file shows.
      graph.stated('DAT-10').else('expired'),
    );
  },
  fix: 'Give the script a mode that only tells and one that compares, write down the hour and the order of the cut-over, and how to go back',
  fixImpact: { downtime: false },
});

/** Whether there are scripts that move data and each of them can do something. */
function moveThat(graph: Graph, can: string): Truth {
  return graph.of(MOVE).every((move: Resource) => move.bool(can).is(true));
}
