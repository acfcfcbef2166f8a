import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { Reading } from '../../../model/reading.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { hasOwnCode, TASK } from '../../blocks/running-code.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'environment-names-set',
  requirement: 'INF-24',
  severity: 'high',
  effort: 'minutes',
  title: 'What code reads from its environment is set where it runs',
  gap: {
    one: 'Code that runs reads a variable that nothing sets',
    many: 'The code of {count} functions and tasks reads variables that nothing sets',
  },
  evidence: ['iac', 'repo'],
  aliases: [],
  frameworks: {},
  messages: {
    missing: 'the code reads {actual} from its environment, and nothing sets it',
    guessable:
      'the code reads {actual}, nothing sets it, and a text of the code stands in for it, which everybody can read',
    renamed: 'the code reads {actual}, while another name is set that no code reads',
  },
  appliesTo: ['AWS::Lambda::Function', TASK],
  when: hasOwnCode,
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
      reads(fn)
        .none((read) =>
          all(read.bool('runs').is(true), read.bool('guessable').is(true), not(isSet(fn, read)), named(read)),
        )
        .else('guessable'),
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
  return namesSet(fn)
    .some((set) => read.text('name').ask((name) => set.is(name)))
    .asMembership();
}

/** The names that are set; of a task those of its container and of its image. */
function namesSet(fn: Resource): Many<Reading<string>> {
  return fn.type === TASK
    ? fn.meta.list('Code.environment').map((name) => name.text())
    : fn.entries('Environment.Variables').map(({ key }) => key);
}

/** Whether a name is set that no code reads and that says the same in other words: `MAIL_API_KEY` for `MAIL_KEY`. */
function isSetOtherwise(fn: Resource, read: Properties): Truth {
  return namesSet(fn)
    .some((set) =>
      all(
        Reading.both(read.text('name'), set, 'a name of the same words', sameWords),
        set.ask((key) => not(reads(fn).some((other) => other.text('name').is(key)))),
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
