import type { Graph, Properties, Resource } from '../../../model/graph.ts';
import type { Many } from '../../../model/many.ts';
import { all, any, choose, not, type Truth } from '../../../model/truth.ts';
import { leftTo } from '../../blocks/left-open.ts';
import { defineCheck } from '../../check.ts';

/** Where each type says what its disks are. */
const DISKS: Readonly<Record<string, string>> = {
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings',
  'AWS::EC2::Instance': 'BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings',
};

/** Source: EC2 User Guide, Device names for volumes: /dev/xvda or /dev/sda1, as the image has it. */
const FIRST = /^(\/dev\/)?(xvda|sda1?)$/;

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
  // Every host has at least the disk of its image, unless a launch template of this code says what its disks are.
  when: (host, graph) => not(all(not(saysDisks(host)), hasTemplateHere(host, graph))).asMembership(),
  // Without a word the account’s setting decides, or the snapshot of the image.
  evaluate: (host) => {
    const account = leftTo('the account’s setting for the encryption of new volumes', host);
    return choose(
      saysDisks(host),
      all(
        disksOf(host)
          .none((disk) => disk.bool('Ebs.Encrypted').is(false).quote())
          .else('off'),
        any(
          all(
            disksOf(host).some((disk) => all(isFirst(disk), encrypted(disk))),
            disksOf(host).none((disk) => not(encrypted(disk))),
          ),
          account,
        ),
      ),
      account.else('off'),
    );
  },
  fix: 'Encrypt every disk of the host and start it again from an encrypted image',
  snippets: {
    terraform: 'root_block_device {\n  encrypted = true\n}',
    cloudformation: 'BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { Encrypted: true } }]',
  },
  fixImpact: { downtime: true },
});

/** An instance that takes its disks from a launch template, which is asked itself. */
function hasTemplateHere(host: Resource, graph: Graph): Truth {
  return any(
    ...['LaunchTemplate.LaunchTemplateId', 'LaunchTemplate.LaunchTemplateName'].map((name) =>
      all(host.has(name), graph.follow(host.text(name), 'AWS::EC2::LaunchTemplate').exist()),
    ),
  );
}

function saysDisks(host: Resource): Truth {
  return host.has(DISKS[host.type]!).asMembership();
}

/** The disks that are volumes; the others live in the host and go with it. */
function disksOf(host: Resource): Many<Properties> {
  return host.list(DISKS[host.type]!).where((disk) => disk.has('Ebs'));
}

/** The disk that the image starts from; Terraform has a block for it that names no device. */
function isFirst(disk: Properties): Truth {
  return any(
    not(disk.has('DeviceName')),
    disk.text('DeviceName').matches('the first disk of an image', FIRST),
  ).asMembership();
}

function encrypted(disk: Properties): Truth {
  return any(disk.bool('Ebs.Encrypted').is(true).quote(), disk.has('Ebs.KmsKeyId'));
}
