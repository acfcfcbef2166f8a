import { describe, expect, it } from 'vitest';
import { onceFor } from '../src/once-for.ts';

describe('a question that many checks share', () => {
  const graph = { name: 'one' };
  const other = { name: 'two' };

  it('is answered once for the same arguments', () => {
    let asked = 0;
    const question = onceFor((of: { name: string }, part: string) => `${of.name} ${part} ${++asked}`);
    expect(question(graph, 'a')).toBe('one a 1');
    expect(question(graph, 'a')).toBe('one a 1');
  });

  it('is asked anew of another graph, with other arguments, and with more of them', () => {
    const question = onceFor((of: { name: string }, ...parts: string[]) => [of.name, ...parts].join(' '));
    expect(question(graph, 'a')).toBe('one a');
    expect(question(other, 'a')).toBe('two a');
    expect(question(graph, 'b')).toBe('one b');
    expect(question(graph, 'a', 'b')).toBe('one a b');
    expect(question(graph, 'a b')).toBe('one a b');
    expect(question(graph)).toBe('one');
  });

  it('keeps an answer that is nothing', () => {
    let asked = 0;
    const question = onceFor((_: object): undefined => {
      asked++;
    });
    question(graph);
    question(graph);
    expect(asked).toBe(1);
  });
});
