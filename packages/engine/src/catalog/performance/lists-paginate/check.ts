import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const EXPORTS = /^_*(?:export|dump|backup|archive|download)(?:_|[A-Z])/;

export default defineCheck({
  id: 'lists-paginate',
  requirement: 'PRF-08',
  severity: 'medium',
  effort: 'hours',
  title: 'Lists that are answered have a limit',
  gap: {
    one: 'A list is answered whole, however long it has become',
    many: '{count} lists are answered whole, however long they have become',
  },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: { wellArchitected: ['rel_mitigate_interaction_failure_throttle_requests'] },
  messages: {
    whole: '{actual} has no limit, and what it gives is answered',
    asked: '{actual} gives as many as a caller asks for: its limit has no maximum',
    first: '{actual} has no limit: the answer is the first megabyte, and nothing leads to the rest',
  },
  about: 'repository',
  appliesTo: 'Repository::Listing',
  // An export answers with all on purpose.
  when: (listing) =>
    all(
      listing.list('routes').exist(),
      not(listing.text('function').matches('a function that exports', EXPORTS)),
    ).asMembership(),
  evaluate: (listing) => {
    const unlimited = listing.list('reads').where((read) => not(read.bool('limited').is(true)));
    const limited = listing.list('reads').where((read) => read.bool('limited').is(true));
    const ofTables = unlimited.where((read) => read.text('of').is('dynamodb'));
    const others = unlimited.where((read) => not(read.text('of').is('dynamodb')));
    return all(
      limited
        .none((read) => all(not(read.bool('capped').is(true)), read.text('asks').written().quote()))
        .else('asked'),
      others.none((read) => read.text('asks').written().quote()).else('whole'),
      ofTables.none((read) => read.text('asks').written().quote()).else('first'),
    );
  },
  fix: 'Take a limit with a maximum and a cursor, and answer with the cursor of the next page',
  fixImpact: { downtime: false },
});
