import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';
import { documentsOf, isFilled, speaksOf } from './documents.ts';
import { allowsAction, isLetIn, rolesOf } from './role-grants.ts';
import { mayRun } from './running-code.ts';

/** Ways of the code that may be asked for where it is deployed. */
export function waysOf(graph: Graph, type: 'Repository::Deletion' | 'Repository::Export'): Many<Resource> {
  return graph.of(type).where((way) => any(way.text('by').is('script'), mayRun(way.text('file'), graph)));
}

/** Documents that tell people, or those who answer them, about their data. */
export function toldInDocuments(graph: Graph, ...topics: readonly string[]): Truth {
  return documentsOf(graph, 'privacy', 'data-protection', 'terms', 'user-guide', 'runbook').some((document) =>
    speaksOfTheirs(document, ...topics),
  );
}

/** Whether a document speaks of topics as of the data of people: a runbook may speak of any data, and has to name them. */
export function speaksOfTheirs(document: Resource, ...topics: readonly string[]): Truth {
  return all(
    isFilled(document),
    ...topics.map((topic) => speaksOf(document, topic)),
    any(not(document.text('kind').is('runbook')), speaksOf(document, 'people')),
  );
}

const RUNS_CODE: readonly string[] = ['AWS::Lambda::Function', 'AWS::ECS::TaskDefinition'];

/** An action that a way needs and that the role of what runs its code is not allowed; none where its roles are not here. */
export function refusedTo(way: Resource, graph: Graph): Truth {
  return any(
    ...RUNS_CODE.map((type) =>
      graph
        .ofOwnCode(type)
        .where((one) =>
          one.meta
            .list('Code.files')
            .some((file) => file.text().ask((path) => way.text('file').is(path)))
            .asMembership(),
        )
        .some((one) =>
          rolesOf(one, graph).some((role) =>
            way.list('needs').some((need) =>
              all(
                need
                  .text('action')
                  .ask((action) => not(any(allowsAction(role, action, graph), isLetIn(role, action, graph)))),
                need.text('action').written().quote(),
              ),
            ),
          ),
        ),
    ),
  );
}
