import { all, any } from '../../../model/truth.ts';
import { documentsOfSystem, isFilled, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'operation-described',
  requirement: 'OPS-11',
  severity: 'low',
  effort: 'hours',
  title: 'Deployment, scaling and troubleshooting are described',
  gap: {
    one: 'Nothing says how it is deployed, scaled or looked into',
    many: 'Descriptions of running it are missing at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    deployment: 'no document says how it is deployed',
    scaling: 'no document says how it scales and what its limits are',
    troubleshooting: 'no document says where to look when something is wrong',
  },
  about: 'repository',
  evaluate: (graph) => {
    const documents = documentsOfSystem(graph).where(isFilled);
    const said = (topic: string, kind: string) =>
      documents.some((document) => any(speaksOf(document, topic), document.text('kind').is(kind)));
    return all(
      said('deployment', 'deployment').else('deployment'),
      said('scaling', 'scaling').else('scaling'),
      said('troubleshooting', 'troubleshooting').else('troubleshooting'),
    );
  },
  fix: 'Write a section each: how it is deployed, what limits it and how to raise them, what is seen when something is wrong and where to look',
  fixImpact: { downtime: false },
});
