import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf, problemWith, writeCheck } from './new-check.ts';

const CHECK = { area: 'backup', id: 'queue-dead-letter', requirement: 'INF-21', type: 'AWS::SQS::Queue' };

it('writes a check whose module has the id, the requirement and the type that were asked for', async () => {
  const catalog = mkdtempSync(join(tmpdir(), 'airworthy-catalog-'));
  try {
    const folder = writeCheck(catalog, CHECK);
    const code = readFileSync(join(folder, 'check.ts'), 'utf8');
    const { defineCheck } = await import('../packages/engine/src/catalog/check.ts');
    const body = code.replace(/^import.*$/m, '').replace('export default ', 'return ');
    const check = new Function('defineCheck', body)(defineCheck);
    expect([check.id, check.requirement, check.appliesTo]).toEqual([
      'queue-dead-letter',
      'INF-21',
      'AWS::SQS::Queue',
    ]);
    expect(readFileSync(join(folder, 'fixtures/template.yaml'), 'utf8')).toContain('FailExample');
    expect(() => writeCheck(catalog, CHECK)).toThrow('is there already');
  } finally {
    rmSync(catalog, { recursive: true });
  }
});

it('writes one about the repository where a type of fact is given', () => {
  const files = filesOf({ ...CHECK, type: 'Repository::Manifest' });
  expect(files.get('check.ts')).toContain("about: 'repository'");
  expect([...files.keys()]).toContain('fixtures/pass_example/README.md');
  expect(files.has('fixtures/main.tf')).toBe(false);
});

it.each([
  [{ ...CHECK, area: 'backups' }, 'no area'],
  [{ ...CHECK, id: 'Queue' }, 'no id'],
  [{ ...CHECK, requirement: 'INF21' }, 'no requirement'],
  [{ ...CHECK, type: 'aws_sqs_queue' }, 'no CloudFormation type'],
  [{ ...CHECK, type: 'Repository::Invented' }, 'no type of fact'],
])('says what is wrong with %o', (check, message) => {
  expect(problemWith(check)).toContain(message);
});
