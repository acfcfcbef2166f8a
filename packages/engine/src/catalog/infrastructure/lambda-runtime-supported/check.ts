import { isSupportedRuntime, RUNTIMES_AS_OF } from '../../../knowledge/runtimes.ts';
import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'lambda-runtime-supported',
  requirement: 'INF-12',
  severity: 'medium',
  effort: 'hours',
  title: 'The runtime of every function gets security patches',
  gap: {
    one: 'A function runs on a deprecated runtime',
    many: '{count} functions run on a deprecated runtime',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_363', 'AwsSolutions-L1', 'Lambda.2', 'awslambda_function_using_supported_runtimes'],
  frameworks: { fsbp: ['Lambda.2'] },
  messages: {
    deprecated: `the runtime {actual} is deprecated (AWS Lambda Developer Guide, ${RUNTIMES_AS_OF})`,
  },
  appliesTo: 'AWS::Lambda::Function',
  // A container image brings its own runtime.
  when: (fn) => not(fn.has('Code.ImageUri')),
  evaluate: (fn) =>
    fn
      .text('Runtime')
      .map(isSupportedRuntime)
      .test('a supported runtime', (supported) => supported)
      .else('deprecated'),
  fix: 'Move the function to a supported runtime and test it there',
  fixImpact: { downtime: false },
});
