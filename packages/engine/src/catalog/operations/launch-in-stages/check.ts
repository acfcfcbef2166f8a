import { all } from '../../../model/truth.ts';
import { documentsOf, hasApplication, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'launch-in-stages',
  requirement: 'OPS-17',
  severity: 'low',
  effort: 'hours',
  title: 'The launch goes in stages, with criteria to go on',
  gap: {
    one: 'The launch has no stages with criteria',
    many: 'Launches without stages and criteria at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document has stages of a launch',
    stages: 'the document on the launch has no stages',
    criteria: 'the stages of the launch have no number by which it goes on',
  },
  about: 'repository',
  attests: ['none'],
  when: hasApplication,
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'launch');
    const said = (topic: string) => documents.some((document) => speaksOf(document, topic));
    return all(
      documents.exist().else('none'),
      said('stages').else('stages'),
      said('criteria').else('criteria'),
    );
  },
  fix: 'Name the stages (internal, beta, everyone), who is in each, and the numbers by which the next one begins',
  fixImpact: { downtime: false },
});
