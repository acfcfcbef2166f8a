import { all } from '../../../model/truth.ts';
import { commandsComplete, documentsOf, isFilled, someSpeakOf } from '../../blocks/documents.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'recovery-can-be-followed',
  requirement: 'BKP-08',
  severity: 'high',
  effort: 'hours',
  title: 'A recovery runbook has a trigger, steps with commands, and a verification',
  gap: {
    one: 'No recovery runbook can be followed',
    many: 'No recovery runbook can be followed at {count} places',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    none: 'no document says how lost data is restored',
    empty: 'the document on recovery is headings, ticks or gaps: nobody can follow it',
    trigger: 'the document on recovery does not say when to use it',
    steps: 'the document on recovery has no commands to follow',
    unfinished: 'a command of the recovery is not complete: {actual}',
    verification: 'the document on recovery does not say how to see that all is back',
  },
  about: 'repository',
  evaluate: (graph) => {
    const documents = documentsOf(graph, 'recovery');
    return all(
      documents.exist().else('none'),
      documents.some(isFilled).else('empty'),
      someSpeakOf(documents, 'trigger').else('trigger'),
      documents.some((document) => document.list('commands').exist()).else('steps'),
      documents.every(commandsComplete).else('unfinished'),
      someSpeakOf(documents, 'trigger', 'steps', 'verification').else('verification'),
    );
  },
  fix: 'Write down for each store when and how it is restored, command by command, and how to see that all is back; try it',
  fixImpact: { downtime: false },
});
