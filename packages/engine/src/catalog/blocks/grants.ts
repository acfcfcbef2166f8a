import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { names } from './iam-statement.ts';

/** The statements of all policies of this code that allow something, wherever a policy is written. */
export function allowedHere(graph: Graph): Many<Properties> {
  const documents = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']
    .map((type) => graph.of(type).flatMap((policy) => policy.list('PolicyDocument.Statement')))
    .reduce((before, more) => before.and(more));
  const inRoles = graph
    .of('AWS::IAM::Role')
    .flatMap((role) => role.list('Policies').flatMap((policy) => policy.list('PolicyDocument.Statement')));
  return documents.and(inRoles).where((statement) => statement.text('Effect').is('Allow'));
}

/** Whether a statement lets somebody use a resource of a service: by its ARN, or by a wildcard that is not another one's. */
export function covers(statement: Properties, service: string, resource: Resource, graph: Graph): Truth {
  const others = graph.of(resource.type);
  return all(
    names(statement, 'Action', (action) =>
      action.matches(`an action of ${service}`, new RegExp(`^(\\*|${service}:)`, 'i')),
    ),
    names(statement, 'Resource', (arn) =>
      any(refersTo(arn, resource), all(arn.contains('*'), not(others.some((other) => refersTo(arn, other))))),
    ),
  );
}
