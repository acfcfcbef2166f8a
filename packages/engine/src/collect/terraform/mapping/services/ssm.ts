import { META, type Service, spelled, writeOnly } from '../row.ts';

export const ssm: Service = {
  types: [
    {
      from: 'aws_ssm_parameter',
      to: 'AWS::SSM::Parameter',
      properties: {
        ...spelled('allowed_pattern', 'data_type', 'description', 'name', 'tier', 'type', 'value'),
        insecure_value: 'Value',
        value_wo: writeOnly('Value'),
        value_wo_version: META,
        key_id: META,
        overwrite: META,
        tags: 'Tags',
      },
    },
  ],
};
