import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'api-bodies-not-logged',
  requirement: 'SEC-34',
  severity: 'high',
  effort: 'minutes',
  title: 'Bodies of requests and answers stay out of logs',
  gap: {
    one: 'An API logs the bodies of its requests',
    many: '{count} APIs log the bodies of their requests',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_276'],
  frameworks: { wellArchitected: ['sec_data_classification_define_protection'] },
  messages: { trace: 'requests and answers are written to the log in full: {property} is {actual}' },
  appliesTo: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
  when: (stage) =>
    stage.type === 'AWS::ApiGateway::Stage'
      ? all(stage.has('MethodSettings'), stage.list('MethodSettings').exist()).asMembership()
      : stage.has('DefaultRouteSettings').asMembership(),
  evaluate: (stage) =>
    (stage.type === 'AWS::ApiGateway::Stage'
      ? stage.list('MethodSettings').every((method) => method.bool('DataTraceEnabled').is(false).quote())
      : stage.bool('DefaultRouteSettings.DataTraceEnabled').is(false).quote()
    ).else('trace'),
  fix: 'Switch data tracing off, and log ids, states and durations instead',
  snippets: {
    terraform: 'settings {\n  data_trace_enabled = false\n}',
    cloudformation: 'MethodSettings: [{ HttpMethod: "*", ResourcePath: "/*", DataTraceEnabled: false }]',
  },
  fixImpact: { downtime: false },
});
