import type { Graph, Resource } from '../../model/graph.ts';
import type { Many } from '../../model/many.ts';
import { all, any, not, type Truth } from '../../model/truth.ts';

const DOCUMENT = 'Repository::Document';

/** The documents of some kinds, those that a link says to be kept elsewhere included. */
export function documentsOf(graph: Graph, ...kinds: readonly string[]): Many<Resource> {
  return graph.of(DOCUMENT).where((document) => document.text('kind').oneOf(kinds));
}

/** All documents about the system: what somebody wants to say of it in a talk is none. */
export function documentsOfSystem(graph: Graph): Many<Resource> {
  return graph
    .of(DOCUMENT)
    .where((document) =>
      document.text('kind').test('a document about the system', (kind) => kind !== 'talk'),
    );
}

/** Whether a document is not in the repository: nobody has read what it says. */
export function isElsewhere(document: Resource): Truth {
  return document.bool('elsewhere').is(true).asMembership();
}

/**
 * Whether a document may say how the system is watched and run: one that is here, or one elsewhere to which a link leads that
 * speaks of it. A page on how to test is none, whatever else lies beside it.
 */
export function mayTellOfOperations(document: Resource): Truth {
  return any(not(isElsewhere(document)), document.bool('operations').is(true)).asMembership();
}

/** Whether a document says anything of its own. */
export function isFilled(document: Resource): Truth {
  return document.bool('filled').is(true);
}

/** Whether a document speaks of a topic and fills it in. */
export function speaksOf(document: Resource, topic: string): Truth {
  return document.list('topics').some((one) => one.text().is(topic));
}

/** Whether one and the same document speaks of all of some topics. */
export function someSpeakOf(documents: Many<Resource>, ...topics: readonly string[]): Truth {
  return documents.some((document) =>
    all(isFilled(document), ...topics.map((topic) => speaksOf(document, topic))),
  );
}

/** Whether all that is to be typed could be typed as it stands. */
export function commandsComplete(document: Resource): Truth {
  return document
    .list('commands')
    .none((command) => all(not(command.bool('complete').is(true)), command.text('text').written().quote()));
}

/** Whether the repository has code of an application: infrastructure alone meets no people. */
export function hasApplication(graph: Graph): Truth {
  return graph
    .of('Repository::SearchForSecrets')
    .some((search) => search.number('sources').atLeast(1))
    .asMembership();
}
