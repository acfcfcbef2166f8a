import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { namesSecret, redactLine, shown } from '../src/model/redaction.ts';
import { secretsIn } from '../src/model/secrets/secret-texts.ts';

const SECRETS = [
  'SECRET_KEY',
  'DB_PASSWORD',
  'API_KEY',
  'jwtToken',
  'clientSecret',
  'private_key',
  'GITHUB_TOKEN',
  'db_passwd',
  'PASSWORD',
  'PUBLIC_API_PASSWORD',
  'ENCRYPTION_KEY',
];
const NONE = [
  'SECRET_ARN',
  'TOKEN_LIFETIME',
  'PASSWORD_POLICY',
  'SECRET_NAME',
  'KEY',
  'TABLE',
  'TOKENS_TABLE',
  'API_KEY_ID',
  'SECRETS_REGION',
  'keyboard',
  'RESET_PASSWORD_ROUTE',
  'PARTNER_PUBLIC_ENCRYPTION_KEY',
  'TOKEN_SIGNING_KEY_ALIAS',
  'token.actions.githubusercontent.com:sub',
];

describe('names of secrets', () => {
  it.each(SECRETS)('%s holds one', (name) => expect(namesSecret(name)).toBe(true));
  it.each(NONE)('%s does not', (name) => expect(namesSecret(name)).toBe(false));
});

describe('what a command is given as a secret', () => {
  it.each([
    'aws secretsmanager create-secret --name shop --secret-string plum-harbor',
    "aws ssm put-parameter --name /shop/db --value 'plum-harbor' --type SecureString",
    'aws rds create-db-instance --engine postgres --master-user-password=plum-harbor',
    'DB_PASSWORD=plum-harbor node migrate.js',
    'PGPASSWORD="plum-harbor" psql -h db',
    'curl -fsS -u deploy:plum-harbor https://shop.example/hooks',
    'docker login -u deploy -p plum-harbor registry.example',
    'mysql -h db -uroot -pplum-harbor shop',
  ])('is hidden, however simple: %s', (command) => {
    expect(shown(command)).not.toContain('plum');
    expect(shown(command)).toContain('(hidden, 1');
    expect(redactLine(`      - run: ${command}`)).not.toContain('plum');
  });

  it.each([
    'aws secretsmanager create-secret --name shop --secret-string "$SECRET"',
    'aws ssm put-parameter --name /shop/size --value "$SIZE"',
    'aws secretsmanager get-secret-value --secret-id shop/db',
    'cargo build --target x86_64',
    'docker run -p 8080:80 shop',
    'docker login -u deploy -p "$TOKEN" registry.example',
    'mkdir -p dist && cp -p a b',
  ])('is shown where it only names one: %s', (command) => expect(shown(command)).toBe(command));
});

describe('units of time', () => {
  it('are shown under the name of the token that they measure', () => {
    expect(shown('minutes', 'AccessToken')).toBe('minutes');
    expect(redactLine('    access_token  = "minutes"')).toBe('    access_token  = "minutes"');
    expect(shown('minutes!', 'AccessToken')).toBe('(hidden, 8 characters)');
  });
});

describe('lines of code', () => {
  const literal = fc.stringMatching(/^[A-Za-z0-9+/=!-]{8,40}$/);
  it('lose the literal under a secret name, whatever the language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECRETS), literal, (name, secret) => {
        fc.pre(!/^(var|local|data|module)\.|^!|^aws_\w+\./.test(secret));
        for (const line of [
          `${name} = "${secret}"`,
          `  ${name}: '${secret}'`,
          `"${name}": "${secret}",`,
          `${name}=>"${secret}"`,
          `{ Name = "x", ${name} = "${secret}" }`,
        ]) {
          expect(redactLine(line)).not.toContain(secret);
        }
      }),
    );
  });

  it('lose what is a secret by its form, whatever its name', () => {
    for (const secret of [
      'AKIAIOSFODNN7EXAMPLE',
      'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
      'sk_live_0123456789abcdef',
    ]) {
      expect(redactLine(`name = "${secret}"`)).not.toContain(secret);
      expect(shown(secret)).not.toContain(secret);
    }
    expect(redactLine('url = "postgres://app:s3cr3t-pw@db/app"')).not.toContain('s3cr3t-pw');
  });

  it('keep references and everything else', () => {
    for (const line of [
      'DB_PASSWORD = var.password',
      'SECRET_KEY: !Ref Secret',
      'name = "users"',
      'SECRET_ARN = "arn:aws:x"',
      'password = aws_ssm_parameter.p.value',
      'secret_string = jsonencode({',
      'secret_string = (hidden, 12 characters)',
    ]) {
      expect(redactLine(line)).toBe(line);
    }
  });
});

describe('options of a command in a file of settings', () => {
  it('are searched for secrets as those of a script are', () => {
    const found = (value: string) =>
      secretsIn(`      - run: aws rds create-db-instance --master-user-password ${value}`, 'settings').filter(
        ({ isPlaceholder }) => !isPlaceholder,
      ).length;
    expect(found('Gm7Kc3Wd9Fj5Sa1Pe')).toBe(1);
    expect(found('$DB_PASSWORD')).toBe(0);
    expect(found('${{ secrets.DB_PASSWORD }}')).toBe(0);
    expect(found('changeme')).toBe(0);
  });
});
