import { all } from '../../../model/truth.ts';
import { documentsOf, hasApplication, isFilled } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'terms-written',
  requirement: 'CMP-08',
  severity: 'medium',
  effort: 'hours',
  title: 'Terms of use are written',
  gap: {
    one: 'There are no terms of use, or they are not filled in',
    many: 'Terms missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document and no page has terms of use',
    empty: 'the terms of use are a heading or a note to fill them in',
  },
  about: 'repository',
  attests: ['none'],
  when: hasApplication,
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'terms');
    return all(documents.exist().else('none'), documents.some(isFilled).else('empty'));
  },
  fix: 'Write what users may do, what they may expect and how either side ends it, and link it on every page',
  fixImpact: { downtime: false },
});
