import { any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'model-answers-validated',
  requirement: 'APP-11',
  severity: 'high',
  effort: 'hours',
  title: 'What a language model answers is compared with a schema before it is used',
  gap: {
    one: 'The answer of a language model is used as it comes',
    many: '{count} answers of language models are used as they come',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { unseen: 'what {actual} answers is compared with no schema, there or by those who call it' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ModelCall',
  when: (call, graph) => mayRun(call.text('path'), graph),
  evaluate: (call) => any(call.bool('validated').is(true), call.text('call').is('').quote()).else('unseen'),
  fix: 'Ask for a schema (structured output) or validate the answer, and lead what does not fit to a person',
  fixImpact: { downtime: false },
});
