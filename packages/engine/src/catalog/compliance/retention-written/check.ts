import { all } from '../../../model/truth.ts';
import { documentsOf, isFilled, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'retention-written',
  requirement: 'CMP-09',
  severity: 'medium',
  effort: 'hours',
  title: 'How long data of people is kept is written down',
  gap: {
    one: 'Nothing says how long data of people is kept',
    many: 'Retention periods are missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says how long what is kept',
    missing: 'the document on privacy has no time for anything',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'privacy', 'data-protection');
    return all(
      documents.some(isFilled).else('none'),
      documents.some((document) => speaksOf(document, 'retention')).else('missing'),
    );
  },
  fix: 'Write a line for each kind of data: where it lies, how long it is kept, and what enforces that',
  fixImpact: { downtime: false },
});
