import { describe, expect, it } from 'vitest';
import { CHECKS } from '../src/catalog/index.generated.ts';
import { controlsOf, FRAMEWORK_IDS, FRAMEWORKS } from '../src/knowledge/frameworks/index.ts';
import mappings from '../src/knowledge/frameworks/rules.json' with { type: 'json' };
import rules from './oracles/rules.json' with { type: 'json' };
import wellArchitected from './oracles/well-architected.json' with { type: 'json' };

/*
 * The ids of other tools' rules were read from their repositories (`scripts/knowledge/rules.ts`). Serverless rules
 * (`ES6000`) and Service Screener (`lambda.lambdaTracingDisabled`) have no list that could be read: only their form is.
 */
const KNOWN = new Set(Object.values(rules).flat());
const UNLISTED = /^(?:ES\d{4}|WS\d{4}|[a-z][a-z0-9]*\.[A-Za-z0-9_]+)$/;

describe('aliases', () => {
  it('are rules that exist', () => {
    const invented = CHECKS.flatMap(({ id, aliases }) =>
      aliases.filter((alias) => !KNOWN.has(alias) && !UNLISTED.test(alias)).map((alias) => `${id}: ${alias}`),
    );
    expect(invented).toEqual([]);
  });

  it('stand once in a check', () => {
    for (const { id, aliases } of CHECKS) expect(new Set(aliases).size, id).toBe(aliases.length);
  });

  it('name controls of the foundational best practices that exist', () => {
    const known = new Set(rules.fsbp);
    const invented = CHECKS.flatMap(({ id, frameworks }) =>
      (frameworks.fsbp ?? []).filter((control) => !known.has(control)).map((control) => `${id}: ${control}`),
    );
    expect(invented).toEqual([]);
  });

  /*
   * The names of the pages of the best practices, as the PDFs of the pillars link them. To renew: take the pages below
   * docs.aws.amazon.com/wellarchitected/latest/framework/ that its table of contents lists.
   */
  it('name best practices of the Well-Architected Framework that exist', () => {
    const known = new Set(wellArchitected.practices);
    const invented = CHECKS.flatMap(({ id, frameworks }) =>
      (frameworks.wellArchitected ?? [])
        .filter((practice) => !known.has(practice))
        .map((practice) => `${id}: ${practice}`),
    );
    expect(invented).toEqual([]);
  });
});

describe('frameworks', () => {
  it.each(FRAMEWORK_IDS)('%s says where its mapping is from, and checks belong to it', (id) => {
    expect(FRAMEWORKS[id].source).not.toBe('');
    expect(CHECKS.some((check) => controlsOf(check)[id] !== undefined)).toBe(true);
  });

  it.each(Object.entries(mappings.rules))('%s: rules in order, each with controls in order', (_, own) => {
    const inOrder = (names: readonly string[]) =>
      [...new Set(names)].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    expect(Object.keys(own)).toEqual([...Object.keys(own)].sort());
    const known = new Set(rules.prowler);
    for (const [rule, controls] of Object.entries(own)) {
      expect(known.has(rule), rule).toBe(true);
      expect(controls.length, rule).toBeGreaterThan(0);
      expect(controls, rule).toEqual(inOrder(controls));
    }
  });

  it('say from which day their mapping is', () => {
    expect(mappings.source).toMatch(/, \d{4}-\d{2}-\d{2}$/);
  });

  it('are met through the rules among the aliases of a check', () => {
    const controls = controlsOf({ aliases: ['cloudtrail_multi_region_enabled'], frameworks: {} });
    // Article 30: records of processing activities.
    expect(controls.gdpr).toContain('Article 30');
    expect(controls['well-architected']).toBeUndefined();
  });
});
