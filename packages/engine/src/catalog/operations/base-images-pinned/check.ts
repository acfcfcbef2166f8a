import type { Properties } from '../../../model/graph.ts';
import { all, any, not, type Truth } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'base-images-pinned',
  requirement: 'OPS-15',
  severity: 'low',
  effort: 'minutes',
  title: 'Images are built on bases that are named by their digest',
  gap: {
    one: 'An image is built on a base that moves',
    many: '{count} images are built on bases that move',
  },
  evidence: ['repo'],
  aliases: [],
  frameworks: {},
  messages: {
    latest: '{actual} is whatever was pushed last on the day of the build',
    tag: '{actual} is a tag, which its publisher moves',
  },
  about: 'repository',
  appliesTo: 'Repository::ImageFile',
  when: (file) => all(not(file.bool('isForDevelopment').is(true)), file.list('bases').exist()),
  evaluate: (file) => {
    const none = (wrong: (base: Properties) => Truth) =>
      file
        .list('bases')
        .none((base) => all(wrong(base), not(base.has('digest')), base.text('image').written().quote()));
    return all(
      none((base) => any(not(base.has('tag')), base.text('tag').is('latest'))).else('latest'),
      none((base) => base.has('tag')).else('tag'),
    );
  },
  fix: 'Name each base by its digest (node:24-alpine@sha256:…), and let a bot propose newer ones',
  fixImpact: { downtime: false },
});
