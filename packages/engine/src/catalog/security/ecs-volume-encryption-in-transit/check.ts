import { all } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

const EFS = 'EFSVolumeConfiguration';

export default defineCheck({
  id: 'ecs-volume-encryption-in-transit',
  requirement: 'SEC-13',
  severity: 'high',
  effort: 'minutes',
  title: 'Containers reach shared file systems over TLS',
  gap: {
    one: 'A task reaches a file system in the clear',
    many: '{count} tasks reach file systems in the clear',
  },
  evidence: ['iac', 'aws'],
  aliases: ['CKV_AWS_97', 'AWS-0035'],
  frameworks: { wellArchitected: ['sec_protect_data_transit_encrypt'] },
  messages: { off: 'files pass through the network in the clear: {property} is {actual}' },
  appliesTo: 'AWS::ECS::TaskDefinition',
  when: (task) =>
    all(
      task.has('Volumes'),
      task.list('Volumes').some((volume) => volume.has(EFS)),
    ).asMembership(),
  evaluate: (task) =>
    task
      .list('Volumes')
      .where((volume) => volume.has(EFS))
      .every((volume) => volume.text(`${EFS}.TransitEncryption`).is('ENABLED').quote())
      .else('off'),
  fix: 'Encrypt the way between the tasks and the file system',
  snippets: {
    terraform: 'transit_encryption = "ENABLED"',
    cloudformation: 'EFSVolumeConfiguration: { FilesystemId: !Ref Files, TransitEncryption: ENABLED }',
  },
  fixImpact: { downtime: false },
});
