import type { Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, not } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Where each type says what its disks are. */
const DISKS: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings',
  'AWS::EC2::Instance': 'BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings',
};

export default defineCheck({
  id: 'host-volumes-encrypted',
  requirement: 'SEC-38',
  severity: 'high',
  effort: 'hours',
  title: 'The disks of hosts are encrypted',
  gap: {
    one: 'A host has a disk that is not encrypted',
    many: '{count} hosts have disks that are not encrypted',
  },
  evidence: ['iac', 'aws'],
  aliases: ['AwsSolutions-EC26', 'CKV_AWS_8', 'AWS-0131'],
  frameworks: { wellArchitected: ['sec_protect_data_rest_encrypt'] },
  messages: { off: 'a disk is not encrypted: {property} is {actual}' },
  appliesTo: Object.keys(DISKS),
  when: (host) => disksOf(host).exist().asMembership(),
  // Without a word the account’s setting decides, or the snapshot of the image.
  evaluate: (host) =>
    all(
      disksOf(host)
        .none((disk) => disk.bool('Ebs.Encrypted').is(false).quote())
        .else('off'),
      any(
        disksOf(host).none((disk) => not(encrypted(disk))),
        leftTo('the account’s setting for the encryption of new volumes', host),
      ),
    ),
  fix: 'Encrypt every disk of the host and start it again from an encrypted image',
  snippets: {
    terraform: 'root_block_device {\n  encrypted = true\n}',
    cloudformation: 'BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { Encrypted: true } }]',
  },
  fixImpact: { downtime: true },
});

/** The disks that are volumes; the others live in the host and go with it. */
function disksOf(host: Resource): Many<Properties> {
  const path = DISKS[host.type]!;
  return host.list(path).where((disk) => all(host.has(path), disk.has('Ebs')));
}

function encrypted(disk: Properties) {
  return any(disk.bool('Ebs.Encrypted').is(true).quote(), disk.has('Ebs.KmsKeyId'));
}
