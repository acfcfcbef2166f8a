import type { Resource } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { compares, hasUsedCode, TEST_FILE } from '../../blocks/tests.ts';
import { defineRootCheck } from '../../check.ts';

export default defineRootCheck({
  id: 'security-tests-exist',
  requirement: 'TST-05',
  severity: 'medium',
  effort: 'days',
  title: 'Tests try to break in',
  gap: {
    one: 'No test tries to break in',
    many: 'No test tries to break in',
  },
  evidence: ['repo', 'attest'],
  aliases: [],
  frameworks: {},
  messages: {
    dead: 'the tests that try to break in never run, or compare nothing',
    none: 'no test sends what would break in, and nobody vouches for one that is made elsewhere',
  },
  about: 'repository',
  attests: ['none'],
  when: hasUsedCode,
  evaluate: (graph) => {
    const hostile = (file: Resource) =>
      any(
        file.text('kind').is('security'),
        file.list('tests').some((test) => test.has('hostile')),
      );
    const files = graph.of(TEST_FILE).where(hostile);
    return all(
      files.exist().else('none'),
      files
        .some((file) =>
          file
            .list('tests')
            .some((test) => all(compares(test), any(test.has('hostile'), file.text('kind').is('security')))),
        )
        .else('dead'),
    );
  },
  fix: 'Send SQL, markup and requests of other sites to the routes that take input, and compare what comes back',
  fixImpact: { downtime: false },
});
