import { all, any, not } from '../../../model/truth.ts';
import { isRunByHand, mayRun } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'protections-in-use',
  requirement: 'APP-09',
  severity: 'high',
  effort: 'hours',
  title: 'Validators, limiters, locks and guards of the code are called by what runs',
  gap: {
    one: 'A protection is written and nothing that runs calls it',
    many: '{count} protections are written and nothing that runs calls them',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: { unused: 'the {actual} is written, and nothing that is deployed calls it' },
  about: 'repository',
  seesInfrastructure: true,
  appliesTo: 'Repository::Protection',
  // Retries have a requirement of their own, and what is of scripts that people run protects them alone.
  when: (protection, graph) =>
    all(
      not(protection.text('kind').is('retry')),
      any(
        not(isRunByHand(protection.text('path'), graph)),
        protection.list('usedIn').some((file) => not(isRunByHand(file.text(), graph))),
      ),
    ),
  evaluate: (protection, graph) =>
    any(
      protection.list('usedIn').some((file) => mayRun(file.text(), graph)),
      // What a page loads runs in a browser: no function reaches it.
      protection.list('usedInPages').exist(),
      protection.text('kind').is('').quote(),
    ).else('unused'),
  fix: 'Call it where it is meant to protect, or take it out: a protection that is not called protects nothing',
  fixImpact: { downtime: false },
});
