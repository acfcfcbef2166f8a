import { all } from '../../../model/truth.ts';
import { documentsOfSystem } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'recovery-objectives-written',
  requirement: 'BKP-06',
  severity: 'high',
  effort: 'hours',
  title: 'A time and a point of recovery are written down',
  gap: {
    one: 'No time or point of recovery is written down',
    many: 'Times or points of recovery are missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    rto: 'no document states a time to restore (RTO)',
    rpo: 'no document states how much may be lost (RPO)',
  },
  about: 'repository',
  attests: ['rto', 'rpo'],
  evaluate: (graph) => {
    const documents = documentsOfSystem(graph);
    return all(
      documents.some((document) => document.number('rto').atLeast(0)).else('rto'),
      documents.some((document) => document.number('rpo').atLeast(0)).else('rpo'),
    );
  },
  fix: 'Write down after which time the service must be back and how much of its data may be lost, and build backups by that',
  fixImpact: { downtime: false },
});
