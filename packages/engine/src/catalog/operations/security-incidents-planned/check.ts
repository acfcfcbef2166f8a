import { all } from '../../../model/truth.ts';
import { documentsOf, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'security-incidents-planned',
  requirement: 'OPS-07',
  severity: 'high',
  effort: 'hours',
  title: 'There is a procedure for security incidents',
  gap: {
    one: 'Nothing says what to do when data or keys have leaked',
    many: 'Procedures for security incidents are missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says what to do in an incident',
    missing: 'the incident plan knows outages only: nothing on leaked data, keys or intruders',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'incident-plan', 'runbook');
    return all(documents.exist().else('none'), someSpeakOf(documents, 'security').else('missing'));
  },
  fix: 'Write down how evidence is kept, access is cut off, keys are replaced, and who is told within which time',
  fixImpact: { downtime: false },
});
