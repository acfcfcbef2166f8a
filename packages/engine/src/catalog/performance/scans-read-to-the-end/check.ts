import { all, any, not } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'scans-read-to-the-end',
  requirement: 'PRF-08',
  severity: 'medium',
  effort: 'minutes',
  title: 'Work on many items of DynamoDB goes on behind the first page',
  gap: {
    one: 'Code works on the first page of a table only',
    many: '{count} functions work on the first page of a table only',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { first: '{actual} gives a megabyte at most, and nothing looks at LastEvaluatedKey' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Listing',
  when: (listing) =>
    all(
      not(listing.list('routes').exist()),
      listing.list('reads').some((read) => read.text('of').is('dynamodb')),
    ).asMembership(),
  evaluate: (listing, graph) =>
    any(
      listing
        .list('reads')
        .none((read) =>
          all(
            read.text('of').is('dynamodb').asMembership(),
            not(read.bool('goesOn').is(true)),
            not(read.bool('limited').is(true)),
            read.text('asks').written().quote(),
          ),
        ),
      not(mayRun(listing.text('path'), graph)),
    ).else('first'),
  fix: 'Go on with ExclusiveStartKey until there is no LastEvaluatedKey, or use a paginator of the SDK',
  fixImpact: { downtime: false },
});
