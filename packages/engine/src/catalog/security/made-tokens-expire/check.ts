import { all, any, choose } from '../../../model/truth.ts';
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
    long: 'the token lives for {actual} seconds',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Token',
  when: (token, graph) => mayRun(token.text('path'), graph),
  evaluate: (token) =>
    all(
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
