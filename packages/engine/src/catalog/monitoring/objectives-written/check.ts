import { all, not } from '../../../model/truth.ts';
import { documentsOfSystem, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'objectives-written',
  requirement: 'MON-22',
  severity: 'medium',
  effort: 'hours',
  title: 'Objectives of availability or latency are written down',
  gap: {
    one: 'No objective is written down',
    many: 'Objectives are missing at {count} places',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document states an objective for availability or latency',
  },
  about: 'repository',
  attests: ['none'],
  evaluate: (graph) =>
    documentsOfSystem(graph)
      .some((document) =>
        all(not(document.text('kind').oneOf(['runbook', 'rollback'])), speaksOf(document, 'objectives')),
      )
      .else('none'),
  fix: 'Write down what users may expect: so many percent of calls answered, within so many milliseconds, over which time',
  fixImpact: { downtime: false },
});
