import { all, not } from '../../../model/truth.ts';
import { JOB } from '../../blocks/pipeline.ts';
import { defineCheck } from '../../check.ts';

/** Code names of systems are versions of them, and of nothing else that is built on them. */
const OF_SYSTEM =
  /(?:^|.*\/)(?:debian|ubuntu|buildpack-deps):(?!latest|stable|testing|unstable|devel|rolling|curl|scm)[a-z]/;
/** Words for whatever is the newest; with a date, a number or a commit behind them they are versions. */
const MOVING =
  /(?:latest|stable|current|edge|lts|main|master|next|nightly|dev|rolling)-(?!v?\d|.*\d{4}|.*\b[\da-f]{7,40}\b)[^:/]*/;
const UNVERSIONED = new RegExp(
  `^(?!.*@sha256:|${OF_SYSTEM.source})(?:[^:]*(?::\\d+/[^:]*)?|.*:(?:[^:/\\d]*|${MOVING.source}))$`,
);

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
    not(job.text('image').matches('an image without a version', UNVERSIONED).quote()).else('newest'),
  fix: 'Name the version of the image, best with its digest',
  fixImpact: { downtime: false },
});
