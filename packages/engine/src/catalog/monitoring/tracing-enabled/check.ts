import { all, any, choose, not } from '../../../model/truth.ts';
import { runsAtEdge } from '../../blocks/edge-functions.ts';
import { startsWithTracer } from '../../blocks/tracing.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'tracing-enabled',
  requirement: 'MON-13',
  severity: 'medium',
  effort: 'minutes',
  title: 'Functions, REST stages and state machines are traced',
  gap: {
    one: 'Requests through one part leave no trace',
    many: 'Requests through {count} parts leave no trace',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_50',
    'AWS-0066',
    'CKV_AWS_73',
    'AWS-0003',
    'CKV_AWS_284',
    'AwsSolutions-SF2',
    'APIGateway.3',
    'WS1000',
    'WS2002',
    'AWS-0111',
    'AWS-0125',
    'AWS-0117',
  ],
  frameworks: { wellArchitected: ['ops_observability_dist_trace'], fsbp: ['APIGateway.3'] },
  messages: { off: 'tracing is {actual}, expected {expected}' },
  appliesTo: ['AWS::Lambda::Function', 'AWS::ApiGateway::Stage', 'AWS::StepFunctions::StateMachine'],
  when: (part, graph) => not(all(part.isA('AWS::Lambda::Function'), runsAtEdge(part, graph))),
  evaluate: (part) =>
    choose(
      part.isA('AWS::Lambda::Function'),
      any(part.text('TracingConfig.Mode').is('Active').quote(), startsWithTracer(part)),
      choose(
        part.isA('AWS::ApiGateway::Stage'),
        part.bool('TracingEnabled').is(true),
        part.bool('TracingConfiguration.Enabled').is(true),
      ),
    ).else('off'),
  fix: 'Switch active tracing on, and let the role write traces',
  snippets: {
    terraform: 'tracing_config {\n  mode = "Active"\n}',
    cloudformation: 'TracingConfig:\n  Mode: Active',
  },
  fixImpact: { downtime: false, monthlyCost: 'xray-traces' },
});
