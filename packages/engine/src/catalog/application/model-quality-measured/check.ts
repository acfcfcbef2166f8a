import { modelIsAsked } from '../../blocks/model-calls.ts';
import { runs, STEP } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

/** Evaluations of answers: scripts and tools by their names. */
const EVALUATES =
  /(^|[\s/_.:-])(evals?|evaluate|evaluation|evaluations|promptfoo|deepeval|ragas|giskard|braintrust|langsmith|trulens)([\s/_.:-]|$)/i;

export default defineRootCheck({
  id: 'model-quality-measured',
  requirement: 'APP-11',
  severity: 'medium',
  effort: 'days',
  title: 'A pipeline measures how good the answers of the language model are',
  gap: {
    one: 'No pipeline measures the answers of the language model',
    many: 'No pipeline measures the answers of the language model',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    byHand: 'a language model is asked, and no step of a pipeline compares its answers with expected ones',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: modelIsAsked,
  evaluate: (graph) =>
    graph
      .of(STEP)
      .where(runs)
      .some((step) =>
        step.list('commands').some((command) => command.text('text').matches('an evaluation', EVALUATES)),
      )
      .else('byHand'),
  fix: 'Run the evaluation in the pipeline, with a share of right answers below which it fails',
  fixImpact: { downtime: false },
});
