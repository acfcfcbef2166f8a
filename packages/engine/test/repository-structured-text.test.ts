import { describe, expect, it } from 'vitest';
import { itemsOf, member, readStructured, textOf } from '../src/collect/repository/structured-text.ts';
import { readToml } from '../src/collect/repository/toml.ts';

const only = (text: string) => readStructured('a.yaml', text).documents[0];

describe('structured text', () => {
  it('keeps the place of each value', () => {
    const jobs = member(only('on: push\njobs:\n  build:\n    runs-on: ubuntu\n'), 'jobs');
    const runsOn = member(member(jobs, 'build'), 'runs-on');
    expect(textOf(runsOn)).toBe('ubuntu');
    expect(runsOn?.origin.at).toMatchObject({
      file: 'a.yaml',
      line: 4,
      column: 14,
      endLine: 4,
      endColumn: 19,
    });
  });

  it('takes on for a word, and keys as they are written', () => {
    const root = only('on: push\n1.10: a\nyes: b\n');
    expect(['on', '1.10', 'yes'].map((name) => textOf(member(root, name)))).toEqual(['push', 'a', 'b']);
  });

  it('follows anchors and merge keys, of which the nearest is heard', () => {
    const root = only('base: &base { image: node, stage: test }\njob:\n  <<: *base\n  stage: deploy\n');
    const job = member(root, 'job');
    expect([textOf(member(job, 'image')), textOf(member(job, 'stage'))]).toEqual(['node', 'deploy']);
  });

  it('ends where an anchor holds itself, and where anchors multiply', () => {
    expect(readStructured('a.yaml', 'a: &a [*a]\n').problem?.why).toBe('an alias without end');
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      );
    const started = performance.now();
    expect(readStructured('a.yaml', lines.join('\n')).problem?.why).toBe('more than 200000 values');
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it('leaves what a tag stands for unknown', () => {
    expect(member(only('script: !reference [.setup, script]\n'), 'script')).toMatchObject({
      kind: 'unknown',
      expression: '!reference',
    });
  });

  it('says where a file is broken, and that more may be missing', () => {
    const { documents, problem } = readStructured('a.yaml', 'a: 1\nb: [1, 2\nc: 3\n');
    expect(problem?.line).toBe(3);
    expect(member(documents[0], 'never')).toMatchObject({ kind: 'unknown' });
  });

  it('reads several documents, empty ones too', () => {
    expect(readStructured('a.yaml', 'a: 1\n---\nb: 2\n').documents.length).toBe(2);
    expect(readStructured('a.yaml', '')).toEqual({ documents: [] });
    expect(itemsOf(only('a: x\n')).length).toBe(1);
  });

  it.each(['{'.repeat(50_000), '[', '\u0000', '- - - -', '%TAG ! x\n---\n!y'])('never throws: %#', (text) => {
    expect(() => readStructured('a.json', text)).not.toThrow();
  });
});

describe('TOML', () => {
  it('finds the lines of keys and texts', () => {
    const read = readToml(
      '[project]\nname = "a"\ndependencies = [\n  "b>=1",\n]\n[tool.poetry.dependencies]\nc = "^2"\n',
    );
    if ('why' in read) return expect.unreachable();
    expect(read.lineOf.key('project', 'name')).toBe(2);
    expect(read.lineOf.text('b>=1')).toBe(4);
    expect(read.lineOf.key('tool.poetry.dependencies', 'c')).toBe(7);
  });

  it('says where it is broken', () => {
    expect(readToml('[project]\nname = \n')).toMatchObject({ line: 2 });
  });
});
