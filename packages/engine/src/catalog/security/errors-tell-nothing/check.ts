import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'errors-tell-nothing',
  requirement: 'SEC-34',
  severity: 'high',
  effort: 'minutes',
  title: 'Callers learn nothing of the inside from what went wrong',
  gap: {
    one: 'An answer to what went wrong tells callers of the inside',
    many: '{count} answers to what went wrong tell callers of the inside',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    stack: 'it answers with the stack of what went wrong: files, lines and names of the inside',
    text: 'it answers with the text of any error, which may name tables, hosts and values',
  },
  about: 'repository',
  appliesTo: 'Repository::ErrorAnswer',
  evaluate: (answer) =>
    all(
      answer
        .list('shows')
        .none((what) => what.text().is('stack').quote())
        .else('stack'),
      answer
        .list('shows')
        .none((what) => what.text().is('text').quote())
        .else('text'),
    ),
  fix: 'Answer a fixed sentence with a code and the id of the request, and log the rest',
  fixImpact: { downtime: false },
});
