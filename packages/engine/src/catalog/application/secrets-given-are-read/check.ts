import type { Entry, Properties, Resource } from '../../../model/graph.ts';
import { all, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Names of what is handed over so that somebody is asked for it. */
const KEY =
  /(^|_)(SECRET|PASSWORD|PASSWD|TOKEN|API_?KEY|SECRET_?KEY|SIGNING_?KEY|PRIVATE_?KEY|JWT_KEY|CREDENTIALS)$/i;
/** What watches a function reads names of its own. */
const OF_EXTENSIONS = /^(DT|DD|NEW_RELIC|SENTRY|OTEL|LUMIGO|HONEYCOMB|SPLUNK|POWERTOOLS|AWS)_/i;

export default defineCheck({
  id: 'secrets-given-are-read',
  requirement: 'APP-09',
  severity: 'medium',
  effort: 'hours',
  title: 'Keys and secrets that a function is given are read by its code',
  gap: {
    one: 'A function is given a key that its code does not read',
    many: '{count} functions are given keys that their code does not read',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: { unread: '{actual} is set for the function, and nothing in its code reads it' },
  appliesTo: 'AWS::Lambda::Function',
  when: (fn) => keys(fn).exist(),
  // Packages read variables of their own: only where none is in the code that could is the list of names complete.
  evaluate: (fn) =>
    keys(fn)
      .none((entry) => all(not(isRead(fn, entry)), nothingElseReads(fn), entry.key.written().quote()))
      .else('unread'),
  fix: 'Ask for it where it is meant to protect, or take it away from the function',
  fixImpact: { downtime: false },
});

function keys(fn: Resource) {
  return fn
    .entries('Environment.Variables')
    .where((entry) =>
      all(
        entry.key.matches('a key or secret', KEY),
        not(entry.key.matches('a setting of an extension', OF_EXTENSIONS)),
      ).asMembership(),
    );
}

function isRead(fn: Resource, entry: Entry): Truth {
  return fn.meta
    .list('Code.reads')
    .some((read: Properties) => entry.key.ask((key) => read.text('name').is(key)))
    .asMembership();
}

function nothingElseReads(fn: Resource): Truth {
  return all(
    fn.meta.list('Code.calls').none((call: Properties) => call.text('call').is('')),
    choose(fn.list('Layers').exist(), leftTo('what its layers read', fn), not(fn.list('Layers').exist())),
  );
}
