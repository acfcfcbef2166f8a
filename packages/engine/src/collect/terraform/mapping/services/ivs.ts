import { type Service, spelled, TAGS } from '../row.ts';

export const ivs: Service = {
  types: [
    {
      from: 'aws_ivs_channel',
      to: 'AWS::IVS::Channel',
      properties: {
        ...spelled('authorized', 'latency_mode', 'name', 'recording_configuration_arn', 'type'),
        tags: TAGS,
      },
    },
  ],
};
