import { all, any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const RESOLVER = 'AWS::AppSync::Resolver';

export default defineCheck({
  id: 'fields-asked-are-resolved',
  requirement: 'APP-10',
  severity: 'high',
  effort: 'hours',
  title: 'Every field of GraphQL that a page asks for is resolved',
  gap: {
    one: 'A page asks for a field that nothing resolves',
    many: 'Pages ask for {count} fields that nothing resolves',
  },
  evidence: ['repo', 'iac'],
  aliases: [],
  frameworks: {},
  messages: { unresolved: 'no resolver of the API is for {actual}' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::ClientField',
  evaluate: (field, graph) =>
    choose(
      graph.of(RESOLVER).exist(),
      any(
        graph.of(RESOLVER).some((resolver) =>
          all(
            field.text('type').ask((type) => resolver.text('TypeName').is(type)),
            field.text('name').ask((name) => resolver.text('FieldName').is(name)),
          ),
        ),
        field.text('name').is('').quote(),
      ).else('unresolved'),
      leftTo('the server that resolves the fields', field),
    ),
  fix: 'Write the resolver, or ask for the field that there is',
  fixImpact: { downtime: false },
});
