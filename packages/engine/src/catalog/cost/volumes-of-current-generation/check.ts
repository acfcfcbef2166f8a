import { not } from '../../../model/truth.ts';
import { defineCheck } from '../../check.ts';

export default defineCheck({
  id: 'volumes-of-current-generation',
  requirement: 'CST-07',
  severity: 'low',
  effort: 'minutes',
  title: 'Volumes are of the current generation',
  gap: {
    one: 'A volume is of an old generation, slower and dearer',
    many: '{count} volumes are of an old generation, slower and dearer',
  },
  evidence: ['iac', 'aws'],
  aliases: [],
  frameworks: {},
  messages: {
    old: 'its type is {actual}, expected gp3',
  },
  appliesTo: 'AWS::EC2::Volume',
  evaluate: (volume) => not(volume.text('VolumeType').oneOf(['gp2', 'standard']).quote()).else('old'),
  fix: 'Change the type to gp3',
  snippets: {
    terraform: 'type = "gp3"',
    cloudformation: 'VolumeType: gp3',
  },
  fixImpact: { downtime: false },
});
