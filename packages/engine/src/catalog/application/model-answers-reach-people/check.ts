import { modelIsAsked } from '../../blocks/model-calls.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'model-answers-reach-people',
  requirement: 'APP-11',
  severity: 'medium',
  effort: 'days',
  title: 'What a language model did not do well can reach a person',
  gap: {
    one: 'No answer of a language model reaches a person',
    many: 'No answer of a language model reaches a person',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { nobody: 'a language model is asked, and nothing that runs leads a wrong answer to a person' },
  about: 'repository',
  seesInfrastructure: true,
  when: modelIsAsked,
  evaluate: (graph) =>
    graph
      .of('Repository::Review')
      .some((review) => review.list('usedIn').some((file) => mayRun(file.text(), graph)))
      .else('nobody'),
  fix: 'Put what does not fit its schema, or what the model is not sure of, into a queue that somebody works on',
  fixImpact: { downtime: false },
});
