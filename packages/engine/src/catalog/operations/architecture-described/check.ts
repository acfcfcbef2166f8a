import { all, any } from '../../../model/truth.ts';
import { documentsOfSystem, isFilled, speaksOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'architecture-described',
  requirement: 'OPS-11',
  severity: 'low',
  effort: 'hours',
  title: 'The architecture is described',
  gap: {
    one: 'Nothing describes the architecture',
    many: 'The architecture is not described at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    missing: 'no document says which parts there are and how they work together',
  },
  about: 'repository',
  evaluate: (graph) =>
    documentsOfSystem(graph)
      .some((document) =>
        all(
          isFilled(document),
          any(speaksOf(document, 'architecture'), document.text('kind').is('architecture')),
        ),
      )
      .else('missing'),
  fix: 'Write one page: which parts there are, who calls whom, where data lies, and why it was built so',
  fixImpact: { downtime: false },
});
