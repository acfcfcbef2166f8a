import { not } from '../../../model/truth.ts';
import { runsAtEdge } from '../../blocks/edge-functions.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'lambda-memory-set',
  requirement: 'INF-12',
  severity: 'medium',
  effort: 'minutes',
  title: 'The memory of every function is set on purpose',
  gap: {
    one: 'A function runs with the default memory',
    many: '{count} functions run with the default memory',
  },
  evidence: ['iac', 'aws'],
  aliases: ['LambdaDefaultMemorySize', 'ES1005'],
  frameworks: {},
  messages: { default: 'the memory is {actual}' },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn, graph) => not(runsAtEdge(fn, graph)),
  evaluate: (fn) => fn.number('MemorySize').written().else('default'),
  fix: 'Set the memory from what the function was measured to need',
  snippets: { terraform: 'memory_size = 512', cloudformation: 'MemorySize: 512' },
  fixImpact: { downtime: false },
});
