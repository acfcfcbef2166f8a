import { type Graph, type Properties, type Resource, refersTo } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { onceFor } from '../../once-for.ts';
import { names } from './iam-statement.ts';

/** The statements of all policies of this code that allow something, wherever a policy is written. */
export const allowedHere = onceFor((graph: Graph): Many<Properties> => {
  const documents = ['AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy', 'AWS::IAM::RolePolicy']
    .map((type) => graph.of(type).flatMap((policy) => policy.list('PolicyDocument.Statement')))
    .reduce((before, more) => before.and(more));
  const inRoles = graph
    .of('AWS::IAM::Role')
    .flatMap((role) => role.list('Policies').flatMap((policy) => policy.list('PolicyDocument.Statement')));
  return documents.and(inRoles).where((statement) => statement.text('Effect').is('Allow'));
});

/** Those of them that allow anything of a service. */
const allowedOf = onceFor((graph: Graph, service: string): Many<Properties> => {
  const ofService = new RegExp(`^(\\*|${service}:)`, 'i');
  return allowedHere(graph).where((statement) =>
    names(statement, 'Action', (action) => action.matches(`an action of ${service}`, ofService)),
  );
});

/** Whether a statement lets somebody use a resource of a service: by its ARN, or by a wildcard that is not another one's. */
export function isAllowed(resource: Resource, service: string, graph: Graph): Truth {
  return usable(graph, service).some((arn) =>
    any(refersTo(arn.text(), resource), isWildcardOfNone(arn, resource.type, graph)),
  );
}

/** What the statements of a service allow it on. */
const usable = onceFor(
  (graph: Graph, service: string): Many<Properties> =>
    allowedOf(graph, service)
      .where((statement) => statement.has('Resource'))
      .flatMap((statement) => statement.list('Resource')),
);

const isWildcardOfNone = onceFor(
  (arn: Properties, type: string, graph: Graph): Truth =>
    all(arn.text().contains('*'), not(graph.of(type).some((one) => refersTo(arn.text(), one)))),
);
