import { describe, expect, it } from 'vitest';
import { MANAGED_POLICIES_AS_OF, WHOLE_SERVICE_POLICIES } from '../src/knowledge/managed-policies.ts';
import recorded from './oracles/managed-policies.json' with { type: 'json' };

describe('policies of AWS that allow a whole service', () => {
  it('are listed once, in order, by the end of their ARN', () => {
    const inOrder = [...new Set(WHOLE_SERVICE_POLICIES)].sort((a, b) =>
      a.toLowerCase() < b.toLowerCase() ? -1 : 1,
    );
    expect(WHOLE_SERVICE_POLICIES).toEqual(inOrder);
    for (const name of WHOLE_SERVICE_POLICIES) expect(name).toMatch(/^[A-Z][\w+=,.@-]*$/);
  });

  it('allow it in their documents, without a condition', () => {
    const invented = WHOLE_SERVICE_POLICIES.filter((name) => !Object.hasOwn(recorded.policies, name));
    expect(invented).toEqual([]);
  });

  it('leave administrators to the check that names them', () => {
    for (const name of ['AdministratorAccess', 'PowerUserAccess', 'IAMFullAccess'])
      expect(WHOLE_SERVICE_POLICIES).not.toContain(name);
  });

  it('say when they were drawn up', () => {
    expect(MANAGED_POLICIES_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});
