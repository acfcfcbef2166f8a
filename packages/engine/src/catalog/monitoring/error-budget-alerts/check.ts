import type { Resource } from '../../../model/graph.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { ALARM, arrives, COMPOSITE_ALARM, heard, watches } from '../../blocks/alarms.ts';
import { worksHere } from '../../blocks/workload.ts';
import { defineRootCheck } from '../../check.ts';

const ofAnObjective = (alarm: Resource): Truth =>
  watches(alarm, 'AWS/ApplicationSignals', ['BurnRate', 'Attainment', 'ErrorBudget']);

/** An alarm that is calculated by hand is known by its name or its description. */
const saysSo = (alarm: Resource): Truth =>
  any(
    ...['AlarmName', 'AlarmDescription'].map((property) =>
      all(
        alarm.has(property),
        alarm
          .text(property)
          .matches('about an error budget', /burn[-_ ]?rate|burn|error[-_ ]?budget|\bslo\b/i),
      ),
    ),
  );

export default defineRootCheck({
  id: 'error-budget-alerts',
  requirement: 'MON-22',
  severity: 'medium',
  effort: 'hours',
  title: 'Alarms follow how fast the error budget is used up',
  gap: {
    one: 'No alarm follows how fast the error budget is used up',
    many: 'No alarm follows the error budget in {count} roots',
  },
  evidence: ['repo', 'iac', 'attest'],
  aliases: ['cloudwatch.missingApplicationSignals'],
  frameworks: { wellArchitected: ['ops_observability_identify_kpis'] },
  messages: {
    none: 'no alarm is on the burn rate of an objective',
    mute: 'an alarm on the burn rate tells nobody',
  },
  when: worksHere,
  evaluate: (graph) => {
    const burning = graph.of(ALARM).where((alarm) => any(ofAnObjective(alarm), saysSo(alarm)));
    const composed = graph.of(COMPOSITE_ALARM).where(saysSo);
    const heardOf = any(
      burning.some((alarm) => heard(alarm, graph)),
      composed.some((alarm) => alarm.list('AlarmActions').some((action) => arrives(action, graph))),
    );
    // Where it is open whether there is one, and nobody hears of any: there is none that counts.
    return choose(not(any(burning.exist(), composed.exist())), heardOf.else('none'), heardOf.else('mute'));
  },
  fix: 'Define a service level objective with alarms on its burn rate: a fast one over an hour and a slow one over a day',
  fixImpact: { downtime: false, monthlyCost: '$0.10 per alarm' },
});
