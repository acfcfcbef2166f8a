import type { Properties, Resource } from '../../../model/graph.ts';
import { Reading } from '../../../model/reading.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'environment-names-set',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'What the code of a function reads from its environment is set',
  gap: {
    one: 'A function reads a variable that nothing sets',
    many: '{count} functions read variables that nothing sets',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    missing: 'the code reads {actual} from its environment, and nothing sets it',
    renamed: 'the code reads {actual}, while another name is set that no code reads',
  },
  appliesTo: 'AWS::Lambda::Function',
  evaluate: (fn) =>
    all(
      reads(fn)
        .none((read) =>
          all(
            read.bool('runs').is(true),
            not(read.bool('fallback').is(true)),
            not(isSet(fn, read)),
            isSetOtherwise(fn, read),
            named(read),
          ),
        )
        .else('renamed'),
      reads(fn)
        .none((read) =>
          all(read.bool('runs').is(true), read.bool('needed').is(true), not(isSet(fn, read)), named(read)),
        )
        .else('missing'),
    ),
  fix: 'Set the variable in the infrastructure under the name that the code reads',
  fixImpact: { downtime: false },
});

function reads(fn: Resource) {
  return fn.meta.list('Code.reads');
}

/** Yes; what a message says is the name. */
function named(read: Properties): Truth {
  return read.text('name').written().quote();
}

function isSet(fn: Resource, read: Properties): Truth {
  return fn
    .entries('Environment.Variables')
    .some((entry) => read.text('name').ask((name) => entry.key.is(name)))
    .asMembership();
}

/** Whether a name is set that no code reads and that says the same in other words: `MAIL_API_KEY` for `MAIL_KEY`. */
function isSetOtherwise(fn: Resource, read: Properties): Truth {
  return fn
    .entries('Environment.Variables')
    .some((entry) =>
      all(
        Reading.both(read.text('name'), entry.key, 'a name of the same words', sameWords),
        entry.key.ask((key) => not(reads(fn).some((other) => other.text('name').is(key)))),
      ),
    )
    .asMembership();
}

function sameWords(read: string, set: string): boolean {
  const [a, b] = [read, set].map((name) => new Set(name.toUpperCase().split('_'))) as [
    Set<string>,
    Set<string>,
  ];
  if (read === set || Math.min(a.size, b.size) < 2) return false;
  return a.size < b.size ? a.isSubsetOf(b) : b.isSubsetOf(a);
}
