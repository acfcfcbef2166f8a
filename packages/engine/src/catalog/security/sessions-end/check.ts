import { any, choose } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

/** Seconds: a day, after which somebody signs in anew. Source: NIST SP 800-63B-4, reauthentication at AAL2. */
const LONGEST = 86_400;

export default defineCheck({
  id: 'sessions-end',
  requirement: 'SEC-07',
  severity: 'high',
  effort: 'minutes',
  title: 'Sessions of people end within a day',
  gap: { one: 'A session lives too long', many: '{count} sessions live too long' },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { long: 'the cookie of the session is kept for {actual} seconds' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Cookie',
  when: (cookie, graph) =>
    choose(
      cookie.text('of').is('session'),
      () => mayRun(cookie.text('path'), graph),
      cookie.text('of').is('session'),
    ),
  evaluate: (cookie) =>
    choose(
      cookie.has('lifetimeSeconds'),
      cookie.number('lifetimeSeconds').atMost(LONGEST).else('long'),
      any(leftTo('how long the server remembers a session whose cookie goes with the browser', cookie)),
    ),
  fix: 'Let the session end after hours, and ask for the password again before what cannot be undone',
  fixImpact: { downtime: false },
});
