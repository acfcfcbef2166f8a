import { all, not } from '../../../model/truth.ts';
import { carriesId } from '../../blocks/log-lines.ts';
import { hasServedCode } from '../../blocks/served-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'log-lines-carry-request-id',
  requirement: 'MON-02',
  severity: 'medium',
  effort: 'hours',
  title: 'Each line of the log can be tied to its request',
  gap: {
    one: 'Lines of the log belong to no request',
    many: 'At {count} places lines of the log belong to no request',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_application_telemetry'] },
  messages: { none: 'what {actual} writes carries no id of a request or trace' },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) => all(hasServedCode(graph), graph.of('Repository::LogLines').exist()),
  evaluate: (graph) =>
    graph
      .of('Repository::LogLines')
      .none((log) =>
        log
          .list('lines')
          .some((line) => all(not(carriesId(line, log, graph)), line.text('writer').written().quote())),
      )
      .else('none'),
  fix: 'Take the id of the request from its context or header, give it to the logger once, and hand it on to what is called',
  fixImpact: { downtime: false },
});
