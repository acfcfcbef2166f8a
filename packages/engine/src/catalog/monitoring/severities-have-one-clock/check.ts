import type { Properties } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { isElsewhere } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'severities-have-one-clock',
  requirement: 'MON-25',
  severity: 'low',
  effort: 'minutes',
  title: 'For all severities the same comes first: somebody answers, or somebody begins',
  gap: {
    one: 'The times of a document contradict each other from severity to severity',
    many: 'The times of {count} documents contradict each other from severity to severity',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_event_response_event_incident_problem_process'] },
  messages: {
    two: 'for one severity work begins before somebody answers, for another somebody answers first: {actual}',
  },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(not(isElsewhere(document)), document.list('clocks').exist()),
  evaluate: (document) =>
    document
      .list('clocks')
      .none((clock) =>
        all(
          isBefore(clock, 'answered', 'begins'),
          document.list('clocks').some((other) => isBefore(other, 'begins', 'answered')),
        ),
      )
      .else('two'),
  fix: 'Say for each severity one time after which somebody is at work, and by when users hear of it',
  fixImpact: { downtime: false },
});

function isBefore(clock: Properties, first: string, second: string): Truth {
  return Reading.both(
    clock.number(first),
    clock.number(second),
    'not before the other',
    (a, b) => a < b,
  ).quote();
}
