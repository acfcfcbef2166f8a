import { all } from '../../../model/truth.ts';
import { commandsComplete, isFilled, mayTellOfOperations, speaksOf } from '../../blocks/documents.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'runbooks-can-be-followed',
  requirement: 'OPS-05',
  severity: 'high',
  effort: 'hours',
  title: 'Each runbook has a trigger, steps, complete commands and a verification',
  gap: {
    one: 'A runbook cannot be followed',
    many: '{count} runbooks cannot be followed',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: { wellArchitected: ['ops_ready_to_support_use_runbooks'] },
  messages: {
    empty: 'the runbook is headings, ticks or gaps: nobody can follow it',
    trigger: 'the runbook does not say when to use it',
    steps: 'the runbook has no steps',
    unfinished: 'a command of the runbook is not complete: {actual}',
    verification: 'the runbook does not say how to see that the trouble is over',
  },
  about: 'repository',
  appliesTo: 'Repository::Document',
  when: (document) => all(document.text('kind').is('runbook'), mayTellOfOperations(document)).asMembership(),
  evaluate: (document) =>
    all(
      isFilled(document).else('empty'),
      speaksOf(document, 'trigger').else('trigger'),
      speaksOf(document, 'steps').else('steps'),
      commandsComplete(document).else('unfinished'),
      speaksOf(document, 'verification').else('verification'),
    ),
  fix: 'Write when to use it, the commands in full with what to expect of each, and how to see that the trouble is over; try it once',
  fixImpact: { downtime: false },
});
