import { all, not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'images-keep-no-secret',
  requirement: 'SEC-14',
  severity: 'high',
  effort: 'hours',
  title: 'No image keeps a secret of its build',
  gap: {
    one: 'An image keeps a secret of its build',
    many: '{count} images keep secrets of their build',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    argument: 'the build is given {actual}, which stays in the history of the image',
    environment: '{actual} is set to a value, which stays in the image',
  },
  about: 'repository',
  appliesTo: 'Repository::ImageFile',
  when: (file) => not(file.bool('isForDevelopment').is(true)),
  evaluate: (file) => {
    const none = (how: string) =>
      file.list('secrets').none((one) => all(one.text('how').is(how), one.text('name').written().quote()));
    return all(
      file.number('stages').atLeast(1),
      none('environment').else('environment'),
      none('argument').else('argument'),
    );
  },
  fix: 'Mount the secret while the build needs it (RUN --mount=type=secret), and read those of the application when it starts',
  fixImpact: { downtime: false },
});
