import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { airworthy, inFolder } from './support/airworthy.ts';

const TABLE = (recovery: string) =>
  `resource "aws_dynamodb_table" "t" {\n  name     = "t"\n  hash_key = "id"\n  point_in_time_recovery {\n    enabled = ${recovery}\n  }\n}\n`;
const VARIABLE = 'variable "recovery" {\n  type = bool\n}\n';
const TEMPLATE = `Parameters:
  Recovery: { Type: String }
Resources:
  Table:
    Type: AWS::DynamoDB::Table
    Properties:
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !Ref Recovery }
`;

/** What recovery of the one table comes out as. */
async function recovery(
  files: Record<string, string>,
  args: string[] = [],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  return inFolder(files, async (folder) => {
    const { stdout, stderr } = await airworthy(
      ['assess', folder, '--json', '--only', 'BKP-02', ...args.map((a) => a.replace('FOLDER', folder))],
      { env },
    );
    expect(stderr).toBe('');
    const { outcomes, subject } = JSON.parse(stdout);
    return `${outcomes.map((o: { outcome: string }) => o.outcome).join()} in ${subject.environment.name}`;
  });
}

describe('values of variables', () => {
  const files = { 'main.tf': VARIABLE + TABLE('var.recovery') };

  it.each<[string, string[], NodeJS.ProcessEnv, string]>([
    ['without any', [], {}, 'unknown'],
    ['--var', ['--var', 'recovery=true'], {}, 'pass'],
    ['TF_VAR_', [], { TF_VAR_recovery: 'false' }, 'fail'],
    ['--var before TF_VAR_', ['--var', 'recovery=true'], { TF_VAR_recovery: 'false' }, 'pass'],
  ])('%s', async (_, args, env, outcome) => {
    expect(await recovery(files, args, env)).toBe(`${outcome} in null`);
  });

  it('--var-file, from its path as the caller sees it', async () => {
    const more = { ...files, 'values/on.tfvars': 'recovery = true\n' };
    expect(await recovery(more, ['--var-file', 'FOLDER/values/on.tfvars'])).toMatch(/^pass/);
    expect(await recovery(more, ['--var-file', 'values/on.tfvars'])).toMatch(/^pass/);
  });

  it('--param for templates', async () => {
    expect(await recovery({ 'template.yaml': TEMPLATE })).toBe('unknown in null');
    expect(await recovery({ 'template.yaml': TEMPLATE }, ['--param', 'Recovery=true'])).toBe('pass in null');
  });

  it('--workspace', async () => {
    const code = { 'main.tf': TABLE('terraform.workspace == "live"') };
    expect(await recovery(code, ['--workspace', 'live'])).toMatch(/^pass/);
    expect(await recovery(code, ['--workspace', 'trial'])).toMatch(/^fail/);
  });
});

describe('--framework', () => {
  const files = { 'main.tf': TABLE('false') };
  const asked = (folder: string, framework: string) =>
    airworthy(['assess', folder, '--json', '--framework', framework]);

  it('leaves the checks that belong to it, and says how many', async () => {
    await inFolder(files, async (folder) => {
      const { outcomes, assumptions } = JSON.parse((await asked(folder, 'fsbp')).stdout);
      const checks = new Set(outcomes.map((o: { check: string }) => o.check));
      expect(checks).toContain('dynamodb-point-in-time-recovery');
      expect(checks).not.toContain('dynamodb-alarms');
      expect(assumptions.join()).toMatch(
        /framework: AWS Foundational Security Best Practices, so \d+ of \d+ checks/,
      );
    });
  });

  const ALLOWED = '(allowed: well-architected, fsbp, cis, soc-2, hipaa, pci-dss, gdpr)';

  it.each([
    ['hippa', `--framework hippa: no such framework ${ALLOWED}; did you mean hipaa?\n`],
    ['nist', `--framework nist: no such framework ${ALLOWED}\n`],
  ])('refuses %s, which does not exist, and says what does', async (framework, message) => {
    await inFolder(files, async (folder) => {
      const { stderr, code } = await asked(folder, framework);
      expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
    });
  });
});

describe('--only', () => {
  it('does not say of what was not chosen that nothing here could look at it', async () => {
    await inFolder({ 'main.tf': TABLE('true') }, async (folder) => {
      const scope = async (...args: string[]) =>
        JSON.parse((await airworthy(['assess', folder, '--json', ...args])).stdout).scope;
      const { notCovered } = await scope();
      expect((await scope('--only', 'BKP-02')).notCovered).toEqual(notCovered);
    });
  });
});

describe('--timings', () => {
  it('says on standard error where the time went, for every check, and leaves the report alone', async () => {
    await inFolder({ 'main.tf': TABLE('true') }, async (folder) => {
      const asked = ['assess', folder, '--json', '--only', 'BKP-02'];
      const plain = await airworthy(asked);
      const { stdout, stderr } = await airworthy([...asked, '--timings']);
      expect(stdout).toBe(plain.stdout);
      expect(stderr).toMatch(/^reading \d+ ms, deciding \d+ ms with \d+ checks:\n/);
      expect(stderr).toMatch(/dynamodb-point-in-time-recovery +[\d.]+ ms +[\d.]+ %/);
    });
  });
});

describe('explain', () => {
  it('takes the same inputs as assess', async () => {
    await inFolder({ 'main.tf': VARIABLE + TABLE('var.recovery') }, async (folder) => {
      const state = async (...args: string[]) => {
        const asked = ['explain', 'dynamodb-point-in-time-recovery', '--path', folder, '--json', ...args];
        return JSON.parse((await airworthy(asked)).stdout).checks[0].outcomes[0].outcome;
      };
      expect(await state()).toBe('unknown');
      expect(await state('--var', 'recovery=true')).toBe('pass');
    });
  });
});

describe('the environment', () => {
  const files = {
    'main.tf': VARIABLE + TABLE('var.recovery'),
    'env/prod.tfvars': 'recovery = true\n',
    'env/dev.tfvars': 'recovery = false\n',
  };

  it('is the one whose name says production', async () => {
    expect(await recovery(files)).toBe('pass in prod');
  });

  it('is the one of --env', async () => {
    expect(await recovery(files, ['--env', 'dev'])).toBe('fail in dev');
  });

  it('is the one that airworthy.yaml declares production', async () => {
    const declared = { ...files, 'airworthy.yaml': 'environments:\n  dev: { production: true }\n' };
    expect(await recovery(declared)).toBe('fail in dev');
  });

  it('has the files that airworthy.yaml gives it', async () => {
    const { 'main.tf': main } = files;
    const given = {
      'main.tf': main,
      'odd/name.tfvars': 'recovery = true\n',
      'airworthy.yaml': 'environments:\n  blue: { production: true, files: [odd/name.tfvars] }\n',
    };
    expect(await recovery(given)).toBe('pass in blue');
  });
});

describe('roots', () => {
  const files = {
    'live/main.tf': `provider "aws" {}\n${TABLE('true')}`,
    'examples/simple/main.tf': TABLE('false'),
  };

  it('leaves examples alone unless they are named', async () => {
    expect(await recovery(files)).toMatch(/^pass in/);
    expect(await recovery(files, ['--root', 'examples/simple'])).toMatch(/^fail in/);
  });
});

describe('reports', () => {
  it('go where they are sent, in several formats at once', async () => {
    await inFolder({ 'main.tf': TABLE('true') }, async (folder) => {
      const [html, json] = ['report.html', 'report.json'].map((f) => join(folder, f));
      const { stdout } = await airworthy([
        'assess',
        folder,
        '--format',
        'html',
        '--output',
        html!,
        '--format',
        'json',
        '--output',
        json!,
      ]);
      const { readFileSync } = await import('node:fs');
      expect(readFileSync(html!, 'utf8')).toMatch(/^<!doctype html>/);
      expect(JSON.parse(readFileSync(json!, 'utf8')).schemaVersion).toBe('1');
      expect(stdout).toMatch(/^(GO|NO-GO) /);
    });
  });

  it('fit 80 columns when piped, without any escape code', async () => {
    const { stdout } = await airworthy(['assess', 'examples/flashcards'], { env: { NO_COLOR: undefined } });
    expect(Math.max(...stdout.split('\n').map((l) => l.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001b');
  });

  it('are one line and its sentence when quiet', async () => {
    const { stdout, stderr } = await airworthy(['assess', 'examples/flashcards', '--quiet']);
    expect(stdout.trim().split('\n').length).toBeLessThanOrEqual(3);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /^NO-GO flashcards, .*4 of 6 criteria fail: .* 2 not asked $/,
    );
    expect(stderr).toBe('');
  });
});

describe('completion', () => {
  it.each(['bash', 'zsh', 'fish'])('knows commands and options in %s', async (shell) => {
    const { code, stdout } = await airworthy(['completion', shell]);
    expect(code).toBe(0);
    for (const word of ['assess', 'explain', 'checks', shell === 'fish' ? '-l env' : '--env'])
      expect(stdout).toContain(word);
  });
});
