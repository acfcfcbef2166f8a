import { all } from '../../../model/truth.ts';
import { documentsOf, hasApplication, isFilled } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'privacy-policy-written',
  requirement: 'CMP-08',
  severity: 'medium',
  effort: 'hours',
  title: 'A privacy policy is written',
  gap: {
    one: 'There is no privacy policy, or it is not filled in',
    many: 'Privacy policy missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document and no page has a privacy policy',
    empty: 'the privacy policy is a heading or a note to fill it in',
  },
  about: 'repository',
  attests: ['none'],
  when: hasApplication,
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'privacy');
    return all(documents.exist().else('none'), documents.some(isFilled).else('empty'));
  },
  fix: 'Write what is kept of people, why, for how long, who else sees it and what they may ask for, and link it on every page',
  fixImpact: { downtime: false },
});
