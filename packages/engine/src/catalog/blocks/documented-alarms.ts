import type { Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, type Truth } from '../../model/truth.ts';
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

/** Whether a document is not in the repository: nobody has read what it says to type. */
export function isElsewhere(document: Resource): Truth {
  return document.text('path').matches('an address elsewhere', ELSEWHERE).asMembership();
}

const ELSEWHERE =
  /^(?:[a-z]+:\/\/|(?!.*\.(?:md|mdx|markdown|rst|adoc|txt|html?)$)[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|gov|app|cloud|uk|eu|ca|us)(?:\/|$))/i;
