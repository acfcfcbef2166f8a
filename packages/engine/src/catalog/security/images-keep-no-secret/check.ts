import type { Graph, Properties } from '../../../model/graph.ts';
import { all, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'images-keep-no-secret',
  requirement: 'SEC-14',
  severity: 'high',
  effort: 'hours',
  title: 'No image keeps a secret of its build, or a file that holds one',
  gap: {
    one: 'An image keeps a secret',
    many: '{count} images keep secrets',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    argument: 'the build is given {actual}, which stays in the history of the image',
    environment: '{actual} is set to a value, which stays in the image',
    copied: '{actual} is copied into the image, with a secret that is committed in it',
  },
  about: 'repository',
  appliesTo: 'Repository::ImageFile',
  when: (file) => not(file.bool('isForDevelopment').is(true)),
  evaluate: (file, graph) => {
    const none = (how: string) =>
      file.list('secrets').none((one) => all(one.text('how').is(how), one.text('name').written().quote()));
    return all(
      file.number('stages').atLeast(1),
      none('environment').else('environment'),
      none('argument').else('argument'),
      file
        .list('copies')
        .none((copy) =>
          all(copy.bool('isIn').is(true), holdsSecret(copy, graph), copy.text('path').written().quote()),
        )
        .else('copied'),
    );
  },
  fix: 'Mount the secret while the build needs it (RUN --mount=type=secret), read those of the application when it starts, and name files with secrets in .dockerignore',
  fixImpact: { downtime: false },
});

function holdsSecret(copy: Properties, graph: Graph): Truth {
  return graph.of('Repository::Secret').some((secret) =>
    all(
      copy.text('path').ask((path) => secret.text('path').is(path)),
      secret.text('stands').is('secret'),
    ),
  );
}
