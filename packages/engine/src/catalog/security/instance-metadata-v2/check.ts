import type { Resource } from '../../../model/graph.ts';
import { all, any } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Where each type says how hosts ask for their metadata. */
const OPTIONS: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::LaunchConfiguration': 'MetadataOptions',
  'AWS::EC2::Instance': 'MetadataOptions',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.MetadataOptions',
};

export default defineCheck({
  id: 'instance-metadata-v2',
  requirement: 'SEC-38',
  severity: 'high',
  effort: 'minutes',
  title: 'Hosts give their credentials to requests with a session token only',
  gap: {
    one: 'A host gives its credentials to any request',
    many: '{count} hosts give their credentials to any request',
  },
  evidence: ['iac', 'aws'],
  aliases: [
    'CKV_AWS_79',
    'AWS-0028',
    'EC2.8',
    'ec2_instance_imdsv2_enabled',
    'ec2_launch_template_imdsv2_required',
  ],
  frameworks: {
    wellArchitected: ['sec_protect_compute_reduce_manual_management'],
    fsbp: ['EC2.8'],
  },
  messages: { optional: 'version 1 of the metadata service answers: {property} is {actual}' },
  appliesTo: Object.keys(OPTIONS),
  // Where nothing is written, the image, the launch template or the account’s own default decides.
  evaluate: (host) => {
    const options = host.at(optionsOf(host));
    const tokens = options.text('HttpTokens');
    return any(
      tokens.is('required').quote(),
      all(options.has('HttpEndpoint').asMembership(), options.text('HttpEndpoint').is('disabled').quote()),
      all(
        tokens.isNot('optional').quote(),
        leftTo('the account’s default for the metadata service, or that of the image', host),
      ),
    ).else('optional');
  },
  fix: 'Require session tokens (IMDSv2); every current SDK uses them',
  snippets: {
    terraform: 'metadata_options {\n  http_tokens = "required"\n}',
    cloudformation: 'MetadataOptions: { HttpTokens: required }',
  },
  fixImpact: { downtime: false },
});

function optionsOf(host: Resource): string {
  return OPTIONS[host.type]!;
}
