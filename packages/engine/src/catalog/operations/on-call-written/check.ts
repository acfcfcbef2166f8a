import { all } from '../../../model/truth.ts';
import { documentsOf, isFilled, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'on-call-written',
  requirement: 'OPS-06',
  severity: 'high',
  effort: 'hours',
  title: 'Who is on call, and who comes next, is written down',
  gap: {
    one: 'Nothing says who is on call and who comes next',
    many: 'Nothing says at {count} places who is on call and who comes next',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says who is on call',
    empty: 'the document on who is on call is not filled in',
    rotation: 'the document does not say who is on call when',
    escalation: 'the document does not say who comes next when nobody answers',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'on-call');
    return all(
      documents.exist().else('none'),
      documents.some(isFilled).else('empty'),
      someSpeakOf(documents, 'rotation').else('rotation'),
      someSpeakOf(documents, 'escalation').else('escalation'),
    );
  },
  fix: 'Write down who takes turns, when they change, and who is called after how many minutes without an answer',
  fixImpact: { downtime: false },
});
