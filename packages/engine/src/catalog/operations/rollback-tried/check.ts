import { all } from '../../../model/truth.ts';
import { commandsComplete, documentsOf, isFilled, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'rollback-tried',
  requirement: 'OPS-04',
  severity: 'high',
  effort: 'hours',
  title: 'The way back to the release before is written down and has been tried',
  gap: {
    one: 'The way back is not written down, or was never tried',
    many: 'Ways back are not written down, or were never tried, at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says how to go back to the release before',
    empty: 'the document on going back is headings, ticks or gaps',
    steps: 'the document on going back has no steps',
    unfinished: 'a command of the way back is not complete: {actual}',
    untried: 'the way back was last tried: {actual}',
    undated: 'no document says when the way back was last tried',
  },
  about: 'repository',
  attests: ['none', 'undated'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'rollback');
    return all(
      documents.exist().else('none'),
      documents.some(isFilled).else('empty'),
      someSpeakOf(documents, 'steps').else('steps'),
      documents.every(commandsComplete).else('unfinished'),
      documents.some((document) => document.has('lastTried')).else('undated'),
      documents
        .some((document) =>
          document
            .text('lastTried')
            .matches('a day', /^\d{4}-/)
            .quote(),
        )
        .else('untried'),
    );
  },
  fix: 'Write the way back down command by command, go it once outside of an incident, and note the day and the time that it took',
  fixImpact: { downtime: false },
});
