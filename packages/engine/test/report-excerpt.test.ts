import { describe, expect, test } from 'vitest';
import { excerptOf, withoutSecrets } from '../src/report/excerpt.ts';
import { SAMPLE_FILES, sampleSources } from './support/sample-assessment.ts';

function safe(text: string): string {
  return withoutSecrets(text.split('\n').map((line, index) => ({ line: index + 1, text: line })))
    .map((l) => l.text)
    .join('\n');
}

describe('an excerpt', () => {
  const at = { file: 'infra/dynamodb.tf', line: 6, column: 15, endLine: 6, endColumn: 25 };

  test('shows the place with lines around it and marks what decided', () => {
    const lines = excerptOf(sampleSources, at, { context: 1, longest: 9 });
    expect(lines.map((l) => l.line)).toEqual([5, 6, 7]);
    const { text, mark } = lines[1]!;
    expect(text.slice(mark!.from, mark!.to)).toBe('var.recover');
  });

  test('marks the word at a place that has no end, and nothing where the place is a file', () => {
    const point = (line: number, column: number) => {
      const place = { ...at, line, endLine: line, column, endColumn: column };
      const [shown] = excerptOf(sampleSources, place, { context: 0, longest: 1 });
      return shown?.mark === undefined ? undefined : shown.text.slice(shown.mark.from, shown.mark.to);
    };
    expect(point(6, 15)).toBe('var');
    expect(point(6, 18)).toBe('.');
    expect(point(1, 1)).toBeUndefined();
    expect(point(6, 900)).toBeUndefined();
  });

  test('is empty for a file that cannot be quoted', () => {
    expect(excerptOf(sampleSources, { ...at, file: 'gone.tf' }, { context: 2, longest: 9 })).toEqual([]);
  });

  test("hides a secret's default even where the line that names it is not shown", () => {
    const line = SAMPLE_FILES['infra/variables.tf']!.split('\n').findIndex((l) => l.includes('hunter2')) + 1;
    const [shown] = excerptOf(
      sampleSources,
      { file: 'infra/variables.tf', line, column: 13, endLine: line, endColumn: 29 },
      { context: 0, longest: 1 },
    );
    expect(shown?.text).toBe('  default = "(hidden, 15 characters)"');
    expect(shown?.mark).toEqual({ from: 2, to: shown!.text.length });
  });
});

describe('a secret is never shown', () => {
  test.each([
    ['an assignment', 'SECRET_KEY = "swordfish-1"'],
    [
      'a CloudFormation parameter',
      'SigningSecret:\n  Type: String\n  Default: swordfish-1\nOther:\n  Default: shown',
    ],
    ['a JSON parameter', '"DbPassword": {\n  "Type": "String",\n  "Default": "swordfish-1"\n}'],
    ['a variable', 'variable "api_token" {\n  description = "x"\n  default     = "swordfish-1"\n}'],
    ['a pair of name and value', '- Name: DB_PASSWORD\n  Value: swordfish-1'],
    ['a pair in one line', '{ "name": "DB_PASSWORD", "value": "swordfish-1" }'],
    ['a parameter file', '"ParameterKey": "DbPassword",\n"ParameterValue": "swordfish-1"'],
    ['an address with a password', 'DATABASE: postgres://app:swordfish-1@db/app'],
    [
      'a private key',
      'key = <<EOT\n-----BEGIN RSA PRIVATE KEY-----\nswordfish-1swordfish-1\n-----END RSA PRIVATE KEY-----\nEOT',
    ],
  ])('in %s', (_, text) => {
    expect(safe(text)).not.toContain('swordfish-1');
  });

  test('and what is no secret stays', () => {
    const code = [
      'variable "recover" {',
      '  default = "shown-1"',
      '}',
      'variable "token" {',
      '  default = var.other',
      '}',
      'variable "table" {',
      '  default = "shown-2"',
      '}',
    ].join('\n');
    expect(safe(code)).toBe(code);
  });
});

describe('a command on several lines', () => {
  test.each([
    ['aws ssm put-parameter \\', '  --name /shop/db \\', '  --value plum-harbor \\', '  --type SecureString'],
    ['mysqldump -h db shop \\', '  -pplum-harbor > dump.sql'],
    ['docker login \\', '  -u shop \\', '  -p plum-harbor registry.acme.net'],
    ['curl https://acme.net \\', '  -u shop:plum-harbor'],
  ])('shows what it is given as a secret on none of them: %s', (...lines) => {
    const shown = safe(lines.join('\n')).split('\n');
    expect(shown).toHaveLength(lines.length);
    expect(shown.join(' ')).not.toContain('plum-harbor');
    expect(shown[0]).toBe(lines[0]);
  });

  test('keeps its lines where the secret has several', () => {
    const lines = [
      'aws secretsmanager create-secret \\',
      '  --secret-string "plum- \\',
      'harbor" \\',
      '  --name db',
    ];
    const shown = safe(lines.join('\n')).split('\n');
    expect(shown).toHaveLength(lines.length);
    expect(shown.join(' ')).not.toMatch(/plum|harbor/);
  });

  test('is searched whatever stands in its lines', () => {
    expect(safe('mysqldump -h\vdb shop \\\n  -pplum-harbor')).not.toContain('plum-harbor');
  });

  test('is over where its line does not go on', () => {
    const text = "aws ssm put-parameter --name /shop/db \\\n  --value '$DB'\n./notify --value plum-harbor";
    expect(safe(text)).toBe(text);
  });
});

describe('a line that a program wrote', () => {
  const long = `{"a": "${'x'.repeat(200_000)}", "password": "correct-horse"}`;

  test('is told by its length, and shows nothing of what it holds', () => {
    expect(safe(`{\n${long}\n}`)).toBe('{\n(a line of 200,038 characters)\n}');
  });

  test('still opens a private key, whose body stays hidden', () => {
    const body = 'MIIEpAIBAAKCAQEA1234';
    const text = safe(
      `${'x'.repeat(6000)} -----BEGIN RSA PRIVATE KEY-----\n${body}\n-----END RSA PRIVATE KEY-----`,
    );
    expect(text).not.toContain(body);
  });

  test('costs no more for each place in it', () => {
    const sources = { excerpt: () => [{ line: 1, text: long }] };
    const at = { file: 'template.json', line: 1, column: 10, endLine: 1, endColumn: 20 };
    const start = performance.now();
    for (let i = 0; i < 2000; i++) excerptOf(sources, at, { context: 3, longest: 9 });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
