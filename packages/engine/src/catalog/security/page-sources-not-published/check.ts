import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'page-sources-not-published',
  requirement: 'SEC-34',
  severity: 'high',
  effort: 'minutes',
  title: 'Pages are published without the sources that they were built from',
  gap: {
    one: 'A page is built with its sources beside it',
    many: '{count} pages are built with their sources beside them',
  },
  evidence: ['repo', 'http'],
  aliases: [],
  frameworks: {},
  messages: { maps: 'the build for production writes source maps, from which anybody reads the sources' },
  about: 'repository',
  appliesTo: 'Repository::SiteBuild',
  evaluate: (build) => not(build.bool('publishesSources').is(true)).else('maps'),
  fix: 'Switch source maps off for production, or hand them to the error tracker and delete them before publishing',
  fixImpact: { downtime: false },
});
