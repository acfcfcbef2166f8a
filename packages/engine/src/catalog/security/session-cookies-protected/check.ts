import { all, any } from '../../../model/truth.ts';
import { mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'session-cookies-protected',
  requirement: 'SEC-32',
  severity: 'high',
  effort: 'minutes',
  title: 'Cookies of sessions and tokens go over HTTPS only, and no script of the page reads them',
  gap: {
    one: 'A cookie that signs people in is not protected',
    many: '{count} cookies that sign people in are not protected',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    plain: '{actual} sets the cookie without Secure: it is sent over plain HTTP too',
    readable: '{actual} sets the cookie without HttpOnly: every script of the page can read it',
  },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Cookie',
  when: (cookie, graph) => mayRun(cookie.text('path'), graph),
  evaluate: (cookie) =>
    all<'plain' | 'readable'>(
      any(cookie.bool('secure').is(true), cookie.text('maker').is('').quote()).else('plain'),
      any(cookie.bool('httpOnly').is(true), cookie.text('maker').is('').quote()).else('readable'),
    ),
  fix: 'Set Secure, HttpOnly and SameSite on the cookie, in every environment that people reach',
  fixImpact: { downtime: false },
});
