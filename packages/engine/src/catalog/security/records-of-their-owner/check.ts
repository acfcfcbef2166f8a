import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, allUntilNo, any, anyUntilYes, choose, not, type Truth } from '../../../model/truth.ts';
import { onceFor } from '../../../once-for.ts';
import { isForEverybody } from '../../blocks/code-routes.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { isOfSomebody } from '../../blocks/owned-records.ts';
import { byEndOfPath } from '../../blocks/paths-by-end.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { proofs } from '../../blocks/strangers.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'records-of-their-owner',
  requirement: 'SEC-31',
  severity: 'critical',
  effort: 'days',
  title: 'Who names a record reaches it only where it is theirs',
  gap: {
    one: 'Whoever knows or guesses an id reaches the record of another',
    many: 'Behind {count} routes whoever knows or guesses an id reaches the record of another',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['sec_permissions_define'] },
  messages: {
    anybody: '{actual} is named by what the caller writes, and who is calling has no part in it',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::RecordAccess',
  when: (access, graph) =>
    all(
      access.list('uses').exist(),
      not(isForEverybody(access)),
      mayRun(access.text('file'), graph),
    ).asMembership(),
  evaluate: (access, graph) =>
    anyUntilYes(
      () =>
        access.list('uses').every((use) =>
          any(
            use.bool('ofCaller').is(true),
            choose(
              mayBeMeant(access, use),
              () => leftTo('saying who may reach which of these records', access),
              () => use.text('what').is('').quote(),
            ),
            allUntilNo(
              () => all(access.bool('byArgument').is(true), mayBeLimited(graph)),
              () => leftTo('what the schema lets whom ask', access),
            ),
          ),
        ),
      () => isProven(access, graph),
    ).else('anybody'),
  fix: 'Put the user of the verified token into the key or the condition of every read and write, and let a test with two users prove it',
  fixImpact: { downtime: false },
});

/** Who knows such a part was told it. */
const TOLD = /[:{<[](\w+:)?\w*(token|secret|code|hash|signature|nonce|otp|invit)\w*/i;

/** Whether it may be meant so: everybody may read it, a guard before it asks for more, or the path holds a secret. */
function mayBeMeant(access: Resource, use: Properties): Truth {
  return any(
    access.list('guards').some((guard) => guard.text('kind').is('authorizes')),
    access.text('path').matches('a part that only who was told it knows', TOLD),
    all(use.text('from').is('path'), not(access.text('of').test('records of somebody', isOfSomebody))),
  );
}

/** Directives that let only some ask a field. Sources: AWS AppSync, "Configuring authorization"; Amplify, "Authorization rules". */
const DIRECTIVES = /@(?:aws_\w+|auth)\b/;

/** Whether the schema may let only those ask whose record it is: it says so itself, or it is not here. */
const mayBeLimited = onceFor((graph: Graph): Truth => {
  const schemas = graph.of('AWS::AppSync::GraphQLSchema');
  return any(
    not(schemas.exist()),
    schemas.some((schema) =>
      any(
        not(schema.has('Definition')),
        schema.text('Definition').matches('a rule of who may ask', DIRECTIVES),
      ),
    ),
  );
});

/** The routes that tests with two users ask for. */
const askedForAnother = onceFor((graph: Graph) =>
  proofs(graph, ['user', 'tenant'])
    .flatMap((stranger) => stranger.list('routes'))
    .behind(byEndOfPath((route) => route.text('path').plainText())),
);

/** Whether a test with two users asks for the same route. */
function isProven(access: Resource, graph: Graph): Truth {
  return askedForAnother(graph)(access.text('path').plainText()).some((route) =>
    allUntilNo(
      () => Reading.both(route.text('method'), access.text('method'), 'the same method', (a, b) => a === b),
      () => Reading.both(route.text('path'), access.text('path'), 'the same path', isSamePath),
    ),
  );
}

function isSamePath(asked: string, served: string): boolean {
  const parts = served.split('/');
  const own = asked.split('/');
  return own.length === parts.length && parts.every((part, i) => /^[:{<[]/.test(part) || part === own[i]);
}
