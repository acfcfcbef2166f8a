import { cloudFormation, type Rows, row } from './rows.ts';

/** What watches over an account, and platforms that can be open to everybody. */
export const detection: Readonly<Record<string, Rows>> = {
  'AWS::SecurityHub::Hub': {
    EnableDefaultStandards: row(
      true,
      'Security Hub API Reference, EnableSecurityHub',
      'true if not provided',
    ),
  },
  'AWS::IVS::Channel': {
    Authorized: row(false, cloudFormation('AWS::IVS::Channel'), 'Authorized defaults to false'),
  },
};
