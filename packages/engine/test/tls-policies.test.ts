import { SslPolicy } from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import { describe, expect, it } from 'vitest';
import {
  CLOUDFRONT_POLICIES,
  DOMAIN_POLICIES,
  LOAD_BALANCER_POLICIES,
} from '../src/knowledge/tls-policies.ts';

const ALL = Object.entries({ ...LOAD_BALANCER_POLICIES, ...CLOUDFRONT_POLICIES, ...DOMAIN_POLICIES });

/** The oldest version where the name says it: `TLS13-1-0-…`, `FS-1-2-…`, `TLSv1.2_2021`, `TLS13_1_2_…`. */
function saidBy(name: string): string | undefined {
  const [, major, minor] =
    /(?:TLS13|TLS|FS)[-_](1)[-_]([0-3])\b/.exec(name.replaceAll('_', '-')) ??
    /TLSv(1)\.([0-3])/.exec(name) ??
    [];
  return major === undefined ? undefined : `${major}.${minor}`;
}

describe('TLS policies', () => {
  it('accept what their names say', () => {
    const said = ALL.filter(([name]) => saidBy(name) !== undefined);
    expect(said.length).toBeGreaterThan(40);
    for (const [name, oldest] of said) expect(oldest, name).toBe(saidBy(name));
  });

  it('are those that a load balancer can have', () => {
    const unknown = Object.values(SslPolicy).filter((name) => !Object.hasOwn(LOAD_BALANCER_POLICIES, name));
    expect(unknown).toEqual([]);
  });
});
