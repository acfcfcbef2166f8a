import { all, any } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'http-routes-lead-somewhere',
  requirement: 'INF-24',
  severity: 'critical',
  effort: 'minutes',
  title: 'Each route of an HTTP or WebSocket API has an integration behind it',
  gap: { one: 'A route leads nowhere', many: '{count} routes lead nowhere' },
  evidence: ['iac'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'the route has no target, so it answers every call with an error',
    empty: 'the integration behind the route calls nothing: it has neither an address nor a service',
  },
  appliesTo: 'AWS::ApiGatewayV2::Route',
  evaluate: (route, graph) =>
    all(
      route.has('Target').else('none'),
      graph
        .follow(route.text('Target'), 'AWS::ApiGatewayV2::Integration')
        .every((integration) =>
          any(
            integration.has('IntegrationUri'),
            integration.has('IntegrationSubtype'),
            integration.text('IntegrationType').is('MOCK'),
          ),
        )
        .else('empty'),
    ),
  fix: 'Give the route an integration, or take the route away',
  snippets: {
    terraform: 'target = "integrations/${aws_apigatewayv2_integration.api.id}"',
    cloudformation: "Target: !Sub 'integrations/${Integration}'",
  },
  fixImpact: { downtime: false },
});
