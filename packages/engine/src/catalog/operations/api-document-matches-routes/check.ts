import { all, not } from '../../../model/truth.ts';
import { isServed } from '../../blocks/served-operations.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'api-document-matches-routes',
  requirement: 'OPS-10',
  severity: 'medium',
  effort: 'hours',
  title: 'Every operation of an API document is served',
  gap: {
    one: 'An API document says what nothing serves, or is not valid',
    many: '{count} API documents say what nothing serves, or are not valid',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: {
    invalid: 'it lacks {actual}, which its format asks for',
    unserved: 'no route serves {actual}',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ApiDocument',
  when: (document) =>
    all(not(document.text('format').is('graphql')), document.list('operations').exist()).asMembership(),
  evaluate: (document, graph) =>
    all(
      document
        .list('problems')
        .none((one) => one.text('what').written().quote())
        .else('invalid'),
      document
        .list('operations')
        .none((operation) => all(not(isServed(operation, graph)), operation.text('path').written().quote()))
        .else('unserved'),
    ),
  fix: 'Take what is not served out of the document, or make the document from the routes',
  fixImpact: { downtime: false },
});
