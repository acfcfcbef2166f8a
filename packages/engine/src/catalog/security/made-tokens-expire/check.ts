import type { Graph, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { DEPLOY_SCRIPT, DEPLOYMENT } from '../../blocks/pipeline.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

/** Seconds; the row asks for 15 to 60 minutes. */
const LONGEST = 3_600;

export default defineCheck({
  id: 'made-tokens-expire',
  requirement: 'SEC-07',
  severity: 'high',
  effort: 'minutes',
  title: 'Tokens that the code makes end by themselves, those for access within an hour',
  gap: {
    one: 'A token that the code makes lives too long',
    many: '{count} pieces of code make tokens that live too long',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    never: 'a token is made by {actual} and never expires',
    empty: 'the token has no end where {actual} is empty, and something that deploys leaves it so',
    long: 'the token lives for {actual} seconds',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Token',
  when: (token, graph) => mayRun(token.text('path'), graph),
  evaluate: (token, graph) =>
    all(
      not(leftEmpty(token, graph)).else('empty'),
      any(token.bool('expires').is(true), token.text('maker').is('').quote()).else('never'),
      choose(
        token.text('purpose').is('access'),
        choose(
          token.bool('expires').is(false),
          token.bool('expires').is(true),
          token.number('lifetimeSeconds').atMost(LONGEST),
        ).else('long'),
        token.bool('expires').is(true),
      ),
    ),
  fix: 'Give the token a time to live: 15 to 60 minutes for access, a refresh token for what comes after',
  fixImpact: { downtime: false },
});

/** Whether something that deploys gives nothing to the setting without which a token has no end: `-var lifetime=""`. */
function leftEmpty(token: Resource, graph: Graph): Truth {
  return all(
    token.has('endsOnlyWith').asMembership(),
    any(
      ...[DEPLOY_SCRIPT, DEPLOYMENT].map((type) =>
        graph
          .of(type)
          .some((script) =>
            script
              .list('deploys')
              .some((one) =>
                Reading.both(token.text('endsOnlyWith'), one.text('text'), 'left empty', (name, text) =>
                  new RegExp(`\\b${name}=(""|'')?(\\s|$)`, 'i').test(text),
                ).quote(),
              ),
          ),
      ),
    ),
  );
}
