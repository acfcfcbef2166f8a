import type { Properties } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { isElsewhere } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'measured-meets-target',
  requirement: 'MON-25',
  severity: 'medium',
  effort: 'hours',
  title: 'What a document says was measured meets the target that it states beside it',
  gap: {
    one: 'A document states a target and a measurement that misses it',
    many: '{count} documents state targets and measurements that miss them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { missed: 'it states what misses its own target: {actual}' },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(not(isElsewhere(document)), document.list('measured').exist()),
  evaluate: (document) =>
    document
      .list('measured')
      .none((row) => all(misses(row), row.text('says').written().quote()))
      .else('missed'),
  fix: 'Improve what was measured, or agree on the target that holds and say in the verdict which one is missed',
  fixImpact: { downtime: false },
});

function misses(row: Properties): Truth {
  const apart = (bound: string, says: string, is: (value: number, limit: number) => boolean) =>
    all(row.has(bound), Reading.both(row.number('value'), row.number(bound), says, is));
  return any(
    apart('atLeast', 'below it', (value, least) => value < least),
    apart('atMost', 'above it', (value, most) => value > most),
  );
}
