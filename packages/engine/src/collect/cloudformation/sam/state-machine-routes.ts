import type { MapNode, Node } from '../parse.ts';
import { REST, routeOf } from './apis.ts';
import { isDefinition, withIntegration } from './definition.ts';
import { unknownEvent, type WrittenEvent } from './events.ts';
import { conditionOf, type Serverless } from './expansion.ts';
import type { Shared } from './function.ts';
import { idIn, isTrue, literal, member, ref, sub, when } from './nodes.ts';
import { authorized } from './rest-methods.ts';

/** The route of a REST API that starts a state machine. */
export function integrationBody(
  shared: Shared,
  resource: Serverless,
  event: WrittenEvent,
  machine: string,
  role: Node,
): void {
  const { at, properties } = event;
  const route = routeOf(properties, REST);
  const api = member(properties, 'RestApiId') ?? ref('ServerlessRestApi', at);
  const draft = shared.apis.drafts.get(idIn(api) ?? literal(api) ?? '');
  if (route === undefined || draft === undefined) {
    const why = route === undefined ? 'its path or method is not written' : 'its API is not in this template';
    unknownEvent(shared, resource, event.name, why, at);
    return;
  }
  if (!draft.managed || !isDefinition(draft.body)) return;
  const uri = sub('arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution', at);
  const condition = conditionOf(resource);
  const integration = {
    type: 'aws',
    httpMethod: 'POST',
    uri: condition === undefined ? uri : when(condition, uri, at),
    responses: { '200': { statusCode: '200' }, '400': { statusCode: '400' } },
    credentials: role,
    requestTemplates: {
      'application/json': sub(
        requestTemplate(machine, isTrue(member(properties, 'UnescapeMappingTemplate'))),
        at,
      ),
    },
  };
  const responses = { '200': { description: 'OK' }, '400': { description: 'Bad Request' } };
  const body = withIntegration(
    draft.body,
    route.path,
    route.method,
    integration,
    condition,
    { responses },
    at,
  );
  draft.body = authorized(draft, properties, route, body as MapNode, shared.expansion);
}

function requestTemplate(machine: string, unescaped: boolean): string {
  const input = "$util.escapeJavaScript($input.json('$'))";
  if (!unescaped) return `{"input": "${input}", "stateMachineArn": "\${${machine}}"}`;
  return `{"input": "${input}.replaceAll("\\\\'","'")", "stateMachineArn": "\${${machine}}"}`;
}
