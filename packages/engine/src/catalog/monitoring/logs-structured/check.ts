import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { writesJson } from '../../blocks/log-lines.ts';
import { hasServedCode } from '../../blocks/served-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'logs-structured',
  requirement: 'MON-02',
  severity: 'medium',
  effort: 'hours',
  title: 'What the code writes to the log is JSON',
  gap: {
    one: 'A module writes sentences to the log',
    many: '{count} modules write sentences to the log',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_observability_application_telemetry'] },
  messages: {
    text: '{actual} writes a sentence, which no query takes apart',
    broken: 'the line cannot be written: {actual} is used and nothing imports it',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::LogLines',
  when: (_, graph) => hasServedCode(graph),
  evaluate: (log, graph) =>
    all<'text' | 'broken'>(
      not(isBroken(log)).else('broken'),
      log
        .list('lines')
        .none((line) => isSentence(line, log, graph))
        .else('text'),
    ),
  fix: 'Write each line with a logger that makes JSON of it: level, message, time, id of the request and what it is about',
  fixImpact: { downtime: false },
});

function isSentence(line: Properties, log: Resource, graph: Graph): Truth {
  return all(not(writesJson(line, log, graph)), line.text('writer').written().quote());
}

function isBroken(log: Resource): Truth {
  return log.list('missing').some((one) => one.text('name').written().quote());
}
