import type { Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

/** How an alias is called there: `function:NAME:ALIAS`. */
const isFor = (target: Resource, alias: Resource): Truth =>
  all(
    Reading.both(target.text('ResourceId'), alias.text('Name'), 'another alias', (id, name) =>
      id.endsWith(`:${name}`),
    ),
    Reading.both(target.text('ResourceId'), alias.text('FunctionName'), 'another function', (id, name) =>
      id.startsWith(`function:${name.replace(/^.*:function:/, '')}:`),
    ),
  );

export default defineCheck({
  id: 'provisioned-concurrency-scaled',
  requirement: 'CST-05',
  severity: 'low',
  effort: 'hours',
  title: 'Functions that are kept warm are kept warm while it pays',
  gap: {
    one: 'A function is kept warm day and night',
    many: '{count} functions are kept warm day and night',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    fixed: 'its provisioned concurrency is fixed: nothing scales it with the load or by the hour',
  },
  appliesTo: 'AWS::Lambda::Alias',
  when: (alias) => alias.has('ProvisionedConcurrencyConfig.ProvisionedConcurrentExecutions').asMembership(),
  evaluate: (alias, graph) =>
    any(
      graph.to(alias, 'scales').exist(),
      graph.of('AWS::ApplicationAutoScaling::ScalableTarget').some((target) => isFor(target, alias)),
    ).else('fixed'),
  fix: 'Scale the provisioned concurrency by its utilization or by a schedule',
  fixImpact: { downtime: false },
});
