import type { Graph, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'errors-in-one-shape',
  requirement: 'APP-06',
  severity: 'medium',
  effort: 'hours',
  title: 'Errors are answered in one documented shape that tells nothing of the inside',
  gap: {
    one: 'Errors are answered in several shapes, or in one that is documented nowhere',
    many: 'Errors are answered in several shapes, or in one that is documented nowhere',
  },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_service_architecture_api_contracts'] },
  messages: {
    inside: 'an answer shows callers the {actual} of what went wrong',
    several: 'errors have more than one shape: {actual} and others',
    empty: 'an error is answered with a status and no body: no code or message tells callers what went wrong',
    undocumented: 'no API document has a response with the members of the errors that are answered',
  },
  about: 'repository',
  seesInfrastructure: true,
  when: (graph) =>
    any(
      // Where all answers are pages, so are those of errors.
      ...['Repository::Route', 'Repository::Handler'].map((type) =>
        graph.of(type).some((route) => route.bool('answersData').is(true)),
      ),
      shapesThatRun(graph).exist(),
      answersThatRun(graph).some((answer) => answer.list('shows').exist()),
    ).asMembership(),
  evaluate: (graph) => {
    const shapes = shapesThatRun(graph);
    const documented = graph
      .of('Repository::ApiDocument')
      .flatMap((document) => document.list('errors').map((error) => error.text('members')));
    return all(
      answersThatRun(graph)
        .none((answer) => answer.list('shows').some((what) => what.text().written().quote()))
        .else('inside'),
      choose(
        shapes.exist(),
        all(
          shapes
            .none((one) =>
              shapes.some((other) =>
                Reading.both(
                  one.text('members'),
                  other.text('members'),
                  'another shape',
                  (a, b) => !isWithin(a, b) && !isWithin(b, a),
                ),
              ),
            )
            .else('several'),
          any(
            shapes.every((shape) =>
              documented.some((members) =>
                Reading.both(shape.text('members'), members, 'the same members', isWithin),
              ),
            ),
            madeByCode(graph),
          ).else('undocumented'),
        ),
        choose(
          answersNothing(graph),
          graph
            .of('Repository::EmptyError')
            .none((one) => one.list('files').exist().quote())
            .else('empty'),
          // Errors that only the framework answers have its shape.
          all(
            ...['Repository::Route', 'Repository::Handler'].map((type) =>
              graph.of(type).none((route) => leftTo('finding how its errors are answered', route)),
            ),
          ),
        ),
      ),
    );
  },
  fix: 'Answer every error through one function, as {code, message, requestId}, and put that schema into the API document',
  fixImpact: { downtime: false },
});

const MAKES_DOCUMENTS =
  /swagger|openapi|^(fastapi|spectree|flasgger|apispec|flask-smorest|flask-restx|drf-yasg|drf-spectacular|connexion|tsoa|express-zod-api|apiflask)$/;

/** What the code says of itself where it runs is in no file. */
function madeByCode(graph: Graph): Truth {
  return graph.of('Repository::Manifest').some((manifest) =>
    all(
      manifest
        .list('dependencies')
        .some((one) => one.text('name').matches('a maker of API documents', MAKES_DOCUMENTS))
        .asMembership(),
      leftTo('looking at the API document that the code makes', manifest),
    ),
  );
}

function shapesThatRun(graph: Graph): Many<Resource> {
  return graph
    .of('Repository::ErrorShape')
    .where((shape) => shape.list('files').some((file) => mayRun(file.text(), graph)));
}

function answersThatRun(graph: Graph): Many<Resource> {
  return graph.of('Repository::ErrorAnswer').where((answer) => mayRun(answer.text('file'), graph));
}

/** Whether code that runs answers an error with a status alone; asked where no error that runs has a shape. */
function answersNothing(graph: Graph): Truth {
  return graph
    .of('Repository::EmptyError')
    .some((one) => one.list('files').some((file) => mayRun(file.text(), graph)));
}

/** Whether a document tells all members of an answer; it may tell more, which are not always there. */
function isWithin(answered: string, told: string): boolean {
  const [outer, inner] = partsOf(answered);
  const [outerTold, innerTold] = partsOf(told);
  return outer === outerTold && inner.every((name) => innerTold.includes(name));
}

/** `error {code, message}`: the member around, and those within. */
function partsOf(members: string): readonly [string, readonly string[]] {
  const nested = /^(.*?) \{(.*)\}$/.exec(members);
  return nested === null ? ['', members.split(', ')] : [nested[1]!, nested[2]!.split(', ')];
}
