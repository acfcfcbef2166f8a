import { all } from '../../../model/truth.ts';
import { commandsOf, isReal, writtenOf } from '../../blocks/pipeline.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'tests-run-in-pipeline',
  requirement: 'TST-01',
  severity: 'high',
  effort: 'hours',
  title: 'A pipeline runs the tests',
  gap: { one: 'No pipeline runs the tests', many: 'No pipeline runs the tests' },
  evidence: ['repo'],
  aliases: ['CI-Tests'],
  frameworks: {
    wellArchitected: ['ops_dev_integ_test_val_chg', 'rel_tracking_change_management_functional_testing'],
  },
  messages: {
    none: 'no pipeline has a test',
    never: 'tests stand in jobs that never run',
    nothing: 'what pipelines call a test runs nothing',
  },
  about: 'repository',
  evaluate: (graph) =>
    all(
      writtenOf(graph, 'test').exist().else('none'),
      commandsOf(graph, 'test').exist().else('never'),
      commandsOf(graph, 'test').some(isReal).else('nothing'),
    ),
  fix: 'Run the test command in the pipeline on each change',
  fixImpact: { downtime: false },
});
