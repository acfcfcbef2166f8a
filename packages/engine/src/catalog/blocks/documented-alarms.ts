import type { Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all } from '../../model/truth.ts';
import type { Watched } from './alarms.ts';

/** The metrics of the alarms that the commands of a document make: `aws cloudwatch put-metric-alarm …`. */
export function documentedAlarms(document: Resource): Many<Watched> {
  return document
    .list('commands')
    .where((command) =>
      all(command.text('operation').is('put-metric-alarm'), command.has('metric'), command.has('namespace')),
    )
    .map((command) => ({
      namespace: command.text('namespace'),
      name: command.text('metric'),
      dimensions: command.list('dimensions'),
      statistic: (statistics, percentiles) =>
        command
          .text('statistic')
          .test(
            'a statistic of it',
            (own) =>
              (statistics as readonly string[]).includes(own) || (percentiles && /^(p|tm|wm)\d/.test(own)),
          ),
      in: command,
    }));
}
