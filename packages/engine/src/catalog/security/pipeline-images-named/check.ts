import { all, not } from '../../../model/truth.ts';
import { JOB } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'pipeline-images-named',
  requirement: 'SEC-35',
  severity: 'medium',
  effort: 'minutes',
  title: 'Jobs run in images of a version that they name',
  gap: {
    one: 'A job runs in whatever image is the newest',
    many: '{count} jobs run in whatever image is the newest',
  },
  evidence: ['repo'],
  aliases: ['CKV_AZUREPIPELINES_1', 'CKV_BITBUCKETPIPELINES_1', 'CKV_CIRCLECIPIPELINES_1', 'unpinned-images'],
  frameworks: { wellArchitected: ['sec_appsec_regularly_assess_security_properties_of_pipelines'] },
  messages: {
    newest: 'its image is {actual}, which is another one tomorrow',
  },
  about: 'repository',
  appliesTo: JOB,
  when: (job) => all(not(job.has('neverRuns')), job.has('image')).asMembership(),
  evaluate: (job) =>
    not(
      job
        .text('image')
        .matches('an image without a version', /^(?!.*@sha256:)(?:.*:latest|[^:]*(?::\d+\/[^:]*)?)$/)
        .quote(),
    ).else('newest'),
  fix: 'Name the version of the image, best with its digest',
  fixImpact: { downtime: false },
});
