import { describe, expect, test } from 'vitest';
import type { Assessment } from '../src/assess/assessment.ts';
import { renderMarkdown } from '../src/report/markdown/markdown.ts';
import { code, codeBlock, text } from '../src/report/markdown/markup.ts';
import {
  hostileAssessment,
  largeAssessment,
  sampleAssessment,
  sampleSources,
} from './support/sample-assessment.ts';

const OPTIONS = {
  columns: 80,
  colour: false,
  verbose: false,
  quiet: false,
  date: new Date('2026-03-14T09:26:00Z'),
};
const markdown = (assessment: Assessment, more: { verbose?: boolean; mostBytes?: number } = {}) =>
  renderMarkdown({ assessment, sources: sampleSources }, { ...OPTIONS, ...more });

/** Cells of a row as GitHub reads them: split at every bar that has no backslash before it. */
const cells = (row: string) => row.split(/(?<!\\)\|/).length - 2;

test('has the parts of a readiness document in the order of a reader', () => {
  const document = markdown(sampleAssessment());
  const parts = [
    'Verdict',
    'Strengths',
    'Critical gaps',
    'Improvements',
    'Unknown',
    'Accepted',
    'Checklists',
    'Plan',
    'Limitations',
    'How this was decided',
  ];
  const places = parts.map((part) => document.indexOf(`\n## ${part}\n`));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('its gaps add up: each check with a gap is named once', () => {
  const assessment = sampleAssessment();
  const document = markdown(assessment);
  const gaps = new Set(assessment.outcomes.filter((o) => o.outcome === 'fail').map((o) => o.check)).size;
  const [, critical] = /## Critical gaps\n\n(\d+) gap/.exec(document)!;
  const [, other] = /## Improvements\n\n(\d+) gap/.exec(document)!;
  expect(Number(critical) + Number(other)).toBe(gaps);
});

describe('names from outside', () => {
  test.each([
    ['the sample', sampleAssessment()],
    ['hostile names', hostileAssessment()],
    [
      'bars in names',
      {
        ...sampleAssessment(),
        outcomes: sampleAssessment().outcomes.map((o) => ({
          ...o,
          message: 'a|b\\|c | d',
          resource: o.resource === null ? null : { ...o.resource, address: '|x`|`y|' },
        })),
      },
    ],
  ])('leave every table its columns: %s', (_, assessment) => {
    const lines = markdown(assessment, { verbose: true }).split('\n');
    let columns: number | undefined;
    let tables = 0;
    lines.forEach((line, at) => {
      if (!line.startsWith('|')) columns = undefined;
      else {
        if (columns === undefined) {
          columns = cells(line);
          tables++;
          expect(lines[at + 1]).toBe(`| ${Array(columns).fill('---').join(' | ')} |`);
        }
        expect(cells(line), line).toBe(columns);
      }
    });
    expect(tables).toBeGreaterThan(5);
  });

  test('are no markup', () => {
    const outside = markdown(hostileAssessment())
      .replaceAll(/(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '') // code is shown as it is
      .replaceAll(/<\/?(?:details|summary)>/g, '');
    expect(outside).not.toContain('<');
    expect(outside.replaceAll('\\*\\*', '').match(/\*\*0|x\}\} \*\*/)).toBeNull();
    expect(text('<b>&amp; *a* [x](y) `c` # | https://a.example @you')).toBe(
      '&lt;b>&amp;amp; \\*a\\* \\[x\\]\\(y) \\`c\\` # \\| https:\u200b//a.example @\u200byou',
    );
    expect(text('# not a heading')).toBe('\\# not a heading');
    expect(text('1. not a list')).toBe('1\\. not a list');
    expect(code('a`b``c')).toBe('```a`b``c```');
    expect(code('`')).toBe('`` ` ``');
    expect(codeBlock('```\nx', 'hcl')).toBe('````hcl\n```\nx\n````');
  });
});

test('is cut to the length that is accepted, from the least important, and says so', () => {
  const full = markdown(largeAssessment(2000), { verbose: true });
  const most = Math.floor(Buffer.byteLength(full) / 3);
  const short = markdown(largeAssessment(2000), { verbose: true, mostBytes: most });
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(most);
  expect(short).toMatch(/> Left out here for its length: .*checklist/);
  expect(short).toContain('**NO-GO**');
  expect(short).toContain('## Unknown');
});
