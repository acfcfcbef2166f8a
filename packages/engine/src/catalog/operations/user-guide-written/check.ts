import { all } from '../../../model/truth.ts';
import { documentsOf, hasApplication, isFilled, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'user-guide-written',
  requirement: 'OPS-12',
  severity: 'low',
  effort: 'days',
  title: 'Users find how to begin, what there is, and answers to their questions',
  gap: {
    one: 'Users find no guide',
    many: 'Guides for users are missing at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document is for users',
    beginning: 'the guide for users does not say how to begin',
    features: 'the guide for users does not say what there is',
    questions: 'the guide for users answers no questions',
  },
  about: 'repository',
  when: hasApplication,
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'user-guide');
    const said = (topic: string) => documents.some((document) => speaksOf(document, topic));
    return all(
      documents.some(isFilled).else('none'),
      said('getting-started').else('beginning'),
      said('features').else('features'),
      said('questions').else('questions'),
    );
  },
  fix: 'Write for users how to begin, what there is, and the questions that they ask most',
  fixImpact: { downtime: false },
});
