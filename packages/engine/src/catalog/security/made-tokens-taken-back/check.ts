import { any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

/** Seconds, after which a token that was lost is over by itself. */
const SHORT = 3_600;

export default defineCheck({
  id: 'made-tokens-taken-back',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'days',
  title: 'Tokens that live long can be taken back',
  gap: {
    one: 'A token that the code gives away cannot be taken back',
    many: '{count} pieces of code give away tokens that cannot be taken back',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    lasting:
      'the token made by {actual} outlives an hour, and nothing in the code takes one back or asks who is still let in',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Token',
  when: (token, graph) =>
    choose(token.text('purpose').is('other'), token.text('purpose').is('access'), () =>
      mayRun(token.text('path'), graph),
    ),
  evaluate: (token) => {
    const short = token.number('lifetimeSeconds').atMost(SHORT);
    return choose(
      token.list('takenBackBy').exist(),
      any(short, leftTo('following what is asked of a token before it is believed', token)),
      choose(
        token.bool('expires').is(false),
        token.text('maker').is('').quote().else('lasting'),
        choose(
          token.has('endsOnlyWith'),
          token.text('maker').is('').quote().else('lasting'),
          any(short, token.text('maker').is('').quote()).else('lasting'),
        ),
      ),
    );
  },
  fix: 'Let tokens for access end within an hour, and keep what renews them where it can be struck out',
  fixImpact: { downtime: false },
});
