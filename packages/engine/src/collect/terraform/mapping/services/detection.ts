import { type Service, spelled } from '../row.ts';

/** What Security Hub compares the account with; the hub itself stands beside the trail. */
export const detection: Service = {
  types: [
    {
      from: 'aws_securityhub_standards_subscription',
      to: 'AWS::SecurityHub::Standard',
      properties: spelled('standards_arn'),
    },
  ],
};
