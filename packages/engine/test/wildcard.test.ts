import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starsFit, wildcard } from '../src/collect/files/wildcard.ts';

describe('a pattern of file names', () => {
  it('fits what an expression says that means the same', () => {
    const parts = fc.array(fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[!a]', '\\*'), { maxLength: 7 });
    const meanings = new Map([
      ['.', '\\.'],
      ['*', '[^]*'],
      ['?', '[^]'],
      ['[!a]', '[^a]'],
    ]);
    fc.assert(
      fc.property(parts, fc.stringMatching(/^[ab.*]{0,8}$/), (pattern, text) => {
        const expression = new RegExp(`^${pattern.map((part) => meanings.get(part) ?? part).join('')}$`);
        expect(wildcard(pattern.join(''))?.(text)).toBe(expression.test(text));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each(['a[b', 'a\\', '[[:alpha:]]', '[!'])('is not read where it is %s', (pattern) => {
    expect(wildcard(pattern)).toBeUndefined();
  });

  it('means each sign by itself where only stars say anything', () => {
    expect(starsFit('build:[a]?*', 'build:[a]?x')).toBe(true);
    expect(starsFit('build:[a]?*', 'build:ax')).toBe(false);
  });
});
