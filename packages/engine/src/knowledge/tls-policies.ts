/**
 * The oldest version of TLS that each named policy accepts. As of 2026-11-21.
 * Sources: Elastic Load Balancing user guides, "Security policies" (application and network load balancers);
 * CloudFront developer guide, "Supported protocols and ciphers between viewers and CloudFront";
 * API Gateway developer guide, "Choose a security policy for your custom domain".
 * To renew: take the tables of these pages; new names appear in the SslPolicy of aws-cdk-lib first, which a test compares.
 */
export type OldestTls = '1.0' | '1.1' | '1.2' | '1.3' | 'SSLv3';

export const LOAD_BALANCER_POLICIES: Readonly<Record<string, OldestTls>> = {
  'ELBSecurityPolicy-2016-08': '1.0',
  'ELBSecurityPolicy-2015-05': '1.0',
  'ELBSecurityPolicy-TLS-1-0-2015-04': '1.0',
  'ELBSecurityPolicy-TLS-1-1-2017-01': '1.1',
  'ELBSecurityPolicy-TLS-1-2-2017-01': '1.2',
  'ELBSecurityPolicy-TLS-1-2-Ext-2018-06': '1.2',
  'ELBSecurityPolicy-FS-2018-06': '1.0',
  'ELBSecurityPolicy-FS-1-1-2019-08': '1.1',
  'ELBSecurityPolicy-FS-1-2-2019-08': '1.2',
  'ELBSecurityPolicy-FS-1-2-Res-2019-08': '1.2',
  'ELBSecurityPolicy-FS-1-2-Res-2020-10': '1.2',
  'ELBSecurityPolicy-TLS13-1-0-2021-06': '1.0',
  'ELBSecurityPolicy-TLS13-1-1-2021-06': '1.1',
  'ELBSecurityPolicy-TLS13-1-2-2021-06': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Res-2021-06': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06': '1.2',
  'ELBSecurityPolicy-TLS13-1-3-2021-06': '1.3',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04': '1.0',
  'ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04': '1.1',
  'ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-2023-04': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-2023-04': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-2023-04': '1.2',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04': '1.3',
  'ELBSecurityPolicy-TLS13-1-0-PQ-2025-09': '1.0',
  'ELBSecurityPolicy-TLS13-1-2-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext1-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-3-PQ-2025-09': '1.3',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-PQ-2025-09': '1.0',
  'ELBSecurityPolicy-TLS13-1-2-FIPS-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext1-FIPS-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-2-Ext2-FIPS-PQ-2025-09': '1.2',
  'ELBSecurityPolicy-TLS13-1-3-FIPS-PQ-2025-09': '1.3',
};

export const CLOUDFRONT_POLICIES: Readonly<Record<string, OldestTls>> = {
  SSLv3: 'SSLv3',
  TLSv1: '1.0',
  TLSv1_2016: '1.0',
  'TLSv1.1_2016': '1.1',
  'TLSv1.2_2018': '1.2',
  'TLSv1.2_2019': '1.2',
  'TLSv1.2_2021': '1.2',
  'TLSv1.2_2025': '1.2',
  'TLSv1.3_2025': '1.3',
};

export const DOMAIN_POLICIES: Readonly<Record<string, OldestTls>> = {
  TLS_1_0: '1.0',
  TLS_1_2: '1.2',
  SecurityPolicy_TLS12_2018_EDGE: '1.2',
  SecurityPolicy_TLS12_PFS_2025_EDGE: '1.2',
  SecurityPolicy_TLS13_2025_EDGE: '1.3',
  SecurityPolicy_TLS13_1_2_2021_06: '1.2',
  SecurityPolicy_TLS13_1_2_PQ_2025_09: '1.2',
  SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09: '1.2',
  SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09: '1.2',
  SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09: '1.2',
  SecurityPolicy_TLS13_1_3_2025_09: '1.3',
  SecurityPolicy_TLS13_1_3_FIPS_2025_09: '1.3',
};
