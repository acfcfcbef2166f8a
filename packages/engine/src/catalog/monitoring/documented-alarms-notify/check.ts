import type { Graph } from '../../../model/graph.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { documentedAlarms } from '../../blocks/documented-alarms.ts';
import { documentsOfSystem, mayTellOfOperations } from '../../blocks/documents.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'documented-alarms-notify',
  requirement: 'MON-09',
  severity: 'high',
  effort: 'minutes',
  title: 'Alarms that documents say to make tell somebody',
  gap: {
    one: 'A document says to make alarms that tell nobody',
    many: '{count} documents say to make alarms that tell nobody',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_workload_observability_create_alerts'] },
  messages: {
    nobody:
      'the command makes an alarm without an action, or with its actions switched off: it tells {actual}',
  },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(mayTellOfOperations(document), documentedAlarms(document).exist()),
  evaluate: (document, graph) =>
    documentedAlarms(document)
      .every(({ in: command }) =>
        any(
          command.text('tells').is('somebody').quote(),
          all(
            command.text('tells').is('not read').asMembership(),
            leftTo('reading the options that the command takes from elsewhere', command),
          ),
          all(hasComposite(graph), leftTo('telling which alarms the composite alarm looks at', command)),
        ),
      )
      .else('nobody'),
  fix: 'Add --alarm-actions with the topic that somebody reads; better, let the code of the infrastructure make the alarm',
  fixImpact: { downtime: false },
});

/** A composite alarm that tells somebody does so for those in its rule. */
const hasComposite = onceFor(
  (graph: Graph): Truth =>
    documentsOfSystem(graph)
      .some((document) =>
        document.list('commands').some((command) => command.text('operation').is('put-composite-alarm')),
      )
      .asMembership(),
);
