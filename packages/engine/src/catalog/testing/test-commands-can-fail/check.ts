import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, choose, not } from '../../../model/truth.ts';
import { canFail, isReal } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

const EMPTY = /^[\s;]*$/;

/** Nothing but words, or an answer that is decided before anything ran. */
const NOTHING =
  /^\s*(?:(?:echo|printf)\b(?:"[^"]*"|'[^']*'|[^&|;"'])*(?:(?:&&|;)\s*exit\s+\d+\s*)?|exit\s+\d+|true|:)?\s*;?\s*$/;

/** What comes after a failure makes good of it. */
const SWALLOWED = /(?:\|\||;)\s*(?:true|:|exit\s+0|(?:echo|printf)\b(?:"[^"]*"|'[^']*'|[^&|;"'])*)\s*;?\s*$/;

const TARGET = 'Repository::TestTarget';

export default defineCheck({
  id: 'test-commands-can-fail',
  requirement: 'TST-07',
  severity: 'high',
  effort: 'hours',
  title: 'Test commands run something, and can fail',
  gap: {
    one: 'A test command cannot fail, or tests nothing',
    many: 'At {count} places test commands cannot fail, or test nothing',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    empty: 'the test command is empty',
    nothing: 'the test command runs no test: {actual}',
    swallowed: 'the test command is {actual}, which reports success whatever the tests say',
    ignored: 'a failure stops nothing: {actual}',
  },
  about: 'repository',
  appliesTo: ['Repository::Manifest', TARGET],
  when: (subject) => choose(subject.isA(TARGET), subject.list('tests').exist(), testsOf(subject).exist()),
  evaluate: (subject) => choose(subject.isA(TARGET), targetCanFail(subject), scriptsCanFail(subject)),
  fix: 'Let the command run the tests and end with their exit code: no || true, no dash before it in a makefile, no echo in their place',
  fixImpact: { downtime: false },
});

function scriptsCanFail(manifest: Resource) {
  return testsOf(manifest).every((script) => {
    const command = script.text('command');
    return all(
      not(command.matches('an empty command', EMPTY)).else('empty'),
      not(command.matches('a command that runs nothing', NOTHING)).else('nothing'),
      not(command.matches('a command that never fails', SWALLOWED)).else('swallowed'),
      canFail(script).else('ignored'),
    );
  });
}

function targetCanFail(target: Resource) {
  const tests = target.list('tests');
  return all(
    tests.every((test) => all(isReal(test), test.text('text').written().quote())).else('nothing'),
    tests.every(canFail).else('ignored'),
  );
}

/** `test`, and what is named as a part of it: `test:unit`. */
function testsOf(manifest: Resource): Many<Properties> {
  return manifest
    .list('scripts')
    .where((script) => script.text('name').matches('a test command', /^test(?:[:_-][\w:.-]*)?$/));
}
