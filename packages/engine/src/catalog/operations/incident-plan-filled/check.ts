import { all } from '../../../model/truth.ts';
import { documentsOf, isFilled, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'incident-plan-filled',
  requirement: 'OPS-07',
  severity: 'high',
  effort: 'hours',
  title: 'An incident plan has severities, times to answer, roles and a post-mortem',
  gap: {
    one: 'There is no incident plan, or it is not filled in',
    many: 'Incident plans are missing or not filled in at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says what to do in an incident',
    empty: 'the incident plan is headings, ticks or the gaps of a template',
    severities: 'the incident plan tells no severities apart',
    times: 'the incident plan says within which time nothing',
    roles: 'the incident plan says who does what nowhere',
    after: 'the incident plan has no post-mortem',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'incident-plan');
    return all(
      documents.exist().else('none'),
      documents.some(isFilled).else('empty'),
      someSpeakOf(documents, 'severities').else('severities'),
      someSpeakOf(documents, 'times').else('times'),
      someSpeakOf(documents, 'roles').else('roles'),
      someSpeakOf(documents, 'post-mortem').else('after'),
    );
  },
  fix: 'Fill in one page: severities with times to answer, who leads, mends and speaks, what users are told, and what follows afterwards',
  fixImpact: { downtime: false },
});
