import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

const SCAN = 'ImageScanningConfiguration.ScanOnPush';

export default defineCheck({
  id: 'images-scanned-on-push',
  requirement: 'SEC-26',
  severity: 'medium',
  effort: 'minutes',
  title: 'Images are scanned when they are pushed',
  gap: { one: 'Images are not scanned', many: 'Images of {count} repositories are not scanned' },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_163',
    'AWS-0030',
    'ECR.1',
    'ecr_repositories_scan_images_on_push_enabled',
    'ECR_REPO_SCAN_ON_PUSH',
  ],
  frameworks: { wellArchitected: ['sec_protect_compute_vulnerability_management'], fsbp: ['ECR.1'] },
  messages: { off: 'nothing looks for known holes in its images: {property} is {actual}' },
  appliesTo: 'AWS::ECR::Repository',
  // Where nothing is written, the rules of the whole registry may scan.
  evaluate: (images) =>
    any(
      images.bool(SCAN).is(true).quote(),
      all(not(images.has(SCAN)).quote(), leftTo('the scanning rules of the account’s registry', images)),
    ).else('off'),
  fix: 'Scan on push, or let Amazon Inspector scan the whole registry, and look at what it finds',
  snippets: {
    terraform: 'image_scanning_configuration {\n  scan_on_push = true\n}',
    cloudformation: 'ImageScanningConfiguration: { ScanOnPush: true }',
  },
  fixImpact: { downtime: false },
});
